import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import { findFirstDifference } from '@phuluc/excel-simulator/model/compare-workbooks';
import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { createWorkbook } from '@phuluc/excel-simulator/model/workbook';
import { CONSOLIDATION_METADATA_SHEET } from '../../src/authority-workbook/consolidation-metadata';
import { consolidateUnits, readConsolidation } from '../../src/commands/authority/consolidate-units';
import type { Consolidation } from '../../src/consolidation/ledger/consolidation';
import { consolidate } from '../../src/consolidation/run/consolidate';
import {
  createConsolidationInput,
  createMatchedFile,
  createReceived,
  createRecorded,
  readMasterAnnex,
} from '../support/builders/create-consolidation-input';
import { closeExcel, COMMAND_CONTEXT, openExcel } from '../support/excel/open-excel';

afterEach(closeExcel);

async function stage(book: Consolidation) {
  const staged = await consolidateUnits.stage(COMMAND_CONTEXT, { consolidation: book });
  if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
  return staged;
}
const write = async (book: Consolidation) => consolidateUnits.run(COMMAND_CONTEXT, (await stage(book)).value);

const first = (): Consolidation => consolidate(createConsolidationInput(3, 2));

/** Unit 1 sends another file, unit 3 its first. */
async function second(): Promise<Consolidation> {
  const previous = await readConsolidation.run(COMMAND_CONTEXT, undefined);
  if (!previous.ok) throw new Error('not read');
  const annex = readMasterAnnex();
  const changed = createMatchedFile(annex, 0, {
    sha: 'sha-new',
    contentDate: '2026-07-12T08:00:00Z',
    recorded: (unit, task) => createRecorded(unit + 2, task),
  });
  return consolidate(
    createConsolidationInput(3, 0, {
      previous: previous.value,
      received: [createReceived(changed, 'DV-01'), createReceived(createMatchedFile(annex, 2), 'DV-03')],
    }),
  );
}

/** What stands in the cells and tables people see; the hidden sheet says how far a run came. */
function visible({ sheets, names }: WorkbookModel) {
  return {
    names,
    sheets: sheets
      .filter(({ name }) => name !== CONSOLIDATION_METADATA_SHEET)
      .map(({ name, cells, tables, freeze }) => ({
        name,
        freeze,
        tables: tables.map((table) => [table.name, table.area]),
        cells: [...cells]
          .sort(([one], [other]) => one - other)
          .flatMap(([row, line]) =>
            [...line]
              .filter(([, cell]) => cell.value !== '' || cell.formula !== undefined)
              .sort(([one], [other]) => one - other)
              .map(([column, { value, formula }]) => [row, column, value, formula]),
          ),
      })),
  };
}

/** Two requests read what there is, one the cells, and one the rows of the tables; the fifth writes. */
const WRITE = 5;

describe('a consolidation that breaks off', () => {
  it('leaves a workbook without one as it was, and says so', async () => {
    const { workbook, session, waitForIdle: settled } = await openExcel(createWorkbook('Trang 1'));
    const staged = await stage(consolidate(createConsolidationInput(12, 12)));
    await settled();
    const before = cloneWorkbook(workbook);
    // One request reads, the next ones write.
    session.faults.push({ request: session.requestCount + 3, effect: 'refuse', code: 'GeneralException' });
    expect(await consolidateUnits.run(COMMAND_CONTEXT, staged.value)).toMatchObject({
      ok: false,
      problems: [{ code: 'host-error' }, { code: 'consolidation-as-before' }],
    });
    expect(findFirstDifference(before, workbook)).toBeNull();
  });

  it.each(['refuse', 'lose'] as const)('takes back what an update did (%s), and says so', async (effect) => {
    const { workbook, session, waitForIdle: settled } = await openExcel(createWorkbook('Trang 1'));
    await write(first());
    const staged = await stage(await second());
    await settled();
    const before = visible(workbook);
    const at = session.requestCount + WRITE;
    session.faults.push(
      effect === 'refuse'
        ? { request: at, effect, code: 'InvalidOperationInCellEditMode' }
        : { request: at, effect },
    );
    const done = await consolidateUnits.run(COMMAND_CONTEXT, staged.value);
    expect(done).toMatchObject({ ok: false, problems: [{}, { code: 'consolidation-as-before' }] });
    expect(visible(workbook)).toEqual(before);
    expect(await write(await second())).toMatchObject({ ok: true, value: { written: true } });
  });

  it('is reported by the next run where it was killed, and is then completed', async () => {
    const { workbook, session, waitForIdle: settled } = await openExcel(createWorkbook('Trang 1'));
    await write(first());
    const book = await second();
    const staged = await stage(book);
    await settled();
    // Neither the answer nor what would take it back comes through: as when the pane is closed.
    const at = session.requestCount + WRITE;
    session.faults.push(
      { request: at, effect: 'lose' },
      { request: at + 1, effect: 'refuse', code: 'GeneralException' },
    );
    expect(await consolidateUnits.run(COMMAND_CONTEXT, staged.value)).toMatchObject({
      ok: false,
      problems: [{}, { code: 'partly-written' }],
    });
    await settled();
    // What was lost was done; a run cut before its end says "writing".
    await Excel.run(async (excel) => {
      excel.workbook.worksheets.getItem(CONSOLIDATION_METADATA_SHEET).getRange('B2').values = [['writing']];
      await excel.sync();
    });
    const again = await consolidateUnits.stage(COMMAND_CONTEXT, { consolidation: await second() });
    expect(again).toMatchObject({ ok: true, warnings: [{ code: 'consolidation-cut' }] });
    expect(await write(await second())).toMatchObject({ ok: true });
    await settled();
    const finished = visible(workbook);
    closeExcel();

    const clean = await openExcel(createWorkbook('Trang 1'));
    await write(first());
    await write(await second());
    await clean.waitForIdle();
    expect(visible(clean.workbook)).toEqual(finished);
  });

  it('takes the next files into a filtered table, and filters it again', async () => {
    const { workbook, waitForIdle: settled } = await openExcel(createWorkbook('Trang 1'));
    await write(first());
    await Excel.run(async (excel) => {
      excel.workbook.tables.getItem('DuLieu').columns.getItemAt(1).filter.applyValuesFilter(['DV-01']);
      await excel.sync();
    });
    const getFilters = () =>
      workbook.sheets.flatMap(({ tables }) => tables).map(({ name, filters }) => [name, filters]);
    const filters = getFilters();
    expect(await write(await second())).toMatchObject({
      ok: true,
      warnings: [{ code: 'filter-set-again', place: { sheet: 'Dữ liệu' } }],
    });
    await settled();
    expect(getFilters()).toEqual(filters);
  });

  it('refuses a protected sheet before anything is written', async () => {
    const { workbook, waitForIdle: settled } = await openExcel(createWorkbook('Trang 1'));
    await write(first());
    await Excel.run(async (excel) => {
      excel.workbook.worksheets.getItem('Tệp nguồn').protection.protect();
      await excel.sync();
    });
    await settled();
    const before = cloneWorkbook(workbook);
    const staged = await consolidateUnits.stage(COMMAND_CONTEXT, { consolidation: await second() });
    expect(staged.ok ? [] : staged.problems.map(({ code, place }) => [code, place.sheet])).toEqual([
      ['sheet-protected', 'Tệp nguồn'],
    ]);
    expect(findFirstDifference(before, workbook)).toBeNull();
  });
});
