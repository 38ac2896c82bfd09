import { createZipArchive, isZip, readZipEntries } from '@phuluc/ooxml/zip/open-zip';
import { ZIP_LIMITS, type ZipLimits } from '@phuluc/ooxml/zip/zip-limits';
import { addFileName, ok, problem, type Result } from '../../shared/result';
import type { FailedFile } from '../types';
import { findLeftOutReason, type LeftOutFile } from './left-out';

const MEGABYTE = 1024 * 1024;

/** Of all archives of a run: they stand in memory until they are read. */
const ARCHIVE_LIMITS = { files: 5000, bytes: 256 * MEGABYTE };

/** Archives in archives: one that came by mail with others inside is opened, a chain of them is a trap. */
export const MAX_ARCHIVE_DEPTH = 2;

/** A picture that is too large is refused like any other file. */
const ENTRY_LIMITS: ZipLimits = { ...ZIP_LIMITS, exempt: null };

/** How much more the archives of a run may hold. */
type ArchiveBudget = { files: number; bytes: number };

export const createArchiveBudget = (): ArchiveBudget => ({ ...ARCHIVE_LIMITS });

/** A file of an archive: "bao-cao.zip/TH01.xlsx". */
export type ArchivedFile = { file: string; bytes: Uint8Array };

type ArchiveContents = { files: ArchivedFile[]; failed: FailedFile[]; leftOut: LeftOutFile[] };

/**
 * Unpacks the files of an archive, each named by its place in it. What cannot be unpacked is a failed file of its own;
 * `budget` is what the archives of the run may still hold, and is taken from.
 * Problems: those of a directory that cannot be read; archive-empty.
 */
export function openArchive(
  archive: string,
  bytes: Uint8Array,
  budget: ArchiveBudget,
): Result<ArchiveContents> {
  const contents: ArchiveContents = { files: [], failed: [], leftOut: [] };
  const fail = (file: string, problems: FailedFile['problems']): void => {
    contents.failed.push({ file, sha256: '', problems });
  };
  // A zip without entries has no first one to begin with.
  if (!isZip(bytes)) {
    fail(archive, [problem('archive-empty', { file: archive })]);
    return ok(contents);
  }
  const entries = readZipEntries(bytes, ENTRY_LIMITS);
  if (!entries.ok) return addFileName(entries, archive);
  const zip = createZipArchive(bytes, entries.value, ENTRY_LIMITS);
  for (const { name, inflatedSize } of entries.value.values()) {
    const path = name.replaceAll('\\', '/');
    if (path.endsWith('/')) continue;
    const file = `${archive}/${path}`;
    const reason = findLeftOutReason(path);
    if (reason) {
      contents.leftOut.push({ file, reason });
    } else if (budget.files < 1 || inflatedSize > budget.bytes) {
      const details = { files: ARCHIVE_LIMITS.files, megabytes: ARCHIVE_LIMITS.bytes / MEGABYTE };
      fail(file, [problem('archive-limit', { file }, details)]);
    } else {
      const read = zip.read(name);
      if (!read.ok) {
        fail(file, addFileName(read, file).problems);
        continue;
      }
      budget.files -= 1;
      budget.bytes -= inflatedSize;
      contents.files.push({ file, bytes: read.value });
    }
  }
  const count = contents.files.length + contents.failed.length + contents.leftOut.length;
  if (count === 0) fail(archive, [problem('archive-empty', { file: archive })]);
  return ok(contents);
}
