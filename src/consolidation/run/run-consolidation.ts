import { computeFingerprint } from '../../annex/compute-fingerprint';
import { appendAll } from '../../shared/append-all';
import type { IsoDate } from '../../shared/dates';
import { err, ok, problem, type Result, warning } from '../../shared/result';
import type { Consolidation, ConsolidationLevel } from '../ledger/consolidation';
import type { MasterAnnex } from '../match/master-annex';
import { type Duplicate, type FailedFile, READER_VERSION, type SheetChoice, type UnitEntry } from '../types';
import { toCodeKey } from '../units/unit-index';
import { consolidate } from './consolidate';
import { countFiles, type FileTally } from './count-files';
import { parseFileDecision } from './file-decision';
import { findKnownFiles } from './find-known-files';
import { groupResults, type LowerWorkbookSource, type ReadSummary } from './group-results';
import type { LeftOutFile } from './left-out';
import { listNamedFiles, type NamedDecisions, resolveNamedDecisions } from './name-decisions';
import { prepareConsolidation } from './prepare-consolidation';
import type { PreviousConsolidation } from './previous-consolidation';
import type { ReadFilesOptions } from './read-files';
import { type ArchiveSource, readWithArchives } from './read-with-archives';
import type { ReadOutcome } from './reader-messages';

/** What a run consolidates by; null stands for what the previous run or the files give. */
type ConsolidationRequest = {
  annex: MasterAnnex | null;
  units: readonly UnitEntry[] | null;
  level: ConsolidationLevel | null;
  asOf: IsoDate;
  reportDue: IsoDate | null;
  previous: PreviousConsolidation | null;
  /** What the officer decided in this run, by SHA-256. */
  decisions?: ReadonlyMap<string, string>;
  /** Unit's code → the sheet that counts of its file, where it has several of the same tasks. */
  sheets?: ReadonlyMap<string, string>;
};

/** The files of a run and how the platform reads them. */
export type FileSource = ArchiveSource &
  LowerWorkbookSource & {
    /** Files that cannot even be opened, with the reasons. */
    failed?: readonly FailedFile[];
    /** Files of the folders that are nobody's report. */
    leftOut?: readonly LeftOutFile[];
  };

type RunOptions = Pick<ReadFilesOptions, 'signal' | 'onProgress'> & {
  now: () => Date;
  /** Called for each file as it is read, in no order. */
  onOutcome?: (outcome: ReadOutcome) => void;
};

/** What was read, with the time of reading: a second look at the same files gives the same consolidation. */
export type ReadInputs = ReadSummary & {
  /** Of the annex that the files are matched with; '' where they are not matched yet. */
  fingerprint: string;
  leftOut: LeftOutFile[];
  tally: FileTally;
  readAt: string;
};

export type ConsolidationRun = {
  consolidation: Consolidation;
  duplicates: Duplicate[];
  sheetChoices: SheetChoice[];
  inputs: ReadInputs;
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
  const reading = await readWithArchives(source, {
    annex: master,
    known,
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
    onOutcome: onOutcome ?? (() => undefined),
  });
  if (!reading) return null;
  const summary = await groupResults(reading.outcomes, reading.files, { ...source, load: reading.load });
  if (signal?.aborted) return null;
  const unopened = source.failed ?? [];
  appendAll(summary.failed, [...reading.failed, ...unopened]);
  const leftOut = [...(source.leftOut ?? []), ...reading.leftOut];
  const received = reading.received + unopened.length + leftOut.length;
  return {
    ...summary,
    fingerprint: master ? computeFingerprint(master.tasks) : '',
    leftOut,
    tally: countFiles(summary, { received, leftOut: leftOut.length }),
    readAt: now().toISOString(),
  };
}

/**
 * Consolidates what was read. Problems: annex-changed where the files were matched with another annex than is asked
 * for; no-workbooks, followed by those of the files that failed. Pure.
 */
export function combineInputs(request: ConsolidationRequest, inputs: ReadInputs): Result<ConsolidationRun> {
  const { read, failed, unchanged, leftOut, fingerprint, readAt } = inputs;
  const annex = request.annex ?? request.previous?.annex;
  if (annex && fingerprint !== '' && computeFingerprint(annex.tasks) !== fingerprint)
    return err('annex-changed');
  const prepared = prepareConsolidation({
    ...request,
    read,
    failed,
    unchanged,
    leftOut,
    readAt,
    readerVersion: READER_VERSION,
  });
  if (!prepared) return err([problem('no-workbooks'), ...failed.flatMap(({ problems }) => problems)]);
  const { duplicates, sheetChoices } = prepared;
  const missed = [...(request.sheets ?? [])].filter(([unit]) => !isSheetChosen(unit, prepared));
  return ok(
    { consolidation: consolidate(prepared.input), duplicates, sheetChoices, inputs },
    missed.map(([unit, sheet]) => warning('sheet-not-there', {}, { unit, sheet })),
  );
}

/** Whether the sheet that was named for a unit is one of those that there were to choose from. */
function isSheetChosen(unit: string, { sheetChoices }: Pick<ConsolidationRun, 'sheetChoices'>): boolean {
  return sheetChoices.some((choice) => choice.unit === unit && choice.chosen !== null);
}

/** A request in which files are decided of by their names, as nobody types a hash. */
type NamedRequest = Omit<ConsolidationRequest, 'decisions'> & { named?: NamedDecisions };

/** A previous run in which what is decided by names now has been decided, so that those files are read again. */
function decidePrevious(
  previous: PreviousConsolidation | null,
  named: NamedDecisions,
): PreviousConsolidation | null {
  if (!previous || named.size === 0) return previous;
  const { decisions } = resolveNamedDecisions(named, previous.sources);
  return { ...previous, decisions: new Map([...previous.decisions, ...decisions]) };
}

/**
 * Reads the files of a run and consolidates them. A name in `named` that no file or several files have, and a unit that
 * is not known, are warnings.
 *
 * @returns null where reading was cancelled
 */
export async function runConsolidation(
  { named = new Map(), ...given }: NamedRequest,
  source: FileSource,
  options: RunOptions,
): Promise<Result<ConsolidationRun> | null> {
  const request = { ...given, previous: decidePrevious(given.previous, named) };
  const inputs = await readInputs(request, source, options);
  if (!inputs) return null;
  const { decisions, missed } = resolveNamedDecisions(named, listNamedFiles(inputs.read, inputs.unchanged));
  const run = combineInputs({ ...request, decisions }, inputs);
  if (!run.ok) return run;
  const { sources } = run.value.consolidation;
  const warnings = missed.map(({ file, count }) => warning('file-not-there', { file }, { count }));
  for (const { sha256, file, unit } of sources) {
    const { unit: wanted } = parseFileDecision(decisions.get(sha256) ?? '');
    if (wanted !== '' && toCodeKey(wanted) !== toCodeKey(unit))
      warnings.push(warning('unit-not-there', { file }, { unit: wanted }));
  }
  return ok(run.value, [...run.warnings, ...warnings]);
}
