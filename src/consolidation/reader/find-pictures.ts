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

const ODS_TAG =
  /<(\/?)(table:table|table:table-row|table:table-cell|table:covered-table-cell|draw:frame|draw:object|draw:custom-shape)(?=[\s/>])([^>]*?)(\/?)>/g;
const SHEET_NAME = /table:name="([^"]*)"/;
const REPEATED = /table:number-(?:rows|columns)-repeated="(\d+)"/;

/** Finds the cells that hold pictures in the content of an .ods file, by the names of its sheets as they are stored. */
export function findOdsPictures(xml: string): Map<string, CellRange[]> {
  const sheets = new Map<string, CellRange[]>();
  let pictures: CellRange[] = [];
  let [row, column, nextRow, nextColumn] = [0, 0, 0, 0];
  let isCell = false;
  let isObject = false;
  const add = (): void => {
    if (isCell && !isObject) pictures.push({ top: row, left: column, bottom: row, right: column });
  };
  for (const [, closing, name, attributes = '', empty] of xml.matchAll(ODS_TAG)) {
    const isOpening = closing === '';
    const isEnd = !isOpening || empty !== '';
    const count = Number(REPEATED.exec(attributes)?.[1] ?? 1);
    switch (name) {
      case 'table:table':
        if (!isOpening) break;
        sheets.set(SHEET_NAME.exec(attributes)?.[1] ?? '', (pictures = []));
        nextRow = 0;
        break;
      case 'table:table-row':
        if (!isOpening) break;
        row = nextRow;
        nextRow += count;
        nextColumn = 0;
        break;
      case 'draw:object':
        isObject = true;
        break;
      case 'draw:frame':
        if (isOpening) isObject = false;
        if (isEnd) add();
        break;
      case 'draw:custom-shape':
        isObject = false;
        if (isOpening) add();
        break;
      default:
        if (isOpening) {
          column = nextColumn;
          nextColumn += count;
        }
        isCell = !isEnd;
    }
  }
  return sheets;
}
