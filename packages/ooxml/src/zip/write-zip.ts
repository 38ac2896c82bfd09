import { type Zippable, zipSync } from 'fflate';

/** Writes parts in their order. Every date is the format's first, so the same parts always give the same bytes. */
export function writeZip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const files: Zippable = {};
  for (const [path, bytes] of parts) files[path] = bytes;
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) });
}
