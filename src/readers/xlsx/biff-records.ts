/** Records of .xls by [MS-XLS] 2.3; the older versions of a record have numbers of their own. */
export const BIFF = {
  begin: 0x0809,
  end: 0x000a,
  continue: 0x003c,
  style: 0x00e0,
  sheet: 0x0085,
  sharedTexts: 0x00fc,
  sharedLabel: 0x00fd,
  richLabel: 0x00d6,
  numberRow: 0x00bd,
  drawing: 0x00ec,
} as const;

export const BEGIN_RECORDS: ReadonlySet<number> = new Set([0x0009, 0x0209, 0x0409, BIFF.begin]);
export const FORMULA_RECORDS: ReadonlySet<number> = new Set([0x0006, 0x0206, 0x0406]);
export const FONT_RECORDS: ReadonlySet<number> = new Set([0x0031, 0x0231]);
export const STYLE_RECORDS: ReadonlySet<number> = new Set([BIFF.style, 0x0043, 0x0243, 0x0443]);

/** Label, Number, RK, BoolErr and those that hold several, a formula or a shared or rich text. */
export const CELL_RECORDS: ReadonlySet<number> = new Set([
  ...FORMULA_RECORDS,
  ...[0x0002, 0x0003, 0x0004, 0x0005, 0x0203, 0x0204, 0x0205, 0x027e],
  ...[BIFF.sharedLabel, BIFF.richLabel, BIFF.numberRow],
]);

/** `at`: where the record begins; `data`: what it holds, without its type and length. */
export type BiffRecord = { type: number; at: number; data: () => Uint8Array };

const HEADER_SIZE = 4;

/** Reads a number, lowest byte first; bytes that are missing are 0. */
export function readUint(bytes: Uint8Array, at: number, size: 1 | 2 | 4): number {
  let value = 0;
  for (let index = size - 1; index >= 0; index--) value = value * 0x100 + (bytes[at + index] ?? 0);
  return value;
}

/**
 * Calls `receive` with each record of a workbook, up to the end of its last sheet; what stands behind is no record.
 *
 * @returns false where a record or a sheet is cut
 */
export function scanBiffRecords(
  stream: Uint8Array,
  receive: (record: BiffRecord, depth: number) => void,
): boolean {
  let depth = 0;
  for (let at = 0; at + HEADER_SIZE <= stream.length;) {
    const start = at;
    const type = readUint(stream, start, 2);
    const end = start + HEADER_SIZE + readUint(stream, start + 2, 2);
    if (depth === 0 && !BEGIN_RECORDS.has(type)) break;
    if (end > stream.length) return false;
    if (type === BIFF.end) depth--;
    receive({ type, at: start, data: () => stream.subarray(start + HEADER_SIZE, end) }, depth);
    if (BEGIN_RECORDS.has(type)) depth++;
    at = end;
  }
  return depth === 0;
}

/** Lists what a record holds and those right behind that continue it. */
export function listContinued(stream: Uint8Array, { at: start, data }: BiffRecord): Uint8Array[] {
  const segments = [data()];
  let at = start + HEADER_SIZE + segments[0]!.length;
  while (at + HEADER_SIZE <= stream.length && readUint(stream, at, 2) === BIFF.continue) {
    const end = at + HEADER_SIZE + readUint(stream, at + 2, 2);
    segments.push(stream.subarray(at + HEADER_SIZE, end));
    at = end;
  }
  return segments;
}
