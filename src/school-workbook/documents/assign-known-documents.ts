import type { TrackedDocument } from '../../annex/tracked-document';
import { EMPTY_METADATA, type WorkbookMetadata } from '../school-workbook';
import type { TaskRecord } from '../tasks/read-tasks';
import { getDocuments } from './documents';

/**
 * Returns the documents of a workbook, and its rows with the code of theirs. A table of tasks without a record is one
 * document that nothing is known of.
 */
export function assignKnownDocuments(
  metadata: WorkbookMetadata | null,
  rows: readonly TaskRecord[],
): { documents: TrackedDocument[]; rows: readonly TaskRecord[] } {
  const documents = getDocuments(metadata ?? EMPTY_METADATA);
  const code = documents[0]!.code;
  return { documents, rows: metadata ? rows : rows.map((row) => ({ ...row, document: code })) };
}
