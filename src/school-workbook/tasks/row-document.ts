import {
  formatDocumentTaskId,
  splitDocumentTaskId,
  type TrackedDocument,
} from '../../annex/tracked-document';
import type { Task } from '../../annex/types';
import { foldCase } from '../../shared/text';
import { getPlainText } from '../../sheets/cell-content';
import { DOCUMENT_HEADER } from '../../sheets/labels/school-labels';
import { type TaskTableRow, toTaskTableRow } from '../school-workbook';

/** The document of a row, and its number in it. */
type RowDocument = { document: string; printedId: string };

/**
 * Reads which document a row is of. Its cell in the column *Văn bản* says so; where that names none, the prefix of its
 * code does. A workbook that has lost the column has its first document in rows without prefix.
 */
export function readRowDocument(row: TaskTableRow, documents: readonly TrackedDocument[]): RowDocument {
  const id = getPlainText(row.cells.id).trim();
  const codes = documents.map(({ code }) => code);
  const [first = ''] = codes;
  if (codes.length < 2) return { document: first, printedId: id };
  const prefix = splitDocumentTaskId(id, codes);
  const cell = row.extra[DOCUMENT_HEADER];
  const named = cell === undefined ? '' : foldCase(getPlainText(cell).trim());
  const document =
    codes.find((code) => foldCase(code) === named) ?? prefix.code ?? (cell === undefined ? first : '');
  return { document, printedId: prefix.id };
}

/** Where the rows of a document are written: the first keeps the plain numbers that its tasks always had. */
export type DocumentRows = { code: string; isFirst: boolean; isOnly: boolean };

/** Returns the identity in the workbook of a task of a document. */
export function toWorkbookTask(task: Task, { code, isFirst }: DocumentRows): Task {
  return isFirst ? task : { ...task, id: formatDocumentTaskId(code, task.id) };
}

/** Builds the row of a task of a document as it is first written. */
export function toDocumentRow(task: Task, rows: DocumentRows): TaskTableRow {
  const row = toTaskTableRow(toWorkbookTask(task, rows));
  return rows.isOnly ? row : { ...row, extra: { [DOCUMENT_HEADER]: rows.code } };
}

/** Tasks that were picked from a plan have its number before theirs; such a row is not of the first document. */
const PLAN_PREFIX = /^\d+\/\p{Lu}+\./u;

/** Returns true for a task that was picked from a plan and has the beginning of its number before its own. */
export const isPlanTask = ({ cells }: TaskTableRow): boolean => PLAN_PREFIX.test(getPlainText(cells.id));

/** Returns the document that a row is of when the workbook gets its second one. */
export function getInitialDocument(row: TaskTableRow, first: string): string {
  return PLAN_PREFIX.test(getPlainText(row.cells.id)) ? '' : first;
}
