import type { Problem, Result } from '../annex/problem';
import { columnHeaders } from '../locales/sheet-words';
import type { Revision } from './book-change';
import { ANNEX_WIDTHS, COLUMN_IDS } from './columns';
import type { PlannedChange } from './plan-create';
import { planRows } from './plan-rows';
import type { TrackedTable } from './read-tasks';
import { reviseRows } from './revise-rows';
import type { Facts } from './school-book';
import type { SheetPlan } from './sheet-plan';
import type { SheetSnapshot, Snapshot, TableSnapshot } from './snapshot';
import type { Step } from './step';
import type { Headers } from './summary-formulas';
import { OUR_CHARTS, summarySheet } from './summary-sheet';
import { titleHeights, titleLines } from './title-block';
import { asTyped } from './typed';

/** Finds the lines of the title block by their words, wherever a clerk has moved them, and changes what differs. */
export function titleSteps({ sheet, head }: TableSnapshot, before: Facts, after: Facts): Step[] {
  const [old, fresh] = [titleLines(before), titleLines(after)];
  const heights = titleHeights(fresh, ANNEX_WIDTHS);
  return fresh.flatMap((line, index): Step[] => {
    const was = old[index]!;
    if (line === was) return [];
    const row = was === '' ? index : head.findIndex((cells) => cells.includes(was));
    const column = was === '' ? 0 : (head[row]?.indexOf(was) ?? -1);
    // A line that was changed by hand is the clerk's.
    if (head[row]?.[column] !== was) return [];
    return [
      { kind: 'write-cells', sheet, row, column, cells: [[line]] },
      { kind: 'row-heights', sheet, heights: [{ row, height: heights[index]!.height }] },
    ];
  });
}

/** The headers as they stand; null where a column that the summary counts is gone. */
export function headersNow({ columns, headers }: TrackedTable): Headers | null {
  const counted = ['content', 'area', 'leadUnit', 'applicability', 'status'] as const;
  if (counted.some((id) => columns[id] === undefined)) return null;
  return Object.fromEntries(
    COLUMN_IDS.map((id) => [id, headers[columns[id] ?? -1] ?? columnHeaders[id]]),
  ) as Headers;
}

const normalFormula = (cell: unknown): string => String(cell).replace(/\s+/g, ' ').trim();

/**
 * Whether the sheet holds what was written on it; Excel may have put spaces in formulas otherwise. Columns to the right
 * of ours are not looked at: they are not written either.
 */
function isUntouched(now: SheetSnapshot, facts: Facts, headers: Headers): boolean {
  const { blocks, afterTables, ownColumns = Infinity } = summarySheet(facts, headers, now.sheet);
  const wanted = new Map<string, string>();
  for (const { row, column, cells, numberFormats } of [...blocks, ...afterTables]) {
    cells.forEach((line, down) =>
      line.forEach((content, across) => {
        if (content === '') return;
        const typed = normalFormula(asTyped(content, numberFormats[across]));
        wanted.set(`${row + down},${column + across}`, typed.replace(/^'/, ''));
      }),
    );
  }
  let found = 0;
  for (const [down, line] of now.formulas.entries()) {
    for (const [across, cell] of line.entries()) {
      if (cell === '' || now.left + across >= ownColumns) continue;
      if (wanted.get(`${now.top + down},${now.left + across}`) !== normalFormula(cell)) return false;
      found += 1;
    }
  }
  return found === wanted.size;
}

/** The summary written anew, from whatever state it is in. */
export function rewriteSummary(snapshot: Snapshot, now: SheetSnapshot, plan: SheetPlan): Step {
  return {
    kind: 'rewrite-sheet',
    sheet: plan,
    names: plan.names
      .map(({ name }) => name)
      .filter((name) => snapshot.names.some((one) => one.name === name)),
    charts: now.charts.filter((chart) => OUR_CHARTS.includes(chart)),
  };
}

type SummaryPlan = { steps: Step[]; warnings: Problem[] };

export function planSummary(
  snapshot: Snapshot,
  table: TrackedTable,
  before: Facts,
  after: Facts,
): SummaryPlan {
  const now = snapshot.summary;
  const headers = headersNow(table);
  if (!now || !headers) return { steps: [], warnings: [] };
  const plan = summarySheet(after, headers, now.sheet);
  if (JSON.stringify(plan) === JSON.stringify(summarySheet(before, headers, now.sheet))) {
    return { steps: [], warnings: [] };
  }
  if (!isUntouched(now, before, headers)) {
    return {
      steps: [],
      warnings: [{ code: 'summary-edited', severity: 'warning', place: { sheet: now.sheet } }],
    };
  }
  return { steps: [rewriteSummary(snapshot, now, plan)], warnings: [] };
}

export type PlannedRevision = PlannedChange & { facts: Facts | null };

/**
 * Edits, additions and removals of rows with all that follows from them; no step at all where nothing changes.
 * In a workbook without a record, the title block and the summary are not known to be ours and stay as they are.
 */
export function planRevise(
  snapshot: Snapshot,
  table: TrackedTable,
  revision: Revision,
): Result<PlannedRevision> {
  const before = snapshot.record.facts;
  const { effective, inverse } = reviseRows(
    table.rows.map(({ book }) => book),
    revision,
  );
  if (snapshot.tasks?.filtered && (effective.add.length > 0 || effective.remove.length > 0)) {
    const problem: Problem = { code: 'table-filtered', severity: 'error', place: { sheet: table.sheet } };
    return { ok: false, problems: [problem] };
  }
  const facts = revision.facts ?? before;
  const summaryPlan =
    before && facts ? planSummary(snapshot, table, before, facts) : { steps: [], warnings: [] };
  const isNewFacts = JSON.stringify(facts) !== JSON.stringify(before);
  const steps = [
    ...planRows(table, effective),
    ...(before && facts && snapshot.tasks ? titleSteps(snapshot.tasks, before, facts) : []),
    ...summaryPlan.steps,
  ];
  return {
    ok: true,
    value: {
      steps,
      facts,
      inverse: { kind: 'revise', facts: isNewFacts ? before : null, ...inverse },
    },
    warnings: summaryPlan.warnings,
  };
}
