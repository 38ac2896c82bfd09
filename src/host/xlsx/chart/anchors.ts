import { MAX_COLUMNS, MAX_ROWS } from '../../model/address';
import { columnLeft, columnWidth, rowHeight, rowTop } from '../../model/geometry';
import type { SheetModel } from '../../model/types';
import { childNamed, numeric, tag, type XmlElement } from '../opc/xml';
import { emuToPoints, pointsToEmu } from '../units';

/** Points from the sheet's top left. */
export type Box = { left: number; top: number; width: number; height: number };

const round = (points: number): number => Number(points.toFixed(3));

type Marker = { column: number; row: number; x: number; y: number };

function readMarker(element: XmlElement | undefined): Marker {
  const number = (name: string): number => Number(childNamed(element, name)?.text ?? 0) || 0;
  return {
    column: Math.min(MAX_COLUMNS, Math.max(0, number('xdr:col'))),
    row: Math.min(MAX_ROWS, Math.max(0, number('xdr:row'))),
    x: emuToPoints(number('xdr:colOff')),
    y: emuToPoints(number('xdr:rowOff')),
  };
}

function markerPlace(sheet: SheetModel, { column, row, x, y }: Marker): { left: number; top: number } {
  return {
    left: columnLeft(sheet, column) + x,
    top: rowTop(sheet, row) + y,
  };
}

/** Where a drawing's anchor is, whichever of the three kinds it is. */
export function anchorBox(sheet: SheetModel, anchor: XmlElement): Box {
  const size = childNamed(anchor, 'xdr:ext');
  const corner = childNamed(anchor, 'xdr:pos');
  const from = corner
    ? { left: emuToPoints(numeric(corner, 'x') ?? 0), top: emuToPoints(numeric(corner, 'y') ?? 0) }
    : markerPlace(sheet, readMarker(childNamed(anchor, 'xdr:from')));
  const end = childNamed(anchor, 'xdr:to');
  const to = end ? markerPlace(sheet, readMarker(end)) : from;
  return {
    left: round(from.left),
    top: round(from.top),
    width: end ? round(to.left - from.left) : emuToPoints(numeric(size, 'cx') ?? 0),
    height: end ? round(to.top - from.top) : emuToPoints(numeric(size, 'cy') ?? 0),
  };
}

/** The cell a distance falls into, and what is left of it; hidden lines have no room. */
function locate(
  distance: number,
  size: (index: number) => number,
  last: number,
): { index: number; rest: number } {
  let rest = Math.max(0, distance);
  for (let index = 0; index < last; index++) {
    const own = size(index);
    if (rest < own || index === last - 1) return { index, rest: Math.min(rest, own) };
    rest -= own;
  }
  return { index: last - 1, rest: 0 };
}

function markerMarkup(name: string, sheet: SheetModel, left: number, top: number): string {
  const x = locate(left, (column) => columnWidth(sheet, column), MAX_COLUMNS);
  const y = locate(top, (row) => rowHeight(sheet, row), MAX_ROWS);
  return tag(
    name,
    {},
    tag('xdr:col', {}, String(x.index)),
    tag('xdr:colOff', {}, String(pointsToEmu(x.rest))),
    tag('xdr:row', {}, String(y.index)),
    tag('xdr:rowOff', {}, String(pointsToEmu(y.rest))),
  );
}

/** `from` and `to` of an anchor that moves and sizes with the cells. */
export function boxMarkup(sheet: SheetModel, { left, top, width, height }: Box): string {
  return (
    markerMarkup('xdr:from', sheet, left, top) + markerMarkup('xdr:to', sheet, left + width, top + height)
  );
}
