import type { Rule, Rules } from './geometry';

/** Largest gap between the dashes or dots of one rule (points). */
const MAX_DASH_GAP = 7;
/** Parts of one rule are on one line within this distance. */
const LINE_TOLERANCE = 1;
/** Shorter ones are strokes of letters or specks. */
const MIN_RULE_LENGTH = 8;

/** Joins the parts that rules are drawn in: a stroke for each cell, dashes, dots. */
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

/** Joins rules that are drawn in parts. */
export function joinRules(rules: Rules): Rules {
  return {
    horizontal: joinRuleParts(rules.horizontal),
    vertical: joinRuleParts(rules.vertical),
  };
}
