import { applyMatrix, getBoundingBox, type Matrix, type Rules } from './geometry';

/** Opcodes inside the path buffer of `constructPath`. */
const DRAW_OPCODES = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 } as const;

const MAX_THIN_SIDE = 3;
/** Returns true if a filled area is thin enough for a rule: Word and Chromium draw borders so, up to 6 pt. */
function isThinArea(short: number, long: number): boolean {
  return short <= MAX_THIN_SIDE || (short <= 7 && long >= 8 * short);
}
/** Strokes wider than this paint areas. */
const MAX_STROKE_WIDTH = 8;
/** Rules may lean by this much over their length (points). */
const MAX_LEAN = 1;

function addStrokeRule(rules: Rules, x0: number, y0: number, x1: number, y1: number): void {
  const dx = Math.abs(x1 - x0);
  const dy = Math.abs(y1 - y0);
  if (dx >= dy && dy <= MAX_LEAN)
    rules.horizontal.push({ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) });
  else if (dx <= MAX_LEAN)
    rules.vertical.push({ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) });
}

function addFillRules(rules: Rules, points: [number, number][]): void {
  if (points.length < 2) return;
  const { x0, y0, x1, y1 } = getBoundingBox(points);
  const [width, height] = [x1 - x0, y1 - y0];
  // The dots and dashes of broken lines are thin both ways: they may belong to either direction.
  if (isThinArea(height, width)) rules.horizontal.push({ at: (y0 + y1) / 2, from: x0, to: x1 });
  if (isThinArea(width, height)) rules.vertical.push({ at: (x0 + x1) / 2, from: y0, to: y1 });
}

/**
 * Adds the straight rules of one painted path.
 *
 * @param buffer pdf.js's drawing opcodes and their coordinates in user space
 * @throws on opcodes it does not know: a sign that pdf.js was changed without this file
 */
export function addPathRules(
  rules: Rules,
  buffer: Float32Array,
  ctm: Matrix,
  painting: { stroke: boolean; fill: boolean; lineWidth: number },
): void {
  const width = painting.lineWidth * Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]));
  const stroked = painting.stroke && width <= MAX_STROKE_WIDTH;
  let points: [number, number][] = [];
  let straight = true;
  const end = (): void => {
    if (painting.fill && straight) addFillRules(rules, points);
    points = [];
    straight = true;
  };
  for (let at = 0; at < buffer.length;) {
    const op = buffer[at++];
    const last = points.at(-1);
    if (op === DRAW_OPCODES.moveTo) {
      end();
      points.push(applyMatrix(ctm, buffer[at]!, buffer[at + 1]!));
      at += 2;
    } else if (op === DRAW_OPCODES.lineTo) {
      const point = applyMatrix(ctm, buffer[at]!, buffer[at + 1]!);
      if (stroked && last) addStrokeRule(rules, ...last, ...point);
      points.push(point);
      at += 2;
    } else if (op === DRAW_OPCODES.curveTo || op === DRAW_OPCODES.quadraticCurveTo) {
      at += op === DRAW_OPCODES.curveTo ? 6 : 4;
      points.push(applyMatrix(ctm, buffer[at - 2]!, buffer[at - 1]!));
      straight = false;
    } else if (op === DRAW_OPCODES.closePath) {
      const first = points[0];
      if (stroked && last && first) addStrokeRule(rules, ...last, ...first);
    } else throw new Error(`Unknown path opcode ${op}`);
  }
  end();
}
