import { joinLines } from '../../shared/text';

/** Finds the positions between words, with both ends. */
function findWordBoundaries(text: string): number[] {
  const found = [0];
  for (let at = 1; at < text.length; at++) if (/\s/.test(text[at] ?? '')) found.push(at);
  return text === '' ? found : [...found, text.length];
}

/**
 * Cuts a clean text in two near a position, never inside a word, and only where joining gives the text back: a sign
 * as "05/KH- UBND", which joining would close up, stays whole. At a line end it may always be cut.
 */
export function cutText(text: string, at: number): [before: string, after: string] {
  const near = findWordBoundaries(text).sort((a, b) => Math.abs(a - at) - Math.abs(b - at) || a - b);
  for (const cut of near) {
    const [before, after] = [text.slice(0, cut).trim(), text.slice(cut).trim()];
    if (text[cut] === '\n' || joinLines(before, after) === text) return [before, after];
  }
  return ['', text];
}

/** Counts words and pairs of neighbouring words. */
function countTokens(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  tokens.forEach((word, at) => {
    const pair = at > 0 ? [`${tokens[at - 1]} ${word}`] : [];
    for (const one of [word, ...pair]) counts.set(one, (counts.get(one) ?? 0) + 1);
  });
  return counts;
}

const splitIntoTokens = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

function countLineTokens(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines)
    for (const [word, times] of countTokens(splitIntoTokens(line)))
      counts.set(word, (counts.get(word) ?? 0) + times);
  return counts;
}

/** Counts how many of the words and pairs are in the lines; each line's word counts once. */
function countCommonTokens(tokens: readonly string[], lines: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [word, times] of countTokens(tokens)) sum += Math.min(times, lines.get(word) ?? 0);
  return sum;
}

/**
 * Cuts a clean text between what stands in the earlier and what stands in the later lines of its source. A text that
 * fits both as well stays before the cut.
 */
export function cutTextAtLine(
  text: string,
  earlier: readonly string[],
  later: readonly string[],
): [before: string, after: string] {
  const [above, below] = [countLineTokens(earlier), countLineTokens(later)];
  const tokens = splitIntoTokens(text);
  let best = { cut: tokens.length, score: -1 };
  for (let cut = tokens.length; cut >= 0; cut--) {
    const score =
      countCommonTokens(tokens.slice(0, cut), above) + countCommonTokens(tokens.slice(cut), below);
    if (score > best.score) best = { cut, score };
  }
  return cutText(text, tokens.slice(0, best.cut).join(' ').length);
}
