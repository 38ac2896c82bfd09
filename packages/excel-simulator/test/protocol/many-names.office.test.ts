import { createWorkbook } from '@phuluc/excel-simulator/model/workbook';
import { openNodeExcel } from '@phuluc/excel-simulator/transports/open-node-excel';

const COUNT = 20_000;
/** Of the processor: reading each name by looking through all took a minute. */
const MAX_SECONDS = 10;

it('reads every name of a workbook of many in time that grows with their number', async () => {
  const workbook = createWorkbook('Sheet1');
  for (let index = 0; index < COUNT; index++)
    workbook.names.push({
      name: `N${index}`,
      formula: `=${index}`,
      comment: '',
      visible: true,
      scope: 'Workbook',
    });
  const excel = await openNodeExcel(workbook, { calculates: 'when-asked' });
  excel.install();
  try {
    const before = process.cpuUsage();
    const read = await Excel.run(async (context) => {
      const names = context.workbook.names.load('items/name,items/type,items/value');
      await context.sync();
      const again = context.workbook.names.getItem('n7').load('name');
      context.workbook.names.getItem('N8').delete();
      const removed = context.workbook.names.getItemOrNullObject('N8').load('isNullObject');
      const moved = context.workbook.names.getItem('N9').load('value');
      await context.sync();
      return [names.items.length, again.name, removed.isNullObject, moved.value];
    });
    expect(read).toEqual([COUNT, 'N7', true, 9]);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(MAX_SECONDS);
  } finally {
    excel.close();
  }
});
