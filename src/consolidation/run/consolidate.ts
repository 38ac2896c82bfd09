import { formatEditionLabel } from '../../annex/format-edition-label';
import { appendAll } from '../../shared/append-all';
import type { IsoDate } from '../../shared/dates';
import { groupBy } from '../../shared/group-by';
import { isEqual } from '../../shared/is-equal';
import { createDriftFindings } from '../findings/create-drift-findings';
import { findAbsentFiles } from '../findings/find-absent-files';
import { findCopiedAnswers } from '../findings/find-copied-answers';
import { findDisagreements } from '../findings/find-disagreements';
import { findImpossibleTimes } from '../findings/find-impossible-times';
import { findDuplicatedUnit, findUndecidedUnits } from '../findings/find-unit-choices';
import type { Finding } from '../findings/finding';
import type { Consolidation, ConsolidationLevel, SourceFile, SourceFileState } from '../ledger/consolidation';
import { type BuildEntries, createEntryBuilder } from '../ledger/create-entry-builder';
import { getEntryKey, type LedgerEntry } from '../ledger/ledger-entry';
import type { MasterAnnex } from '../match/master-annex';
import type { FailedFile, MatchedFile, SheetChoice, UnitEntry, UnitMatch } from '../types';
import { findCountedFile } from '../units/find-newest';
import {
  createAllRowFindings,
  createLeftOutDocumentFindings,
  listDocumentFiles,
  type LowerConsolidation,
  translateEntries,
} from './consolidate-documents';
import { parseFileDecision } from './file-decision';
import type { LeftOutFile } from './left-out';
import type { PreviousConsolidation } from './previous-consolidation';

/** A file that was read in this run, with whose it is. */
export type ReceivedFile =
  { kind: 'school'; file: MatchedFile; unit: UnitMatch; sheetChoice?: SheetChoice } | LowerConsolidation;

export type ConsolidationInput = {
  level: ConsolidationLevel;
  annex: MasterAnnex;
  fingerprint: string;
  /** The units that must report; empty where no list is given. */
  units: readonly UnitEntry[];
  asOf: IsoDate;
  reportDue: IsoDate;
  /** ISO time. */
  readAt: string;
  received: readonly ReceivedFile[];
  failed: readonly FailedFile[];
  /** SHA-256 → path of files given again whose content was known and was not read. */
  unchanged: ReadonlyMap<string, string>;
  /** Files that were received and are nobody's report. */
  leftOut?: readonly LeftOutFile[];
  previous: PreviousConsolidation | null;
  /** What the officer settles in this run, by SHA-256; stands above what is written beside the file. */
  decisions?: ReadonlyMap<string, string>;
};

function createSourceFile(
  file: MatchedFile,
  unit: UnitMatch,
  units: ReadonlyMap<string, UnitEntry>,
  readAt: string,
): SourceFile {
  return {
    sha256: file.sha256,
    file: file.file,
    unit: unit.kind === 'known' ? unit.unit : '',
    unitName:
      (unit.kind === 'known' ? units.get(unit.unit)?.name : undefined) ?? file.claims.names[0]?.name ?? '',
    by: unit.kind === 'known' ? unit.by : 'none',
    state: unit.kind === 'known' ? 'used' : 'question',
    candidates: unit.kind === 'known' ? [] : unit.candidates,
    edition: formatEditionLabel(file.edition),
    fingerprint: file.fingerprint,
    contentDate: file.contentDate,
    rows: file.rows.length,
    differences: file.drift.length,
    problems: [...new Set(file.warnings.map(({ code }) => code))].join(', '),
    readAt,
    readerVersion: file.readerVersion,
  };
}

/** Of a file of which nothing is known but why. */
function createUnreadSourceFile(
  given: Pick<SourceFile, 'sha256' | 'file' | 'state' | 'problems' | 'readAt'>,
): SourceFile {
  return {
    unit: '',
    unitName: '',
    by: 'none',
    candidates: [],
    edition: '',
    fingerprint: '',
    contentDate: '',
    rows: 0,
    differences: 0,
    readerVersion: 0,
    ...given,
  };
}

function createFailedSourceFile({ file, sha256, problems }: FailedFile, readAt: string): SourceFile {
  return createUnreadSourceFile({
    sha256: sha256 || `? ${file}`,
    file,
    state: 'failed',
    problems: [...new Set(problems.map(({ code }) => code))].join(', '),
    readAt,
  });
}

function createLeftOutSourceFile({ file, reason }: LeftOutFile, readAt: string): SourceFile {
  return createUnreadSourceFile({ sha256: `- ${file}`, file, state: 'leftOut', problems: reason, readAt });
}

/** Files of which there is nothing new to say keep the time when it was first said. */
function createTimeKeeper(previous: readonly SourceFile[]): (source: SourceFile) => SourceFile {
  const earlier = new Map(previous.map((source) => [source.sha256, source]));
  return (source) => {
    const before = earlier.get(source.sha256);
    return before && isEqual({ ...before, readAt: '' }, { ...source, readAt: '' }) ? before : source;
  };
}

/** States of files of which no unit's rows come, whoever sent them. */
const UNREAD_STATES: readonly SourceFileState[] = ['failed', 'leftOut'];

/** Corrections stay where the officer made them; one that the unit has come to agree with is none any more. */
function carryOverCorrections(next: LedgerEntry, before: LedgerEntry | undefined): LedgerEntry {
  if (!before) return next;
  const corrected = Object.fromEntries(
    Object.entries(before.corrected).filter(
      ([mark, value]) => next.reported[mark as keyof LedgerEntry['reported']] !== value,
    ),
  );
  return { ...next, corrected };
}

type BuiltFile = {
  source: SourceFile;
  entries: () => LedgerEntry[];
  drift: () => Finding[];
  /** Which of its sheets counts, where the officer has not said so yet. */
  openChoice?: SheetChoice;
};

function buildFile(
  received: ReceivedFile,
  { readAt, annex, asOf }: ConsolidationInput,
  units: ReadonlyMap<string, UnitEntry>,
  build: BuildEntries,
): BuiltFile {
  if (received.kind === 'consolidation') {
    const { source } = received;
    const entries = translateEntries(received.entries, received.annex ?? null, annex);
    return {
      source,
      // A correction made below is what that level reports.
      entries: () =>
        entries.map((entry) => ({
          ...entry,
          sender: source.unit,
          reported: { ...entry.reported, ...entry.corrected },
          corrected: {},
        })),
      drift: () => createLeftOutDocumentFindings(received, annex),
    };
  }
  const { file, unit } = received;
  const source = createSourceFile(file, unit, units, readAt);
  const entry: UnitEntry = units.get(source.unit) ?? {
    code: source.unit,
    name: source.unitName,
    aliases: [],
    kind: '',
    parent: '',
    validFrom: '',
    validTo: '',
  };
  const { sheetChoice } = received;
  return {
    source,
    entries: () => build(file, entry),
    drift: () => [
      ...createDriftFindings(file, entry),
      ...listDocumentFiles(file, annex).flatMap(([one, from]) =>
        findImpossibleTimes(one, entry.code, { from, until: asOf }),
      ),
    ],
    ...(sheetChoice?.chosen === null && { openChoice: sheetChoice }),
  };
}

/** So many tasks are named in a finding. */
const MAX_NAMED_TASKS = 12;

/** Names the sheets of which one counts, and the tasks in which they differ. */
function createSheetChoiceFinding({ unit, file, sheets, differences }: SheetChoice, name: string): Finding {
  const tasks = [...new Set(differences.flatMap(({ task }) => (task === '' ? [] : [task])))];
  const named = tasks.slice(0, MAX_NAMED_TASKS).join(', ');
  return {
    code: 'sheet-choice',
    unit,
    task: '',
    place: { file, ...(sheets[0] !== undefined && { sheet: sheets[0] }) },
    args: {
      name,
      sheets: sheets.map((sheet) => `“${sheet}”`).join(', '),
      count: differences.length,
      tasks: tasks.length > MAX_NAMED_TASKS ? `${named} …` : named,
    },
  };
}

/** What another sheet of a file says that is not counted yet: the rest is reported when it is. */
function findOpenSheets({ openChoice, drift, source }: BuiltFile): { findings: Finding[]; drift: Finding[] } {
  if (!openChoice) return { findings: [], drift: [] };
  return {
    findings: [createSheetChoiceFinding(openChoice, source.unitName)],
    drift: drift().filter(({ args }) => args['problem'] === 'other-sheet-differs'),
  };
}

/** Said of a file while it waits for the officer: another file holds the same units. */
const MIXED_LEVEL_CODES = ['consolidation-among-units', 'unit-in-consolidation'] as const;

/** Names the files that were not counted because another file holds the same units, or that do not say whose they are. */
function findLevelProblems(sources: readonly SourceFile[]): Finding[] {
  return sources.flatMap(({ file, sha256, state, problems }): Finding[] => {
    const codes = problems.split(', ');
    const mixed = MIXED_LEVEL_CODES.filter((code) => state === 'question' && codes.includes(code));
    const damaged = (['consolidation-record-missing'] as const).filter((code) => codes.includes(code));
    return [...mixed, ...damaged].map((problem) => ({
      code: 'file-warning',
      unit: '',
      task: '',
      place: { file },
      args: { problem, at: `${problem}:${sha256.slice(0, 12)}` },
    }));
  });
}

/**
 * Brings together what was received in this run and what the last one left: of each unit one file counts, the one the
 * officer chose or the newest, and none where the dates do not tell; units whose file did not change keep their rows as they stand, corrections and all.
 * A file that could not be read takes nothing away from what its unit sent before. Pure.
 */
export function consolidate(input: ConsolidationInput): Consolidation {
  const { annex, previous, readAt, asOf } = input;
  const units = new Map(input.units.map((unit) => [unit.code, unit]));
  const build = createEntryBuilder(annex, { readAt, asOf });
  const built = new Map<string, BuiltFile>();
  for (const received of input.received) {
    const one = buildFile(received, input, units, build);
    // The same bytes under two names are one file.
    if (!built.has(one.source.sha256)) built.set(one.source.sha256, one);
  }
  const keepTime = createTimeKeeper(previous?.sources ?? []);
  const failed = input.failed.map((file) => keepTime(createFailedSourceFile(file, readAt)));
  const next = new Set([...built.keys(), ...failed.map(({ sha256 }) => sha256)]);
  const retained = (previous?.sources ?? [])
    .filter(({ sha256, state }) => !next.has(sha256) && state !== 'leftOut')
    .map((source) => ({ ...source, file: input.unchanged.get(source.sha256) ?? source.file }));

  const earlier = translateEntries(previous?.entries ?? [], previous?.annex ?? null, annex);
  const before = new Map(earlier.map((entry) => [getEntryKey(entry), entry]));
  const beforeBySender = groupBy(earlier, ({ sender }) => sender);
  const usedBefore = new Map(
    (previous?.sources ?? [])
      .filter(({ state }) => state === 'used')
      .map(({ unit, sha256 }) => [unit, sha256]),
  );
  const getDecision = (sha256: string) =>
    parseFileDecision(input.decisions?.get(sha256) ?? previous?.decisions.get(sha256) ?? '');
  const all = [...retained, ...[...built.values()].map(({ source }) => source)];
  const groups = groupBy(
    all.filter(({ unit, state }) => unit !== '' && !UNREAD_STATES.includes(state) && state !== 'question'),
    ({ unit }) => unit,
  );
  const chosen = new Map<string, string>();
  const undecided = new Set<string>();
  const openFiles: BuiltFile[] = [];
  for (const [unit, group] of groups) {
    // What is neither read now nor stands in the ledger cannot be used.
    const usable = group.filter(({ sha256 }) => built.has(sha256) || usedBefore.get(unit) === sha256);
    const best = findCountedFile(usable, {
      isChosen: ({ sha256 }) => getDecision(sha256).use,
      isReadNow: ({ sha256 }) => built.has(sha256),
    });
    const openFile = best && built.get(best.sha256);
    if (openFile?.openChoice) {
      undecided.add(unit);
      openFiles.push(openFile);
    } else if (best) chosen.set(unit, best.sha256);
    else if (usable.length > 0) undecided.add(unit);
  }
  const withState = (source: SourceFile): SourceFile => {
    const { unit, state, sha256 } = source;
    if (unit === '' || UNREAD_STATES.includes(state) || state === 'question') return source;
    // Nothing of the unit counts before the officer chooses.
    if (undecided.has(unit))
      return { ...source, unit: '', by: 'none', state: 'question', candidates: [unit] };
    return { ...source, state: chosen.get(unit) === sha256 ? 'used' : 'superseded' };
  };
  const leftOut = (input.leftOut ?? []).map((file) => keepTime(createLeftOutSourceFile(file, readAt)));
  const sources = [...all.map(withState), ...failed, ...leftOut];

  const order = new Map(input.units.map(({ code }, index) => [code, index]));
  const senders = [...chosen.keys()].sort(
    (a, b) => (order.get(a) ?? order.size) - (order.get(b) ?? order.size) || (a < b ? -1 : 1),
  );
  const entries: LedgerEntry[] = [];
  const drift: Finding[] = [];
  for (const unit of senders) {
    const one = built.get(chosen.get(unit)!);
    if (one) {
      for (const entry of one.entries())
        entries.push(carryOverCorrections(entry, before.get(getEntryKey(entry))));
      appendAll(drift, one.drift());
    } else {
      appendAll(entries, beforeBySender.get(unit) ?? []);
      appendAll(
        drift,
        (previous?.drift ?? []).filter((finding) => finding.unit === unit),
      );
    }
  }
  const blankFiles = new Set(
    drift.flatMap(({ code, place }) => (code === 'file-blank' && place.file ? [place.file] : [])),
  );
  appendAll(
    drift,
    openFiles.flatMap((file) => findOpenSheets(file).drift),
  );
  const known = sources.filter(({ state }) => state === 'used' || state === 'superseded');
  return {
    level: input.level,
    annex,
    fingerprint: input.fingerprint,
    units: input.units,
    asOf,
    reportDue: input.reportDue,
    decisions: input.decisions ?? new Map(),
    sources,
    entries,
    findings: [
      ...findDisagreements(entries),
      ...createAllRowFindings(entries, annex, { asOf, blankFiles }),
      ...[...groupBy(known, ({ unit }) => unit)].flatMap(([unit, group]) => findDuplicatedUnit(unit, group)),
      ...findUndecidedUnits(sources, units, new Set(openFiles.map(({ source }) => source.unit))),
      ...openFiles.flatMap((file) => findOpenSheets(file).findings),
      ...findCopiedAnswers(entries),
      ...findLevelProblems(sources),
      ...findAbsentFiles(retained, usedBefore, getDecision, new Set(units.keys())),
    ],
    drift,
  };
}
