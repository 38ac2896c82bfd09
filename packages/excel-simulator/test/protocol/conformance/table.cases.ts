import type { CaseContext } from './case-context';
import {
  captureErrorCode,
  type ConformanceCase,
  createCase,
  createNavigationCases,
  createOnce,
  createRangeCases,
  createReadCases,
  createWriteCases,
  readAddress,
} from './create-case';

/** The table over the list. */
const getTable = createOnce(({ sheet }) => sheet.tables.add('A1:D5', true));

const getColumn = (bench: CaseContext): Excel.TableColumn => getTable(bench).columns.getItem('Số');

async function readBody(bench: CaseContext): Promise<unknown[][]> {
  const range = getTable(bench).getDataBodyRange();
  range.load('values');
  await bench.context.sync();
  return range.values;
}

/** First cells of the rows that are shown. */
async function readShownValues(bench: CaseContext): Promise<unknown[]> {
  const view = bench.sheet.getRange('A2:A5').getVisibleView();
  view.load('values');
  await bench.context.sync();
  return view.values.map(([first]) => first);
}

const FILTER_CASES: Record<string, [(filter: Excel.Filter) => void, unknown[]]> = {
  apply: [(f) => f.apply({ filterOn: 'Custom', criterion1: '>2' }), ['I.1', 'II.2']],
  applyValuesFilter: [(f) => f.applyValuesFilter(['1', '2']), ['I.2', 'II.1']],
  applyCustomFilter: [(f) => f.applyCustomFilter('<2', '>4', 'Or'), ['I.2', 'II.2']],
  applyTopItemsFilter: [(f) => f.applyTopItemsFilter(1), ['II.2']],
  applyTopPercentFilter: [(f) => f.applyTopPercentFilter(50), ['I.1', 'II.2']],
  applyBottomItemsFilter: [(f) => f.applyBottomItemsFilter(1), ['I.2']],
  applyBottomPercentFilter: [(f) => f.applyBottomPercentFilter(50), ['I.2', 'II.1']],
};

const NO_CRITERIA = {
  color: null,
  criterion1: null,
  criterion2: null,
  dynamicCriteria: null,
  filterOn: null,
  icon: null,
  operator: null,
  subField: null,
  values: null,
};

export const TABLE_CASES: ConformanceCase[] = [
  createCase('TableCollection.add', async (bench) => {
    expect(await readAddress(bench, getTable(bench).getRange())).toBe('A1:D5');
    expect(await captureErrorCode(bench, () => void bench.sheet.tables.add('C4:F9', true))).toBe(
      'MergedRangeConflict',
    );
  }),
  ...createReadCases(
    'TableCollection',
    async (b) => {
      getTable(b);
      await b.context.sync();
      return b.context.workbook.tables;
    },
    { count: 1 },
  ),
  createCase('TableCollection.getCount', async (bench) => {
    getTable(bench);
    const own = bench.sheet.tables.getCount();
    const other = bench.context.workbook.worksheets.getItem('Khác').tables.getCount();
    await bench.context.sync();
    expect([own.value, other.value]).toEqual([1, 0]);
  }),
  createCase('TableCollection.getItem', async (bench) => {
    getTable(bench).load('id');
    await bench.context.sync();
    const again = bench.context.workbook.tables.getItem('TABLE1');
    again.load('name');
    await bench.context.sync();
    expect(again.name).toBe('Table1');
  }),
  createCase('TableCollection.getItemOrNullObject', async (bench) => {
    const none = bench.sheet.tables.getItemOrNullObject('Không');
    await bench.context.sync();
    expect(none.isNullObject).toBe(true);
  }),
  createCase('TableCollection.getItemAt', async (bench) => {
    getTable(bench);
    const first = bench.sheet.tables.getItemAt(0);
    first.load('name');
    await bench.context.sync();
    expect(first.name).toBe('Table1');
  }),
  ...(['getCount', 'getFirst', 'getItem', 'getItemOrNullObject'] as const).map((name) =>
    createCase(`TableScopedCollection.${name}`, async (bench) => {
      getTable(bench);
      const scoped = bench.sheet.getRange('D5:F9').getTables(false);
      if (name === 'getCount') {
        const count = scoped.getCount();
        const fully = bench.sheet.getRange('D5:F9').getTables(true).getCount();
        await bench.context.sync();
        expect([count.value, fully.value]).toEqual([1, 0]);
        return;
      }
      const found = name === 'getFirst' ? scoped.getFirst() : scoped[name]('Table1');
      found.load('name');
      await bench.context.sync();
      expect(found.name).toBe('Table1');
    }),
  ),
  ...createWriteCases('Table', getTable, {
    name: 'NhiemVu',
    style: 'TableStyleLight9',
    showBandedRows: false,
    showBandedColumns: true,
    showFilterButton: false,
    highlightFirstColumn: true,
    highlightLastColumn: true,
  }).map((one) =>
    one.member === 'Table.name'
      ? createCase('Table.name', async (bench) => {
          const made = getTable(bench);
          bench.sheet.getRange('F1').formulas = [['=SUM(Table1[Số])']];
          made.name = 'NhiemVu';
          const range = bench.sheet.getRange('F1');
          range.load('formulas, values');
          made.load('name');
          await bench.context.sync();
          expect([made.name, range.formulas, range.values]).toEqual([
            'NhiemVu',
            [['=SUM(NhiemVu[Số])']],
            [[11]],
          ]);
        })
      : one,
  ),
  createCase('Table.id', async (bench) => {
    const made = getTable(bench);
    made.load('id');
    await bench.context.sync();
    expect(made.id).toBe(bench.workbook.sheets[0]?.tables[0]?.id);
  }),
  ...createReadCases('Table', getTable, { legacyId: '1' }),
  createCase('Table.showHeaders', async (bench) => {
    getTable(bench).showHeaders = false;
    await bench.context.sync();
    expect(await readAddress(bench, getTable(bench).getRange())).toBe('A2:D5');
    getTable(bench).showHeaders = true;
    const range = bench.sheet.getRange('A1:B2');
    range.load('values');
    await bench.context.sync();
    expect(range.values).toEqual([
      ['Mã', 'Nội dung'],
      ['I.1', 'Rà soát'],
    ]);
  }),
  createCase('Table.showTotals', async (bench) => {
    const made = getTable(bench);
    made.showTotals = true;
    const totals = made.getTotalRowRange();
    totals.load('values, address');
    await bench.context.sync();
    expect(totals.address).toBe('Sổ!A6:D6');
    expect(totals.values).toEqual([['Total', '', '', 22]]);
  }),
  ...createNavigationCases('Table', getTable, {
    autoFilter: 'enabled',
    columns: 'items',
    rows: 'items',
    sort: 'fields',
    worksheet: 'name',
  }),
  ...createRangeCases('Table', {
    getRange: [(b) => getTable(b).getRange(), 'A1:D5'],
    getDataBodyRange: [(b) => getTable(b).getDataBodyRange(), 'A2:D5'],
    getHeaderRowRange: [(b) => getTable(b).getHeaderRowRange(), 'A1:D1'],
    getTotalRowRange: [
      (b) => {
        getTable(b).showTotals = true;
        return b.sheet.tables.getItemAt(0).getTotalRowRange();
      },
      'A6:D6',
    ],
    convertToRange: [(b) => getTable(b).convertToRange(), 'A1:D5'],
  }),
  createCase('Table.delete', async (bench) => {
    getTable(bench).delete();
    await bench.context.sync();
    expect(bench.workbook.sheets[0]?.tables).toEqual([]);
  }),
  createCase('Table.resize', async (bench) => {
    const made = getTable(bench);
    made.resize('A1:D7');
    expect(await readAddress(bench, made.getRange())).toBe('A1:D7');
    expect(await captureErrorCode(bench, () => getTable(bench).resize('A2:D7'))).toBe('InvalidArgument');
  }),
  createCase('Table.clearFilters', async (bench) => {
    getColumn(bench).filter.applyTopItemsFilter(1);
    await bench.context.sync();
    getTable(bench).clearFilters();
    expect(await readShownValues(bench)).toEqual(['I.1', 'I.2', 'II.1', 'II.2']);
  }),
  createCase('Table.reapplyFilters', async (bench) => {
    getColumn(bench).filter.applyCustomFilter('>2');
    bench.sheet.getRange('C3').values = [[9]];
    await bench.context.sync();
    expect(await readShownValues(bench)).toEqual(['I.1', 'II.2']);
    getTable(bench).reapplyFilters();
    expect(await readShownValues(bench)).toEqual(['I.1', 'I.2', 'II.2']);
  }),
  ...createReadCases('TableColumnCollection', (b) => getTable(b).columns, { count: 4 }),
  createCase('TableColumnCollection.add', async (bench) => {
    const made = getTable(bench).columns.add(1, [['Ghi chú'], ['a'], ['b'], ['c'], ['d']]);
    made.load('name, index, values');
    await bench.context.sync();
    expect([made.name, made.index, made.values]).toEqual([
      'Ghi chú',
      1,
      [['Ghi chú'], ['a'], ['b'], ['c'], ['d']],
    ]);
  }),
  createCase('TableColumnCollection.getCount', async (bench) => {
    const count = getTable(bench).columns.getCount();
    await bench.context.sync();
    expect(count.value).toBe(4);
  }),
  createCase('TableColumnCollection.getItem', async (bench) => {
    const found = getTable(bench).columns.getItem('nội dung');
    found.load('index');
    await bench.context.sync();
    expect(found.index).toBe(1);
    expect(await captureErrorCode(bench, () => void getTable(bench).columns.getItem('Không'))).toBe(
      'ItemNotFound',
    );
  }),
  createCase('TableColumnCollection.getItemOrNullObject', async (bench) => {
    const none = getTable(bench).columns.getItemOrNullObject('Không');
    await bench.context.sync();
    expect(none.isNullObject).toBe(true);
  }),
  createCase('TableColumnCollection.getItemAt', async (bench) => {
    const found = getTable(bench).columns.getItemAt(3);
    found.load('name');
    await bench.context.sync();
    expect(found.name).toBe('Gấp đôi');
  }),
  ...createReadCases('TableColumn', getColumn, { id: 3, index: 2 }),
  createCase('TableColumn.name', async (bench) => {
    getTable(bench);
    bench.sheet.getRange('F1').formulas = [['=SUM(Table1[Số])']];
    getColumn(bench).name = 'Số lượng';
    const range = bench.sheet.getRange('F1');
    range.load('formulas');
    const header = bench.sheet.getRange('C1');
    header.load('values');
    await bench.context.sync();
    expect([range.formulas, header.values]).toEqual([[['=SUM(Table1[Số lượng])']], [['Số lượng']]]);
  }),
  createCase('TableColumn.values', async (bench) => {
    const one = getColumn(bench);
    one.values = [['Số'], [4], [5], [6], [7]];
    one.load('values');
    await bench.context.sync();
    expect(one.values).toEqual([['Số'], [4], [5], [6], [7]]);
    expect((await readBody(bench)).map((row) => row[3])).toEqual([8, 10, 12, 14]);
  }),
  ...createNavigationCases('TableColumn', getColumn, { filter: 'criteria' }),
  createCase('TableColumn.delete', async (bench) => {
    getColumn(bench).delete();
    await bench.context.sync();
    expect(bench.workbook.sheets[0]?.tables[0]?.columns.map(({ name }) => name)).toEqual([
      'Mã',
      'Nội dung',
      'Gấp đôi',
    ]);
  }),
  ...createRangeCases('TableColumn', {
    getRange: [(b) => getColumn(b).getRange(), 'C1:C5'],
    getDataBodyRange: [(b) => getColumn(b).getDataBodyRange(), 'C2:C5'],
    getHeaderRowRange: [(b) => getColumn(b).getHeaderRowRange(), 'C1'],
    getTotalRowRange: [
      (b) => {
        const made = getTable(b);
        made.showTotals = true;
        return made.columns.getItem('Số').getTotalRowRange();
      },
      'C6',
    ],
  }),
  ...createReadCases('TableRowCollection', (b) => getTable(b).rows, { count: 4 }),
  createCase('TableRowCollection.add', async (bench) => {
    const made = getTable(bench);
    const last = made.rows.add(undefined, [['III.1', 'Tổng kết', 4, '=[@Số]*2']]);
    const first = made.rows.add(0, [['Mở đầu', 'x', 1, '=[@Số]*2']]);
    last.load('index');
    first.load('index, values');
    await bench.context.sync();
    expect([last.index, first.index, first.values]).toEqual([4, 0, [['Mở đầu', 'x', 1, 2]]]);
    expect(await readAddress(bench, getTable(bench).getRange())).toBe('A1:D7');
  }),
  createCase('TableRowCollection.deleteRows', async (bench) => {
    const { rows } = getTable(bench);
    rows.deleteRows([0, 2]);
    expect((await readBody(bench)).map(([first]) => first)).toEqual(['I.2', 'II.2']);
  }),
  createCase('TableRowCollection.deleteRowsAt', async (bench) => {
    getTable(bench).rows.deleteRowsAt(1, 2);
    expect((await readBody(bench)).map(([first]) => first)).toEqual(['I.1', 'II.2']);
  }),
  createCase('TableRowCollection.getCount', async (bench) => {
    const count = getTable(bench).rows.getCount();
    await bench.context.sync();
    expect(count.value).toBe(4);
  }),
  createCase('TableRowCollection.getItemAt', async (bench) => {
    const row = getTable(bench).rows.getItemAt(1);
    row.load('values');
    await bench.context.sync();
    expect(row.values).toEqual([['I.2', 'Báo cáo', 1, 2]]);
  }),
  ...createReadCases('TableRow', (b) => getTable(b).rows.getItemAt(2), { index: 2 }),
  createCase('TableRow.values', async (bench) => {
    const row = getTable(bench).rows.getItemAt(2);
    row.values = [['x', 'y', 10, '=[@Số]']];
    row.load('values');
    await bench.context.sync();
    expect(row.values).toEqual([['x', 'y', 10, 10]]);
  }),
  createCase('TableRow.delete', async (bench) => {
    getTable(bench).rows.getItemAt(0).delete();
    expect((await readBody(bench)).map(([first]) => first)).toEqual(['I.2', 'II.1', 'II.2']);
  }),
  ...createRangeCases('TableRow', { getRange: [(b) => getTable(b).rows.getItemAt(3).getRange(), 'A5:D5'] }),
  createCase('TableSort.apply', async (bench) => {
    getTable(bench).sort.apply([{ key: 2, ascending: true }], true);
    expect((await readBody(bench)).map(([first]) => first)).toEqual(['I.2', 'II.1', 'I.1', 'II.2']);
  }),
  ...(['fields', 'matchCase', 'method'] as const).map((name) =>
    createCase(`TableSort.${name}`, async (bench) => {
      const { sort } = getTable(bench);
      sort.apply([{ key: 2, ascending: true }], true, 'StrokeCount');
      sort.load(name);
      await bench.context.sync();
      expect(sort[name]).toEqual(
        { fields: [{ key: 2, sortOn: 'Value', ascending: true }], matchCase: true, method: 'StrokeCount' }[
          name
        ],
      );
    }),
  ),
  createCase('TableSort.reapply', async (bench) => {
    const made = getTable(bench);
    made.sort.apply([{ key: 2, ascending: true }]);
    bench.sheet.getRange('C2').values = [[99]];
    made.sort.reapply();
    expect((await readBody(bench)).map((row) => row[2])).toEqual([2, 3, 5, 99]);
  }),
  createCase('TableSort.clear', async (bench) => {
    const { sort } = getTable(bench);
    sort.apply([{ key: 2, ascending: true }]);
    sort.clear();
    await bench.context.sync();
    expect(await captureErrorCode(bench, () => getTable(bench).sort.reapply())).toBe('InvalidOperation');
  }),
  ...Object.entries(FILTER_CASES).map(([name, [apply, expected]]) =>
    createCase(`Filter.${name}`, async (bench) => {
      apply(getColumn(bench).filter);
      await bench.context.sync();
      expect(await readShownValues(bench)).toEqual(expected);
    }),
  ),
  createCase('Filter.applyCellColorFilter', async (bench) => {
    bench.sheet.getRange('C4').format.fill.color = '#FF0000';
    getColumn(bench).filter.applyCellColorFilter('#FF0000');
    expect(await readShownValues(bench)).toEqual(['II.1']);
  }),
  createCase('Filter.applyFontColorFilter', async (bench) => {
    bench.sheet.getRange('C3').format.font.color = '#FF0000';
    getColumn(bench).filter.applyFontColorFilter('#FF0000');
    expect(await readShownValues(bench)).toEqual(['I.2']);
  }),
  createCase('Filter.criteria', async (bench) => {
    const { filter } = getColumn(bench);
    filter.applyCustomFilter('>2');
    filter.load('criteria');
    await bench.context.sync();
    // The fields without a value are null, and refused where they are given back (OfficeDev/office-js 1226).
    expect(filter.criteria).toEqual({
      ...NO_CRITERIA,
      filterOn: 'Custom',
      criterion1: '>2',
      operator: 'And',
    });
    filter.apply(filter.criteria);
    await expect(bench.context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
  }),
  createCase('Filter.clear', async (bench) => {
    const { filter } = getColumn(bench);
    filter.applyTopItemsFilter(1);
    filter.clear();
    expect(await readShownValues(bench)).toHaveLength(4);
  }),
  createCase('AutoFilter.apply', async (bench) => {
    bench.sheet.autoFilter.apply('A1:D5', 2, { filterOn: 'Custom', criterion1: '<3' });
    expect(await readShownValues(bench)).toEqual(['I.2', 'II.1']);
  }),
  ...(['enabled', 'isDataFiltered', 'criteria'] as const).map((name) =>
    createCase(`AutoFilter.${name}`, async (bench) => {
      const { autoFilter } = bench.sheet;
      autoFilter.load(name);
      await bench.context.sync();
      expect(autoFilter[name]).toEqual(name === 'criteria' ? [] : false);
      autoFilter.apply('A1:B5', 1, { filterOn: 'Values', values: ['Báo cáo'] });
      autoFilter.load(name);
      await bench.context.sync();
      expect(autoFilter[name]).toEqual(
        name === 'criteria'
          ? [NO_CRITERIA, { ...NO_CRITERIA, filterOn: 'Values', values: ['Báo cáo'] }]
          : true,
      );
    }),
  ),
  createCase('AutoFilter.clearCriteria', async (bench) => {
    const { autoFilter } = bench.sheet;
    autoFilter.apply('A1:D5', 2, { filterOn: 'Custom', criterion1: '<3' });
    autoFilter.clearCriteria();
    expect(await readShownValues(bench)).toHaveLength(4);
  }),
  createCase('AutoFilter.clearColumnCriteria', async (bench) => {
    const { autoFilter } = getTable(bench);
    autoFilter.apply('A1:D5', 2, { filterOn: 'Custom', criterion1: '<3' });
    autoFilter.apply('A1:D5', 0, { filterOn: 'Custom', criterion1: '=II*' });
    expect(await readShownValues(bench)).toEqual(['II.1']);
    getTable(bench).autoFilter.clearColumnCriteria(2);
    expect(await readShownValues(bench)).toEqual(['II.1', 'II.2']);
  }),
  createCase('AutoFilter.reapply', async (bench) => {
    const { autoFilter } = bench.sheet;
    autoFilter.apply('A1:D5', 2, { filterOn: 'Custom', criterion1: '<3' });
    bench.sheet.getRange('C2').values = [[0]];
    await bench.context.sync();
    expect(await readShownValues(bench)).toEqual(['I.2', 'II.1']);
    autoFilter.reapply();
    expect(await readShownValues(bench)).toEqual(['I.1', 'I.2', 'II.1']);
  }),
  createCase('AutoFilter.remove', async (bench) => {
    bench.sheet.autoFilter.apply('A1:D5');
    bench.sheet.autoFilter.remove();
    await bench.context.sync();
    expect(bench.workbook.sheets[0]?.autoFilter).toBeUndefined();
  }),
  ...createRangeCases('AutoFilter', {
    getRange: [(b) => getTable(b).autoFilter.getRange(), 'A1:D5'],
    getRangeOrNullObject: [(b) => b.sheet.autoFilter.getRangeOrNullObject(), null],
  }),
];
