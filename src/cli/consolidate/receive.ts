import type { Annex } from '../../annex/types';
import { fingerprint as fingerprintOf } from '../../annex/fingerprint';
import type { ReadOutcome } from '../../consolidation/pool/messages';
import { isKnown } from '../../consolidation/rerun/gather';
import type { ReadFile } from '../../consolidation/rerun/gather';
import type { Previous } from '../../consolidation/rerun/previous';
import { READER_VERSION } from '../../consolidation/types';
import type { FailedFile } from '../../consolidation/types';
import { readLowerBook } from '../../workbook/consolidation/read-lower-book';
import { readBytes } from '../files';
import { readPaths } from './read-paths';

export type Received = {
  read: ReadFile[];
  failed: FailedFile[];
  /** SHA-256 → path of files that were known and not read. */
  unchanged: Map<string, string>;
  /** Files of one content under several names. */
  copies: { file: string; same: string }[];
};

const fileOf = (outcome: ReadOutcome): { file: string; sha256: string } =>
  outcome.kind === 'failed'
    ? outcome.failed
    : outcome.kind === 'unchanged'
      ? outcome
      : { file: outcome.file.file, sha256: outcome.file.sha256 };

/** A workbook without a record of ours may be the consolidation of a lower level. */
const asLowerBook = async (outcome: ReadOutcome): Promise<ReadFile | null> => {
  const mayBe =
    outcome.kind === 'failed' ||
    ((outcome.kind === 'read' || outcome.kind === 'matched') && outcome.file.fingerprint === '');
  if (!mayBe) return null;
  const { file, sha256 } = fileOf(outcome);
  const bytes = sha256 === '' ? null : await readBytes(file);
  const lower = bytes?.ok ? readLowerBook(bytes.value) : null;
  return lower && { kind: 'consolidation', file, sha256, ...lower };
};

/**
 * Reads what was given, in threads where there is much: known content is left, equal content read once, a failing file
 * kept with its reasons. In the order of the paths.
 *
 * @param annex the master that rows are matched with; null where it follows from the files
 */
export const receive = async (
  files: readonly string[],
  annex: Annex | null,
  previous: Previous | null,
): Promise<Received> => {
  const master = annex ?? previous?.annex ?? null;
  const fingerprint = master ? fingerprintOf(master.tasks) : '';
  const known = (previous?.sources ?? [])
    .map(({ sha256 }) => sha256)
    .filter((sha256) => isKnown(previous, sha256, READER_VERSION, fingerprint));
  const outcomes: ReadOutcome[] = [];
  await readPaths(files, { annex: master, known, onOutcome: (outcome) => outcomes.push(outcome) });
  const order = new Map(files.map((file, index) => [file, index]));
  outcomes.sort((a, b) => (order.get(fileOf(a).file) ?? 0) - (order.get(fileOf(b).file) ?? 0));

  const received: Received = { read: [], failed: [], unchanged: new Map(), copies: [] };
  const seen = new Map<string, string>();
  for (const outcome of outcomes) {
    const { file, sha256 } = fileOf(outcome);
    const same = sha256 === '' ? undefined : seen.get(sha256);
    if (same !== undefined) {
      received.copies.push({ file, same });
      continue;
    }
    seen.set(sha256, file);
    const lower = await asLowerBook(outcome);
    if (lower) received.read.push(lower);
    else if (outcome.kind === 'failed') received.failed.push(outcome.failed);
    else if (outcome.kind === 'unchanged') received.unchanged.set(sha256, file);
    else received.read.push({ kind: 'school', file: outcome.file });
  }
  return received;
};
