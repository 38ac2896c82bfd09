import type { CellRange } from '@phuluc/ooxml/a1';
import { concatenateChunks } from '@phuluc/ooxml/zip/concatenate-chunks';
import { readUint } from './biff-records';

/** Records of a drawing by [MS-ODRAW] 2.2; the anchor is that of [MS-XLS] 2.5.193. */
const SHAPE = 0xf004;
const SHAPE_KIND = 0xf00a;
const ANCHOR = 0xf010;

/** `msosptPictureFrame`; a note is a text box of its own kind. */
const PICTURE_FRAME = 75;

const HEADER_SIZE = 8;
const ANCHOR_SIZE = 18;
/** Groups stand in groups; deeper ones are no drawing of a workbook. */
const MAX_DEPTH = 12;
const MAX_PICTURES = 10_000;

/** Version bits of a record that holds others. */
const isContainer = (bytes: Uint8Array, at: number): boolean => (readUint(bytes, at, 2) & 0xf) === 0xf;

/** The cells of an anchor; a picture that ends on a border covers nothing beyond it. */
function readAnchor(bytes: Uint8Array, at: number): CellRange {
  const read = (offset: number): number => readUint(bytes, at + offset, 2);
  const [left, top, right, bottom] = [read(2), read(6), read(10), read(14)];
  return {
    top,
    left,
    bottom: Math.max(top, read(16) === 0 ? bottom - 1 : bottom),
    right: Math.max(left, read(12) === 0 ? right - 1 : right),
  };
}

type Part = { type: number; at: number; from: number; to: number };

/** Lists the records between two places; one that is cut ends the list. */
function listParts(bytes: Uint8Array, from: number, to: number): Part[] {
  const parts: Part[] = [];
  for (let at = from; at + HEADER_SIZE <= to;) {
    const end = at + HEADER_SIZE + readUint(bytes, at + 4, 4);
    parts.push({ type: readUint(bytes, at + 2, 2), at, from: at + HEADER_SIZE, to: Math.min(end, to) });
    at = end;
  }
  return parts;
}

function readShape(bytes: Uint8Array, parts: readonly Part[]): CellRange | null {
  const kind = parts.find(({ type }) => type === SHAPE_KIND);
  const anchor = parts.find(({ type, from, to }) => type === ANCHOR && to - from >= ANCHOR_SIZE);
  const isPicture = kind !== undefined && readUint(bytes, kind.at, 2) >> 4 === PICTURE_FRAME;
  return isPicture && anchor ? readAnchor(bytes, anchor.from) : null;
}

/** Finds the cells that the pictures of a sheet of an old workbook cover, by the records of its drawing. */
export function findBiffPictures(records: readonly Uint8Array[]): CellRange[] {
  const drawing = concatenateChunks(records);
  const found: CellRange[] = [];
  const visit = (from: number, to: number, depth: number): void => {
    for (const part of listParts(drawing, from, to)) {
      if (found.length >= MAX_PICTURES) return;
      if (part.type === SHAPE) {
        const range = readShape(drawing, listParts(drawing, part.from, part.to));
        if (range) found.push(range);
      } else if (isContainer(drawing, part.at) && depth < MAX_DEPTH) visit(part.from, part.to, depth + 1);
    }
  };
  visit(0, drawing.length, 0);
  return found;
}
