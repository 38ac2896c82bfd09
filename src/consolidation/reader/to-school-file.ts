import { READER_VERSION, type SchoolFile } from '../types';
import type { FileContent } from './file-content';
import type { ManagedWorkbookContent } from './read-managed-workbook';
import type { WorkbookReader } from './workbook-reader';

/** A workbook of the add-in as it was read. */
export type ManagedReading = { content: ManagedWorkbookContent; workbook: Pick<WorkbookReader, 'modified'> };

const NO_EDITION = { issuer: '', number: '', date: '', title: '', year: null };

export function toSchoolFile(
  { file, sha256 }: Pick<FileContent, 'file' | 'sha256'>,
  { content: own, workbook: book }: ManagedReading,
): SchoolFile {
  const { metadata: metadata, ...read } = own;
  return {
    file,
    sha256,
    // Excel says when it saved; the add-in when it last wrote.
    contentDate: [book.modified, metadata?.savedAt ?? ''].sort().at(-1) ?? '',
    readerVersion: READER_VERSION,
    origin: 'own',
    edition: metadata?.edition ?? NO_EDITION,
    fingerprint: metadata?.fingerprint ?? '',
    ...read,
  };
}
