import type { Annex } from '../../annex/types';
import { toUnitKey } from '../../annex/unit-names';
import type { IsoDate } from '../../shared/dates';
import type { ProblemCode } from '../../shared/problem';
import { warning } from '../../shared/result';
import type { ConsolidationLevel, SourceFile } from '../ledger/consolidation';
import type { LedgerEntry } from '../ledger/ledger-entry';
import { type FileDocument, listFileDocuments } from '../match/assign-documents';
import { buildAnnexFromRows } from '../match/build-annex-from-rows';
import { indexMaster } from '../match/index-master';
import type { MasterAnnex } from '../match/master-annex';
import { matchFile } from '../match/match-file';
import type { ConsolidationProblem } from '../problem-codes';
import type {
  Duplicate,
  FailedFile,
  MatchedFile,
  SchoolFile,
  SheetChoice,
  UnitEntry,
  UnitMatch,
} from '../types';
import { findDuplicates } from '../units/find-duplicates';
import { applySheetChoice } from '../units/find-sheet-choices';
import { findUnitsInFileName } from '../units/find-units-in-file-name';
import { identifyUnit } from '../units/identify-unit';
import { indexUnits, type UnitIndex } from '../units/unit-index';
import type { ConsolidationInput, ReceivedFile } from './consolidate';
import { formatFileDecision, parseFileDecision } from './file-decision';
import type { LeftOutFile } from './left-out';
import type { PreviousConsolidation } from './previous-consolidation';

/** A file as read: a unit's workbook, or the consolidation workbook of a lower level. */
export type InputFile =
  /** Matched with the master already where the reader had it. */
  | { kind: 'school'; file: SchoolFile | MatchedFile }
  | {
      kind: 'consolidation';
      file: string;
      sha256: string;
      contentDate: string;
      level: ConsolidationLevel;
      /** Null where the file does not say. */
      annex: MasterAnnex | null;
      entries: readonly LedgerEntry[];
      /** What was wrong with it. */
      problems?: readonly ConsolidationProblem[];
    };

type PrepareConsolidationOptions = {
  /** The authority's own annex; null where not given: the last run's, else the one most files worked from. */
  annex: MasterAnnex | null;
  /** Null where not given: the last run's, else the units that the files name. */
  units: readonly UnitEntry[] | null;
  level: ConsolidationLevel | null;
  asOf: IsoDate;
  /** Null: the last run's. */
  reportDue: IsoDate | null;
  readAt: string;
  read: readonly InputFile[];
  failed: readonly FailedFile[];
  unchanged: ReadonlyMap<string, string>;
  /** Files that were received and are nobody's report. */
  leftOut?: readonly LeftOutFile[];
  previous: PreviousConsolidation | null;
  /** What the officer settles in this run, by SHA-256. */
  decisions?: ReadonlyMap<string, string>;
  /** Unit's code → name of the sheet that counts of its file. */
  sheets?: ReadonlyMap<string, string>;
  readerVersion: number;
};

/**
 * Without a master, the annex that most issued workbooks were made from, each of its documents counted; of foreign ones,
 * the longest.
 */
function findCommonAnnex(read: readonly InputFile[]): MasterAnnex | null {
  const lower = read.find((one) => one.kind === 'consolidation' && one.annex !== null);
  const documents = read.flatMap((one) => (one.kind === 'school' ? listFileDocuments(one.file) : []));
  const counts = new Map<string, { document: FileDocument; count: number }>();
  for (const document of documents) {
    if (document.fingerprint === '') continue;
    const known = counts.get(document.fingerprint);
    if (!known) counts.set(document.fingerprint, { document, count: 1 });
    else {
      known.count += 1;
      // A row that one unit deleted is still there in another's.
      if (document.rows.length > known.document.rows.length) known.document = document;
    }
  }
  const build = ({ rows, editions }: FileDocument): Annex => buildAnnexFromRows(rows, editions.at(-1)!);
  const best = [...counts.values()].sort((a, b) => b.count - a.count)[0]?.document;
  if (best) return build(best);
  if (lower?.kind === 'consolidation' && lower.annex) return lower.annex;
  const longest = [...documents].sort((a, b) => b.rows.length - a.rows.length)[0];
  return longest ? build(longest) : null;
}

/** Without a list, the units that files name: by code, else by name, each once. */
function collectNamedUnits(read: readonly InputFile[]): UnitEntry[] {
  const units = new Map<string, UnitEntry>();
  const keys = new Set<string>();
  const add = (code: string, name: string): void => {
    if (units.has(code) || (name !== '' && keys.has(toUnitKey(name)))) return;
    units.set(code, { code, name, aliases: [], kind: '', parent: '', validFrom: '', validTo: '' });
    if (name !== '') keys.add(toUnitKey(name));
  };
  const claims = read.map((one) =>
    one.kind === 'school'
      ? { code: one.file.claims.code, name: one.file.claims.names[0]?.name ?? '' }
      : { code: one.level.code, name: one.level.name },
  );
  for (const { code, name } of claims) if (code !== '') add(code, name || code);
  for (const { code, name } of claims) if (code === '' && name !== '') add(name, name);
  return [...units.values()];
}

/** Adds a warning to a file that is named as another unit's: it counts for the unit that its content names. */
function checkFileName(file: MatchedFile, match: UnitMatch, index: UnitIndex): MatchedFile {
  if (match.kind !== 'known' || match.by === 'choice') return file;
  const named = findUnitsInFileName(file.file, index);
  const [other] = named;
  if (!other || named.some(({ code }) => code === match.unit)) return file;
  const details = { unit: match.unit, other: other.code, name: other.name };
  return { ...file, warnings: [...file.warnings, warning('file-named-other', { file: file.file }, details)] };
}

/**
 * Takes out of the count what would be counted twice: a consolidation workbook among those of the very units that it
 * consolidates, or a unit's workbook among consolidations that hold it. The fewer are the strangers.
 */
function separateLevels(received: readonly ReceivedFile[]): ReceivedFile[] {
  const getUnit = ({ unit }: ReceivedFile): string => (unit.kind === 'known' ? unit.unit : '');
  const schools = new Set(
    received.flatMap((one) => (one.kind === 'school' && getUnit(one) !== '' ? [getUnit(one)] : [])),
  );
  const lower = received.flatMap((one) => (one.kind === 'consolidation' ? [one] : []));
  const consolidated = new Set(lower.flatMap(({ entries }) => entries.map(({ unit }) => unit)));
  const isStranger = (one: ReceivedFile): boolean => {
    if (one.unit.kind === 'known' && one.unit.by === 'choice') return false;
    if (schools.size < lower.length) return one.kind === 'school' && consolidated.has(getUnit(one));
    return one.kind === 'consolidation' && one.entries.some(({ unit }) => schools.has(unit));
  };
  return received.map((one) => (isStranger(one) ? askWhichLevel(one) : one));
}

function askWhichLevel(one: ReceivedFile): ReceivedFile {
  const unit = { kind: 'question' as const, reason: 'contradiction' as const, candidates: [] };
  if (one.kind === 'school') {
    const { file } = one;
    const warnings = [...file.warnings, warning('unit-in-consolidation', { file: file.file })];
    return { kind: 'school', file: { ...file, warnings }, unit };
  }
  const source = { ...one.source, unit: '', by: 'none' as const, state: 'question' as const, candidates: [] };
  const problems = [one.source.problems, 'consolidation-among-units'].filter(Boolean).join(', ');
  return { ...one, source: { ...source, problems }, unit };
}

const EMPTY_LEVEL: ConsolidationLevel = { code: '', name: '', label: '', below: '' };

type PreparedConsolidation = {
  input: ConsolidationInput;
  matched: MatchedFile[];
  duplicates: Duplicate[];
  sheetChoices: SheetChoice[];
};

/**
 * Makes one run of what was read: the master, the list of units, each file matched and identified, and files of one
 * unit compared. Pure.
 *
 * @returns null where there is no annex to consolidate by
 */
export function prepareConsolidation(options: PrepareConsolidationOptions): PreparedConsolidation | null {
  const { previous, read, readAt } = options;
  const annex = options.annex ?? previous?.annex ?? findCommonAnnex(read);
  if (!annex) return null;
  const known = options.units ?? (previous && previous.units.length > 0 ? previous.units : null);
  const units = known ?? collectNamedUnits(read);
  const index = indexUnits(units);
  const master = indexMaster(annex);
  const decisions = new Map([...(previous?.decisions ?? []), ...(options.decisions ?? [])]);
  const choices = new Map(
    [...decisions].flatMap(([sha256, decision]) => {
      const { unit } = parseFileDecision(decision);
      return unit === '' ? [] : [[sha256, unit] as const];
    }),
  );
  const sheetChoices: SheetChoice[] = [];
  /** Decisions of this run, with the sheets that were chosen by the unit. */
  const settled = new Map(options.decisions);
  const identified = read.map((one): ReceivedFile => {
    if (one.kind === 'consolidation') {
      const { code, name } = one.level;
      const claims = { code, names: name === '' ? [] : [{ name, from: 'record' as const }] };
      const unit = identifyUnit({ sha256: one.sha256, claims }, index, choices);
      const source: SourceFile = {
        sha256: one.sha256,
        file: one.file,
        unit: unit.kind === 'known' ? unit.unit : '',
        unitName: name,
        by: unit.kind === 'known' ? unit.by : 'none',
        state: unit.kind === 'known' ? 'used' : 'question',
        candidates: unit.kind === 'known' ? [] : unit.candidates,
        edition: '',
        fingerprint: '',
        contentDate: one.contentDate,
        rows: one.entries.length,
        differences: 0,
        problems: (one.problems ?? []).join(', '),
        readAt,
        readerVersion: options.readerVersion,
      };
      return { kind: 'consolidation', source, unit, entries: one.entries, annex: one.annex };
    }
    const file = 'matches' in one.file ? one.file : matchFile(one.file, master);
    const unit = identifyUnit(file, index, choices, annex.edition.date);
    const code = unit.kind === 'known' ? unit.unit : '';
    const decision = parseFileDecision(decisions.get(file.sha256) ?? '');
    const { file: counted, choice } = applySheetChoice(
      checkFileName(file, unit, index),
      code,
      options.sheets?.get(code) ?? decision.sheet,
    );
    if (choice) sheetChoices.push(choice);
    if (choice?.chosen && choice.chosen !== decision.sheet)
      settled.set(file.sha256, formatFileDecision({ ...decision, sheet: choice.chosen }));
    return { kind: 'school', file: counted, unit, ...(choice && { sheetChoice: choice }) };
  });
  const received = separateLevels(identified);
  const matched = received.flatMap((one) => (one.kind === 'school' ? [one.file] : []));
  const byUnit = new Map<string, MatchedFile[]>();
  for (const one of received) {
    if (one.kind !== 'school' || one.unit.kind !== 'known') continue;
    const { unit } = one.unit;
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), one.file]);
  }
  const chosen = new Map(
    [...byUnit].flatMap(([unit, files]) => {
      const use = files.find(({ sha256 }) => parseFileDecision(decisions.get(sha256) ?? '').use);
      return use ? [[unit, use.sha256] as const] : [];
    }),
  );
  const duplicates = findDuplicates(byUnit, chosen);
  return {
    matched,
    duplicates,
    sheetChoices,
    input: {
      level: options.level ?? previous?.level ?? EMPTY_LEVEL,
      annex,
      fingerprint: master.fingerprint,
      units,
      asOf: options.asOf,
      reportDue: options.reportDue ?? previous?.reportDue ?? '',
      readAt,
      received,
      failed: options.failed,
      unchanged: options.unchanged,
      ...(options.leftOut && { leftOut: options.leftOut }),
      previous,
      decisions: settled,
    },
  };
}

/** Of a file with several sheets of the tasks, any of them may be chosen now. */
const CHOICE_CODES: readonly ProblemCode[] = ['other-sheet-differs'];

/**
 * Files that need not be read again: their content is known and was read by this reader against this master, and the
 * officer has decided nothing new of them, nor may choose another of their sheets.
 */
export function isKnownFile(
  previous: PreviousConsolidation | null,
  sha256: string,
  readerVersion: number,
  fingerprint: string,
): boolean {
  const source = previous?.sources.find((one) => one.sha256 === sha256);
  if (!previous || !source || previous.fingerprint !== fingerprint) return false;
  if (source.readerVersion !== readerVersion) return false;
  if (CHOICE_CODES.some((code) => source.problems.split(', ').includes(code))) return false;
  const { use, unit } = parseFileDecision(previous.decisions.get(sha256) ?? '');
  if (source.state === 'used') return unit === '' || unit === source.unit;
  if (source.state === 'superseded') return !use;
  return source.state === 'question' && unit === '' && !use;
}
