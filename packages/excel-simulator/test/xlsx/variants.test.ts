import type {
  FilterModel,
  PageLayoutModel,
  SheetModel,
  TableModel,
} from '@phuluc/excel-simulator/model/types';
import { createWorkbook } from '@phuluc/excel-simulator/model/workbook';
import { CHART_KINDS } from '@phuluc/excel-simulator/xlsx/chart/chart-kinds';
import { PRESETS } from '@phuluc/excel-simulator/xlsx/conditional-formats/rule-mappings';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import { createMinimalWorkbook, formatSheetXml } from '../../../ooxml/test/package-parts';

/** The first sheet after it was changed, saved and opened again. */
async function afterSaving(
  change: (sheet: SheetModel) => void,
): Promise<[before: SheetModel, after: SheetModel]> {
  const workbook = createWorkbook('Sheet1');
  const before = workbook.sheets[0]!;
  change(before);
  const opened = await openWorkbook(await saveWorkbook(workbook));
  return [before, opened.sheets[0]!];
}

const CELLS = { top: 0, left: 0, bottom: 4, right: 1 };

function createTable(part: Partial<TableModel>): TableModel {
  return {
    id: '{00000000-000C-0000-FFFF-FFFF00000000}',
    name: 'Q',
    area: CELLS,
    showHeaders: true,
    showTotals: false,
    style: '',
    showBandedRows: false,
    showBandedColumns: true,
    showFilterButton: true,
    highlightFirstColumn: false,
    highlightLastColumn: true,
    columns: [
      { id: 1, name: 'a' },
      { id: 2, name: 'b' },
    ],
    filters: {},
    ...part,
  };
}

describe('page fitting', () => {
  const zooms: PageLayoutModel['zoom'][] = [
    { scale: 100 },
    { scale: 65 },
    { horizontalFitToPages: 1 },
    { verticalFitToPages: 2 },
    { horizontalFitToPages: 3, verticalFitToPages: 1 },
    {},
  ];
  it.each(zooms)('%j', async (zoom) => {
    const [before, after] = await afterSaving((sheet) => {
      sheet.pageLayout.zoom = zoom;
    });
    expect(after).toEqual(before);
  });

  it.each([
    [
      '<sheetPr><pageSetUpPr fitToPage="true"/></sheetPr>',
      '<pageSetup paperSize="9"/>',
      { horizontalFitToPages: 1, verticalFitToPages: 1 },
    ],
    [
      '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
      '<pageSetup fitToHeight="0"/>',
      { horizontalFitToPages: 1 },
    ],
    ['', '<pageSetup scale="80" fitToWidth="1"/>', { scale: 80 }],
    ['', '', { scale: 100 }],
  ])('of %s and %s', async (properties, setup, zoom) => {
    const { sheets } = await openWorkbook(createMinimalWorkbook(formatSheetXml('', setup, properties)));
    expect(sheets[0]!.pageLayout.zoom).toEqual(zoom);
  });
});

describe('filters', () => {
  const filters: FilterModel[] = [
    { filterOn: 'Values', values: ['một', '2', ''] },
    { filterOn: 'Values', values: [] },
    { filterOn: 'Custom', criterion1: '>=5' },
    { filterOn: 'Custom', criterion1: '=a*', criterion2: '<>b', operator: 'Or' },
    { filterOn: 'Custom', criterion1: '<>' },
    { filterOn: 'TopItems', criterion1: '3' },
    { filterOn: 'TopPercent', criterion1: '25' },
    { filterOn: 'BottomItems', criterion1: '1' },
    { filterOn: 'BottomPercent', criterion1: '10' },
    { filterOn: 'Dynamic', criterion1: 'AboveAverage' },
    { filterOn: 'Dynamic', criterion1: 'AllDatesInPeriodQuarter2' },
    { filterOn: 'Dynamic', criterion1: 'AllDatesInPeriodFebruray' },
    { filterOn: 'Dynamic', criterion1: 'NextWeek' },
    { filterOn: 'CellColor', color: '#FF0000' },
    { filterOn: 'FontColor', color: '#00FF00' },
  ];
  it.each(filters)('%j', async (filter) => {
    const [before, after] = await afterSaving((sheet) => {
      sheet.autoFilter = { area: CELLS, filters: { 1: filter } };
    });
    expect(after).toEqual(before);
  });
});

describe('tables', () => {
  it.each<[string, Partial<TableModel>]>([
    ['without header', { showHeaders: false }],
    ['without header or buttons', { showHeaders: false, showFilterButton: false }],
    ['without buttons', { showFilterButton: false }],
    [
      'without buttons, filtered',
      { showFilterButton: false, filters: { 0: { filterOn: 'Values', values: ['x'] } } },
    ],
    ['without rows yet', { insertRow: true, area: { ...CELLS, bottom: 1 } }],
    [
      'with totals',
      {
        showTotals: true,
        columns: [
          { id: 4, name: 'a', totalsLabel: 'Cộng' },
          { id: 2, name: 'b', totalsFunction: 'CountNumbers' },
        ],
      },
    ],
    [
      'with a calculated column of arrays',
      {
        columns: [
          { id: 1, name: 'a' },
          { id: 2, name: 'b', calculatedFormula: '=SUM(IF(Q[a]>[@a],1,0))' },
        ],
      },
    ],
  ])('%s', async (_, part) => {
    const [before, after] = await afterSaving((sheet) => {
      sheet.tables.push(createTable(part));
    });
    expect(after.tables).toEqual(before.tables);
  });
});

describe('conditional formats of presets', () => {
  it.each(PRESETS.map(({ criterion }) => criterion))('%s', async (criterion) => {
    const [before, after] = await afterSaving((sheet) => {
      sheet.conditionalFormats = [
        {
          id: '{00000001-0000-0000-0000-000000000000}',
          areas: [CELLS],
          type: 'PresetCriteria',
          rule: { criterion },
          format: { font: { color: '#FF0000' } },
          priority: 0,
          stopIfTrue: false,
        },
      ];
    });
    expect(after).toEqual(before);
  });

  it('keep ids that are not those of their place', async () => {
    const rule = (id: string, priority: number) => ({
      id,
      areas: [CELLS],
      type: 'TopBottom',
      rule: { type: 'TopItems', rank: 3 },
      format: {},
      priority,
      stopIfTrue: true,
    });
    const [before, after] = await afterSaving((sheet) => {
      sheet.conditionalFormats = [
        rule('{00000007-0000-0000-0000-000000000000}', 0),
        rule('{00000001-0000-0000-0000-000000000000}', 1),
      ];
    });
    expect(after).toEqual(before);
  });
});

describe('charts of every kind', () => {
  it.each(CHART_KINDS.map(({ type }) => type))('%s', async (type) => {
    const [before, after] = await afterSaving((sheet) => {
      sheet.charts = [
        {
          id: '{00000001-0000-0000-0000-000000000000}',
          name: 'Chart 1',
          type,
          title: 'Tên',
          showTitle: true,
          legend: { visible: true, position: 'Bottom' },
          left: 60,
          top: 60,
          width: 360,
          height: 216,
          series: [1, 2].map((column) => ({
            name: `S${column}`,
            valuesFormula: `=Sheet1!$A$${column}:$C$${column}`,
            color: '#123456',
          })),
          axes: {},
        },
      ];
    });
    expect(after).toEqual(before);
  });
});

describe('frozen panes', () => {
  it.each([
    { rows: 2, columns: 0 },
    { rows: 0, columns: 3 },
    { rows: 1, columns: 1 },
  ])('%j, with cells selected', async (freeze) => {
    const workbook = createWorkbook('Sheet1');
    workbook.sheets[0]!.freeze = freeze;
    workbook.selection.areas = [{ top: 4, left: 5, bottom: 6, right: 7 }];
    expect(await openWorkbook(await saveWorkbook(workbook))).toEqual(workbook);
  });
});

describe('protection with a password', () => {
  it('keeps what the password was turned into', async () => {
    const workbook = createWorkbook('Sheet1');
    workbook.protection = { protected: true, options: {}, password: 'test' };
    const opened = await openWorkbook(await saveWorkbook(workbook));
    expect(opened.protection).toEqual({ protected: true, options: {}, password: 'hash:CBEB' });
    expect((await openWorkbook(await saveWorkbook(opened))).protection).toEqual(opened.protection);
  });

  it('keeps a hash of Excel’s as it is', async () => {
    const element =
      '<sheetProtection algorithmName="SHA-512" hashValue="aGFzaA==" saltValue="c2FsdA==" spinCount="100000" sheet="1" formatCells="0"/>';
    const opened = await openWorkbook(createMinimalWorkbook(formatSheetXml('', element)));
    const { protection } = opened.sheets[0]!;
    expect(protection).toMatchObject({
      protected: true,
      password: 'hash:SHA-512:c2FsdA==:100000:aGFzaA==',
      options: { allowFormatCells: true, allowSort: false, allowEditObjects: true },
    });
    expect((await openWorkbook(await saveWorkbook(opened))).sheets[0]!.protection).toEqual(protection);
  });
});
