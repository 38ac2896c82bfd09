import type { Edition } from '../../annex/types';
import { findDisagreements } from '../../consolidation/findings/find-disagreements';
import { findMissingUnits } from '../../consolidation/ledger/consolidation';
import {
  countTaskOutcomes,
  countTaskOutcomesBy,
  type TaskOutcomeCounts,
} from '../../consolidation/ledger/count-task-outcomes';
import { getEffectiveMarks, type LedgerEntry } from '../../consolidation/ledger/ledger-entry';
import { getTaskOutcome, TASK_OUTCOMES, type TaskOutcome } from '../../consolidation/ledger/task-outcome';
import type { PreviousConsolidation } from '../../consolidation/run/previous-consolidation';
import { fillTemplate } from '../../i18n/fill-template';
import { countDaysBetween, formatDate, type IsoDate } from '../../shared/dates';
import { formatLongDate, getDocumentType } from '../document-reference';
import {
  AUTHORITY_REPORT_OUTCOME_LABELS,
  AUTHORITY_REPORT_LABELS as labels,
  AUTHORITY_REPORT_PLACEHOLDERS as placeholders,
} from '../labels/authority-report-labels';
import { DOCUMENT_LABELS } from '../labels/document-labels';
import { REPORT_COUNT_LABELS } from '../labels/report-labels';
import type { DocumentBlock, PrintDocument } from '../print-document';
import type { PrintSettings } from '../print-settings';
import { formatCount, formatPercent } from './format-numbers';
import {
  createCountTable,
  createGapBlock,
  createHeadingBlock,
  createParagraphBlock,
  createReportClosing,
  createReportHead,
  createTableBlock,
  type ReportCells,
  type ReportColumnSpec,
} from './report-blocks';
import { formatReportSpan, type ReportSpan } from './report-span';

/** More overdue tasks than these are counted only; the workbook lists them all. */
const MAX_OVERDUE_LINES = 60;

/** What one consolidation holds, for a report on it. */
type AuthorityData = Pick<
  PreviousConsolidation,
  'level' | 'units' | 'sources' | 'entries' | 'asOf' | 'reportDue'
> & { edition: Edition; span: ReportSpan; on: IsoDate };

const OUTCOME_NAMES: Record<TaskOutcome, string> = AUTHORITY_REPORT_OUTCOME_LABELS;

function buildCountLines(counts: TaskOutcomeCounts): ReportCells[] {
  return [
    ...TASK_OUTCOMES.map((outcome): [string, string] => [
      OUTCOME_NAMES[outcome],
      formatCount(counts[outcome]),
    ]),
    [REPORT_COUNT_LABELS.share, formatPercent(counts.share)] as [string, string],
  ].map(([name, amount], at) => ({ order: String(at + 1), figure: name, amount }));
}

function buildTotalsCells(counts: TaskOutcomeCounts): ReportCells {
  return {
    tasks: formatCount(counts.required),
    refused: formatCount(counts.notPerformed),
    performed: formatCount(counts.performed),
    done: formatCount(counts.done),
    late: formatCount(counts.late),
    share: formatPercent(counts.share),
  };
}

const COUNT_COLUMNS = [
  ['tasks', 52, 'center'],
  ['refused', 58, 'center'],
  ['performed', 52, 'center'],
  ['done', 56, 'center'],
  ['late', 46, 'center'],
  ['share', 62, 'center'],
] as const satisfies readonly ReportColumnSpec[];

type SentUnit = { code: string; name: string; day: IsoDate };

function findSentUnits({ sources }: AuthorityData): SentUnit[] {
  return sources
    .filter(({ state }) => state === 'used')
    .map(({ unit, unitName, contentDate, readAt }) => ({
      code: unit,
      name: unitName,
      day: (contentDate || readAt).slice(0, 10),
    }));
}

function findOverdueEntries({ entries, asOf }: AuthorityData): LedgerEntry[] {
  return entries
    .filter((entry) => entry.occurrence === '' && /Late$/.test(getTaskOutcome(entry, asOf)))
    .filter((entry) => getTaskOutcome(entry, asOf) !== 'doneLate')
    .sort((a, b) =>
      getEffectiveMarks(a).due < getEffectiveMarks(b).due
        ? -1
        : getEffectiveMarks(a).due > getEffectiveMarks(b).due
          ? 1
          : 0,
    );
}

function formatEntrySection({ task }: LedgerEntry): string {
  return (
    [task.section && `${task.section}.`, task.sectionTitle].filter(Boolean).join(' ') ||
    DOCUMENT_LABELS.noSection
  );
}

function buildDisagreementLines({ entries }: AuthorityData): ReportCells[] {
  const contents = new Map(entries.map(({ task }) => [task.id, task.content]));
  return findDisagreements(entries).map(({ task, args }) => ({
    id: task,
    content: contents.get(task) ?? '',
    accepting: formatCount(Number(args['performed'])),
    refusing: formatCount(Number(args['refused'])),
    fewer: String(args['units']),
  }));
}

function buildSendingBlocks(data: AuthorityData): DocumentBlock[] {
  const sent = findSentUnits(data);
  const missing = findMissingUnits(data);
  const late = data.reportDue === '' ? [] : sent.filter(({ day }) => day > data.reportDue);
  return [
    createHeadingBlock(1, labels.sending),
    createParagraphBlock(
      fillTemplate(labels.sendingText, {
        required: formatCount(data.units.length),
        sent: formatCount(sent.length),
        missing: formatCount(missing.length),
        due: data.reportDue === '' ? '' : formatDate(data.reportDue),
        late: formatCount(late.length),
        onTime: formatCount(sent.length - late.length),
      }),
    ),
    createHeadingBlock(2, labels.missing),
    createTableBlock(
      [
        ['order', 40, 'center'],
        ['code', 100],
        ['unit', 320],
      ],
      missing.map(({ code, name }, at) => ({ order: String(at + 1), code, unit: name })),
    ),
    ...(data.reportDue === ''
      ? []
      : [
          createHeadingBlock(2, labels.late),
          createTableBlock(
            [
              ['order', 40, 'center'],
              ['unit', 330],
              ['sentOn', 90, 'center'],
            ],
            late.map(({ name, day }, at) => ({ order: String(at + 1), unit: name, sentOn: formatDate(day) })),
          ),
        ]),
  ];
}

function buildResultBlocks(data: AuthorityData): DocumentBlock[] {
  const { entries, asOf } = data;
  const all = countTaskOutcomes(entries, asOf);
  const groups = (getKey: (entry: LedgerEntry) => string) => [...countTaskOutcomesBy(entries, getKey, asOf)];
  return [
    createHeadingBlock(1, labels.results),
    createHeadingBlock(2, labels.overall),
    createParagraphBlock(
      fillTemplate(labels.overallText, {
        required: formatCount(all.required),
        performed: formatCount(all.performed),
        notPerformed: formatCount(all.notPerformed),
        undecided: formatCount(all.undecided),
        done: formatCount(all.done),
        share: formatPercent(all.share),
      }),
    ),
    createGapBlock(placeholders.assessment),
    createCountTable(buildCountLines(all)),
    createParagraphBlock(labels.shareNote),
    createHeadingBlock(2, labels.byUnit),
    createTableBlock(
      [['unit', 150], ...COUNT_COLUMNS],
      groups(({ unitName, unit }) => unitName || unit).map(([unit, counts]) => ({
        unit,
        ...buildTotalsCells(counts),
      })),
    ),
    createHeadingBlock(2, labels.byArea),
    createTableBlock(
      [['area', 150], ...COUNT_COLUMNS],
      groups(formatEntrySection).map(([area, counts]) => ({ area, ...buildTotalsCells(counts) })),
    ),
  ];
}

function buildOverdueBlocks(data: AuthorityData): DocumentBlock[] {
  const overdue = findOverdueEntries(data);
  const rest = overdue.length - MAX_OVERDUE_LINES;
  return [
    createHeadingBlock(1, labels.overdue),
    createTableBlock(
      [
        ['unit', 120],
        ['id', 46, 'center'],
        ['content', 180],
        ['due', 76, 'center'],
        ['daysLate', 56, 'center'],
      ],
      overdue.slice(0, MAX_OVERDUE_LINES).map((entry) => {
        const { due } = getEffectiveMarks(entry);
        return {
          unit: entry.unitName || entry.unit,
          id: entry.task.id,
          content: entry.task.content,
          due: formatDate(due),
          daysLate: formatCount(countDaysBetween(due, data.asOf)),
        };
      }),
    ),
    ...(rest > 0 ? [createParagraphBlock(fillTemplate(labels.more, { count: formatCount(rest) }))] : []),
  ];
}

function buildAuthorityBlocks(data: AuthorityData, settings: PrintSettings): DocumentBlock[] {
  const { edition, level } = data;
  const agency = level.name || level.label || labels.unknownAgency;
  const named = {
    agency,
    below: level.below || labels.below,
    span: formatReportSpan(data.span),
    type: getDocumentType(edition.number),
    number: edition.number,
    date: formatLongDate(edition.date, edition.year),
    asOf: formatDate(data.asOf),
  };
  const differing = buildDisagreementLines(data);
  return [
    ...createReportHead({
      type: labels.type,
      superior: settings.superior,
      agency: level.name || level.label,
      subject: fillTemplate(edition.number ? labels.subjectPlan : labels.subject, named),
      on: data.on,
    }),
    createParagraphBlock(fillTemplate(edition.number ? labels.opening : labels.openingPlain, named)),
    ...buildSendingBlocks(data),
    ...buildResultBlocks(data),
    ...buildOverdueBlocks(data),
    createHeadingBlock(1, labels.disagreements),
    createTableBlock(
      [
        ['id', 46, 'center'],
        ['content', 200],
        ['accepting', 60, 'center'],
        ['refusing', 60, 'center'],
        ['fewer', 100],
      ],
      differing,
    ),
    ...(differing.length > 0 ? [createGapBlock(placeholders.disagreements)] : []),
    createHeadingBlock(1, labels.hardships),
    createGapBlock(placeholders.hardships),
    createHeadingBlock(1, labels.proposals),
    createGapBlock(placeholders.proposals),
    createHeadingBlock(1, labels.next),
    createGapBlock(placeholders.next),
    createParagraphBlock(fillTemplate(labels.closing, named)),
    createReportClosing([]),
  ];
}

/**
 * Builds *Báo cáo tổng hợp* of the authority: who sent, totals by unit and section, what is overdue, where units
 * disagree, and marked gaps for what only the office can say.
 */
export function buildAuthorityDocument(data: AuthorityData, settings: PrintSettings): PrintDocument {
  return {
    title: `${labels.type} ${formatReportSpan(data.span)}`,
    author: data.level.name,
    language: 'vi-VN',
    orientation: 'portrait',
    settings,
    blocks: buildAuthorityBlocks(data, settings),
  };
}
