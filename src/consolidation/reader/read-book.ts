import type { Result } from '../../annex/problem';
import { refuse } from '../../intake/format/outcome';
import type { RawDocument } from '../../intake/raw-document';
import { readDocument } from '../../intake/read-document';
import { looksLikeZip } from '../../intake/zip/open-zip';
import { READER_VERSION, type SchoolFile } from '../types';
import type { Book } from './book';
import type { Codec } from './codec';
import type { BookContract } from './contract';
import { OddPart, openFastBook } from './fast-book';
import { openParts, type Parts } from './parts';
import { NEEDS_FONTS, PartRefused, readOwnBook, type OwnBook } from './read-own';
import { bookOfDocument } from './document-book';
import { readForeignBook } from './read-foreign';
import { openSlowBook } from './slow-book';

/** A file to read. */
export type BookSource = {
  /** Path or name, for messages. */
  file: string;
  bytes: Uint8Array;
  /** Lower-case hexadecimal digits. */
  sha256: string;
};

/** Above this a file is no school workbook (bytes). */
export const MOST_FILE_BYTES = 20 * 1024 * 1024;

type OwnReading = { own: OwnBook; book: Book };

const readFast = (parts: Parts, file: string, contract: BookContract): OwnReading | 'slow' | null => {
  try {
    const book = openFastBook(parts);
    const own = readOwnBook(book, file, contract, false);
    return own === NEEDS_FONTS ? 'slow' : own && { own, book };
  } catch (reason) {
    if (reason instanceof OddPart || reason instanceof PartRefused) return 'slow';
    throw reason;
  }
};

const readSlow = (parts: Parts, file: string, contract: BookContract): Result<OwnReading | null> => {
  const book = openSlowBook(parts);
  if (!book.ok) return book;
  try {
    const own = readOwnBook(book.value, file, contract, true);
    if (own === NEEDS_FONTS) return { ok: true, value: null, warnings: [] };
    return { ok: true, value: own && { own, book: book.value }, warnings: [] };
  } catch (reason) {
    if (!(reason instanceof PartRefused)) throw reason;
    return { ok: false, problems: reason.problems };
  }
};

/** Our workbook saved in another format. */
const readDocumentBook = (document: RawDocument, file: string, contract: BookContract): OwnReading | null => {
  const book = bookOfDocument(document);
  const own = readOwnBook(book, file, contract, true);
  return own === null || own === NEEDS_FONTS ? null : { own, book };
};

const NO_EDITION = { issuer: '', number: '', date: '', title: '', year: null };

const schoolFile = ({ file, sha256 }: BookSource, { own, book }: OwnReading): SchoolFile => {
  const { facts, ...read } = own;
  return {
    file,
    sha256,
    contentDate: [book.modified, facts?.savedAt ?? ''].sort().at(-1) ?? '',
    readerVersion: READER_VERSION,
    origin: 'own',
    edition: facts?.edition ?? NO_EDITION,
    fingerprint: facts?.fingerprint ?? '',
    ...read,
  };
};

/** A workbook of ours, if it is one: scanned, and by the slow reader where it cannot be. */
const readOwn = (source: BookSource, contract: BookContract, codec?: Codec): Result<OwnReading | null> => {
  const parts = openParts(source.bytes, codec);
  if (!parts.ok) return parts;
  const fast = readFast(parts.value, source.file, contract);
  if (fast !== 'slow') return { ok: true, value: fast, warnings: [] };
  return readSlow(parts.value, source.file, contract);
};

/** Of a package, for foreign workbooks: what it says itself about when it was saved. */
const savedAt = (bytes: Uint8Array): string => {
  const parts = looksLikeZip(bytes) ? openParts(bytes) : null;
  const book = parts?.ok ? openSlowBook(parts.value) : null;
  return book?.ok ? book.value.modified : '';
};

/**
 * Reads one file that a unit has sent: a workbook of ours by its table, whatever was done to it; any other file by
 * its headers. Pure: the same bytes give the same answer.
 * Problems: those of the package and its parts, of `readDocument` and of `assembleAnnex`; file-too-large.
 */
export const readBook = async (
  source: BookSource,
  contract: BookContract,
  codec?: Codec,
): Promise<Result<SchoolFile>> => {
  const { file, bytes, sha256 } = source;
  if (bytes.length > MOST_FILE_BYTES)
    return refuse(
      'file-too-large',
      { file },
      { size: Math.round(bytes.length / 1024 / 1024), limit: MOST_FILE_BYTES / 1024 / 1024 },
    );
  if (looksLikeZip(bytes)) {
    const own = readOwn(source, contract, codec);
    if (own.ok && own.value) return { ok: true, value: schoolFile(source, own.value), warnings: [] };
  }
  const document = await readDocument(bytes, file);
  if (!document.ok) return document;
  const old = document.value.source === 'xlsx' ? readDocumentBook(document.value, file, contract) : null;
  if (old) return { ok: true, value: schoolFile(source, old), warnings: [] };
  const foreign = readForeignBook(document.value, file, contract);
  if (!foreign.ok) return foreign;
  return {
    ok: true,
    warnings: [],
    value: {
      file,
      sha256,
      contentDate: savedAt(bytes),
      readerVersion: READER_VERSION,
      origin: 'foreign',
      fingerprint: '',
      progressSheet: '',
      progress: [],
      ...foreign.value,
    },
  };
};
