import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SheetModel, WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { findSheetByName } from '@phuluc/excel-simulator/model/workbook';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { computeFingerprint } from '../../src/annex/compute-fingerprint';
import type { Annex } from '../../src/annex/types';
import { METADATA_SHEET, readMetadataSheet } from '../../src/school-workbook/metadata-sheet';
import { runPhuluc, SAMPLES_FOLDER, useTemporaryFolder } from '../support/run-cli';

const sample = join(SAMPLES_FOLDER, 'phu-luc-2026.docx');
const annex = JSON.parse(readFileSync(join(SAMPLES_FOLDER, 'phu-luc-2026.json'), 'utf8')) as Annex;

const UNITS = `Mã,Tên đơn vị,Tên khác,Loại,Cấp trên,Từ ngày,Đến ngày
MN-01,Trường Mầm non Hoa Cúc,MN Hoa Cúc,MN,,,
TH/02,Trường Tiểu học Đồng Sen,,TH,,,
MN-03,Trường Mầm non Nắng Mai,,MN,,01/8/2025,
MN-99,Trường Mầm non Đã Giải Thể,,MN,,,30/6/2026
`;
const DEFAULTS = `Loại,Mã,Áp dụng,Lý do
TH,IV,Không thực hiện,Không có đối tượng
*,I.3,Thực hiện,
TH,IV.2,x,
`;

function readRows(sheet: SheetModel): string[][] {
  return [...sheet.cells.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, line]) => {
      const cells: string[] = [];
      for (const [column, { value }] of line) cells[column] = String(value);
      return Array.from(cells, (cell) => cell ?? '');
    });
}

function getSheet(workbook: WorkbookModel, name: string): SheetModel {
  const sheet = findSheetByName(workbook, name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

describe('phuluc issue', () => {
  const folder = useTemporaryFolder();
  const issue = (...more: string[]) => {
    writeFileSync(folder.path('units.csv'), UNITS);
    writeFileSync(folder.path('defaults.csv'), DEFAULTS);
    return runPhuluc(
      'issue',
      sample,
      '--units',
      folder.path('units.csv'),
      '-o',
      folder.path('issued'),
      ...more,
    );
  };
  const open = async (name: string): Promise<WorkbookModel> =>
    openWorkbook(new Uint8Array(readFileSync(join(folder.path('issued'), name))));

  it('makes a workbook for each unit that exists, with edition, fingerprint and code', async () => {
    const answer = await issue('--json');
    expect(answer.code).toBe(0);
    const { issued, tasks } = answer.json<{ issued: { code: string; file: string }[]; tasks: number }>();
    expect(tasks).toBe(48);
    expect(issued.map(({ code, file }) => [code, file.slice(folder.path('issued').length + 1)])).toEqual([
      ['MN-01', 'MN-01 Trường Mầm non Hoa Cúc.xlsx'],
      ['TH/02', 'TH-02 Trường Tiểu học Đồng Sen.xlsx'],
      ['MN-03', 'MN-03 Trường Mầm non Nắng Mai.xlsx'],
    ]);
    for (const [file, name, code] of [
      ['MN-01 Trường Mầm non Hoa Cúc.xlsx', 'Trường Mầm non Hoa Cúc', 'MN-01'],
      ['MN-03 Trường Mầm non Nắng Mai.xlsx', 'Trường Mầm non Nắng Mai', 'MN-03'],
      ['TH-02 Trường Tiểu học Đồng Sen.xlsx', 'Trường Tiểu học Đồng Sen', 'TH/02'],
    ] as const) {
      const workbook = await open(file);
      const { metadata: metadata, entries } = readMetadataSheet(readRows(getSheet(workbook, METADATA_SHEET)));
      expect(metadata).toMatchObject({
        unit: { name, code },
        edition: annex.edition,
        fingerprint: computeFingerprint(annex.tasks),
      });
      expect(entries).toEqual([]);
      expect(readRows(getSheet(workbook, 'Phụ lục'))[0]![0]).toBe(name);
      expect(workbook.sheets.map((sheet) => sheet.name)).not.toContain('Sheet1');
    }
  });

  it('marks what units of a kind do not perform, the narrowest default first', async () => {
    await issue('--defaults', folder.path('defaults.csv'));
    const marks = async (file: string) => {
      const [header = [], ...rows] = readRows(getSheet(await open(file), 'Phụ lục')).slice(4);
      const [mark, reason] = [header.indexOf('Áp dụng'), header.indexOf('Lý do không thực hiện')];
      return Object.fromEntries(rows.map((row) => [row[0], `${row[mark]}: ${row[reason]}`]));
    };
    const primary = await marks('TH-02 Trường Tiểu học Đồng Sen.xlsx');
    expect([primary['IV.1'], primary['IV.2'], primary['I.3']]).toEqual([
      'Không thực hiện: Không có đối tượng',
      'Thực hiện: ',
      'Thực hiện: ',
    ]);
    const nursery = await marks('MN-01 Trường Mầm non Hoa Cúc.xlsx');
    expect([nursery['IV.1'], nursery['I.3']]).toEqual(['Thực hiện: ', 'Thực hiện: ']);
  });

  it('leaves what is there already as it is', async () => {
    await issue();
    const file = join(folder.path('issued'), 'MN-01 Trường Mầm non Hoa Cúc.xlsx');
    writeFileSync(file, 'the work of months');
    const again = await issue('--json');
    expect(again.code).toBe(0);
    expect(again.json<{ issued: { made: boolean }[] }>().issued.map(({ made }) => made)).toEqual([
      false,
      false,
      false,
    ]);
    expect(readFileSync(file, 'utf8')).toBe('the work of months');
  });

  it.each([
    [['--units', 'none.csv', '-o', 'out'], 1, 'file-not-found'],
    [['-o', 'out'], 2, '--units'],
    [['--units', 'units.csv'], 2, '-o'],
  ])('says what is wrong with %j', async (args, code, text) => {
    const answer = await runPhuluc('issue', sample, ...args);
    expect(answer.code).toBe(code);
    expect(answer.errors).toContain(text);
  });
});
