import { MAX_SHEET_COLUMNS, MAX_SHEET_ROWS, parseAddress, parseCellRange } from '@phuluc/ooxml/a1';
import type { OfficePackage } from '@phuluc/ooxml/open-package';
import type { XmlAttributes } from '@phuluc/ooxml/xml/read-xml';
import { isTrueValue } from '@phuluc/ooxml/xml/xml-tree';
import type { FontedText } from '../../readers/fonted-text';
import type { WorkbookParts } from '../../readers/xlsx/read-workbook-parts';
import { createRichTextCollector, decodeXstring } from '../../readers/xlsx/rich-text-collector';
import { err, ok, type Result } from '../../shared/result';
import type { CellValue } from '../types';
import { SCAN_LIMITS, type ScannedRow, type SheetCells, sortScannedRows } from './sheet-cells';

type ParsedOpenCell = { type: string; style: number; raw: string | null; formula: boolean };

function parseNumberValue(raw: string): CellValue | null {
  const number = Number(raw);
  return raw.trim() === '' ? null : Number.isFinite(number) ? number : raw;
}

/**
 * The filled cells of a worksheet part by a real XML reader, as it is inflated, with the fonts of texts: for parts
 * that are not written plainly and for workbooks with texts in a legacy encoding.
 * Problems: those of the part; too-many-rows, xml-damaged (a text that is not there).
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
  let column = -1;
  let cell: ParsedOpenCell | null = null;
  let collects: 'value' | 'rich' | null = null;
  let cells = 0;
  let lostText = false;

  const openRow = (attributes: XmlAttributes): void => {
    const index = attributes.r === undefined ? row.row + 1 : Number(attributes.r) - 1;
    row = {
      row: index,
      hidden: isTrueValue(attributes.hidden) || Number(attributes.ht ?? 1) === 0,
      cells: [],
    };
    column = -1;
    rows.push(row);
  };
  const openCell = (attributes: XmlAttributes): void => {
    column = (attributes.r === undefined ? null : parseAddress(attributes.r))?.column ?? column + 1;
    cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), raw: null, formula: false };
    cells += 1;
  };
  const fonted = (text: FontedText, style: number): FontedText => {
    const font = parts.styles[style]?.font;
    if (font === undefined || text.text === '') return text;
    if (!text.fonts) return { ...text, fonts: [font] };
    if (!text.runs) return text;
    const runs = text.runs.map((run) => ({ font, ...run }));
    return { ...text, runs, fonts: [...new Set(runs.map((run) => run.font))] };
  };
  const valueOf = ({ type, style, raw }: ParsedOpenCell): { value: CellValue | null; text?: FontedText } => {
    const asText = (text: FontedText) => ({ value: text.text, text: fonted(text, style) });
    const inline = rich.consume();
    if (type === 'inlineStr') return asText(inline);
    if (raw === null) return { value: null };
    switch (type) {
      case 's': {
        const text = raw === '' ? { text: '' } : parts.strings[Number(raw)];
        if (!text) lostText = true;
        return asText(text ?? { text: '' });
      }
      case 'str':
      case 'e':
      case 'd':
        return asText({ text: decodeXstring(raw) });
      case 'b':
        return { value: raw === '' ? null : isTrueValue(raw) };
      default:
        return { value: parseNumberValue(raw) };
    }
  };
  const closeCell = (closed: ParsedOpenCell): void => {
    const { value, text } = valueOf(closed);
    const blankFormula = closed.formula && value === null;
    const isBlank = value === null || (typeof value === 'string' && value.trim() === '');
    const inside = column >= 0 && column < MAX_SHEET_COLUMNS && row.row >= 0 && row.row < MAX_SHEET_ROWS;
    if (inside && (blankFormula || !isBlank))
      row.cells.push({ column, value: value ?? '', blankFormula, ...(text && { text }) });
  };

  const outcome = office.readXml(part, {
    open: (name, attributes) => {
      if (cell) {
        if (name === 'x:v') {
          collects = 'value';
          cell.raw = '';
        } else if (name === 'x:is') collects = 'rich';
        else if (name === 'x:f') cell.formula = true;
        else if (collects === 'rich') rich.open(name, attributes);
      } else if (name === 'x:row') openRow(attributes);
      else if (name === 'x:c') openCell(attributes);
      else if (name === 'x:mergeCell') {
        const area = parseCellRange(attributes.ref ?? '');
        if (area && merges.length < SCAN_LIMITS.merges) merges.push(area);
      }
      return rows.length > SCAN_LIMITS.rows || cells > SCAN_LIMITS.cells ? 'stop' : undefined;
    },
    text: (text) => {
      if (collects === 'value' && cell) cell.raw = (cell.raw ?? '') + text;
      else if (collects === 'rich') rich.text(text);
    },
    close: (name) => {
      if (name === 'x:v' || name === 'x:is') collects = null;
      else if (collects === 'rich') rich.close(name);
      else if (name === 'x:c' && cell) {
        closeCell(cell);
        cell = null;
      }
    },
  });
  if (!outcome.ok) return outcome;
  if (rows.length > SCAN_LIMITS.rows || cells > SCAN_LIMITS.cells)
    return err('too-many-rows', {}, { rows: rows.length, limit: SCAN_LIMITS.rows });
  if (lostText) return err('xml-damaged', {}, { reason: 'no-such-text' });
  return ok({
    rows: sortScannedRows(rows.filter((one) => one.cells.length > 0)),
    merges,
    foreignLetters: false,
  });
}
