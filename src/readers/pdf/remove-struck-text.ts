import { buildTextLines } from './build-text-lines';
import { closeGaps } from './close-gaps';
import type { Rule } from './geometry';
import type { Glyph, PageContent } from './read-page-content';

/** A strike goes through the body of the letters: this much of their height above the baseline. */
const MIN_STRIKE_HEIGHT = 0.12;
const MAX_STRIKE_HEIGHT = 0.45;
/** A strike begins and ends with its words; a table's rule does not. */
const MIN_COVERED_RATIO = 0.75;

function isRuleThroughGlyph(rule: Rule, glyph: Glyph): boolean {
  const above = (glyph.y - rule.at) / glyph.size;
  const middle = glyph.x + glyph.width / 2;
  return above >= MIN_STRIKE_HEIGHT && above <= MAX_STRIKE_HEIGHT && middle >= rule.from && middle <= rule.to;
}

/**
 * Removes words with a line drawn through them from a page: printed tracked changes, or words crossed out by hand.
 * `struck` has their text, a line each.
 */
export function removeStruckText(content: PageContent): { content: PageContent; struck: string[] } {
  const upright = content.glyphs.filter((glyph) => glyph.turn === 0).sort((a, b) => a.y - b.y);
  const removed = new Set<Glyph>();
  for (const rule of content.rules.horizontal) {
    let low = 0;
    for (let high = upright.length; low < high;) {
      const middle = (low + high) >> 1;
      if (upright[middle]!.y < rule.at) low = middle + 1;
      else high = middle;
    }
    const under: Glyph[] = [];
    // No letter is higher than this.
    for (let at = low; at < upright.length && upright[at]!.y <= rule.at + 40; at++)
      if (isRuleThroughGlyph(rule, upright[at]!)) under.push(upright[at]!);
    const covered = under.reduce((sum, glyph) => sum + glyph.width, 0);
    if (under.length > 0 && covered >= MIN_COVERED_RATIO * (rule.to - rule.from))
      under.forEach((glyph) => removed.add(glyph));
  }
  if (removed.size === 0) return { content, struck: [] };
  const struck = buildTextLines([...removed]).map((line) => line.words.map((word) => word.text).join(' '));
  return {
    content: { ...content, glyphs: closeGaps(content.glyphs, removed) },
    struck: struck.filter((text) => text !== ''),
  };
}
