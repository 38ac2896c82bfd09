import { getNumberFormat } from '@phuluc/excel-simulator/model/cell-formats';
import { getTableBodyRange } from '@phuluc/excel-simulator/model/tables/table-columns';
import { applyTableFilter } from '@phuluc/excel-simulator/model/tables/table-filters';
import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { formatDisplayText } from '@phuluc/excel-simulator/model/values/format-display-text';
import { getCell } from '@phuluc/excel-simulator/model/workbook';
import type { SessionOptions } from '@phuluc/excel-simulator/protocol/types';

/** Machines of users that differ from the one on which the tests run otherwise. */
export const MACHINES = ['semicolon', 'excel-365', 'filtered'] as const;
export type Machine = (typeof MACHINES)[number];

/**
 * The machine that PHULUC_MACHINE names, for running every office test on it:
 * `PHULUC_MACHINE=semicolon npx jest --selectProjects office`.
 */
export function getMachineOfRun(): Machine | null {
  return MACHINES.find((machine) => machine === process.env['PHULUC_MACHINE']) ?? null;
}

export const MACHINE_OPTIONS: Record<Machine, SessionOptions> = {
  semicolon: { listSeparator: ';' },
  'excel-365': { formulaEcho: 'excel-365' },
  filtered: {},
};

/** Sets a filter that hides the second row of each table of at least three rows that has none yet. */
function filterTables({ sheets }: WorkbookModel): void {
  for (const sheet of sheets) {
    for (const table of sheet.tables) {
      const { top, bottom, left } = getTableBodyRange(table);
      if (Object.keys(table.filters).length > 0 || bottom - top < 2 || !table.showHeaders) continue;
      const texts = Array.from({ length: bottom - top + 1 }, (_, index) =>
        formatDisplayText(getCell(sheet, top + index, left).value, getNumberFormat(sheet, top + index, left)),
      );
      const values = texts.filter((text) => text !== texts[1]);
      if (values.length === texts.length - 1)
        applyTableFilter(sheet, table, 0, { filterOn: 'Values', values });
    }
  }
}

type ExcelLibrary = typeof Excel;

/** Returns the library with an Excel.run that sets filters before it works on the open workbook. */
export function filterBeforeRuns(library: ExcelLibrary, workbook: WorkbookModel): ExcelLibrary {
  const run = (...args: Parameters<ExcelLibrary['run']>): unknown => {
    const [first] = args as unknown[];
    if (typeof first === 'function') filterTables(workbook);
    return library.run(...args);
  };
  return new Proxy(library, {
    get: (target, name) => (name === 'run' ? run : Reflect.get(target, name)),
  });
}
