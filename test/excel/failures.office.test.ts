import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { cloneWorkbook } from '@phuluc/excel-simulator/model/clone-workbook';
import { findFirstDifference } from '@phuluc/excel-simulator/model/compare-workbooks';
import { applyTableFilter } from '@phuluc/excel-simulator/model/tables/table-filters';
import { createWorkbook } from '@phuluc/excel-simulator/model/workbook';
import type { Fault, SessionOptions } from '@phuluc/excel-simulator/protocol/types';
import type { NodeExcel } from '@phuluc/excel-simulator/transports/open-node-excel';
import { importAnnex } from '../../src/commands/import/import-annex';
import { markNotPerformed } from '../../src/commands/mark';
import { toImmediateCommand, undo } from '../../src/commands/undo';
import { isExcelSupported, REQUIRED_API_SET } from '../../src/excel/capabilities';
import { describeProblem } from '../../src/i18n/format-problem';
import { createLargeAnnex } from '../support/builders/create-large-annex';
import {
  cloneVisibleSheets,
  closeExcel,
  COMMAND_CONTEXT,
  getSheet,
  getValue,
  openExcel,
  stageAndImport,
  stageImport,
} from '../support/excel/open-excel';

afterEach(closeExcel);

type Effect = Fault extends infer One
  ? One extends { request: number }
    ? Omit<One, 'request'>
    : never
  : never;

describe('when Excel refuses or the line breaks', () => {
  it.each<[string, Effect, string]>([
    [
      'a cell is being edited',
      { effect: 'refuse', code: 'InvalidOperationInCellEditMode' },
      'cell-being-edited',
    ],
    ['access is denied', { effect: 'refuse', code: 'AccessDenied' }, 'sheet-protected'],
    ['too much is sent', { effect: 'refuse', code: 'RequestPayloadSizeLimitExceeded' }, 'payload-too-large'],
    ['the answer gets lost after all was done', { effect: 'lose' }, 'host-error'],
  ])('%s: a problem with a next step, and the workbook as before', async (_, fault, code) => {
    const { workbook, session, waitForIdle: settled } = await openExcel();
    await stageAndImport();
    await settled();
    const before = cloneWorkbook(workbook);
    // Two requests read, the third writes.
    session.faults.push({ ...fault, request: session.requestCount + 3 } as Fault);
    const done = await markNotPerformed.run(COMMAND_CONTEXT, { rows: ['I.1', 'II.2'] });
    expect(done).toMatchObject({ ok: false, problems: [{ code, severity: 'error' }] });
    expect(done.ok ? [] : done.problems).toHaveLength(1);
    expect(findFirstDifference(before, workbook)).toBeNull();
    expect(await markNotPerformed.run(COMMAND_CONTEXT, { rows: ['I.1', 'II.2'] })).toMatchObject({
      ok: true,
    });
  });

  it('says so when it cannot put the workbook back, and undo still can', async () => {
    const { workbook, session, waitForIdle: settled } = await openExcel();
    await stageAndImport();
    await settled();
    const before = cloneVisibleSheets(workbook);
    const next = session.requestCount + 1;
    session.faults.push(
      { request: next + 2, effect: 'lose' },
      { request: next + 3, effect: 'refuse', code: 'InvalidOperationInCellEditMode' },
    );
    expect(await markNotPerformed.run(COMMAND_CONTEXT, { rows: ['I.1'] })).toMatchObject({
      ok: false,
      problems: [{ code: 'host-error' }, { code: 'partly-written' }],
    });
    expect(findFirstDifference(before, cloneVisibleSheets(workbook))).not.toBeNull();
    expect(await toImmediateCommand(undo).run(COMMAND_CONTEXT)).toMatchObject({ ok: true });
    expect(findFirstDifference(before, cloneVisibleSheets(workbook))).toBeNull();
  });

  it('a large import that breaks off in a later request leaves nothing behind', async () => {
    const { workbook, session, waitForIdle: settled } = await openExcel();
    const before = cloneWorkbook(workbook);
    const staged = await stageImport(createLargeAnnex(2_500));
    if (!staged.ok) throw new Error('not staged');
    await settled();
    session.faults.push({ request: session.requestCount + 3, effect: 'refuse', code: 'GeneralException' });
    expect(await importAnnex.run(COMMAND_CONTEXT, staged.value)).toMatchObject({
      ok: false,
      problems: [{ code: 'host-error' }],
    });
    expect(findFirstDifference(before, workbook)).toBeNull();
  });
});

describe('the floor', () => {
  it.each([
    ['1.8', false],
    ['1.9', true],
    ['1.10', true],
  ])('ExcelApi %s: %s', async (version, expected) => {
    await openExcel(undefined, { requirementSets: { ExcelApi: version } });
    expect(isExcelSupported()).toBe(expected);
  });

  it('is all that the complete job needs; the manifest asks for less, so that the pane can say so', async () => {
    await openExcel(undefined, { requirementSets: { [REQUIRED_API_SET.set]: REQUIRED_API_SET.version } });
    await stageAndImport();
    expect(await markNotPerformed.run(COMMAND_CONTEXT, { rows: 'selection' })).toMatchObject({ ok: false });
    expect(await markNotPerformed.run(COMMAND_CONTEXT, { rows: ['I.1'] })).toMatchObject({ ok: true });
    const manifest = readFileSync(resolve(__dirname, '../../manifest.xml'), 'utf8');
    expect(manifest).toContain('<Set Name="ExcelApi" MinVersion="1.1"/>');
  });
});

describe('errors of Excel that have a code of their own', () => {
  /** Marks a hundred tasks; `interrupt` happens after the workbook has been read, before anything is written. */
  async function markInterrupted(interrupt: (excel: NodeExcel) => void, options: SessionOptions) {
    const excel = await openExcel(createWorkbook('Sổ tay'), { ...options, machine: null });
    await stageAndImport(createLargeAnnex(200));
    await excel.waitForIdle();
    const prototype = Excel.RequestContext.prototype as { sync: (...args: unknown[]) => Promise<unknown> };
    const { sync } = prototype;
    let syncs = 0;
    prototype.sync = async function (...args) {
      const answer = await sync.apply(this, args);
      syncs += 1;
      if (syncs === 2) interrupt(excel);
      return answer;
    };
    try {
      const rows = createLargeAnnex(200).tasks.map(({ id }) => id);
      return { excel, done: await markNotPerformed.run(COMMAND_CONTEXT, { rows }) };
    } finally {
      prototype.sync = sync;
    }
  }

  function describeTexts(done: Awaited<ReturnType<typeof markInterrupted>>['done']): string[] {
    if (done.ok) throw new Error('done');
    return (['vi', 'en'] as const).map((locale) => {
      const { what, next } = describeProblem(locale, done.problems[0]!);
      return `${what} ${next}`;
    });
  }

  it('a filter set after the workbook was read: cells-filtered, with what to do', async () => {
    const { done, excel } = await markInterrupted(
      ({ workbook }) => {
        const sheet = getSheet(workbook, 'Phụ lục');
        const table = sheet.tables[0]!;
        applyTableFilter(sheet, table, 0, { filterOn: 'Values', values: ['I.1'] });
      },
      { refusesFilteredRanges: true },
    );
    expect(done).toMatchObject({ ok: false, problems: [{ code: 'cells-filtered' }] });
    expect(describeTexts(done)).toEqual([expect.stringMatching(/lọc/), expect.stringMatching(/filter/)]);
    expect(getValue(excel.workbook, createLargeAnnex(200).tasks[0]!.id, 'Áp dụng')).not.toBe('');
  });

  it('another workbook comes to the front: workbook-not-in-front, with what to do', async () => {
    const { session } = await openExcel(createWorkbook('Sổ tay'), { machine: null });
    await stageAndImport();
    session.foreground = 'inactive-workbook';
    const done = await markNotPerformed.run(COMMAND_CONTEXT, { rows: 'selection' });
    expect(done).toMatchObject({ ok: false, problems: [{ code: 'workbook-not-in-front' }] });
    expect(describeTexts(done)).toEqual([expect.stringMatching(/sổ/i), expect.stringMatching(/workbook/i)]);
  });
});
