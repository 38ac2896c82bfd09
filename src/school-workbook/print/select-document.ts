import { getCurrentEdition } from '../../annex/tracked-document';
import type { Edition, Task } from '../../annex/types';
import { err, ok, type Result } from '../../shared/result';
import {
  findDocument,
  getDocuments,
  hasSeveralDocuments,
  isFollowed,
  listEndedCodes,
  selectFollowedRows,
  sortDocuments,
} from '../documents/documents';
import type { WorkbookMetadata } from '../school-workbook';
import type { TaskTable } from '../tasks/read-tasks';

const NO_EDITION: Edition = { issuer: '', number: '', date: '', title: '', year: null };

/** What a paper is made of: the tasks of one document as it numbers them, or of all documents. */
export type PaperTasks = {
  metadata: Pick<WorkbookMetadata, 'unit' | 'edition'>;
  tasks: Task[];
  /** Ids on the paper by those of the workbook. */
  ids: ReadonlyMap<string, string>;
};

function collectTasks(
  rows: TaskTable['rows'],
  toPaperTask: (row: TaskTable['rows'][number]) => Task,
): Pick<PaperTasks, 'tasks' | 'ids'> {
  const filled = rows.filter(({ task }) => task.content !== '');
  return {
    tasks: filled.map(toPaperTask),
    ids: new Map(filled.map((row) => [row.task.id, toPaperTask(row).id])),
  };
}

/** Returns the year that all editions are for, null where they differ. */
function getCommonYear(editions: readonly Edition[]): number | null {
  const [first] = editions;
  return first && editions.every(({ year }) => year === first.year) ? first.year : null;
}

/**
 * Selects the tasks that a paper is about. A workbook of one document has one choice; of several, one document must
 * be named for a paper in its name, while a report may be over all. Problems: document-not-chosen,
 * document-not-found.
 *
 * @param code of the document; null for none named
 */
export function selectPaperTasks(
  metadata: WorkbookMetadata | null,
  table: TaskTable,
  code: string | null,
  allowsAll: boolean,
): Result<PaperTasks> {
  const unit = metadata?.unit ?? { name: '', code: '' };
  if (!metadata || !hasSeveralDocuments(metadata)) {
    const edition = metadata?.edition ?? NO_EDITION;
    return ok({ metadata: { unit, edition }, ...collectTasks(table.rows, ({ task }) => task) });
  }
  const documents = sortDocuments(getDocuments(metadata));
  if (code === null) {
    if (!allowsAll) {
      return err('document-not-chosen', {}, { documents: documents.map((one) => one.code).join(', ') });
    }
    const followed = documents.filter(isFollowed);
    const edition = { ...NO_EDITION, year: getCommonYear(followed.map(getCurrentEdition)) };
    // Sections of two documents may have one number.
    const rows = selectFollowedRows(table.rows, listEndedCodes(metadata));
    const all = collectTasks(rows, ({ task, document }) => ({
      ...task,
      section: [document, task.section].filter((part) => part !== '').join(' – '),
    }));
    return ok({ metadata: { unit, edition }, ...all });
  }
  const chosen = findDocument(documents, code);
  if (!chosen) return err('document-not-found', {}, { document: code });
  const own = table.rows.filter(({ document }) => document === chosen.code);
  return ok({
    metadata: { unit, edition: getCurrentEdition(chosen) },
    ...collectTasks(own, ({ task, printedId }) => ({ ...task, id: printedId })),
  });
}
