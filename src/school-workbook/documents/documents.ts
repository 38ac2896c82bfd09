import { createTrackedDocument, getCurrentEdition, type TrackedDocument } from '../../annex/tracked-document';
import { toIdentityKey } from '../../shared/text';
import type { WorkbookMetadata } from '../school-workbook';

/**
 * Returns the documents of a workbook, in the order of their first import. A record of an older version, or of one
 * document, names its edition only.
 */
export function getDocuments(
  metadata: Pick<WorkbookMetadata, 'documents' | 'edition' | 'fingerprint'>,
): TrackedDocument[] {
  const { documents, edition, fingerprint } = metadata;
  if (documents && documents.length > 0) return documents;
  return [createTrackedDocument(edition, fingerprint, [])];
}

/** A workbook of one document looks and is kept as it was before there could be several. */
export const hasSeveralDocuments = ({ documents }: Pick<WorkbookMetadata, 'documents'>): boolean =>
  documents !== undefined && documents.length > 1;

/** Sets the documents of a workbook; the edition and the fingerprint are those of the first. */
export function setDocuments(
  metadata: WorkbookMetadata,
  documents: readonly TrackedDocument[],
): WorkbookMetadata {
  const { documents: _before, ...others } = metadata;
  const [first] = documents;
  if (!first) return others;
  const updated = { ...others, edition: getCurrentEdition(first), fingerprint: first.fingerprint };
  const isPlain =
    documents.length === 1 &&
    first.editions.length === 1 &&
    first.status === 'active' &&
    first.kind === 'annex';
  return isPlain ? updated : { ...updated, documents: [...documents] };
}

/** Sorts documents by the date of their first edition, then by code: in whatever order they were imported. */
export function sortDocuments(documents: readonly TrackedDocument[]): TrackedDocument[] {
  const toKey = ({ editions, code }: TrackedDocument): string => `${editions[0]?.date || '9'} ${code}`;
  return [...documents].sort((a, b) => (toKey(a) < toKey(b) ? -1 : 1));
}

/** A document as it is offered in a choice. */
export type ListedDocument = { code: string; title: string };

/** Lists the documents among which a choice is made; none in a workbook of one. */
export function listSeveralDocuments(metadata: WorkbookMetadata | null): ListedDocument[] {
  if (!metadata || !hasSeveralDocuments(metadata)) return [];
  return sortDocuments(getDocuments(metadata)).map((document) => ({
    code: document.code,
    title: getCurrentEdition(document).title,
  }));
}

/** Returns the code that is chosen in a list; '' for all, also where the document has gone since. */
export const getListedChoice = (documents: readonly ListedDocument[], chosen: string): string =>
  documents.some(({ code }) => code === chosen) ? chosen : '';

/**
 * Finds a document by its code or by the number of one of its editions.
 *
 * @returns null if the workbook has no such document
 */
export function findDocument(documents: readonly TrackedDocument[], name: string): TrackedDocument | null {
  const isNamed = (text: string): boolean => text !== '' && toIdentityKey(text) === toIdentityKey(name);
  return (
    documents.find(({ code }) => isNamed(code)) ??
    documents.find(({ editions }) => editions.some(({ number }) => isNamed(number))) ??
    null
  );
}

/** Only an active document is followed; the others stay readable and count nowhere. */
export const isFollowed = ({ status }: Pick<TrackedDocument, 'status'>): boolean => status === 'active';

/** Lists the codes of the documents that are not followed any more; none in a workbook of one. */
export function listEndedCodes(
  metadata: Pick<WorkbookMetadata, 'documents' | 'edition' | 'fingerprint'> | null,
): string[] {
  if (!metadata || !hasSeveralDocuments(metadata)) return [];
  return getDocuments(metadata).flatMap((document) => (isFollowed(document) ? [] : [document.code]));
}

/** Selects the rows that count: those of the documents that are followed, and those that name none. */
export function selectFollowedRows<Row extends { document: string }>(
  rows: readonly Row[],
  ended: readonly string[],
): Row[] {
  return rows.filter(({ document }) => !ended.includes(document));
}
