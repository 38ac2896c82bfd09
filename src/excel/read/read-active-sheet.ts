import { formatAddress } from '@phuluc/ooxml/a1';
import type { RawCell, RawDocument, RawTable } from '../../readers/raw-document';
import { err, ok, type Result } from '../../shared/result';
import { MAX_SHEET_CELLS } from './max-sheet-cells';
import { type CellFontLookup, queueFonts } from './queue-fonts';

/**
 * Reads the open sheet, or only the selected part, as a document: the displayed texts, and for entries that Excel
 * turned into dates by itself ("6/2025", "15/6") the texts as typed; each cell with its font. Merged cells show only by
 * the blank cells after the first. Takes two syncs, three for a selection, and those of fonts that differ within a
 * column (see `queueFonts`).
 */
export async function readActiveSheet(
  context: Excel.RequestContext,
  selectionOnly = false,
): Promise<Result<RawDocument>> {
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  sheet.load('name');
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('cellCount,rowCount,columnCount');
  await context.sync();
  if (used.isNullObject) return err('no-table', { sheet: sheet.name });
  let range = used;
  if (selectionOnly) {
    range = context.workbook.getSelectedRange().getIntersectionOrNullObject(used);
    range.load('cellCount,rowCount,columnCount');
    await context.sync();
    if (range.isNullObject) return err('no-table', { sheet: sheet.name });
  }
  if (range.cellCount > MAX_SHEET_CELLS)
    return err('too-many-rows', { sheet: sheet.name }, { cells: range.cellCount });
  const readFonts = queueFonts(range, range);
  range.load('text,values,numberFormat,rowIndex,columnIndex,rowCount,columnCount');
  // Loaded only where a sheet is read, because it is large.
  const { isTypedDateFormat, formatCellNumber } = await import('../../readers/xlsx/format-cell-number');
  await context.sync();
  const getFont = await readFonts(context);
  const formatText = (text: string, row: number, column: number): string => {
    const value: unknown = range.values[row]?.[column];
    const format = String(range.numberFormat[row]?.[column] ?? '');
    return typeof value === 'number' && isTypedDateFormat(format)
      ? formatCellNumber(value, format, false)
      : text;
  };
  return ok(toRangeDocument(sheet.name, range, formatText, getFont));
}

type FormatCellText = (text: string, row: number, column: number) => string;

function toRangeDocument(
  sheet: string,
  range: Excel.Range,
  formatText: FormatCellText,
  getFont: CellFontLookup,
): RawDocument {
  const cells = range.text.flatMap((line, row) =>
    line.flatMap((text, column): RawCell[] => {
      if (text === '') return [];
      const font = getFont(row, column);
      return [
        {
          row,
          column,
          rowSpan: 1,
          columnSpan: 1,
          text: formatText(text, row, column),
          place: { sheet, cell: formatAddress(range.rowIndex + row, range.columnIndex + column) },
          ...(font !== '' && { fonts: [font] }),
        },
      ];
    }),
  );
  const table: RawTable = {
    kind: 'table',
    name: sheet,
    rowCount: range.rowCount,
    columnCount: range.columnCount,
    cells,
    rows: Array.from({ length: range.rowCount }, (_, row) => ({
      place: { sheet, row: range.rowIndex + row + 1 },
    })),
    place: { sheet },
  };
  return { source: 'range', file: sheet, blocks: [table], warnings: [] };
}
