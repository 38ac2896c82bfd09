import { formatAddress } from '@phuluc/ooxml/a1';
import type { RawCell, RawDocument, RawTable } from '../../readers/raw-document';
import { err, ok, type Result } from '../../shared/result';
import { type CellFontLookup, queueFonts } from './queue-fonts';

/** More filled cells than an annex can have: the sheet is something else. */
const MAX_CELLS = 300_000;

/**
 * The open sheet, or only what is selected of it, as a document: the words that are shown, and for what Excel turned
 * into a date by itself ("6/2025", "15/6") the words typed; each cell with its font. Merged cells are told by their
 * blank followers only. Two syncs, three for a selection, and what fonts that differ within a column cost (see `queueFonts`).
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
  if (range.cellCount > MAX_CELLS)
    return err('too-many-rows', { sheet: sheet.name }, { cells: range.cellCount });
  const readFonts = queueFonts(range, range);
  range.load('text,values,numberFormat,rowIndex,columnIndex,rowCount,columnCount');
  // Only who reads a sheet pays for number formats.
  const { isTypedDateFormat: isTypedDate, formatCellNumber: numberText } =
    await import('../../readers/xlsx/format-cell-number');
  await context.sync();
  const fontOf = await readFonts(context);
  const printed = (text: string, row: number, column: number): string => {
    const value: unknown = range.values[row]?.[column];
    const format = String(range.numberFormat[row]?.[column] ?? '');
    return typeof value === 'number' && isTypedDate(format) ? numberText(value, format, false) : text;
  };
  return ok(toRangeDocument(sheet.name, range, printed, fontOf));
}

type FormatCellText = (text: string, row: number, column: number) => string;

function toRangeDocument(
  sheet: string,
  range: Excel.Range,
  printed: FormatCellText,
  fontOf: CellFontLookup,
): RawDocument {
  const cells = range.text.flatMap((line, row) =>
    line.flatMap((text, column): RawCell[] => {
      if (text === '') return [];
      const font = fontOf(row, column);
      return [
        {
          row,
          column,
          rowSpan: 1,
          columnSpan: 1,
          text: printed(text, row, column),
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
