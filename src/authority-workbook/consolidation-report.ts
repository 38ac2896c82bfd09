import { formatSectionLabel } from '../annex/section-label';
import type { Finding } from '../consolidation/findings/finding';
import { type Consolidation, findMissingUnits } from '../consolidation/ledger/consolidation';
import {
  countTaskOutcomes,
  countTaskOutcomesBy,
  type TaskOutcomeCounts,
} from '../consolidation/ledger/count-task-outcomes';
import type { LedgerEntry } from '../consolidation/ledger/ledger-entry';
import { createDocumentFinder } from '../consolidation/match/master-annex';
import type { FileTally } from '../consolidation/run/count-files';
import type { LeftOutFile } from '../consolidation/run/left-out';
import type { Duplicate, FailedFile, SheetChoice } from '../consolidation/types';
import { describeFinding, getFindingCode } from '../i18n/describe-finding';
import { describeProblem } from '../i18n/format-problem';
import { type Locale, t } from '../i18n/locale';
import { problem as createProblem } from '../shared/result';

function pickCounts({ performed, notPerformed, undecided, done, overdue }: TaskOutcomeCounts) {
  return {
    performed,
    notPerformed,
    undecided,
    done,
    overdue,
  };
}

function collectUnitFindings(consolidation: Consolidation): Finding[] {
  // Whose these files are is known; which of their sheets counts is asked instead.
  const openFiles = new Set(
    consolidation.findings.flatMap(({ code, place }) => (code === 'sheet-choice' ? [place.file] : [])),
  );
  return [
    ...findMissingUnits(consolidation).map(({ code, name }): Finding => ({
      code: 'unit-missing',
      unit: code,
      task: '',
      place: {},
      args: { name },
    })),
    ...consolidation.sources
      .filter(({ state, file }) => state === 'question' && !openFiles.has(file))
      .map(({ file, candidates }): Finding => ({
        code: 'unit-question',
        unit: '',
        task: '',
        place: { file },
        args: { candidates: candidates.join(', ') },
      })),
  ];
}

/** Collects all findings in this order: units, disagreements and rows, drift. */
export function collectFindings(consolidation: Consolidation): Finding[] {
  return [...collectUnitFindings(consolidation), ...consolidation.findings, ...consolidation.drift];
}

/** Findings about whose figures are counted: the officer must know them before the totals. */
const IDENTITY_CODES: readonly string[] = [
  'answers-copied',
  'consolidation-among-units',
  'consolidation-record-missing',
  'document-missing',
  'document-other-sign',
  'file-blank',
  'file-named-other',
  'name-look-alike',
  'other-edition',
  'unit-choice',
  'unit-in-consolidation',
  'unit-question',
  'unit-twice',
  'record-missing',
  'sheet-choice',
];

/** Collects what puts in doubt whose answers are counted, and whether they are anybody's. */
export function collectIdentityFindings(consolidation: Consolidation): Finding[] {
  return collectFindings(consolidation).filter((finding) => IDENTITY_CODES.includes(getFindingCode(finding)));
}

type RunSummary = {
  tally: FileTally;
  failed: readonly FailedFile[];
  leftOut: readonly LeftOutFile[];
  duplicates: readonly Duplicate[];
  sheetChoices: readonly SheetChoice[];
  /** Files of one content given under several names. */
  copies: readonly { file: string; same: string }[];
};

/** Builds what `consolidate --json` prints. */
export function buildConsolidationReport(consolidation: Consolidation, run: RunSummary, locale: Locale) {
  const missing = findMissingUnits(consolidation).map(({ code }) => code);
  const counts = countTaskOutcomes(consolidation.entries, consolidation.asOf);
  const filesByHash = new Map(consolidation.sources.map(({ sha256, file }) => [sha256, file]));
  const byUnit = countTaskOutcomesBy(consolidation.entries, ({ sender }) => sender, consolidation.asOf);
  const namesByCode = new Map([
    ...consolidation.sources.map(({ unit, unitName }) => [unit, unitName] as const),
    ...consolidation.units.map(({ code, name }) => [code, name] as const),
  ]);
  const { documents } = consolidation.annex;
  const findDocument = createDocumentFinder(consolidation.annex);
  const getAreaKey = ({ task }: LedgerEntry): string =>
    `${documents ? findDocument(task.id).code : ''}\n${formatSectionLabel(task.section, task.sectionTitle)}`;
  const byArea = countTaskOutcomesBy(consolidation.entries, getAreaKey, consolidation.asOf);
  const sections = new Map(consolidation.entries.map((entry) => [getAreaKey(entry), entry.task] as const));
  const byDocument = countTaskOutcomesBy(
    consolidation.entries,
    ({ task }) => findDocument(task.id).code,
    consolidation.asOf,
  );
  return {
    files: {
      received: run.tally.received,
      read: run.tally.read,
      failed: run.failed.map(({ file, problems: [problem = createProblem('internal')] }) => {
        const { what, next } = describeProblem(locale, problem);
        return { file, code: problem.code, message: what, next };
      }),
      leftOut: run.leftOut.map(({ file, reason }) => ({
        file,
        code: reason,
        message: t(locale, `left-out.${reason}`),
      })),
      duplicates: [
        ...run.duplicates.map(({ unit, files, proposed, chosen, differences }) => ({
          unit,
          files: files.map((sha256) => filesByHash.get(sha256) ?? sha256),
          proposed: proposed === null ? null : (filesByHash.get(proposed) ?? proposed),
          chosen: chosen === null ? null : (filesByHash.get(chosen) ?? chosen),
          differences: differences.length,
        })),
        ...run.copies.map(({ file, same }) => ({
          unit: consolidation.sources.find((source) => source.file === same)?.unit ?? '',
          files: [same, file],
          proposed: same,
          chosen: null,
          differences: 0,
        })),
      ],
      sheetChoices: run.sheetChoices.map(({ sha256: _, ...choice }) => choice),
    },
    units: {
      expected: consolidation.units.length,
      sent: new Set(consolidation.sources.filter(({ state }) => state === 'used').map(({ unit }) => unit))
        .size,
      missing,
    },
    totals: { required: counts.required, ...pickCounts(counts), needsReview: counts.needsReview },
    byUnit: [...byUnit].map(([code, one]) => ({
      code,
      name: namesByCode.get(code) ?? '',
      ...pickCounts(one),
    })),
    ...(documents && {
      byDocument: [...byDocument].map(([code, one]) => ({
        code,
        required: one.required,
        ...pickCounts(one),
      })),
    }),
    byArea: [...byArea].map(([label, one]) => ({
      ...(documents && { document: label.split('\n')[0] ?? '' }),
      section: sections.get(label)?.section ?? '',
      title: sections.get(label)?.sectionTitle ?? label,
      required: one.required,
      ...pickCounts(one),
    })),
    findings: collectFindings(consolidation).map((finding) => ({
      code: getFindingCode(finding),
      unit: finding.unit,
      task: finding.task,
      place: finding.place,
      message: describeFinding(locale, finding),
    })),
  };
}
