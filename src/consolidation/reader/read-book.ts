import type { Result } from '../../annex/problem';
import { err } from '../../annex/outcome';
import { looksLikeZip } from '../../intake/zip/open-zip';
import type { SchoolFile } from '../types';
import type { Codec } from './codec';
import type { BookContract } from './contract';
import { OddPart, openFastBook } from './fast-book';
import { openParts, type Parts } from './parts';
import { NEEDS_FONTS, PartRefused, readOwnBook } from './read-own';
import { ownFile, type OwnReading } from './school-file';

/** A file to read. */
export type BookSource = {
  /** Path or name, for messages. */
  file: string;
  bytes: Uint8Array;
  /** Lower-case hexadecimal digits. */
  sha256: string;
};

/** Above this a file is no school workbook. */
const MOST_MEGABYTES = 20;
const MEGABYTE = 1024 * 1024;

function scan(parts: Parts, file: string, contract: BookContract): OwnReading | null {
  try {
    const book = openFastBook(parts);
    const own = readOwnBook(book, file, contract, null);
    return own === NEEDS_FONTS || own === null ? null : { own, book };
  } catch (reason) {
    if (reason instanceof OddPart || reason instanceof PartRefused) return null;
    throw reason;
  }
}

/**
 * Reads one file that a unit has sent: a workbook of ours by its table, whatever was done to it; any other file by
 * its headers. Pure: the same bytes give the same answer. Only workbooks of ours that are written plainly are read
 * here; what reads all others is loaded when the first of them is met.
 * Problems: those of the package and its parts, of `readDocument` and of `assembleAnnex`; file-too-large.
 */
export async function readBook(
  source: BookSource,
  contract: BookContract,
  codec?: Codec,
): Promise<Result<SchoolFile>> {
  const { file, bytes } = source;
  if (bytes.length > MOST_MEGABYTES * MEGABYTE)
    return err(
      'file-too-large',
      { file },
      { size: Math.round(bytes.length / MEGABYTE), limit: MOST_MEGABYTES },
    );
  const parts = looksLikeZip(bytes) ? openParts(bytes, codec) : null;
  const own = parts?.ok ? scan(parts.value, file, contract) : null;
  if (own) return { ok: true, value: ownFile(source, own), warnings: [] };
  const { readOtherwise } = await import('./read-otherwise');
  return readOtherwise(source, parts?.ok ? parts.value : null, contract);
}
