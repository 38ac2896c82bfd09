import { fillTemplate } from '../../i18n/fill-template';
import { formatDate, type IsoDate } from '../../shared/dates';
import { DOCUMENT_LABELS } from '../labels/document-labels';
import { REPORT_COUNT_LABELS, REPORT_LABELS } from '../labels/report-labels';
import type { DocumentBlock } from '../print-document';
import { formatCount, formatPercent } from './format-numbers';
import {
  createCountTable,
  createParagraphBlock,
  createTableBlock,
  type ReportCells,
  type ReportColumnSpec,
} from './report-blocks';
import type { GroupTotals, SectionTotals } from './report-totals';

/** Figures of both reports, a unit's and the authority's: the same lines, the same definitions. */

/** Values for the sentence that says the figures. */
export function formatCounts({ timelinessCounts: tally, ...counts }: GroupTotals): Record<string, string> {
  return {
    total: formatCount(counts.total),
    performed: formatCount(counts.performed),
    notPerformed: formatCount(counts.notPerformed),
    undecided: formatCount(counts.undecided),
    count: formatCount(tally.total),
    done: formatCount(tally.doneTotal),
    overdue: formatCount(tally.overdue),
    overdueTasks: formatCount(counts.overdueTasks),
    share: formatPercent(tally.doneShare),
  };
}

function buildCountLines({ timelinessCounts: tally, ...counts }: GroupTotals): ReportCells[] {
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
    ['overdueTasks', formatCount(counts.overdueTasks)],
    ['share', formatPercent(tally.doneShare)],
  ];
  return lines.map(([id, amount], at) => ({
    order: String(at + 1),
    figure: REPORT_COUNT_LABELS[id],
    amount,
  }));
}

/** Builds the table of figures, and below it how they are defined and up to which day they count. */
export function buildCountBlocks(totals: GroupTotals, until: IsoDate): DocumentBlock[] {
  const { doneTotal, required } = totals.timelinessCounts;
  return [
    createCountTable(buildCountLines(totals)),
    createParagraphBlock(
      fillTemplate(REPORT_LABELS.shareNote, {
        done: formatCount(doneTotal),
        required: formatCount(required),
        until: formatDate(until),
      }),
    ),
  ];
}

const GROUP_COLUMNS = [
  ['tasks', 52, 'center'],
  ['refused', 58, 'center'],
  ['performed', 52, 'center'],
  ['count', 50, 'center'],
  ['done', 56, 'center'],
  ['overdue', 46, 'center'],
  ['share', 62, 'center'],
] as const satisfies readonly ReportColumnSpec[];

function buildGroupCells(totals: GroupTotals): ReportCells {
  const { total, notPerformed, ...texts } = formatCounts(totals);
  return { ...texts, tasks: total ?? '', refused: notPerformed ?? '' };
}

/** Builds the table of figures by unit. */
export function buildUnitTable(units: readonly { unit: string; overall: GroupTotals }[]): DocumentBlock {
  return createTableBlock(
    [['unit', 150], ...GROUP_COLUMNS],
    units.map(({ unit, overall }) => ({ unit, ...buildGroupCells(overall) })),
  );
}

/** Builds the table of figures by document. */
export function buildDocumentTable(documents: readonly (GroupTotals & { name: string })[]): DocumentBlock {
  return createTableBlock(
    [['document', 150], ...GROUP_COLUMNS],
    documents.map(({ name, ...totals }) => ({ document: name, ...buildGroupCells(totals) })),
  );
}

/** Builds the table of figures by section. */
export function buildSectionTable(sections: readonly SectionTotals[]): DocumentBlock {
  return createTableBlock(
    [['area', 150], ...GROUP_COLUMNS],
    sections.map(({ number, title, ...totals }) => ({
      area: [number && `${number}.`, title].filter(Boolean).join(' ') || DOCUMENT_LABELS.noSection,
      ...buildGroupCells(totals),
    })),
  );
}
