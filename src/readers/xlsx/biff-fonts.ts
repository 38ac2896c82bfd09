import { createStoredFont, type StoredFont } from './cell-fonts';

/** From the character at `at` on, a text is in the font of this index. */
export type FontIndexRun = { at: number; font: number };

/** Versions of the format whose records differ. */
export type BiffVersion = 'biff8' | 'biff5' | 'older';

const getView = (record: Uint8Array): DataView =>
  new DataView(record.buffer, record.byteOffset, record.byteLength);

/** Where the length of a font's name stands. */
const NAME_OFFSET: Readonly<Record<BiffVersion, number>> = { biff8: 14, biff5: 14, older: 6 };
const SCRIPT_OFFSET = 8;

/** Reads a font. Source: [MS-XLS] 2.4.122. */
export function readBiffFont(record: Uint8Array, version: BiffVersion): StoredFont {
  const offset = NAME_OFFSET[version];
  if (record.length <= offset) return createStoredFont(0, 0);
  const view = getView(record);
  const script = version === 'older' ? 0 : view.getUint16(SCRIPT_OFFSET, true);
  const length = record[offset]!;
  const start = offset + (version === 'biff8' ? 2 : 1);
  const isWide = version === 'biff8' && (record[offset + 1]! & WIDE_FLAG) !== 0;
  const bytes = record.subarray(start, start + length * (isWide ? 2 : 1));
  const name = isWide ? new TextDecoder('utf-16le').decode(bytes) : String.fromCharCode(...bytes);
  return createStoredFont(view.getUint16(2, true), script, name);
}

/** Returns a font by the index that records have for it: there is no fourth one. Source: [MS-XLS] 2.5.129. */
export function findBiffFont(fonts: readonly StoredFont[], index: number): StoredFont | undefined {
  return fonts[index < 4 ? index : index - 1];
}

const WIDE_FLAG = 1;
const EXTENDED_FLAG = 4;
const RICH_FLAG = 8;

/** Thrown inside this module only: the texts end before they should. */
class TextsEndError extends Error {}

/** Reads until the texts end; damage is the library's to report. */
function readToEnd(read: () => void): void {
  try {
    read();
  } catch (reason) {
    if (!(reason instanceof TextsEndError)) throw reason;
  }
}

/** Reads values that may stand in several records, each of which continues the one before it. */
function createContinuedReader(segments: readonly Uint8Array[]) {
  let index = 0;
  let at = 0;
  const getRest = (): number => (segments[index]?.length ?? 0) - at;
  const openNext = (): void => {
    index++;
    at = 0;
    if (index >= segments.length) throw new TextsEndError();
  };
  const u8 = (): number => {
    while (getRest() <= 0) openNext();
    return segments[index]![at++]!;
  };
  const u16 = (): number => u8() + (u8() << 8);
  return {
    u8,
    u16,
    u32: () => u16() + u16() * 0x10000,
    skip: (bytes: number): void => {
      for (let left = bytes; left > 0;) {
        while (getRest() <= 0) openNext();
        const step = Math.min(left, getRest());
        at += step;
        left -= step;
      }
    },
    /** Passes over letters; where they go on in another record, that says how wide they are. */
    skipLetters: (count: number, wide: boolean): void => {
      let width = wide ? 2 : 1;
      for (let left = count; left > 0;) {
        if (getRest() < width) {
          openNext();
          width = (u8() & WIDE_FLAG) !== 0 ? 2 : 1;
          continue;
        }
        const step = Math.min(left, Math.floor(getRest() / width));
        at += step * width;
        left -= step;
      }
    },
  };
}

const COUNTS_SIZE = 8;

/**
 * Reads the fonts of the workbook's texts from the record of shared texts and those that continue it: for each text in
 * more than one font its runs, by its index. Source: [MS-XLS] 2.4.265, 2.5.293.
 */
export function readSharedRuns(segments: readonly Uint8Array[]): Map<number, FontIndexRun[]> {
  const found = new Map<number, FontIndexRun[]>();
  const reader = createContinuedReader(segments);
  readToEnd(() => {
    reader.skip(COUNTS_SIZE);
    for (let index = 0; ; index++) {
      const length = reader.u16();
      const flags = reader.u8();
      const count = (flags & RICH_FLAG) !== 0 ? reader.u16() : 0;
      const extended = (flags & EXTENDED_FLAG) !== 0 ? reader.u32() : 0;
      reader.skipLetters(length, (flags & WIDE_FLAG) !== 0);
      const runs: FontIndexRun[] = [];
      for (let run = 0; run < count; run++) runs.push({ at: reader.u16(), font: reader.u16() });
      if (runs.length > 0) found.set(index, runs);
      reader.skip(extended);
    }
  });
  return found;
}

/** Reads the fonts of a text that stands in its cell (`record` from the text's length on). Source: [MS-XLS] 2.4.233. */
export function readRichLabelRuns(record: Uint8Array, version: BiffVersion): FontIndexRun[] {
  const reader = createContinuedReader([record]);
  const runs: FontIndexRun[] = [];
  readToEnd(() => {
    const length = reader.u16();
    const isWide = version === 'biff8' && (reader.u8() & WIDE_FLAG) !== 0;
    reader.skipLetters(length, isWide);
    const read = version === 'biff8' ? reader.u16 : reader.u8;
    for (let count = read(); count > 0; count--) runs.push({ at: read(), font: read() });
  });
  return runs;
}
