import { joinText } from '../../shared/text';

/** Positions where words meet, with both ends. */
function findWordBoundaries(text: string): number[] {
  const found = [0];
  for (let at = 1; at < text.length; at++) if (text[at] === ' ') found.push(at);
  return text === '' ? found : [...found, text.length];
}

/**
 * Cuts a clean text in two near a position, never inside a word, and only where joining gives the text back: a sign
 * as "05/KH- UBND", which joining would close up, stays whole.
 */
export function cutText(text: string, at: number): [before: string, after: string] {
  const near = findWordBoundaries(text).sort((a, b) => Math.abs(a - at) - Math.abs(b - at) || a - b);
  for (const cut of near) {
    const [before, after] = [text.slice(0, cut).trim(), text.slice(cut).trim()];
    if (joinText(before, after) === text) return [before, after];
  }
  return ['', text];
}

/** Words and neighbouring words of lines, each as often as it stands there. */
function countWords(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  words.forEach((word, at) => {
    const pair = at > 0 ? [`${words[at - 1]} ${word}`] : [];
    for (const one of [word, ...pair]) counts.set(one, (counts.get(one) ?? 0) + 1);
  });
  return counts;
}

const splitWords = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

function countLineWords(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines)
    for (const [word, times] of countWords(splitWords(line)))
      counts.set(word, (counts.get(word) ?? 0) + times);
  return counts;
}

/** How many of the words, and of their neighbourhoods, stand in the lines; each line's word serves once. */
function countCommonWords(words: readonly string[], lines: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [word, times] of countWords(words)) sum += Math.min(times, lines.get(word) ?? 0);
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
  const [above, below] = [countLineWords(earlier), countLineWords(later)];
  const words = splitWords(text);
  let best = { cut: words.length, score: -1 };
  for (let cut = words.length; cut >= 0; cut--) {
    const score = countCommonWords(words.slice(0, cut), above) + countCommonWords(words.slice(cut), below);
    if (score > best.score) best = { cut, score };
  }
  return cutText(text, words.slice(0, best.cut).join(' ').length);
}
