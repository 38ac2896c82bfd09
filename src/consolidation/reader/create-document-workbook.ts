import { type CellRange, parseAddress } from '@phuluc/ooxml/a1';
import type { RawDocument, RawTable } from '../../readers/raw-document';
import { isErrorValue } from '../../readers/remove-error-values';
import { ok } from '../../shared/result';
import { type ScannedRow, type SheetCells, sortScannedRows } from './sheet-cells';
import type { SheetInfo, WorkbookReader } from './workbook-reader';

function toSheetCells(table: RawTable): SheetCells {
  const rows = new Map<number, ScannedRow>();
  const merges: CellRange[] = [];
  for (const { row: index, rowSpan, text, struck, original = '', place } of table.cells) {
    const address = parseAddress(place?.cell ?? '');
    // An error value was taken out of the text; here it is the value, as in a workbook of Excel.
    const value = text.trim() === '' && isErrorValue(original) ? original : text;
    if (!address || (value.trim() === '' && struck === undefined)) continue;
    const { row, column } = address;
    const scanned = rows.get(row) ?? { row, hidden: table.rows[index]?.hidden === true, cells: [] };
    rows.set(row, scanned);
    scanned.cells.push({ column, value, blankFormula: false, ...(struck !== undefined && { struck }) });
    const last = table.rows[index + rowSpan - 1]?.place.row;
    if (rowSpan > 1 && last !== undefined)
      merges.push({ top: row, left: column, bottom: last - 1, right: column });
  }
  return { rows: sortScannedRows([...rows.values()]), merges, foreignLetters: false };
}

/**
 * A workbook in another format (.xls, .xlsb, .ods) as our reader sees workbooks: its sheets with their texts as they
 * are shown, without tables, for those formats keep none.
 */
export function createDocumentWorkbook(
  document: RawDocument,
  pictures: ReadonlyMap<string, CellRange[]>,
): WorkbookReader {
  const tables = new Map<SheetInfo, RawTable>();
  for (const block of document.blocks) {
    if (block.kind !== 'table' || block.place.sheet === undefined) continue;
    const name = block.place.sheet;
    const hidden = document.warnings.some(
      ({ code, place }) => code === 'hidden-sheet' && place.sheet === name,
    );
    tables.set({ name, part: name, hidden }, block);
  }
  return {
    sheets: [...tables.keys()],
    // What is shown as a date is one already; a number that is not depends on what it is counted from.
    date1904: document.date1904 === true,
    modified: '',
    tables: () => ok([]),
    cells: (sheet) => ok(toSheetCells(tables.get(sheet)!)),
    pictures: ({ name }) => pictures.get(name) ?? [],
  };
}
