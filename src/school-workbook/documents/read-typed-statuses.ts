import { DOCUMENT_STATUSES, type DocumentStatus } from '../../annex/tracked-document';
import { toMatchKey } from '../../shared/text';
import { DOCUMENT_STATUS_LABELS, DOCUMENTS_SHEET_LABELS as labels } from '../../sheets/labels/school-labels';
import type { WorkbookMetadata } from '../school-workbook';
import type { DocumentsSnapshot } from '../snapshot';
import { getDocuments } from './documents';

/** A cell *Tình trạng* of the sheet *Văn bản* that says something else than the record. */
type TypedStatus = {
  code: string;
  /** The words of the cell. */
  word: string;
  /** Null where they are no status. */
  status: DocumentStatus | null;
  /** 0-based on the sheet. */
  row: number;
  column: number;
};

const parseStatus = (word: string): DocumentStatus | null =>
  DOCUMENT_STATUSES.find((status) => toMatchKey(DOCUMENT_STATUS_LABELS[status]) === toMatchKey(word)) ?? null;

/** Reads the statuses that a clerk has typed on the sheet *Văn bản* and that nobody has taken over yet. */
export function readTypedStatuses(
  sheet: DocumentsSnapshot | null | undefined,
  metadata: WorkbookMetadata | null,
): TypedStatus[] {
  const [headers = []] = sheet?.values ?? [];
  const [name, status] = [labels.document, labels.status].map((header) => headers.indexOf(header));
  if (!sheet || !metadata || name === undefined || status === undefined || name < 0 || status < 0) return [];
  const documents = new Map(getDocuments(metadata).map((one) => [one.code, one]));
  return sheet.values.flatMap((cells, index): TypedStatus[] => {
    const document = documents.get(String(cells[name] ?? ''));
    const word = String(cells[status] ?? '').trim();
    if (!document || word === '') return [];
    const typed = parseStatus(word);
    const place = { row: sheet.top + index, column: sheet.left + status };
    return typed === document.status ? [] : [{ code: document.code, word, status: typed, ...place }];
  });
}
