import type { ReportStage } from '../../readers/pool/reader-port';
import { getFaultText } from '../../shared/faults';
import type { Problem } from '../../shared/problem';
import { problem, type Result } from '../../shared/result';
import { indexMaster, type Master } from '../match/index-master';
import { matchFile } from '../match/match-file';
import type { FileContent } from '../reader/file-content';
import type { SchoolFile } from '../types';
import type { MessageFromReader, MessageToReader, ReadOutcome, ReadRequest } from './reader-messages';

/** What the reader behind a port needs of its platform and of the layer that knows the workbooks. */
export type ReaderPlatform = {
  load: (source: unknown) => Promise<Result<Uint8Array>>;
  sha256: (bytes: Uint8Array) => string | Promise<string>;
  read: (source: FileContent, onStage: ReportStage) => Promise<Result<SchoolFile>>;
};

function createFailedOutcome(file: string, sha256: string, problems: Problem[]): ReadOutcome {
  return {
    kind: 'failed',
    failed: { file, sha256, problems: problems.map((one) => ({ ...one, place: { file, ...one.place } })) },
  };
}

/** Answers the requests of a port, one file after the other; an error of the program fails the current file and no other. */
export function serveReader(
  parts: ReaderPlatform,
  answer: (message: MessageFromReader) => void,
): (message: MessageToReader) => void {
  let master: Master | null = null;
  let known: ReadonlySet<string> = new Set();
  let last: Promise<void> = Promise.resolve();
  let hasStarted = false;

  const readOutcome = async ({ job, file, source }: ReadRequest): Promise<ReadOutcome> => {
    let sha256 = '';
    try {
      const bytes = await parts.load(source);
      if (!bytes.ok) return createFailedOutcome(file, '', bytes.problems);
      sha256 = await parts.sha256(bytes.value);
      if (known.has(sha256)) return { kind: 'unchanged', file, sha256 };
      const read = await parts.read({ file, bytes: bytes.value, sha256 }, (stage) => answer({ job, stage }));
      if (!read.ok)
        return read.problems.every(({ code }) => code === 'archive-file')
          ? { kind: 'archive', file, sha256 }
          : createFailedOutcome(file, sha256, read.problems);
      return master
        ? { kind: 'matched', file: matchFile(read.value, master) }
        : { kind: 'read', file: read.value };
    } catch (fault) {
      return createFailedOutcome(file, sha256, [
        problem('reader-fault', {}, { reason: getFaultText(fault) }),
      ]);
    }
  };

  return (message) => {
    if (message.kind === 'start') {
      hasStarted = false;
      master = message.annex && indexMaster(message.annex);
      known = new Set(message.known);
      return;
    }
    const { job } = message;
    last = last.then(async () => {
      // Later files begin with the answer to the one before.
      if (!hasStarted) answer({ job, stage: 'reading' });
      hasStarted = true;
      answer({ job, outcome: await readOutcome(message) });
    });
  };
}
