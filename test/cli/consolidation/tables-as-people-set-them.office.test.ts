import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSheetByName, getCell, setCell } from '@phuluc/excel-simulator/model/workbook';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import type { buildConsolidationReport } from '../../../src/authority-workbook/consolidation-report';
import { closeExcel, openExcel } from '../../support/excel/open-excel';
import { runPhuluc, SAMPLES_FOLDER, useTemporaryFolder } from '../../support/run-cli';

type Report = ReturnType<typeof buildConsolidationReport>;

type Counted = { totals: Report['totals']; warnings: string[] };

const ANNEX = join(SAMPLES_FOLDER, 'phu-luc-2026.docx');
const HEADER_ROW = 5;

/** What people do to the table of tasks, or beside it, before they send their workbook. */
const CHANGES: [string, (table: Excel.Table, sheet: Excel.Worksheet) => void][] = [
  ['a Total Row', (table) => void (table.showTotals = true)],
  [
    'other bands and style',
    (table) => {
      table.showBandedRows = false;
      table.showBandedColumns = true;
      table.style = 'TableStyleDark3';
    },
  ],
  ['another name', (table) => void (table.name = 'BangCuaToi')],
  ['rows in another order', (table) => void table.sort.apply([{ key: 3, ascending: false }])],
  [
    'a second table on the sheet',
    (_, sheet) => {
      sheet.getRange('T6:U8').values = [
        ['Mã', 'Kết quả thực hiện'],
        ['I.1', 'Chưa thực hiện'],
        ['I.2', 'Chưa thực hiện'],
      ];
      sheet.tables.add('T6:U8', true).name = 'GhiChu';
    },
  ],
];

describe('phuluc consolidate on tables as people set them', () => {
  const folder = useTemporaryFolder();

  /** The workbook of a unit, with progress in its first tasks. */
  const writeUnitWorkbook = async (file: string): Promise<void> => {
    expect(
      (await runPhuluc('import', ANNEX, '--unit', 'Trường A', '--unit-code', 'A-1', '-o', file)).code,
    ).toBe(0);
    const workbook = await openWorkbook(new Uint8Array(readFileSync(file)));
    const sheet = findSheetByName(workbook, 'Phụ lục')!;
    const put = (row: number, header: string, value: string): void => {
      const [column] = [...sheet.cells.get(HEADER_ROW)!].find(([, cell]) => cell.value === header)!;
      setCell(sheet, row, column, { ...getCell(sheet, row, column), formula: undefined, value });
    };
    put(HEADER_ROW + 1, 'Kết quả thực hiện', 'Hoàn thành');
    put(HEADER_ROW + 2, 'Kết quả thực hiện', 'Đang thực hiện');
    put(HEADER_ROW + 3, 'Áp dụng', 'Không thực hiện');
    writeFileSync(file, await saveWorkbook(workbook));
  };
  const changeTable = async (
    name: string,
    change: (table: Excel.Table, sheet: Excel.Worksheet) => void,
  ): Promise<void> => {
    const original = new Uint8Array(readFileSync(folder.path('original/unit.xlsx')));
    const { workbook } = await openExcel(await openWorkbook(original));
    await Excel.run(async (excel) => {
      const sheet = excel.workbook.worksheets.getItem('Phụ lục');
      change(excel.workbook.tables.getItem('NhiemVu'), sheet);
      await excel.sync();
    });
    closeExcel();
    mkdirSync(folder.path(name));
    writeFileSync(folder.path(`${name}/unit.xlsx`), await saveWorkbook(workbook));
  };
  const countAll = async (name: string): Promise<Counted> => {
    const answer = await runPhuluc(
      'consolidate',
      folder.path(name),
      ...['--annex', ANNEX, '--as-of', '2026-07-15', '--json'],
    );
    if (answer.code !== 0) throw new Error(answer.errors);
    return {
      totals: answer.json<Report>().totals,
      warnings: answer.out.match(/headers-hidden|other-sheet-differs/g) ?? [],
    };
  };

  beforeEach(async () => {
    mkdirSync(folder.path('original'));
    await writeUnitWorkbook(folder.path('original/unit.xlsx'));
  }, 60_000);

  it('counts what it counts in the table as it was made', async () => {
    const expected = await countAll('original');
    for (const [index, [what, change]] of CHANGES.entries()) {
      await changeTable(String(index), change);
      expect([what, await countAll(String(index))]).toEqual([what, expected]);
    }
  }, 240_000);

  it('reads answers by the names of columns where the header row is off, and warns of the formulas', async () => {
    const expected = await countAll('original');
    await changeTable('off', (table) => {
      table.showTotals = true;
      table.showHeaders = false;
    });
    const found = await countAll('off');
    // Deadlines of the sheet are formulas that refer to the headers.
    expect({ ...found.totals, overdue: 0 }).toEqual({ ...expected.totals, overdue: 0 });
    expect(expected.warnings).not.toContain('headers-hidden');
    expect(found.warnings).toContain('headers-hidden');
  }, 120_000);
});
