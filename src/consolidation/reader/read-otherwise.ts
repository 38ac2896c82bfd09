import type { Result } from '../../annex/problem';
import type { RawDocument } from '../../intake/raw-document';
import { readDocument } from '../../intake/read-document';
import { READER_VERSION, type SchoolFile } from '../types';
import type { BookContract } from './contract';
import { bookOfDocument } from './document-book';
import { convertLegacyCells } from './legacy-cells';
import type { Parts } from './parts';
import type { BookSource } from './read-book';
import { readForeignBook } from './read-foreign';
import { NEEDS_FONTS, PartRefused, readOwnBook } from './read-own';
import { ownFile, type OwnReading } from './school-file';
import { openSlowBook } from './slow-book';

type SlowReading = { own: OwnReading | null; modified: string };

/** By a real XML reader and with the fonts of texts: other encodings, comments, prefixes, TCVN3 and VNI. */
function readSlowly(parts: Parts, file: string, contract: BookContract): SlowReading {
  const book = openSlowBook(parts);
  if (!book.ok) return { own: null, modified: '' };
  const { modified } = book.value;
  try {
    const own = readOwnBook(book.value, file, contract, convertLegacyCells);
    return { own: own === null || own === NEEDS_FONTS ? null : { own, book: book.value }, modified };
  } catch (reason) {
    // The reader of documents meets the same part and says what is wrong with it.
    if (reason instanceof PartRefused) return { own: null, modified };
    throw reason;
  }
}

/** Our workbook saved in another format. */
function readConverted(document: RawDocument, file: string, contract: BookContract): OwnReading | null {
  const book = bookOfDocument(document);
  const own = readOwnBook(book, file, contract, convertLegacyCells);
  return own === null || own === NEEDS_FONTS ? null : { own, book };
}

/** Reads what cannot be scanned: see `readBook`. `parts`: of a package that could be opened. */
export async function readOtherwise(
  source: BookSource,
  parts: Parts | null,
  contract: BookContract,
): Promise<Result<SchoolFile>> {
  const { file, bytes, sha256 } = source;
  const slow = parts && readSlowly(parts, file, contract);
  if (slow?.own) return { ok: true, value: ownFile(source, slow.own), warnings: [] };
  const document = await readDocument(bytes, file);
  if (!document.ok) return document;
  const converted = document.value.source === 'xlsx' ? readConverted(document.value, file, contract) : null;
  if (converted) return { ok: true, value: ownFile(source, converted), warnings: [] };
  const foreign = readForeignBook(document.value, file, contract);
  if (!foreign.ok) return foreign;
  return {
    ok: true,
    warnings: [],
    value: {
      file,
      sha256,
      contentDate: slow?.modified ?? '',
      readerVersion: READER_VERSION,
      origin: 'foreign',
      fingerprint: '',
      progressSheet: '',
      progress: [],
      ...foreign.value,
    },
  };
}
