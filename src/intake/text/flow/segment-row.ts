import type { ColumnRole } from '../../assemble/header-words';
import type { CellWorth } from './cell-worth';
import { textOfWords, type FlowWord } from './flow-lines';

/** The cells of a row, by column; and how well they fit (see `cellWorth`), boundaries included. */
export type Segmented = { cells: string[]; worth: number };

/** The best way to cut a row into cells, and how much better it is than the next one that differs. */
export type BestCut = Segmented & { margin: number };

/** How many ways to cut are kept at each place; and, of those of one page, for the next. */
const kept = 12;
const keptOverPages = 8;
const mostWords = 260;
const longestCell = 40;

function best(cuts: Segmented[], most = kept): Segmented[] {
  return cuts.length <= 1 ? cuts : cuts.sort((a, b) => b.worth - a.worth).slice(0, most);
}

/** Cells mostly begin where a line does, or behind a wide blank. */
function opening(word: FlowWord, afterContent: boolean): number {
  if (word.leads) return 0.4;
  if (word.wide) return 0.6;
  return afterContent ? -0.8 : -0.1;
}

function mayOpen(word: FlowWord, before: FlowWord | undefined): boolean {
  return word.leads || word.wide || /^["“(]?[\p{Lu}\d]/u.test(word.text) || /[.;]$/.test(before?.text ?? '');
}

/**
 * Ways to cut the words of one row (one page of it) into cells, in the order of the columns; every cell but the
 * first may be blank.
 */
function cutPart(words: readonly FlowWord[], roles: readonly ColumnRole[], worth: CellWorth): Segmented[] {
  const ends = words.flatMap((word, at) => (at > 0 && mayOpen(word, words[at - 1]) ? [at] : []));
  ends.push(words.length);
  const text = (from: number, to: number): string => textOfWords(words.slice(from, to));
  let reached = new Map<number, Segmented[]>(
    ends.map((end) => [end, [{ cells: [text(0, end)], worth: worth(roles[0]!, text(0, end)) }]]),
  );
  for (const role of roles.slice(1)) {
    const next = new Map<number, Segmented[]>();
    const add = (at: number, cuts: Segmented[]): void =>
      void next.set(at, [...(next.get(at) ?? []), ...cuts]);
    const nothing = worth(role, '');
    for (const [from, cuts] of reached) {
      add(
        from,
        cuts.map((cut) => ({ cells: [...cut.cells, ''], worth: cut.worth + nothing })),
      );
      for (const to of ends) {
        if (to <= from || to - from > longestCell) continue;
        const cell = text(from, to);
        const own = worth(role, cell);
        if (own < -2) continue;
        add(
          to,
          cuts.map((cut) => ({
            cells: [...cut.cells, cell],
            worth:
              cut.worth +
              own +
              opening(
                words[from]!,
                cut.cells.slice(1).every((other) => other === ''),
              ),
          })),
        );
      }
    }
    reached = new Map([...next].map(([at, cuts]) => [at, best(cuts)]));
  }
  return reached.get(words.length) ?? [];
}

/** Tails mostly begin where a line does. */
const tailOpening = (word: FlowWord): number => (word.leads ? 0.1 : -1.2);

/** Cells share a line only where it is the last, or shorter than those that fill their column. */
function tailEnds(words: readonly FlowWord[]): number[] {
  const lengths = new Map<number, number>();
  for (const word of words) lengths.set(word.line, (lengths.get(word.line) ?? 0) + word.text.length + 1);
  const full = 0.75 * Math.max(...lengths.values());
  const last = words.at(-1)?.line;
  const ends = words.flatMap((word, at) =>
    at > 0 && (word.leads || word.line === last || lengths.get(word.line)! < full) ? [at] : [],
  );
  return [...ends, words.length];
}

/** Ways to give what stands on the next page to the cells cut there, in the order of the columns. */
function cutTail(
  cut: Segmented,
  words: readonly FlowWord[],
  roles: readonly ColumnRole[],
  worth: CellWorth,
): Segmented[] {
  const ends = tailEnds(words);
  let reached = new Map<number, Segmented[]>([[0, [{ cells: [], worth: cut.worth }]]]);
  roles.forEach((role, column) => {
    const head = cut.cells[column]!;
    const next = new Map<number, Segmented[]>();
    const add = (at: number, cuts: Segmented[]): void =>
      void next.set(at, [...(next.get(at) ?? []), ...cuts]);
    for (const [from, cuts] of reached) {
      add(
        from,
        cuts.map((one) => ({ cells: [...one.cells, head], worth: one.worth })),
      );
      for (const to of ends) {
        if (to <= from || (column > 0 && to - from > longestCell)) continue;
        const tail = textOfWords(words.slice(from, to));
        const whole = head === '' ? tail : `${head}\n${tail}`;
        const gain = worth(role, whole) - worth(role, head);
        if (gain < -3) continue;
        // A cell that begins on the next page only, below the contents' rest, is rare.
        const begins = head === '' ? -1.5 : 0;
        add(
          to,
          cuts.map((one) => ({
            cells: [...one.cells, whole],
            worth: one.worth + gain + begins + (from === 0 ? 0 : tailOpening(words[from]!)),
          })),
        );
      }
    }
    reached = new Map([...next].map(([at, cuts]) => [at, best(cuts, keptOverPages)]));
  });
  return reached.get(words.length) ?? [];
}

/** Cuts a row of running text into cells, in the order of the columns; the first column is never blank. */
export function segmentRow(
  parts: readonly (readonly FlowWord[])[],
  roles: readonly ColumnRole[],
  worth: CellWorth,
): BestCut {
  const [first = [], ...rest] = parts;
  if (parts.reduce((sum, words) => sum + words.length, 0) > mostWords)
    return {
      cells: [parts.map(textOfWords).join('\n'), ...roles.slice(1).map(() => '')],
      worth: -Infinity,
      margin: 0,
    };
  let cuts = best(cutPart(first, roles, worth));
  for (const words of rest)
    cuts = best(cuts.slice(0, keptOverPages).flatMap((cut) => cutTail(cut, words, roles, worth)));
  const [winner, second] = cuts;
  if (!winner)
    return {
      cells: [parts.map(textOfWords).join('\n'), ...roles.slice(1).map(() => '')],
      worth: 0,
      margin: 0,
    };
  return { ...winner, margin: second ? winner.worth - second.worth : 5 };
}
