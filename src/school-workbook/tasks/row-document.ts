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
const PLAN_PREFIX = /^(\d+\/\p{Lu}+)\./u;

/**
 * Returns the beginning of the number of the plan that a task was picked from: "07/KH" of "07/KH.II.1".
 *
 * @returns '' for any other task
 */
export const getPlanPrefix = ({ cells }: Pick<TaskTableRow, 'cells'>): string =>
  PLAN_PREFIX.exec(getPlainText(cells.id).trim())?.[1] ?? '';

/** Returns the document that a row is of when the workbook gets its second one: the first, or the plan it was picked from. */
export const getInitialDocument = (row: TaskTableRow, first: string): string => getPlanPrefix(row) || first;

/**
 * Creates the documents of the plans from which tasks were picked while the workbook had one document: of each only the
 * beginning of its number is known.
 */
export function createPlanDocuments(rows: readonly Pick<TaskTableRow, 'cells'>[]): TrackedDocument[] {
  const prefixes = [...new Set(rows.map(getPlanPrefix))].filter((prefix) => prefix !== '');
  return prefixes.map((number) => ({
    code: number,
    kind: 'plan',
    status: 'active',
    editions: [{ issuer: '', number, date: '', title: '', year: null }],
    fingerprint: '',
  }));
}
