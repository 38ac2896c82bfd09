import { areaOf } from '../address';
import type { CellContent } from '../sheet-plan';
import type { Step } from '../step';
import { readRows, syncTable } from './book-table';
import type { BookTableKind, Contents, TableCells, WantedRow } from './book-table';
import { BOOK_TABLES, rowsOf } from './book-snapshot';
import type { BookSnapshot } from './book-snapshot';
import { factSteps, stateStep } from './consolidation-record';
import { MATRIX_NAMES, matrixSheet } from './matrix-sheet';
import { rewriteStep, sheetOfName } from './named-sheets';
import { dateOf } from './serial-dates';
import { WHOLE_NAME, totalsSheet } from './totals-sheet';

/** All columns but formulas count as ours: the workbook is to hold again what it held. */
function restoring(kind: BookTableKind): BookTableKind {
  return {
    ...kind,
    columns: kind.columns.map((column) =>
      column.owner === 'formula' ? column : { ...column, owner: 'ours' as const },
    ),
  };
}

/** Rows in another order than they had: all are written where they stood, whatever stands there now. */
function inPlaceSteps(kind: BookTableKind, was: TableCells, is: TableCells): Step[] {
  const { sheet, table, top, left } = is;
  const headers = (is.values[0] ?? []).map(String);
  const columnOf = new Map(kind.columns.map((column) => [column.header, column]));
  const source = new Map((was.values[0] ?? []).map((header, at) => [String(header), at]));
  const line = (values: TableCells['values'][number]): CellContent[] =>
    headers.map((header) => {
      const column = columnOf.get(header);
      if (column?.owner === 'formula') return { formula: column.formula ?? '' };
      return values[source.get(header) ?? -1] ?? '';
    });
  const rows = was.values.slice(1).map(line);
  const there = is.values.length - 1;
  const kept = Math.min(there, rows.length);
  return [
    { kind: 'write-cells', sheet, row: top + 1, column: left, cells: rows.slice(0, kept) },
    ...(rows.length > there
      ? [
          {
            kind: 'insert-rows',
            sheet,
            table,
            index: there,
            block: {
              row: top + 1 + there,
              column: left,
              numberFormats: headers.map((header) => columnOf.get(header)?.numberFormat ?? 'General'),
              cells: rows.slice(there),
            },
          } satisfies Step,
        ]
      : []),
    ...(there > rows.length
      ? [
          {
            kind: 'delete-rows',
            sheet,
            area: areaOf(top + 1 + rows.length, left, there - rows.length, headers.length),
          } satisfies Step,
        ]
      : []),
  ];
}

function tableSteps(kind: BookTableKind, before: BookSnapshot, was: TableCells, is: TableCells): Step[] {
  const whole = restoring(kind);
  const wanted = rowsOf(before, whole);
  const kept = new Set(wanted.map(({ key }) => key));
  const order = (rows: readonly { key: string }[]): string => rows.map(({ key }) => key).join('\n');
  const left = readRows(whole, is).filter(({ key }) => kept.has(key));
  if (order(left) !== order(wanted)) return inPlaceSteps(kind, was, is);
  const rows = wanted.map(({ key, cells }): WantedRow<string> => ({ key, cells: cells as Contents }));
  return syncTable(whole, is, rows).steps;
}

/**
 * Steps that lead from a workbook half written back to what it was: sheets that were not there go, tables get their
 * former rows, the sheets of formulas are laid out as they were. Null where a table is gone that was there.
 */
export function planRestore(before: BookSnapshot, now: BookSnapshot): Step[] | null {
  const had = new Set(before.sheets.map(({ name }) => name));
  const sheets = now.sheets.map(({ name }) => name).filter((name) => !had.has(name));
  const hadNames = new Set(before.names.map(({ name }) => name));
  const names = now.names.map(({ name }) => name).filter((name) => !hadNames.has(name));
  const added: Step[] =
    sheets.length + names.length === 0 ? [] : [{ kind: 'remove-sheets', sheets, names, instead: null }];
  if (!before.record) return added;

  const steps: Step[] = [];
  for (const kind of BOOK_TABLES) {
    const was = before.cells.get(kind.table);
    if (!was) continue;
    const is = now.cells.get(kind.table);
    if (!is) return null;
    steps.push(...tableSteps(kind as unknown as BookTableKind, before, was, is));
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
}
