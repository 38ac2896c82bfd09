import type { Edition } from '../../annex/types';
import { findDisagreements } from '../../consolidation/findings/find-disagreements';
import { findMissingUnits } from '../../consolidation/ledger/consolidation';
import {
  createDocumentFinder,
  type MasterAnnex,
  type MasterDocument,
} from '../../consolidation/match/master-annex';
import type { PreviousConsolidation } from '../../consolidation/run/previous-consolidation';
import { fillTemplate } from '../../i18n/fill-template';
import { formatDate, type IsoDate } from '../../shared/dates';
import { groupBy } from '../../shared/group-by';
import type { Problem } from '../../shared/problem';
import { warning } from '../../shared/result';
import { formatLongDate, getDocumentType } from '../document-reference';
import {
  AUTHORITY_REPORT_LABELS as labels,
  AUTHORITY_REPORT_PLACEHOLDERS as placeholders,
} from '../labels/authority-report-labels';
import type { DocumentBlock } from '../print-document';
import type { PrintSettings } from '../print-settings';
import { type AuthorityTotals, computeAuthorityTotals } from './authority-totals';
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
import {
  buildCountBlocks,
  buildDocumentTable,
  buildSectionTable,
  buildUnitTable,
  formatCounts,
} from './report-counts';
import { formatReportSpan, type ReportSpan } from './report-span';
import { getLastReportedDay } from './report-totals';
import { type BuiltReport, createUndatedWarnings } from './report-warnings';

/** More overdue tasks than these are counted only; the workbook lists them all. */
const MAX_OVERDUE_LINES = 60;

/** What one consolidation holds, for a report on it. */
type AuthorityData = Pick<
  PreviousConsolidation,
  'level' | 'units' | 'sources' | 'entries' | 'asOf' | 'reportDue'
> & {
  edition: Edition;
  /** Where several documents are consolidated together. */
  annex?: MasterAnnex;
  span: ReportSpan;
  on: IsoDate;
};

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

/** Builds the table of figures by document; nothing where there is one. */
function buildDocumentBlocks(data: AuthorityData, until: IsoDate): DocumentBlock[] {
  const { annex, entries, span } = data;
  if (!annex?.documents) return [];
  const findDocument = createDocumentFinder(annex);
  const byDocument = groupBy(entries, ({ task }) => findDocument(task.id).code);
  const lines = annex.documents.map(({ code, edition }) => ({
    name: [code, edition.title].filter(Boolean).join(': '),
    ...computeAuthorityTotals(byDocument.get(code) ?? [], span, until).overall,
  }));
  return [createHeadingBlock(2, labels.byDocument), buildDocumentTable(lines)];
}

function buildResultBlocks(
  data: AuthorityData,
  { overall, units, sections }: AuthorityTotals,
  until: IsoDate,
): DocumentBlock[] {
  const documents = buildDocumentBlocks(data, until);
  return [
    createHeadingBlock(1, labels.results),
    createHeadingBlock(2, labels.overall),
    createParagraphBlock(fillTemplate(labels.overallText, formatCounts(overall))),
    createGapBlock(placeholders.assessment),
    ...buildCountBlocks(overall, until),
    createParagraphBlock(labels.wholeNote),
    createHeadingBlock(2, labels.byUnit),
    buildUnitTable(units.map(({ unit, totals }) => ({ unit, overall: totals.overall }))),
    ...documents,
    createHeadingBlock(2, documents.length > 0 ? labels.byAreaOfDocuments : labels.byArea),
    buildSectionTable(sections),
  ];
}

function buildOverdueBlocks({ overdue }: AuthorityTotals): DocumentBlock[] {
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
      overdue.slice(0, MAX_OVERDUE_LINES).map(({ unit, task, lastDay, daysLate }) => ({
        unit,
        id: task.id,
        content: task.content,
        due: formatDateOrDash(lastDay),
        daysLate: formatCount(daysLate),
      })),
    ),
    ...(rest > 0 ? [createParagraphBlock(fillTemplate(labels.more, { count: formatCount(rest) }))] : []),
  ];
}

/** "Kế hoạch số 45/KH-UBND ngày 05 tháng 3 năm 2026"; a document without a number is named by its title. */
function describeDocument({ code, edition }: MasterDocument): string {
  const { number, date, year } = edition;
  return number === '' ? code : `${getDocumentType(number)} số ${number} ${formatLongDate(date, year)}`;
}

function buildAuthorityBlocks(
  data: AuthorityData,
  totals: AuthorityTotals,
  settings: PrintSettings,
): DocumentBlock[] {
  const { edition, level } = data;
  const agency = level.name || level.label || labels.unknownAgency;
  const until = getReportedUntil(data);
  const named = {
    agency,
    below: level.below || labels.below,
    span: formatReportSpan(data.span),
    count: formatCount(data.annex?.documents?.length ?? 1),
    documents: (data.annex?.documents ?? []).map(describeDocument).join('; '),
    type: getDocumentType(edition.number),
    number: edition.number,
    date: formatLongDate(edition.date, edition.year),
    from: formatDate(data.span.from),
    to: formatDate(until),
  };
  const documents = data.annex?.documents ?? [];
  const words =
    documents.length > 1
      ? { subject: labels.subjectSeveral, opening: labels.openingSeveral }
      : edition.number
        ? { subject: labels.subjectPlan, opening: labels.opening }
        : { subject: labels.subject, opening: labels.openingPlain };
  const differing = buildDisagreementLines(data);
  return [
    ...createReportHead({
      type: labels.type,
      superior: settings.superior,
      agency: level.name || level.label,
      subject: fillTemplate(words.subject, named),
      on: data.on,
    }),
    createParagraphBlock(fillTemplate(words.opening, named)),
    ...buildSendingBlocks(data),
    ...buildResultBlocks(data, totals, until),
    ...buildOverdueBlocks(totals),
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

/** Returns the last day whose results are known and belong to the period. */
function getReportedUntil({ span, on, asOf }: AuthorityData): IsoDate {
  return getLastReportedDay(span, on < asOf ? on : asOf);
}

/** Says what makes the figures doubtful: results without a day, data older than the report, files newer than it. */
function createAuthorityWarnings(data: AuthorityData, { undated }: AuthorityTotals): Problem[] {
  const { asOf, span, on, level } = data;
  const known = getLastReportedDay(span, on);
  const newer = findSentUnits(data).filter(({ day }) => day > on);
  return [
    ...(level.name || level.label ? [] : [warning('agency-unnamed')]),
    ...(asOf < known
      ? [warning('report-data-older', {}, { asOf: formatDate(asOf), until: formatDate(known) })]
      : []),
    ...(newer.length > 0
      ? [warning('report-files-newer', {}, { files: newer.length, unit: newer[0]!.name, on: formatDate(on) })]
      : []),
    ...createUndatedWarnings(undated),
  ];
}

/**
 * Builds *Báo cáo tổng hợp* of the authority: who sent, totals by unit and section, what is overdue, where units
 * disagree, and marked gaps for what only the office can say. Figures are those of the period, as far as they are
 * known on the day of the report and of the data.
 */
export function buildAuthorityDocument(data: AuthorityData, settings: PrintSettings): BuiltReport {
  const totals = computeAuthorityTotals(data.entries, data.span, getReportedUntil(data));
  return {
    document: {
      title: `${labels.type} ${formatReportSpan(data.span)}`,
      author: data.level.name,
      language: 'vi-VN',
      orientation: 'portrait',
      settings,
      blocks: buildAuthorityBlocks(data, totals, settings),
    },
    warnings: createAuthorityWarnings(data, totals),
  };
}
