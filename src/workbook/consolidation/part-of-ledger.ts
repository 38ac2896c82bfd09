import { hash64 } from '../../annex/fingerprint';
import type { Consolidated } from '../../consolidation/ledger/consolidated';
import type { LedgerEntry } from '../../consolidation/ledger/entry';
import { MOST_PART_ROWS, ledgerPart } from '../../consolidation/ledger/part';
import { totalsWords } from '../../locales/consolidation-sheet-words';
import { fillTemplate } from '../../locales/words';
import type { CellContent, SheetPlan } from '../sheet-plan';
import { FIRST_BODY_ROW } from './book-table';
import type { BookTableKind, TableCells, WantedRow } from './book-table';
import { DATA_TABLE, dataRow, dataTable } from './data-table';
import type { DataColumn } from './data-table';
import { FIRST_SIGN } from './matrix-sheet';
import type { MatrixLines } from './matrix-sheet';
import { unitRows, unitTable } from './units-table';
import type { UnitColumn } from './units-table';
import { wholeCounter, withWholeFigures, withWholeSigns } from './whole-figures';

/** Rows of a sheet of Excel. */
const SHEET_ROWS = 1_048_576;
/** Rows of the ledger that the sheet *Dữ liệu* holds. */
export const MOST_DATA_ROWS = SHEET_ROWS - FIRST_BODY_ROW;
/** Units across that one can still follow; Excel itself holds 16,384 columns. */
const MOST_MATRIX_UNITS = 300;

/** Where the whole ledger is written; `mostRows`: from how many on the sheet holds a part. */
export type LedgerPlace = { folder: string; mostRows?: number };

/** A workbook that holds a part of the ledger: its rows, and the figures of the whole stored in place of formulas. */
export type LedgerPart = {
  /** Said on *Dữ liệu* and below the totals. */
  note: string;
  dataKind: BookTableKind<DataColumn>;
  dataRows: WantedRow<DataColumn>[];
  unitKind: BookTableKind<UnitColumn>;
  unitRows: WantedRow<UnitColumn>[];
  matrixLines: (lines: MatrixLines) => MatrixLines;
  totals: (plan: SheetPlan) => SheetPlan;
  matrix: (plan: SheetPlan, lines: MatrixLines) => SheetPlan;
  /** Changes when a stored figure does. */
  fingerprint: (plans: readonly SheetPlan[]) => string;
};

function asksLedger(formula: string | undefined): formula is string {
  return formula?.includes(`${DATA_TABLE}[`) ?? false;
}

/** The table of units with the figures that ask the ledger as cells of ours. */
function withFigureCells(note?: string): BookTableKind<UnitColumn> {
  return {
    ...unitTable,
    ...(note !== undefined && { note }),
    columns: unitTable.columns.map((column) =>
      asksLedger(column.formula) ? { ...column, owner: 'ours' as const } : column,
    ),
  };
}

/** The rows of units, each figure that asks the ledger as `of` gives it. */
function withFigures(
  book: Consolidated,
  of: (formula: string, unit: string) => CellContent,
): WantedRow<UnitColumn>[] {
  const asking = unitTable.columns.filter(({ formula }) => asksLedger(formula));
  return unitRows(book).map(({ key, cells }) => ({
    key,
    cells: { ...cells, ...Object.fromEntries(asking.map(({ id, formula }) => [id, of(formula ?? '', key)])) },
  }));
}

/** The units with live formulas again, for a workbook that held a part before. */
export function unitsWithFormulas(book: Consolidated) {
  return {
    kind: withFigureCells(),
    rows: withFigures(book, (formula) => ({ formula })),
  };
}

/** The same cells with those figures blank: whatever stands there is then written anew. */
export function withoutFigures(cells: TableCells): TableCells {
  const headers = (cells.values[0] ?? []).map(String);
  const asking = new Set(
    unitTable.columns.filter(({ formula }) => asksLedger(formula)).map(({ header }) => header),
  );
  return {
    ...cells,
    values: cells.values.map((line, row) =>
      row === 0 ? line : line.map((value, column) => (asking.has(headers[column] ?? '') ? '' : value)),
    ),
  };
}

const ABOVE_HEADER = 2;
/** Where the note of a table stands: two rows above its header. */
export function notePlace({ sheet, top, left }: TableCells) {
  return {
    sheet,
    row: Math.max(0, top - ABOVE_HEADER),
    column: left,
  };
}

/** Null where the sheet holds every row. */
export function partOfLedger(
  book: Consolidated,
  { folder, mostRows = MOST_DATA_ROWS }: LedgerPlace,
  noted: ReadonlySet<string>,
): LedgerPart | null {
  const { entries, asOf, findings } = book;
  if (entries.length <= mostRows) return null;
  const shown: LedgerEntry[] = ledgerPart(entries, {
    asOf,
    findings,
    noted,
    most: Math.min(mostRows, MOST_PART_ROWS),
  });
  const counter = wholeCounter(entries, asOf);
  const note = fillTemplate(totalsWords.partNote, { rows: shown.length, all: entries.length, folder });
  return {
    note,
    dataKind: { ...dataTable, note: `${note} ${dataTable.note}` },
    dataRows: shown.map(dataRow),
    unitKind: withFigureCells(note),
    unitRows: withFigures(book, (formula, unit) => counter.count(formula, () => unit) ?? ''),
    matrixLines: ({ tasks, units }) => ({ tasks, units: units.slice(0, MOST_MATRIX_UNITS) }),
    totals: (plan) => withWholeFigures(plan, counter),
    matrix: (plan, { tasks, units }) =>
      withWholeSigns(
        plan,
        counter,
        (row) => tasks[row - FIRST_SIGN.row]?.id ?? '',
        (column) => units[column - FIRST_SIGN.column]?.code ?? '',
      ),
    fingerprint: (plans) =>
      hash64(JSON.stringify(plans.map(({ blocks, afterTables }) => [blocks, afterTables]))),
  };
}
