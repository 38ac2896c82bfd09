import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Tests and benchmarks run in the repository's own folder. */
const directory = resolve('../shared');

/** Folder of real documents and gold tables beside the repository, or null where it is not there. */
export const sharedDir = (): string | null => (existsSync(join(directory, 'corpus')) ? directory : null);

export const sharedPath = (...parts: string[]): string => join(directory, ...parts);
export function sharedBytes(...parts: string[]): Uint8Array {
  return new Uint8Array(readFileSync(sharedPath(...parts)));
}
export function sharedJson<T>(...parts: string[]): T {
  return JSON.parse(readFileSync(sharedPath(...parts), 'utf8')) as T;
}

/** A suite over the real documents; says plainly that it was skipped where they are not there. */
export function describeShared(name: string, suite: () => void): void {
  if (sharedDir()) describe(name, suite);
  // The suite's own body is not run: it may read the folder while its tests are being collected.
  else describe.skip(name, () => it('needs the folder ../shared, which is not there', () => undefined));
}
