import { type CellRange, toColumnLetters } from '@phuluc/ooxml/a1';
import type { SourceCell } from '../types';
import type { FoundTable } from './find-table';
import type { ScannedCell, ScannedRow } from './sheet-cells';

/** A row of a table with its cells by field. */
export type FieldRow<Field extends string> = {
  /** 1-based, on the sheet. */
  row: number;
  hidden: boolean;
  cells: Partial<Record<Field, SourceCell>>;
  /** What is crossed out in its cells; a cell of which nothing else is left is not among `cells`. */
  struck: StruckCell<Field>[];
  /** Filled cells in columns that no header of the form names. */
  others: { column: number; cell: SourceCell }[];
};

type StruckCell<Field extends string> = { field: Field; cell: string; text: string };

/** `letters` of the column. */
function toSourceCell(row: number, letters: string, { value, blankFormula }: ScannedCell): SourceCell {
  const cell = letters + (row + 1);
  return blankFormula ? { value, cell, blankFormula } : { value, cell };
}

/** Merges that go down over rows of the body, by the column they begin in. */
function getVerticalMerges(merges: readonly CellRange[], header: number): CellRange[] {
  return merges.filter(({ top, bottom }) => bottom > top && top > header);
}

/**
 * The rows under a table's header. Cells merged downwards by hand count for every row they cover. Rows that were
 * typed right under the table belong to it as long as they have two of its cells and `content`, without a gap.
 */
export function readFieldRows<Field extends string>(
  { cells, header, bottom, columns }: FoundTable<Field>,
  content: NoInfer<Field>,
): FieldRow<Field>[] {
  const fieldByColumn: (Field | undefined)[] = [];
  const lettersByColumn: string[] = [];
  for (const field of Object.keys(columns) as Field[]) {
    const column = columns[field]!;
    fieldByColumn[column] = field;
    lettersByColumn[column] = toColumnLetters(column);
  }
  const merges = getVerticalMerges(cells.merges, header);
  const origins = new Map<CellRange, ScannedCell | undefined>();
  const rows: FieldRow<Field>[] = [];
  let expected = bottom === null ? Infinity : bottom + 1;

  const fillDown = (row: ScannedRow, filled: Partial<Record<Field, SourceCell>>): void => {
    for (const area of merges) {
      const field = fieldByColumn[area.left];
      if (field === undefined || row.row < area.top || row.row > area.bottom) continue;
      if (row.row === area.top)
        origins.set(
          area,
          row.cells.find(({ column }) => column === area.left),
        );
      const origin = origins.get(area);
      if (origin && row.row > area.top)
        filled[field] = toSourceCell(area.top, lettersByColumn[area.left]!, origin);
    }
  };

  for (const row of cells.rows) {
    if (row.row <= header) continue;
    const filled: Partial<Record<Field, SourceCell>> = {};
    const struck: StruckCell<Field>[] = [];
    const others: FieldRow<Field>['others'] = [];
    let count = 0;
    for (const cell of row.cells) {
      const field = fieldByColumn[cell.column];
      if (field === undefined) {
        if (cell.value !== '')
          others.push({
            column: cell.column,
            cell: toSourceCell(row.row, toColumnLetters(cell.column), cell),
          });
        continue;
      }
      if (cell.struck !== undefined) {
        const address = lettersByColumn[cell.column]! + (row.row + 1);
        struck.push({ field, cell: address, text: cell.struck });
        if (cell.value === '') continue;
      }
      filled[field] = toSourceCell(row.row, lettersByColumn[cell.column]!, cell);
      count += 1;
    }
    if (bottom !== null && row.row > bottom) {
      if (row.row !== expected || count < 2 || filled[content] === undefined) break;
      expected += 1;
    }
    if (merges.length > 0) fillDown(row, filled);
    if (count > 0 || struck.length > 0)
      rows.push({ row: row.row + 1, hidden: row.hidden, cells: filled, struck, others });
  }
  return rows;
}
