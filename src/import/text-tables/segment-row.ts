import type { ColumnRole } from '../../annex/header-vocabulary';
import { findMax } from '../../shared/min-max';
import type { CellScorer } from './create-cell-scorer';
import { type FlowWord, joinFlowTokens } from './split-flow-lines';

/** The cells of a row, by column; and how well they fit (see `cellWorth`), boundaries included. */
type RowCut = { cells: string[]; score: number };

/** The best way to cut a row into cells, and how much better it is than the next one that differs. */
export type BestRowCut = RowCut & { margin: number };

/** How many ways to cut are kept at each place; and, of those of one page, for the next. */
const MAX_CUTS = 12;
const MAX_CUTS_OVER_PAGES = 8;
const MAX_ROW_TOKENS = 260;
const MAX_CELL_TOKENS = 40;

function selectBestCuts(cuts: RowCut[], most = MAX_CUTS): RowCut[] {
  return cuts.length <= 1 ? cuts : cuts.sort((a, b) => b.score - a.score).slice(0, most);
}

/** Scores the start of a cell: mostly where a line begins, or after a wide blank. */
function scoreOpening(word: FlowWord, afterContent: boolean): number {
  if (word.startsLine) return 0.4;
  if (word.afterWideGap) return 0.6;
  return afterContent ? -0.8 : -0.1;
}

function canStartCell(word: FlowWord, before: FlowWord | undefined): boolean {
  return (
    word.startsLine ||
    word.afterWideGap ||
    /^["“(]?[\p{Lu}\d]/u.test(word.text) ||
    /[.;]$/.test(before?.text ?? '')
  );
}

/**
 * Finds ways to cut the words of one row (one page of it) into cells, in the order of the columns; every cell
 * but the first may be blank.
 */
function cutPart(words: readonly FlowWord[], roles: readonly ColumnRole[], scoreCell: CellScorer): RowCut[] {
  const ends = words.flatMap((word, at) => (at > 0 && canStartCell(word, words[at - 1]) ? [at] : []));
  ends.push(words.length);
  const text = (from: number, to: number): string => joinFlowTokens(words.slice(from, to));
  let reached = new Map<number, RowCut[]>(
    ends.map((end) => [end, [{ cells: [text(0, end)], score: scoreCell(roles[0]!, text(0, end)) }]]),
  );
  for (const role of roles.slice(1)) {
    const next = new Map<number, RowCut[]>();
    const add = (at: number, cuts: RowCut[]): void => void next.set(at, [...(next.get(at) ?? []), ...cuts]);
    const nothing = scoreCell(role, '');
    for (const [from, cuts] of reached) {
      add(
        from,
        cuts.map((cut) => ({ cells: [...cut.cells, ''], score: cut.score + nothing })),
      );
      for (const to of ends) {
        if (to <= from || to - from > MAX_CELL_TOKENS) continue;
        const cell = text(from, to);
        const own = scoreCell(role, cell);
        if (own < -2) continue;
        add(
          to,
          cuts.map((cut) => ({
            cells: [...cut.cells, cell],
            score:
              cut.score +
              own +
              scoreOpening(
                words[from]!,
                cut.cells.slice(1).every((other) => other === ''),
              ),
          })),
        );
      }
    }
    reached = new Map([...next].map(([at, cuts]) => [at, selectBestCuts(cuts)]));
  }
  return reached.get(words.length) ?? [];
}

/** Scores the start of a tail: mostly where a line begins. */
const scoreTailOpening = (word: FlowWord): number => (word.startsLine ? 0.1 : -1.2);

/**
 * Finds where tails may end: cells share a line only if it is the last, or shorter than those that fill their
 * column.
 */
function findTailEnds(words: readonly FlowWord[]): number[] {
  const lengths = new Map<number, number>();
  for (const word of words) lengths.set(word.line, (lengths.get(word.line) ?? 0) + word.text.length + 1);
  const full = 0.75 * findMax(lengths.values());
  const last = words.at(-1)?.line;
  const ends = words.flatMap((word, at) =>
    at > 0 && (word.startsLine || word.line === last || lengths.get(word.line)! < full) ? [at] : [],
  );
  return [...ends, words.length];
}

/**
 * Finds ways to distribute what stands on the next page to the cells cut there, in the order of the columns.
 */
function cutTail(
  cut: RowCut,
  words: readonly FlowWord[],
  roles: readonly ColumnRole[],
  scoreCell: CellScorer,
): RowCut[] {
  const ends = findTailEnds(words);
  let reached = new Map<number, RowCut[]>([[0, [{ cells: [], score: cut.score }]]]);
  roles.forEach((role, column) => {
    const head = cut.cells[column]!;
    const next = new Map<number, RowCut[]>();
    const add = (at: number, cuts: RowCut[]): void => void next.set(at, [...(next.get(at) ?? []), ...cuts]);
    for (const [from, cuts] of reached) {
      add(
        from,
        cuts.map((one) => ({ cells: [...one.cells, head], score: one.score })),
      );
      for (const to of ends) {
        if (to <= from || (column > 0 && to - from > MAX_CELL_TOKENS)) continue;
        const tail = joinFlowTokens(words.slice(from, to));
        const entire = head === '' ? tail : `${head}\n${tail}`;
        const gain = scoreCell(role, entire) - scoreCell(role, head);
        if (gain < -3) continue;
        // A cell that begins on the next page only, below the contents' rest, is rare.
        const begins = head === '' ? -1.5 : 0;
        add(
          to,
          cuts.map((one) => ({
            cells: [...one.cells, entire],
            score: one.score + gain + begins + (from === 0 ? 0 : scoreTailOpening(words[from]!)),
          })),
        );
      }
    }
    reached = new Map([...next].map(([at, cuts]) => [at, selectBestCuts(cuts, MAX_CUTS_OVER_PAGES)]));
  });
  return reached.get(words.length) ?? [];
}

/** Cuts a row of running text into cells, in the order of the columns; the first column is never blank. */
export function segmentRow(
  parts: readonly (readonly FlowWord[])[],
  roles: readonly ColumnRole[],
  scoreCell: CellScorer,
): BestRowCut {
  const [first = [], ...rest] = parts;
  if (parts.reduce((sum, words) => sum + words.length, 0) > MAX_ROW_TOKENS)
    return {
      cells: [parts.map(joinFlowTokens).join('\n'), ...roles.slice(1).map(() => '')],
      score: -Infinity,
      margin: 0,
    };
  let cuts = selectBestCuts(cutPart(first, roles, scoreCell));
  for (const words of rest)
    cuts = selectBestCuts(
      cuts.slice(0, MAX_CUTS_OVER_PAGES).flatMap((cut) => cutTail(cut, words, roles, scoreCell)),
    );
  const [winner, second] = cuts;
  if (!winner)
    return {
      cells: [parts.map(joinFlowTokens).join('\n'), ...roles.slice(1).map(() => '')],
      score: 0,
      margin: 0,
    };
  return { ...winner, margin: second ? winner.score - second.score : 5 };
}
