import { toContentKey } from '../../annex/compute-similarity';
import { decideDocument } from '../../annex/decide-document';
import { readApplicability } from '../../annex/read-applicability';
import { createTrackedDocument, type DocumentKind, type TrackedDocument } from '../../annex/tracked-document';
import type { Edition, Task } from '../../annex/types';
import { buildOccurrences } from '../../progress/build-occurrences';
import type { ProgressSettings } from '../../progress/progress-settings';
import { isEqual } from '../../shared/is-equal';
import type { Problem } from '../../shared/problem';
import { err, ok, problem, type Result, warning } from '../../shared/result';
import { toMatchKey } from '../../shared/text';
import { COLUMN_HEADERS } from '../../sheets/labels/school-labels';
import { parseTiming } from '../../timing/parse-timing';
import type { TimingReading } from '../../timing/types';
import { addPlanDocuments, findRowBefore } from '../documents/assign-document';
import { assignKnownDocuments } from '../documents/assign-known-documents';
import { findDocument, setDocuments } from '../documents/documents';
import { getProductTypeNames } from '../progress/plan-progress';
import { getTimingOptions, planRenewal } from '../progress/plan-renewal';
import { readProgress } from '../progress/read-progress';
import { EMPTY_METADATA, type WorkbookMetadata } from '../school-workbook';
import type { Snapshot } from '../snapshot';
import { buildSummaryLines } from '../summary/summary-lines';
import type { Revision, WorkbookChange } from '../workbook-change';
import { createTaskNumber } from './hand-numbers';
import { readTasks, type TaskRecord } from './read-tasks';
import { reviseTaskRows } from './revise-table-rows';
import { type DocumentRows, toDocumentRow, toWorkbookTask } from './row-document';

/** A task as a person types it. */
export type NewTask = Pick<
  Task,
  'section' | 'content' | 'leadUnit' | 'coordinatingUnit' | 'product' | 'timing'
> & { person: string };

/** A document of the workbook by its code or number, or one that it does not have yet. */
export type AdditionTarget =
  { kind: 'existing'; document: string } | { kind: 'new'; documentKind: DocumentKind; edition: Edition };

/** `tasks`: none only with a new document, which is followed without tasks for now. */
export type TaskAddition = { target: AdditionTarget; tasks: readonly NewTask[] };

/** A task as it will be written, with its timing as it was read. */
export type PlannedTask = {
  task: Task;
  person: string;
  reading: TimingReading;
  /** Its deadline would have to be settled by the clerk. */
  isUnread: boolean;
};

export type PlannedTaskAddition = {
  /** Null where the document has all of the tasks already. */
  change: WorkbookChange | null;
  /** Its code in the workbook. */
  document: string;
  isNewDocument: boolean;
  tasks: PlannedTask[];
};

type Target = { document: TrackedDocument; documents: TrackedDocument[]; isNew: boolean };

/** Problems: document-not-found, document-unnamed, document-exists. */
function findTarget(
  target: AdditionTarget,
  documents: readonly TrackedDocument[],
  rows: readonly TaskRecord[],
): Result<Target> {
  if (target.kind === 'existing') {
    const document = findDocument(documents, target.document);
    return document
      ? ok({ document, documents: [...documents], isNew: false })
      : err('document-not-found', {}, { document: target.document });
  }
  const { edition, documentKind } = target;
  if (edition.number === '' && edition.title === '') return err('document-unnamed');
  const known = documents.map((document) => ({
    document,
    tasks: rows.filter((row) => row.document === document.code).map(({ task }) => task),
  }));
  const decision = decideDocument(known, { edition, sections: [], tasks: [] });
  if (decision.kind !== 'new') return err('document-exists', {}, { document: decision.code });
  const others = addPlanDocuments(documents, rows);
  const codes = others.map(({ code }) => code);
  const document = { ...createTrackedDocument(edition, '', codes), kind: documentKind };
  return ok({ document, documents: [...others, document], isNew: true });
}

function findMissingContent(tasks: readonly NewTask[]): Problem[] {
  return tasks.flatMap(({ content }, index) =>
    toContentKey(content) === '' ? [problem('task-without-content', {}, { number: index + 1 })] : [],
  );
}

/** Creates a task from what was typed: it is meant to be done, unless its cells say otherwise. */
export function createTypedTask(given: NewTask, id: string, tt: string, sectionTitle: string): Task {
  const { person: _, ...cells } = given;
  const { applicability, reason, uncertainty } = readApplicability({ ...cells, note: '' });
  return {
    ...cells,
    id,
    tt,
    sectionTitle,
    note: '',
    applicability: uncertainty === 'blank' ? 'performed' : applicability,
    reason,
  };
}

const toTaskKey = ({ content, timing }: Pick<Task, 'content' | 'timing'>): string =>
  `${toContentKey(content)}\n${toMatchKey(timing)}`;

type NumberedTask = { given: NewTask; task: Task };

/** Numbers the tasks in their document; those that it has in the same words and with the same timing are left out. */
function numberTasks(
  given: readonly NewTask[],
  own: readonly TaskRecord[],
  isPrinted: boolean,
): { tasks: NumberedTask[]; repeated: string[] } {
  const taken = new Set(own.map(({ printedId }) => printedId));
  const known = new Set(own.map(({ task }) => toTaskKey(task)));
  const titles = new Map(own.map(({ task }) => [task.section, task.sectionTitle]));
  const tasks: NumberedTask[] = [];
  const repeated: string[] = [];
  for (const one of given) {
    if (known.has(toTaskKey(one))) {
      repeated.push(one.content);
      continue;
    }
    known.add(toTaskKey(one));
    const { id, tt } = createTaskNumber(one.section, taken, isPrinted);
    taken.add(id);
    tasks.push({ given: one, task: createTypedTask(one, id, tt, titles.get(one.section) ?? '') });
  }
  return { tasks, repeated };
}

/** Reads the timing of a task that is typed in, by the year and the date of its document. */
export function readTaskTiming(
  task: Task,
  settings: ProgressSettings,
): Pick<PlannedTask, 'reading' | 'isUnread'> {
  const options = getTimingOptions(settings, task);
  const found = buildOccurrences(
    { ...task, applicability: 'performed' },
    { ...options, products: settings.products },
  );
  return {
    reading: parseTiming(task.timing, options),
    isUnread: found.some(({ deadline }) => deadline.kind === 'unread'),
  };
}

const readTimings = (tasks: readonly NumberedTask[], settings: ProgressSettings): PlannedTask[] =>
  tasks.map(({ given, task }) => ({ task, person: given.person, ...readTaskTiming(task, settings) }));

/** Settings with the times of the documents as they will be. */
function readSettings(snapshot: Snapshot, facts: WorkbookMetadata | null): ReturnType<typeof readProgress> {
  return readProgress({ ...snapshot, metadataSheet: { ...snapshot.metadataSheet, metadata: facts } });
}

function planFirstTasks(
  snapshot: Snapshot,
  { document, documents }: Target,
  numbered: readonly NumberedTask[],
): Result<PlannedTaskAddition> {
  const facts = setDocuments(EMPTY_METADATA, documents);
  const settings = readSettings(snapshot, facts);
  if (!settings.ok) return settings;
  const rows = numbered.map(({ task, given }) => {
    const row = toDocumentRow(task, { code: document.code, isFirst: true, isOnly: true });
    return { ...row, cells: { ...row.cells, person: given.person } };
  });
  return ok({
    change: { kind: 'create', book: { facts: { ...facts, summary: buildSummaryLines(rows) }, rows } },
    document: document.code,
    isNewDocument: true,
    tasks: readTimings(numbered, settings.value.settings),
  });
}

type AdditionParts = {
  snapshot: Snapshot;
  rows: readonly TaskRecord[];
  target: Target;
  numbered: readonly NumberedTask[];
};

/** Plans the rows of *Phụ lục*, those of *Tiến độ* where the workbook has it, and the record, as one change. */
function planRows({ snapshot, rows, target, numbered }: AdditionParts): Result<PlannedTaskAddition> {
  const { metadata } = snapshot.metadataSheet;
  const { document, documents, isNew } = target;
  const place: DocumentRows = {
    code: document.code,
    isFirst: documents[0]?.code === document.code,
    isOnly: documents.length === 1,
  };
  const own = rows.filter((row) => row.document === document.code);
  const after =
    own.at(-1)?.key ?? (place.isOnly ? rows.at(-1)?.key : findRowBefore(rows, documents, place.code));
  const added = numbered.map(({ given, task }) => {
    const row = toDocumentRow(task, place);
    return { after: after ?? null, row: { ...row, cells: { ...row.cells, person: given.person } } };
  });
  const revised = reviseTaskRows(
    rows.map(({ tableRow }) => tableRow),
    { edits: [], add: added, remove: [] },
  );
  const known = metadata || isNew ? setDocuments(metadata ?? EMPTY_METADATA, documents) : null;
  const progress = readSettings(snapshot, known);
  if (!progress.ok) return progress;
  const { settings, log } = progress.value;
  const inWorkbook = numbered.map(({ given, task }) => ({ given, task: toWorkbookTask(task, place) }));
  const renewed =
    log &&
    planRenewal(
      [],
      inWorkbook.map(({ task }) => task),
      settings,
    );
  const logRows =
    renewed?.changes.add.map(({ row }) => ({ after: log?.rows.at(-1)?.key ?? null, row })) ?? [];
  const products =
    log && known?.summary.products
      ? getProductTypeNames(
          [...log.rows.map(({ tableRow }) => tableRow), ...logRows.map(({ row }) => row)],
          settings,
        )
      : known?.summary.products;
  const facts = known && {
    ...known,
    summary: { ...buildSummaryLines(revised.rows), ...(products && { products }) },
  };
  const change: Revision = {
    kind: 'revise',
    facts: isEqual(facts, metadata) ? null : facts,
    ...revised.effective,
    ...(logRows.length > 0 && { log: { edits: [], add: logRows, remove: [] } }),
  };
  return ok(
    {
      change: added.length > 0 || isNew ? change : null,
      document: document.code,
      isNewDocument: isNew,
      tasks: readTimings(inWorkbook, settings),
    },
    progress.warnings,
  );
}

/**
 * Plans tasks that a person types in, of a document of the workbook or a new one, on a snapshot that was read with its
 * progress: rows of *Phụ lục* inside their document and their occurrences on *Tiến độ* are one change. Nothing that
 * stands in the workbook is touched. Problems: document-not-found, document-unnamed, document-exists,
 * task-without-content, no-task-selected, no-person-column.
 */
export function planTaskAddition(
  snapshot: Snapshot,
  { target: given, tasks }: TaskAddition,
): Result<PlannedTaskAddition> {
  const blank = findMissingContent(tasks);
  if (blank.length > 0) return err(blank);
  if (tasks.length === 0 && given.kind === 'existing') return err('no-task-selected');
  const { metadata } = snapshot.metadataSheet;
  if (!snapshot.tasks) {
    const target = findTarget(given, [], []);
    return target.ok ? planFirstTasks(snapshot, target.value, numberTasks(tasks, [], false).tasks) : target;
  }
  const table = readTasks(snapshot);
  if (!table.ok) return table;
  const { sheet, columns } = table.value;
  if (columns.person === undefined && tasks.some(({ person }) => person !== ''))
    return err('no-person-column', { sheet }, { column: COLUMN_HEADERS.person });
  const { documents, rows } = assignKnownDocuments(metadata, table.value.rows);
  const target = findTarget(given, documents, rows);
  if (!target.ok) return target;
  const own = rows.filter((row) => row.document === target.value.document.code);
  const isPrinted = !target.value.isNew && (metadata === null || target.value.document.fingerprint !== '');
  const { tasks: numbered, repeated } = numberTasks(tasks, own, isPrinted);
  const planned = planRows({ snapshot, rows, target: target.value, numbered });
  if (!planned.ok || repeated.length === 0) return planned;
  const repeats = repeated.map((content) => warning('task-repeated', { sheet }, { content }));
  return { ...planned, warnings: [...planned.warnings, ...repeats] };
}
