import type { CellRange } from '@phuluc/ooxml/a1';
import { appendAll } from '../../shared/append-all';
import { findBiffPictures } from './biff-drawings';
import {
  BEGIN_RECORDS,
  BIFF,
  type BiffRecord,
  CELL_RECORDS,
  FONT_RECORDS,
  FORMULA_RECORDS,
  listContinued,
  readUint,
  scanBiffRecords,
  STYLE_RECORDS,
} from './biff-records';
import { type CellFonts, createFontScanner, getCellKey, type SheetFonts } from './scan-biff-fonts';

/** What else the library needs to give cells as they are shown. */
const OTHER_NEEDED: ReadonlySet<number> = new Set([
  BIFF.end,
  BIFF.sheet,
  BIFF.sharedTexts,
  0x0000, // Dimensions
  0x0200,
  0x0007, // String: the text of a formula
  0x0207,
  0x0008, // Row
  0x0208,
  0x001e, // Format
  0x041e,
  0x0022, // Date1904
  0x002f, // FilePass: a workbook with a password
  0x0042, // CodePage
  0x007d, // ColInfo
  0x00e5, // MergeCells
]);

/** A record that the library passes over (CRN): what it must not see becomes one. */
const PASSED_OVER = 0x005a;

/** Where a formula says how long it is, in any version; the versions with something else there never use it. */
const FORMULA_LENGTH_AT = 16;
const FORMULA_LENGTH_END = 22;

/** What a sheet's entry says of it: whether it is shown, and its kind; both are 0 for a visible sheet of cells. */
const VISIBILITY_AT = 4;
const VISIBILITY_BITS = 3;
const SHEET_KIND_AT = 5;

/** Row, column and style of a cell; over a shorter record the library takes what follows for the cell, and may never end. */
const MIN_CELL_BYTES = 6;

export type PreparedBiff = {
  stream: Uint8Array;
  isHidden: (sheet: number) => boolean;
  /** Finds the fonts of a cell in which one matters: struck through, raised, or of a legacy encoding. */
  findFonts: (sheet: number, row: number, column: number) => CellFonts | undefined;
  /** The cells that pictures of a sheet cover. */
  findPictures: (sheet: number) => CellRange[];
};

/**
 * Prepares the stream of an old workbook for the library: it sees only the records that cells are read from, and no
 * formulas, over whose damaged counts it may loop without end. The fonts, which it does not read, are read here.
 *
 * @returns null for a damaged stream: a record is cut, a cell has no place, or a sheet is not where it should be
 */
export function prepareBiff(given: Uint8Array): PreparedBiff | null {
  const stream = given.slice();
  const fonts = createFontScanner();
  const sheets = new Map<number, SheetFonts>();
  /** Where sheets should begin, and whether each is hidden; of those with cells, where they must begin. */
  const positions = new Map<number, boolean>();
  const required = new Set<number>();
  /** The drawing of each sheet, in the pieces that records hold. */
  const drawings = new Map<number, Uint8Array[]>();
  let sheet: SheetFonts = new Map();
  let drawing: Uint8Array[] = [];
  let isPassedOver = false;
  let isDamaged = false;
  const receive = (record: BiffRecord, depth: number): void => {
    const { type, at, data } = record;
    if (type !== BIFF.continue) isPassedOver = !isNeeded(type);
    if (CELL_RECORDS.has(type) && data().length < MIN_CELL_BYTES) isDamaged = true;
    if (BEGIN_RECORDS.has(type)) {
      if (depth === 0) {
        sheets.set(at, (sheet = new Map()));
        drawings.set(at, (drawing = []));
      }
      fonts.begin(record);
    } else if (type === BIFF.sheet) {
      const position = readUint(data(), 0, 4);
      positions.set(position, ((data()[VISIBILITY_AT] ?? 0) & VISIBILITY_BITS) !== 0);
      if (data()[SHEET_KIND_AT] === 0) required.add(position);
    } else if (type === BIFF.sharedTexts) fonts.setSharedTexts(listContinued(stream, record));
    else if (FONT_RECORDS.has(type)) fonts.addFont(record);
    else if (STYLE_RECORDS.has(type)) fonts.addStyle(record);
    else if (depth === 1 && type === BIFF.drawing) appendAll(drawing, listContinued(stream, record));
    else if (depth === 1 && CELL_RECORDS.has(type)) fonts.scanCell(record, sheet);
    if (FORMULA_RECORDS.has(type)) data().fill(0, FORMULA_LENGTH_AT, FORMULA_LENGTH_END);
    if (isPassedOver) stream.set([PASSED_OVER, 0], at);
  };
  if (!scanBiffRecords(stream, receive) || isDamaged) return null;
  if ([...required].some((position) => !sheets.has(position))) return null;
  // Before Excel 5 a file was one sheet, and its records name none.
  const order = positions.size > 0 ? [...positions.keys()].sort((a, b) => a - b) : [...sheets.keys()];
  return {
    stream,
    isHidden: (index) => positions.get(order[index] ?? -1) === true,
    findFonts: (index, row, column) => sheets.get(order[index] ?? -1)?.get(getCellKey(row, column)),
    findPictures: (index) => findBiffPictures(drawings.get(order[index] ?? -1) ?? []),
  };
}

function isNeeded(type: number): boolean {
  return (
    BEGIN_RECORDS.has(type) || STYLE_RECORDS.has(type) || CELL_RECORDS.has(type) || OTHER_NEEDED.has(type)
  );
}
