import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Tests and benchmarks run in the repository's own folder. */
const SHARED_FOLDER = resolve('../shared');

/** Folder of real documents and gold tables beside the repository, or null where it is not there. */
export const findSharedFolder = (): string | null =>
  existsSync(join(SHARED_FOLDER, 'corpus')) ? SHARED_FOLDER : null;

export const getSharedPath = (...parts: string[]): string => join(SHARED_FOLDER, ...parts);
export function readSharedBytes(...parts: string[]): Uint8Array {
  return new Uint8Array(readFileSync(getSharedPath(...parts)));
}
export function readSharedJson<T>(...parts: string[]): T {
  return JSON.parse(readFileSync(getSharedPath(...parts), 'utf8')) as T;
}

/** A suite over the real documents; says plainly that it was skipped where they are not there. */
export function describeShared(name: string, suite: () => void): void {
  if (findSharedFolder()) describe(name, suite);
  // The suite's own body is not run: it may read the folder while its tests are being collected.
  else describe.skip(name, () => it('needs the folder ../shared, which is not there', () => undefined));
}
