import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSheetByName, getCell, setCell } from '@phuluc/excel-simulator/model/workbook';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import type { buildConsolidationReport } from '../../src/authority-workbook/consolidation-report';
import { readLowerWorkbook } from '../../src/authority-workbook/read-lower-workbook';
import { runPhuluc, SAMPLES_FOLDER, useTemporaryFolder } from '../support/run-cli';

type Report = ReturnType<typeof buildConsolidationReport>;

const master = join(SAMPLES_FOLDER, 'phu-luc-2026.docx');
const ONE = 'MN-01 Trường Mầm non Hoa Cúc.xlsx';
const TWO = 'MN-02 Trường Mầm non Nắng Mai.xlsx';
const UNITS = 'Mã,Tên đơn vị\nMN-01,Trường Mầm non Hoa Cúc\nMN-02,Trường Mầm non Nắng Mai\n';

describe('whose answers consolidate counts', () => {
  const folder = useTemporaryFolder();
  const at = (name: string): string => folder.path(name);

  const issue = async (units = UNITS): Promise<void> => {
    writeFileSync(at('issued.csv'), units);
    writeFileSync(at('units.csv'), UNITS);
    const { code } = await runPhuluc('issue', master, '--units', at('issued.csv'), '-o', at('issued'));
    expect(code).toBe(0);
    mkdirSync(at('files'));
  };
  /** A school fills in the state, day and evidence of its first tasks. */
  const send = async (name: string, sentAs = name, evidence: string | null = 'KH-HC'): Promise<void> => {
    const workbook = await openWorkbook(new Uint8Array(readFileSync(at(`issued/${name}`))));
    const sheet = findSheetByName(workbook, 'Phụ lục')!;
    const headers = new Map([...(sheet.cells.get(5) ?? [])].map(([column, { value }]) => [value, column]));
    const put = (row: number, header: string, value: string): void => {
      const column = headers.get(header)!;
      setCell(sheet, row, column, { ...getCell(sheet, row, column), value });
    };
    for (let task = 0; evidence !== null && task < 8; task += 1) {
      put(6 + task, 'Kết quả thực hiện', 'Hoàn thành');
      put(6 + task, 'Ngày hoàn thành', `${10 + task}/3/2026`);
      put(6 + task, 'Minh chứng', `${task + 3}/${evidence}`);
    }
    writeFileSync(at(`files/${sentAs}`), await saveWorkbook(workbook));
  };
  const consolidate = (...more: string[]) =>
    runPhuluc('consolidate', at('files'), '--annex', master, '--as-of', '2026-07-15', ...more);
  const getReport = async (...more: string[]): Promise<Report> => {
    const answer = await consolidate('--json', ...more);
    if (answer.code !== 0) throw new Error(answer.errors);
    return answer.json<Report>();
  };
  const find = (report: Report, code: string) => report.findings.filter((one) => one.code === code);

  it('names a copy of the answers of another school before the totals', async () => {
    await issue();
    await send(ONE);
    await send(TWO);
    const [copied, ...more] = find(await getReport('--units', at('units.csv')), 'answers-copied');
    expect(more).toEqual([]);
    expect(copied).toMatchObject({ unit: 'MN-02' });
    expect(copied!.message).toContain('giống hệt Trường Mầm non Hoa Cúc');
    const { out } = await consolidate('--units', at('units.csv'));
    expect(out.indexOf('[answers-copied]')).toBeGreaterThan(0);
    expect(out.indexOf('[answers-copied]')).toBeLessThan(out.indexOf('Nhiệm vụ:'));
  });

  it('names a workbook in which nothing is filled in, in every run', async () => {
    await issue();
    await send(ONE, ONE, null);
    await send(TWO);
    const options = ['--units', at('units.csv'), '-o', at('tong-hop.xlsx')];
    for (const run of [1, 2]) {
      const [blank, ...more] = find(await getReport(...options), 'file-blank');
      expect([run, more, blank?.unit]).toEqual([run, [], 'MN-01']);
      expect(blank!.message).toContain('Trường Mầm non Hoa Cúc: sổ chưa ghi');
    }
  });

  it('names two files whose names are each other’s', async () => {
    await issue();
    await send(ONE, TWO, 'KH-HC');
    await send(TWO, ONE, 'KH-NM');
    const found = find(await getReport('--units', at('units.csv')), 'file-named-other');
    expect(found.map(({ unit, place }) => [unit, place.file?.split('/').at(-1)])).toEqual([
      ['MN-01', TWO],
      ['MN-02', ONE],
    ]);
  });

  it('reads a name with look-alike letters as what it looks like, and reports it', async () => {
    await issue();
    const workbook = await openWorkbook(new Uint8Array(readFileSync(at(`issued/${ONE}`))));
    for (const { cells } of workbook.sheets) {
      for (const cell of [...cells.values()].flatMap((row) => [...row.values()])) {
        if (typeof cell.value === 'string')
          cell.value = cell.value.replaceAll('Hoa Cúc', 'Ноа Сúc').replaceAll('MN-01', 'МN-01');
      }
    }
    writeFileSync(at('files/a.xlsx'), await saveWorkbook(workbook));
    const report = await getReport('--units', at('units.csv'));
    expect(report.units.sent).toBe(1);
    expect(find(report, 'name-look-alike')).toEqual([expect.objectContaining({ unit: 'MN-01' })]);
  });

  it.each([
    ['with the list of units', true],
    ['without one', false],
  ])('counts no unit twice where its consolidation is among the workbooks, %s', async (_, listed) => {
    await issue();
    await send(ONE);
    await send(TWO, TWO, 'KH-NM');
    const list = listed ? ['--units', at('units.csv')] : [];
    const { totals } = await getReport(...list, '-o', at('tong-hop.xlsx'), '--level', 'P-09:phường Đồng Sen');
    copyFileSync(at('tong-hop.xlsx'), at('files/so cua truong.xlsx'));
    const report = await getReport(...list);
    expect(report.totals).toEqual(totals);
    expect(find(report, 'consolidation-among-units')).toHaveLength(1);
  });

  it('reads the table of a consolidation whose hidden sheet holds something else, and asks whose it is', async () => {
    await issue();
    await send(ONE);
    await getReport('--units', at('units.csv'), '-o', at('tong-hop.xlsx'), '--level', 'P-09:phường Đồng Sen');
    const workbook = await openWorkbook(new Uint8Array(readFileSync(at('tong-hop.xlsx'))));
    const hidden = findSheetByName(workbook, '_phuluc_th')!;
    for (const row of hidden.cells.keys())
      if (row >= 2)
        setCell(hidden, row, 1, { ...getCell(hidden, row, 1), value: row === 2 ? '{"a":[1]}' : '' });
    const bytes = await saveWorkbook(workbook);
    const lower = readLowerWorkbook(bytes)!;
    expect(lower.entries.filter(({ reported }) => reported.state === 'done')).toHaveLength(8);

    mkdirSync(at('lower'));
    writeFileSync(at('lower/phuong.xlsx'), bytes);
    const answer = await runPhuluc('consolidate', at('lower'), '--annex', master, '--json');
    const report = answer.json<Report>();
    expect(report.files).toMatchObject({ read: 1, failed: [] });
    expect(find(report, 'consolidation-record-missing')).toHaveLength(1);
    expect(report.totals.required).toBe(0);
  });

  describe('with --unit', () => {
    const LIST = 'Mã,Tên đơn vị\nMN-01,Trường Mầm non Hoa Cúc\nMN-09,Trường Mầm non Suối Đá\n';
    const getUnits = (report: Report): string[] => report.units.missing;

    it('counts a file as of the unit that is named, keeps it, and takes another answer later', async () => {
      await issue();
      await send(ONE);
      await send(TWO, 'sổ lạ, bản cuối.xlsx', 'KH-NM');
      writeFileSync(at('units.csv'), LIST);
      const units = ['--units', at('units.csv')];
      const out = ['-o', at('tong-hop.xlsx')];
      expect(getUnits(await getReport(...units, ...out))).toEqual(['MN-09']);
      const named = await getReport(...units, ...out, '--unit', 'sổ lạ, bản cuối.xlsx=mn-09');
      expect(getUnits(named)).toEqual([]);
      expect(getUnits(await getReport(...units, ...out))).toEqual([]);
    });

    it('uses the file that is named of two of one unit', async () => {
      await issue();
      await send(ONE);
      await send(ONE, 'ban-2.xlsx', 'KH-2');
      const undecided = await getReport('--units', at('units.csv'));
      const [one] = undecided.files.duplicates;
      expect(one).toMatchObject({ unit: 'MN-01' });
      const chosen = await getReport('--units', at('units.csv'), '--unit', 'ban-2.xlsx=dùng');
      expect(chosen.findings.filter(({ code }) => code === 'unit-choice')).toEqual([]);
      expect(JSON.stringify(chosen.files.duplicates)).toContain('ban-2.xlsx');
    });

    it('says which file or unit is not there, and what cannot be read', async () => {
      await issue();
      await send(ONE);
      const units = ['--units', at('units.csv')];
      expect((await consolidate(...units, '--unit', 'khac.xlsx=MN-01')).errors).toContain('file-not-there');
      expect((await consolidate(...units, '--unit', `${ONE}=MN-77`)).errors).toContain('unit-not-there');
      expect((await consolidate(...units, '--unit', 'khac.xlsx')).code).toBe(2);
    });
  });
});
