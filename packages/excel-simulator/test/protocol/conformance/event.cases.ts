import type { CaseContext } from './case-context';
import { type ConformanceCase, createCase, readAddress } from './create-case';

type EventHandlers = { add: (handler: (args: Record<string, unknown>) => Promise<void>) => unknown };

/** Registers a handler, does something, and returns the events received. */
async function captureEvents(
  bench: CaseContext,
  event: EventHandlers,
  act: () => void,
): Promise<Record<string, unknown>[]> {
  const heard: Record<string, unknown>[] = [];
  event.add((args) => {
    heard.push(args);
    return Promise.resolve();
  });
  await bench.context.sync();
  act();
  await bench.context.sync();
  await bench.excel.waitForIdle();
  return heard;
}

type EventCase = [(bench: CaseContext) => unknown, (bench: CaseContext) => void, Record<string, unknown>];

const getOtherSheet = ({ context }: CaseContext): Excel.Worksheet =>
  context.workbook.worksheets.getItem('Khác');
function writeCell({ sheet }: CaseContext): void {
  sheet.getRange('B2').values = [['mới']];
}

/** Events of one sheet that the collection receives too. */
const SHEET_EVENTS: Record<string, [(bench: CaseContext) => void, Record<string, unknown>]> = {
  onActivated: [(b) => b.sheet.activate(), {}],
  onDeactivated: [(b) => getOtherSheet(b).activate(), {}],
  onCalculated: [
    (b) => {
      b.sheet.getRange('C2').values = [[8]];
    },
    {},
  ],
  onChanged: [writeCell, { address: 'B2', changeType: 'RangeEdited', source: 'Local' }],
  onFormatChanged: [
    (b) => {
      b.sheet.getRange('B2').format.font.bold = true;
    },
    { address: 'B2' },
  ],
  onRowSorted: [(b) => b.sheet.getRange('A2:D5').sort.apply([{ key: 2 }]), { address: 'A2:D5' }],
  onSelectionChanged: [(b) => b.sheet.getRange('B2:B3').select(), { address: 'B2:B3' }],
  onNameChanged: [
    (b) => {
      b.sheet.name = 'Tên khác';
    },
    { nameBefore: 'Sổ', nameAfter: 'Tên khác' },
  ],
  onVisibilityChanged: [
    (b) => {
      b.sheet.visibility = 'Hidden';
    },
    { visibilityBefore: 'Visible', visibilityAfter: 'Hidden' },
  ],
  onProtectionChanged: [(b) => b.sheet.protection.protect(), { isProtected: true }],
};

async function createEventTable(bench: CaseContext): Promise<Excel.Table> {
  const table = bench.sheet.tables.add('A1:D5', true);
  table.load('id');
  await bench.context.sync();
  return table;
}

async function expectEvent(bench: CaseContext, [event, act, expected]: EventCase): Promise<void> {
  const heard = await captureEvents(bench, event(bench) as EventHandlers, () => act(bench));
  expect(heard).toHaveLength(1);
  expect(heard[0]).toMatchObject(expected);
}

const SHEET_ID = '{00000000-0001-0000-0000-000000000000}';

/** Returns the range of the handler's args, after the row moved down. */
async function expectEventRange(bench: CaseContext, orNull: boolean): Promise<void> {
  const [args] = await captureEvents(bench, bench.sheet.onChanged as unknown as EventHandlers, () =>
    writeCell(bench),
  );
  const event = args as unknown as Excel.WorksheetChangedEventArgs;
  bench.sheet.getRange('1:1').insert('Down');
  await bench.context.sync();
  const range = orNull ? event.getRangeOrNullObject(bench.context) : event.getRange(bench.context);
  expect(await readAddress(bench, range)).toBe('B3');
  expect(event.details).toEqual({
    valueBefore: 'Rà soát',
    valueAfter: 'mới',
    valueTypeBefore: 'String',
    valueTypeAfter: 'String',
  });
}

export const EVENT_CASES: ConformanceCase[] = [
  createCase('Workbook._GetRangeForEventByReferenceId', (bench) => expectEventRange(bench, false)),
  createCase('Workbook._GetRangeOrNullObjectForEventByReferenceId', (bench) => expectEventRange(bench, true)),
  ...Object.entries(SHEET_EVENTS).flatMap(([name, [act, expected]]) => {
    const before = name === 'onActivated' ? getOtherSheet : null;
    const run = (of: (bench: CaseContext) => unknown) => async (bench: CaseContext) => {
      before?.(bench).activate();
      await bench.context.sync();
      await expectEvent(bench, [of, act, { worksheetId: SHEET_ID, ...expected }]);
    };
    return [
      createCase(
        `Worksheet.${name}`,
        run((b) => b.sheet[name as keyof Excel.Worksheet]),
      ),
      createCase(
        `WorksheetCollection.${name}`,
        run((b) => b.context.workbook.worksheets[name as keyof Excel.WorksheetCollection]),
      ),
    ];
  }),
  createCase('WorksheetCollection.onAdded', (bench) =>
    expectEvent(bench, [
      (b) => b.context.workbook.worksheets.onAdded,
      (b) => void b.context.workbook.worksheets.add('Mới'),
      { type: 'WorksheetAdded' },
    ]),
  ),
  createCase('WorksheetCollection.onDeleted', (bench) =>
    expectEvent(bench, [
      (b) => b.context.workbook.worksheets.onDeleted,
      (b) => getOtherSheet(b).delete(),
      { type: 'WorksheetDeleted', worksheetId: '{00000000-0001-0000-0001-000000000000}' },
    ]),
  ),
  createCase('WorksheetCollection.onMoved', (bench) =>
    expectEvent(bench, [
      (b) => b.context.workbook.worksheets.onMoved,
      (b) => {
        b.sheet.position = 1;
      },
      { positionBefore: 0, positionAfter: 1 },
    ]),
  ),
  createCase('TableCollection.onAdded', (bench) =>
    expectEvent(bench, [
      (b) => b.sheet.tables.onAdded,
      (b) => void b.sheet.tables.add('A1:D5', true),
      { worksheetId: SHEET_ID },
    ]),
  ),
  createCase('TableCollection.onDeleted', async (bench) => {
    const table = await createEventTable(bench);
    await expectEvent(bench, [
      (b) => b.context.workbook.tables.onDeleted,
      () => table.delete(),
      { tableId: table.id, tableName: 'Table1' },
    ]);
  }),
  createCase('TableCollection.onChanged', async (bench) => {
    const table = await createEventTable(bench);
    await expectEvent(bench, [
      (b) => b.context.workbook.tables.onChanged,
      writeCell,
      { tableId: table.id, address: 'B2' },
    ]);
  }),
  createCase('Table.onChanged', async (bench) => {
    const table = await createEventTable(bench);
    await expectEvent(bench, [() => table.onChanged, writeCell, { tableId: table.id, address: 'B2' }]);
  }),
  createCase('Table.onSelectionChanged', async (bench) => {
    const table = await createEventTable(bench);
    await expectEvent(bench, [
      () => table.onSelectionChanged,
      (b) => b.sheet.getRange('A2:F2').select(),
      { tableId: table.id, isInsideTable: true, address: 'A2:D2' },
    ]);
  }),
  createCase('ChartCollection.onAdded', async (bench) => {
    bench.sheet.load('id');
    await bench.context.sync();
    await expectEvent(bench, [
      (b) => b.sheet.charts.onAdded,
      (b) => void b.sheet.charts.add('Pie', b.sheet.getRange('B1:C5')),
      { worksheetId: SHEET_ID },
    ]);
  }),
  createCase('ChartCollection.onDeleted', async (bench) => {
    const chart = bench.sheet.charts.add('Pie', bench.sheet.getRange('B1:C5'));
    bench.sheet.load('id');
    chart.load('id');
    await bench.context.sync();
    await expectEvent(bench, [(b) => b.sheet.charts.onDeleted, () => chart.delete(), { chartId: chart.id }]);
  }),
];
