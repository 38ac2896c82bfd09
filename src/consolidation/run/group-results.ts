import { problem } from '../../shared/result';
import type { FailedFile } from '../types';
import type { InputFile } from './prepare-consolidation';
import type { ReadOutcome } from './reader-messages';

/** The outcomes of the files of a run, grouped by what follows from them. */
export type ReadSummary = {
  read: InputFile[];
  failed: FailedFile[];
  /** SHA-256 → name of files that were known and not read. */
  unchanged: Map<string, string>;
  /** Files of one content under several names. */
  copies: { file: string; same: string }[];
};

/** The consolidation workbook of a lower level. */
export type LowerWorkbook = Omit<
  Extract<InputFile, { kind: 'consolidation' }>,
  'kind' | 'file' | 'sha256'
> & {
  fingerprint: string;
  /** Folder of the full ledger, where `entries` are a part of it. */
  fullLedgerPath?: string;
};

/** Gives the bytes of a file again, and reads them as the consolidation workbook of a lower level. */
export type LowerWorkbookSource = {
  load: (file: string) => Promise<Uint8Array | null>;
  readLowerWorkbook: (bytes: Uint8Array) => LowerWorkbook | null;
};

export function getResultFile(outcome: ReadOutcome): { file: string; sha256: string } {
  switch (outcome.kind) {
    case 'failed':
      return outcome.failed;
    case 'unchanged':
    case 'archive':
      return outcome;
    default:
      return outcome.file;
  }
}

/**
 * Reads a file without a metadata sheet as the consolidation workbook of a lower level.
 *
 * @returns null for any other file; a failure for a workbook that holds only a part of its ledger
 */
async function tryReadLowerWorkbook(
  outcome: ReadOutcome,
  { load, readLowerWorkbook }: LowerWorkbookSource,
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
 * Groups the outcomes of a reading in the order of the files: equal content once, known content apart, failed files
 * with their reasons, and the workbooks of a lower level apart from those of units.
 */
export async function groupResults(
  outcomes: readonly ReadOutcome[],
  files: readonly string[],
  source: LowerWorkbookSource,
): Promise<ReadSummary> {
  const order = new Map(files.map((file, index) => [file, index]));
  const getOrder = (outcome: ReadOutcome): number => order.get(getResultFile(outcome).file) ?? 0;
  const summary: ReadSummary = { read: [], failed: [], unchanged: new Map(), copies: [] };
  const seen = new Map<string, string>();
  for (const outcome of [...outcomes].sort((a, b) => getOrder(a) - getOrder(b))) {
    const { file, sha256 } = getResultFile(outcome);
    const same = sha256 === '' ? undefined : seen.get(sha256);
    if (same !== undefined) {
      // A copy of what could not be read is not read either; it has no hash, for that names the first one.
      if (outcome.kind === 'failed') summary.failed.push({ ...outcome.failed, sha256: '' });
      else summary.copies.push({ file, same });
      continue;
    }
    seen.set(sha256, file);
    const lower = await tryReadLowerWorkbook(outcome, source);
    if (lower && !('kind' in lower)) summary.failed.push(lower);
    else if (lower) summary.read.push(lower);
    else if (outcome.kind === 'failed') summary.failed.push(outcome.failed);
    else if (outcome.kind === 'unchanged') summary.unchanged.set(sha256, file);
    else if (outcome.kind !== 'archive') summary.read.push({ kind: 'school', file: outcome.file });
  }
  return summary;
}
