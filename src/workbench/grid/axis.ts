/**
 * One axis of a sheet (rows or columns) in pixels: where each line starts, and which lines a stretch shows.
 * Hidden lines have no length.
 */
export type Axis = {
  readonly count: number;
  /** Start of a line; `start(count)` is the whole length. */
  start: (index: number) => number;
  size: (index: number) => number;
  /** The line at a distance from the start, within the axis. */
  at: (position: number) => number;
  /** Next line with a length in a direction, or the same one when there is none. */
  step: (index: number, by: 1 | -1) => number;
};

export function createAxis(count: number, sizeOf: (index: number) => number): Axis {
  const starts = new Float64Array(count + 1);
  for (let index = 0; index < count; index += 1) starts[index + 1] = (starts[index] ?? 0) + sizeOf(index);
  const start = (index: number): number => starts[Math.max(0, Math.min(index, count))] ?? 0;
  const size = (index: number): number => start(index + 1) - start(index);
  return {
    count,
    start,
    size,
    at: (position) => {
      let low = 0;
      let high = count - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (start(middle) <= position) low = middle;
        else high = middle - 1;
      }
      return low;
    },
    step: (index, by) => {
      let next = index + by;
      while (next >= 0 && next < count && size(next) === 0) next += by;
      return next < 0 || next >= count ? index : next;
    },
  };
}
