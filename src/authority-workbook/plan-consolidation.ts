import type { Consolidation } from '../consolidation/ledger/consolidation';
import { appendAll } from '../shared/append-all';
import { isEqual } from '../shared/is-equal';
import type { Problem } from '../shared/problem';
import { err, ok, problem, type Result, warning } from '../shared/result';
import { CONSOLIDATION_SHEET_NAMES, LINE_STATE_LABELS } from '../sheets/labels/consolidation-labels';
import type { Operation } from '../sheets/operation';
import { findSheetOfName, getFreeSheetName, isBrokenReference, isSameName } from '../sheets/sheet-names';
import type { SheetSpec } from '../sheets/sheet-spec';
import { toDateCell } from '../sheets/to-date-cell';
import {
  buildConsolidationMetadataSheet,
  CONSOLIDATION_METADATA_SHEET,
  CONSOLIDATION_SCHEMA_VERSION,
  type ConsolidationMetadata,
  createMetadataOperations,
  createStateOperation,
} from './consolidation-metadata';
import { type ConsolidationSnapshot, readSnapshotRows, TABLE_SCHEMAS } from './consolidation-snapshot';
import { createRewriteOperation, findNamedCell } from './named-sheets';
import {
  buildPartialLedger,
  buildUnitTableWithFormulas,
  clearTotals,
  getNoteCell,
  type LedgerLocation,
  MAX_DATA_ROWS,
  type PartialLedger,
} from './partial-ledger';
import { AS_OF_NAME, DATA_TABLE_SCHEMA, toDataRow } from './tables/data-table';
import {
  buildDisagreementRows,
  buildDriftRows,
  buildMissingRows,
  buildSourceRows,
  DISAGREEMENT_TABLE_SCHEMA,
  DRIFT_TABLE_SCHEMA,
  MISSING_TABLE_SCHEMA,
  SOURCE_TABLE_SCHEMA,
} from './tables/list-tables';
import { parseDateCell } from './tables/parse-date-cell';
import {
  buildTableSheet,
  createHeaderOperations,
  type DesiredRow,
  hasOfficerText,
  type RowContents,
  syncTable,
  type TableCells,
  type TableChanges,
  type TableSchema,
} from './tables/sync-table';
import { buildUnitRows, REPORT_DUE_NAME, UNIT_TABLE_SCHEMA } from './tables/units-table';
import { buildMatrixLines, buildMatrixSheet, MATRIX_NAMES } from './totals/matrix-sheet';
import { buildTotalsLines } from './totals/totals-lines';
import { buildTotalsSheet, GRAND_TOTAL_NAME } from './totals/totals-sheet';

/** The changes of a run to each table, by the table's name, and whether the sheets of formulas are written again. */
export type ConsolidationChanges = {
  tables: Record<string, TableChanges>;
  asOf: { before: string; after: string } | null;
  /** No consolidation was there. */
  isNew: boolean;
};

export type { LedgerLocation } from './partial-ledger';

type ConsolidationPlan = { operations: Operation[]; changes: ConsolidationChanges };

const CONSOLIDATION_NAMES = [AS_OF_NAME, REPORT_DUE_NAME, GRAND_TOTAL_NAME, ...MATRIX_NAMES];

type DesiredTables = {
  [Table in string]: { kind: TableSchema; rows: DesiredRow<string>[] };
};

/** Builds the rows of every table. The types of their columns stay apart. */
function buildDesiredTables(
  consolidation: Consolidation,
  part: PartialLedger | null,
  wasPart: boolean,
): DesiredTables {
  const entry = <Id extends string>(schema: TableSchema<Id>, rows: DesiredRow<Id>[]) =>
    [schema.table, { kind: schema as unknown as TableSchema, rows: rows as DesiredRow<string>[] }] as const;
  const again = buildUnitTableWithFormulas(consolidation);
  return Object.fromEntries([
    part
      ? entry(part.unitSchema, part.unitRows)
      : wasPart
        ? entry(again.kind, again.rows)
        : entry(UNIT_TABLE_SCHEMA, buildUnitRows(consolidation)),
    entry(DISAGREEMENT_TABLE_SCHEMA, buildDisagreementRows(consolidation)),
    entry(MISSING_TABLE_SCHEMA, buildMissingRows(consolidation)),
    entry(DRIFT_TABLE_SCHEMA, buildDriftRows(consolidation)),
    entry(SOURCE_TABLE_SCHEMA, buildSourceRows(consolidation)),
    part
      ? entry(part.dataSchema, part.dataRows)
      : entry(DATA_TABLE_SCHEMA, consolidation.entries.map(toDataRow)),
  ]);
}

/** Builds the sheets of formulas, and the metadata that says when they must be written again. */
function buildFormulaSheets(
  consolidation: Consolidation,
  place: LedgerLocation | undefined,
  part: PartialLedger | null,
) {
  const metadata: ConsolidationMetadata = {
    level: consolidation.level,
    annex: consolidation.annex,
    fingerprint: consolidation.fingerprint,
    units: [...consolidation.units],
    totals: buildTotalsLines(consolidation),
    matrix: part ? part.limitMatrixLines(buildMatrixLines(consolidation)) : buildMatrixLines(consolidation),
    part: part?.note ?? '',
  };
  const totals = (name?: string): SheetSpec => {
    const plan = buildTotalsSheet(consolidation, metadata.totals, metadata.part, name);
    return part ? part.storeTotals(plan) : plan;
  };
  const matrix = (name?: string): SheetSpec => {
    const plan = buildMatrixSheet(metadata.matrix, name);
    return part ? part.storeMatrix(plan, metadata.matrix) : plan;
  };
  if (part && place) {
    metadata.whole = { folder: place.folder, figures: part.fingerprint([totals(), matrix()]) };
  }
  return { facts: metadata, totals, matrix };
}

function findNameConflicts(snapshot: ConsolidationSnapshot): Problem[] {
  return [
    ...snapshot.tables
      .filter(({ name }) => TABLE_SCHEMAS.some((schema) => isSameName(schema.table, name)))
      .map(({ name, sheet }) => problem('table-name-taken', { sheet }, { table: name })),
    ...snapshot.names
      .filter(
        ({ name, formula }) =>
          CONSOLIDATION_NAMES.some((one) => isSameName(one, name)) && !isBrokenReference(formula),
      )
      .map(({ name, formula }) => problem('defined-name-taken', {}, { name, formula })),
  ];
}

function planNewConsolidation(
  snapshot: ConsolidationSnapshot,
  consolidation: Consolidation,
  place: LedgerLocation | undefined,
  part: PartialLedger | null,
): Result<ConsolidationPlan> {
  const problems = findNameConflicts(snapshot);
  if (problems.length > 0) return err(problems);
  const { facts: metadata, ...builders } = buildFormulaSheets(consolidation, place, part);
  const wanted = buildDesiredTables(consolidation, part, false);
  const name = (id: keyof typeof CONSOLIDATION_SHEET_NAMES): string =>
    getFreeSheetName(snapshot, CONSOLIDATION_SHEET_NAMES[id]);
  const table = (schema: { table: string; sheet: string }): SheetSpec => {
    const { kind: total, rows } = wanted[schema.table]!;
    return buildTableSheet(
      total,
      rows.map(({ cells }) => cells as RowContents),
      getFreeSheetName(snapshot, schema.sheet),
    );
  };
  const totals = builders.totals(name('totals'));
  const sheets: SheetSpec[] = [
    totals,
    table(UNIT_TABLE_SCHEMA),
    builders.matrix(name('matrix')),
    table(DISAGREEMENT_TABLE_SCHEMA),
    table(MISSING_TABLE_SCHEMA),
    table(DRIFT_TABLE_SCHEMA),
    table(SOURCE_TABLE_SCHEMA),
    table(DATA_TABLE_SCHEMA),
  ];
  const metadataSheet = buildConsolidationMetadataSheet(metadata);
  const broken = snapshot.names
    .filter(
      ({ name: one, formula }) => CONSOLIDATION_NAMES.includes(one as never) && isBrokenReference(formula),
    )
    .map(({ name: one }) => one);
  return ok({
    operations: [
      ...(broken.length > 0 ? [{ kind: 'remove-names', names: broken } satisfies Operation] : []),
      { kind: 'add-sheets', sheets: [metadataSheet], activate: null },
      { kind: 'add-sheets', sheets, activate: totals.name },
      {
        kind: 'place-sheet',
        sheet: CONSOLIDATION_METADATA_SHEET,
        position: snapshot.sheets.length + sheets.length,
      },
      createStateOperation('done'),
    ],
    changes: {
      tables: Object.fromEntries(
        Object.entries(wanted).map(([id, { rows }]) => [id, { added: rows.length, changed: 0, removed: 0 }]),
      ),
      asOf: null,
      isNew: true,
    },
  });
}

/** Lines that are no longer so but that the officer wrote on stay, and say so. */
function retainAnnotatedRows(
  snapshot: ConsolidationSnapshot,
  schema: TableSchema,
  rows: DesiredRow<string>[],
): DesiredRow<string>[] {
  // The state of a row of the ledger is what the unit reports: a row that is gone must not be counted.
  const others: readonly string[] = [SOURCE_TABLE_SCHEMA.table, DATA_TABLE_SCHEMA.table];
  if (!schema.columns.some(({ id }) => id === 'state') || others.includes(schema.table)) return rows;
  const wanted = new Set(rows.map(({ key }) => key));
  const retained = readSnapshotRows(snapshot, schema)
    .filter((row) => !wanted.has(row.key) && hasOfficerText(schema, row))
    .map(({ key }): DesiredRow<string> => ({ key, cells: { state: LINE_STATE_LABELS.gone } }));
  return [...rows, ...retained];
}

/** Creates the operations for the note above a table, which says if the table holds everything. */
function createNoteOperations(cells: TableCells, note: string, isOther: boolean): Operation[] {
  return isOther ? [{ kind: 'write-cells', ...getNoteCell(cells), cells: [[note]] }] : [];
}

function planConsolidationUpdate(
  snapshot: ConsolidationSnapshot,
  consolidation: Consolidation,
  place: LedgerLocation | undefined,
  part: PartialLedger | null,
): Result<ConsolidationPlan> {
  const before = snapshot.metadataSheet!.metadata;
  const { facts: metadata, ...builders } = buildFormulaSheets(consolidation, place, part);
  const wasPart = before.whole !== undefined;
  const wanted = buildDesiredTables(consolidation, part, wasPart);
  const operations = TABLE_SCHEMAS.flatMap((schema: TableSchema): Operation[] => {
    const cells = snapshot.cells.get(schema.table);
    return cells ? createHeaderOperations(schema, cells) : [];
  });
  const problems: Problem[] = [];
  const tables: Record<string, TableChanges> = {};
  for (const schema of TABLE_SCHEMAS) {
    const cells = snapshot.cells.get(schema.table);
    const { kind: total, rows } = wanted[schema.table]!;
    if (!cells) {
      problems.push(problem('consolidation-table-gone', {}, { table: schema.table, sheet: schema.sheet }));
      continue;
    }
    // A formula that gives the same as what is to be stored is not the same.
    const turned = schema.table === UNIT_TABLE_SCHEMA.table && part !== null && !wasPart;
    const sync = syncTable(
      total,
      turned ? clearTotals(cells) : cells,
      retainAnnotatedRows(snapshot, total, rows),
    );
    tables[schema.table] = sync.changes;
    appendAll(operations, sync.operations);
    if (total.note !== schema.note || wasPart)
      appendAll(operations, createNoteOperations(cells, total.note, metadata.part !== before.part));
  }
  const totalsName = findSheetOfName(snapshot, GRAND_TOTAL_NAME);
  const matrixName = findSheetOfName(snapshot, MATRIX_NAMES[0]);
  const isOther = (a: unknown, b: unknown): boolean => !isEqual(a, b);
  const counts = isOther(metadata.whole, before.whole);
  if (
    counts ||
    isOther([metadata.totals, metadata.level, metadata.part], [before.totals, before.level, before.part])
  ) {
    if (totalsName) operations.push(createRewriteOperation(snapshot, builders.totals(totalsName)));
  } else if (parseDateCell(snapshot.asOf) !== consolidation.asOf) {
    const cell = findNamedCell(snapshot, AS_OF_NAME);
    if (cell) operations.push({ kind: 'write-cells', ...cell, cells: [[toDateCell(consolidation.asOf)]] });
  }
  const lacksNames = MATRIX_NAMES.some((name) => findSheetOfName(snapshot, name) === null);
  if (matrixName && (counts || lacksNames || isOther(metadata.matrix, before.matrix))) {
    operations.push(createRewriteOperation(snapshot, builders.matrix(matrixName)));
  }
  if (isOther(metadata, before)) appendAll(operations, createMetadataOperations(metadata, before));
  const wasCut = snapshot.metadataSheet!.state === 'writing';
  const written = new Set(
    operations.flatMap((operation) =>
      operation.kind === 'rewrite-sheet'
        ? [operation.sheet.name]
        : 'sheet' in operation
          ? [operation.sheet as string]
          : [],
    ),
  );
  appendAll(
    problems,
    snapshot.sheets
      .filter(({ name, isProtected }) => isProtected && written.has(name))
      .map(({ name }) => problem('sheet-protected', { sheet: name })),
  );
  if (problems.length > 0) return err(problems);
  const asOf = parseDateCell(snapshot.asOf);
  return ok(
    {
      // The state stands around the steps, so that a run that was cut is known by it.
      operations:
        operations.length === 0 && !wasCut
          ? []
          : [createStateOperation('writing'), ...operations, createStateOperation('done')],
      changes: {
        tables,
        asOf: asOf === consolidation.asOf ? null : { before: asOf, after: consolidation.asOf },
        isNew: false,
      },
    },
    wasCut ? [warning('consolidation-cut', { sheet: CONSOLIDATION_METADATA_SHEET })] : [],
  );
}

/** Rows of the ledger that the officer has written on. */
function findAnnotatedKeys(snapshot: ConsolidationSnapshot): Set<string> {
  return new Set(
    readSnapshotRows(snapshot, DATA_TABLE_SCHEMA)
      .filter((row) => hasOfficerText(DATA_TABLE_SCHEMA, row))
      .map(({ key }) => key),
  );
}

/**
 * Plans a consolidation on a snapshot: all sheets if there are none, else only the cells and rows that differ.
 * Without operations there is nothing to do. A ledger with more rows than a sheet needs a location for the full
 * ledger; the workbook then holds a part, with the totals of the full ledger.
 */
export function planConsolidation(
  snapshot: ConsolidationSnapshot,
  consolidation: Consolidation,
  place?: LedgerLocation,
): Result<ConsolidationPlan> {
  if ((snapshot.metadataSheet?.schema ?? 0) > CONSOLIDATION_SCHEMA_VERSION) {
    return err('schema-newer', { sheet: CONSOLIDATION_METADATA_SHEET });
  }
  const before = snapshot.metadataSheet?.metadata.whole;
  if (before && !place) return err('ledger-needed', {}, { folder: before.folder });
  const rows = consolidation.entries.length;
  if (!place && rows > MAX_DATA_ROWS) return err('ledger-too-long', {}, { rows, limit: MAX_DATA_ROWS });
  const part = place ? buildPartialLedger(consolidation, place, findAnnotatedKeys(snapshot)) : null;
  return snapshot.metadataSheet
    ? planConsolidationUpdate(snapshot, consolidation, place, part)
    : planNewConsolidation(snapshot, consolidation, place, part);
}
