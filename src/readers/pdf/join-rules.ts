import type { Rule, Rules } from './geometry';

/** Dashes and dots of one rule lie no farther apart than this (points). */
const MAX_DASH_GAP = 7;
/** Pieces of one rule lie on one line within this. */
const LINE_TOLERANCE = 1;
/** What stays shorter is a letter's stroke or a speck. */
const MIN_RULE_LENGTH = 8;

/** Joins the pieces rules are drawn in: a stroke a cell, dashes, dots. */
function joinRuleParts(rules: readonly Rule[]): Rule[] {
  const joined: Rule[] = [];
  const sorted = [...rules].sort((a, b) => a.at - b.at);
  for (let start = 0; start < sorted.length;) {
    let end = start + 1;
    while (end < sorted.length && sorted[end]!.at - sorted[end - 1]!.at <= LINE_TOLERANCE) end++;
    const group = sorted.slice(start, end).sort((a, b) => a.from - b.from);
    const at = group.reduce((sum, rule) => sum + rule.at, 0) / group.length;
    let open: Rule | null = null;
    for (const rule of group) {
      if (open && rule.from <= open.to + MAX_DASH_GAP) open.to = Math.max(open.to, rule.to);
      else {
        open = { at, from: rule.from, to: rule.to };
        joined.push(open);
      }
    }
    start = end;
  }
  return joined.filter((rule) => rule.to - rule.from >= MIN_RULE_LENGTH);
}

/** Rules as a reader sees them, from the pieces they are drawn in. */
export function joinRules(rules: Rules): Rules {
  return {
    horizontal: joinRuleParts(rules.horizontal),
    vertical: joinRuleParts(rules.vertical),
  };
}
