import { assembleTable } from '../../src/import/assemble/assemble-annex';
import { readDocumentContent } from '../../src/import/plan-document/read-document-content';
import type { PlanDocument } from '../../src/import/plan-document/types';
import type { RawDocument } from '../../src/readers/raw-document';
import type { Problem } from '../../src/shared/problem';
import type { Result } from '../../src/shared/result';
import { cleanText } from '../../src/shared/text';
import { type ExpectedContent, type ExpectedPlanRow, type ExpectedRow, toExpectedRows } from './expected';

export type Score = {
  /** The result: "annex", "plan", or the code of the problem. */
  got: string;
  /** Is it what should have come out? */
  asExpected: boolean;
  rowsFound: number;
  rowsExpected: number;
  rowsRight: number;
  cellsRight: number;
  cellsTotal: number;
  /** Rows that the reader itself says are to be looked at. */
  flagged: number;
  /** Wrong rows that are not flagged. */
  wrongUnflagged: number;
  /** Cells that were read wrongly, for the work on the reader: in rows to be looked at, and in others. */
  wrongWarned: string[];
  wrongSilent: string[];
};

const EMPTY_SCORE = {
  rowsFound: 0,
  rowsExpected: 0,
  rowsRight: 0,
  cellsRight: 0,
  cellsTotal: 0,
  flagged: 0,
  wrongUnflagged: 0,
  wrongWarned: [],
  wrongSilent: [],
} satisfies Partial<Score>;

/** A row put together from pieces is to be looked at, and one that was guessed. */
const REVIEW_CODES: ReadonlySet<Problem['code']> = new Set([
  'row-unsure',
  'row-rejoined',
  'unnumbered-row',
  'numbering-gap',
  'duplicate-task',
  'blank-content',
  'blank-lead-unit',
]);

type ReadRow = ExpectedRow & { flagged: boolean };

function readRows(document: RawDocument): ReadRow[] {
  const read = assembleTable(document);
  if (!read.ok) return [];
  const { annex, sources } = read.value;
  const reviewWarnings = read.warnings.filter(({ code }) => REVIEW_CODES.has(code));
  const doubtful = new Set(reviewWarnings.flatMap(({ place }) => place.task ?? []));
  const places = reviewWarnings.filter(({ place }) => place.task === undefined && place.row !== undefined);
  for (const { task, rows } of sources)
    if (
      rows.some((row) =>
        places.some(
          ({ place }) => place.row === row.row && place.table === row.table && place.sheet === row.sheet,
        ),
      )
    )
      doubtful.add(task);
  return toExpectedRows(annex.tasks).map((row) => ({ ...row, flagged: doubtful.has(row.id) }));
}

/** Rows of one name stand for each other; what is left is taken in order. */
function pairRows(expected: readonly ExpectedRow[], found: readonly ReadRow[]): Map<ExpectedRow, ReadRow> {
  const left = [...found];
  const paired = new Map<ExpectedRow, ReadRow>();
  for (const row of expected) {
    const at = left.findIndex(({ id }) => id === row.id);
    if (at >= 0) paired.set(row, left.splice(at, 1)[0]!);
  }
  for (const row of expected) {
    if (paired.has(row)) continue;
    const at = left.findIndex(({ cells }) => cells[1] === row.cells[1] && cells.length === row.cells.length);
    if (at >= 0) paired.set(row, left.splice(at, 1)[0]!);
  }
  return paired;
}

function scoreAnnex(
  document: RawDocument,
  expected: readonly ExpectedRow[],
): Omit<Score, 'got' | 'asExpected'> {
  const found = readRows(document);
  const paired = pairRows(expected, found);
  const score = { ...EMPTY_SCORE, wrongWarned: [] as string[], wrongSilent: [] as string[] };
  score.rowsFound = found.length;
  score.rowsExpected = expected.length;
  score.flagged = found.filter(({ flagged }) => flagged).length;
  const isFlagged = (row: ExpectedRow | undefined): boolean =>
    row !== undefined && paired.get(row)?.flagged === true;
  expected.forEach((row, at) => {
    const got = paired.get(row);
    const right = row.cells.filter((cell, index) => got?.cells[index] === cell).length;
    score.cellsTotal += row.cells.length;
    score.cellsRight += right;
    if (right === row.cells.length) {
      score.rowsRight++;
      return;
    }
    // A row that is missing is looked for where its nearest task is looked at; a section's title likewise.
    const isTask = (other: ExpectedRow): boolean => other.cells.length > 2 && paired.has(other);
    const near =
      got && row.cells.length > 2
        ? [row]
        : [expected.slice(0, at).findLast(isTask), expected.slice(at + 1).find(isTask)];
    const isNamed = near.some(isFlagged);
    if (!isNamed) score.wrongUnflagged++;
    const wrong = isNamed ? score.wrongWarned : score.wrongSilent;
    row.cells.forEach((cell, index) => {
      if (got?.cells[index] !== cell) wrong.push(`${row.id}[${index}] ${cell} ≠ ${got?.cells[index] ?? '–'}`);
    });
  });
  const usedRows = new Set(paired.values());
  for (const row of found)
    if (!usedRows.has(row)) {
      const message = `${row.id} is not in the document: ${row.cells.join(' | ')}`;
      (row.flagged ? score.wrongWarned : score.wrongSilent).push(message);
      if (!row.flagged) score.wrongUnflagged++;
    }
  return score;
}

/** The gold has no lines inside an item: a line end counts as a blank. */
function toExpectedPlanRows({ legalBases, items, targets }: PlanDocument): ExpectedPlanRow[] {
  return [
    ...legalBases.map(({ type, number, date, agency, subject }) => ({
      part: 'basis' as const,
      cells: [type, number, date, agency, subject],
    })),
    ...items.map(({ section, text }) => ({ part: 'item' as const, cells: [section, cleanText(text)] })),
    ...targets.map(({ comparator, value }) => ({
      part: 'target' as const,
      cells: [comparator, String(value)],
    })),
  ];
}

function scorePlan(
  plan: PlanDocument,
  expected: ExpectedContent & { kind: 'plan' },
): Omit<Score, 'got' | 'asExpected'> {
  const { number, date, title, year } = plan.edition;
  const head = [number, date, title, String(year ?? '')];
  const found = toExpectedPlanRows(plan);
  const left = [...found];
  const score = { ...EMPTY_SCORE, wrongWarned: [] as string[], wrongSilent: [] as string[] };
  score.rowsFound = found.length;
  score.rowsExpected = expected.rows.length;
  score.cellsTotal = head.length + expected.rows.flatMap(({ cells }) => cells).length;
  score.cellsRight = head.filter((cell, index) => cell === expected.head[index]).length;
  for (const row of expected.rows) {
    const same = (other: ExpectedPlanRow): number =>
      other.part === row.part ? other.cells.filter((cell, index) => cell === row.cells[index]).length : -1;
    const best = left.reduce(
      (most, other) => (same(other) > same(most ?? other) ? other : (most ?? other)),
      left[0],
    );
    const right = best ? Math.max(0, same(best)) : 0;
    score.cellsRight += right;
    if (right === row.cells.length) {
      score.rowsRight++;
      left.splice(left.indexOf(best!), 1);
    } else {
      score.wrongSilent.push(`${row.part}: ${row.cells.join(' | ')}`);
      score.wrongUnflagged++;
    }
  }
  return score;
}

/** Compares what was read of a document with what is known to stand in it. */
export function scoreDocument(document: Result<RawDocument>, expected: ExpectedContent): Score {
  if (!document.ok) {
    const got = document.problems[0]?.code ?? '';
    return { ...EMPTY_SCORE, got, asExpected: expected.kind === 'refused' && got === expected.code };
  }
  const content = readDocumentContent(document.value);
  const got = content.ok ? content.value.kind : (content.problems[0]?.code ?? '');
  if (expected.kind === 'refused') return { ...EMPTY_SCORE, got, asExpected: got === expected.code };
  const asExpected = got === expected.kind;
  if (expected.kind === 'annex') return { got, asExpected, ...scoreAnnex(document.value, expected.rows) };
  if (!content.ok || content.value.kind !== 'plan')
    return { ...EMPTY_SCORE, got, asExpected, rowsExpected: expected.rows.length };
  return { got, asExpected, ...scorePlan(content.value.plan, expected) };
}
