const SLICE_BYTES = 8;

/** Tables for eight bytes at a time: table n is for a byte that n bytes follow. */
const CRC_TABLES = ((): readonly Uint32Array[] => {
  const first = Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value >>> 0;
  });
  const all = [first];
  while (all.length < SLICE_BYTES) all.push(all.at(-1)!.map((value) => first[value & 255]! ^ (value >>> 8)));
  return all;
})();
const [T0, T1, T2, T3, T4, T5, T6, T7] = CRC_TABLES as [
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
];

/** Computes CRC-32 as zip uses it (polynomial 0xEDB88320). Pass the previous result to continue with the next chunk. */
export function crc32(bytes: Uint8Array, previous = 0): number {
  let value = ~previous;
  let at = 0;
  for (const end = bytes.length - (bytes.length % SLICE_BYTES); at < end; at += SLICE_BYTES) {
    value ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    value =
      T7[value & 255]! ^
      T6[(value >>> 8) & 255]! ^
      T5[(value >>> 16) & 255]! ^
      T4[value >>> 24]! ^
      T3[bytes[at + 4]!]! ^
      T2[bytes[at + 5]!]! ^
      T1[bytes[at + 6]!]! ^
      T0[bytes[at + 7]!]!;
  }
  for (; at < bytes.length; at++) value = (value >>> 8) ^ T0[(value ^ bytes[at]!) & 255]!;
  return ~value >>> 0;
}
