import { type CellRange, createRange, toColumnLetters } from '@phuluc/ooxml/a1';
import { formatSectionLabel } from '../../annex/section-label';
import { quoteFormulaText } from '../../sheets/formula-text';
import { TOTALS_LABELS as labels } from '../../sheets/labels/consolidation-labels';
import { DASHBOARD_LABELS } from '../../sheets/labels/dashboard-labels';
import type { CellContent } from '../../sheets/sheet-spec';
import type { DataColumn } from '../tables/data-table';
import { buildTotalFormula, OVERDUE_TOTALS, TOTAL_DEFINITIONS, type TotalId } from './total-definitions';
import type { TotalsLines } from './totals-lines';

export const FIRST_TOTAL_COLUMN = 2;
export const TOTALS_COLUMN_COUNT = FIRST_TOTAL_COLUMN + TOTAL_DEFINITIONS.length;

export function getTotalColumn(id: TotalId): string {
  return toColumnLetters(FIRST_TOTAL_COLUMN + TOTAL_DEFINITIONS.findIndex((figure) => figure.id === id));
}

/** Returns the cell of a total of the line in row `row` (0-based). */
export const getTotalCell = (id: TotalId, row: number): string => `${getTotalColumn(id)}${row + 1}`;

export function buildSumOfTotals(ids: readonly TotalId[], row: number): string {
  return `(${ids.map((id) => getTotalCell(id, row)).join('+')})`;
}

export type TotalsLine = {
  number: string;
  name: string;
  filter: readonly (readonly [DataColumn, string])[];
};

/** Returns a criterion that matches the text exactly: COUNTIFS would read wildcards and operators in it. */
const toCriterion = (text: string): string => quoteFormulaText(`=${text.replace(/[~*?]/g, '~$&')}`);

export function buildLineCells(line: TotalsLine, row: number): CellContent[] {
  return [
    line.number,
    line.name,
    ...TOTAL_DEFINITIONS.map((figure): CellContent => ({
      formula: buildTotalFormula(figure, line.filter, (id) => getTotalCell(id, row)),
    })),
  ];
}

/** Ids of tasks have the code of their document before them; those of the first have none. */
function filterByDocument(code: string, [first, ...others]: readonly string[]): TotalsLine['filter'] {
  const match = (one: string): string => `${one.replace(/[~*?]/g, '~$&')}:*`;
  return code === first
    ? others.map((other) => ['task', quoteFormulaText(`<>${match(other)}`)] as const)
    : [['task', quoteFormulaText(match(code))]];
}

/** One line a document, where there are several. */
export function buildDocumentLines({ documents = [] }: TotalsLines): TotalsLine[] {
  return documents.map((code, index) => ({
    number: String(index + 1),
    name: code,
    filter: filterByDocument(code, documents),
  }));
}

export function buildSectionLines({ areas, documents = [] }: TotalsLines): TotalsLine[] {
  return areas.map(({ section, title, document }) => ({
    number: section,
    name: document === undefined ? title : `${document}: ${title}`,
    filter: [
      ...(document === undefined ? [] : filterByDocument(document, documents)),
      ['area', toCriterion(formatSectionLabel(section, title))],
    ],
  }));
}

export function buildLeadUnitLines({ leadUnits }: TotalsLines): TotalsLine[] {
  return [
    ...leadUnits.map((leadUnit, index): TotalsLine => ({
      number: String(index + 1),
      name: leadUnit,
      filter: [['leadUnit', toCriterion(leadUnit)]],
    })),
    { number: '', name: labels.noLeadUnit, filter: [['leadUnit', '""']] },
  ];
}

export function buildQuarterLines({ quarters }: TotalsLines): TotalsLine[] {
  return quarters.map((quarter) => ({
    number: '',
    name: quarter,
    filter: [['quarter', toCriterion(quarter)]],
  }));
}

/** A small table of the details that a chart draws: number, name, and what it draws. */
export type ChartTable = { cells: CellContent[][]; numberFormats: readonly string[] };

/** Returns the number formats of a chart table with so many columns of counts. */
const getChartFormats = (count: number): string[] => [
  '@',
  '@',
  ...Array.from({ length: count }, () => '#,##0'),
];

/** Returns what a chart takes of a chart table from row `top` on: the header row with its states, and the axis. */
export function getChartSource(
  top: number,
  lines: number,
  states: number,
): { source: CellRange; categories: CellRange } {
  return {
    source: createRange(top, FIRST_TOTAL_COLUMN, lines + 1, states),
    categories: createRange(top + 1, 0, lines, 1),
  };
}

const CHART_LABELS = DASHBOARD_LABELS.authority.drawn;

/** Builds the tasks of each section by state. `first` is the first row of the sections' totals. */
export function buildSectionChartTable(lines: readonly TotalsLine[], first: number): ChartTable {
  return {
    numberFormats: getChartFormats(6),
    cells: [
      [
        '',
        CHART_LABELS.areas,
        CHART_LABELS.done,
        CHART_LABELS.overdue,
        CHART_LABELS.remaining,
        CHART_LABELS.nothingArisen,
        CHART_LABELS.notPerformed,
        CHART_LABELS.undecided,
      ],
      ...lines.map(({ number, name }, at): CellContent[] => {
        const row = first + at;
        const [done, overdue] = [getTotalCell('done', row), getTotalCell('overdue', row)];
        const remaining = `${getTotalCell('performed', row)}-${done}-${overdue}-${getTotalCell('nothingArisen', row)}`;
        return [
          number === '' ? String(at + 1) : number,
          name,
          { formula: `=${done}` },
          { formula: `=${overdue}` },
          { formula: `=${remaining}` },
          { formula: `=${getTotalCell('nothingArisen', row)}` },
          { formula: `=${getTotalCell('notPerformed', row)}` },
          { formula: `=${getTotalCell('undecided', row)}` },
        ];
      }),
    ],
  };
}

/** Tasks by the month of their deadline; what did not arise is not counted. */
export function buildMonthChartTable(year: number): ChartTable {
  const { names, short, header, done, overdue, remaining } = DASHBOARD_LABELS.months;
  const count = (id: TotalId, filter: TotalsLine['filter']): string => {
    const figure = TOTAL_DEFINITIONS.find((one) => one.id === id)!;
    return buildTotalFormula(figure, filter, () => '').slice(1);
  };
  return {
    numberFormats: getChartFormats(3),
    cells: [
      ['', `${header} ${year}`, done, overdue, remaining],
      ...names.map((name, month): CellContent[] => {
        const filter: TotalsLine['filter'] = [
          ['due', `">="&DATE(${year},${month + 1},1)`],
          ['due', `"<"&DATE(${year},${month + 2},1)`],
        ];
        const closed = count('done', filter);
        const late = OVERDUE_TOTALS.map((id) => count(id, filter)).join('+');
        const asked =
          `${count('required', filter)}-${count('notPerformed', filter)}-${count('undecided', filter)}` +
          `-${count('nothingArisen', filter)}`;
        return [
          short[month] ?? '',
          name,
          { formula: `=${closed}` },
          { formula: `=${late}` },
          { formula: `=${asked}-(${closed})-(${late})` },
        ];
      }),
    ],
  };
}
