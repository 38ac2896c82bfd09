import { clearMark, markNotPerformed } from '../../src/commands/mark';
import { recordProgress } from '../../src/commands/progress/record-progress';
import { renewProgress } from '../../src/commands/progress/renew-progress';
import {
  closeExcel,
  COMMAND_CONTEXT,
  getValue,
  openExcel,
  stageAndImport,
} from '../support/excel/open-excel';

afterEach(closeExcel);

type Batch = {
  Actions: { ActionType: number; Name: string; ObjectPathId: number }[];
  ObjectPaths: Record<string, { Name: string; ArgumentInfo?: { Arguments?: unknown[] } }>;
};

/** Returns the addresses of the ranges whose contents the requests set. */
function listWrittenRanges(requests: readonly { request: string }[]): string[] {
  return requests.flatMap(({ request }) => {
    const { Actions, ObjectPaths } = JSON.parse(request) as Batch;
    return Actions.filter(({ ActionType, Name }) => ActionType === 4 && Name === 'Formulas').flatMap(
      ({ ObjectPathId }) => {
        const { Name, ArgumentInfo } = ObjectPaths[ObjectPathId] ?? { Name: '' };
        return Name === 'GetRange' ? [String(ArgumentInfo?.Arguments?.[0])] : [];
      },
    );
  });
}

function getRows(address: string): [number, number] {
  const [first = 0, last = first] = [...address.matchAll(/[A-Z]+(\d+)/g)].map(([, row]) => Number(row));
  return [first, last];
}

async function filterTable(table: string, column: string, values: string[]): Promise<void> {
  await Excel.run(async (excel) => {
    excel.workbook.tables.getItem(table).columns.getItem(column).filter.applyValuesFilter(values);
    await excel.sync();
  });
}

const IDS = ['I.1', 'I.1.10', 'I.2', 'II.1', 'II.2', 'II.3'];
/** Its own cell says "không thực hiện nội dung này": it stays so without a mark. */
const ROW_WITH_MARKER = 'I.2';
const HIDDEN_ROWS = [10, 11, 12];

it('writes no array across rows that a filter hides', async () => {
  const { workbook, traffic } = await openExcel();
  await stageAndImport();
  await filterTable('NhiemVu', 'Lĩnh vực', ['I. Chỉ đạo, điều hành']);
  for (const [command, expected] of [
    [markNotPerformed, 'Không thực hiện'],
    [clearMark, ''],
  ] as const) {
    const logged = traffic.log?.length ?? 0;
    expect(await command.run(COMMAND_CONTEXT, { rows: IDS })).toMatchObject({ ok: true });
    expect(IDS.map((id) => getValue(workbook, id, 'Áp dụng'))).toEqual(
      IDS.map((id) => (id === ROW_WITH_MARKER ? 'Không thực hiện' : expected)),
    );
    const written = listWrittenRanges((traffic.log ?? []).slice(logged)).filter((address) =>
      HIDDEN_ROWS.some((row) => row >= getRows(address)[0] && row <= getRows(address)[1]),
    );
    // The metadata sheet has rows of these numbers too; there only the first columns are written.
    const onTable = written.filter((address) => !/^A\d/.test(address));
    expect(onTable.length).toBeGreaterThan(0);
    expect(onTable.filter((address) => address.includes(':'))).toEqual([]);
  }
});

it('records occurrences that a filter hides', async () => {
  await openExcel();
  await stageAndImport();
  const staged = await renewProgress.stage(COMMAND_CONTEXT, undefined);
  if (!staged.ok) throw new Error('not staged');
  await renewProgress.run(COMMAND_CONTEXT, staged.value);
  const events = staged.value.rows.slice(0, 4).map(({ row }) => row.key);
  await Excel.run(async (excel) => {
    const table = excel.workbook.tables.getItem('TienDo');
    table.columns.getItemAt(0).filter.applyValuesFilter([events[0]!]);
    await excel.sync();
  });
  expect(
    await recordProgress.run(COMMAND_CONTEXT, { rows: { events }, record: { state: 'inProgress' } }),
  ).toMatchObject({ ok: true, value: { events } });
});
