import type { Result } from '../annex/problem';
import type { RawCell, RawDocument, RawTable } from '../intake/raw-document';
import { cellAddress } from '../workbook/address';

/** More filled cells than an annex can have: the sheet is something else. */
const MOST_CELLS = 300_000;

/**
 * The open sheet, or what is selected of it where that is more than one cell, as a document: the words that are
 * shown, and for what Excel turned into a date by itself ("6/2025", "15/6") the words typed. Merged cells are
 * told by their blank followers only. Two syncs.
 */
export const readOpenSheet = async (context: Excel.RequestContext): Promise<Result<RawDocument>> => {
  const selected = context.workbook.getSelectedRange();
  selected.load('cellCount');
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  sheet.load('name');
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('cellCount');
  await context.sync();
  if (used.isNullObject) {
    return { ok: false, problems: [{ code: 'no-table', severity: 'error', place: { sheet: sheet.name } }] };
  }
  const range = selected.cellCount > 1 ? selected.getIntersectionOrNullObject(used) : used;
  range.load('text,values,numberFormat,rowIndex,columnIndex,rowCount,columnCount');
  if (Math.min(used.cellCount, selected.cellCount > 1 ? selected.cellCount : Infinity) > MOST_CELLS) {
    const place = { sheet: sheet.name };
    return {
      ok: false,
      problems: [{ code: 'too-many-rows', severity: 'error', place, details: { cells: used.cellCount } }],
    };
  }
  // Only who reads a sheet pays for number formats.
  const { isTypedDate, numberText } = await import('../intake/xlsx/number-text');
  await context.sync();
  if (range.isNullObject) {
    return { ok: false, problems: [{ code: 'no-table', severity: 'error', place: { sheet: sheet.name } }] };
  }
  const printed = (text: string, row: number, column: number): string => {
    const value: unknown = range.values[row]?.[column];
    const format = String(range.numberFormat[row]?.[column] ?? '');
    return typeof value === 'number' && isTypedDate(format) ? numberText(value, format, false) : text;
  };
  return { ok: true, value: documentOf(sheet.name, range, printed), warnings: [] };
};

type Printed = (text: string, row: number, column: number) => string;

const documentOf = (sheet: string, range: Excel.Range, printed: Printed): RawDocument => {
  const cells = range.text.flatMap((line, row) =>
    line.flatMap((text, column): RawCell[] =>
      text === ''
        ? []
        : [
            {
              row,
              column,
              rowSpan: 1,
              columnSpan: 1,
              text: printed(text, row, column),
              place: { sheet, cell: cellAddress(range.rowIndex + row, range.columnIndex + column) },
            },
          ],
    ),
  );
  const table: RawTable = {
    type: 'table',
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
};
