import { type CaseContext } from './case-context';

/** One documented member, called through the real library. */
export type ConformanceCase = { member: string; run: (bench: CaseContext) => Promise<void> };

/** Any proxy object of the library. */
export type LoadableProxy = { load: (names: string) => unknown; readonly isNullObject?: boolean };
type GetTarget = (bench: CaseContext) => object | Promise<object>;
type LoadedValues = Record<string, unknown>;

async function loadProperty(bench: CaseContext, proxy: object, name: string): Promise<unknown> {
  (proxy as LoadableProxy).load(name);
  await bench.context.sync();
  return (proxy as LoadedValues)[name];
}

/** Checks that properties read as expected. */
export function createReadCases(
  className: string,
  target: GetTarget,
  expected: LoadedValues,
): ConformanceCase[] {
  return Object.entries(expected).map(([name, value]) => ({
    member: `${className}.${name}`,
    run: async (bench) => {
      expect(await loadProperty(bench, await target(bench), name)).toEqual(value);
    },
  }));
}

/** Checks that properties keep what is written, read through a second proxy. */
export function createWriteCases(
  className: string,
  target: GetTarget,
  written: LoadedValues,
): ConformanceCase[] {
  return Object.entries(written).map(([name, value]) => ({
    member: `${className}.${name}`,
    run: async (bench) => {
      const before = await loadProperty(bench, await target(bench), name);
      expect(before).not.toEqual(value);
      const proxy = (await target(bench)) as LoadedValues;
      proxy[name] = value;
      await bench.context.sync();
      expect(await loadProperty(bench, await target(bench), name)).toEqual(value);
    },
  }));
}

/** Checks that navigations lead to an object which answers. */
export function createNavigationCases(
  className: string,
  target: GetTarget,
  names: Record<string, string>,
): ConformanceCase[] {
  return Object.entries(names).map(([name, property]) => ({
    member: `${className}.${name}`,
    run: async (bench) => {
      const proxy = ((await target(bench)) as Record<string, LoadableProxy>)[name];
      if (!proxy) throw new Error(`${className}.${name} gives nothing`);
      expect(await loadProperty(bench, proxy, property)).not.toBeUndefined();
    },
  }));
}

/** Checks anything else that a member does. */
export const createCase = (member: string, run: (bench: CaseContext) => Promise<void>): ConformanceCase => ({
  member,
  run,
});

/** Returns the address of a range without its sheet. */
export async function readAddress(
  bench: CaseContext,
  range: Excel.Range | Excel.RangeAreas,
): Promise<string> {
  const full = (await loadProperty(bench, range, 'address')) as string;
  return full
    .split(',')
    .map((part) => part.slice(part.lastIndexOf('!') + 1))
    .join(',');
}

/** Checks getters that give the range with the address. */
export function createRangeCases(
  className: string,
  expected: Record<
    string,
    [
      (bench: CaseContext) => Excel.Range | Excel.RangeAreas | Promise<Excel.Range | Excel.RangeAreas>,
      string | null,
    ]
  >,
): ConformanceCase[] {
  return Object.entries(expected).map(([name, [get, address]]) => ({
    member: `${className}.${name}`,
    run: async (bench) => {
      const range = await get(bench);
      if (address === null) {
        await bench.context.sync();
        expect(range.isNullObject).toBe(true);
      } else expect(await readAddress(bench, range)).toBe(address);
    },
  }));
}

/** Returns the error code of the batch; fails where there is no error. */
export async function captureErrorCode(bench: CaseContext, run: () => void): Promise<string> {
  try {
    run();
    await bench.context.sync();
  } catch (error) {
    if (error instanceof bench.excel.OfficeExtension.Error) return error.code;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

const createdObjects = new WeakMap<CaseContext, unknown>();

/** Creates something at the context's first call, and returns the same proxy at later ones. */
export function createOnce<T>(make: (bench: CaseContext) => T) {
  return (bench: CaseContext): T => {
    if (!createdObjects.has(bench)) createdObjects.set(bench, make(bench));
    return createdObjects.get(bench) as T;
  };
}
