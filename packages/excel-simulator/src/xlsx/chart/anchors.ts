import { MAX_SHEET_COLUMNS, MAX_SHEET_ROWS } from '@phuluc/ooxml/a1';
import { writeElement } from '@phuluc/ooxml/xml/write-xml';
import { findChild, readNumberAttribute, type XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import { getColumnLeft, getColumnWidthInPoints, getRowHeightInPoints, getRowTop } from '../../model/geometry';
import type { SheetModel } from '../../model/types';
import { convertEmuToPoints, convertPointsToEmu } from '../units';

/** Points from the sheet's top left. */
export type DrawingBox = { left: number; top: number; width: number; height: number };

const roundPoints = (points: number): number => Number(points.toFixed(3));

type AnchorMarker = { column: number; row: number; x: number; y: number };

function readMarker(element: XmlElement | undefined): AnchorMarker {
  const number = (name: string): number => Number(findChild(element, name)?.text ?? 0) || 0;
  return {
    column: Math.min(MAX_SHEET_COLUMNS, Math.max(0, number('xdr:col'))),
    row: Math.min(MAX_SHEET_ROWS, Math.max(0, number('xdr:row'))),
    x: convertEmuToPoints(number('xdr:colOff')),
    y: convertEmuToPoints(number('xdr:rowOff')),
  };
}

function getMarkerPosition(
  sheet: SheetModel,
  { column, row, x, y }: AnchorMarker,
): { left: number; top: number } {
  return {
    left: getColumnLeft(sheet, column) + x,
    top: getRowTop(sheet, row) + y,
  };
}

/** Where a drawing's anchor is, whichever of the three kinds it is. */
export function readAnchorBox(sheet: SheetModel, anchor: XmlElement): DrawingBox {
  const size = findChild(anchor, 'xdr:ext');
  const corner = findChild(anchor, 'xdr:pos');
  const from = corner
    ? {
        left: convertEmuToPoints(readNumberAttribute(corner, 'x') ?? 0),
        top: convertEmuToPoints(readNumberAttribute(corner, 'y') ?? 0),
      }
    : getMarkerPosition(sheet, readMarker(findChild(anchor, 'xdr:from')));
  const end = findChild(anchor, 'xdr:to');
  const to = end ? getMarkerPosition(sheet, readMarker(end)) : from;
  return {
    left: roundPoints(from.left),
    top: roundPoints(from.top),
    width: end ? roundPoints(to.left - from.left) : convertEmuToPoints(readNumberAttribute(size, 'cx') ?? 0),
    height: end ? roundPoints(to.top - from.top) : convertEmuToPoints(readNumberAttribute(size, 'cy') ?? 0),
  };
}

/** The cell a distance falls into, and what is left of it; hidden lines have no room. */
function locateDistance(
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

function writeMarker(name: string, sheet: SheetModel, left: number, top: number): string {
  const x = locateDistance(left, (column) => getColumnWidthInPoints(sheet, column), MAX_SHEET_COLUMNS);
  const y = locateDistance(top, (row) => getRowHeightInPoints(sheet, row), MAX_SHEET_ROWS);
  return writeElement(
    name,
    {},
    writeElement('xdr:col', {}, String(x.index)),
    writeElement('xdr:colOff', {}, String(convertPointsToEmu(x.rest))),
    writeElement('xdr:row', {}, String(y.index)),
    writeElement('xdr:rowOff', {}, String(convertPointsToEmu(y.rest))),
  );
}

/** `from` and `to` of an anchor that moves and sizes with the cells. */
export function writeAnchorMarkers(sheet: SheetModel, { left, top, width, height }: DrawingBox): string {
  return writeMarker('xdr:from', sheet, left, top) + writeMarker('xdr:to', sheet, left + width, top + height);
}
