import type { ReaderMessage, ReaderPort } from '../../readers/pool/reader-port';
import type { MasterAnnex } from '../match/master-annex';
import type { FailedFile, MatchedFile, SchoolFile } from '../types';

/**
 * What became of one file. `unchanged`: read in an earlier run and known by its hash. `archive`: a .zip whose files are
 * read in its place.
 */
export type ReadOutcome =
  | { kind: 'matched'; file: MatchedFile }
  | { kind: 'read'; file: SchoolFile }
  | { kind: 'unchanged'; file: string; sha256: string }
  | { kind: 'archive'; file: string; sha256: string }
  | { kind: 'failed'; failed: FailedFile };

/** What a reader receives before its first file. */
export type ReaderStart = {
  kind: 'start';
  /** The master that rows are matched with; null: files come back as read. */
  annex: MasterAnnex | null;
  /** SHA-256 of files that need not be read again. */
  known: readonly string[];
};

/** `source`: whatever the platform's reader loads bytes from (a path, a File). */
export type ReadRequest = { kind: 'read'; job: number; file: string; source: unknown };

export type MessageToReader = ReaderStart | ReadRequest;
export type MessageFromReader = ReaderMessage<ReadOutcome>;
export type FileReaderPort = ReaderPort<MessageToReader, ReadOutcome>;
