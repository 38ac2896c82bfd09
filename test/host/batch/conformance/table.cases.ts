import { type Case, addressOf, does, gives, keeps, leads, once, reads, refusalOf } from './case';
import type { Bench } from './bench';

/** The table over the list. */
const table = once(({ sheet }) => sheet.tables.add('A1:D5', true));

const column = (bench: Bench): Excel.TableColumn => table(bench).columns.getItem('Số');

async function bodyOf(bench: Bench): Promise<unknown[][]> {
  const range = table(bench).getDataBodyRange();
  range.load('values');
  await bench.context.sync();
  return range.values;
}

/** First cells of the rows that are shown. */
async function shown(bench: Bench): Promise<unknown[]> {
  const view = bench.sheet.getRange('A2:A5').getVisibleView();
  view.load('values');
  await bench.context.sync();
  return view.values.map(([first]) => first);
}

const filters: Record<string, [(filter: Excel.Filter) => void, unknown[]]> = {
  apply: [(f) => f.apply({ filterOn: 'Custom', criterion1: '>2' }), ['I.1', 'II.2']],
  applyValuesFilter: [(f) => f.applyValuesFilter(['1', '2']), ['I.2', 'II.1']],
  applyCustomFilter: [(f) => f.applyCustomFilter('<2', '>4', 'Or'), ['I.2', 'II.2']],
  applyTopItemsFilter: [(f) => f.applyTopItemsFilter(1), ['II.2']],
  applyTopPercentFilter: [(f) => f.applyTopPercentFilter(50), ['I.1', 'II.2']],
  applyBottomItemsFilter: [(f) => f.applyBottomItemsFilter(1), ['I.2']],
  applyBottomPercentFilter: [(f) => f.applyBottomPercentFilter(50), ['I.2', 'II.1']],
};

export const tableCases: Case[] = [
  does('TableCollection.add', async (bench) => {
    expect(await addressOf(bench, table(bench).getRange())).toBe('A1:D5');
    expect(await refusalOf(bench, () => void bench.sheet.tables.add('C4:F9', true))).toBe(
      'MergedRangeConflict',
    );
  }),
  ...reads(
    'TableCollection',
    async (b) => {
      table(b);
      await b.context.sync();
      return b.context.workbook.tables;
    },
    { count: 1 },
  ),
  does('TableCollection.getCount', async (bench) => {
    table(bench);
    const own = bench.sheet.tables.getCount();
    const other = bench.context.workbook.worksheets.getItem('Khác').tables.getCount();
    await bench.context.sync();
    expect([own.value, other.value]).toEqual([1, 0]);
  }),
  does('TableCollection.getItem', async (bench) => {
    table(bench).load('id');
    await bench.context.sync();
    const again = bench.context.workbook.tables.getItem('TABLE1');
    again.load('name');
    await bench.context.sync();
    expect(again.name).toBe('Table1');
  }),
  does('TableCollection.getItemOrNullObject', async (bench) => {
    const none = bench.sheet.tables.getItemOrNullObject('Không');
    await bench.context.sync();
    expect(none.isNullObject).toBe(true);
  }),
  does('TableCollection.getItemAt', async (bench) => {
    table(bench);
    const first = bench.sheet.tables.getItemAt(0);
    first.load('name');
    await bench.context.sync();
    expect(first.name).toBe('Table1');
  }),
  ...(['getCount', 'getFirst', 'getItem', 'getItemOrNullObject'] as const).map((name) =>
    does(`TableScopedCollection.${name}`, async (bench) => {
      table(bench);
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
  ...keeps('Table', table, {
    name: 'NhiemVu',
    style: 'TableStyleLight9',
    showBandedRows: false,
    showBandedColumns: true,
    showFilterButton: false,
    highlightFirstColumn: true,
    highlightLastColumn: true,
  }).map((one) =>
    one.member === 'Table.name'
      ? does('Table.name', async (bench) => {
          const made = table(bench);
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
  does('Table.id', async (bench) => {
    const made = table(bench);
    made.load('id');
    await bench.context.sync();
    expect(made.id).toBe(bench.workbook.sheets[0]?.tables[0]?.id);
  }),
  ...reads('Table', table, { legacyId: '1' }),
  does('Table.showHeaders', async (bench) => {
    table(bench).showHeaders = false;
    await bench.context.sync();
    expect(await addressOf(bench, table(bench).getRange())).toBe('A2:D5');
    table(bench).showHeaders = true;
    const range = bench.sheet.getRange('A1:B2');
    range.load('values');
    await bench.context.sync();
    expect(range.values).toEqual([
      ['Mã', 'Nội dung'],
      ['I.1', 'Rà soát'],
    ]);
  }),
  does('Table.showTotals', async (bench) => {
    const made = table(bench);
    made.showTotals = true;
    const totals = made.getTotalRowRange();
    totals.load('values, address');
    await bench.context.sync();
    expect(totals.address).toBe('Sổ!A6:D6');
    expect(totals.values).toEqual([['Total', '', '', 22]]);
  }),
  ...leads('Table', table, {
    autoFilter: 'enabled',
    columns: 'items',
    rows: 'items',
    sort: 'fields',
    worksheet: 'name',
  }),
  ...gives('Table', {
    getRange: [(b) => table(b).getRange(), 'A1:D5'],
    getDataBodyRange: [(b) => table(b).getDataBodyRange(), 'A2:D5'],
    getHeaderRowRange: [(b) => table(b).getHeaderRowRange(), 'A1:D1'],
    getTotalRowRange: [
      (b) => {
        table(b).showTotals = true;
        return b.sheet.tables.getItemAt(0).getTotalRowRange();
      },
      'A6:D6',
    ],
    convertToRange: [(b) => table(b).convertToRange(), 'A1:D5'],
  }),
  does('Table.delete', async (bench) => {
    table(bench).delete();
    await bench.context.sync();
    expect(bench.workbook.sheets[0]?.tables).toEqual([]);
  }),
  does('Table.resize', async (bench) => {
    const made = table(bench);
    made.resize('A1:D7');
    expect(await addressOf(bench, made.getRange())).toBe('A1:D7');
    expect(await refusalOf(bench, () => table(bench).resize('A2:D7'))).toBe('InvalidArgument');
  }),
  does('Table.clearFilters', async (bench) => {
    column(bench).filter.applyTopItemsFilter(1);
    await bench.context.sync();
    table(bench).clearFilters();
    expect(await shown(bench)).toEqual(['I.1', 'I.2', 'II.1', 'II.2']);
  }),
  does('Table.reapplyFilters', async (bench) => {
    column(bench).filter.applyCustomFilter('>2');
    bench.sheet.getRange('C3').values = [[9]];
    await bench.context.sync();
    expect(await shown(bench)).toEqual(['I.1', 'II.2']);
    table(bench).reapplyFilters();
    expect(await shown(bench)).toEqual(['I.1', 'I.2', 'II.2']);
  }),
  ...reads('TableColumnCollection', (b) => table(b).columns, { count: 4 }),
  does('TableColumnCollection.add', async (bench) => {
    const made = table(bench).columns.add(1, [['Ghi chú'], ['a'], ['b'], ['c'], ['d']]);
    made.load('name, index, values');
    await bench.context.sync();
    expect([made.name, made.index, made.values]).toEqual([
      'Ghi chú',
      1,
      [['Ghi chú'], ['a'], ['b'], ['c'], ['d']],
    ]);
  }),
  does('TableColumnCollection.getCount', async (bench) => {
    const count = table(bench).columns.getCount();
    await bench.context.sync();
    expect(count.value).toBe(4);
  }),
  does('TableColumnCollection.getItem', async (bench) => {
    const found = table(bench).columns.getItem('nội dung');
    found.load('index');
    await bench.context.sync();
    expect(found.index).toBe(1);
    expect(await refusalOf(bench, () => void table(bench).columns.getItem('Không'))).toBe('ItemNotFound');
  }),
  does('TableColumnCollection.getItemOrNullObject', async (bench) => {
    const none = table(bench).columns.getItemOrNullObject('Không');
    await bench.context.sync();
    expect(none.isNullObject).toBe(true);
  }),
  does('TableColumnCollection.getItemAt', async (bench) => {
    const found = table(bench).columns.getItemAt(3);
    found.load('name');
    await bench.context.sync();
    expect(found.name).toBe('Gấp đôi');
  }),
  ...reads('TableColumn', column, { id: 3, index: 2 }),
  does('TableColumn.name', async (bench) => {
    table(bench);
    bench.sheet.getRange('F1').formulas = [['=SUM(Table1[Số])']];
    column(bench).name = 'Số lượng';
    const range = bench.sheet.getRange('F1');
    range.load('formulas');
    const header = bench.sheet.getRange('C1');
    header.load('values');
    await bench.context.sync();
    expect([range.formulas, header.values]).toEqual([[['=SUM(Table1[Số lượng])']], [['Số lượng']]]);
  }),
  does('TableColumn.values', async (bench) => {
    const one = column(bench);
    one.values = [['Số'], [4], [5], [6], [7]];
    one.load('values');
    await bench.context.sync();
    expect(one.values).toEqual([['Số'], [4], [5], [6], [7]]);
    expect((await bodyOf(bench)).map((row) => row[3])).toEqual([8, 10, 12, 14]);
  }),
  ...leads('TableColumn', column, { filter: 'criteria' }),
  does('TableColumn.delete', async (bench) => {
    column(bench).delete();
    await bench.context.sync();
    expect(bench.workbook.sheets[0]?.tables[0]?.columns.map(({ name }) => name)).toEqual([
      'Mã',
      'Nội dung',
      'Gấp đôi',
    ]);
  }),
  ...gives('TableColumn', {
    getRange: [(b) => column(b).getRange(), 'C1:C5'],
    getDataBodyRange: [(b) => column(b).getDataBodyRange(), 'C2:C5'],
    getHeaderRowRange: [(b) => column(b).getHeaderRowRange(), 'C1'],
    getTotalRowRange: [
      (b) => {
        const made = table(b);
        made.showTotals = true;
        return made.columns.getItem('Số').getTotalRowRange();
      },
      'C6',
    ],
  }),
  ...reads('TableRowCollection', (b) => table(b).rows, { count: 4 }),
  does('TableRowCollection.add', async (bench) => {
    const made = table(bench);
    const last = made.rows.add(undefined, [['III.1', 'Tổng kết', 4, '=[@Số]*2']]);
    const first = made.rows.add(0, [['Mở đầu', 'x', 1, '=[@Số]*2']]);
    last.load('index');
    first.load('index, values');
    await bench.context.sync();
    expect([last.index, first.index, first.values]).toEqual([4, 0, [['Mở đầu', 'x', 1, 2]]]);
    expect(await addressOf(bench, table(bench).getRange())).toBe('A1:D7');
  }),
  does('TableRowCollection.deleteRows', async (bench) => {
    const { rows } = table(bench);
    rows.deleteRows([0, 2]);
    expect((await bodyOf(bench)).map(([first]) => first)).toEqual(['I.2', 'II.2']);
  }),
  does('TableRowCollection.deleteRowsAt', async (bench) => {
    table(bench).rows.deleteRowsAt(1, 2);
    expect((await bodyOf(bench)).map(([first]) => first)).toEqual(['I.1', 'II.2']);
  }),
  does('TableRowCollection.getCount', async (bench) => {
    const count = table(bench).rows.getCount();
    await bench.context.sync();
    expect(count.value).toBe(4);
  }),
  does('TableRowCollection.getItemAt', async (bench) => {
    const row = table(bench).rows.getItemAt(1);
    row.load('values');
    await bench.context.sync();
    expect(row.values).toEqual([['I.2', 'Báo cáo', 1, 2]]);
  }),
  ...reads('TableRow', (b) => table(b).rows.getItemAt(2), { index: 2 }),
  does('TableRow.values', async (bench) => {
    const row = table(bench).rows.getItemAt(2);
    row.values = [['x', 'y', 10, '=[@Số]']];
    row.load('values');
    await bench.context.sync();
    expect(row.values).toEqual([['x', 'y', 10, 10]]);
  }),
  does('TableRow.delete', async (bench) => {
    table(bench).rows.getItemAt(0).delete();
    expect((await bodyOf(bench)).map(([first]) => first)).toEqual(['I.2', 'II.1', 'II.2']);
  }),
  ...gives('TableRow', { getRange: [(b) => table(b).rows.getItemAt(3).getRange(), 'A5:D5'] }),
  does('TableSort.apply', async (bench) => {
    table(bench).sort.apply([{ key: 2, ascending: true }], true);
    expect((await bodyOf(bench)).map(([first]) => first)).toEqual(['I.2', 'II.1', 'I.1', 'II.2']);
  }),
  ...(['fields', 'matchCase', 'method'] as const).map((name) =>
    does(`TableSort.${name}`, async (bench) => {
      const { sort } = table(bench);
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
  does('TableSort.reapply', async (bench) => {
    const made = table(bench);
    made.sort.apply([{ key: 2, ascending: true }]);
    bench.sheet.getRange('C2').values = [[99]];
    made.sort.reapply();
    expect((await bodyOf(bench)).map((row) => row[2])).toEqual([2, 3, 5, 99]);
  }),
  does('TableSort.clear', async (bench) => {
    const { sort } = table(bench);
    sort.apply([{ key: 2, ascending: true }]);
    sort.clear();
    await bench.context.sync();
    expect(await refusalOf(bench, () => table(bench).sort.reapply())).toBe('InvalidOperation');
  }),
  ...Object.entries(filters).map(([name, [apply, expected]]) =>
    does(`Filter.${name}`, async (bench) => {
      apply(column(bench).filter);
      await bench.context.sync();
      expect(await shown(bench)).toEqual(expected);
    }),
  ),
  does('Filter.applyCellColorFilter', async (bench) => {
    bench.sheet.getRange('C4').format.fill.color = '#FF0000';
    column(bench).filter.applyCellColorFilter('#FF0000');
    expect(await shown(bench)).toEqual(['II.1']);
  }),
  does('Filter.applyFontColorFilter', async (bench) => {
    bench.sheet.getRange('C3').format.font.color = '#FF0000';
    column(bench).filter.applyFontColorFilter('#FF0000');
    expect(await shown(bench)).toEqual(['I.2']);
  }),
  does('Filter.criteria', async (bench) => {
    const { filter } = column(bench);
    filter.applyCustomFilter('>2');
    filter.load('criteria');
    await bench.context.sync();
    expect(filter.criteria).toEqual({ filterOn: 'Custom', criterion1: '>2', operator: 'And' });
  }),
  does('Filter.clear', async (bench) => {
    const { filter } = column(bench);
    filter.applyTopItemsFilter(1);
    filter.clear();
    expect(await shown(bench)).toHaveLength(4);
  }),
  does('AutoFilter.apply', async (bench) => {
    bench.sheet.autoFilter.apply('A1:D5', 2, { filterOn: 'Custom', criterion1: '<3' });
    expect(await shown(bench)).toEqual(['I.2', 'II.1']);
  }),
  ...(['enabled', 'isDataFiltered', 'criteria'] as const).map((name) =>
    does(`AutoFilter.${name}`, async (bench) => {
      const { autoFilter } = bench.sheet;
      autoFilter.load(name);
      await bench.context.sync();
      expect(autoFilter[name]).toEqual(name === 'criteria' ? [] : false);
      autoFilter.apply('A1:B5', 1, { filterOn: 'Values', values: ['Báo cáo'] });
      autoFilter.load(name);
      await bench.context.sync();
      expect(autoFilter[name]).toEqual(
        name === 'criteria' ? [null, { filterOn: 'Values', values: ['Báo cáo'] }] : true,
      );
    }),
  ),
  does('AutoFilter.clearCriteria', async (bench) => {
    const { autoFilter } = bench.sheet;
    autoFilter.apply('A1:D5', 2, { filterOn: 'Custom', criterion1: '<3' });
    autoFilter.clearCriteria();
    expect(await shown(bench)).toHaveLength(4);
  }),
  does('AutoFilter.clearColumnCriteria', async (bench) => {
    const { autoFilter } = table(bench);
    autoFilter.apply('A1:D5', 2, { filterOn: 'Custom', criterion1: '<3' });
    autoFilter.apply('A1:D5', 0, { filterOn: 'Custom', criterion1: '=II*' });
    expect(await shown(bench)).toEqual(['II.1']);
    table(bench).autoFilter.clearColumnCriteria(2);
    expect(await shown(bench)).toEqual(['II.1', 'II.2']);
  }),
  does('AutoFilter.reapply', async (bench) => {
    const { autoFilter } = bench.sheet;
    autoFilter.apply('A1:D5', 2, { filterOn: 'Custom', criterion1: '<3' });
    bench.sheet.getRange('C2').values = [[0]];
    await bench.context.sync();
    expect(await shown(bench)).toEqual(['I.2', 'II.1']);
    autoFilter.reapply();
    expect(await shown(bench)).toEqual(['I.1', 'I.2', 'II.1']);
  }),
  does('AutoFilter.remove', async (bench) => {
    bench.sheet.autoFilter.apply('A1:D5');
    bench.sheet.autoFilter.remove();
    await bench.context.sync();
    expect(bench.workbook.sheets[0]?.autoFilter).toBeUndefined();
  }),
  ...gives('AutoFilter', {
    getRange: [(b) => table(b).autoFilter.getRange(), 'A1:D5'],
    getRangeOrNullObject: [(b) => b.sheet.autoFilter.getRangeOrNullObject(), null],
  }),
];
