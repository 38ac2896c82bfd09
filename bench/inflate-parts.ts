import { inflateRawSync } from 'node:zlib';
import { getEntryBytes, readZipEntries } from '@phuluc/ooxml/zip/open-zip';

/** Inflates parts of a workbook and does nothing with them: what no reader can go below. */
export function inflateParts(bytes: Uint8Array, wanted: (name: string) => boolean): void {
  const entries = readZipEntries(bytes);
  if (!entries.ok) throw new Error('not a zip');
  for (const [name, entry] of entries.value) {
    const packed = wanted(name) ? getEntryBytes(bytes, entry) : null;
    if (packed) inflateRawSync(packed);
  }
}
