import type { CellRange } from '@phuluc/ooxml/a1';

const ANCHOR_TAG = /<(\/?)(?:\w+:)?(?:twoCellAnchor|oneCellAnchor)(?=[\s>])/g;
const POSITION =
  /<(?:\w+:)?(from|to)>\s*<(?:\w+:)?col>\s*(\d+)\s*<\/(?:\w+:)?col>\s*<(?:\w+:)?colOff>\s*(-?\d+)\s*<\/(?:\w+:)?colOff>\s*<(?:\w+:)?row>\s*(\d+)\s*<\/(?:\w+:)?row>\s*<(?:\w+:)?rowOff>\s*(-?\d+)\s*</g;
/** A picture, handwriting, or words in a shape; a chart is none. */
const PICTURE = /<(?:\w+:)?(?:pic|contentPart)[\s>]|<a:t>[^<]*[^<\s]/;

/** The cells that an anchor covers; a picture that ends on a border covers nothing beyond it. */
function readAnchor(xml: string): CellRange | null {
  if (!PICTURE.test(xml)) return null;
  let range: CellRange | null = null;
  for (const [, which, column = '', columnOffset, row = '', rowOffset] of xml.matchAll(POSITION)) {
    const [left, top] = [Number(column), Number(row)];
    if (which === 'from') range = { top, left, bottom: top, right: left };
    else if (range) {
      range.bottom = Math.max(range.top, rowOffset === '0' ? top - 1 : top);
      range.right = Math.max(range.left, columnOffset === '0' ? left - 1 : left);
    }
  }
  return range;
}

/** Finds the cells that pictures, handwriting and text boxes of a drawing cover. Source: ECMA-376-1 §20.5. */
export function findDrawnPictures(xml: string): CellRange[] {
  const found: CellRange[] = [];
  let from = -1;
  for (const { index, 1: closing } of xml.matchAll(ANCHOR_TAG)) {
    if (closing === '') from = index;
    else if (from >= 0) {
      const range = readAnchor(xml.slice(from, index));
      if (range) found.push(range);
      from = -1;
    }
  }
  return found;
}
