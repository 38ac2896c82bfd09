const SECTOR_SIZE = 512;

/** A compound file that holds nothing but the names of its streams, its directory spread over several sectors. */
export function buildCfb(names: readonly string[]): Uint8Array {
  const all = ['Root Entry', ...names];
  const directorySectors = Math.ceil(all.length / 4);
  const bytes = new Uint8Array(SECTOR_SIZE * (2 + 2 * directorySectors));
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint32(48, 1, true);
  view.setUint32(76, 0, true);
  // Sector 0 is the FAT; the directory takes every other sector after it, as it may.
  for (let index = 0; index < directorySectors; index++) {
    const sector = 1 + 2 * index;
    const next = index === directorySectors - 1 ? 0xfffffffe : sector + 2;
    view.setUint32(SECTOR_SIZE + 4 * sector, next, true);
  }
  all.forEach((name, index) => {
    const at = SECTOR_SIZE * (2 + 2 * Math.floor(index / 4)) + 128 * (index % 4);
    [...name].forEach((char, i) => view.setUint16(at + 2 * i, char.charCodeAt(0), true));
    view.setUint16(at + 64, 2 * (name.length + 1), true);
  });
  return bytes;
}
