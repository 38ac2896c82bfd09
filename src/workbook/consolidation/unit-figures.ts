import { OUTCOMES } from '../../consolidation/totals/outcome';
import type { Outcome } from '../../consolidation/totals/outcome';
import {
  dataHeaders,
  levelWords,
  outcomeWords,
  totalsWords as words,
} from '../../locales/consolidation-sheet-words';
import { applicabilityWords, statusWords } from '../../locales/sheet-words';
import { columnReference } from '../columns';
import { DATA_TABLE } from './data-table';
import type { DataColumn } from './data-table';

const q = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const data = (id: DataColumn): string => columnReference(dataHeaders[id], DATA_TABLE);

export type FigureId =
  | 'required'
  | 'notPerformed'
  | 'undecided'
  | 'performed'
  | 'done'
  | Exclude<Outcome, 'notPerformed' | 'undecided'>
  | 'late'
  | 'share'
  | 'corrected';

type Counted = { counts: readonly (readonly [DataColumn, string])[] };
type Figure = { id: FigureId; header: string; width: number } & (
  | Counted
  | { sum: readonly FigureId[] }
  | { remains: readonly [FigureId, ...FigureId[]] }
  | { share: readonly [FigureId, FigureId] }
);

function counted(id: FigureId, header: string, ...counts: [DataColumn, string][]): Figure {
  return {
    id,
    header,
    width: 58,
    counts,
  };
}
function outcome(id: Outcome & FigureId): Figure {
  return counted(id, outcomeWords[id], ['outcome', outcomeWords[id]]);
}

/**
 * The figures of every line, in the order of their columns. Those that are counted ask the table of the ledger; the
 * others follow from cells of the same line.
 */
export const FIGURES: readonly Figure[] = [
  counted('required', words.required),
  outcome('notPerformed'),
  outcome('undecided'),
  {
    id: 'performed',
    header: words.performed,
    width: 58,
    remains: ['required', 'notPerformed', 'undecided'],
  },
  counted('done', words.done, ['applicability', applicabilityWords.performed], ['state', statusWords.done]),
  ...OUTCOMES.filter(
    (id): id is Exclude<Outcome, 'notPerformed' | 'undecided'> => id !== 'notPerformed' && id !== 'undecided',
  ).map(outcome),
  { id: 'late', header: words.late, width: 58, sum: ['doneLate', 'inProgressLate', 'notStartedLate'] },
  { id: 'share', header: words.share, width: 62, share: ['done', 'performed'] },
  counted('corrected', words.corrected, ['corrected', 'Có']),
];

export const figureFormat = (id: FigureId): string => (id === 'share' ? '0.0%' : '0');

/**
 * The formula of a figure. `filter` are further pairs of column and criterion for COUNTIFS; `cell` gives the cell of
 * another figure of the line. Whole tasks only: rows of single occurrences do not add up.
 */
export function figureFormula(
  figure: Figure,
  filter: readonly (readonly [DataColumn, string])[],
  cell: (id: FigureId) => string,
): string {
  if ('counts' in figure) {
    const pairs: (readonly [DataColumn, string])[] = [
      ['level', q(levelWords.task)],
      ...filter,
      ...figure.counts.map(([column, word]) => [column, q(word)] as const),
    ];
    return `=COUNTIFS(${pairs.map(([column, criterion]) => `${data(column)},${criterion}`).join(',')})`;
  }
  if ('sum' in figure) return `=${figure.sum.map(cell).join('+')}`;
  if ('remains' in figure) return `=${figure.remains.map(cell).join('-')}`;
  const [part, whole] = figure.share;
  return `=IF(${cell(whole)}=0,${q(words.none)},${cell(part)}/${cell(whole)})`;
}
