import { unitHeaders } from '../../locales/consolidation-sheet-words';
import { dashboardWords } from '../../locales/dashboard-sheet-words';
import { columnReference } from '../columns';
import type { CellContent } from '../sheet-plan';
import { MATRIX_LATE } from './matrix-sheet';
import { OVERDUE, figureColumn } from './totals-tables';
import { FIGURES } from './unit-figures';
import type { FigureId } from './unit-figures';
import { UNIT_TABLE } from './units-table';

/**
 * Places of lines in the order of the page: most overdue first, then most not done. Each is found by a whole-number
 * key (overdue, not done, place), so that no two are alike and every program finds the same; LARGE inside SUMPRODUCT
 * takes an array in every Excel.
 */
const PLACES = 10 ** 6;
const ROOM = 10 ** 4;

/** Areas of one column, as references: what counts at all, what is overdue, what is not done. */
type Ranked = { rows: string; counts: string; overdue: string; open: string };

function keyFormula({ rows, counts, overdue, open }: Ranked, place: number): string {
  const down = `(ROW(${rows})-MIN(ROW(${rows}))+1)`;
  const key = `(${counts}>0)*((${overdue})*${ROOM * PLACES}+(${open})*${PLACES}+${PLACES}-${down})`;
  return `=IF(SUMPRODUCT(--(${counts}>0))<${place},0,SUMPRODUCT(LARGE(${key},${place})))`;
}

function placeFormula(key: string): string {
  return `=IF(${key}=0,0,${PLACES}-(${key}-INT(${key}/${PLACES})*${PLACES}))`;
}

function unit(id: FigureId): string {
  return columnReference(FIGURES.find((figure) => figure.id === id)?.header ?? '', UNIT_TABLE);
}

const UNITS: Ranked = {
  rows: columnReference(unitHeaders.code, UNIT_TABLE),
  counts: unit('performed'),
  overdue: OVERDUE.map(unit).join('+'),
  open: `${unit('performed')}-${unit('done')}`,
};

/** Lines of the details, from the first row to the last. */
function linesRanked(first: number, count: number): Ranked {
  const of = (id: FigureId): string =>
    `$${figureColumn(id)}$${first + 1}:$${figureColumn(id)}$${first + count}`;
  return {
    rows: of('performed'),
    counts: of('performed'),
    overdue: OVERDUE.map(of).join('+'),
    open: `${of('performed')}-${of('done')}`,
  };
}

const TASKS: Ranked = { rows: MATRIX_LATE, counts: MATRIX_LATE, overdue: MATRIX_LATE, open: '0' };

export type OrderId = 'units' | 'leadUnits' | 'tasks';
const ORDER: readonly OrderId[] = ['units', 'leadUnits', 'tasks'];
const COLUMN_OF = { units: 'D', leadUnits: 'F', tasks: 'H' } as const satisfies Record<OrderId, string>;

/** Number, words, then a key, of which nobody reads the digits, and a place for each order. */
export const ORDER_FORMATS = ['@', '@', ...ORDER.flatMap(() => ['0.0E+0', '0'])];

/** The cell with the place of line `at` (0-based), 0 where there are not so many; `top` is the header's row. */
export function placeCell(id: OrderId, top: number, at: number): string {
  return `$${COLUMN_OF[id]}$${top + 2 + at}`;
}

/** The table of places from row `top` on: per order a key and the place it stands for. */
export function orderTable(
  top: number,
  lines: number,
  leads: { first: number; count: number },
): CellContent[][] {
  const words = dashboardWords.authority.order;
  const ranked: Record<OrderId, Ranked> = {
    units: UNITS,
    leadUnits: linesRanked(leads.first, leads.count),
    tasks: TASKS,
  };
  return [
    ['', words.title, words.key, words.units, words.key, words.leadUnits, words.key, words.tasks],
    ...Array.from({ length: lines }, (_, at): CellContent[] => {
      const row = top + 2 + at;
      return [
        String(at + 1),
        '',
        ...ORDER.flatMap((id): CellContent[] => {
          const key = `${String.fromCharCode(COLUMN_OF[id].charCodeAt(0) - 1)}${row}`;
          return [{ formula: keyFormula(ranked[id], at + 1) }, { formula: placeFormula(key) }];
        }),
      ];
    }),
  ];
}
