import { createWorkbook } from '@phuluc/excel-simulator/model/workbook';
import { type NodeExcel, openNodeExcel } from '@phuluc/excel-simulator/transports/open-node-excel';
/**
 * What importing an annex costs: requests, bytes and time through the real office.js, and the same cells written one
 * by one as a naive add-in does: one sync a cell, or one a row (all cells in one sync is more than Excel's 5 MB).
 */
import { importAnnex } from '../src/commands/import/import-annex';
import { getRowContents, toTaskTableRows } from '../src/school-workbook/school-workbook';
import { toCellInput } from '../src/sheets/cell-content';
import { createLargeAnnex } from '../test/support/builders/create-large-annex';

/** `syncs` are calls of sync(), the closing one of each Excel.run included; an empty one sends no request. */
type Cost = { syncs: number; requests: number; bytes: number; largest: number; ms: number };

async function measureCost(work: (excel: NodeExcel) => Promise<unknown>): Promise<Cost> {
  const excel = await openNodeExcel(createWorkbook('Trang 1'));
  excel.install();
  const context = excel.OfficeExtension.ClientRequestContext.prototype as {
    sync: (...args: unknown[]) => unknown;
  };
  const { sync } = context;
  let syncs = 0;
  context.sync = function (this: unknown, ...args: unknown[]) {
    syncs += 1;
    return sync.apply(this, args);
  };
  const start = performance.now();
  await work(excel);
  const ms = performance.now() - start;
  await excel.waitForIdle();
  const { requests, requestBytes: bytes, largestRequest: largest } = excel.traffic;
  excel.close();
  return { syncs, requests, bytes, largest, ms };
}

const getNow = (): Date => new Date();

function createImport(count: number) {
  return async (): Promise<void> => {
    const staged = await importAnnex.stage(
      { now: getNow },
      {
        annex: createLargeAnnex(count),
        unit: { name: 'Trường Mầm non Hoa Cúc', code: '' },
        merge: 'replace-nonblank',
      },
    );
    if (!staged.ok) throw new Error(JSON.stringify(staged.problems));
    const done = await importAnnex.run({ now: getNow }, staged.value);
    if (!done.ok) throw new Error(JSON.stringify(done.problems));
  };
}

/** The values alone, without looks, rules, summary or undo. */
function createCellByCellImport(count: number, each: 'cell' | 'row') {
  return async (excel: NodeExcel): Promise<void> => {
    const rows = toTaskTableRows(createLargeAnnex(count)).map((row) => getRowContents(row, []));
    await excel.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Trang 1');
      for (const [row, cells] of rows.entries()) {
        for (const [column, content] of cells.entries()) {
          sheet.getRangeByIndexes(row, column, 1, 1).values = [[toCellInput(content)]];
          if (each === 'cell') await context.sync();
        }
        if (each === 'row') await context.sync();
      }
    });
  };
}

function printLine(name: string, { syncs, requests, bytes, largest, ms }: Cost, base?: Cost): void {
  const ratio = base ? `${(ms / base.ms).toFixed(1)} × time, ${Math.round(syncs / base.syncs)} × syncs` : '';
  console.log(
    [
      name.padEnd(34),
      `${syncs} syncs`.padStart(13),
      `${requests} requests`.padStart(16),
      `${Math.round(bytes / 1024)} kB`.padStart(10),
      `largest ${Math.round(largest / 1024)} kB`.padStart(16),
      `${Math.round(ms)} ms`.padStart(10),
      ratio,
    ].join('  '),
  );
}

for (const count of [47, 500, 5_000]) {
  const total = await measureCost(createImport(count));
  printLine(`import of ${count} rows`, total);
  printLine('  cell by cell, one sync a row', await measureCost(createCellByCellImport(count, 'row')), total);
  // A round trip to Excel on the web takes a tenth of a second and more; here it takes next to nothing.
  if (count <= 500)
    printLine(
      '  cell by cell, one sync a cell',
      await measureCost(createCellByCellImport(count, 'cell')),
      total,
    );
}
