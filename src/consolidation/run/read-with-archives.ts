import { appendAll } from '../../shared/append-all';
import { problem } from '../../shared/result';
import type { FailedFile } from '../types';
import type { LeftOutFile } from './left-out';
import { type ArchivedFile, createArchiveBudget, MAX_ARCHIVE_DEPTH, openArchive } from './open-archive';
import type { ReadFilesOptions } from './read-files';
import type { ReadOutcome } from './reader-messages';

type ReadOptions = Pick<ReadFilesOptions, 'annex' | 'known' | 'signal' | 'onOutcome' | 'onProgress'>;

/** How the platform reads what was given, and the files that archives hold. */
export type ArchiveSource = {
  files: readonly string[];
  /** Answers false where reading was cancelled. */
  read: (options: ReadOptions) => Promise<boolean>;
  readArchived: (files: readonly ArchivedFile[], options: ReadOptions) => Promise<boolean>;
  load: (file: string) => Promise<Uint8Array | null>;
};

type ArchiveReading = {
  /** What was read or refused, archives replaced by what they hold, in the order of the files. */
  files: string[];
  outcomes: ReadOutcome[];
  failed: FailedFile[];
  leftOut: LeftOutFile[];
  /** How many files were given or unpacked; an archive that was opened is not one of them. */
  received: number;
  load: (file: string) => Promise<Uint8Array | null>;
};

/**
 * Reads the files of a run; an archive among them is opened and its files are read in its place, and so are those of
 * an archive inside it.
 *
 * @returns null where reading was cancelled
 */
export async function readWithArchives(
  source: ArchiveSource,
  options: ReadOptions,
): Promise<ArchiveReading | null> {
  const outcomes: ReadOutcome[] = [];
  const failed: FailedFile[] = [];
  const leftOut: LeftOutFile[] = [];
  const unpacked = new Map<string, Uint8Array>();
  const contents = new Map<string, string[]>();
  const budget = createArchiveBudget();
  const load = async (file: string): Promise<Uint8Array | null> => unpacked.get(file) ?? source.load(file);

  /** Files of archives that could not be unpacked. */
  let unpackedFailures = 0;
  /** Files that were done before the round that is read. */
  let before = 0;
  let archives: string[] = [];
  const round: ReadOptions = {
    ...options,
    onOutcome: (outcome) => {
      if (outcome.kind === 'archive') archives.push(outcome.file);
      else outcomes.push(outcome);
      options.onOutcome(outcome);
    },
    onProgress: (progress) =>
      options.onProgress?.({
        ...progress,
        done: progress.done + before,
        total: progress.total + before,
      }),
  };
  const reject = (file: string, problems: FailedFile['problems'], sha256 = ''): void => {
    failed.push({ file, sha256, problems });
    options.onOutcome({ kind: 'failed', failed: { file, sha256, problems } });
  };
  const open = async (archive: string): Promise<ArchivedFile[]> => {
    const bytes = await load(archive);
    unpacked.delete(archive);
    const opened = bytes && openArchive(archive, bytes, budget);
    if (!opened?.ok) {
      reject(archive, opened?.problems ?? [problem('file-not-found', { file: archive })]);
      return [];
    }
    const { files } = opened.value;
    for (const { file, problems } of opened.value.failed) reject(file, problems);
    unpackedFailures += opened.value.failed.length;
    appendAll(leftOut, opened.value.leftOut);
    for (const { file, bytes: content } of files) unpacked.set(file, content);
    contents.set(
      archive,
      files.map(({ file }) => file),
    );
    return files;
  };

  if (!(await source.read(round))) return null;
  for (let depth = 1; archives.length > 0; depth += 1) {
    const found = archives;
    archives = [];
    if (depth > MAX_ARCHIVE_DEPTH) {
      for (const file of found)
        reject(file, [problem('archive-too-deep', { file }, { depth: MAX_ARCHIVE_DEPTH })]);
      break;
    }
    const files: ArchivedFile[] = [];
    for (const archive of found) appendAll(files, await open(archive));
    if (options.signal?.aborted) return null;
    before = outcomes.length + failed.length;
    if (files.length > 0 && !(await source.readArchived(files, round))) return null;
  }
  const expand = (file: string): string[] => contents.get(file)?.flatMap(expand) ?? [file];
  const files = source.files.flatMap(expand);
  return { files, outcomes, failed, leftOut, received: files.length + unpackedFailures, load };
}
