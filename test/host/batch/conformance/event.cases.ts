import { type Case, addressOf, does } from './case';
import type { Bench } from './bench';

type Handlers = { add: (handler: (args: Record<string, unknown>) => Promise<void>) => unknown };

/** Registers, does something, and gives what was told. */
async function told(bench: Bench, event: Handlers, act: () => void): Promise<Record<string, unknown>[]> {
  const heard: Record<string, unknown>[] = [];
  event.add((args) => {
    heard.push(args);
    return Promise.resolve();
  });
  await bench.context.sync();
  act();
  await bench.context.sync();
  await bench.excel.settled();
  return heard;
}

type Event = [(bench: Bench) => unknown, (bench: Bench) => void, Record<string, unknown>];

const other = ({ context }: Bench): Excel.Worksheet => context.workbook.worksheets.getItem('Khác');
function write({ sheet }: Bench): void {
  sheet.getRange('B2').values = [['mới']];
}

/** Events of one sheet that the collection tells too. */
const ofSheet: Record<string, [(bench: Bench) => void, Record<string, unknown>]> = {
  onActivated: [(b) => b.sheet.activate(), {}],
  onDeactivated: [(b) => other(b).activate(), {}],
  onCalculated: [
    (b) => {
      b.sheet.getRange('C2').values = [[8]];
    },
    {},
  ],
  onChanged: [write, { address: 'B2', changeType: 'RangeEdited', source: 'Local' }],
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

async function makeTable(bench: Bench): Promise<Excel.Table> {
  const table = bench.sheet.tables.add('A1:D5', true);
  table.load('id');
  await bench.context.sync();
  return table;
}

async function expectTold(bench: Bench, [event, act, expected]: Event): Promise<void> {
  const heard = await told(bench, event(bench) as Handlers, () => act(bench));
  expect(heard).toHaveLength(1);
  expect(heard[0]).toMatchObject(expected);
}

const SHEET = '{00000000-0001-0000-0000-000000000000}';

/** What the handler's args give as a range, after the row moved down. */
async function eventRange(bench: Bench, orNull: boolean): Promise<void> {
  const [args] = await told(bench, bench.sheet.onChanged as unknown as Handlers, () => write(bench));
  const event = args as unknown as Excel.WorksheetChangedEventArgs;
  bench.sheet.getRange('1:1').insert('Down');
  await bench.context.sync();
  const range = orNull ? event.getRangeOrNullObject(bench.context) : event.getRange(bench.context);
  expect(await addressOf(bench, range)).toBe('B3');
  expect(event.details).toEqual({
    valueBefore: 'Rà soát',
    valueAfter: 'mới',
    valueTypeBefore: 'String',
    valueTypeAfter: 'String',
  });
}

export const eventCases: Case[] = [
  does('Workbook._GetRangeForEventByReferenceId', (bench) => eventRange(bench, false)),
  does('Workbook._GetRangeOrNullObjectForEventByReferenceId', (bench) => eventRange(bench, true)),
  ...Object.entries(ofSheet).flatMap(([name, [act, expected]]) => {
    const before = name === 'onActivated' ? other : null;
    const run = (of: (bench: Bench) => unknown) => async (bench: Bench) => {
      before?.(bench).activate();
      await bench.context.sync();
      await expectTold(bench, [of, act, { worksheetId: SHEET, ...expected }]);
    };
    return [
      does(
        `Worksheet.${name}`,
        run((b) => b.sheet[name as keyof Excel.Worksheet]),
      ),
      does(
        `WorksheetCollection.${name}`,
        run((b) => b.context.workbook.worksheets[name as keyof Excel.WorksheetCollection]),
      ),
    ];
  }),
  does('WorksheetCollection.onAdded', (bench) =>
    expectTold(bench, [
      (b) => b.context.workbook.worksheets.onAdded,
      (b) => void b.context.workbook.worksheets.add('Mới'),
      { type: 'WorksheetAdded' },
    ]),
  ),
  does('WorksheetCollection.onDeleted', (bench) =>
    expectTold(bench, [
      (b) => b.context.workbook.worksheets.onDeleted,
      (b) => other(b).delete(),
      { type: 'WorksheetDeleted', worksheetId: '{00000000-0001-0000-0001-000000000000}' },
    ]),
  ),
  does('WorksheetCollection.onMoved', (bench) =>
    expectTold(bench, [
      (b) => b.context.workbook.worksheets.onMoved,
      (b) => {
        b.sheet.position = 1;
      },
      { positionBefore: 0, positionAfter: 1 },
    ]),
  ),
  does('TableCollection.onAdded', (bench) =>
    expectTold(bench, [
      (b) => b.sheet.tables.onAdded,
      (b) => void b.sheet.tables.add('A1:D5', true),
      { worksheetId: SHEET },
    ]),
  ),
  does('TableCollection.onDeleted', async (bench) => {
    const table = await makeTable(bench);
    await expectTold(bench, [
      (b) => b.context.workbook.tables.onDeleted,
      () => table.delete(),
      { tableId: table.id, tableName: 'Table1' },
    ]);
  }),
  does('TableCollection.onChanged', async (bench) => {
    const table = await makeTable(bench);
    await expectTold(bench, [
      (b) => b.context.workbook.tables.onChanged,
      write,
      { tableId: table.id, address: 'B2' },
    ]);
  }),
  does('Table.onChanged', async (bench) => {
    const table = await makeTable(bench);
    await expectTold(bench, [() => table.onChanged, write, { tableId: table.id, address: 'B2' }]);
  }),
  does('Table.onSelectionChanged', async (bench) => {
    const table = await makeTable(bench);
    await expectTold(bench, [
      () => table.onSelectionChanged,
      (b) => b.sheet.getRange('A2:F2').select(),
      { tableId: table.id, isInsideTable: true, address: 'A2:D2' },
    ]);
  }),
  does('ChartCollection.onAdded', async (bench) => {
    bench.sheet.load('id');
    await bench.context.sync();
    await expectTold(bench, [
      (b) => b.sheet.charts.onAdded,
      (b) => void b.sheet.charts.add('Pie', b.sheet.getRange('B1:C5')),
      { worksheetId: SHEET },
    ]);
  }),
  does('ChartCollection.onDeleted', async (bench) => {
    const chart = bench.sheet.charts.add('Pie', bench.sheet.getRange('B1:C5'));
    bench.sheet.load('id');
    chart.load('id');
    await bench.context.sync();
    await expectTold(bench, [(b) => b.sheet.charts.onDeleted, () => chart.delete(), { chartId: chart.id }]);
  }),
];
