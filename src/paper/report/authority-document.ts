import { daysBetween, printDate } from '../../annex/calendar/dates';
import type { IsoDate } from '../../annex/calendar/dates';
import type { Edition } from '../../annex/types';
import { disagreements } from '../../consolidation/findings/disagreements';
import { missingUnits } from '../../consolidation/ledger/consolidated';
import { marksOf } from '../../consolidation/ledger/entry';
import type { LedgerEntry } from '../../consolidation/ledger/entry';
import type { Previous } from '../../consolidation/rerun/previous';
import { figuresBy, figuresOf } from '../../consolidation/totals/figures';
import type { Figures } from '../../consolidation/totals/figures';
import { OUTCOMES, outcomeOf } from '../../consolidation/totals/outcome';
import type { Outcome } from '../../consolidation/totals/outcome';
import {
  authorityGaps as gaps,
  authorityOutcomes,
  authorityWords as words,
} from '../../locales/authority-report-words';
import { paperWords } from '../../locales/paper-words';
import { figureWords, reportArchive, reportGaps, reportWords } from '../../locales/report-words';
import { fillTemplate } from '../../locales/words';
import { dateInWords, documentType } from '../document-reference';
import type { Block, PaperDocument } from '../paper-document';
import type { PaperSettings } from '../paper-settings';
import { figure, percent } from './printed-figures';
import { gap, heading, paragraph, table } from './report-blocks';
import type { Cells, ColumnPlan } from './report-blocks';
import { spanName } from './report-span';
import type { ReportSpan } from './report-span';

/** More overdue tasks than these are counted only; the workbook lists them all. */
const MOST_OVERDUE = 60;

/** What one consolidation holds, for a report on it. */
export type AuthorityData = Pick<
  Previous,
  'level' | 'units' | 'sources' | 'entries' | 'asOf' | 'reportDue'
> & { edition: Edition; span: ReportSpan; on: IsoDate };

const outcomeNames: Record<Outcome, string> = authorityOutcomes;

function figureLines(figures: Figures): Cells[] {
  return [
    ...OUTCOMES.map((outcome): [string, string] => [outcomeNames[outcome], figure(figures[outcome])]),
    [figureWords.share, percent(figures.share)] as [string, string],
  ].map(([name, amount], at) => ({ order: String(at + 1), figure: name, amount }));
}

function lineOf(figures: Figures): Cells {
  return {
    tasks: figure(figures.required),
    refused: figure(figures.notPerformed),
    performed: figure(figures.performed),
    done: figure(figures.done),
    late: figure(figures.late),
    share: percent(figures.share),
  };
}

const FIGURE_COLUMNS = [
  ['tasks', 52, 'center'],
  ['refused', 58, 'center'],
  ['performed', 52, 'center'],
  ['done', 56, 'center'],
  ['late', 46, 'center'],
  ['share', 62, 'center'],
] as const satisfies readonly ColumnPlan[];

type Sent = { code: string; name: string; day: IsoDate };

function sentUnits({ sources }: AuthorityData): Sent[] {
  return sources
    .filter(({ state }) => state === 'used')
    .map(({ unit, unitName, contentDate, readAt }) => ({
      code: unit,
      name: unitName,
      day: (contentDate || readAt).slice(0, 10),
    }));
}

function overdueEntries({ entries, asOf }: AuthorityData): LedgerEntry[] {
  return entries
    .filter((entry) => entry.occurrence === '' && /Late$/.test(outcomeOf(entry, asOf)))
    .filter((entry) => outcomeOf(entry, asOf) !== 'doneLate')
    .sort((a, b) => (marksOf(a).due < marksOf(b).due ? -1 : marksOf(a).due > marksOf(b).due ? 1 : 0));
}

function areaOf({ task }: LedgerEntry): string {
  return (
    [task.section && `${task.section}.`, task.sectionTitle].filter(Boolean).join(' ') || paperWords.noSection
  );
}

function disagreementLines({ entries }: AuthorityData): Cells[] {
  const contents = new Map(entries.map(({ task }) => [task.id, task.content]));
  return disagreements(entries).map(({ task, args }) => ({
    id: task,
    content: contents.get(task) ?? '',
    accepting: figure(Number(args['performed'])),
    refusing: figure(Number(args['refused'])),
    fewer: String(args['units']),
  }));
}

function sendingBlocks(data: AuthorityData): Block[] {
  const sent = sentUnits(data);
  const missing = missingUnits(data);
  const late = data.reportDue === '' ? [] : sent.filter(({ day }) => day > data.reportDue);
  return [
    heading(1, words.sending),
    paragraph(
      fillTemplate(words.sendingText, {
        required: figure(data.units.length),
        sent: figure(sent.length),
        missing: figure(missing.length),
        due: data.reportDue === '' ? '' : printDate(data.reportDue),
        late: figure(late.length),
        onTime: figure(sent.length - late.length),
      }),
    ),
    heading(2, words.missing),
    table(
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
          heading(2, words.late),
          table(
            [
              ['order', 40, 'center'],
              ['unit', 330],
              ['sentOn', 90, 'center'],
            ],
            late.map(({ name, day }, at) => ({ order: String(at + 1), unit: name, sentOn: printDate(day) })),
          ),
        ]),
  ];
}

function resultBlocks(data: AuthorityData): Block[] {
  const { entries, asOf } = data;
  const all = figuresOf(entries, asOf);
  const groups = (keyOf: (entry: LedgerEntry) => string) => [...figuresBy(entries, keyOf, asOf)];
  return [
    heading(1, words.results),
    heading(2, words.overall),
    paragraph(
      fillTemplate(words.overallText, {
        required: figure(all.required),
        performed: figure(all.performed),
        notPerformed: figure(all.notPerformed),
        undecided: figure(all.undecided),
        done: figure(all.done),
        share: percent(all.share),
      }),
    ),
    gap(gaps.assessment),
    table(
      [
        ['order', 40, 'center'],
        ['figure', 330],
        ['amount', 90, 'center'],
      ],
      figureLines(all),
    ),
    paragraph(words.shareNote),
    heading(2, words.byUnit),
    table(
      [['unit', 150], ...FIGURE_COLUMNS],
      groups(({ unitName, unit }) => unitName || unit).map(([unit, figures]) => ({
        unit,
        ...lineOf(figures),
      })),
    ),
    heading(2, words.byArea),
    table(
      [['area', 150], ...FIGURE_COLUMNS],
      groups(areaOf).map(([area, figures]) => ({ area, ...lineOf(figures) })),
    ),
  ];
}

function overdueBlocks(data: AuthorityData): Block[] {
  const overdue = overdueEntries(data);
  const rest = overdue.length - MOST_OVERDUE;
  return [
    heading(1, words.overdue),
    table(
      [
        ['unit', 120],
        ['id', 46, 'center'],
        ['content', 180],
        ['due', 76, 'center'],
        ['daysLate', 56, 'center'],
      ],
      overdue.slice(0, MOST_OVERDUE).map((entry) => {
        const { due } = marksOf(entry);
        return {
          unit: entry.unitName || entry.unit,
          id: entry.task.id,
          content: entry.task.content,
          due: printDate(due),
          daysLate: figure(daysBetween(due, data.asOf)),
        };
      }),
    ),
    ...(rest > 0 ? [paragraph(fillTemplate(words.more, { count: figure(rest) }))] : []),
  ];
}

function blocksOf(data: AuthorityData, settings: PaperSettings): Block[] {
  const { edition, level } = data;
  const agency = level.name || level.label || words.unknownAgency;
  const named = {
    agency,
    below: level.below || words.below,
    span: spanName(data.span),
    type: documentType(edition.number),
    number: edition.number,
    date: dateInWords(edition.date, edition.year),
    asOf: printDate(data.asOf),
  };
  const differing = disagreementLines(data);
  return [
    {
      kind: 'letterhead',
      superior: settings.superior.toLocaleUpperCase('vi'),
      agency: (level.name || level.label).toLocaleUpperCase('vi'),
      nationalTitle: paperWords.nationalTitle,
      motto: paperWords.motto,
      number: reportWords.number,
      placeAndDate: fillTemplate(reportWords.place, { date: dateInWords(data.on) }),
    },
    { kind: 'line', role: 'title', text: words.type },
    {
      kind: 'line',
      role: 'subject',
      text: fillTemplate(edition.number ? words.subjectPlan : words.subject, named),
      rule: true,
    },
    paragraph(fillTemplate(edition.number ? words.opening : words.openingPlain, named)),
    ...sendingBlocks(data),
    ...resultBlocks(data),
    ...overdueBlocks(data),
    heading(1, words.disagreements),
    table(
      [
        ['id', 46, 'center'],
        ['content', 200],
        ['accepting', 60, 'center'],
        ['refusing', 60, 'center'],
        ['fewer', 100],
      ],
      differing,
    ),
    ...(differing.length > 0 ? [gap(gaps.disagreements)] : []),
    heading(1, words.hardships),
    gap(gaps.hardships),
    heading(1, words.proposals),
    gap(gaps.proposals),
    heading(1, words.next),
    gap(gaps.next),
    paragraph(fillTemplate(words.closing, named)),
    {
      kind: 'closing',
      recipients: [reportGaps.recipient, reportArchive],
      signature: [
        { text: reportGaps.position, gap: true },
        { text: '' },
        { text: '' },
        { text: reportGaps.signature, gap: true },
      ],
    },
  ];
}

/**
 * *Báo cáo tổng hợp* of the one that consolidates: who sent, figures by unit and area, what is overdue, where units do
 * not agree; marked gaps for what only the office can say.
 */
export function authorityDocument(data: AuthorityData, settings: PaperSettings): PaperDocument {
  return {
    title: `${words.type} ${spanName(data.span)}`,
    author: data.level.name,
    language: 'vi-VN',
    orientation: 'portrait',
    settings,
    blocks: blocksOf(data, settings),
  };
}
