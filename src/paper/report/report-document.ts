import { printDate } from '../../annex/calendar/dates';
import type { Tally } from '../../annex/progress/tally';
import type { ReportPeriodRule } from '../../annex/calendar/report-periods';
import type { Task } from '../../annex/types';
import {
  figureWords,
  matterWords,
  reportArchive,
  reportGaps as gaps,
  reportRecipient,
  reportWords as words,
} from '../../locales/report-words';
import { paperWords } from '../../locales/paper-words';
import { fillTemplate } from '../../locales/words';
import type { PaperFacts } from '../annex-paper';
import { dateInWords, documentType } from '../document-reference';
import type { Block, PaperDocument } from '../paper-document';
import type { PaperSettings } from '../paper-settings';
import { dayOf, figure, percent } from './printed-figures';
import { gap, heading, paragraph, table } from './report-blocks';
import type { Cells, ColumnPlan } from './report-blocks';
import { dueIn, reportFigures } from './report-figures';
import type { AreaFigures, ReportData, ReportFigures, ReportLine, TaskCounts } from './report-figures';
import { nextSpan, spanName } from './report-span';

/** Rows recorded as done whose deadline needs review count as done in the share, and once in "needs review". */
function shareFigures(tally: Tally): { done: number; could: number } {
  const could = tally.total - tally.nothingArisen;
  return { done: Math.round((tally.doneShare ?? 0) * could), could };
}

function figureLines(counts: TaskCounts, tally: Tally): Cells[] {
  const lines: [keyof typeof figureWords, string][] = [
    ['total', figure(counts.total)],
    ['performed', figure(counts.performed)],
    ['notPerformed', figure(counts.notPerformed)],
    ['undecided', figure(counts.undecided)],
    ['count', figure(tally.total)],
    ['doneEarly', figure(tally.doneEarly)],
    ['doneOnTime', figure(tally.doneOnTime)],
    ['doneLate', figure(tally.doneLate)],
    ['doneFree', figure(tally.done)],
    ['overdue', figure(tally.overdue)],
    ['open', figure(tally.dueSoon + tally.notDueYet)],
    ['free', figure(tally.noDeadline)],
    ['nothingArisen', figure(tally.nothingArisen)],
    ['needsReview', figure(tally.needsReview)],
    ['share', percent(tally.doneShare)],
  ];
  return lines.map(([id, amount], at) => ({ order: String(at + 1), figure: figureWords[id], amount }));
}

function areaLine(area: AreaFigures): Cells {
  return {
    area: [area.number && `${area.number}.`, area.title].filter(Boolean).join(' ') || paperWords.noSection,
    tasks: figure(area.total),
    refused: figure(area.notPerformed),
    performed: figure(area.performed),
    count: figure(area.tally.total),
    done: figure(shareFigures(area.tally).done),
    overdue: figure(area.tally.overdue),
    share: percent(area.tally.doneShare),
  };
}

function evidenceOf({ row }: ReportLine): string {
  return [row.typed.number, row.typed.evidence, row.typed.explanation]
    .filter((text) => text !== '')
    .join('; ');
}

function matters({ needsReview, undecided }: ReportFigures): Cells[] {
  return [
    ...undecided.map((task) => ({ id: task.id, content: task.content, matter: matterWords.undecided })),
    ...needsReview.map(({ task, row }) => ({
      id: task.id,
      content: task.content,
      matter:
        row.typed.state === 'done'
          ? matterWords.undated
          : task.timing === ''
            ? matterWords.noTiming
            : fillTemplate(matterWords.unread, { timing: task.timing }),
    })),
  ];
}

const AREA_TABLE = [
  ['area', 150],
  ['tasks', 52, 'center'],
  ['refused', 58, 'center'],
  ['performed', 52, 'center'],
  ['count', 50, 'center'],
  ['done', 56, 'center'],
  ['overdue', 46, 'center'],
  ['share', 62, 'center'],
] as const satisfies readonly ColumnPlan[];

function blocksOf(
  facts: PaperFacts,
  settings: PaperSettings,
  data: ReportData,
  rules: readonly ReportPeriodRule[],
  recipients: readonly string[],
): Block[] {
  const { edition } = facts;
  const unit = facts.unit.name || words.unknownUnit;
  const span = spanName(data.span);
  const figures = reportFigures(data);
  const { counts, tally } = figures;
  const { done, could } = shareFigures(tally);
  const days = { from: printDate(data.span.from), to: printDate(data.span.to) };
  const next = nextSpan(data.span, rules);
  const ahead = next ? dueIn(data, next) : [];
  const lineOf = ({ task, row, lastDay }: ReportLine): Cells => ({
    id: task.id,
    content: task.content,
    product: row.products || task.product,
    due: dayOf(lastDay),
  });
  return [
    {
      kind: 'letterhead',
      superior: settings.superior.toLocaleUpperCase('vi'),
      agency: facts.unit.name.toLocaleUpperCase('vi'),
      nationalTitle: paperWords.nationalTitle,
      motto: paperWords.motto,
      number: words.number,
      placeAndDate: fillTemplate(words.place, { date: dateInWords(data.on) }),
    },
    { kind: 'line', role: 'title', text: words.type },
    {
      kind: 'line',
      role: 'subject',
      text: fillTemplate(edition.number ? words.subjectPlan : words.subject, {
        number: edition.number,
        span,
      }),
      rule: true,
    },
    paragraph(
      fillTemplate(edition.number ? words.opening : words.openingPlain, {
        type: documentType(edition.number),
        number: edition.number,
        date: dateInWords(edition.date, edition.year),
        issuer: edition.issuer || paperWords.gap,
        unit,
        span,
        ...days,
      }),
    ),
    heading(1, words.results),
    heading(2, words.overall),
    paragraph(
      fillTemplate(words.overallText, {
        total: figure(counts.total),
        performed: figure(counts.performed),
        notPerformed: figure(counts.notPerformed),
        undecided: figure(counts.undecided),
        count: figure(tally.total),
        done: figure(done),
        share: percent(tally.doneShare),
      }),
    ),
    gap(gaps.assessment),
    table(
      [
        ['order', 40, 'center'],
        ['figure', 330],
        ['amount', 90, 'center'],
      ],
      figureLines(counts, tally),
    ),
    paragraph(fillTemplate(words.shareNote, { done: figure(done), could: figure(could) })),
    heading(2, words.byArea),
    table(AREA_TABLE, figures.areas.map(areaLine)),
    heading(2, words.finished),
    table(
      [
        ['id', 48, 'center'],
        ['content', 200],
        ['product', 90],
        ['doneOn', 78, 'center'],
        ['evidence', 100],
      ],
      figures.done.map((line) => ({
        ...lineOf(line),
        doneOn: dayOf(line.row.typed.doneOn || null),
        evidence: evidenceOf(line),
      })),
    ),
    heading(2, words.overdue),
    table(
      [
        ['id', 48, 'center'],
        ['content', 210],
        ['due', 76, 'center'],
        ['daysLate', 60, 'center'],
        ['cause', 100],
      ],
      figures.overdue.map((line) => ({
        ...lineOf(line),
        daysLate: figure(line.daysLate),
        cause: line.row.typed.explanation || line.row.typed.note || paperWords.gap,
      })),
    ),
    ...(figures.overdue.length > 0 ? [gap(gaps.overdue)] : []),
    heading(2, words.settle),
    table(
      [
        ['id', 48, 'center'],
        ['content', 240],
        ['matter', 180],
      ],
      matters(figures),
    ),
    heading(2, words.refused),
    table(
      [
        ['id', 48, 'center'],
        ['content', 260],
        ['reason', 160],
      ],
      figures.refused.map(({ id, content, reason }: Task) => ({ id, content, reason })),
    ),
    heading(1, words.hardships),
    gap(gaps.hardships),
    heading(1, words.proposals),
    gap(gaps.proposals),
    heading(1, words.next),
    ...(next
      ? [
          paragraph(fillTemplate(words.nextText, { from: printDate(next.from), to: printDate(next.to) })),
          table(
            [
              ['id', 48, 'center'],
              ['content', 240],
              ['product', 100],
              ['due', 76, 'center'],
            ],
            ahead.map(lineOf),
          ),
        ]
      : []),
    gap(gaps.next),
    paragraph(fillTemplate(words.closing, { span, unit })),
    {
      kind: 'closing',
      recipients: [
        ...(recipients.length > 0
          ? recipients.map((name) => fillTemplate(reportRecipient, { name }))
          : [gaps.recipient]),
        reportArchive,
      ],
      signature: [
        { text: gaps.position, gap: true },
        { text: '' },
        { text: '' },
        { text: gaps.signature, gap: true },
      ],
    },
  ];
}

/**
 * *Báo cáo kết quả thực hiện* of a unit for a span, upright A4: figures that follow from the workbook, and marked gaps
 * for what only the unit can say. Nothing is invented: number, place and signatory stay open, and recipients where
 * the unit's settings name none.
 */
export function reportDocument(
  facts: PaperFacts,
  settings: PaperSettings,
  data: ReportData,
  rules: readonly ReportPeriodRule[],
  recipients: readonly string[] = [],
): PaperDocument {
  return {
    title: `${words.type} ${spanName(data.span)}`,
    author: facts.unit.name,
    language: 'vi-VN',
    orientation: 'portrait',
    settings,
    blocks: blocksOf(facts, settings, data, rules, recipients),
  };
}

/** How many places of a document wait for the unit's own words. */
export function gapsIn({ blocks }: PaperDocument): number {
  return blocks
    .flatMap((block) =>
      block.kind === 'paragraph' ? block.runs : block.kind === 'closing' ? block.signature : [],
    )
    .filter((run) => run.gap).length;
}
