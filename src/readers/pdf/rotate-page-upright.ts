import { findMax } from '../../shared/min-max';
import type { Rule } from './geometry';
import type { Glyph, PageContent } from './read-page-content';

type QuarterTurn = Glyph['turn'];

/** Creates the mapping of points that makes text of a direction upright on a page of this size. */
function createUprightTransform(turn: QuarterTurn, width: number, height: number) {
  const turned: Record<QuarterTurn, (x: number, y: number) => [number, number]> = {
    0: (x, y) => [x, y],
    1: (x, y) => [y, width - x],
    2: (x, y) => [width - x, height - y],
    3: (x, y) => [height - y, x],
  };
  return turned[turn];
}

function rotateGlyphs(glyphs: readonly Glyph[], turn: QuarterTurn, width: number, height: number): Glyph[] {
  const move = createUprightTransform(turn, width, height);
  return glyphs.map((glyph) => {
    const [x, y] = move(glyph.x, glyph.y);
    return { ...glyph, x, y, turn: ((glyph.turn + 4 - turn) % 4) as QuarterTurn };
  });
}

/** Rotates characters written sideways inside an upright page; their positions are relative to each other. */
export function toUprightGlyphs(glyphs: readonly Glyph[], turn: QuarterTurn): Glyph[] {
  return rotateGlyphs(glyphs, turn, 0, 0);
}

export function findCommonTurn(glyphs: readonly Glyph[]): QuarterTurn {
  const counts = [0, 0, 0, 0];
  for (const glyph of glyphs) counts[glyph.turn]!++;
  return counts.indexOf(findMax(counts)) as QuarterTurn;
}

/** Rotates a landscape page that is printed sideways without /Rotate, so that its text is upright. */
export function rotatePageUpright(content: PageContent): PageContent {
  const turn = findCommonTurn(content.glyphs);
  if (turn === 0) return content;
  const { width, height } = content;
  const move = createUprightTransform(turn, width, height);
  const swap = turn % 2 === 1;
  const horizontal: Rule[] = [];
  const vertical: Rule[] = [];
  const add = (x0: number, y0: number, x1: number, y1: number): void => {
    const [ax, ay] = move(x0, y0);
    const [bx, by] = move(x1, y1);
    if (ay === by) horizontal.push({ at: ay, from: Math.min(ax, bx), to: Math.max(ax, bx) });
    else vertical.push({ at: ax, from: Math.min(ay, by), to: Math.max(ay, by) });
  };
  for (const { at, from, to } of content.rules.horizontal) add(from, at, to, at);
  for (const { at, from, to } of content.rules.vertical) add(at, from, at, to);
  const [e, f] = move(0, 0);
  const [ax, ay] = move(1, 0);
  const [bx, by] = move(0, 1);
  const [ma, mb, mc, md] = [ax - e, ay - f, bx - e, by - f];
  return {
    width: swap ? height : width,
    height: swap ? width : height,
    unreadable: content.unreadable,
    glyphs: rotateGlyphs(content.glyphs, turn, width, height),
    rules: { horizontal, vertical },
    images: content.images.map(({ source, matrix: [a, b, c, d, x, y] }) => ({
      source,
      matrix: [
        ma * a + mc * b,
        mb * a + md * b,
        ma * c + mc * d,
        mb * c + md * d,
        ma * x + mc * y + e,
        mb * x + md * y + f,
      ],
    })),
  };
}
