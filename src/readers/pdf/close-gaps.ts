import type { Glyph } from './read-page-content';

/** A character this close after removed ones was next to them (parts of its height). */
const MAX_NEIGHBOUR_GAP = 0.5;

/** Returns the remaining glyphs; those after removed ones know how wide these were. */
export function closeGaps(glyphs: readonly Glyph[], removed: ReadonlySet<Glyph>): Glyph[] {
  const remaining: Glyph[] = [];
  let run: { from: Glyph; to: Glyph } | null = null;
  for (const glyph of glyphs) {
    const sameLine: boolean = run !== null && Math.abs(glyph.y - run.to.y) < MAX_NEIGHBOUR_GAP * glyph.size;
    if (removed.has(glyph)) {
      run = { from: run && sameLine && glyph.x >= run.to.x ? run.from : glyph, to: glyph };
      continue;
    }
    const end: number = run ? run.to.x + run.to.width : 0;
    const near = run !== null && sameLine && Math.abs(glyph.x - end) <= MAX_NEIGHBOUR_GAP * glyph.size;
    remaining.push(run && near ? { ...glyph, struckBefore: end - run.from.x } : glyph);
    run = null;
  }
  return remaining;
}
