import { findMax, findMin } from '../../shared/min-max';
import type { Bitmap } from './bitmap';
import { applyMatrix, type Matrix } from './geometry';

/** A straight rule in a picture, as its two ends on the page. */
export type Stroke = { x0: number; y0: number; x1: number; y1: number };

/** Lengths in points: what is shorter may be a letter; what is thicker is a picture. */
const MIN_RUN_LENGTH = 7;
const MIN_SCANNED_RULE_LENGTH = 28;
const MAX_RULE_THICKNESS = 6;
/** Specks of paper in a rule. */
const MAX_SPECK_GAP = 0.5;
/** A rule's ink may skip this many lines of the picture. */
const MAX_SKIPPED_LINES = 2;

/** A page of a table stays far below these; more is a pattern or a photograph without rules. */
const MAX_RUNS = 500_000;
const MAX_ACTIVE_RULES = 2000;

/** The part of a rule on one line of the picture: which line, and from where to where. */
type InkRun = { line: number; from: number; to: number };
type RuleTrace = { runs: InkRun[] };

/**
 * Finds unbroken ink along one line of the picture, with at most `gap` specks of paper. It checks one position in
 * `shortest`, since no run that counts lies between two of them.
 */
function findInkRuns(
  dark: Uint8Array,
  start: number,
  step: number,
  length: number,
  shortest: number,
  gap: number,
): [from: number, to: number][] {
  const runs: [number, number][] = [];
  const reach = (from: number, direction: 1 | -1): number => {
    let last = from;
    for (let at = from + direction; at >= 0 && at < length && Math.abs(at - last) <= gap + 1; at += direction)
      if (dark[start + at * step] === 1) last = at;
    return last;
  };
  for (let at = shortest - 1; at < length;) {
    let seed = at;
    while (seed > at - gap && dark[start + seed * step] !== 1) seed--;
    if (dark[start + seed * step] !== 1) {
      at += shortest;
      continue;
    }
    const [from, to] = [reach(seed, -1), reach(seed, 1)];
    if (to - from + 1 >= shortest) runs.push([from, to]);
    at = to + gap + 1 + shortest;
  }
  return runs;
}

/**
 * Follows long runs from one line of the picture to the next: a rule is a thin chain of them. A slightly skewed rule
 * is a staircase of runs, one or two lines each.
 */
function traceRules(
  bitmap: Bitmap,
  horizontal: boolean,
  perPoint: number,
): [number, number, number, number][] {
  const { width, height, dark } = bitmap;
  const [lines, length] = horizontal ? [height, width] : [width, height];
  const [lineStep, step] = horizontal ? [width, 1] : [1, width];
  const [shortest, gap] = [
    Math.max(2, Math.round(MIN_RUN_LENGTH * perPoint)),
    Math.max(1, Math.round(MAX_SPECK_GAP * perPoint)),
  ];
  const finished: RuleTrace[] = [];
  let active: RuleTrace[] = [];
  const isTouched = ({ runs }: RuleTrace, run: InkRun): boolean => {
    for (
      let index = runs.length - 1;
      index >= 0 && runs[index]!.line >= run.line - MAX_SKIPPED_LINES;
      index--
    )
      if (run.from <= runs[index]!.to + gap && run.to >= runs[index]!.from - gap) return true;
    return false;
  };
  let runCount = 0;
  for (let line = 0; line < lines; line++) {
    for (const [from, to] of findInkRuns(dark, line * lineStep, step, length, shortest, gap)) {
      if (++runCount > MAX_RUNS || active.length > MAX_ACTIVE_RULES) return [];
      const run = { line, from, to };
      const [first, ...others] = active.filter((one) => isTouched(one, run));
      if (!first) active.push({ runs: [run] });
      else {
        for (const other of others)
          first.runs = [...first.runs, ...other.runs].sort((a, b) => a.line - b.line);
        if (others.length > 0) active = active.filter((one) => !others.includes(one));
        first.runs.push(run);
      }
    }
    for (const trace of active) if (trace.runs.at(-1)!.line < line - MAX_SKIPPED_LINES) finished.push(trace);
    active = active.filter(({ runs }) => runs.at(-1)!.line >= line - MAX_SKIPPED_LINES);
  }
  return [...finished, ...active].flatMap(({ runs }) => {
    const from = findMin(runs.map((run) => run.from));
    const to = findMax(runs.map((run) => run.to));
    const ink = runs.reduce((sum, run) => sum + run.to - run.from + 1, 0);
    const long = to - from + 1;
    if (long < MIN_SCANNED_RULE_LENGTH * perPoint || ink > long * MAX_RULE_THICKNESS * perPoint) return [];
    // Where it lies at its ends: the mean line of the runs that reach them.
    const lineAt = (reaches: (run: InkRun) => boolean): number => {
      const ends = runs.filter(reaches);
      return ends.reduce((sum, run) => sum + run.line, 0) / ends.length;
    };
    return [[from, lineAt((run) => run.from <= from + gap), to, lineAt((run) => run.to >= to - gap)]];
  });
}

/** Finds the rules in a picture of a page; `matrix` maps the unit square (y up) to the page. */
export function findScannedRules(
  bitmap: Bitmap,
  matrix: Matrix,
): { horizontal: Stroke[]; vertical: Stroke[] } {
  const { width, height } = bitmap;
  const points = Math.hypot(matrix[0], matrix[1]);
  const perPoint = points > 0 ? width / points : 1;
  const place = (x: number, y: number): [number, number] =>
    applyMatrix(matrix, (x + 0.5) / width, 1 - (y + 0.5) / height);
  const stroke = (ax: number, ay: number, bx: number, by: number): Stroke => {
    const [x0, y0] = place(ax, ay);
    const [x1, y1] = place(bx, by);
    return { x0, y0, x1, y1 };
  };
  const strokes = [
    ...traceRules(bitmap, true, perPoint).map(([ax, ay, bx, by]) => stroke(ax, ay, bx, by)),
    ...traceRules(bitmap, false, perPoint).map(([ay, ax, by, bx]) => stroke(ax, ay, bx, by)),
  ];
  // A picture may be rotated: the direction of a rule on the page counts.
  const isLevel = ({ x0, y0, x1, y1 }: Stroke): boolean => Math.abs(x1 - x0) >= Math.abs(y1 - y0);
  return { horizontal: strokes.filter(isLevel), vertical: strokes.filter((one) => !isLevel(one)) };
}
