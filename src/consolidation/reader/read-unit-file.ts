import { openPackageParts, type PackageParts } from '@phuluc/ooxml/open-package-parts';
import type { Codec } from '@phuluc/ooxml/zip/codec';
import { isZip } from '@phuluc/ooxml/zip/open-zip';
import { toMegabytes } from '@phuluc/ooxml/zip/to-megabytes';
import { MAX_ARCHIVE_BYTES, MAX_FILE_BYTES } from '../../import/file-limits';
import type { ReportStage } from '../../readers/pool/reader-port';
import { toPlainBytes } from '../../readers/to-plain-bytes';
import { err, type Failure, ok, type Result } from '../../shared/result';
import type { SchoolFile } from '../types';
import type { FileContent } from './file-content';
import { openScannedWorkbook, UnscannablePartError } from './open-scanned-workbook';
import { NEEDS_FONTS, readManagedWorkbook, UnreadablePartError } from './read-managed-workbook';
import { type ManagedReading, toSchoolFile } from './to-school-file';
import type { WorkbookContract } from './workbook-contract';

async function rejectLargeFile({ file, bytes }: FileContent): Promise<Failure> {
  if (isZip(bytes) && bytes.length <= MAX_ARCHIVE_BYTES) {
    const { detectFormat } = await import('../../readers/detect-format');
    const format = detectFormat(bytes);
    if (format.ok && format.value === 'zip') return err('archive-file', { file });
  }
  const details = { size: toMegabytes(bytes.length), limit: toMegabytes(MAX_FILE_BYTES) };
  return err('file-too-large', { file }, details);
}

function readScannedWorkbook(
  parts: PackageParts,
  file: string,
  contract: WorkbookContract,
): ManagedReading | null {
  try {
    const book = openScannedWorkbook(parts);
    const own = readManagedWorkbook(book, file, contract, null);
    return own === NEEDS_FONTS || own === null ? null : { content: own, workbook: book };
  } catch (reason) {
    if (reason instanceof UnscannablePartError || reason instanceof UnreadablePartError) return null;
    throw reason;
  }
}

/**
 * Reads one file that a unit has sent: a workbook of the add-in by its table, whatever was done to it; any other file by
 * its headers. Pure: the same bytes give the same answer. Only plainly written workbooks of the add-in are
 * read here; the reader of all others is loaded with the first of them.
 * Problems: those of the package and its parts, of `readDocument` and of `assembleAnnex`; file-too-large.
 */
export async function readUnitFile(
  given: FileContent,
  contract: WorkbookContract,
  codec?: Codec,
  onStage?: ReportStage,
): Promise<Result<SchoolFile>> {
  const source = { ...given, bytes: toPlainBytes(given.bytes) };
  const { file, bytes } = source;
  if (bytes.length > MAX_FILE_BYTES) return rejectLargeFile(source);
  const parts = isZip(bytes) ? openPackageParts(bytes, codec) : null;
  const own = parts?.ok ? readScannedWorkbook(parts.value, file, contract) : null;
  if (own) return ok(toSchoolFile(source, own));
  onStage?.('loading');
  const { readFallback } = await import('./read-fallback');
  onStage?.('reading');
  return readFallback(source, parts?.ok ? parts.value : null, contract, onStage);
}
