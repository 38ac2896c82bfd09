import { formatAddress } from '@phuluc/ooxml/a1';
import { formatDocumentTaskId, splitDocumentTaskId } from '../../annex/tracked-document';
import { foldCase } from '../../shared/text';
import { getPlainText } from '../../sheets/cell-content';
import { DOCUMENT_HEADER, DOCUMENT_STATUS_LABELS } from '../../sheets/labels/school-labels';
import { getDocuments, hasSeveralDocuments } from '../documents/documents';
import { readTypedStatuses } from '../documents/read-typed-statuses';
import type { WorkbookMetadata } from '../school-workbook';
import type { Snapshot } from '../snapshot';
import { findDocumentColumn } from '../tasks/document-column';
import { readTasks, type TaskRecord, type TaskTable } from '../tasks/read-tasks';
import { getPlanPrefix } from '../tasks/row-document';
import type { HealthIssue } from './health-issue';
import type { HealthSnapshot } from './health-snapshot';

type DocumentCheck = { table: TaskTable; column: number; codes: readonly string[]; ids: ReadonlySet<string> };

/** Puts the document of the code into the cell: the log and the calendar find a task by its code. */
function createCellFix(row: TaskRecord, code: string): HealthIssue['fix'] {
  return {
    kind: 'edit-rows',
    edits: [{ key: row.key, cells: {}, extra: { [DOCUMENT_HEADER]: code } }],
  };
}

/** Puts the document of the cell before the code, where no other row has that code. */
function createIdFix(row: TaskRecord, id: string, ids: ReadonlySet<string>): HealthIssue['fix'] {
  return row.task.id === '' || ids.has(id)
    ? null
    : { kind: 'edit-rows', edits: [{ key: row.key, cells: { id } }] };
}

/**
 * Compares the cell *Văn bản* of a row with the prefix of its code.
 *
 * @returns null if they agree
 */
function checkRow(row: TaskRecord, { table, column, codes, ids }: DocumentCheck): HealthIssue | null {
  const { id } = row.task;
  const value = getPlainText(row.tableRow.extra[DOCUMENT_HEADER] ?? '').trim();
  const named = codes.find((code) => foldCase(code) === foldCase(value));
  const { code: prefix } = splitDocumentTaskId(id, codes);
  const place = {
    sheet: table.sheet,
    cell: formatAddress(table.top + 1 + row.index, table.left + column),
    task: row.key,
  };
  const create = (
    code: 'document-differs' | 'document-unknown' | 'document-missing',
    word: string,
    fix: HealthIssue['fix'],
  ): HealthIssue => ({ code, place, details: { value, task: id, ...(fix && { word }) }, fix });
  if (named === undefined) {
    if (value !== '')
      return create('document-unknown', prefix ?? '', prefix === null ? null : createCellFix(row, prefix));
    return prefix === null ? null : create('document-missing', prefix, createCellFix(row, prefix));
  }
  if (prefix !== null) {
    return named === prefix ? null : create('document-differs', prefix, createCellFix(row, prefix));
  }
  if (named === codes[0] || id === '' || getPlanPrefix(row.tableRow) !== '') return null;
  const wanted = formatDocumentTaskId(named, id);
  return create('document-differs', wanted, createIdFix(row, wanted, ids));
}

/** Finds statuses that were typed on the sheet *Văn bản*: the record, and with it every count, has another one. */
function findStatusIssues({ documents, metadataSheet }: HealthSnapshot['snapshot']): HealthIssue[] {
  return readTypedStatuses(documents, metadataSheet.metadata).map(({ code, word, status, row, column }) => ({
    code: 'status-typed',
    place: { sheet: documents?.sheet ?? '', cell: formatAddress(row, column) },
    details: { value: word, name: code, ...(status && { word: DOCUMENT_STATUS_LABELS[status] }) },
    fix: status && { kind: 'set-document-status', document: code, status },
  }));
}

/**
 * Finds rows whose cell *Văn bản* and whose code name different documents, and documents whose status was typed on
 * their sheet.
 */
export function findDocumentIssues({ snapshot }: HealthSnapshot): HealthIssue[] {
  const { metadata } = snapshot.metadataSheet;
  if (!metadata || !hasSeveralDocuments(metadata)) return [];
  return [...findStatusIssues(snapshot), ...findColumnIssues(snapshot, metadata)];
}

function findColumnIssues(snapshot: Snapshot, metadata: WorkbookMetadata): HealthIssue[] {
  if (!snapshot.tasks) return [];
  const read = readTasks(snapshot);
  if (!read.ok) return [];
  const column = findDocumentColumn(read.value);
  if (column < 0) return [];
  const codes = getDocuments(metadata).map(({ code }) => code);
  const ids = new Set(read.value.rows.map(({ task }) => task.id));
  return read.value.rows.flatMap((row) => checkRow(row, { table: read.value, column, codes, ids }) ?? []);
}
