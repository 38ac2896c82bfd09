// Compound files: the container of .doc, .xls and encrypted .docx/.xlsx. Only the names of their streams are read.
// Source: [MS-CFB] 2.2 (header), 2.3 (FAT), 2.6 (directory entries).

const HEADER_SIZE = 512;
const FAT_IN_HEADER = 109;
const ENTRY_SIZE = 128;
const LAST_SECTOR = 0xfffffffa;
/** An office file has a few dozen; a chain longer than this is a loop or a trap. */
const MAX_DIRECTORY_SECTORS = 256;

const CFB_MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Returns true if the bytes are a compound file. */
export function isCfb(bytes: Uint8Array): boolean {
  return bytes.length >= HEADER_SIZE && CFB_MAGIC.every((byte, index) => bytes[index] === byte);
}

/** Lists the names of all storages and streams; what a truncated file no longer has is left out. */
export function listCfbEntryNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return [];
  const sectorSize = 1 << shift;
  const getSectorOffset = (sector: number): number => (sector + 1) * sectorSize;

  const findNextSector = (sector: number): number => {
    const inFat = Math.floor(sector / (sectorSize / 4));
    if (inFat >= FAT_IN_HEADER) return LAST_SECTOR;
    const fatSector = view.getUint32(76 + 4 * inFat, true);
    const at = getSectorOffset(fatSector) + 4 * (sector % (sectorSize / 4));
    return fatSector < LAST_SECTOR && at + 4 <= bytes.length ? view.getUint32(at, true) : LAST_SECTOR;
  };

  const names: string[] = [];
  let sector = view.getUint32(48, true);
  for (let count = 0; sector < LAST_SECTOR && count < MAX_DIRECTORY_SECTORS; count++) {
    const start = getSectorOffset(sector);
    for (let at = start; at < start + sectorSize && at + ENTRY_SIZE <= bytes.length; at += ENTRY_SIZE) {
      const size = view.getUint16(at + 64, true);
      if (size >= 2 && size <= 64)
        names.push(new TextDecoder('utf-16le').decode(bytes.subarray(at, at + size - 2)));
    }
    sector = findNextSector(sector);
  }
  return names;
}
