// Compound files: the container of .doc, .xls and encrypted .docx/.xlsx.
// Source: [MS-CFB] 2.2 (header), 2.3 (FAT), 2.4 (mini FAT), 2.5 (DIFAT), 2.6 (directory entries).

const HEADER_SIZE = 512;
const FAT_IN_HEADER = 109;
const ENTRY_SIZE = 128;
const LAST_SECTOR = 0xfffffffa;
const NO_ENTRY = 0xffffffff;
/** An office file has a few dozen; a chain longer than this is a loop or a trap. */
const MAX_DIRECTORY_SECTORS = 256;

const CFB_MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Returns true if the bytes are a compound file. */
export function isCfb(bytes: Uint8Array): boolean {
  return bytes.length >= HEADER_SIZE && CFB_MAGIC.every((byte, index) => bytes[index] === byte);
}

type CfbEntry = { name: string; left: number; right: number; child: number; start: number; size: number };

/** Sectors of one size, and the table that says which follows which. */
type SectorChain = {
  sectorSize: number;
  getSector: (sector: number) => Uint8Array;
  findNext: (sector: number) => number;
};

type Cfb = {
  sectors: SectorChain;
  /** Streams below this size stand in the mini stream, whose sectors have a table of their own. */
  miniCutoff: number;
  miniShift: number;
  miniFatStart: number;
  /** What a truncated file no longer has is left out; an entry keeps its number. */
  entries: readonly (CfbEntry | undefined)[];
};

/** @returns null where the sectors have a size that the format does not know */
function openCfb(bytes: Uint8Array): Cfb | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return null;
  const sectorSize = 1 << shift;
  const getOffset = (sector: number): number => (sector + 1) * sectorSize;
  const fatSectors = listFatSectors(view, sectorSize, getOffset);
  const sectors: SectorChain = {
    sectorSize,
    getSector: (sector) => bytes.subarray(getOffset(sector), getOffset(sector) + sectorSize),
    findNext: (sector) => {
      const fatSector = fatSectors[Math.floor(sector / (sectorSize / 4))];
      const at = fatSector === undefined ? -1 : getOffset(fatSector) + 4 * (sector % (sectorSize / 4));
      return at >= 0 && at + 4 <= bytes.length ? view.getUint32(at, true) : LAST_SECTOR;
    },
  };
  const entries: (CfbEntry | undefined)[] = [];
  let sector = view.getUint32(48, true);
  for (let count = 0; sector < LAST_SECTOR && count < MAX_DIRECTORY_SECTORS; count++) {
    const start = getOffset(sector);
    for (let at = start; at < start + sectorSize; at += ENTRY_SIZE)
      entries.push(at + ENTRY_SIZE <= bytes.length ? readEntry(view, at) : undefined);
    sector = sectors.findNext(sector);
  }
  return {
    sectors,
    entries,
    miniShift: view.getUint16(32, true),
    miniCutoff: view.getUint32(56, true),
    miniFatStart: view.getUint32(60, true),
  };
}

/** Lists the sectors of the FAT: 109 in the header, those of large files in a chain of their own. */
function listFatSectors(view: DataView, sectorSize: number, getOffset: (sector: number) => number): number[] {
  const listed: number[] = [];
  const add = (from: number, count: number): void => {
    for (let index = 0; index < count && from + 4 * index + 4 <= view.byteLength; index++) {
      const sector = view.getUint32(from + 4 * index, true);
      if (sector < LAST_SECTOR) listed.push(sector);
    }
  };
  add(76, FAT_IN_HEADER);
  const perSector = sectorSize / 4 - 1;
  const maxSectors = Math.ceil(view.byteLength / sectorSize / sectorSize);
  let sector = view.getUint32(68, true);
  for (let count = 0; sector < LAST_SECTOR && count < maxSectors; count++) {
    const offset = getOffset(sector);
    add(offset, perSector);
    const next = offset + 4 * perSector;
    sector = next + 4 <= view.byteLength ? view.getUint32(next, true) : LAST_SECTOR;
  }
  return listed;
}

function readEntry(view: DataView, at: number): CfbEntry | undefined {
  const size = view.getUint16(at + 64, true);
  if (size < 2 || size > 64) return undefined;
  return {
    name: new TextDecoder('utf-16le').decode(new Uint8Array(view.buffer, view.byteOffset + at, size - 2)),
    left: view.getUint32(at + 68, true),
    right: view.getUint32(at + 72, true),
    child: view.getUint32(at + 76, true),
    start: view.getUint32(at + 116, true),
    size: view.getUint32(at + 120, true),
  };
}

/** Lists the names of all storages and streams; what a truncated file no longer has is left out. */
export function listCfbEntryNames(bytes: Uint8Array): string[] {
  return (openCfb(bytes)?.entries ?? []).flatMap((entry) => (entry ? [entry.name] : []));
}

/**
 * Returns the first stream of these names that stands at the root, where no embedded document has its own.
 *
 * @returns null where there is none, or where it is cut or its sectors run in a circle
 */
export function readCfbStream(bytes: Uint8Array, names: readonly string[]): Uint8Array | null {
  const cfb = openCfb(bytes);
  const root = cfb?.entries[0];
  if (!cfb || !root) return null;
  const atRoot = listSiblings(cfb.entries, root.child);
  const entry = names.flatMap((name) => atRoot.find((one) => one.name === name) ?? [])[0];
  if (!entry || entry.size > bytes.length) return null;
  if (entry.size >= cfb.miniCutoff) return readChain(cfb.sectors, entry.start, entry.size);
  const mini = openMiniSectors(cfb, root, bytes.length);
  return mini && readChain(mini, entry.start, entry.size);
}

function listSiblings(entries: Cfb['entries'], first: number): CfbEntry[] {
  const siblings: CfbEntry[] = [];
  const seen = new Set<number>([NO_ENTRY]);
  const waiting = [first];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = seen.has(index) ? undefined : entries[index];
    seen.add(index);
    if (!entry) continue;
    siblings.push(entry);
    waiting.push(entry.left, entry.right);
  }
  return siblings;
}

/** @returns null where the mini stream is damaged */
function openMiniSectors(cfb: Cfb, root: CfbEntry, fileSize: number): SectorChain | null {
  const stream = root.size <= fileSize ? readChain(cfb.sectors, root.start, root.size) : null;
  if (!stream) return null;
  const sectorSize = 1 << cfb.miniShift;
  const fat: Uint8Array[] = [];
  let sector = cfb.miniFatStart;
  for (let count = 0; sector < LAST_SECTOR && count * cfb.sectors.sectorSize < fileSize; count++) {
    fat.push(cfb.sectors.getSector(sector));
    sector = cfb.sectors.findNext(sector);
  }
  return {
    sectorSize,
    getSector: (index) => stream.subarray(index * sectorSize, (index + 1) * sectorSize),
    findNext: (index) => {
      const perSector = cfb.sectors.sectorSize / 4;
      const table = fat[Math.floor(index / perSector)];
      const at = 4 * (index % perSector);
      if (!table || at + 4 > table.length) return LAST_SECTOR;
      return new DataView(table.buffer, table.byteOffset).getUint32(at, true);
    },
  };
}

/** @returns null where the chain ends before the size is reached */
function readChain(
  { sectorSize, getSector, findNext }: SectorChain,
  start: number,
  size: number,
): Uint8Array | null {
  const stream = new Uint8Array(size);
  let sector = start;
  for (let at = 0; at < size; at += sectorSize) {
    const part = sector < LAST_SECTOR ? getSector(sector).subarray(0, size - at) : null;
    if (!part || part.length < Math.min(sectorSize, size - at)) return null;
    stream.set(part, at);
    sector = findNext(sector);
  }
  return stream;
}
