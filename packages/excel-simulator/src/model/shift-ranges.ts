import { areRangesIntersecting, containsRange, MAX_SHEET_COLUMNS, MAX_SHEET_ROWS } from '@phuluc/ooxml/a1';
import type { CellRange } from './types';

/**
 * Inserted or deleted cells. `area` is the area inserted or deleted; along `axis` everything beyond it moves,
 * but only within the band of the area's other dimension (the entire sheet for entire rows or columns).
 */
export type Shift = { action: 'insert' | 'delete'; axis: 'row' | 'column'; area: CellRange };

export function createEntireRows(top: number, bottom: number): CellRange {
  return {
    top,
    bottom,
    left: 0,
    right: MAX_SHEET_COLUMNS - 1,
  };
}
export function createEntireColumns(left: number, right: number): CellRange {
  return {
    top: 0,
    bottom: MAX_SHEET_ROWS - 1,
    left,
    right,
  };
}
export const isEntireRows = (area: CellRange): boolean =>
  area.left === 0 && area.right === MAX_SHEET_COLUMNS - 1;
export const isEntireColumns = (area: CellRange): boolean =>
  area.top === 0 && area.bottom === MAX_SHEET_ROWS - 1;

type Span = { first: number; last: number };

export function getSpan(area: CellRange, axis: Shift['axis']): Span {
  return axis === 'row' ? { first: area.top, last: area.bottom } : { first: area.left, last: area.right };
}

function replaceSpan(area: CellRange, axis: Shift['axis'], { first, last }: Span): CellRange {
  return axis === 'row' ? { ...area, top: first, bottom: last } : { ...area, left: first, right: last };
}

export const getLastIndex = (axis: Shift['axis']): number =>
  (axis === 'row' ? MAX_SHEET_ROWS : MAX_SHEET_COLUMNS) - 1;

/** Returns the part of the sheet that may move: the band from the shift's start to the sheet's end. */
export function getMovingRange({ axis, area }: Shift): CellRange {
  return replaceSpan(area, axis, { first: getSpan(area, axis).first, last: getLastIndex(axis) });
}

/** Returns the band of the sheet that the shift runs along, from the sheet's beginning to its end. */
const getBandRange = ({ axis, area }: Shift): CellRange =>
  replaceSpan(area, axis, { first: 0, last: getLastIndex(axis) });

/**
 * Returns first and last of a run of rows or columns after the shift.
 * @returns null when all of it is deleted.
 */
export function adjustSpan(span: Span, shift: Shift): Span | null {
  const { first: start, last: end } = getSpan(shift.area, shift.axis);
  const count = end - start + 1;
  const limit = getLastIndex(shift.axis);
  // An entire column stays an entire column however many rows are inserted or deleted.
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
 * Returns an area after the shift, as Excel adjusts references: an area that lies entirely in the band moves,
 * grows or shrinks; one that lies partly in it stays.
 * @returns null when its cells are deleted.
 */
export function adjustRange(area: CellRange, shift: Shift): CellRange | null {
  if (!containsRange(getBandRange(shift), area)) return area;
  const span = adjustSpan(getSpan(area, shift.axis), shift);
  return span && replaceSpan(area, shift.axis, span);
}

/**
 * Returns an area after the shift for things that belong to single cells (validations, conditional formats):
 * an area only partly in the band is cut, and the part inside moves.
 */
export function adjustAndSplitRange(area: CellRange, shift: Shift): CellRange[] {
  const moving = getMovingRange(shift);
  if (!areRangesIntersecting(area, moving)) return [area];
  if (containsRange(getBandRange(shift), area)) {
    const moved = adjustRange(area, shift);
    return moved ? [moved] : [];
  }
  const cross = shift.axis === 'row' ? 'column' : 'row';
  const band = getSpan(shift.area, cross);
  const span = getSpan(area, cross);
  const parts: CellRange[] = [];
  if (span.first < band.first)
    parts.push(replaceSpan(area, cross, { first: span.first, last: band.first - 1 }));
  const inside = adjustRange(
    replaceSpan(area, cross, {
      first: Math.max(span.first, band.first),
      last: Math.min(span.last, band.last),
    }),
    shift,
  );
  if (inside) parts.push(inside);
  if (span.last > band.last) parts.push(replaceSpan(area, cross, { first: band.last + 1, last: span.last }));
  return parts;
}

function joinPair(a: CellRange, b: CellRange): CellRange | null {
  const sideBySide =
    a.top === b.top && a.bottom === b.bottom && (a.right + 1 === b.left || b.right + 1 === a.left);
  const stacked =
    a.left === b.left && a.right === b.right && (a.bottom + 1 === b.top || b.bottom + 1 === a.top);
  return sideBySide || stacked
    ? {
        top: Math.min(a.top, b.top),
        left: Math.min(a.left, b.left),
        bottom: Math.max(a.bottom, b.bottom),
        right: Math.max(a.right, b.right),
      }
    : null;
}

/** Joins areas that make up one rectangle, so that parts which meet again become one area. */
export function joinRanges(areas: readonly CellRange[]): CellRange[] {
  const rest = [...areas];
  for (let index = 0; index < rest.length; index += 1) {
    for (let other = index + 1; other < rest.length; other += 1) {
      const joined = joinPair(rest[index]!, rest[other]!);
      if (!joined) continue;
      rest[index] = joined;
      rest.splice(other, 1);
      other = index;
    }
  }
  return rest;
}
