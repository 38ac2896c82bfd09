import type { Task } from '../../../src/annex/types';
import { assembleTable } from '../../../src/import/assemble/assemble-annex';
import type { TaskSource } from '../../../src/import/assemble/compose-tables';
import { readDocumentContent } from '../../../src/import/plan-document/read-document-content';
import { readDocument } from '../../../src/import/read-document';
import type { Problem, ProblemLocation } from '../../../src/shared/problem';
import { cleanText } from '../../../src/shared/text';
import type { ExpectedReading } from './expected-reading';

/** How many values of a document came in right, and which did not: with a warning at their place, or without one. */
export type Judgement = { right: number; warned: string[]; silent: string[] };

type ReadTask = { task: Task; source: TaskSource | undefined };

/** Warnings about some values of a task only; others are about the whole of it. */
const CONCERNED_FIELDS: Partial<Record<Problem['code'], readonly (keyof Task)[]>> = {
  'no-section': ['section', 'sectionTitle', 'id'],
  'year-unknown': [],
  'duplicate-task': ['id', 'tt'],
  'numbering-gap': ['id', 'tt', 'section'],
  'undecided-row': ['applicability', 'coordinatingUnit'],
  'ambiguous-marker': ['applicability', 'coordinatingUnit'],
  'contradictory-row': ['applicability', 'product', 'timing'],
  'incomplete-row': ['product', 'timing'],
  'blank-lead-unit': ['leadUnit'],
  'blank-content': ['content'],
  'units-not-split': ['leadUnit', 'coordinatingUnit'],
};

function concernsField({ code }: Problem, field: string): boolean {
  const fields = CONCERNED_FIELDS[code];
  return fields === undefined || fields.includes(field as keyof Task);
}

/** Fields that are blank because the table has no such column: a warning names it. */
const COLUMN_FIELDS: Readonly<Record<string, string>> = {
  coordinatingUnit: 'Đơn vị phối hợp',
  leadUnit: 'Đơn vị chủ trì',
  product: 'Sản phẩm',
  timing: 'Thời gian',
};

const isSameRow = (one: ProblemLocation, other: ProblemLocation): boolean =>
  one.row !== undefined && one.row === other.row && one.table === other.table && one.sheet === other.sheet;

/** Returns the row number of an A1 address. */
const getCellRow = (cell: string | undefined): number | undefined =>
  cell === undefined ? undefined : Number(/\d+$/.exec(cell)?.[0]);

/** Returns true if a warning names the task, a row that it was read from, or one of its cells. */
function namesTask({ place }: Problem, { task, source }: ReadTask): boolean {
  if (place.task !== undefined) return place.task === task.id;
  const row = place.row ?? getCellRow(place.cell);
  return (source?.rows ?? []).some((one) => isSameRow(one, { ...place, row: row ?? -1 }));
}

/** Returns true if a warning says that the table lacks the column of a field. */
const namesColumn = ({ code, details }: Problem, field: string): boolean =>
  code === 'columns-missing' && String(details?.columns).includes(COLUMN_FIELDS[field] ?? '?');

/** Line ends of a cell may be kept or not: they are looked at by tests of their own. */
const normalize = (value: unknown): string => cleanText(String(value ?? ''));

function pairTasks(expected: readonly Partial<Task>[], found: readonly ReadTask[]): (ReadTask | undefined)[] {
  const left = [...found];
  const take = (matches: (task: Task) => boolean): ReadTask | undefined => {
    const at = left.findIndex(({ task }) => matches(task));
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const paired = expected.map((one) =>
    one.content === undefined
      ? undefined
      : take(({ content }) => normalize(content) === normalize(one.content)),
  );
  return paired.map(
    (one, i) =>
      one ?? take(({ id }) => id === expected[i]?.id) ?? take(({ tt }) => tt === (expected[i]?.tt ?? '?')),
  );
}

function judgeTasks(
  expected: readonly Partial<Task>[],
  found: readonly ReadTask[],
  warnings: readonly Problem[],
): Judgement {
  const judgement: Judgement = { right: 0, warned: [], silent: [] };
  const paired = pairTasks(expected, found);
  expected.forEach((wanted, i) => {
    const read = paired[i];
    for (const [field, value] of Object.entries(wanted)) {
      const got = read?.task[field as keyof Task];
      if (read && normalize(got) === normalize(value)) {
        judgement.right++;
        continue;
      }
      // What is missing is looked for among the rows that were left out, or beside the task before it.
      const near = read ?? paired.slice(0, i).findLast((one) => one !== undefined);
      const isNamed = warnings.some(
        (problem) =>
          (near !== undefined && concernsField(problem, field) && namesTask(problem, near)) ||
          (got === '' && namesColumn(problem, field)) ||
          (!read && problem.code === 'rows-skipped'),
      );
      const message = `${wanted.id ?? wanted.content ?? i}.${field}: ${normalize(value)} ≠ ${read ? normalize(got) : '–'}`;
      (isNamed ? judgement.warned : judgement.silent).push(message);
    }
  });
  for (const one of found) {
    if (paired.includes(one)) continue;
    const isNamed = warnings.some((problem) => !CONCERNED_FIELDS[problem.code] && namesTask(problem, one));
    (isNamed ? judgement.warned : judgement.silent).push(`not in the document: ${one.task.content}`);
  }
  return judgement;
}

function judgeList(name: string, expected: readonly string[], found: readonly string[]): Judgement {
  const judgement: Judgement = { right: 0, warned: [], silent: [] };
  const [wanted, got] = [expected.map(normalize), found.map(normalize)];
  for (const one of wanted)
    if (got.includes(one)) judgement.right++;
    else judgement.silent.push(`${name} is missing: ${one}`);
  for (const one of got)
    if (!wanted.includes(one)) judgement.silent.push(`${name} not in the document: ${one}`);
  return judgement;
}

function addJudgements(parts: readonly Judgement[]): Judgement {
  return {
    right: parts.reduce((sum, { right }) => sum + right, 0),
    warned: parts.flatMap(({ warned }) => warned),
    silent: parts.flatMap(({ silent }) => silent),
  };
}

function judgeFields(expected: object, found: object): Judgement {
  const judgement: Judgement = { right: 0, warned: [], silent: [] };
  for (const [field, value] of Object.entries(expected)) {
    const got = (found as Record<string, unknown>)[field];
    if (normalize(got) === normalize(value)) judgement.right++;
    // Blank is asked for, not wrong.
    else
      (normalize(got) === '' ? judgement.warned : judgement.silent).push(
        `${field}: ${normalize(value)} ≠ ${normalize(got)}`,
      );
  }
  return judgement;
}

/**
 * Reads a document as the pane and the command line do, and compares it with what is known to stand in it. A value that
 * differs is silently wrong unless a warning names its cell, its row or its task, or says that there is no such column.
 */
export async function judgeReading(
  bytes: Uint8Array,
  name: string,
  expected: ExpectedReading,
): Promise<Judgement> {
  const document = await readDocument(bytes, name);
  const content = document.ok ? readDocumentContent(document.value) : document;
  if (!document.ok || !content.ok)
    return {
      right: 0,
      warned: [],
      silent: [`refused: ${content.ok ? '' : (content.problems[0]?.code ?? '')}`],
    };
  const { edition = {}, tasks, sections, items } = expected;
  if (content.value.kind === 'plan') {
    const { plan } = content.value;
    return addJudgements([
      judgeFields(edition, plan.edition),
      judgeList(
        'item',
        items ?? [],
        plan.items.map(({ text }) => text),
      ),
      ...(sections
        ? [
            judgeList(
              'section',
              sections,
              plan.sections.map(({ number, title }) => `${number} ${title}`),
            ),
          ]
        : []),
      ...(tasks ? [{ right: 0, warned: [], silent: ['read as a plan'] }] : []),
    ]);
  }
  const table = assembleTable(document.value);
  const sources = table.ok ? table.value.sources : [];
  const { annex } = content.value;
  const found = annex.tasks.map((task, i): ReadTask => ({ task, source: sources[i] }));
  return addJudgements([
    judgeFields(edition, annex.edition),
    judgeTasks(tasks ?? [], found, content.warnings),
    ...(sections
      ? [
          judgeList(
            'section',
            sections,
            annex.sections.map(({ number, title }) => `${number} ${title}`),
          ),
        ]
      : []),
    ...(items ? [{ right: 0, warned: [], silent: ['read as an annex'] }] : []),
  ]);
}
