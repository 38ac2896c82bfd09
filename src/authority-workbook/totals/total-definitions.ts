import { TASK_OUTCOMES, type TaskOutcome } from '../../consolidation/ledger/task-outcome';
import { quoteFormulaText } from '../../sheets/formula-text';
import {
  DATA_HEADERS,
  TOTALS_LABELS as labels,
  LEVEL_LABELS,
  OUTCOME_LABELS,
} from '../../sheets/labels/consolidation-labels';
import { APPLICABILITY_LABELS, STATUS_LABELS } from '../../sheets/labels/school-labels';
import { buildColumnReference } from '../../sheets/table-reference';
import { DATA_TABLE, type DataColumn } from '../tables/data-table';

const referenceDataColumn = (id: DataColumn): string => buildColumnReference(DATA_HEADERS[id], DATA_TABLE);

export type TotalId =
  | 'required'
  | 'notPerformed'
  | 'undecided'
  | 'performed'
  | 'done'
  | Exclude<TaskOutcome, 'notPerformed' | 'undecided'>
  | 'overdue'
  | 'share'
  | 'corrected';

/** Open past the last day; what was done after it is no longer overdue. */
export const OVERDUE_TOTALS = ['inProgressLate', 'notStartedLate'] as const satisfies readonly TotalId[];

type CountedTotal = { counts: readonly (readonly [DataColumn, string])[] };
type TotalDefinition = { id: TotalId; header: string; width: number } & (
  | CountedTotal
  | { sum: readonly TotalId[] }
  | { difference: readonly [TotalId, ...TotalId[]] }
  | { share: readonly [TotalId, TotalId] }
);

function createCountedTotal(id: TotalId, header: string, ...counts: [DataColumn, string][]): TotalDefinition {
  return {
    id,
    header,
    width: 58,
    counts,
  };
}
function createOutcomeTotal(id: TaskOutcome & TotalId): TotalDefinition {
  return createCountedTotal(id, OUTCOME_LABELS[id], ['outcome', OUTCOME_LABELS[id]]);
}

/**
 * The figures of every line, in the order of their columns. Those that are counted ask the table of the ledger; the
 * others follow from cells of the same line.
 */
export const TOTAL_DEFINITIONS: readonly TotalDefinition[] = [
  createCountedTotal('required', labels.required),
  createOutcomeTotal('notPerformed'),
  createOutcomeTotal('undecided'),
  {
    id: 'performed',
    header: labels.performed,
    width: 58,
    difference: ['required', 'notPerformed', 'undecided'],
  },
  createCountedTotal(
    'done',
    labels.done,
    ['applicability', APPLICABILITY_LABELS.performed],
    ['state', STATUS_LABELS.done],
  ),
  ...TASK_OUTCOMES.filter(
    (id): id is Exclude<TaskOutcome, 'notPerformed' | 'undecided'> =>
      id !== 'notPerformed' && id !== 'undecided',
  ).map(createOutcomeTotal),
  { id: 'overdue', header: labels.overdue, width: 58, sum: OVERDUE_TOTALS },
  { id: 'share', header: labels.share, width: 62, share: ['done', 'performed'] },
  createCountedTotal('corrected', labels.corrected, ['corrected', 'Có']),
];

export const getTotalFormat = (id: TotalId): string => (id === 'share' ? '0.0%' : '#,##0');

/**
 * Builds the formula of a total. `filter` holds further pairs of column and criterion for COUNTIFS; `cell` returns
 * the cell of another total of the line. Only tasks count: rows of single occurrences do not add up.
 */
export function buildTotalFormula(
  figure: TotalDefinition,
  filter: readonly (readonly [DataColumn, string])[],
  cell: (id: TotalId) => string,
): string {
  if ('counts' in figure) {
    const pairs: (readonly [DataColumn, string])[] = [
      ['level', quoteFormulaText(LEVEL_LABELS.task)],
      ...filter,
      ...figure.counts.map(([column, word]) => [column, quoteFormulaText(word)] as const),
    ];
    return `=COUNTIFS(${pairs.map(([column, criterion]) => `${referenceDataColumn(column)},${criterion}`).join(',')})`;
  }
  if ('sum' in figure) return `=${figure.sum.map(cell).join('+')}`;
  if ('difference' in figure) return `=${figure.difference.map(cell).join('-')}`;
  const [part, total] = figure.share;
  return `=IF(${cell(total)}=0,${quoteFormulaText(labels.none)},${cell(part)}/${cell(total)})`;
}
