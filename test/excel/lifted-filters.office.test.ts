import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import { findFirstDifference } from '@phuluc/excel-simulator/model/compare-workbooks';
import { isRowHidden } from '@phuluc/excel-simulator/model/geometry';
import { getTableBodyRange } from '@phuluc/excel-simulator/model/tables/table-columns';
import type { FilterModel, TableModel, WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { createWorkbook } from '@phuluc/excel-simulator/model/workbook';
import type { Annex } from '../../src/annex/types';
import { importAnnex } from '../../src/commands/import/import-annex';
import { toImmediateCommand, undo } from '../../src/commands/undo';
import { expectByMachine, getMachineOfRun, type Machine } from '../support/excel/machines';
import {
  closeExcel,
  COMMAND_CONTEXT,
  countSyncs,
  getSheet,
  openExcel,
  stageAndImport,
  stageImport,
} from '../support/excel/open-excel';
import { createTimedAnnex, importAndTrack, renewProgressLog } from '../support/excel/progress-log';

afterEach(closeExcel);

/** The annex with three tasks changed, one removed and one added in a section of its own. */
function createReissue(): Annex {
  const { tasks, ...annex } = createTimedAnnex();
  const [first, second, third, , ...others] = tasks;
  const change = (task: Annex['tasks'][number] | undefined) => ({ ...task!, product: 'Tờ trình' });
  const added = { ...first!, id: 'II.1', section: 'II', tt: '1', content: 'Lập sổ theo dõi văn bản' };
  return { ...annex, tasks: [change(first), change(second), change(third), ...others, added] };
}

function findTable(workbook: WorkbookModel, name: string): TableModel {
  return workbook.sheets.flatMap(({ tables }) => tables).find((table) => table.name === name)!;
}

/** All contents of the sheets in view but the filters, the rows that they hide and what says when things were done. */
function listContents(workbook: WorkbookModel): unknown {
  return workbook.sheets
    .filter(({ visibility }) => visibility === 'Visible')
    .map(({ name, cells, tables }) => ({
      name,
      tables: tables.map((table) => [table.name, table.area]),
      cells: [...cells]
        .sort(([a], [b]) => a - b)
        .map(([row, line]) => [
          row,
          [...line]
            .sort(([a], [b]) => a - b)
            .flatMap(([column, { value, formula }]) =>
              value === '' && formula === undefined ? [] : [[column, formula ?? value]],
            ),
        ]),
    }));
}

/** These tests set the filters themselves. */
function openUnfiltered() {
  const machine = expectByMachine<Machine | null>(getMachineOfRun(), { filtered: null });
  return openExcel(createWorkbook('Sổ tay'), { machine });
}

type SetFilter = (context: Excel.RequestContext) => void;

const FILTERS: Record<string, SetFilter> = {
  'values, after a sort': ({ workbook }) => {
    const table = workbook.tables.getItem('NhiemVu');
    table.sort.apply([{ key: 3, ascending: false }]);
    table.columns.getItem('Mã').filter.applyValuesFilter(['I.2', 'I.4', 'I.5']);
  },
  'a part of a text, in two columns': ({ workbook }) => {
    const { columns } = workbook.tables.getItem('NhiemVu');
    columns.getItem('Nội dung công việc').filter.applyCustomFilter('=*số*', '=*sách*', 'And');
    columns.getItem('Mã').filter.applyCustomFilter('<>I.1');
  },
  'a color': ({ workbook }) => {
    const table = workbook.tables.getItem('NhiemVu');
    table.getDataBodyRange().getCell(1, 0).format.fill.color = '#FFFF00';
    table.columns.getItemAt(0).filter.applyCellColorFilter('#FFFF00');
  },
};

async function setFilter(filter: SetFilter): Promise<void> {
  await Excel.run(async (context) => {
    filter(context);
    await context.sync();
  });
}

async function importAgain(annex: Annex) {
  const staged = await stageImport(annex);
  if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
  return importAnnex.run(COMMAND_CONTEXT, staged.value);
}

describe('a filtered table', () => {
  it.each(Object.keys(FILTERS))(
    'by %s takes a reissued annex like any other, and stays filtered',
    async (name) => {
      const contents: unknown[] = [];
      for (const isFiltered of [false, true]) {
        const { workbook, waitForIdle } = await openUnfiltered();
        await stageAndImport(createTimedAnnex());
        await setFilter(FILTERS[name]!);
        const { filters } = findTable(workbook, 'NhiemVu');
        expect(Object.keys(filters).length).toBeGreaterThan(0);
        if (!isFiltered)
          await setFilter(({ workbook: { tables } }) => tables.getItem('NhiemVu').clearFilters());
        const staged = await stageImport(createReissue());
        if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
        const done = await importAnnex.run(COMMAND_CONTEXT, staged.value);
        expect(done).toMatchObject({
          ok: true,
          warnings: isFiltered
            ? [{ code: 'filter-set-again', severity: 'warning', place: { sheet: 'Phụ lục' } }]
            : [],
        });
        await waitForIdle();
        if (isFiltered) expect(findTable(workbook, 'NhiemVu').filters).toEqual(filters);
        contents.push(listContents(workbook));
        closeExcel();
      }
      expect(contents[1]).toEqual(contents[0]);
    },
  );

  it('hides the rows again that do not match, new ones too', async () => {
    const { workbook } = await openUnfiltered();
    await stageAndImport(createTimedAnnex());
    await setFilter(({ workbook: { tables } }) =>
      tables.getItem('NhiemVu').columns.getItem('Mã').filter.applyValuesFilter(['I.2', 'I.5']),
    );
    await stageAndImport(createReissue());
    const sheet = getSheet(workbook, 'Phụ lục');
    const { top, bottom } = getTableBodyRange(findTable(workbook, 'NhiemVu'));
    const shown = Array.from({ length: bottom - top + 1 }, (_, index) => top + index)
      .filter((row) => !isRowHidden(sheet, row))
      .map((row) => sheet.cells.get(row)?.get(0)?.value);
    expect(shown).toEqual(['I.2', 'I.5']);
  });

  it('costs one request more before the writing and one after it', async () => {
    const counts: number[] = [];
    for (const isFiltered of [false, true]) {
      const excel = await openUnfiltered();
      await stageAndImport(createTimedAnnex());
      if (isFiltered) await setFilter(FILTERS['a part of a text, in two columns']!);
      await excel.waitForIdle();
      const before = countSyncs(excel);
      await stageAndImport(createReissue());
      await excel.waitForIdle();
      counts.push(countSyncs(excel) - before);
      closeExcel();
    }
    expect(counts[1]! - counts[0]!).toBe(2);
  });

  it('is as before after an undo', async () => {
    const { workbook } = await openUnfiltered();
    await stageAndImport(createTimedAnnex());
    await setFilter(FILTERS['a part of a text, in two columns']!);
    const before = listContents(workbook);
    const { filters } = findTable(workbook, 'NhiemVu');
    await stageAndImport(createReissue());
    expect(await toImmediateCommand(undo).run(COMMAND_CONTEXT)).toMatchObject({
      ok: true,
      warnings: [{ code: 'filter-set-again' }],
    });
    expect(listContents(workbook)).toEqual(before);
    expect(findTable(workbook, 'NhiemVu').filters).toEqual(filters);
  });

  it('gets and loses occurrences when the log is renewed', async () => {
    const { workbook } = await openUnfiltered();
    await importAndTrack();
    await setFilter(({ workbook: { tables } }) =>
      tables.getItem('TienDo').columns.getItemAt(1).filter.applyValuesFilter(['I.2']),
    );
    const { filters } = findTable(workbook, 'TienDo');
    await stageAndImport(createReissue());
    const { warnings } = await renewProgressLog();
    expect(warnings.map(({ code, place }) => [code, place.sheet])).toContainEqual([
      'filter-set-again',
      'Tiến độ',
    ]);
    expect(findTable(workbook, 'TienDo').filters).toEqual(filters);
  });

  it('is left alone where its filter cannot be read, before anything is written', async () => {
    const { workbook, waitForIdle } = await openUnfiltered();
    await stageAndImport(createTimedAnnex());
    const staged = await stageImport(createReissue());
    if (!staged.ok) throw new Error('not staged');
    // A filter on cells without a color has no color to tell.
    findTable(workbook, 'NhiemVu').filters = { 0: { filterOn: 'CellColor' } satisfies FilterModel };
    await waitForIdle();
    const before = cloneWorkbook(workbook);
    expect(await importAnnex.run(COMMAND_CONTEXT, staged.value)).toMatchObject({
      ok: false,
      problems: [{ code: 'filter-not-readable', place: { sheet: 'Phụ lục' } }],
    });
    expect(findFirstDifference(before, workbook)).toBeNull();
  });
});

it('a sheet with a filter of its own is written like any other, and stays filtered', async () => {
  const contents: unknown[] = [];
  for (const isFiltered of [false, true]) {
    const { workbook, waitForIdle } = await openUnfiltered();
    await stageAndImport(createTimedAnnex());
    if (isFiltered)
      await setFilter(({ workbook: { worksheets } }) => {
        const sheet = worksheets.getItem('Tổng hợp');
        sheet.autoFilter.apply(sheet.getRange('A1:D20'), 0, { filterOn: 'Custom', criterion1: '<>*I*' });
      });
    const reissue = createReissue();
    const done = await importAgain({ ...reissue, edition: { ...reissue.edition, date: '2026-09-01' } });
    expect(done).toMatchObject({
      ok: true,
      warnings: isFiltered ? [{ code: 'filter-set-again', place: { sheet: 'Tổng hợp' } }] : [],
    });
    await waitForIdle();
    contents.push(listContents(workbook));
    closeExcel();
  }
  expect(contents[1]).toEqual(contents[0]);
});

describe('when Excel rejects a request', () => {
  /** Imports the reissue under a filter; `rejected` is the request that Excel rejects, from the first of the import. */
  async function importRejected(rejected: number) {
    const { workbook, session, waitForIdle } = await openUnfiltered();
    await stageAndImport(createTimedAnnex());
    await setFilter(FILTERS['a part of a text, in two columns']!);
    const staged = await stageImport(createReissue());
    if (!staged.ok) throw new Error('not staged');
    await waitForIdle();
    const before = listContents(workbook);
    const { filters } = findTable(workbook, 'NhiemVu');
    session.faults.push({
      request: session.requestCount + rejected,
      effect: 'refuse',
      code: 'GeneralException',
    });
    const done = await importAnnex.run(COMMAND_CONTEXT, staged.value);
    await waitForIdle();
    return { workbook, before, filters, done };
  }

  it('the data stands and all rows are shown if it is the filter, and a warning says so', async () => {
    const outcomes: string[] = [];
    for (let rejected = 1; rejected < 14; rejected += 1) {
      const { workbook, before, filters, done } = await importRejected(rejected);
      const table = findTable(workbook, 'NhiemVu');
      if (!done.ok) {
        expect(listContents(workbook)).toEqual(before);
        expect(table.filters).toEqual(filters);
        outcomes.push('as before');
      } else if (done.warnings.some(({ code }) => code === 'filter-lost')) {
        expect(table.filters).toEqual({});
        expect(done.warnings).toMatchObject([{ code: 'filter-lost', place: { sheet: 'Phụ lục' } }]);
        outcomes.push('filter lost');
      } else {
        expect(table.filters).toEqual(filters);
        outcomes.push('done');
      }
      closeExcel();
    }
    expect(new Set(outcomes)).toEqual(new Set(['as before', 'filter lost', 'done']));
  });
});
