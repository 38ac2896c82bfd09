import { dashboardWords } from '../../locales/dashboard-sheet-words';
import { totalsWords as words } from '../../locales/consolidation-sheet-words';
import { areaOf, columnLetters } from '../address';
import type { Area } from '../address';
import { areaLabel } from '../school-book';
import type { CellContent } from '../sheet-plan';
import type { DataColumn } from './data-table';
import type { TotalsLines } from './totals-lines';
import { FIGURES, figureFormula } from './unit-figures';
import type { FigureId } from './unit-figures';

export const FIRST_FIGURE = 2;
export const TOTALS_COLUMNS = FIRST_FIGURE + FIGURES.length;

export function figureColumn(id: FigureId): string {
  return columnLetters(FIRST_FIGURE + FIGURES.findIndex((figure) => figure.id === id));
}

/** The cell of a figure of the line in row `row` (0-based). */
export const figureAt = (id: FigureId, row: number): string => `${figureColumn(id)}${row + 1}`;

/** Not done and past its day, or done and not dealt with otherwise: sums of figures of one line. */
export const OVERDUE = ['inProgressLate', 'notStartedLate'] as const satisfies readonly FigureId[];
export function sumAt(ids: readonly FigureId[], row: number): string {
  return `(${ids.map((id) => figureAt(id, row)).join('+')})`;
}

export type TotalsLine = {
  number: string;
  name: string;
  filter: readonly (readonly [DataColumn, string])[];
};

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** COUNTIFS reads wildcards and operators in a criterion: "~" and a leading "=" take their meaning away. */
const criterionOf = (text: string): string => quoted(`=${text.replace(/[~*?]/g, '~$&')}`);

export function lineCells(line: TotalsLine, row: number): CellContent[] {
  return [
    line.number,
    line.name,
    ...FIGURES.map((figure): CellContent => ({
      formula: figureFormula(figure, line.filter, (id) => figureAt(id, row)),
    })),
  ];
}

export function areaLines({ areas }: TotalsLines): TotalsLine[] {
  return areas.map(({ section, title }) => ({
    number: section,
    name: title,
    filter: [['area', criterionOf(areaLabel(section, title))]],
  }));
}

export function leadUnitLines({ leadUnits }: TotalsLines): TotalsLine[] {
  return [
    ...leadUnits.map((leadUnit, index): TotalsLine => ({
      number: String(index + 1),
      name: leadUnit,
      filter: [['leadUnit', criterionOf(leadUnit)]],
    })),
    { number: '', name: words.noLeadUnit, filter: [['leadUnit', '""']] },
  ];
}

export function quarterLines({ quarters }: TotalsLines): TotalsLine[] {
  return quarters.map((quarter) => ({
    number: '',
    name: quarter,
    filter: [['quarter', criterionOf(quarter)]],
  }));
}

/** A small table of the details that a chart draws: number, name, and what it draws. */
export type Drawn = { cells: CellContent[][]; numberFormats: readonly string[] };

/** The columns of a drawn table behind number and name, and what the chart takes of it. */
const drawnColumns = (count: number): string[] => ['@', '@', ...Array.from({ length: count }, () => '#,##0')];

/** Of a drawn table from row `top` on: the header row with its states, and the names on the axis. */
export function drawnSource(top: number, lines: number, states: number): { source: Area; categories: Area } {
  return {
    source: areaOf(top, FIRST_FIGURE, lines + 1, states),
    categories: areaOf(top + 1, 0, lines, 1),
  };
}

const DRAWN = dashboardWords.authority.drawn;

/** Each area's tasks by state; together they are all of them. `first` is the first row of the areas' figures. */
export function drawnAreas(lines: readonly TotalsLine[], first: number): Drawn {
  return {
    numberFormats: drawnColumns(6),
    cells: [
      [
        '',
        DRAWN.areas,
        DRAWN.done,
        DRAWN.overdue,
        DRAWN.remaining,
        DRAWN.nothingArisen,
        DRAWN.notPerformed,
        DRAWN.undecided,
      ],
      ...lines.map(({ number, name }, at): CellContent[] => {
        const row = first + at;
        const [done, overdue] = [figureAt('done', row), sumAt(OVERDUE, row)];
        const remaining = `${figureAt('performed', row)}-${done}-${overdue}-${figureAt('nothingArisen', row)}`;
        return [
          number === '' ? String(at + 1) : number,
          name,
          { formula: `=${done}` },
          { formula: `=${overdue}` },
          { formula: `=${remaining}` },
          { formula: `=${figureAt('nothingArisen', row)}` },
          { formula: `=${figureAt('notPerformed', row)}` },
          { formula: `=${figureAt('undecided', row)}` },
        ];
      }),
    ],
  };
}

/** Tasks by the month of their deadline; what did not arise is not counted. */
export function drawnMonths(year: number): Drawn {
  const { names, short, header, done, overdue, remaining } = dashboardWords.months;
  const count = (id: FigureId, filter: TotalsLine['filter']): string => {
    const figure = FIGURES.find((one) => one.id === id)!;
    return figureFormula(figure, filter, () => '').slice(1);
  };
  return {
    numberFormats: drawnColumns(3),
    cells: [
      ['', `${header} ${year}`, done, overdue, remaining],
      ...names.map((name, month): CellContent[] => {
        const filter: TotalsLine['filter'] = [
          ['due', `">="&DATE(${year},${month + 1},1)`],
          ['due', `"<"&DATE(${year},${month + 2},1)`],
        ];
        const closed = count('done', filter);
        const late = OVERDUE.map((id) => count(id, filter)).join('+');
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
