import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { buildConsolidationReport } from '../../src/authority-workbook/consolidation-report';
import { readUnitList } from '../../src/cli/read-unit-list';
import { runPhuluc, SAMPLES_FOLDER } from '../support/run-cli';

type Report = ReturnType<typeof buildConsolidationReport>;

const SHARED = resolve(__dirname, '../../../shared');
const CASES = join(SHARED, 'cases');
const ATTACK = join(SHARED, 'cases-attack');

/** Consolidates the files of one shared case as its `expected.json` says. */
async function consolidateCase(name: string): Promise<Report> {
  const answer = await runPhuluc(
    'consolidate',
    join(CASES, name, 'files'),
    '--annex',
    join(CASES, '_common/master.xlsx'),
    '--units',
    join(CASES, '_common/units.csv'),
    '--as-of',
    '2026-11-21',
    '--json',
  );
  if (answer.code !== 0) throw new Error(answer.errors);
  return answer.json<Report>();
}

async function consolidateAttack(name: string): Promise<Report> {
  const answer = await runPhuluc(
    'consolidate',
    join(ATTACK, name),
    '--annex',
    join(SAMPLES_FOLDER, 'phu-luc-2026.docx'),
    '--units',
    join(ATTACK, 'units.csv'),
    '--as-of',
    '2026-11-21',
    '--json',
  );
  if (answer.code !== 0) throw new Error(answer.errors);
  return answer.json<Report>();
}

const getUnit = (report: Report, code: string) => report.byUnit.find((one) => one.code === code);
const getCodes = ({ findings }: Report): string[] => findings.map(({ code }) => code);

const describeCases = existsSync(CASES) ? describe : describe.skip;
const describeAttack = existsSync(ATTACK) ? describe : describe.skip;

describeCases('shared cases of states in free words', () => {
  it.each([
    ['01-status-future', 'U11'],
    ['03-status-negated', 'U13'],
    ['04-status-principal-HT', 'U14'],
    ['06-status-questions-and-targets', 'U16'],
  ])('%s: none of ten states counts as done', async (name, unit) => {
    const report = await consolidateCase(name);
    expect(getUnit(report, unit)).toMatchObject({ performed: 10, notPerformed: 0, done: 0 });
  });
});

describeCases("shared cases of a unit's own columns", () => {
  it.each([
    ['19-ticks-apdung', 'U03'],
    ['21-ket-qua-thuc-hien', 'U01'],
    ['22-co-khong', 'U08'],
    ['24-da-thuc-hien-co-khong', 'U24'],
    ['25-status-says-refused', 'U02'],
  ])('%s: answers are read as they say', async (name, unit) => {
    const report = await consolidateCase(name);
    expect(getUnit(report, unit)).toMatchObject({ performed: 8, notPerformed: 2, done: 2 });
    expect(getCodes(report)).not.toContain('column-unread');
  });
});

describeCases('shared cases of typed marks', () => {
  it.each([
    ['15-marker-typed', 'U28', 'II.2'],
    ['17-marker-on-new-line', 'U04', 'II.1'],
  ])('%s: a mark beside another answer is asked', async (name, unit, task) => {
    const report = await consolidateCase(name);
    for (const code of ['marker-typed', 'cell-changed'])
      expect(report.findings).toContainEqual(expect.objectContaining({ code, unit, task }));
  });

  it('18-marker-and-blank-apdung: a mark alone is the answer', async () => {
    const report = await consolidateCase('18-marker-and-blank-apdung');
    expect(getUnit(report, 'U05')).toMatchObject({ performed: 7, notPerformed: 3 });
    expect(getCodes(report)).toContain('cell-changed');
  });
});

describeCases('shared cases of several sheets', () => {
  it.each([
    ['09-answers-on-copied-sheet', 'U11'],
    ['11-hidden-original', 'U07'],
  ])('%s: the sheet that is filled in counts', async (name, unit) => {
    const report = await consolidateCase(name);
    expect(getUnit(report, unit)).toMatchObject({ performed: 8, notPerformed: 2, done: 2 });
    expect(getCodes(report)).toContain('other-sheet-differs');
  });

  it('13-two-versions: nothing counts before the officer chooses the sheet', async () => {
    const report = await consolidateCase('13-two-versions');
    expect(getCodes(report)).toEqual(expect.arrayContaining(['other-sheet-differs', 'sheet-choice']));
    expect(getUnit(report, 'U13')).toBeUndefined();
    expect(report.files.sheetChoices).toMatchObject([{ unit: 'U13', chosen: null }]);
  });
});

describeCases('shared cases of files and lists', () => {
  it('14-folder-skips-files: every file is read or refused by name', async () => {
    const { files } = await consolidateCase('14-folder-skips-files');
    const given = readdirSync(join(CASES, '14-folder-skips-files/files'));
    // The archive is replaced by what it holds.
    const archived = files.failed.filter(({ file }) => file.includes('U07.zip/'));
    expect(files.received).toBe(files.read + files.failed.length + files.leftOut.length);
    expect(files.received).toBeGreaterThanOrEqual(given.length);
    expect(files.read).toBeGreaterThanOrEqual(7);
    expect(archived).toEqual([]);
    for (const { next } of files.failed) expect(next).not.toBe('');
  });

  it('53-units-question-marks: names without their letters are refused by line', async () => {
    const [list] = readdirSync(join(CASES, '53-units-question-marks/files'));
    const answer = await runPhuluc(
      'issue',
      join(CASES, '_common/master.xlsx'),
      '--units',
      join(CASES, '53-units-question-marks/files', list!),
      '-o',
      join(tmpdir(), 'phuluc-not-made'),
    );
    expect(answer.code).toBe(1);
    expect(answer.errors).toContain('mất chữ hoặc không phải Unicode');
    expect(answer.errors).toContain('hàng 2');
  });

  it('54-units-tcvn3: names in an old encoding are converted', async () => {
    const [list] = readdirSync(join(CASES, '54-units-tcvn3/files'));
    const units = await readUnitList(join(CASES, '54-units-tcvn3/files', list!));
    expect(units.ok && units.value.map(({ name }) => name)).toEqual([
      'Trường Mầm non Cỏ Lau',
      'Trường Tiểu học Gò Me',
    ]);
    expect(units.ok && units.warnings.map(({ code }) => code)).toEqual(['legacy-font']);
  });

  it('71-units-xlsx: a list in a workbook is read as CSV is', async () => {
    const [list] = readdirSync(join(CASES, '71-units-xlsx/files'));
    const units = await readUnitList(join(CASES, '71-units-xlsx/files', list!));
    expect(units).toMatchObject({ ok: true });
  });
});

describeCases('shared cases of crossed-out cells', () => {
  it('34-struck-state-returned: what is crossed out does not count and is reported', async () => {
    const report = await consolidateCase('34-struck-state-returned');
    expect([getUnit(report, 'U04')?.done, getUnit(report, 'U06')?.done]).toEqual([2, 1]);
    for (const unit of ['U04', 'U06', 'U35'])
      expect(report.findings).toContainEqual(expect.objectContaining({ code: 'struck-out', unit }));
  });
});

describeCases('shared cases of dates and errors', () => {
  it('51-several-dates: the day of completion is asked for or read by its words', async () => {
    const report = await consolidateCase('51-several-dates');
    const units = report.findings.filter(({ code }) => code === 'several-dates').map(({ unit }) => unit);
    expect(units).toEqual(expect.arrayContaining(['U02', 'U03', 'U10', 'U20']));
  });

  it('50-picture-as-evidence: an error value is reported', async () => {
    const report = await consolidateCase('50-picture-as-evidence');
    const { unit, task } = report.findings.find(({ code }) => code === 'cell-error')!;
    expect([unit, task]).toEqual(['U01', 'I.2']);
    expect(report.findings).toContainEqual(
      expect.objectContaining({ code: 'evidence-missing', unit: 'U01', task: 'I.2' }),
    );
  });
});

describeAttack('shared cases of an attack', () => {
  it('read-only records of another shape leave the table readable', async () => {
    const report = await consolidateAttack('record-of-wrong-shape');
    expect(report.files.failed).toEqual([]);
    expect(getCodes(report).filter((code) => code === 'record-missing')).toHaveLength(3);
  });

  it.each(['s05-two-versions', 's35-two-docx'])(
    '%s: nothing counts before the officer chooses',
    async (name) => {
      const report = await consolidateAttack(name);
      expect(report.totals.required).toBe(0);
      expect(getCodes(report)).toContain('unit-choice');
      expect(report.files.duplicates).toEqual([expect.objectContaining({ proposed: null })]);
    },
  );

  it('s10-dates: what cannot have been done on its day is not done', async () => {
    const report = await consolidateAttack('s10-dates');
    expect(getCodes(report)).toEqual(expect.arrayContaining(['done-in-future', 'done-before-annex']));
  });

  it.each(['s31-copy-visible-with-table', 's33-copy-visible-no-table'])(
    '%s: another sheet with other marks is asked about',
    async (name) =>
      expect(getCodes(await consolidateAttack(name))).toEqual(
        expect.arrayContaining(['other-sheet-differs', 'sheet-choice']),
      ),
  );

  it('a PDF is read on the command line', async () => {
    const pdf = readdirSync(ATTACK).find((name) => name.endsWith('.pdf'))!;
    const report = await consolidateAttack(pdf);
    expect(report.files).toMatchObject({ read: 1, failed: [] });
  });
});
