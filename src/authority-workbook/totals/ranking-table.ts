import { UNIT_HEADERS } from '../../sheets/labels/consolidation-labels';
import { DASHBOARD_LABELS } from '../../sheets/labels/dashboard-labels';
import type { CellContent } from '../../sheets/sheet-spec';
import { buildColumnReference } from '../../sheets/table-reference';
import { UNIT_TABLE } from '../tables/units-table';
import { MATRIX_LATE_NAME } from './matrix-sheet';
import { TOTAL_DEFINITIONS, type TotalId } from './total-definitions';
import { getTotalColumn } from './totals-tables';

/**
 * Places of lines in the order of the page: most overdue first, then most not done. Each is found by a whole-number
 * key (overdue, not done, place), so that no two are alike and every program finds the same; LARGE inside SUMPRODUCT
 * takes an array in every Excel.
 */
const POSITION_BASE = 10 ** 6;
const OPEN_BASE = 10 ** 4;

/** Areas of one column, as references: what counts at all, what is overdue, what is not done. */
type RankedRanges = { rows: string; counts: string; overdue: string; open: string };

function buildKeyFormula({ rows, counts, overdue, open }: RankedRanges, place: number): string {
  const down = `(ROW(${rows})-MIN(ROW(${rows}))+1)`;
  const key = `(${counts}>0)*((${overdue})*${OPEN_BASE * POSITION_BASE}+(${open})*${POSITION_BASE}+${POSITION_BASE}-${down})`;
  return `=IF(SUMPRODUCT(--(${counts}>0))<${place},0,SUMPRODUCT(LARGE(${key},${place})))`;
}

function buildPositionFormula(key: string): string {
  return `=IF(${key}=0,0,${POSITION_BASE}-(${key}-INT(${key}/${POSITION_BASE})*${POSITION_BASE}))`;
}

function referenceUnitColumn(id: TotalId): string {
  return buildColumnReference(TOTAL_DEFINITIONS.find((figure) => figure.id === id)?.header ?? '', UNIT_TABLE);
}

const UNIT_RANKING: RankedRanges = {
  rows: buildColumnReference(UNIT_HEADERS.code, UNIT_TABLE),
  counts: referenceUnitColumn('performed'),
  overdue: referenceUnitColumn('overdue'),
  open: `${referenceUnitColumn('performed')}-${referenceUnitColumn('done')}`,
};

/** Lines of the details, from the first row to the last. */
function buildLineRanking(first: number, count: number): RankedRanges {
  const of = (id: TotalId): string =>
    `$${getTotalColumn(id)}$${first + 1}:$${getTotalColumn(id)}$${first + count}`;
  return {
    rows: of('performed'),
    counts: of('performed'),
    overdue: of('overdue'),
    open: `${of('performed')}-${of('done')}`,
  };
}

const TASK_RANKING: RankedRanges = {
  rows: MATRIX_LATE_NAME,
  counts: MATRIX_LATE_NAME,
  overdue: MATRIX_LATE_NAME,
  open: '0',
};

export type RankingId = 'units' | 'leadUnits' | 'tasks';
const RANKING_IDS: readonly RankingId[] = ['units', 'leadUnits', 'tasks'];
const POSITION_COLUMNS = { units: 'D', leadUnits: 'F', tasks: 'H' } as const satisfies Record<
  RankingId,
  string
>;

/** Number, words, then a key, of which nobody reads the digits, and a place for each order. */
export const RANKING_FORMATS = ['@', '@', ...RANKING_IDS.flatMap(() => ['0.0E+0', '0'])];

/**
 * Returns the cell with the position of rank `at` (0-based); it is 0 if there are fewer. `top` is the header's row.
 */
export function getPositionCell(id: RankingId, top: number, at: number): string {
  return `$${POSITION_COLUMNS[id]}$${top + 2 + at}`;
}

/** Builds the ranking table from row `top` on: for each ranking a key and the position that it stands for. */
export function buildRankingTable(
  top: number,
  lines: number,
  leads: { first: number; count: number },
): CellContent[][] {
  const labels = DASHBOARD_LABELS.authority.order;
  const ranked: Record<RankingId, RankedRanges> = {
    units: UNIT_RANKING,
    leadUnits: buildLineRanking(leads.first, leads.count),
    tasks: TASK_RANKING,
  };
  return [
    ['', labels.title, labels.key, labels.units, labels.key, labels.leadUnits, labels.key, labels.tasks],
    ...Array.from({ length: lines }, (_, at): CellContent[] => {
      const row = top + 2 + at;
      return [
        String(at + 1),
        '',
        ...RANKING_IDS.flatMap((id): CellContent[] => {
          const key = `${String.fromCharCode(POSITION_COLUMNS[id].charCodeAt(0) - 1)}${row}`;
          return [{ formula: buildKeyFormula(ranked[id], at + 1) }, { formula: buildPositionFormula(key) }];
        }),
      ];
    }),
  ];
}
