import { unzipSync, zipSync } from 'fflate';
import { pick } from '../random';
import type { Mutation } from './mutate';

const ZIP_TIME = new Date(2026, 0, 1);

/** A part that is not in the package any more. */
export const dropEntry: Mutation = (bytes, random) => {
  const parts = unzipSync(bytes);
  delete parts[pick(Object.keys(parts), random)];
  return zipSync(parts, { level: 1, mtime: ZIP_TIME });
};

const ENTRY_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;

/** An entry that the directory names twice. */
export const repeatEntry: Mutation = (bytes, random) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end > 0 && view.getUint32(end, true) !== END_SIGNATURE) end -= 1;
  const from = view.getUint32(end + 16, true);
  const entries: [start: number, stop: number][] = [];
  for (let at = from; at < end && view.getUint32(at, true) === ENTRY_SIGNATURE;) {
    const stop =
      at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    entries.push([at, stop]);
    at = stop;
  }
  const [start, stop] = pick(entries, random);
  const out = new Uint8Array(bytes.length + stop - start);
  out.set(bytes.subarray(0, end));
  out.set(bytes.subarray(start, stop), end);
  out.set(bytes.subarray(end), end + stop - start);
  const tail = new DataView(out.buffer, end + stop - start);
  for (const at of [8, 10]) tail.setUint16(at, entries.length + 1, true);
  tail.setUint32(12, view.getUint32(end + 12, true) + stop - start, true);
  return out;
};
