import type { InputFile } from '../consolidation/run/prepare-consolidation';
import type { ReadOutcome } from '../consolidation/run/reader-messages';
import type { FailedFile } from '../consolidation/types';
import { problem } from '../shared/result';
import { readLowerWorkbook } from './read-lower-workbook';

/** What became of the files of a run. */
export type ReadSummary = {
  read: InputFile[];
  failed: FailedFile[];
  /** SHA-256 → name of files that were known and not read. */
  unchanged: Map<string, string>;
  /** Files of one content under several names. */
  copies: { file: string; same: string }[];
};

export function getResultFile(outcome: ReadOutcome): { file: string; sha256: string } {
  return outcome.kind === 'failed'
    ? outcome.failed
    : outcome.kind === 'unchanged'
      ? outcome
      : { file: outcome.file.file, sha256: outcome.file.sha256 };
}

type LoadFile = (file: string) => Promise<Uint8Array | null>;

/** A workbook without a record of ours may be the consolidation of a lower level; one of a part of it cannot be used. */
async function tryReadLowerWorkbook(
  outcome: ReadOutcome,
  load: LoadFile,
): Promise<Extract<InputFile, { kind: 'consolidation' }> | FailedFile | null> {
  const mayBe =
    outcome.kind === 'failed' ||
    ((outcome.kind === 'read' || outcome.kind === 'matched') && outcome.file.fingerprint === '');
  const { file, sha256 } = getResultFile(outcome);
  const bytes = mayBe && sha256 !== '' ? await load(file) : null;
  const lower = bytes && readLowerWorkbook(bytes);
  if (lower?.fullLedgerPath) {
    return { file, sha256, problems: [problem('ledger-needed', { file }, { folder: lower.fullLedgerPath })] };
  }
  return lower && { kind: 'consolidation', file, sha256, ...lower };
}

/**
 * Puts the outcomes of a reading in the order of the files: equal content once, known content aside, failing files with
 * their reasons, and the workbooks of a lower level told from those of units.
 *
 * @param load the bytes of a file again, for those that need a second look
 */
export async function groupResults(
  outcomes: readonly ReadOutcome[],
  files: readonly string[],
  load: LoadFile,
): Promise<ReadSummary> {
  const order = new Map(files.map((file, index) => [file, index]));
  const place = (outcome: ReadOutcome): number => order.get(getResultFile(outcome).file) ?? 0;
  const sorted: ReadSummary = { read: [], failed: [], unchanged: new Map(), copies: [] };
  const seen = new Map<string, string>();
  for (const outcome of [...outcomes].sort((a, b) => place(a) - place(b))) {
    const { file, sha256 } = getResultFile(outcome);
    const same = sha256 === '' ? undefined : seen.get(sha256);
    if (same !== undefined) {
      sorted.copies.push({ file, same });
      continue;
    }
    seen.set(sha256, file);
    const lower = await tryReadLowerWorkbook(outcome, load);
    if (lower && 'problems' in lower) sorted.failed.push(lower);
    else if (lower) sorted.read.push(lower);
    else if (outcome.kind === 'failed') sorted.failed.push(outcome.failed);
    else if (outcome.kind === 'unchanged') sorted.unchanged.set(sha256, file);
    else sorted.read.push({ kind: 'school', file: outcome.file });
  }
  return sorted;
}
