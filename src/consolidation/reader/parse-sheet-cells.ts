import { formatAddress } from '@phuluc/ooxml/a1';
import type { OfficePackage } from '@phuluc/ooxml/open-package';
import { scanSheet, type StoredCell } from '@phuluc/ooxml/scan-sheet';
import { isTrueValue } from '@phuluc/ooxml/xml/xml-tree';
import type { FontedText } from '../../readers/fonted-text';
import { applyStyleFont, formatCellText } from '../../readers/xlsx/format-cell-text';
import type { WorkbookParts } from '../../readers/xlsx/read-workbook-parts';
import { createRichTextCollector, decodeXstring } from '../../readers/xlsx/rich-text-collector';
import { err, ok, type Result } from '../../shared/result';
import type { CellValue } from '../types';
import { SCAN_LIMITS, type ScannedRow, type SheetCells, sortScannedRows } from './sheet-cells';

function parseNumberValue(raw: string): CellValue | null {
  const number = Number(raw);
  return raw.trim() === '' ? null : Number.isFinite(number) ? number : raw;
}

/**
 * Reads the filled cells of a worksheet part with an XML parser, and the fonts of their texts: for parts that are not
 * written plainly and for workbooks with texts in a legacy encoding.
 * Problems: those of the part; too-many-rows.
 */
export function parseSheetCells(
  office: OfficePackage,
  part: string,
  parts: WorkbookParts,
): Result<SheetCells> {
  const rows: ScannedRow[] = [];
  const merges: SheetCells['merges'] = [];
  const rich = createRichTextCollector();
  let row: ScannedRow = { row: -1, hidden: false, cells: [] };
  const missingTexts = { count: 0, first: '' };

  const parseValue = (cell: StoredCell): { value: CellValue | null; text?: FontedText; struck?: string } => {
    const { type, style, value } = cell;
    const toText = (text: FontedText) => ({
      value: text.text,
      text: applyStyleFont(text, parts.styles[style]?.font),
      ...(text.struck !== undefined && { struck: text.struck }),
    });
    const inline = rich.consume();
    if (parts.styles[style]?.struck) return toText(formatCellText(cell, inline, parts));
    if (type === 'inlineStr') return toText(inline);
    if (value === null) return { value: null };
    switch (type) {
      case 's': {
        const text = value === '' ? { text: '' } : parts.strings[Number(value)];
        if (!text && missingTexts.count++ === 0) missingTexts.first = formatAddress(cell.row, cell.column);
        return toText(text ?? { text: '' });
      }
      case 'str':
      case 'e':
      case 'd':
        return toText({ text: decodeXstring(value) });
      case 'b':
        return { value: value === '' ? null : isTrueValue(value) };
      default:
        return { value: parseNumberValue(value) };
    }
  };
  const readCell = (cell: StoredCell): void => {
    const { value, text, struck } = parseValue(cell);
    const blankFormula = cell.formula && value === null;
    const isBlank = value === null || (typeof value === 'string' && value.trim() === '');
    if (!blankFormula && isBlank && struck === undefined) return;
    if (row.cells.length === 0) rows.push(row);
    row.cells.push({
      column: cell.column,
      value: value ?? '',
      blankFormula,
      ...(text && { text }),
      ...(struck !== undefined && { struck }),
    });
  };

  const scan = scanSheet(
    office,
    part,
    {
      row: (index, hidden) => (row = { row: index, hidden, cells: [] }),
      cell: readCell,
      inlineText: rich,
      merge: (range) => merges.push(range),
    },
    SCAN_LIMITS,
  );
  if (!scan.ok) return scan;
  if (scan.value.exceeded)
    return err('too-many-rows', {}, { rows: scan.value.rows, limit: SCAN_LIMITS.rows });
  return ok({
    rows: sortScannedRows(rows),
    merges,
    foreignLetters: false,
    ...(missingTexts.count > 0 && { missingTexts }),
  });
}
