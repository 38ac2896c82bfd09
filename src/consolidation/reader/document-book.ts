import { ok } from '../../annex/outcome';
import { parseAddress, type Area } from '../../intake/xlsx/address';
import type { RawDocument, RawTable } from '../../intake/raw-document';
import type { Book, BookSheet } from './book';
import { inOrder, type ScannedRow, type SheetCells } from './cells';

function cellsOf(table: RawTable): SheetCells {
  const rows = new Map<number, ScannedRow>();
  const merges: Area[] = [];
  for (const { row: index, rowSpan, text, place } of table.cells) {
    const address = parseAddress(place?.cell ?? '');
    if (!address || text.trim() === '') continue;
    const { row, column } = address;
    const scanned = rows.get(row) ?? { row, hidden: table.rows[index]?.hidden === true, cells: [] };
    rows.set(row, scanned);
    scanned.cells.push({ column, value: text, blankFormula: false });
    const last = table.rows[index + rowSpan - 1]?.place.row;
    if (rowSpan > 1 && last !== undefined)
      merges.push({ top: row, left: column, bottom: last - 1, right: column });
  }
  return { rows: inOrder([...rows.values()]), merges, foreignLetters: false };
}

/**
 * A workbook in another format (.xls, .xlsb, .ods) as our reader sees workbooks: its sheets with their texts as they
 * are shown, without tables, for those formats keep none.
 */
export function bookOfDocument(document: RawDocument): Book {
  const tables = new Map<BookSheet, RawTable>();
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
    // What is shown is a date already, whatever the numbers are counted from.
    date1904: false,
    modified: '',
    tables: () => ok([]),
    cells: (sheet) => ok(cellsOf(tables.get(sheet)!)),
  };
}
