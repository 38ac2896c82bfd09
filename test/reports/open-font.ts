/** Reads what a test needs of a TrueType file: which glyph a letter has and how wide it is, in thousandths. */
export function openFont(file: Buffer): { advance(letter: string): number | null } {
  const tables = new Map<string, number>();
  for (let at = 12; at < 12 + 16 * file.readUInt16BE(4); at += 16) {
    tables.set(file.toString('latin1', at, at + 4), file.readUInt32BE(at + 8));
  }
  const table = (name: string): number => tables.get(name) ?? NaN;
  const unitsPerEm = file.readUInt16BE(table('head') + 18);
  const metrics = file.readUInt16BE(table('hhea') + 34);
  const cmap = table('cmap');
  // The subtable of Windows and Unicode, format 4.
  const entry = Array.from({ length: file.readUInt16BE(cmap + 2) }, (_, index) => cmap + 4 + 8 * index).find(
    (at) => file.readUInt16BE(at) === 3 && file.readUInt16BE(at + 2) === 1,
  );
  const map = cmap + file.readUInt32BE(entry! + 4);
  const segments = file.readUInt16BE(map + 6) / 2;
  const glyphOf = (code: number): number => {
    for (let index = 0; index < segments; index++) {
      if (code > file.readUInt16BE(map + 14 + 2 * index)) continue;
      const start = file.readUInt16BE(map + 16 + 2 * segments + 2 * index);
      if (code < start) return 0;
      const delta = file.readInt16BE(map + 16 + 4 * segments + 2 * index);
      const offsetAt = map + 16 + 6 * segments + 2 * index;
      const offset = file.readUInt16BE(offsetAt);
      const glyph = offset === 0 ? code : file.readUInt16BE(offsetAt + offset + 2 * (code - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
  return {
    advance: (letter) => {
      const glyph = glyphOf(letter.codePointAt(0) ?? 0);
      if (glyph === 0) return null;
      return (file.readUInt16BE(table('hmtx') + 4 * Math.min(glyph, metrics - 1)) * 1000) / unitsPerEm;
    },
  };
}
