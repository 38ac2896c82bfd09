import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const FIXED_TIME = '2026-01-16T08:00:00Z';

/** Writes a package again with fixed times, so that the same content is the same bytes on any day and machine. */
export function repack(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const fixed = Object.fromEntries(
    Object.keys(parts)
      .sort((a, b) => getPackageOrder(a) - getPackageOrder(b) || (a < b ? -1 : 1))
      .map((name) => [name, name === 'docProps/core.xml' ? fixTimestamps(parts[name]!) : parts[name]!]),
  );
  return zipSync(fixed, { level: 9, mtime: new Date(2026, 0, 16, 8) });
}

/** Content types come first, as Office writes them. */
const getPackageOrder = (name: string): number => ['[Content_Types].xml', '_rels/.rels'].indexOf(name) >>> 0;

function fixTimestamps(core: Uint8Array): Uint8Array {
  return strToU8(strFromU8(core).replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${FIXED_TIME}`));
}
