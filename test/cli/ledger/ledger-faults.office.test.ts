import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import * as fs from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readLedger } from '../../../src/cli/ledger/read-ledger';
import { writeLedger } from '../../../src/cli/ledger/write-ledger';
import type { Consolidation } from '../../../src/consolidation/ledger/consolidation';
import { consolidate } from '../../../src/consolidation/run/consolidate';
import { createConsolidationInput } from '../../support/builders/create-consolidation-input';
import { runPhuluc, SAMPLES_FOLDER, useTemporaryFolder } from '../../support/run-cli';

jest.mock('node:fs/promises', () => {
  const real = jest.requireActual<typeof fs>('node:fs/promises');
  return { ...real, rename: jest.fn(real.rename) };
});
const rename = jest.mocked(fs.rename);
const realRename = jest.requireActual<typeof fs>('node:fs/promises').rename;

type Answer = { ok: boolean; problems?: { code: string }[]; warnings?: { code: string }[] };
const codesIn = (result: Answer): string[] =>
  (result.problems ?? result.warnings ?? []).map(({ code }) => code);

describe('what is said of a ledger that could not be written', () => {
  const folder = useTemporaryFolder();
  const at = (...names: string[]): string => join(folder.path('so-cai'), ...names);
  const older = consolidate(createConsolidationInput(3, 2));
  const newer = consolidate(createConsolidationInput(3, 3));
  const write = async (contents: Consolidation) => writeLedger(at(), contents);
  const countRows = async (): Promise<number | null> => {
    const read = await readLedger(at());
    return read.ok ? (read.value?.entries.length ?? null) : -1;
  };
  /** Renames fail as a drive that is taken away does, where `fails` says so. */
  const breakRenames = (fails: (from: string, to: string) => boolean): void => {
    rename.mockImplementation((from, to) =>
      fails(basename(String(from)), basename(String(to)))
        ? Promise.reject(Object.assign(new Error('gone'), { code: 'EIO' }))
        : realRename(from, to),
    );
  };
  afterEach(() => rename.mockImplementation(realRename));

  it.each<[string, (from: string, to: string) => boolean]>([
    ['the manifest', (_, to) => to === '_phuluc.json'],
    ['the old tables', (from) => from === 'tables'],
    ['the new tables', (from) => from === '.tables-new'],
  ])('the old one stands where %s cannot be put in place, and nothing else', async (_, fails) => {
    await write(older);
    breakRenames(fails);
    expect(codesIn(await write(newer))).toEqual(['file-not-writable']);
    expect(readdirSync(at()).sort()).toEqual(['README.md', 'sql', 'tables']);
    expect(await countRows()).toBe(older.entries.length);
  });

  it('nothing is left of the first one', async () => {
    breakRenames((from) => from === '.tables-new');
    expect(codesIn(await write(newer))).toEqual(['file-not-writable']);
    expect(folder.names()).toEqual([]);
  });

  it('neither stands where the old one cannot be put back either; the next run does that', async () => {
    await write(older);
    breakRenames((_, to) => to === 'tables');
    expect(codesIn(await write(newer))).toEqual(['ledger-interrupted']);
    rename.mockImplementation(realRename);
    expect(await countRows()).toBe(older.entries.length);
    expect(readdirSync(at()).sort()).toEqual(['README.md', 'sql', 'tables']);
  });

  it.each(['README.md', 'sql'])('it is the new one where only %s cannot be written', async (name) => {
    await write(older);
    rmSync(at(name), { recursive: true });
    if (name === 'sql') writeFileSync(at(name), 'của tôi');
    else mkdirSync(at(name));
    const written = await write({ ...newer, asOf: '2026-08-01' });
    expect([written.ok, codesIn(written)]).toEqual([true, ['ledger-guide-old']]);
    expect(await countRows()).toBe(newer.entries.length);
  });

  it('a first run that was killed while it wrote the manifest has written nothing', async () => {
    await write(newer);
    renameSync(at('tables'), at('.tables-new'));
    const manifest = readFileSync(at('.tables-new', '_phuluc.json'));
    rmSync(at('.tables-new', '_phuluc.json'));
    writeFileSync(at('.tables-new', '_phuluc.json.tmp'), manifest.subarray(0, 100));
    for (const name of ['README.md', 'sql']) rmSync(at(name), { recursive: true });
    expect(await countRows()).toBe(null);
    expect(readdirSync(at())).toEqual([]);
  });

  describe('while another run writes it', () => {
    const CLAIM = '.phuluc.1.tmp';

    it('is read as it stands, and nothing of that run is touched', async () => {
      await write(older);
      cpSync(at('tables'), at('.tables-new'), { recursive: true });
      writeFileSync(at(CLAIM), '');
      expect(await countRows()).toBe(older.entries.length);
      expect(existsSync(at('.tables-new', '_phuluc.json'))).toBe(true);
      expect(codesIn(await write(newer))).toEqual(['output-busy']);
      expect(readdirSync(at()).sort()).toEqual([CLAIM, '.tables-new', 'README.md', 'sql', 'tables']);
    });

    it('is waited for while its tables are put in place, not for ever', async () => {
      await write(older);
      writeFileSync(at(CLAIM), '');
      renameSync(at('tables'), at('.tables-old'));
      expect(codesIn(await readLedger(at()))).toEqual(['output-busy']);
      setTimeout(() => renameSync(at('.tables-old'), at('tables')), 100);
      expect(await countRows()).toBe(older.entries.length);
    });
  });

  it('a workbook that could not be written after its ledger is named together with it', async () => {
    const word = join(SAMPLES_FOLDER, 'phu-luc-2026.docx');
    writeFileSync(folder.path('don-vi.csv'), 'MN-1;Trường Một\n');
    // Somebody opens the workbook when the ledger is there already.
    const watch = setInterval(() => {
      if (existsSync(at('tables'))) writeFileSync(folder.path('~$tong-hop.xlsx'), '');
    }, 1);
    const { code, errors } = await runPhuluc(
      ...['consolidate', word, '--annex', word, '--units', folder.path('don-vi.csv')],
      ...['-o', folder.path('tong-hop.xlsx'), '--ledger', at()],
    );
    clearInterval(watch);
    expect([code, errors]).toEqual([1, expect.stringMatching(/\[output-open\][^]*\[ledger-ahead\]/)]);
    expect(folder.names()).toEqual(['don-vi.csv', 'so-cai', '~$tong-hop.xlsx']);
  });
});
