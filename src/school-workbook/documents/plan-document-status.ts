import { type DocumentStatus, type TrackedDocument } from '../../annex/tracked-document';
import { err, ok, type Result } from '../../shared/result';
import { NO_LOG_CHANGES } from '../progress/progress-change';
import { EMPTY_METADATA } from '../school-workbook';
import type { Snapshot } from '../snapshot';
import type { Revision } from '../workbook-change';
import { findDocument, getDocuments, hasSeveralDocuments, setDocuments } from './documents';

/** Returns the documents with the status of one changed. */
const setDocumentStatus = (
  documents: readonly TrackedDocument[],
  code: string,
  status: DocumentStatus,
): TrackedDocument[] => documents.map((one) => (one.code === code ? { ...one, status } : one));

/**
 * Plans the end of a document, or that it is followed again, on a snapshot that was read with its progress. Its tasks
 * and what was recorded of them stay; they leave agenda, calendar and counts. Problems: document-not-found,
 * only-document.
 */
export function planDocumentStatus(
  { metadataSheet }: Pick<Snapshot, 'metadataSheet'>,
  name: string,
  status: DocumentStatus,
): Result<{ document: string; change: Revision | null }> {
  const metadata = metadataSheet.metadata ?? EMPTY_METADATA;
  const documents = getDocuments(metadata);
  const document = findDocument(documents, name);
  if (!document) return err('document-not-found', {}, { document: name });
  if (document.status === status) return ok({ document: document.code, change: null });
  if (!hasSeveralDocuments(metadata)) return err('only-document', {}, { document: document.code });
  const facts = setDocuments(metadata, setDocumentStatus(documents, document.code, status));
  const change: Revision = { kind: 'revise', facts, edits: [], add: [], remove: [], log: NO_LOG_CHANGES };
  return ok({ document: document.code, change });
}
