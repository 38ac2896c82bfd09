import { hash64 } from '../annex/compute-fingerprint';
import type { Consolidation } from '../consolidation/ledger/consolidation';
import type { LedgerEntry } from '../consolidation/ledger/ledger-entry';
import { MAX_PART_ROWS, selectLedgerPart } from '../consolidation/ledger/select-ledger-part';
import { fillTemplate } from '../i18n/fill-template';
import { TOTALS_LABELS } from '../sheets/labels/consolidation-labels';
import type { CellContent, SheetSpec } from '../sheets/sheet-spec';
import { createLedgerCounter, storeMatrixSigns, storeSheetTotals } from './ledger-counter';
import { DATA_TABLE, DATA_TABLE_SCHEMA, type DataColumn, toDataRow } from './tables/data-table';
import { type DesiredRow, FIRST_BODY_ROW, type TableCells, type TableSchema } from './tables/sync-table';
import { buildUnitRows, UNIT_TABLE_SCHEMA, type UnitColumn } from './tables/units-table';
import { FIRST_SIGN, type MatrixLines } from './totals/matrix-sheet';

/** Rows of a sheet of Excel. */
const MAX_SHEET_ROWS = 1_048_576;
/** Rows of the ledger that the sheet *Dữ liệu* holds. */
export const MAX_DATA_ROWS = MAX_SHEET_ROWS - FIRST_BODY_ROW;
/** Units across that one can still follow; Excel itself holds 16,384 columns. */
const MAX_MATRIX_UNITS = 300;

/** Where the whole ledger is written; `maxRows`: from how many on the sheet holds a part. */
export type LedgerLocation = { folder: string; maxRows?: number };

/** A workbook that holds a part of the ledger: its rows, and the figures of the whole stored in place of formulas. */
export type PartialLedger = {
  /** Said on *Dữ liệu* and below the totals. */
  note: string;
  dataSchema: TableSchema<DataColumn>;
  dataRows: DesiredRow<DataColumn>[];
  unitSchema: TableSchema<UnitColumn>;
  unitRows: DesiredRow<UnitColumn>[];
  limitMatrixLines: (lines: MatrixLines) => MatrixLines;
  storeTotals: (plan: SheetSpec) => SheetSpec;
  storeMatrix: (plan: SheetSpec, lines: MatrixLines) => SheetSpec;
  /** Changes when a stored figure does. */
  fingerprint: (plans: readonly SheetSpec[]) => string;
};

function referencesLedger(formula: string | undefined): formula is string {
  return formula?.includes(`${DATA_TABLE}[`) ?? false;
}

/** Builds the schema of the units whose totals over the ledger are stored values. */
function createStoredUnitSchema(note?: string): TableSchema<UnitColumn> {
  return {
    ...UNIT_TABLE_SCHEMA,
    ...(note !== undefined && { note }),
    columns: UNIT_TABLE_SCHEMA.columns.map((column) =>
      referencesLedger(column.formula) ? { ...column, owner: 'ours' as const } : column,
    ),
  };
}

/** Builds the rows of units; `of` returns the content of each total over the ledger. */
function buildUnitRowsWithTotals(
  consolidation: Consolidation,
  of: (formula: string, unit: string) => CellContent,
): DesiredRow<UnitColumn>[] {
  const asking = UNIT_TABLE_SCHEMA.columns.filter(({ formula }) => referencesLedger(formula));
  return buildUnitRows(consolidation).map(({ key, cells }) => ({
    key,
    cells: { ...cells, ...Object.fromEntries(asking.map(({ id, formula }) => [id, of(formula ?? '', key)])) },
  }));
}

/** Builds the units with live formulas again, for a workbook that held a part of the ledger before. */
export function buildUnitTableWithFormulas(consolidation: Consolidation) {
  return {
    kind: createStoredUnitSchema(),
    rows: buildUnitRowsWithTotals(consolidation, (formula) => ({ formula })),
  };
}

/** Clears the totals over the ledger in a copy of the cells, so that each of them is written again. */
export function clearTotals(cells: TableCells): TableCells {
  const headers = (cells.values[0] ?? []).map(String);
  const asking = new Set(
    UNIT_TABLE_SCHEMA.columns.filter(({ formula }) => referencesLedger(formula)).map(({ header }) => header),
  );
  return {
    ...cells,
    values: cells.values.map((line, row) =>
      row === 0 ? line : line.map((value, column) => (asking.has(headers[column] ?? '') ? '' : value)),
    ),
  };
}

const ROWS_ABOVE_HEADER = 2;
/** Returns the cell of a table's note, two rows above its header. */
export function getNoteCell({ sheet, top, left }: TableCells) {
  return {
    sheet,
    row: Math.max(0, top - ROWS_ABOVE_HEADER),
    column: left,
  };
}

/**
 * Builds the part of the ledger that the sheet holds.
 * @returns null if the sheet holds every row
 */
export function buildPartialLedger(
  consolidation: Consolidation,
  { folder, maxRows: mostRows = MAX_DATA_ROWS }: LedgerLocation,
  noted: ReadonlySet<string>,
): PartialLedger | null {
  const { entries, asOf, findings } = consolidation;
  if (entries.length <= mostRows) return null;
  const shown: LedgerEntry[] = selectLedgerPart(entries, {
    asOf,
    findings,
    annotatedKeys: noted,
    maxRows: Math.min(mostRows, MAX_PART_ROWS),
  });
  const counter = createLedgerCounter(entries, asOf);
  const note = fillTemplate(TOTALS_LABELS.partNote, { rows: shown.length, all: entries.length, folder });
  return {
    note,
    dataSchema: { ...DATA_TABLE_SCHEMA, note: `${note} ${DATA_TABLE_SCHEMA.note}` },
    dataRows: shown.map(toDataRow),
    unitSchema: createStoredUnitSchema(note),
    unitRows: buildUnitRowsWithTotals(
      consolidation,
      (formula, unit) => counter.count(formula, () => unit) ?? '',
    ),
    limitMatrixLines: ({ tasks, units }) => ({ tasks, units: units.slice(0, MAX_MATRIX_UNITS) }),
    storeTotals: (plan) => storeSheetTotals(plan, counter),
    storeMatrix: (plan, { tasks, units }) =>
      storeMatrixSigns(
        plan,
        counter,
        (row) => tasks[row - FIRST_SIGN.row]?.id ?? '',
        (column) => units[column - FIRST_SIGN.column]?.code ?? '',
      ),
    fingerprint: (plans) =>
      hash64(JSON.stringify(plans.map(({ blocks, afterTables }) => [blocks, afterTables]))),
  };
}
