import type { Annex } from '../../annex/types';
import type { IsoDate } from '../../shared/dates';
import { err, ok, problem, type Result } from '../../shared/result';
import type { Consolidation, ConsolidationLevel } from '../ledger/consolidation';
import { type Duplicate, type FailedFile, READER_VERSION, type UnitEntry } from '../types';
import { consolidate } from './consolidate';
import { findKnownFiles } from './find-known-files';
import { groupResults, type LowerWorkbookSource, type ReadSummary } from './group-results';
import { prepareConsolidation } from './prepare-consolidation';
import type { PreviousConsolidation } from './previous-consolidation';
import type { ReadFilesOptions } from './read-files';
import type { ReadOutcome } from './reader-messages';

/** What a run consolidates by; null stands for what the previous run or the files give. */
type ConsolidationRequest = {
  annex: Annex | null;
  units: readonly UnitEntry[] | null;
  level: ConsolidationLevel | null;
  asOf: IsoDate;
  reportDue: IsoDate | null;
  previous: PreviousConsolidation | null;
  /** What the officer decided in this run, by SHA-256. */
  decisions?: ReadonlyMap<string, string>;
};

/** The files of a run and how the platform reads them. */
export type FileSource = LowerWorkbookSource & {
  files: readonly string[];
  /** Answers false where reading was cancelled. */
  read: (
    options: Pick<ReadFilesOptions, 'annex' | 'known' | 'signal' | 'onOutcome' | 'onProgress'>,
  ) => Promise<boolean>;
  /** Files that cannot even be opened, with the reasons. */
  failed?: readonly FailedFile[];
};

type RunOptions = Pick<ReadFilesOptions, 'signal' | 'onProgress'> & {
  now: () => Date;
  /** Called for each file as it is read, in no order. */
  onOutcome?: (outcome: ReadOutcome) => void;
};

/** What was read, with the time of reading: a second look at the same files gives the same consolidation. */
export type ReadInputs = ReadSummary & { readAt: string };

export type ConsolidationRun = {
  consolidation: Consolidation;
  duplicates: Duplicate[];
  inputs: ReadInputs;
  /** Files that were read now or known from the previous run, copies included. */
  filesRead: number;
};

/**
 * Reads the files of a run; those that the previous run knows are not read again.
 *
 * @returns null where reading was cancelled
 */
export async function readInputs(
  { annex, previous }: Pick<ConsolidationRequest, 'annex' | 'previous'>,
  source: FileSource,
  { now, signal, onProgress, onOutcome }: RunOptions,
): Promise<ReadInputs | null> {
  const { master, known } = findKnownFiles(annex, previous);
  const outcomes: ReadOutcome[] = [];
  const isComplete = await source.read({
    annex: master,
    known,
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
    onOutcome: (outcome) => {
      outcomes.push(outcome);
      onOutcome?.(outcome);
    },
  });
  if (!isComplete) return null;
  const summary = await groupResults(outcomes, source.files, source);
  if (signal?.aborted) return null;
  summary.failed.push(...(source.failed ?? []));
  return { ...summary, readAt: now().toISOString() };
}

/** Consolidates what was read. Problems: no-workbooks, followed by those of the files that failed. Pure. */
export function combineInputs(request: ConsolidationRequest, inputs: ReadInputs): Result<ConsolidationRun> {
  const { read, failed, unchanged, copies, readAt } = inputs;
  const prepared = prepareConsolidation({
    ...request,
    read,
    failed,
    unchanged,
    readAt,
    readerVersion: READER_VERSION,
  });
  if (!prepared) return err([problem('no-workbooks'), ...failed.flatMap(({ problems }) => problems)]);
  return ok({
    consolidation: consolidate(prepared.input),
    duplicates: prepared.duplicates,
    inputs,
    filesRead: read.length + unchanged.size + copies.length,
  });
}

/**
 * Reads the files of a run and consolidates them.
 *
 * @returns null where reading was cancelled
 */
export async function runConsolidation(
  request: ConsolidationRequest,
  source: FileSource,
  options: RunOptions,
): Promise<Result<ConsolidationRun> | null> {
  const inputs = await readInputs(request, source, options);
  return inputs && combineInputs(request, inputs);
}
