import { refuse } from '../../annex/outcome';
import type { Problem, Result } from '../../annex/problem';
import type { Consolidated } from '../../consolidation/ledger/consolidated';
import { consolidationSheetNames, lineStateWords } from '../../locales/consolidation-sheet-words';
import type { SheetPlan } from '../sheet-plan';
import type { Step } from '../step';
import { hasOfficerWords, syncTable, tableSheet } from './book-table';
import type { BookTableKind, Contents, TableCells, TableChanges, WantedRow } from './book-table';
import { BOOK_TABLES, rowsOf } from './book-snapshot';
import type { BookSnapshot } from './book-snapshot';
import {
  CONSOLIDATION_RECORD,
  CONSOLIDATION_SCHEMA,
  consolidationRecordSheet,
  factSteps,
  stateStep,
} from './consolidation-record';
import type { ConsolidationFacts } from './consolidation-record';
import { AS_OF_NAME, dataRow, dataTable } from './data-table';
import {
  disagreementRows,
  disagreementTable,
  driftRows,
  driftTable,
  missingRows,
  missingTable,
  sourceRows,
  sourceTable,
} from './list-tables';
import { MATRIX_NAMES, matrixLines, matrixSheet } from './matrix-sheet';
import { MOST_DATA_ROWS, notePlace, partOfLedger, unitsWithFormulas, withoutFigures } from './part-of-ledger';
import type { LedgerPart, LedgerPlace } from './part-of-ledger';
import { cellOfName, rewriteStep, sheetOfName } from './named-sheets';
import { dateOf, serialOf } from './serial-dates';
import { totalsLines } from './totals-lines';
import { WHOLE_NAME, totalsSheet } from './totals-sheet';
import { REPORT_DUE_NAME, unitRows, unitTable } from './units-table';

/** What a run does to each table, by the table's name, and whether the sheets of formulas are laid out anew. */
export type BookChanges = {
  tables: Record<string, TableChanges>;
  asOf: { before: string; after: string } | null;
  /** No consolidation was there. */
  isNew: boolean;
};

export type { LedgerPlace } from './part-of-ledger';

export type BookPlan = { steps: Step[]; changes: BookChanges };

const NAMES = [AS_OF_NAME, REPORT_DUE_NAME, WHOLE_NAME, ...MATRIX_NAMES];

type Rows = {
  [Table in string]: { kind: BookTableKind; rows: WantedRow<string>[] };
};

/** One table after the other; the types of their columns stay apart. */
function rowsFor(book: Consolidated, part: LedgerPart | null, wasPart: boolean): Rows {
  const entry = <Id extends string>(kind: BookTableKind<Id>, rows: WantedRow<Id>[]) =>
    [kind.table, { kind: kind as unknown as BookTableKind, rows: rows as WantedRow<string>[] }] as const;
  const again = unitsWithFormulas(book);
  return Object.fromEntries([
    part
      ? entry(part.unitKind, part.unitRows)
      : wasPart
        ? entry(again.kind, again.rows)
        : entry(unitTable, unitRows(book)),
    entry(disagreementTable, disagreementRows(book)),
    entry(missingTable, missingRows(book)),
    entry(driftTable, driftRows(book)),
    entry(sourceTable, sourceRows(book)),
    part ? entry(part.dataKind, part.dataRows) : entry(dataTable, book.entries.map(dataRow)),
  ]);
}

/** The sheets of formulas, and the facts that say when they are written anew. */
function layOut(book: Consolidated, place: LedgerPlace | undefined, part: LedgerPart | null) {
  const facts: ConsolidationFacts = {
    level: book.level,
    annex: book.annex,
    fingerprint: book.fingerprint,
    units: [...book.units],
    totals: totalsLines(book),
    matrix: part ? part.matrixLines(matrixLines(book)) : matrixLines(book),
    part: part?.note ?? '',
  };
  const totals = (name?: string): SheetPlan => {
    const plan = totalsSheet(book, facts.totals, facts.part, name);
    return part ? part.totals(plan) : plan;
  };
  const matrix = (name?: string): SheetPlan => {
    const plan = matrixSheet(facts.matrix, name);
    return part ? part.matrix(plan, facts.matrix) : plan;
  };
  if (part && place) {
    facts.whole = { folder: place.folder, figures: part.fingerprint([totals(), matrix()]) };
  }
  return { facts, totals, matrix };
}

function failure(code: Problem['code'], place: Problem['place'], details?: Problem['details']): Problem {
  return {
    code,
    severity: 'error',
    place,
    ...(details && { details }),
  };
}

function sameName(a: string, b: string): boolean {
  return a.normalize('NFC').toLocaleLowerCase('vi') === b.normalize('NFC').toLocaleLowerCase('vi');
}

function freeName(snapshot: BookSnapshot, wanted: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted} (${number})`;
    if (!snapshot.sheets.some((sheet) => sameName(sheet.name, name))) return name;
  }
}

function obstaclesToNew(snapshot: BookSnapshot): Problem[] {
  return [
    ...snapshot.tables
      .filter(({ name }) => BOOK_TABLES.some((kind) => sameName(kind.table, name)))
      .map(({ name, sheet }) => failure('table-name-taken', { sheet }, { table: name })),
    ...snapshot.names
      .filter(({ name, formula }) => NAMES.some((one) => sameName(one, name)) && !formula.includes('#REF!'))
      .map(({ name, formula }) => failure('defined-name-taken', {}, { name, formula })),
  ];
}

function planNew(
  snapshot: BookSnapshot,
  book: Consolidated,
  place: LedgerPlace | undefined,
  part: LedgerPart | null,
): Result<BookPlan> {
  const problems = obstaclesToNew(snapshot);
  if (problems.length > 0) return { ok: false, problems };
  const { facts, ...sheetOf } = layOut(book, place, part);
  const wanted = rowsFor(book, part, false);
  const name = (id: keyof typeof consolidationSheetNames): string =>
    freeName(snapshot, consolidationSheetNames[id]);
  const table = (kind: { table: string; sheet: string }): SheetPlan => {
    const { kind: whole, rows } = wanted[kind.table]!;
    return tableSheet(
      whole,
      rows.map(({ cells }) => cells as Contents),
      freeName(snapshot, kind.sheet),
    );
  };
  const totals = sheetOf.totals(name('totals'));
  const sheets: SheetPlan[] = [
    totals,
    table(unitTable),
    sheetOf.matrix(name('matrix')),
    table(disagreementTable),
    table(missingTable),
    table(driftTable),
    table(sourceTable),
    table(dataTable),
  ];
  const record = consolidationRecordSheet(facts);
  const broken = snapshot.names
    .filter(({ name: one, formula }) => NAMES.includes(one as never) && formula.includes('#REF!'))
    .map(({ name: one }) => one);
  return {
    ok: true,
    value: {
      steps: [
        ...(broken.length > 0 ? [{ kind: 'remove-names', names: broken } satisfies Step] : []),
        { kind: 'add-sheets', sheets: [record], activate: null },
        { kind: 'add-sheets', sheets, activate: totals.name },
        {
          kind: 'place-sheet',
          sheet: CONSOLIDATION_RECORD,
          position: snapshot.sheets.length + sheets.length,
        },
        stateStep('done'),
      ],
      changes: {
        tables: Object.fromEntries(
          Object.entries(wanted).map(([id, { rows }]) => [
            id,
            { added: rows.length, changed: 0, removed: 0 },
          ]),
        ),
        asOf: null,
        isNew: true,
      },
    },
    warnings: [],
  };
}

/** Lines that are no longer so but that the officer wrote on stay, and say so. */
function keepLines(
  snapshot: BookSnapshot,
  kind: BookTableKind,
  rows: WantedRow<string>[],
): WantedRow<string>[] {
  // The state of a row of the ledger is what the unit reports: a row that is gone must not be counted.
  const others: readonly string[] = [sourceTable.table, dataTable.table];
  if (!kind.columns.some(({ id }) => id === 'state') || others.includes(kind.table)) return rows;
  const wanted = new Set(rows.map(({ key }) => key));
  const kept = rowsOf(snapshot, kind)
    .filter((row) => !wanted.has(row.key) && hasOfficerWords(kind, row))
    .map(({ key }): WantedRow<string> => ({ key, cells: { state: lineStateWords.gone } }));
  return [...rows, ...kept];
}

/** The note above a table says whether it holds everything. */
function noteSteps(cells: TableCells, note: string, isOther: boolean): Step[] {
  return isOther ? [{ kind: 'write-cells', ...notePlace(cells), cells: [[note]] }] : [];
}

function planAgain(
  snapshot: BookSnapshot,
  book: Consolidated,
  place: LedgerPlace | undefined,
  part: LedgerPart | null,
): Result<BookPlan> {
  const before = snapshot.record!.facts;
  const { facts, ...sheetOf } = layOut(book, place, part);
  const wasPart = before.whole !== undefined;
  const wanted = rowsFor(book, part, wasPart);
  const steps: Step[] = [];
  const problems: Problem[] = [];
  const tables: Record<string, TableChanges> = {};
  for (const kind of BOOK_TABLES) {
    const cells = snapshot.cells.get(kind.table);
    const { kind: whole, rows } = wanted[kind.table]!;
    if (!cells) {
      problems.push(failure('consolidation-table-gone', {}, { table: kind.table, sheet: kind.sheet }));
      continue;
    }
    // A formula that gives the same as what is to be stored is not the same.
    const turned = kind.table === unitTable.table && part !== null && !wasPart;
    const sync = syncTable(whole, turned ? withoutFigures(cells) : cells, keepLines(snapshot, whole, rows));
    tables[kind.table] = sync.changes;
    const moves = sync.steps.some((step) => step.kind === 'insert-rows' || step.kind === 'delete-rows');
    if (moves && snapshot.tables.find(({ name }) => name === kind.table)?.filtered) {
      problems.push(failure('table-filtered', { sheet: cells.sheet }));
    }
    steps.push(...sync.steps);
    if (whole.note !== kind.note || wasPart)
      steps.push(...noteSteps(cells, whole.note, facts.part !== before.part));
  }
  const totalsName = sheetOfName(snapshot, WHOLE_NAME);
  const matrixName = sheetOfName(snapshot, MATRIX_NAMES[0]);
  const isOther = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);
  const figures = isOther(facts.whole, before.whole);
  if (
    figures ||
    isOther([facts.totals, facts.level, facts.part], [before.totals, before.level, before.part])
  ) {
    if (totalsName) steps.push(rewriteStep(snapshot, sheetOf.totals(totalsName)));
  } else if (dateOf(snapshot.asOf) !== book.asOf) {
    const cell = cellOfName(snapshot, AS_OF_NAME);
    if (cell) steps.push({ kind: 'write-cells', ...cell, cells: [[serialOf(book.asOf)]] });
  }
  const lacksNames = MATRIX_NAMES.some((name) => sheetOfName(snapshot, name) === null);
  if (matrixName && (figures || lacksNames || isOther(facts.matrix, before.matrix))) {
    steps.push(rewriteStep(snapshot, sheetOf.matrix(matrixName)));
  }
  if (isOther(facts, before)) steps.push(...factSteps(facts, before));
  const wasCut = snapshot.record!.state === 'writing';
  const written = new Set(
    steps.flatMap((step) =>
      step.kind === 'rewrite-sheet' ? [step.sheet.name] : 'sheet' in step ? [step.sheet as string] : [],
    ),
  );
  problems.push(
    ...snapshot.sheets
      .filter(({ name, isProtected }) => isProtected && written.has(name))
      .map(({ name }) => failure('sheet-protected', { sheet: name })),
  );
  if (problems.length > 0) return { ok: false, problems };
  const asOf = dateOf(snapshot.asOf);
  return {
    ok: true,
    value: {
      // The state stands around the steps, so that a run that was cut is known by it.
      steps: steps.length === 0 && !wasCut ? [] : [stateStep('writing'), ...steps, stateStep('done')],
      changes: { tables, asOf: asOf === book.asOf ? null : { before: asOf, after: book.asOf }, isNew: false },
    },
    warnings: wasCut
      ? [{ code: 'consolidation-cut', severity: 'warning', place: { sheet: CONSOLIDATION_RECORD } }]
      : [],
  };
}

/** Rows of the ledger that the officer has written on. */
function notedRows(snapshot: BookSnapshot): Set<string> {
  return new Set(
    rowsOf(snapshot, dataTable)
      .filter((row) => hasOfficerWords(dataTable, row))
      .map(({ key }) => key),
  );
}

/**
 * What a consolidation does to the workbook of a snapshot: its sheets where there are none, else only the cells and
 * rows that differ. Without steps there is nothing to do. A ledger of more rows than a sheet holds needs a place for
 * the whole of it; the workbook then holds a part, with the figures of the whole.
 */
export function planBook(snapshot: BookSnapshot, book: Consolidated, place?: LedgerPlace): Result<BookPlan> {
  if ((snapshot.record?.schema ?? 0) > CONSOLIDATION_SCHEMA) {
    return { ok: false, problems: [failure('schema-newer', { sheet: CONSOLIDATION_RECORD })] };
  }
  const before = snapshot.record?.facts.whole;
  if (before && !place) return refuse('ledger-needed', {}, { folder: before.folder });
  const rows = book.entries.length;
  if (!place && rows > MOST_DATA_ROWS) return refuse('ledger-too-long', {}, { rows, limit: MOST_DATA_ROWS });
  const part = place ? partOfLedger(book, place, notedRows(snapshot)) : null;
  return snapshot.record ? planAgain(snapshot, book, place, part) : planNew(snapshot, book, place, part);
}
