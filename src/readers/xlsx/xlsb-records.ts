// The records of a binary part of .xlsb. Source: [MS-XLSB] 2.1.4 (records), 2.5.122 (cells), 2.5.168 (strings).

/** Thrown inside the reader of .xlsb only: a record is shorter than what it says it holds. */
export class DamagedRecordError extends Error {}

/** Reads the values of one record in their order; never beyond its end. */
export type RecordReader = {
  skip: (bytes: number) => void;
  u8: () => number;
  u16: () => number;
  u24: () => number;
  u32: () => number;
  double: () => number;
  /** A wide string; one without a value is ''. */
  text: () => string;
};

const NO_STRING = 0xffffffff;

function createRecordReader(part: Uint8Array, start: number, end: number): RecordReader {
  const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
  let at = start;
  const take = (bytes: number): number => {
    const from = at;
    at += bytes;
    if (at > end) throw new DamagedRecordError();
    return from;
  };
  const u16 = (): number => view.getUint16(take(2), true);
  const u32 = (): number => view.getUint32(take(4), true);
  const u8 = (): number => view.getUint8(take(1));
  return {
    skip: take,
    u8,
    u16,
    u24: () => u16() + (u8() << 16),
    u32,
    double: () => view.getFloat64(take(8), true),
    text: () => {
      const length = u32();
      if (length === NO_STRING) return '';
      const from = take(2 * length);
      return new TextDecoder('utf-16le').decode(part.subarray(from, from + 2 * length));
    },
  };
}

/**
 * Calls `receive` with each record of a part; false ends the reading.
 * @throws {@link DamagedRecordError} where the part ends within a record
 */
export function scanXlsbRecords(
  part: Uint8Array,
  receive: (type: number, record: RecordReader) => boolean | void,
): void {
  let at = 0;
  const readVariable = (bytes: number): number => {
    let value = 0;
    for (let index = 0; index < bytes; index++) {
      const byte = part[at++];
      if (byte === undefined) throw new DamagedRecordError();
      value += (byte & 0x7f) << (7 * index);
      if ((byte & 0x80) === 0) break;
    }
    return value;
  };
  while (at < part.length) {
    const type = readVariable(2);
    const end = readVariable(4) + at;
    if (end > part.length) throw new DamagedRecordError();
    if (receive(type, createRecordReader(part, at, end)) === false) return;
    at = end;
  }
}

/** Decodes a number that is stored in 30 bits. Source: [MS-XLSB] 2.5.123. */
export function decodeRkNumber(stored: number): number {
  const isInteger = (stored & 2) !== 0;
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(4, (stored & ~3) >>> 0, true);
  const value = isInteger ? (stored | 0) >> 2 : view.getFloat64(0, true);
  return (stored & 1) !== 0 ? value / 100 : value;
}

/** The errors of a cell by their number. Source: [MS-XLSB] 2.5.97.2. */
const ERROR_TEXTS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};

export const getErrorText = (code: number): string => ERROR_TEXTS[code] ?? '#UNKNOWN!';
