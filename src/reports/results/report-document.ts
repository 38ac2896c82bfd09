import type { Task } from '../../annex/types';
import { fillTemplate } from '../../i18n/fill-template';
import type { TimelinessCounts } from '../../progress/count-timeliness';
import { formatDate } from '../../shared/dates';
import type { ReportPeriodRule } from '../../timing/calendar/report-periods';
import { formatLongDate, getDocumentType } from '../document-reference';
import { DOCUMENT_LABELS } from '../labels/document-labels';
import {
  REPORT_LABELS as labels,
  REPORT_PLACEHOLDERS as placeholders,
  REPORT_COUNT_LABELS,
  REPORT_MATTER_LABELS,
} from '../labels/report-labels';
import type { DocumentBlock, PrintDocument } from '../print-document';
import type { PrintSettings } from '../print-settings';
import type { DocumentMetadata } from '../printed-annex';
import { formatCount, formatDateOrDash, formatPercent } from './format-numbers';
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
import { formatReportSpan, getNextReportSpan } from './report-span';
import {
  computeReportTotals,
  findDueInSpan,
  type ReportData,
  type ReportLine,
  type ReportTotals,
  type SectionTotals,
  type TaskCounts,
} from './report-totals';

/** Rows recorded as done whose deadline needs review count as done in the share, and once in "needs review". */
function computeShareCounts(tally: TimelinessCounts): { done: number; could: number } {
  const could = tally.total - tally.nothingArisen;
  return { done: Math.round((tally.doneShare ?? 0) * could), could };
}

function buildCountLines(counts: TaskCounts, tally: TimelinessCounts): ReportCells[] {
  const lines: [keyof typeof REPORT_COUNT_LABELS, string][] = [
    ['total', formatCount(counts.total)],
    ['performed', formatCount(counts.performed)],
    ['notPerformed', formatCount(counts.notPerformed)],
    ['undecided', formatCount(counts.undecided)],
    ['count', formatCount(tally.total)],
    ['doneEarly', formatCount(tally.doneEarly)],
    ['doneOnTime', formatCount(tally.doneOnTime)],
    ['doneLate', formatCount(tally.doneLate)],
    ['doneFree', formatCount(tally.done)],
    ['overdue', formatCount(tally.overdue)],
    ['open', formatCount(tally.dueSoon + tally.notDueYet)],
    ['free', formatCount(tally.noDeadline)],
    ['nothingArisen', formatCount(tally.nothingArisen)],
    ['needsReview', formatCount(tally.needsReview)],
    ['share', formatPercent(tally.doneShare)],
  ];
  return lines.map(([id, amount], at) => ({
    order: String(at + 1),
    figure: REPORT_COUNT_LABELS[id],
    amount,
  }));
}

function buildSectionCells(area: SectionTotals): ReportCells {
  return {
    area:
      [area.number && `${area.number}.`, area.title].filter(Boolean).join(' ') || DOCUMENT_LABELS.noSection,
    tasks: formatCount(area.total),
    refused: formatCount(area.notPerformed),
    performed: formatCount(area.performed),
    count: formatCount(area.timelinessCounts.total),
    done: formatCount(computeShareCounts(area.timelinessCounts).done),
    overdue: formatCount(area.timelinessCounts.overdue),
    share: formatPercent(area.timelinessCounts.doneShare),
  };
}

function formatEvidence({ row }: ReportLine): string {
  return [row.typed.number, row.typed.evidence, row.typed.explanation]
    .filter((text) => text !== '')
    .join('; ');
}

function buildMatterLines({ needsReview, undecided }: ReportTotals): ReportCells[] {
  return [
    ...undecided.map((task) => ({
      id: task.id,
      content: task.content,
      matter: REPORT_MATTER_LABELS.undecided,
    })),
    ...needsReview.map(({ task, row }) => ({
      id: task.id,
      content: task.content,
      matter:
        row.typed.state === 'done'
          ? REPORT_MATTER_LABELS.undated
          : task.timing === ''
            ? REPORT_MATTER_LABELS.noTiming
            : fillTemplate(REPORT_MATTER_LABELS.unread, { timing: task.timing }),
    })),
  ];
}

const SECTION_TABLE_COLUMNS = [
  ['area', 150],
  ['tasks', 52, 'center'],
  ['refused', 58, 'center'],
  ['performed', 52, 'center'],
  ['count', 50, 'center'],
  ['done', 56, 'center'],
  ['overdue', 46, 'center'],
  ['share', 62, 'center'],
] as const satisfies readonly ReportColumnSpec[];

function buildReportBlocks(
  metadata: DocumentMetadata,
  settings: PrintSettings,
  data: ReportData,
  rules: readonly ReportPeriodRule[],
  recipients: readonly string[],
): DocumentBlock[] {
  const { edition } = metadata;
  const unit = metadata.unit.name || labels.unknownUnit;
  const span = formatReportSpan(data.span);
  const totals = computeReportTotals(data);
  const { counts, timelinessCounts: tally } = totals;
  const { done, could } = computeShareCounts(tally);
  const days = { from: formatDate(data.span.from), to: formatDate(data.span.to) };
  const next = getNextReportSpan(data.span, rules);
  const ahead = next ? findDueInSpan(data, next) : [];
  const buildLine = ({ task, row, lastDay }: ReportLine): ReportCells => ({
    id: task.id,
    content: task.content,
    product: row.products || task.product,
    due: formatDateOrDash(lastDay),
  });
  return [
    ...createReportHead({
      type: labels.type,
      superior: settings.superior,
      agency: metadata.unit.name,
      subject: fillTemplate(edition.number ? labels.subjectPlan : labels.subject, {
        number: edition.number,
        span,
      }),
      on: data.on,
    }),
    createParagraphBlock(
      fillTemplate(edition.number ? labels.opening : labels.openingPlain, {
        type: getDocumentType(edition.number),
        number: edition.number,
        date: formatLongDate(edition.date, edition.year),
        issuer: edition.issuer || DOCUMENT_LABELS.gap,
        unit,
        span,
        ...days,
      }),
    ),
    createHeadingBlock(1, labels.results),
    createHeadingBlock(2, labels.overall),
    createParagraphBlock(
      fillTemplate(labels.overallText, {
        total: formatCount(counts.total),
        performed: formatCount(counts.performed),
        notPerformed: formatCount(counts.notPerformed),
        undecided: formatCount(counts.undecided),
        count: formatCount(tally.total),
        done: formatCount(done),
        share: formatPercent(tally.doneShare),
      }),
    ),
    createGapBlock(placeholders.assessment),
    createCountTable(buildCountLines(counts, tally)),
    createParagraphBlock(
      fillTemplate(labels.shareNote, { done: formatCount(done), could: formatCount(could) }),
    ),
    createHeadingBlock(2, labels.byArea),
    createTableBlock(SECTION_TABLE_COLUMNS, totals.sections.map(buildSectionCells)),
    createHeadingBlock(2, labels.finished),
    createTableBlock(
      [
        ['id', 48, 'center'],
        ['content', 200],
        ['product', 90],
        ['doneOn', 78, 'center'],
        ['evidence', 100],
      ],
      totals.done.map((line) => ({
        ...buildLine(line),
        doneOn: formatDateOrDash(line.row.typed.doneOn || null),
        evidence: formatEvidence(line),
      })),
    ),
    createHeadingBlock(2, labels.overdue),
    createTableBlock(
      [
        ['id', 48, 'center'],
        ['content', 210],
        ['due', 76, 'center'],
        ['daysLate', 60, 'center'],
        ['cause', 100],
      ],
      totals.overdue.map((line) => ({
        ...buildLine(line),
        daysLate: formatCount(line.daysLate),
        cause: line.row.typed.explanation || line.row.typed.note || DOCUMENT_LABELS.gap,
      })),
    ),
    ...(totals.overdue.length > 0 ? [createGapBlock(placeholders.overdue)] : []),
    createHeadingBlock(2, labels.settle),
    createTableBlock(
      [
        ['id', 48, 'center'],
        ['content', 240],
        ['matter', 180],
      ],
      buildMatterLines(totals),
    ),
    createHeadingBlock(2, labels.refused),
    createTableBlock(
      [
        ['id', 48, 'center'],
        ['content', 260],
        ['reason', 160],
      ],
      totals.notPerformed.map(({ id, content, reason }: Task) => ({ id, content, reason })),
    ),
    createHeadingBlock(1, labels.hardships),
    createGapBlock(placeholders.hardships),
    createHeadingBlock(1, labels.proposals),
    createGapBlock(placeholders.proposals),
    createHeadingBlock(1, labels.next),
    ...(next
      ? [
          createParagraphBlock(
            fillTemplate(labels.nextText, { from: formatDate(next.from), to: formatDate(next.to) }),
          ),
          createTableBlock(
            [
              ['id', 48, 'center'],
              ['content', 240],
              ['product', 100],
              ['due', 76, 'center'],
            ],
            ahead.map(buildLine),
          ),
        ]
      : []),
    createGapBlock(placeholders.next),
    createParagraphBlock(fillTemplate(labels.closing, { span, unit })),
    createReportClosing(recipients),
  ];
}

/**
 * Builds *Báo cáo kết quả thực hiện* of a unit for a span, A4 portrait: totals from the workbook, and marked gaps
 * for what only the unit can say. Nothing is invented: number, place and signatory stay open, and recipients if the
 * unit's settings name none.
 */
export function buildReportDocument(
  metadata: DocumentMetadata,
  settings: PrintSettings,
  data: ReportData,
  rules: readonly ReportPeriodRule[],
  recipients: readonly string[] = [],
): PrintDocument {
  return {
    title: `${labels.type} ${formatReportSpan(data.span)}`,
    author: metadata.unit.name,
    language: 'vi-VN',
    orientation: 'portrait',
    settings,
    blocks: buildReportBlocks(metadata, settings, data, rules, recipients),
  };
}

/** Counts the gaps of a document that wait for the unit's own text. */
export function countGaps({ blocks }: PrintDocument): number {
  return blocks
    .flatMap((block) =>
      block.kind === 'paragraph' ? block.runs : block.kind === 'closing' ? block.signature : [],
    )
    .filter((run) => run.gap).length;
}
