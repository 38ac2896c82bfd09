import type { Rule, Rules } from './geometry';

/** Dashes and dots of one rule lie no farther apart than this (points). */
const longestGap = 7;
/** Pieces of one rule lie on one line within this. */
const sameLine = 1;
/** What stays shorter is a letter's stroke or a speck. */
const shortest = 8;

/** Joins the pieces rules are drawn in: a stroke a cell, dashes, dots. */
function joinPieces(rules: readonly Rule[]): Rule[] {
  const joined: Rule[] = [];
  const sorted = [...rules].sort((a, b) => a.at - b.at);
  for (let start = 0; start < sorted.length;) {
    let end = start + 1;
    while (end < sorted.length && sorted[end]!.at - sorted[end - 1]!.at <= sameLine) end++;
    const group = sorted.slice(start, end).sort((a, b) => a.from - b.from);
    const at = group.reduce((sum, rule) => sum + rule.at, 0) / group.length;
    let open: Rule | null = null;
    for (const rule of group) {
      if (open && rule.from <= open.to + longestGap) open.to = Math.max(open.to, rule.to);
      else {
        open = { at, from: rule.from, to: rule.to };
        joined.push(open);
      }
    }
    start = end;
  }
  return joined.filter((rule) => rule.to - rule.from >= shortest);
}

/** Rules as a reader sees them, from the pieces they are drawn in. */
export function joinRules(rules: Rules): Rules {
  return {
    horizontal: joinPieces(rules.horizontal),
    vertical: joinPieces(rules.vertical),
  };
}
