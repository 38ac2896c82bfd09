import { type Bench } from './bench';

/** One documented member put to use through the real library. */
export type Case = { member: string; run: (bench: Bench) => Promise<void> };

/** Any proxy object of the library. */
export type Proxy = { load: (names: string) => unknown; readonly isNullObject?: boolean };
type Target = (bench: Bench) => object | Promise<object>;
type Loaded = Record<string, unknown>;

async function loadedFrom(bench: Bench, proxy: object, name: string): Promise<unknown> {
  (proxy as Proxy).load(name);
  await bench.context.sync();
  return (proxy as Loaded)[name];
}

/** Properties that read as expected. */
export function reads(className: string, target: Target, expected: Loaded): Case[] {
  return Object.entries(expected).map(([name, value]) => ({
    member: `${className}.${name}`,
    run: async (bench) => {
      expect(await loadedFrom(bench, await target(bench), name)).toEqual(value);
    },
  }));
}

/** Properties that keep what is written, seen by a second proxy for the same thing. */
export function keeps(className: string, target: Target, written: Loaded): Case[] {
  return Object.entries(written).map(([name, value]) => ({
    member: `${className}.${name}`,
    run: async (bench) => {
      const before = await loadedFrom(bench, await target(bench), name);
      expect(before).not.toEqual(value);
      const proxy = (await target(bench)) as Loaded;
      proxy[name] = value;
      await bench.context.sync();
      expect(await loadedFrom(bench, await target(bench), name)).toEqual(value);
    },
  }));
}

/** Navigations that lead to an object which answers. */
export function leads(className: string, target: Target, names: Record<string, string>): Case[] {
  return Object.entries(names).map(([name, property]) => ({
    member: `${className}.${name}`,
    run: async (bench) => {
      const proxy = ((await target(bench)) as Record<string, Proxy>)[name];
      if (!proxy) throw new Error(`${className}.${name} gives nothing`);
      expect(await loadedFrom(bench, proxy, property)).not.toBeUndefined();
    },
  }));
}

/** Anything else a member does. */
export const does = (member: string, run: (bench: Bench) => Promise<void>): Case => ({ member, run });

/** The address that a range has, without its sheet. */
export async function addressOf(bench: Bench, range: Excel.Range | Excel.RangeAreas): Promise<string> {
  const full = (await loadedFrom(bench, range, 'address')) as string;
  return full
    .split(',')
    .map((part) => part.slice(part.lastIndexOf('!') + 1))
    .join(',');
}

/** Getters that give the range with the address. */
export function gives(
  className: string,
  expected: Record<
    string,
    [
      (bench: Bench) => Excel.Range | Excel.RangeAreas | Promise<Excel.Range | Excel.RangeAreas>,
      string | null,
    ]
  >,
): Case[] {
  return Object.entries(expected).map(([name, [get, address]]) => ({
    member: `${className}.${name}`,
    run: async (bench) => {
      const range = await get(bench);
      if (address === null) {
        await bench.context.sync();
        expect(range.isNullObject).toBe(true);
      } else expect(await addressOf(bench, range)).toBe(address);
    },
  }));
}

/** The code that a refusal of the batch carries; fails where nothing is refused. */
export async function refusalOf(bench: Bench, run: () => void): Promise<string> {
  try {
    run();
    await bench.context.sync();
  } catch (error) {
    if (error instanceof bench.excel.OfficeExtension.Error) return error.code;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

const made = new WeakMap<Bench, unknown>();

/** Makes something at a bench's first call, and gives the same proxy at later ones. */
export function once<T>(make: (bench: Bench) => T) {
  return (bench: Bench): T => {
    if (!made.has(bench)) made.set(bench, make(bench));
    return made.get(bench) as T;
  };
}
