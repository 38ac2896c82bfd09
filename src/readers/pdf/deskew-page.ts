import type { Stroke } from './find-scanned-rules';
import type { Rules } from './geometry';
import type { Glyph, PageContent } from './read-page-content';

/** Skew in radians below which a page stays as it is: half a letter over a page. */
const MIN_SKEW = 0.001;
/** No scan is skewed more than this; it would be another drawing. */
const MAX_SKEW = 0.06;

/** Finds the median of the leans, weighted by length. */
function findMedianLean(leans: readonly { lean: number; length: number }[]): number {
  const likely = leans.filter(({ lean }) => Math.abs(lean) < MAX_SKEW).sort((a, b) => a.lean - b.lean);
  const half = likely.reduce((sum, { length }) => sum + length, 0) / 2;
  let reached = 0;
  return likely.find(({ length }) => (reached += length) >= half)?.lean ?? 0;
}

function measureRuleLeans(strokes: readonly Stroke[]): { lean: number; length: number }[] {
  return strokes
    .filter(({ x0, x1 }) => Math.abs(x1 - x0) > 60)
    .map(({ x0, y0, x1, y1 }) => ({ lean: (y1 - y0) / (x1 - x0), length: Math.abs(x1 - x0) }));
}

/** Measures the lean from each character to one a few letters later in the same line of the file. */
function measureTextLeans(glyphs: readonly Glyph[]): { lean: number; length: number }[] {
  return glyphs.flatMap((glyph, index) => {
    const next = glyphs[index + 12];
    if (!next) return [];
    const [dx, dy] = [next.x - glyph.x, next.y - glyph.y];
    return dx > 3 * glyph.size && Math.abs(dy) < 0.6 * glyph.size ? [{ lean: dy / dx, length: dx }] : [];
  });
}

/** Straightens a scanned page: its rules, and its characters with them. */
export function deskewPage(
  content: PageContent,
  strokes: { horizontal: Stroke[]; vertical: Stroke[] },
): PageContent {
  const rules = measureRuleLeans(strokes.horizontal);
  const skew = findMedianLean(rules.length > 2 ? rules : measureTextLeans(content.glyphs));
  const turned = Math.abs(skew) > MIN_SKEW;
  const [cos, sin] = turned ? [Math.cos(-skew), Math.sin(-skew)] : [1, 0];
  const turn = (x: number, y: number): [number, number] => [x * cos - y * sin, x * sin + y * cos];
  const straight: Rules = {
    horizontal: strokes.horizontal.map(({ x0, y0, x1, y1 }) => {
      const [[ax, ay], [bx, by]] = [turn(x0, y0), turn(x1, y1)];
      return { at: (ay + by) / 2, from: Math.min(ax, bx), to: Math.max(ax, bx) };
    }),
    vertical: strokes.vertical.map(({ x0, y0, x1, y1 }) => {
      const [[ax, ay], [bx, by]] = [turn(x0, y0), turn(x1, y1)];
      return { at: (ax + bx) / 2, from: Math.min(ay, by), to: Math.max(ay, by) };
    }),
  };
  return {
    ...content,
    rules: {
      horizontal: [...content.rules.horizontal, ...straight.horizontal],
      vertical: [...content.rules.vertical, ...straight.vertical],
    },
    glyphs: turned
      ? content.glyphs.map((glyph) => {
          const [x, y] = turn(glyph.x, glyph.y);
          return { ...glyph, x, y };
        })
      : content.glyphs,
  };
}
