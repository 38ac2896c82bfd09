import { type DocumentKind, formatDocumentTaskId, type TrackedDocument } from '../../annex/tracked-document';
import type { ProgressSettings } from '../../progress/progress-settings';
import {
  type AdditionTarget,
  createTypedTask,
  type NewTask,
  type PlannedTask,
  readTaskTiming,
} from '../../school-workbook/tasks/plan-task-addition';
import { parseIsoDate } from '../../shared/dates';

/** What is typed of a document that the workbook does not have. */
export type NewDocumentDraft = {
  kind: DocumentKind;
  number: string;
  date: string;
  issuer: string;
  title: string;
};

export const EMPTY_DOCUMENT_DRAFT: NewDocumentDraft = {
  kind: 'letter',
  number: '',
  date: '',
  issuer: '',
  title: '',
};

export const EMPTY_TASK_DRAFT: NewTask = {
  section: '',
  content: '',
  leadUnit: '',
  coordinatingUnit: '',
  product: '',
  timing: '',
  person: '',
};

const getYear = (date: string): number | null => (parseIsoDate(date) ? Number(date.slice(0, 4)) : null);

/** Returns the document of the tasks: the chosen one, or what was typed where none is chosen. */
export function toTarget(chosen: string | null, typed: NewDocumentDraft): AdditionTarget {
  if (chosen !== null) return { kind: 'existing', document: chosen };
  const { kind, ...edition } = typed;
  return {
    kind: 'new',
    documentKind: kind,
    edition: {
      issuer: edition.issuer.trim(),
      number: edition.number.trim(),
      date: edition.date,
      title: edition.title.trim(),
      year: getYear(edition.date),
    },
  };
}

/** No code of a document looks like this. */
const NEW_CODE = '(new)';

/** Reads the timing of a task while it is typed, by the year of its document. */
export function readDraftTiming(
  task: NewTask,
  target: AdditionTarget,
  documents: readonly TrackedDocument[],
  settings: ProgressSettings,
): Pick<PlannedTask, 'reading' | 'isUnread'> {
  if (target.kind === 'existing') {
    const isFirst = documents[0]?.code === target.document;
    const id = isFirst ? '1' : formatDocumentTaskId(target.document, '1');
    return readTaskTiming(createTypedTask(task, id, '1', ''), settings);
  }
  const { year, date } = target.edition;
  const time = { code: NEW_CODE, year: year ?? settings.year, isSchoolYear: false, from: date };
  return readTaskTiming(createTypedTask(task, formatDocumentTaskId(NEW_CODE, '1'), '1', ''), {
    ...settings,
    documents: [...(settings.documents ?? []), time],
  });
}
