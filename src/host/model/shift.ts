import { MAX_COLUMNS, MAX_ROWS, contains, intersects } from './address';
import type { Area } from './types';

/**
 * Cells put in or taken out. `area` is the area inserted or deleted; along `axis` everything beyond it moves,
 * but only within the band of the area's other dimension (the whole sheet for whole rows or columns).
 */
export type Shift = { action: 'insert' | 'delete'; axis: 'row' | 'column'; area: Area };

export function wholeRows(top: number, bottom: number): Area {
  return {
    top,
    bottom,
    left: 0,
    right: MAX_COLUMNS - 1,
  };
}
export function wholeColumns(left: number, right: number): Area {
  return {
    top: 0,
    bottom: MAX_ROWS - 1,
    left,
    right,
  };
}
export const isWholeRows = (area: Area): boolean => area.left === 0 && area.right === MAX_COLUMNS - 1;
export const isWholeColumns = (area: Area): boolean => area.top === 0 && area.bottom === MAX_ROWS - 1;

type Span = { first: number; last: number };

export function spanOf(area: Area, axis: Shift['axis']): Span {
  return axis === 'row' ? { first: area.top, last: area.bottom } : { first: area.left, last: area.right };
}

function withSpan(area: Area, axis: Shift['axis'], { first, last }: Span): Area {
  return axis === 'row' ? { ...area, top: first, bottom: last } : { ...area, left: first, right: last };
}

export const lastIndex = (axis: Shift['axis']): number => (axis === 'row' ? MAX_ROWS : MAX_COLUMNS) - 1;

/** The part of the sheet that moves or could move: the band from the shift's start to the sheet's end. */
export function movingPart({ axis, area }: Shift): Area {
  return withSpan(area, axis, { first: spanOf(area, axis).first, last: lastIndex(axis) });
}

/** The band of the sheet that the shift runs along, from the sheet's beginning to its end. */
const bandOf = ({ axis, area }: Shift): Area => withSpan(area, axis, { first: 0, last: lastIndex(axis) });

/** First and last of a run of rows or columns after the shift; null when all of it is gone. */
export function adjustSpan(span: Span, shift: Shift): Span | null {
  const { first: start, last: end } = spanOf(shift.area, shift.axis);
  const count = end - start + 1;
  const limit = lastIndex(shift.axis);
  // A whole column stays a whole column however many rows come or go.
  if (span.first === 0 && span.last === limit) return span;
  if (shift.action === 'insert') {
    const first = span.first >= start ? span.first + count : span.first;
    const last = span.last >= start ? Math.min(span.last + count, limit) : span.last;
    return first > limit ? null : { first, last };
  }
  if (span.first >= start && span.last <= end) return null;
  return {
    first: span.first < start ? span.first : Math.max(start, span.first - count),
    last: span.last < start ? span.last : Math.max(start - 1, span.last - count),
  };
}

/**
 * Where an area is after the shift, as Excel adjusts references: an area that lies wholly in the band moves,
 * grows or shrinks; one that only partly does stays; null when its cells are gone.
 */
export function adjustArea(area: Area, shift: Shift): Area | null {
  if (!contains(bandOf(shift), area)) return area;
  const span = adjustSpan(spanOf(area, shift.axis), shift);
  return span && withSpan(area, shift.axis, span);
}

/**
 * The same for what belongs to cells one by one (validations, conditional formats): an area only partly in the
 * band is cut, and the part inside moves.
 */
export function adjustPieces(area: Area, shift: Shift): Area[] {
  const moving = movingPart(shift);
  if (!intersects(area, moving)) return [area];
  if (contains(bandOf(shift), area)) {
    const moved = adjustArea(area, shift);
    return moved ? [moved] : [];
  }
  const cross = shift.axis === 'row' ? 'column' : 'row';
  const band = spanOf(shift.area, cross);
  const own = spanOf(area, cross);
  const pieces: Area[] = [];
  if (own.first < band.first) pieces.push(withSpan(area, cross, { first: own.first, last: band.first - 1 }));
  const inside = adjustArea(
    withSpan(area, cross, {
      first: Math.max(own.first, band.first),
      last: Math.min(own.last, band.last),
    }),
    shift,
  );
  if (inside) pieces.push(inside);
  if (own.last > band.last) pieces.push(withSpan(area, cross, { first: band.last + 1, last: own.last }));
  return pieces;
}

function joined(a: Area, b: Area): Area | null {
  const beside =
    a.top === b.top && a.bottom === b.bottom && (a.right + 1 === b.left || b.right + 1 === a.left);
  const stacked =
    a.left === b.left && a.right === b.right && (a.bottom + 1 === b.top || b.bottom + 1 === a.top);
  return beside || stacked
    ? {
        top: Math.min(a.top, b.top),
        left: Math.min(a.left, b.left),
        bottom: Math.max(a.bottom, b.bottom),
        right: Math.max(a.right, b.right),
      }
    : null;
}

/** Areas that make up one rectangle put together, so that cut pieces which meet again are one again. */
export function joinAreas(areas: readonly Area[]): Area[] {
  const rest = [...areas];
  for (let index = 0; index < rest.length; index += 1) {
    for (let other = index + 1; other < rest.length; other += 1) {
      const whole = joined(rest[index]!, rest[other]!);
      if (!whole) continue;
      rest[index] = whole;
      rest.splice(other, 1);
      other = index;
    }
  }
  return rest;
}
