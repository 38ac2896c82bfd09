import type { Problem, Result } from '../annex/problem';
import { sheetNames } from '../locales/sheet-words';
import { annexSheet } from './annex-sheet';
import type { BookChange } from './book-change';
import { TASK_TABLE } from './columns';
import { LIST_NAMES, listsSheet } from './lists-sheet';
import { summaryLinesOf } from './summary-lines';
import type { SchoolBook } from './school-book';
import { freeSheetName, sheetOfName } from './snapshot';
import type { Snapshot } from './snapshot';
import type { Step } from './step';
import { SUMMARY_NAMES, summarySheet } from './summary-sheet';

export const OUR_NAMES: readonly string[] = [...Object.values(LIST_NAMES), ...Object.values(SUMMARY_NAMES)];

export type PlannedChange = {
  steps: Step[];
  /** What leads back; null where it cannot be kept. */
  inverse: BookChange | null;
};

function taken(code: Problem['code'], details: Problem['details'], place: Problem['place'] = {}): Problem {
  return {
    code,
    severity: 'error',
    place,
    details,
  };
}

/** Names of ours that a deleted sheet left behind. */
function brokenNames(snapshot: Snapshot): string[] {
  return OUR_NAMES.filter((name) =>
    snapshot.names.some((one) => one.name === name && one.formula.includes('#REF!')),
  );
}

function obstacles(snapshot: Snapshot): Problem[] {
  const table = snapshot.tables.find(({ name }) => name.toLowerCase() === TASK_TABLE.toLowerCase());
  const broken = new Set(brokenNames(snapshot));
  return [
    ...(table ? [taken('table-name-taken', { table: table.name }, { sheet: table.sheet })] : []),
    ...snapshot.names
      .filter(({ name }) => OUR_NAMES.includes(name) && !broken.has(name))
      .map(({ name, formula }) => taken('defined-name-taken', { name, formula })),
  ];
}

/** A workbook without a table of tasks gets its sheets. Sheets that have our names already are left alone. */
export function planCreate(snapshot: Snapshot, book: SchoolBook): Result<PlannedChange> {
  const problems = obstacles(snapshot);
  if (problems.length > 0) return { ok: false, problems };
  const facts = { ...book.facts, summary: summaryLinesOf(book.rows) };
  const name = (wanted: string): string => freeSheetName(snapshot, wanted);
  const annex = annexSheet({ ...book, facts }, name(sheetNames.annex));
  const sheets = [
    annex,
    summarySheet(facts, undefined, name(sheetNames.summary)),
    listsSheet(name(sheetNames.lists)),
  ];
  const broken = brokenNames(snapshot);
  const steps: Step[] = [
    ...(broken.length > 0 ? [{ kind: 'remove-names', names: broken } satisfies Step] : []),
    { kind: 'add-sheets', sheets, activate: annex.name },
  ];
  return { ok: true, value: { steps, inverse: { kind: 'remove' } }, warnings: [] };
}

/** Takes the sheets of a school workbook away; what else the workbook holds stays. */
export function planRemove(snapshot: Snapshot, book: SchoolBook): PlannedChange {
  const ours = [
    snapshot.tasks?.sheet,
    sheetOfName(snapshot, SUMMARY_NAMES.whole),
    sheetOfName(snapshot, LIST_NAMES.applicability),
  ].filter((sheet): sheet is string => typeof sheet === 'string');
  const sheets = [...new Set(ours)];
  const isVisibleLeft = snapshot.sheets.some(({ name, visible }) => visible && !sheets.includes(name));
  const names = OUR_NAMES.filter((name) => snapshot.names.some((one) => one.name === name));
  return {
    steps: [
      {
        kind: 'remove-sheets',
        sheets,
        names,
        instead: isVisibleLeft ? null : freeSheetName(snapshot, 'Sheet1'),
      },
    ],
    inverse: { kind: 'create', book },
  };
}
