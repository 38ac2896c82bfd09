import { readFileSync, writeFileSync } from 'node:fs';
import { recalculate } from '@phuluc/excel-simulator/formulas/recalculate';
import { isRowHidden } from '@phuluc/excel-simulator/model/geometry';
import { addTableRows } from '@phuluc/excel-simulator/model/tables/table-rows';
import type { CellValue, WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { findSheetByName } from '@phuluc/excel-simulator/model/workbook';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import { assembleAnnex } from '../../src/import/assemble/assemble-annex';
import { readDocument } from '../../src/import/read-document';
import { runPhuluc, SAMPLES_FOLDER, useTemporaryFolder } from '../support/run-cli';
import { describeShared, getSharedPath, readSharedBytes, readSharedJson } from '../support/shared-data';
import { findRepairCauses } from '../support/written-files/repair-causes/find-repair-causes';
import {
  itValidator,
  OFFICE_VERSIONS,
  validateOfficeFile,
} from '../support/written-files/validate-office-file';

const FOLDER = 'cases-workbook';
const OWN_TABLES = ['Phụ lục!NhiemVu', 'Danh mục!DM_BangLyDo', 'Tiến độ!TienDo'];

describeShared('workbooks of others that once were spoiled', () => {
  const folder = useTemporaryFolder();
  const open = (name: string): Promise<WorkbookModel> => openWorkbook(readSharedBytes(FOLDER, name));
  const reopen = async (workbook: WorkbookModel): Promise<WorkbookModel> => {
    const bytes = await saveWorkbook(workbook);
    expect(findRepairCauses(bytes)).toEqual([]);
    return openWorkbook(bytes);
  };
  /** The workbook after an annex was imported into a copy of it. */
  const importInto = async (name: string): Promise<WorkbookModel> => {
    const file = folder.path(name);
    writeFileSync(file, readSharedBytes(FOLDER, name));
    const { code, errors } = await runPhuluc('import', `${SAMPLES_FOLDER}/phu-luc-2026.docx`, '--into', file);
    expect([code, errors.includes('Error')]).toEqual([0, false]);
    const bytes = new Uint8Array(readFileSync(file));
    expect(findRepairCauses(bytes)).toEqual([]);
    return openWorkbook(bytes);
  };
  const listTables = ({ sheets }: WorkbookModel): string[] =>
    sheets.flatMap(({ name, tables }) => tables.map((table) => `${name}!${table.name}`));

  it.each([
    ['own-table.xlsx', ['Lop!BangLop']],
    ['two-tables.xlsx', ['Lop!BangLop', 'Sach!BangSach']],
  ])('%s keeps its tables beside those of an import', async (name, tables) => {
    expect(listTables(await importInto(name))).toEqual([...tables, ...OWN_TABLES]);
  });

  it.each(['own-table.xlsx', 'two-tables.xlsx'])('%s keeps its tables when each gets a row', async (name) => {
    const workbook = await open(name);
    for (const sheet of workbook.sheets) {
      for (const table of sheet.tables) addTableRows(workbook, sheet, table, null, 1);
    }
    const again = await reopen(workbook);
    expect(listTables(again)).toEqual(listTables(workbook));
    for (const { tables } of again.sheets) expect(tables.map(({ area }) => area.bottom)).toEqual([3]);
  });

  it('many-formulas.xlsx has no #NAME? after an import', async () => {
    const before = await open('many-formulas.xlsx');
    const after = await importInto('many-formulas.xlsx');
    let formulas = 0;
    for (const sheet of before.sheets) {
      const { cells } = findSheetByName(after, sheet.name)!;
      for (const [row, line] of sheet.cells) {
        for (const [column, { formula }] of line) {
          if (formula === undefined) continue;
          formulas += 1;
          const input = cells.get(row)!.get(0)!.value as number;
          const { value } = cells.get(row)!.get(column)!;
          if (value !== input * 2) throw new Error(`${sheet.name} row ${row + 1}: ${JSON.stringify(value)}`);
        }
      }
    }
    expect(formulas).toBe(12_000);
  }, 240_000);

  it('many-texts.xlsx is saved with every text', async () => {
    const workbook = await open('many-texts.xlsx');
    const listTexts = ({ sheets }: WorkbookModel): CellValue[] =>
      sheets.flatMap(({ cells }) =>
        [...cells.values()].flatMap((line) => [...line.values()].map(({ value }) => value)),
      );
    const texts = listTexts(workbook);
    expect(new Set(texts).size).toBeGreaterThan(120_000);
    expect(listTexts(await reopen(workbook))).toEqual(texts);
  }, 240_000);

  it('zero-height.xlsx keeps hidden what is hidden by default', async () => {
    for (const workbook of [await open('zero-height.xlsx'), await reopen(await open('zero-height.xlsx'))]) {
      expect([0, 1, 500].map((row) => isRowHidden(workbook.sheets[0]!, row))).toEqual([false, true, true]);
    }
  });

  it('plain-then-runs.xlsx keeps the plain part of a text', async () => {
    for (const workbook of [
      await open('plain-then-runs.xlsx'),
      await reopen(await open('plain-then-runs.xlsx')),
    ]) {
      expect(workbook.sheets[0]!.cells.get(0)!.get(0)!.value).toBe('Danh sách lớp năm học 2026');
    }
  });

  it('external-link.xlsx keeps what another workbook gave', async () => {
    const workbook = await open('external-link.xlsx');
    recalculate(workbook);
    for (const one of [workbook, await reopen(workbook), await importInto('external-link.xlsx')]) {
      const { cells } = findSheetByName(one, 'S')!;
      expect([cells.get(0)!.get(1)!.value, cells.get(1)!.get(1)!.value]).toEqual([42, 7]);
    }
  });

  it('calc.xlsx is calculated as Excel does', async () => {
    const workbook = await open('calc.xlsx');
    recalculate(workbook, { locale: 'en-US' });
    const { cells } = findSheetByName(workbook, 'Q')!;
    const cases = readSharedJson<[row: number, formula: string, value: CellValue][]>(FOLDER, 'calc.json');
    const round = (value: CellValue | undefined): CellValue | undefined =>
      typeof value === 'number' ? Number(value.toPrecision(7)) : value;
    const found = cases.map(([row, formula]) => [row, formula, round(cells.get(row - 1)?.get(0)?.value)]);
    // The list says 46272 for rows 20 and 23; its own remark counts to 8 September, 46273, as LibreOffice does.
    const expected = cases.map(([row, formula, value]) => [
      row,
      formula,
      round([20, 23].includes(row) ? 46_273 : value),
    ]);
    expect(found).toEqual(expected);
  });

  it('wide-list.xlsx has no table of tasks', async () => {
    const document = await readDocument(readSharedBytes(FOLDER, 'wide-list.xlsx'), 'wide-list.xlsx');
    if (!document.ok) throw new Error(JSON.stringify(document.problems));
    expect(assembleAnnex(document.value)).toMatchObject({ ok: false, problems: [{ code: 'no-table' }] });
  }, 120_000);

  it('pattern-cycle.pdf ends within the limit of a reader', async () => {
    const { code } = await runPhuluc('import', getSharedPath(FOLDER, 'pattern-cycle.pdf'));
    expect(code).toBe(1);
  }, 150_000);

  itValidator(
    'pass the Open XML SDK after they were saved',
    async () => {
      for (const name of [
        'strict',
        'own-table',
        'two-tables',
        'zero-height',
        'plain-then-runs',
        'external-link',
      ]) {
        const path = folder.path(`${name}.xlsx`);
        writeFileSync(path, await saveWorkbook(await open(`${name}.xlsx`)));
        for (const version of name === 'strict' ? OFFICE_VERSIONS : (['Microsoft365'] as const)) {
          expect([name, await validateOfficeFile(path, version)]).toEqual([name, []]);
        }
        expect((await openWorkbook(new Uint8Array(readFileSync(path)))).sheets.length).toBeGreaterThan(0);
      }
    },
    120_000,
  );
});
