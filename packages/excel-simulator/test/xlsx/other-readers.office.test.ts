import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { installChartSupport } from '@cj-tech-master/excelts/chart';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import { convertInLibreOffice, itLibreOffice } from '../../../../test/support/excel/libreoffice';
import { createRichWorkbook } from './create-rich-workbook';

const PYTHONS = ['/usr/bin/python3', 'python3'];
const python = PYTHONS.find((name) => spawnSync(name, ['-c', 'import openpyxl']).status === 0);

/** A test that says plainly that it was skipped where the program is not there. */
function itWith(program: string | undefined, name: string): typeof it | typeof it.skip {
  return program
    ? it
    : (it.skip.bind(null, `(skipped: ${name} is not on this machine)`) as unknown as typeof it.skip);
}

async function inFolder<T>(work: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'xlsx-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('a saved file as another library reads it', () => {
  installChartSupport();
  let sheets: Worksheet[];
  let names: { name: string }[];

  beforeAll(async () => {
    const workbook = new Workbook();
    await workbook.xlsx.load(await saveWorkbook(createRichWorkbook()));
    sheets = workbook.worksheets;
    names = workbook.definedNames.model;
  });

  it('has the sheets, hidden ones too', () => {
    expect(sheets.map(({ name, state }) => [name, state])).toEqual([
      ['Phụ lục', 'visible'],
      ['Tổng hợp', 'visible'],
      ['An', 'hidden'],
      ['Rất ẩn', 'veryHidden'],
    ]);
  });

  it('has values, formulas in the spelling of files, and results', () => {
    const [tasks, summary] = sheets as [Worksheet, Worksheet];
    expect(tasks.getCell('A6').value).toBe('01');
    expect(tasks.getCell('B6').value).toBe('=không phải công thức');
    expect(tasks.getCell('C6').value).toBe(1e21);
    expect(tasks.getCell('E5').value).toMatchObject({
      formula: 'IF(NhiemVu[[#This Row],[Hạn]]="","Cần xem lại","Đã xong")',
      result: 'Đã xong',
    });
    expect(summary.getCell('B3').value).toMatchObject({ formula: 'ROWS(NhiemVu[])-3' });
    expect(summary.getCell('C3').value).toMatchObject({
      formula: '_xlfn.TEXTJOIN(", ",TRUE,IF(B2:B3>0,"a","b"))',
      isDynamicArray: true,
    });
    expect(summary.getCell('A5').value).toMatchObject({ formula: '_xlfn.SEQUENCE(2,2)', ref: 'A5:B6' });
  });

  it('has the formats', () => {
    const header = sheets[0]!.getCell('A4');
    expect(header.font).toMatchObject({
      name: 'Times New Roman',
      size: 13,
      bold: true,
      color: { argb: 'FFFFFFFF' },
    });
    expect(header.fill).toMatchObject({ pattern: 'solid', fgColor: { argb: 'FF1072BA' } });
    expect(header.border).toMatchObject({ top: { style: 'thin' }, bottom: { style: 'double' } });
    expect(header.alignment).toMatchObject({ horizontal: 'center', vertical: 'middle', wrapText: true });
    expect(sheets[0]!.getCell('D5').numFmt).toBe('dd/mm/yyyy');
  });

  it('has table, merges, page, charts and names', () => {
    const [tasks, summary] = sheets as [Worksheet, Worksheet];
    expect(tasks.getTables().map((table) => (table as unknown as { name: string }).name)).toEqual([
      'NhiemVu',
    ]);
    expect(tasks.getCell('F1').master.address).toBe('A1');
    expect(tasks.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    });
    expect(tasks.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 4, showGridLines: false });
    expect(tasks.conditionalFormattings).toHaveLength(10);
    expect(summary.getCharts()).toHaveLength(7);
    expect(names.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['DanhMucTrangThai', 'PhienBan', 'Tong', 'CucBo']),
    );
  });
});

const PYTHON_LOOK = `
import json, sys, warnings
warnings.simplefilter('ignore')
import openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
print(json.dumps({
    'states': [one.sheet_state for one in book.worksheets],
    'text': [sheet['A6'].value, sheet['B5'].value, sheet['B6'].value, sheet['B6'].data_type, sheet['B6'].quotePrefix],
    'formula': sheet['E5'].value,
    'merges': sorted(str(one) for one in sheet.merged_cells.ranges),
    'validations': [[' '.join(sorted(str(one.sqref).split())), one.type, one.formula1] for one in sheet.data_validations.dataValidation],
    'rules': [rule.type for one in sheet.conditional_formatting for rule in one.rules],
    'table': [[column.name for column in one.tableColumns] for one in sheet.tables.values()],
    'titles': [sheet.print_title_rows, sheet.print_title_cols, sheet.print_area],
    'page': [sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight],
    'freeze': sheet.freeze_panes,
    'protected': sheet.protection.sheet,
    'charts': len(book.worksheets[1]._charts),
    'names': sorted(one.name for one in book.defined_names.definedName),
    'epoch': book.epoch.year,
    'title': book.properties.title,
}))
`;

describe('a saved file as other programs open it', () => {
  itWith(python, 'openpyxl')('openpyxl finds everything', async () => {
    const bytes = await saveWorkbook(createRichWorkbook());
    const seen = await inFolder((folder) => {
      writeFileSync(join(folder, 'a.xlsx'), bytes);
      return JSON.parse(
        execFileSync(python!, ['-c', PYTHON_LOOK, join(folder, 'a.xlsx')], { encoding: 'utf8' }),
      ) as object;
    });
    expect(seen).toEqual({
      states: ['visible', 'visible', 'hidden', 'veryHidden'],
      text: ['01', '  Hai dấu cách ', '=không phải công thức', 's', true],
      formula: '=IF(NhiemVu[[#This Row],[Hạn]]="","Cần xem lại","Đã xong")',
      merges: ['A1:F1', 'C2:D3'],
      validations: [
        ['E11 E5:E7', 'list', 'DanhMucTrangThai'],
        ['D5:D7', 'date', '45000'],
        ['C5:C7', 'decimal', '0'],
        ['A12', 'list', '"Có,Không,""Chưa rõ"""'],
        ['A13', 'custom', 'ISTEXT(A13)'],
      ],
      rules: expect.arrayContaining([
        'expression',
        'cellIs',
        'beginsWith',
        'top10',
        'timePeriod',
        'dataBar',
        'colorScale',
        'iconSet',
      ]),
      table: [['Mã', 'Nội dung\ncông việc', 'Kinh phí (triệu đồng) [dự kiến] #1', 'Hạn', 'Trạng thái']],
      titles: ['$4:$4', '$A:$B', ['$A$1:$E$8', '$A$10:$E$13']],
      page: ['landscape', 9, true, 0],
      freeze: 'B5',
      protected: true,
      charts: 7,
      names: ['CucBo', 'DanhMucTrangThai', 'PhienBan', 'Tong'],
      epoch: 1904,
      title: 'Phụ lục',
    });
  });

  itLibreOffice(
    'LibreOffice opens it, and what it saves can be opened here',
    async () => {
      const workbook = createRichWorkbook();
      const bytes = await saveWorkbook(workbook);
      const saved = convertInLibreOffice(bytes, { from: 'xlsx', to: 'xlsx' });
      const opened = await openWorkbook(saved);
      const [tasks, summary] = opened.sheets;
      const [before, summaryBefore] = workbook.sheets;
      expect(opened.sheets.map(({ name }) => name)).toEqual(workbook.sheets.map(({ name }) => name));
      expect(tasks!.cells.get(6)?.get(1)?.value).toContain('<&>"\' 😀');
      expect(tasks!.cells.get(4)?.get(4)).toMatchObject({
        value: 'Đã xong',
        formula: '=IF([@Hạn]="","Cần xem lại","Đã xong")',
      });
      expect(tasks!.merges).toEqual(before!.merges);
      expect(tasks!.tables.map(({ name, area }) => ({ name, area }))).toEqual(
        before!.tables.map(({ name, area }) => ({ name, area })),
      );
      expect(tasks!.validations[0]).toMatchObject({ rule: before!.validations[0]!.rule });
      expect(tasks!.pageLayout).toMatchObject({
        orientation: 'Landscape',
        paperSize: 'A4',
        zoom: { horizontalFitToPages: 1 },
        titleRows: { first: 3, last: 3 },
      });
      expect(summary!.cells.get(1)?.get(1)).toMatchObject({
        value: 2,
        formula: summaryBefore!.cells.get(1)!.get(1)!.formula,
      });
      expect(summary!.charts.map(({ type }) => type)).toEqual(
        expect.arrayContaining(['ColumnStacked', 'Doughnut', 'Line', 'BarStacked100']),
      );
      const again = await openWorkbook(await saveWorkbook(opened));
      expect({ ...again, losses: [] }).toEqual({ ...opened, losses: [] });
    },
    120_000,
  );
});
