import { getNumberFormat } from '@phuluc/excel-simulator/model/cell-formats';
import { isRowHidden } from '@phuluc/excel-simulator/model/geometry';
import { getTableBodyRange } from '@phuluc/excel-simulator/model/tables/table-columns';
import { applyTableFilter, clearTableFilters } from '@phuluc/excel-simulator/model/tables/table-filters';
import type { SheetModel, TableModel, WorkbookModel } from '@phuluc/excel-simulator/model/types';
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

/** Returns what a test expects on the machine of the run: where nothing else is given, the usual. */
export function expectByMachine<T>(usual: T, others: Partial<Record<Machine, T>>): T {
  const machine = getMachineOfRun();
  return machine && machine in others ? (others[machine] as T) : usual;
}

export const MACHINE_OPTIONS: Record<Machine, SessionOptions> = {
  semicolon: { listSeparator: ';' },
  'excel-365': { formulaEcho: 'excel-365' },
  filtered: {},
};

type Filtered = { sheet: SheetModel; table: TableModel };

/** Sets a filter that hides the second row of each table of at least three rows that has no hidden rows yet. */
function filterTables({ sheets }: WorkbookModel): Filtered[] {
  return sheets.flatMap((sheet) =>
    sheet.tables.flatMap((table): Filtered[] => {
      const { top, bottom, left } = getTableBodyRange(table);
      const rows = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
      const isHidden = Object.keys(table.filters).length > 0 || rows.some((row) => isRowHidden(sheet, row));
      if (isHidden || rows.length < 3 || !table.showHeaders) return [];
      const texts = rows.map((row) =>
        formatDisplayText(getCell(sheet, row, left).value, getNumberFormat(sheet, row, left)),
      );
      const values = texts.filter((text) => text !== texts[1]);
      if (values.length !== texts.length - 1) return [];
      applyTableFilter(sheet, table, 0, { filterOn: 'Values', values });
      return [{ sheet, table }];
    }),
  );
}

function clearFilters({ sheets }: WorkbookModel, filtered: readonly Filtered[]): void {
  for (const { sheet, table } of filtered)
    if (sheets.includes(sheet) && sheet.tables.includes(table)) clearTableFilters(sheet, table);
}

/** Returns true for a call of the add-in; what a test does in the place of a person comes from the test itself. */
function isCalledByAddIn(): boolean {
  return /[\\/]src[\\/]excel[\\/]/.test(new Error().stack ?? '');
}

type ExcelLibrary = typeof Excel;

/** Returns the library with an Excel.run that filters the tables of the open workbook while the add-in works on it. */
export function filterDuringRuns(library: ExcelLibrary, workbook: WorkbookModel): ExcelLibrary {
  let running = 0;
  let filtered: Filtered[] = [];
  const run = async (...args: Parameters<ExcelLibrary['run']>): Promise<unknown> => {
    const [first] = args as unknown[];
    if (typeof first !== 'function' || !isCalledByAddIn()) return library.run(...args);
    filtered.push(...filterTables(workbook));
    running += 1;
    try {
      return await library.run(...args);
    } finally {
      running -= 1;
      if (running === 0) {
        clearFilters(workbook, filtered);
        filtered = [];
      }
    }
  };
  return new Proxy(library, {
    get: (target, name) => (name === 'run' ? run : Reflect.get(target, name)),
  });
}
