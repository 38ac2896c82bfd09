import { getFontEncoding } from '../legacy/font-encoding';
import {
  type BiffVersion,
  findBiffFont,
  type FontIndexRun,
  readBiffFont,
  readRichLabelRuns,
  readSharedRuns,
} from './biff-fonts';
import { BIFF, type BiffRecord, readUint } from './biff-records';
import type { FontRun, StoredFont } from './cell-fonts';

/** The fonts of a cell's text: of its first characters, and of those after them. */
export type CellFonts = { font: StoredFont | undefined; runs: FontRun[] };

/** Cells by row and column. */
export type SheetFonts = Map<number, CellFonts>;

const ROW_STEP = 0x10000;
export const getCellKey = (row: number, column: number): number => row * ROW_STEP + column;

const BIFF8_VERSION = 0x0600;
/** A cell's number, with its style before it, in a record of several. */
const NUMBER_SIZE = 6;
const CELL_HEADER = 6;

/** Returns true if a reader has to know of the font: struck through, raised, or of a legacy encoding. */
function isNotable(font: StoredFont | undefined): boolean {
  return font !== undefined && (font.struck || font.raised || getFontEncoding(font.name) !== null);
}

/** Gathers, record by record, the fonts of the cells in which one matters. */
export function createFontScanner() {
  let version: BiffVersion = 'biff8';
  const fonts: StoredFont[] = [];
  /** The font of a style, by the style's index. */
  const styles: number[] = [];
  let shared = new Map<number, FontIndexRun[]>();

  const addCell = (
    sheet: SheetFonts,
    key: number,
    style: number,
    runs: readonly FontIndexRun[] = [],
  ): void => {
    const font = findBiffFont(fonts, styles[style] ?? 0);
    const found = runs.map((run) => ({ at: run.at, font: findBiffFont(fonts, run.font) }));
    if (isNotable(font) || found.some((run) => isNotable(run.font))) sheet.set(key, { font, runs: found });
  };

  return {
    /** Reads what the beginning of a workbook or sheet says of the version. */
    begin: ({ type, data }: BiffRecord): void => {
      if (type !== BIFF.begin) version = 'older';
      else version = readUint(data(), 0, 2) === BIFF8_VERSION ? 'biff8' : 'biff5';
    },
    addFont: ({ data }: BiffRecord): void => void fonts.push(readBiffFont(data(), version)),
    addStyle: ({ type, data }: BiffRecord): void =>
      void styles.push(readUint(data(), 0, type === BIFF.style ? 2 : 1)),
    setSharedTexts: (segments: readonly Uint8Array[]): void => {
      shared = readSharedRuns(segments);
    },
    scanCell: (record: BiffRecord, sheet: SheetFonts): void => {
      const data = record.data();
      const row = readUint(data, 0, 2);
      const column = readUint(data, 2, 2);
      const style = readUint(data, 4, 2);
      if (record.type === BIFF.numberRow) {
        for (let at = 4, offset = 0; at + NUMBER_SIZE <= data.length; at += NUMBER_SIZE, offset++)
          addCell(sheet, getCellKey(row, column + offset), readUint(data, at, 2));
      } else if (record.type === BIFF.sharedLabel)
        addCell(sheet, getCellKey(row, column), style, shared.get(readUint(data, CELL_HEADER, 4)));
      else if (record.type === BIFF.richLabel)
        addCell(
          sheet,
          getCellKey(row, column),
          style,
          readRichLabelRuns(data.subarray(CELL_HEADER), version),
        );
      else addCell(sheet, getCellKey(row, column), style);
    },
  };
}
