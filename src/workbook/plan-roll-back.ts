import type { BookChange, RowAddition, RowEdit } from './book-change';
import { cellSteps } from './cells/plan-cells';
import type { ChangePlan } from './plan-change';
import { OUR_NAMES } from './plan-create';
import { headersNow, rewriteSummary } from './plan-revise';
import type { PrintChange } from './print/print-change';
import { planPrint } from './print/plan-print';
import { planRows } from './plan-rows';
import { progressBackTo } from './progress/roll-back-progress';
import { readTaskTable } from './read-tasks';
import type { TrackedTable } from './read-tasks';
import { RECORD_SHEET, entryRow, factRows, slotOf } from './record';
import type { RecordRow } from './record';
import { recordSteps } from './record-steps';
import { hasSheet } from './snapshot';
import type { Snapshot, TableSnapshot } from './snapshot';
import type { Step } from './step';
import { reviseRows } from './revise-rows';
import { summarySheet } from './summary-sheet';
import { stepsBackTo } from './targets/roll-back-targets';
import { titleHeights, titleLines } from './title-block';
import { ANNEX_WIDTHS } from './columns';
import type { Facts } from './school-book';

const hasName = ({ names }: Snapshot, name: string): boolean => names.some((one) => one.name === name);

/** Sheets and names that were not there before go again. */
function removalSteps(before: Snapshot, now: Snapshot, planned: ChangePlan): Step[] {
  const added = planned.steps.flatMap((step) => (step.kind === 'add-sheets' ? step.sheets : []));
  const sheets = [RECORD_SHEET, ...added.map(({ name }) => name)].filter(
    (name) => hasSheet(now, name) && !hasSheet(before, name),
  );
  const names = OUR_NAMES.filter((name) => hasName(now, name) && !hasName(before, name));
  return sheets.length + names.length > 0 ? [{ kind: 'remove-sheets', sheets, names, instead: null }] : [];
}

/** What leads from the rows as they are to the rows as they were. */
function towards(
  now: TrackedTable,
  before: TrackedTable,
): { edits: RowEdit[]; add: RowAddition[]; remove: string[] } {
  const present = new Set(now.rows.map(({ key }) => key));
  const wanted = new Set(before.rows.map(({ key }) => key));
  const add: RowAddition[] = [];
  let survivor: string | null = null;
  for (const { key, book } of before.rows) {
    if (present.has(key)) survivor = key;
    else add.push({ after: survivor, row: book });
  }
  return {
    edits: before.rows
      .filter(({ key }) => present.has(key))
      .map(({ key, book }) => ({ key, cells: book.cells })),
    add,
    remove: [...present].filter((key) => !wanted.has(key)),
  };
}

/** Rows that were opened and not filled any more; blank rows that were there before stay. */
function openedRows(now: TableSnapshot, before: TableSnapshot): number[] {
  const isBlank = (cells: readonly unknown[]): boolean => cells.every((value) => value === '');
  if (before.values.some(isBlank)) return [];
  return now.values.slice(1).flatMap((cells, index) => (isBlank(cells) ? [index] : []));
}

/** Lines of the title block that the change wrote; other cells there may be formulas and are left alone. */
function titleSteps(before: TableSnapshot, facts: Facts, { steps }: ChangePlan): Step[] {
  const lines = titleLines(facts);
  const heights = titleHeights(lines, ANNEX_WIDTHS);
  return steps.flatMap((step): Step[] => {
    if (step.kind !== 'write-cells' || step.sheet !== before.sheet || step.row >= before.top) return [];
    const was = before.head[step.row]?.[step.column] ?? '';
    const line = lines.findIndex((text) => text === was);
    return [
      { ...step, cells: [[was]] },
      {
        kind: 'row-heights',
        sheet: step.sheet,
        heights: [{ row: step.row, height: heights[line]?.height ?? 0 }].filter(({ height }) => height > 0),
      },
    ];
  });
}

function rowSteps(before: Snapshot, now: Snapshot, planned: ChangePlan): Step[] | null {
  if (!before.tasks || !now.tasks) return null;
  const [was, is] = [readTaskTable(before.tasks), readTaskTable(now.tasks)];
  if (!was.ok || !is.ok) return null;
  const rewrites = planned.steps.some(({ kind }) => kind === 'rewrite-sheet');
  const headers = headersNow(was.value);
  const { facts } = before.record;
  const summary =
    rewrites && now.summary && headers && facts
      ? [rewriteSummary(now, now.summary, summarySheet(facts, headers, now.summary.sheet))]
      : [];
  const books = is.value.rows.map(({ book }) => book);
  const changes = reviseRows(books, towards(is.value, was.value)).effective;
  return [
    ...planRows(is.value, changes, openedRows(now.tasks, before.tasks)),
    ...(facts ? titleSteps(before.tasks, facts, planned) : []),
    ...summary,
  ];
}

/** The rows of the record that the change wrote, as they were; a kept change that was not read is let go. */
function recordRows({ record }: Snapshot, history: readonly RecordRow[]): RecordRow[] {
  return [
    ...factRows(record.facts),
    ...history.map(({ row }): RecordRow => {
      const entry = record.entries.find(({ id }) => slotOf(id) === row);
      const change: BookChange | undefined = entry && record.changes.get(entry.id);
      return entry && change ? entryRow(entry, JSON.stringify(change)) : { row, cells: [] };
    }),
  ];
}

/** The sheet to print as it was, and the record; the table of tasks was not touched. */
function printSteps(
  before: Snapshot,
  now: Snapshot,
  inverse: PrintChange,
  history: readonly RecordRow[],
): Step[] | null {
  const planned = planPrint(now, inverse);
  if (!planned.ok) return null;
  const isRecordNew = hasSheet(now, RECORD_SHEET) && !hasSheet(before, RECORD_SHEET);
  return [
    ...planned.value.steps,
    ...(isRecordNew
      ? [{ kind: 'remove-sheets', sheets: [RECORD_SHEET], names: [], instead: null } satisfies Step]
      : recordSteps(before, recordRows(before, history))),
  ];
}

function partsOf(change: BookChange | null): BookChange[] {
  return change?.kind === 'several' ? change.changes.flatMap(partsOf) : change ? [change] : [];
}

/** Single cells and targets as they were. */
function otherSteps(before: Snapshot, now: Snapshot, { inverse }: ChangePlan): Step[] | null {
  const cells = partsOf(inverse).flatMap((change) => (change.kind === 'cells' ? cellSteps(change) : []));
  const targets = before.targets && now.targets ? stepsBackTo(before.targets, now.targets) : [];
  return targets && [...cells, ...targets];
}

/**
 * Steps that lead from a workbook in which a change stopped half-way back to how it was; null where that cannot be
 * told. A removal of sheets cannot be rolled back here: the entry in the record leads back.
 */
export function planRollBack(
  before: Snapshot,
  now: Snapshot,
  planned: ChangePlan,
  history: readonly RecordRow[],
): Step[] | null {
  if (planned.steps.some(({ kind }) => kind === 'remove-sheets')) return null;
  if (planned.inverse?.kind === 'print') return printSteps(before, now, planned.inverse, history);
  if (planned.inverse?.kind === 'progress') {
    const back = progressBackTo(before, now, planned, planned.inverse);
    const isRecorded = hasSheet(before, RECORD_SHEET);
    return back && [...back, ...(isRecorded ? recordSteps(before, recordRows(before, history)) : [])];
  }
  const rows = before.tasks ? rowSteps(before, now, planned) : [];
  const others = otherSteps(before, now, planned);
  if (rows === null || others === null) return null;
  const record = hasSheet(before, RECORD_SHEET) ? recordSteps(before, recordRows(before, history)) : [];
  return [...rows, ...others, ...removalSteps(before, now, planned), ...record];
}
