import { quarterLabel } from '../../consolidation/totals/quarter';

import type { Consolidated } from '../../consolidation/ledger/consolidated';
import { marksOf } from '../../consolidation/ledger/entry';
import {
  consolidationSheetNames,
  sendingWords,
  totalsWords as words,
  unitHeaders,
} from '../../locales/consolidation-sheet-words';
import { areaOf, columnLetters } from '../address';
import { columnReference } from '../columns';
import { BODY, COLORS, HEADER, NOTE_LINE, PAGE, TITLE_LINE, UNIT_LINE } from '../look';
import { areaLabel } from '../school-book';
import type { CellContent, FormatPlan, SheetPlan } from '../sheet-plan';
import { AS_OF_NAME } from './data-table';
import type { DataColumn } from './data-table';
import { serialOf } from './serial-dates';
import { FIGURES, figureFormat, figureFormula } from './unit-figures';
import { REPORT_DUE_NAME, UNIT_TABLE } from './units-table';

/** Name of the line of the whole, for reading the figures back. */
export const WHOLE_NAME = 'TH_ToanBo';

/** Which lines the sheet has; it is written anew when they change, and only then. */
export type TotalsLines = {
  areas: { section: string; title: string }[];
  leadUnits: string[];
  quarters: string[];
};

const MOST_LEAD_UNITS = 60;

const distinct = (texts: readonly string[]): string[] => {
  const seen = new Map<string, string>();
  for (const text of texts) {
    const key = text.normalize('NFC').toLocaleLowerCase('vi');
    if (!seen.has(key)) seen.set(key, text);
  }
  return [...seen.values()];
};

/** "2026-06-30" sorts before "2026-09-30"; the quarter without a date comes last. */
const byQuarter = (a: string, b: string): number => {
  const rank = (label: string): string => {
    const [, quarter = '9', year = '9999'] = /^Quý (\d)\/(\d{4})$/.exec(label) ?? [];
    return `${year}${quarter}`;
  };
  return rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0;
};

export const totalsLines = ({ annex, entries }: Pick<Consolidated, 'annex' | 'entries'>): TotalsLines => {
  const areas = new Map<string, { section: string; title: string }>();
  const tasks = annex.tasks.length > 0 ? annex.tasks : entries.map(({ task }) => task);
  for (const { section, sectionTitle } of tasks) {
    const label = areaLabel(section, sectionTitle);
    if (!areas.has(label)) areas.set(label, { section, title: sectionTitle });
  }
  return {
    areas: [...areas.values()],
    leadUnits: distinct(tasks.map(({ leadUnit }) => leadUnit).filter((unit) => unit !== '')).slice(
      0,
      MOST_LEAD_UNITS,
    ),
    quarters: [
      ...new Set(
        entries
          .filter(({ occurrence }) => occurrence === '')
          .map((entry) => quarterLabel(marksOf(entry).due) || words.noQuarter),
      ),
    ].sort(byQuarter),
  };
};

const FIRST_FIGURE = 2;
const COLUMNS = FIRST_FIGURE + FIGURES.length;
const letter = (id: string): string =>
  columnLetters(FIRST_FIGURE + FIGURES.findIndex((figure) => figure.id === id));

type Line = { number: string; name: string; filter: readonly (readonly [DataColumn, string])[] };

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** COUNTIFS reads wildcards and operators in a criterion: "~" and a leading "=" take their meaning away. */
const criterionOf = (text: string): string => quoted(`=${text.replace(/[~*?]/g, '~$&')}`);

const lineCells = (line: Line, row: number): CellContent[] => [
  line.number,
  line.name,
  ...FIGURES.map((figure): CellContent => ({
    formula: figureFormula(figure, line.filter, (id) => `${letter(id)}${row + 1}`),
  })),
];

type Part = { title: string; lines: Line[] };

const partsOf = (lines: TotalsLines): Part[] => [
  {
    title: words.byArea,
    lines: lines.areas.map(({ section, title }) => ({
      number: section,
      name: title,
      filter: [['area', criterionOf(areaLabel(section, title))]],
    })),
  },
  {
    title: words.byLeadUnit,
    lines: [
      ...lines.leadUnits.map((leadUnit, index): Line => ({
        number: String(index + 1),
        name: leadUnit,
        filter: [['leadUnit', criterionOf(leadUnit)]],
      })),
      { number: '', name: words.noLeadUnit, filter: [['leadUnit', '""']] },
    ],
  },
  {
    title: words.byQuarter,
    lines: lines.quarters.map((quarter) => ({
      number: '',
      name: quarter,
      filter: [['quarter', criterionOf(quarter)]],
    })),
  },
];

const AS_OF_ROW = 2;
const REPORT_DUE_ROW = 3;
const UNITS_ROW = 5;
const WHOLE_ROW = 9;
const FIRST_PART = 12;

const unitCount = (word: string): string =>
  `COUNTIFS(${columnReference(unitHeaders.sending, UNIT_TABLE)},${quoted(word)})`;
const allUnits = `COUNTIFS(${columnReference(unitHeaders.code, UNIT_TABLE)},"?*")`;

const UNIT_COUNTS = [
  [words.unitsRequired, allUnits],
  [words.unitsSent, `${allUnits}-${unitCount(sendingWords.missing)}`],
  [sendingWords.onTime, unitCount(sendingWords.onTime)],
  [sendingWords.late, unitCount(sendingWords.late)],
  [sendingWords.missing, unitCount(sendingWords.missing)],
] as const;

/** The sheet *Tổng hợp*: who sent, the whole, then lines by area, lead unit and quarter; all live over the ledger. */
export const totalsSheet = (
  book: Pick<Consolidated, 'level' | 'asOf' | 'reportDue' | 'annex'>,
  lines: TotalsLines,
  part: string,
  name: string = consolidationSheetNames.totals,
): SheetPlan => {
  const blocks: SheetPlan['blocks'][number][] = [];
  const after: SheetPlan['afterTables'][number][] = [];
  const formats: { area: ReturnType<typeof areaOf>; format: FormatPlan }[] = [];
  const rowHeights = [
    { row: 0, height: 20 },
    { row: 1, height: 28 },
  ];
  const texts = Array.from({ length: COLUMNS }, () => '@');
  const figures = ['@', '@', ...FIGURES.map(({ id }) => figureFormat(id))];
  const wide = (row: number, rows = 1) => areaOf(row, 0, rows, COLUMNS);

  const header = (row: number, title: string): void => {
    blocks.push({
      row,
      column: 0,
      numberFormats: texts,
      cells: [[words.number, title, ...FIGURES.map((figure) => figure.header)]],
    });
    formats.push({ area: wide(row), format: { ...HEADER, fontSize: 9 } });
    rowHeights.push({ row, height: 50 });
  };
  const body = (row: number, rows: readonly Line[]): void => {
    after.push({
      row,
      column: 0,
      numberFormats: figures,
      cells: rows.map((line, index) => lineCells(line, row + index)),
    });
    formats.push({
      area: wide(row, rows.length),
      format: { ...BODY, borders: { sides: ['InsideHorizontal', 'EdgeBottom'], color: COLORS.line } },
    });
    formats.push({ area: areaOf(row, 1, rows.length, 1), format: { wrap: true } });
    formats.push({
      area: areaOf(row, FIRST_FIGURE, rows.length, FIGURES.length),
      format: { horizontal: 'Right' },
    });
  };

  formats.push(
    { area: areaOf(0, 0, 1, 1), format: { ...UNIT_LINE } },
    { area: areaOf(1, 0, 1, 1), format: { ...TITLE_LINE } },
    { area: areaOf(AS_OF_ROW, 0, 2, 3), format: { ...BODY } },
    {
      area: areaOf(AS_OF_ROW, FIRST_FIGURE, 2, 1),
      format: {
        bold: true,
        horizontal: 'Center',
        borders: {
          sides: ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal'],
          color: COLORS.officer,
        },
      },
    },
    { area: areaOf(UNITS_ROW, 1, 1, 1 + UNIT_COUNTS.length), format: { ...HEADER, fontSize: 9 } },
    {
      area: areaOf(UNITS_ROW + 1, 1, 1, 1 + UNIT_COUNTS.length),
      format: { ...BODY, bold: true, horizontal: 'Center' },
    },
    { area: areaOf(UNITS_ROW + 1, 1, 1, 1), format: { horizontal: 'Left' } },
    { area: areaOf(WHOLE_ROW, 0, 1, COLUMNS), format: { bold: true, fillColor: COLORS.band } },
  );
  blocks.push(
    {
      row: 0,
      column: 0,
      numberFormats: ['@'],
      cells: [[[book.level.label, book.level.name].filter(Boolean).join(' – ')], [words.title]],
    },
    {
      row: AS_OF_ROW,
      column: 0,
      numberFormats: ['@', '@'],
      cells: [
        [words.asOf, ''],
        [words.reportDue, ''],
      ],
    },
    {
      row: AS_OF_ROW,
      column: FIRST_FIGURE,
      numberFormats: ['dd/mm/yyyy'],
      cells: [[serialOf(book.asOf)], [serialOf(book.reportDue)]],
    },
    {
      row: UNITS_ROW,
      column: 1,
      numberFormats: UNIT_COUNTS.map(() => '@').concat('@'),
      cells: [[words.units, ...UNIT_COUNTS.map(([label]) => label)]],
    },
  );
  after.push({
    row: UNITS_ROW + 1,
    column: 1,
    numberFormats: ['@', ...UNIT_COUNTS.map(() => '0')],
    cells: [
      [book.level.below, ...UNIT_COUNTS.map(([, formula]): CellContent => ({ formula: `=${formula}` }))],
    ],
  });
  header(WHOLE_ROW - 1, words.whole);
  body(WHOLE_ROW, [{ number: '', name: words.whole, filter: [] }]);

  let row = FIRST_PART;
  for (const one of partsOf(lines)) {
    if (one.lines.length === 0) continue;
    header(row, one.title);
    body(row + 1, one.lines);
    row += one.lines.length + 3;
  }
  const notes = [words.shareNote, words.rowsNote, ...(part === '' ? [] : [part])];
  blocks.push({ row, column: 0, numberFormats: ['@'], cells: notes.map((note) => [note]) });
  formats.push({ area: areaOf(row, 0, notes.length, 1), format: { ...NOTE_LINE } });

  return {
    name,
    visibility: 'Visible',
    showGridlines: false,
    tabColor: COLORS.navy,
    columnWidths: [40, 250, ...FIGURES.map(({ width }) => width)],
    rowHeights,
    merges: [],
    formats,
    blocks,
    afterTables: after,
    fitRows: [],
    validations: [],
    conditionalFormats: [
      {
        area: areaOf(WHOLE_ROW, FIRST_FIGURE, row - WHOLE_ROW, FIGURES.length),
        // Nothing to count steps back, so that what is there is seen.
        formula: `=AND(ISNUMBER(${columnLetters(FIRST_FIGURE)}${WHOLE_ROW + 1}),${columnLetters(FIRST_FIGURE)}${WHOLE_ROW + 1}=0)`,
        fontColor: '#9AA3AE',
      },
      {
        area: areaOf(WHOLE_ROW, FIRST_FIGURE, row - WHOLE_ROW, FIGURES.length),
        formula:
          `=AND(ISNUMBER(${columnLetters(FIRST_FIGURE)}${WHOLE_ROW + 1}),` +
          `${columnLetters(FIRST_FIGURE)}${WHOLE_ROW + 1}>0,` +
          `COLUMN()=${FIRST_FIGURE + 1 + FIGURES.findIndex(({ id }) => id === 'late')})`,
        fontColor: COLORS.redText,
        bold: true,
      },
    ],
    freezeRows: 0,
    page: PAGE,
    names: [
      { name: AS_OF_NAME, area: areaOf(AS_OF_ROW, FIRST_FIGURE, 1, 1) },
      { name: REPORT_DUE_NAME, area: areaOf(REPORT_DUE_ROW, FIRST_FIGURE, 1, 1) },
      { name: WHOLE_NAME, area: areaOf(WHOLE_ROW, FIRST_FIGURE, 1, FIGURES.length) },
    ],
  };
};
