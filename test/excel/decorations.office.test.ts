import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { importAnnex } from '../../src/commands/import/import-annex';
import { closeExcel, COMMAND_CONTEXT, openExcel, stageImport } from '../support/excel/open-excel';

afterEach(closeExcel);

/** Imports the sample; `refused` are the requests that Excel rejects, counted from the first one of the import. */
async function importWithout(refused: readonly number[]) {
  const { workbook, session, traffic, waitForIdle } = await openExcel();
  const staged = await stageImport();
  if (!staged.ok) throw new Error('not staged');
  await waitForIdle();
  const before = session.requestCount;
  const logged = traffic.log?.length ?? 0;
  for (const request of refused) {
    session.faults.push({ request: before + 1 + request, effect: 'refuse', code: 'GeneralException' });
  }
  const done = await importAnnex.run(COMMAND_CONTEXT, staged.value);
  await waitForIdle();
  const requests = (traffic.log ?? []).slice(logged).map(({ request }) => request);
  return { workbook, done, requests };
}

function readCells(workbook: WorkbookModel): unknown {
  return workbook.sheets.map(({ name, cells }) => [
    name,
    [...cells].map(([row, line]) => [row, [...line].map(([column, { value }]) => [column, value])]),
  ]);
}

describe('page set-up, charts, frozen panes and activation', () => {
  it('are sent after the data, in a request of their own', async () => {
    const { requests, done } = await importWithout([]);
    expect(done).toMatchObject({ ok: true, value: { written: true }, warnings: [] });
    const decorated = requests.filter((request) =>
      /FreezePanes|PageLayout|"Charts"|"Activate"/.test(request),
    );
    const last = requests.findIndex((request) => request.includes('FreezePanes'));
    expect(decorated).toHaveLength(1);
    expect(requests[last]).not.toMatch(/"Formulas"|"Values"/);
  });

  it('cost nothing else when Excel rejects one of them', async () => {
    const complete = await importWithout([]);
    const combined = complete.requests.findIndex((request) => request.includes('FreezePanes'));
    const expected = readCells(complete.workbook);
    closeExcel();
    const codes = new Set<string>();
    for (let at = 1; at < 60; at += 1) {
      const { done, workbook } = await importWithout([combined, combined + at]);
      expect(done).toMatchObject({ ok: true, value: { written: true } });
      expect(readCells(workbook)).toEqual(expected);
      const warnings = done.ok ? done.warnings : [];
      closeExcel();
      if (warnings.length === 0) break;
      expect(warnings).toMatchObject([{ severity: 'warning', place: { sheet: expect.any(String) } }]);
      codes.add(warnings[0]!.code);
    }
    expect([...codes].sort()).toEqual([
      'chart-missing',
      'frozen-panes-missing',
      'gridlines-shown',
      'page-setup-missing',
      'sheet-not-shown',
    ]);
  }, 120_000);

  it('are all reported when Excel rejects all of them, and the workbook can be used', async () => {
    const { requests } = await importWithout([]);
    const combined = requests.findIndex((request) => request.includes('FreezePanes'));
    closeExcel();
    const { done, workbook } = await importWithout(Array.from({ length: 60 }, (_, at) => combined + at));
    expect(done).toMatchObject({ ok: true, value: { written: true } });
    expect((done.ok ? done.warnings : []).length).toBeGreaterThan(4);
    expect(workbook.sheets.length).toBeGreaterThan(2);
  });
});
