import type { Step } from '../step';
import { syncTable } from './book-table';
import type { BookTableKind, Contents, TableCells, WantedRow } from './book-table';
import { BOOK_TABLES, rowsOf } from './book-snapshot';
import type { BookSnapshot } from './book-snapshot';
import { factSteps, stateStep } from './consolidation-record';
import { MATRIX_NAMES, matrixSheet } from './matrix-sheet';
import { rewriteStep, sheetOfName } from './named-sheets';
import { dateOf } from './serial-dates';
import { WHOLE_NAME, totalsSheet } from './totals-sheet';

/** All columns but formulas count as ours: the workbook is to hold again what it held. */
const restoring = (kind: BookTableKind): BookTableKind => ({
  ...kind,
  columns: kind.columns.map((column) =>
    column.owner === 'formula' ? column : { ...column, owner: 'ours' as const },
  ),
});

const tableSteps = (kind: BookTableKind, before: BookSnapshot, cells: TableCells): Step[] => {
  const whole = restoring(kind);
  const rows = rowsOf(before, whole).map(({ key, cells: was }): WantedRow<string> => ({
    key,
    cells: was as Contents,
  }));
  return syncTable(whole, cells, rows).steps;
};

/**
 * Steps that lead from a workbook half written back to what it was: sheets that were not there go, tables get their
 * former rows, the sheets of formulas are laid out as they were. Null where a table is gone that was there.
 */
export const planRestore = (before: BookSnapshot, now: BookSnapshot): Step[] | null => {
  const had = new Set(before.sheets.map(({ name }) => name));
  const sheets = now.sheets.map(({ name }) => name).filter((name) => !had.has(name));
  const hadNames = new Set(before.names.map(({ name }) => name));
  const names = now.names.map(({ name }) => name).filter((name) => !hadNames.has(name));
  const added: Step[] =
    sheets.length + names.length === 0 ? [] : [{ kind: 'remove-sheets', sheets, names, instead: null }];
  if (!before.record) return added;

  const steps: Step[] = [];
  for (const kind of BOOK_TABLES) {
    if (!before.cells.has(kind.table)) continue;
    const cells = now.cells.get(kind.table);
    if (!cells) return null;
    steps.push(...tableSteps(kind as unknown as BookTableKind, before, cells));
  }
  const { facts, state } = before.record;
  const nowFacts = now.record?.facts ?? facts;
  const book = {
    level: facts.level,
    annex: facts.annex,
    asOf: dateOf(before.asOf),
    reportDue: dateOf(before.reportDue),
  };
  const totals = sheetOfName(now, WHOLE_NAME) ?? sheetOfName(before, WHOLE_NAME);
  const matrix = sheetOfName(now, MATRIX_NAMES[0]) ?? sheetOfName(before, MATRIX_NAMES[0]);
  if (totals) steps.push(rewriteStep(now, totalsSheet(book, facts.totals, facts.part, totals)));
  if (matrix) steps.push(rewriteStep(now, matrixSheet(facts.matrix, matrix)));
  return [...added, ...steps, ...factSteps(facts, nowFacts), stateStep(state)];
};
