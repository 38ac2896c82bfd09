import { READER_VERSION, type SchoolFile } from '../types';
import type { Book } from './book';
import type { BookSource } from './read-book';
import type { OwnBook } from './read-own';

/** A workbook of ours as it was read. */
export type OwnReading = { own: OwnBook; book: Pick<Book, 'modified'> };

const NO_EDITION = { issuer: '', number: '', date: '', title: '', year: null };

export function ownFile(
  { file, sha256 }: Pick<BookSource, 'file' | 'sha256'>,
  { own, book }: OwnReading,
): SchoolFile {
  const { facts, ...read } = own;
  return {
    file,
    sha256,
    // Excel says when it saved; the add-in when it last wrote.
    contentDate: [book.modified, facts?.savedAt ?? ''].sort().at(-1) ?? '',
    readerVersion: READER_VERSION,
    origin: 'own',
    edition: facts?.edition ?? NO_EDITION,
    fingerprint: facts?.fingerprint ?? '',
    ...read,
  };
}
