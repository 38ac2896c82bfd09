import { readFileSync } from 'node:fs';

type LockEntry = {
  version?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  engines?: { node?: string };
};

const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

const entries = Object.entries(
  readJson<{ packages: Record<string, LockEntry> }>('package-lock.json').packages,
).filter(([path, { link }]) => path.includes('node_modules/') && link !== true);

const parseVersion = (text: string): number[] =>
  text.split('.').map((part) => Number.parseInt(part, 10) || 0);

function compareVersions(a: readonly number[], b: readonly number[]): number {
  const at = [0, 1, 2].find((index) => (a[index] ?? 0) !== (b[index] ?? 0));
  return at === undefined ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** "^20.19.0", ">= 18", "20", "20.x", "*": the forms that packages use; others are none. */
function satisfies(version: string, comparator: string): boolean {
  const match = /^(\^|~|>=|>|=)?v?(\d+(?:\.(?:\d+|x|\*))*)$/.exec(comparator);
  if (!match) return comparator === '*' || comparator === '';
  const [own, wanted] = [parseVersion(version), parseVersion(match[2]!)];
  const difference = compareVersions(own, wanted);
  if (match[1] === '>=') return difference >= 0;
  if (match[1] === '>') return difference > 0;
  return own[0] === wanted[0] && (match[1] === undefined || difference >= 0);
}

function allows(version: string, range: string): boolean {
  return range.split('||').some((alternative) =>
    alternative
      .trim()
      .replace(/([<>=^~])\s+/g, '$1')
      .split(/\s+/)
      .every((comparator) =>
        comparator.startsWith('<')
          ? compareVersions(parseVersion(version), parseVersion(comparator.replace(/^<=?/, ''))) < 0
          : satisfies(version, comparator),
      ),
  );
}

/** They ask for more than we promise, and why that does no harm: see README and docs/decisions/libraries.md. */
const ENGINE_EXCEPTIONS = ['node_modules/@cj-tech-master/excelts'];

describe('package-lock.json', () => {
  it('says of every package what its content must be', () => {
    expect(entries.length).toBeGreaterThan(1_000);
    expect(
      entries.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? '')).map(([path]) => path),
    ).toEqual([]);
  });

  it('names no address: packages come from the registry that npm is set to, checked by their content', () => {
    const addressed = entries.filter(([, { resolved, link }]) => resolved !== undefined && link !== true);
    expect(addressed.map(([path]) => path)).toEqual([]);
  });

  it('has no package that asks for a later Node than we promise', () => {
    const { engines } = readJson<{ engines: { node: string } }>('package.json');
    const oldest = engines.node.replace('>=', '');
    const tooLate = entries.filter(([, entry]) => !allows(oldest, entry.engines?.node ?? '*'));
    expect(tooLate.map(([path]) => path)).toEqual(ENGINE_EXCEPTIONS);
  });

  it.each([
    ['20.19', '>=20.19.0', true],
    ['20.19', '^20.19.0 || ^22.13.0 || >=24', true],
    ['20.19', '18 || 20 || >=22', true],
    ['20.19', '>= 10.13.0 < 13 || >=20', true],
    ['20.19', '^20.20.0', false],
    ['20.19', '>=22.0.0', false],
    ['20.19', '^22 || ^24 || >=26', false],
    ['20.19', '6.* || 8.* || >= 10.*', true],
    ['20.19', '*', true],
  ])('Node %s under %s: %s', (version, range, allowed) => expect(allows(version, range)).toBe(allowed));
});
