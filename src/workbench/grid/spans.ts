import type { Axis } from './axis';

/** Lines first…last (inclusive) of an axis, drawn with the given distance added to their place. */
export type Span = { first: number; last: number; shift: number };

/**
 * The lines of an axis that a window shows: the frozen ones, which stay, and those of the scrolled part.
 * `scroll` and `length` in pixels, the frozen part included in the length.
 */
export function getVisibleSpans(
  axis: Axis,
  frozen: number,
  scroll: number,
  length: number,
): { frozen: Span | null; scrolled: Span } {
  const edge = axis.start(frozen);
  const first = Math.max(frozen, axis.at(edge + scroll));
  const last = Math.max(first, axis.at(scroll + Math.max(length, edge)));
  return {
    frozen: frozen > 0 ? { first: 0, last: frozen - 1, shift: 0 } : null,
    scrolled: { first, last, shift: -scroll },
  };
}

/** The scroll that brings a line into the window, or the present one when it is already whole in it. */
export function getScrollOffset(
  axis: Axis,
  frozen: number,
  index: number,
  scroll: number,
  length: number,
): number {
  if (index < frozen) return scroll;
  const edge = axis.start(frozen);
  const start = axis.start(index) - edge;
  const end = axis.start(index + 1) - length;
  if (start < scroll) return start;
  return end > scroll ? Math.min(end, start) : scroll;
}
