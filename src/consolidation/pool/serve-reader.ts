import type { Problem, Result } from '../../annex/problem';
import { indexMaster, type Master } from '../match/master';
import { matchFile } from '../match/match-file';
import type { BookSource } from '../reader/read-book';
import type { SchoolFile } from '../types';
import type { FromReader, ReadOutcome, ReadRequest, ToReader } from './messages';

/** What the far end of a port needs of its platform and of the room that knows our workbooks. */
export type ReaderParts = {
  load: (source: unknown) => Promise<Result<Uint8Array>>;
  sha256: (bytes: Uint8Array) => string | Promise<string>;
  read: (source: BookSource) => Promise<Result<SchoolFile>>;
};

function failed(file: string, sha256: string, problems: Problem[]): ReadOutcome {
  return {
    kind: 'failed',
    failed: { file, sha256, problems: problems.map((one) => ({ ...one, place: { file, ...one.place } })) },
  };
}

/** Answers the requests of a port, one file after the other; a fault of ours fails the file it met and no other. */
export function serveReader(
  parts: ReaderParts,
  answer: (message: FromReader) => void,
): (message: ToReader) => void {
  let master: Master | null = null;
  let known: ReadonlySet<string> = new Set();
  let last: Promise<void> = Promise.resolve();

  const outcomeOf = async ({ file, source }: ReadRequest): Promise<ReadOutcome> => {
    const bytes = await parts.load(source);
    if (!bytes.ok) return failed(file, '', bytes.problems);
    const sha256 = await parts.sha256(bytes.value);
    if (known.has(sha256)) return { kind: 'unchanged', file, sha256 };
    try {
      const read = await parts.read({ file, bytes: bytes.value, sha256 });
      if (!read.ok) return failed(file, sha256, read.problems);
      return master
        ? { kind: 'matched', file: matchFile(read.value, master) }
        : { kind: 'read', file: read.value };
    } catch (fault) {
      const reason = fault instanceof Error ? fault.message : String(fault);
      return failed(file, sha256, [
        { code: 'reader-stopped', severity: 'error', place: {}, details: { reason } },
      ]);
    }
  };

  return (message) => {
    if (message.kind === 'start') {
      master = message.annex && indexMaster(message.annex);
      known = new Set(message.known);
      return;
    }
    last = last.then(async () => answer({ job: message.job, outcome: await outcomeOf(message) }));
  };
}

/** A reader in this very thread: for few files, and where there are no workers. */
export function localPort(parts: ReaderParts) {
  let listener: (message: FromReader) => void = () => undefined;
  let open = true;
  const serve = serveReader(parts, (message) => {
    if (open) listener(message);
  });
  return {
    post: serve,
    onMessage: (wanted: (message: FromReader) => void) => {
      listener = wanted;
    },
    onFailure: () => undefined,
    close: () => {
      open = false;
    },
  };
}
