import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runPhuluc, SAMPLES_FOLDER, useTemporaryFolder } from '../support/run-cli';

const ANNEX = join(SAMPLES_FOLDER, 'phu-luc-2026.docx');

describe('consolidating again', () => {
  const folder = useTemporaryFolder();
  const out = (): string => folder.path('tong-hop.xlsx');
  const consolidate = (...more: string[]) =>
    runPhuluc(
      ...['consolidate', folder.path('so'), '--units', folder.path('don-vi.csv'), '-o', out()],
      ...['--as-of', '2026-10-15', '--json', ...more],
    );
  const getStoredPath = (): string => {
    const [name = ''] = readdirSync(folder.path('goi/runs'));
    return folder.path(`goi/runs/${name}`);
  };

  /** A workbook that nobody can open, which the record takes for the one that the last run wrote. */
  function replaceWorkbookAndItsHash(): void {
    writeFileSync(out(), 'not a workbook');
    const stored = JSON.parse(readFileSync(getStoredPath(), 'utf8')) as { output: string };
    stored.output = createHash('sha256').update('not a workbook').digest('hex');
    writeFileSync(getStoredPath(), JSON.stringify(stored));
  }

  beforeEach(async () => {
    process.env['PHULUC_BUNDLE'] = folder.path('goi');
    mkdirSync(folder.path('goi'));
    writeFileSync(
      folder.path('don-vi.csv'),
      'Mã,Tên\nMN-01,Trường Mầm non Hoa Sen\nTH-01,Trường Tiểu học Lê Lợi\n',
    );
    const issued = await runPhuluc(
      'issue',
      ANNEX,
      '--units',
      folder.path('don-vi.csv'),
      '-o',
      folder.path('so'),
    );
    expect(issued.code).toBe(0);
    // A file that is refused is refused again, without another word about when.
    writeFileSync(folder.path('so/rong.xlsx'), '');
  });
  afterEach(() => {
    delete process.env['PHULUC_BUNDLE'];
  });

  it('changes nothing where nothing has changed, whether it is worked out or not', async () => {
    const first = await consolidate();
    expect(first.code).toBe(0);
    const bytes = readFileSync(out());
    delete process.env['PHULUC_BUNDLE'];
    const workedOut = await consolidate();
    expect(readFileSync(out()).equals(bytes)).toBe(true);
    process.env['PHULUC_BUNDLE'] = folder.path('goi');
    const stored = await consolidate();
    expect(readFileSync(out()).equals(bytes)).toBe(true);
    for (const answer of [workedOut, stored]) {
      expect([answer.code, answer.errors]).toEqual([first.code, first.errors]);
      expect(answer.json()).toEqual(first.json());
    }
  }, 120_000);

  it('answers from hashes, without opening the workbook', async () => {
    const first = await consolidate();
    replaceWorkbookAndItsHash();
    const again = await consolidate();
    expect([again.code, again.json()]).toEqual([0, first.json()]);
    expect(readFileSync(out(), 'utf8')).toBe('not a workbook');
  }, 120_000);

  it.each<[string, (name: string) => string[]]>([
    ['the workbook', () => (appendFileSync(out(), '!'), [])],
    ['a file', (name) => (appendFileSync(join(folder.path('so'), name), '!'), [])],
    ['the files of the folder', () => (writeFileSync(folder.path('so/thêm.xlsx'), ''), [])],
    ['the list of units', () => (appendFileSync(folder.path('don-vi.csv'), 'TH-02,Trường Tiểu học B\n'), [])],
    ['the day', () => ['--as-of', '2026-10-16']],
    ['the level', () => ['--level', 'P-07:Phường Đồng Sen']],
    ['the language', () => ['--lang', 'en']],
  ])(
    'is worked out where %s has changed',
    async (_, change) => {
      await consolidate();
      replaceWorkbookAndItsHash();
      const [name = ''] = readdirSync(folder.path('so'));
      // Whoever works it out opens the workbook, which is none.
      expect((await consolidate(...change(name))).code).toBe(1);
    },
    120_000,
  );
});
