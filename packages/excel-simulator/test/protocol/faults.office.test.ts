import { createWorkbook } from '@phuluc/excel-simulator/model/workbook';
import type { Fault } from '@phuluc/excel-simulator/protocol/types';
import {
  type NodeExcel,
  type NodeExcelOptions,
  openNodeExcel,
} from '@phuluc/excel-simulator/transports/open-node-excel';

let excel: NodeExcel;
afterEach(() => excel.close());

async function open(options: NodeExcelOptions = {}): Promise<NodeExcel> {
  return (excel = await openNodeExcel(createWorkbook('Một'), options));
}

/** The fault applies to the next request. */
function injectNext(
  fault: Omit<Extract<Fault, { effect: 'lose' }>, 'request'> | Record<string, unknown>,
): void {
  excel.session.faults.push({ request: excel.session.requestCount + 1, ...fault } as Fault);
}

/** Returns the error code of write(); '' when it succeeded. */
async function write(...values: (string | number)[]): Promise<string> {
  try {
    await excel.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Một');
      values.forEach((value, row) => {
        sheet.getCell(row, 0).values = [[value]];
      });
      await context.sync();
    });
    return '';
  } catch (error) {
    if (error instanceof excel.OfficeExtension.Error) return error.code;
    throw error;
  } finally {
    await excel.waitForIdle();
  }
}

function column(): unknown[] {
  return [...(excel.workbook.sheets[0]?.cells.values() ?? [])].map((line) => line.get(0)?.value);
}

it('refuses everything while the person edits a cell', async () => {
  await open();
  excel.session.cellEditMode = true;
  expect(await write(1)).toBe('InvalidOperationInCellEditMode');
  expect(column()).toEqual([]);
  excel.session.cellEditMode = false;
  expect(await write(1)).toBe('');
  expect(column()).toEqual([1]);
});

it.each([
  ['a code of the transport', 'ActivityLimitReached'],
  ['a code of Excel', 'ServiceNotAvailable'],
])('refuses a whole request with %s', async (_what, code) => {
  await open();
  injectNext({ effect: 'refuse', code });
  expect(await write(1)).toBe(code);
  expect(column()).toEqual([]);
  expect(await write(2)).toBe('');
  expect(column()).toEqual([2]);
});

it('fails at one action and keeps what came before', async () => {
  await open({ keepLog: true });
  await write('trước');
  const { Actions } = JSON.parse(
    excel.traffic.log?.find(({ request }) => request.includes('"Values"'))?.request ?? '{}',
  ) as {
    Actions: { Name: string }[];
  };
  const first = Actions.findIndex(({ Name }) => Name === 'Values');
  injectNext({ effect: 'failAt', action: first + 1, code: 'GeneralException' });
  expect(await write(1, 2, 3)).toBe('GeneralException');
  expect(column()).toEqual([1]);
});

it('loses the answer after everything was done', async () => {
  await open();
  injectNext({ effect: 'lose' });
  expect(await write(1, 2)).toBe('GeneralException');
  expect(column()).toEqual([1, 2]);
});

it('never answers, with everything done', async () => {
  await open();
  injectNext({ effect: 'hang' });
  const answered = await Promise.race([write(1), excel.waitForIdle().then(() => 'nothing')]);
  expect(answered).toBe('nothing');
  expect(column()).toEqual([1]);
});

describe('payload', () => {
  it('refuses a request that is too large, and does none of it', async () => {
    await open({ limits: { requestBytes: 4000 } });
    expect(await write('ngắn')).toBe('');
    expect(await write('ô'.repeat(2500))).toBe('RequestPayloadSizeLimitExceeded');
    expect(column()).toEqual(['ngắn']);
  });

  it('refuses an answer that is too large', async () => {
    await open({ limits: { responseBytes: 4000 } });
    await write('ô'.repeat(2500));
    const reading = excel.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Một').getRange('A1').load('values');
      await context.sync();
    });
    await expect(reading).rejects.toMatchObject({ code: 'ResponsePayloadSizeLimitExceeded' });
  });

  it('stands at 5 MB each way', async () => {
    await open();
    expect(excel.session.limits).toEqual({ requestBytes: 5 * 1024 * 1024, responseBytes: 5 * 1024 * 1024 });
    expect(await write('x'.repeat(30_000))).toBe('');
    expect(await write(...Array.from({ length: 180 }, () => 'x'.repeat(30_000)))).toBe(
      'RequestPayloadSizeLimitExceeded',
    );
  });
});
