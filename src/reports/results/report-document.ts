import type { Task } from '../../annex/types';
import { fillTemplate } from '../../i18n/fill-template';
import { formatDate } from '../../shared/dates';
import type { ReportPeriodRule } from '../../timing/calendar/report-periods';
import { formatLongDate, getDocumentType } from '../document-reference';
import { DOCUMENT_LABELS } from '../labels/document-labels';
import {
  REPORT_LABELS as labels,
  REPORT_PLACEHOLDERS as placeholders,
  REPORT_MATTER_LABELS,
} from '../labels/report-labels';
import type { DocumentBlock, PrintDocument } from '../print-document';
import type { PrintSettings } from '../print-settings';
import type { DocumentMetadata } from '../printed-annex';
import { formatCount, formatDateOrDash } from './format-numbers';
import {
  createGapBlock,
  createHeadingBlock,
  createParagraphBlock,
  createReportClosing,
  createReportHead,
  createTableBlock,
  type ReportCells,
} from './report-blocks';
import { buildCountBlocks, buildSectionTable, formatCounts } from './report-counts';
import { formatReportSpan, getNextReportSpan } from './report-span';
import {
  computeReportTotals,
  findDueInSpan,
  getLastReportedDay,
  type ReportData,
  type ReportLine,
  type ReportTotals,
} from './report-totals';
import { type BuiltReport, createUndatedWarnings } from './report-warnings';

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

/** The content of a task, with who is in charge of it in a line of its own. */
function addPerson({ id, content }: Task, people: ReportData['people']): string {
  const person = people?.get(id) ?? '';
  return person === '' ? content : `${content}\n${fillTemplate(labels.person, { person })}`;
}

function buildReportBlocks(
  metadata: DocumentMetadata,
  settings: PrintSettings,
  data: ReportData,
  totals: ReportTotals,
  rules: readonly ReportPeriodRule[],
  recipients: readonly string[],
): DocumentBlock[] {
  const { edition } = metadata;
  const unit = metadata.unit.name || labels.unknownUnit;
  const span = formatReportSpan(data.span);
  const until = getLastReportedDay(data.span, data.on);
  const days = { from: formatDate(data.span.from), to: formatDate(until) };
  const next = getNextReportSpan(data.span, rules);
  const ahead = next ? findDueInSpan(data, next) : [];
  const buildLine = ({ task, row, lastDay }: ReportLine): ReportCells => ({
    id: task.id,
    content: addPerson(task, data.people),
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
    createParagraphBlock(fillTemplate(labels.overallText, formatCounts(totals.overall))),
    createGapBlock(placeholders.assessment),
    ...buildCountBlocks(totals.overall, until),
    createHeadingBlock(2, labels.byArea),
    buildSectionTable(totals.sections),
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
): BuiltReport {
  const totals = computeReportTotals(data);
  return {
    document: {
      title: `${labels.type} ${formatReportSpan(data.span)}`,
      author: metadata.unit.name,
      language: 'vi-VN',
      orientation: 'portrait',
      settings,
      blocks: buildReportBlocks(metadata, settings, data, totals, rules, recipients),
    },
    warnings: createUndatedWarnings(totals.undated),
  };
}

/** Counts the gaps of a document that wait for the unit's own text. */
export function countGaps({ blocks }: PrintDocument): number {
  const runs = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? block.runs : block.kind === 'closing' ? block.signature : [],
  );
  const heads = blocks.filter((block) => block.kind === 'letterhead' && block.agencyGap);
  return runs.filter((run) => run.gap).length + heads.length;
}
