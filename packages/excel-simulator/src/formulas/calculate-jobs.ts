import { calculateFormulas } from '@cj-tech-master/excelts/formula';
import { MAX_SHEET_COLUMNS, MAX_SHEET_ROWS } from '@phuluc/ooxml/a1';
import { forEachCell } from '../model/cells';
import { appendAll, getMaximum, getMinimum } from '../model/collections';
import { toA1Formula } from '../model/formula-references';
import { isRowHidden } from '../model/geometry';
import type { CellRange, SheetModel, WorkbookModel } from '../model/types';
import { getCell } from '../model/workbook';
import { calculateDirectly, type CalculationJob, StageResults, toShownScalar } from './calculate-directly';
import { findReferencedArea } from './find-referenced-area';
import { createHostFunctions, type HostContext, type LibraryFunction } from './host-functions';
import { isFormulaCell, type RangeRegistry, readRangeValues, type UsedExtent } from './range-registry';
import {
  BLANK_SCALAR,
  createBoolean,
  createError,
  createText,
  getFirstScalar,
  isErrorScalar,
  type RuntimeValue,
  toCellValue,
} from './runtime-value';

/** The library's numbers for kinds of cells; any other is a plain value. */
const CELL_TYPE = { formula: 6, value: 2 } as const;

type LibraryCell = {
  row: number;
  col: number;
  type: number;
  formula?: string;
  model: { formula?: string };
  value: unknown;
  result: undefined;
};

/** A sheet with only the cells that the formulas at hand read; what the library writes to it is not kept. */
class SheetView {
  readonly rows = new Map<number, Map<number, LibraryCell>>();
  constructor(
    readonly id: number,
    readonly sheet: SheetModel,
    readonly dimensions: { top: number; left: number; bottom: number; right: number },
  ) {}

  get name(): string {
    return this.sheet.name;
  }

  putCell(row: number, column: number, value: unknown, formula?: string): void {
    let line = this.rows.get(row);
    if (!line) this.rows.set(row, (line = new Map()));
    if (formula === undefined && line.has(column)) return;
    const type = formula === undefined ? CELL_TYPE.value : CELL_TYPE.formula;
    line.set(column, {
      row: row + 1,
      col: column + 1,
      type,
      formula,
      model: { formula },
      value,
      result: undefined,
    });
  }

  eachRow(options: unknown, callback?: unknown): void {
    const visit = (callback ?? options) as (row: unknown, number: number) => void;
    for (const [row, line] of this.rows) {
      visit(
        {
          hidden: isRowHidden(this.sheet, row),
          eachCell: (first: unknown, second?: unknown) => {
            const each = (second ?? first) as (cell: LibraryCell, number: number) => void;
            for (const cell of line.values()) each(cell, cell.col);
          },
        },
        row + 1,
      );
    }
  }

  findCell(row: number, column: number): LibraryCell | undefined {
    return this.rows.get(row - 1)?.get(column - 1);
  }

  getCell(row: number, column: number): LibraryCell {
    return (
      this.findCell(row, column) ?? {
        row,
        col: column,
        type: CELL_TYPE.value,
        model: {},
        value: null,
        result: undefined,
      }
    );
  }

  getTables() {
    return this.sheet.tables.map((table) => ({
      table: {
        name: table.name,
        tl: { row: table.area.top + 1, col: table.area.left + 1 },
        columns: table.columns.map(({ name }) => ({ name })),
        rows: Array.from({
          length:
            table.area.bottom - table.area.top + 1 - Number(table.showHeaders) - Number(table.showTotals),
        }),
        headerRow: table.showHeaders,
        totalsRow: table.showTotals,
      },
    }));
  }
}

function readNumberArgument(value: RuntimeValue | undefined): number {
  const one = value ? getFirstScalar(value) : BLANK_SCALAR;
  return 'value' in one ? Number(one.value) : 0;
}

function readTextArgument(value: RuntimeValue | undefined): string {
  const one = value ? getFirstScalar(value) : BLANK_SCALAR;
  return 'value' in one ? String(one.value) : '';
}

/**
 * Bounds references, each given by its first and last row and column, in one area.
 * @returns null where that is not on a sheet.
 */
function boundCorners(corners: readonly number[]): CellRange | null {
  const rows = corners.filter((_, index) => index % 2 === 0).map(Math.trunc);
  const columns = corners.filter((_, index) => index % 2 === 1).map(Math.trunc);
  const area = {
    top: getMinimum(rows, Infinity),
    left: getMinimum(columns, Infinity),
    bottom: getMaximum(rows, -Infinity),
    right: getMaximum(columns, -Infinity),
  };
  const isInside =
    area.top >= 0 && area.left >= 0 && area.bottom < MAX_SHEET_ROWS && area.right < MAX_SHEET_COLUMNS;
  return isInside ? area : null;
}

/** The compiler's functions that read the model. */
function createModelFunctions(
  workbook: WorkbookModel,
  areas: RangeRegistry,
  extent: UsedExtent,
): [string, LibraryFunction][] {
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.id, sheet]));
  const readCellArguments = (args: RuntimeValue[]) => {
    const [sheet, row, column] = args.map(readNumberArgument) as [number, number, number];
    return {
      sheet: workbook.sheets[sheet]!,
      row,
      column,
      cell: getCell(workbook.sheets[sheet]!, row, column),
    };
  };
  const read = (sheet: SheetModel, area: CellRange) => readRangeValues(sheet, area, 'values', extent);
  const defineCellFunction = (invoke: (args: RuntimeValue[]) => RuntimeValue): LibraryFunction => ({
    minArity: 3,
    maxArity: 3,
    invoke,
  });
  return [
    [
      'HOST_AREA',
      {
        minArity: 1,
        maxArity: 1,
        invoke: (args) => {
          const entry = areas.entries[readNumberArgument(args[0])];
          const sheet = entry && sheets.get(entry.sheetId);
          if (!sheet) return createError('#REF!');
          entry.array ??= readRangeValues(sheet, entry.area, entry.use, extent);
          const { array } = entry;
          // Hidden rows change without any cell changing.
          if (entry.use !== 'values') entry.array = undefined;
          return array;
        },
      },
    ],
    ...(['shown', 'unfiltered'] as const).map((use): [string, LibraryFunction] => [
      `HOST_${use.toUpperCase()}`,
      {
        minArity: 5,
        maxArity: 9,
        invoke: ([sheet, ...corners]) => {
          const error = corners.find(isErrorScalar);
          const area = boundCorners(corners.map(readNumberArgument));
          if (error) return error;
          return area
            ? readRangeValues(workbook.sheets[readNumberArgument(sheet)]!, area, use, extent)
            : createError('#REF!');
        },
      },
    ]),
    ...(['shown', 'unfiltered'] as const).map((use): [string, LibraryFunction] => [
      `HOST_${use.toUpperCase()}_AT`,
      {
        minArity: 5,
        maxArity: 5,
        invoke: ([sheetIndex, rowIndex, columnIndex, address, isA1]) => {
          const error = [address, isA1].find((value) => value && isErrorScalar(value));
          if (error) return error;
          const [sheet, row, column] = [sheetIndex, rowIndex, columnIndex].map(readNumberArgument);
          const place = { sheet: workbook.sheets[sheet!]!, row: row!, column: column! };
          const text = `=${readTextArgument(address)}`;
          const formula = readNumberArgument(isA1) ? text : toA1Formula(text, place.row, place.column);
          const found = findReferencedArea(workbook, place, formula);
          return found ? readRangeValues(found.sheet, found.area, use, extent) : createError('#REF!');
        },
      },
    ]),
    [
      'HOST_CHECKED',
      {
        minArity: 2,
        maxArity: 255,
        // The references, then what is calculated from them.
        invoke: (args) => args.find(isErrorScalar) ?? args.at(-1)!,
      },
    ],
    [
      'HOST_SPILL',
      defineCellFunction((args) => {
        const { sheet, row, column, cell } = readCellArguments(args);
        if (!cell.spill) return createError('#REF!');
        const { rows, columns } = cell.spill;
        return read(sheet, { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 });
      }),
    ],
    [
      'HOST_FORMULATEXT',
      defineCellFunction((args) => {
        const { formula } = readCellArguments(args).cell;
        return formula === undefined ? createError('#N/A') : createText(formula);
      }),
    ],
    [
      'HOST_ISFORMULA',
      defineCellFunction((args) => createBoolean(readCellArguments(args).cell.formula !== undefined)),
    ],
  ];
}

/** The library keeps so many parsed formulas in one run and loses the others (excelts, AST_CACHE_MAX_ENTRIES). */
const MAX_LIBRARY_FORMULAS = 5_000;

/**
 * Calculates formulas and gives each result complete, arrays as arrays. Formulas of one run may read each other
 * through single cells, later ones earlier ones; the areas they read must be settled. The model is not changed.
 */
export function calculateJobs(
  workbook: WorkbookModel,
  areas: RangeRegistry,
  extent: UsedExtent,
  jobs: readonly CalculationJob[],
  context: HostContext,
): RuntimeValue[] {
  const known = new StageResults();
  const results = calculateDirectly(workbook, extent, jobs, context, known);
  const others = jobs.filter(({ compiled }) => !compiled.evaluate);
  const byLibrary: RuntimeValue[] = [];
  for (let at = 0; at < others.length; at += MAX_LIBRARY_FORMULAS) {
    const some = others.slice(at, at + MAX_LIBRARY_FORMULAS);
    const values = calculateByLibrary({ workbook, areas, extent, context, known }, some);
    some.forEach(({ sheetId, row, column }, index) => known.set(sheetId, row, column, values[index]!));
    appendAll(byLibrary, values);
  }
  let next = 0;
  return jobs.map(({ compiled }, index) => (compiled.evaluate ? results[index]! : byLibrary[next++]!));
}

type LibraryRun = {
  workbook: WorkbookModel;
  areas: RangeRegistry;
  extent: UsedExtent;
  context: HostContext;
  /** Results of earlier formulas of the run, which are not yet in the model. */
  known: StageResults;
};

/** Calculates formulas with the library. */
function calculateByLibrary(
  { workbook, areas, extent, context, known }: LibraryRun,
  jobs: readonly CalculationJob[],
): RuntimeValue[] {
  const dimensions = { top: 1, left: 1, bottom: extent.bottom + 1, right: extent.right + 1 };
  const views = new Map(
    workbook.sheets.map((sheet, index) => [sheet.id, new SheetView(index + 1, sheet, dimensions)]),
  );
  const results: RuntimeValue[] = new Array<RuntimeValue>(jobs.length);
  const functions = createHostFunctions({ ...context, date1904: workbook.date1904 });
  for (const [name, one] of createModelFunctions(workbook, areas, extent)) functions.set(name, one);
  functions.set('HOST_RESULT', {
    minArity: 2,
    maxArity: 2,
    invoke: ([index, value]) => {
      const result = value ?? createError('#NAME?');
      results[readNumberArgument(index)] = result;
      return toShownScalar(result);
    },
  });
  jobs.forEach(({ sheetId, row, column, compiled }, index) => {
    views.get(sheetId)!.putCell(row, column, null, `HOST_RESULT(${index},${compiled.text})`);
  });
  const supply = (view: SheetView, row: number, column: number): void => {
    const result = known.get(view.sheet.id, row, column);
    const cell = result ? { value: toCellValue(result), formula: '' } : getCell(view.sheet, row, column);
    if (cell.value !== '' || isFormulaCell(cell)) view.putCell(row, column, cell.value);
  };
  for (const { compiled } of jobs) {
    for (const { sheetId, row, column } of compiled.cells) supply(views.get(sheetId)!, row, column);
    for (const { sheetId, area } of compiled.references) {
      const view = views.get(sheetId)!;
      forEachCell(view.sheet, area, (_, row, column) => supply(view, row, column));
    }
  }
  if (jobs.some(({ compiled }) => compiled.isDynamic)) {
    for (const view of views.values()) {
      for (const [row, line] of view.sheet.cells) for (const column of line.keys()) supply(view, row, column);
    }
  }
  const worksheets = [...views.values()];
  calculateFormulas({
    worksheets,
    getWorksheet: (id) => worksheets.find((view) => view.id === id || view.name === id),
    definedNames: { getAllEntries: () => listDefinedNames(workbook), getAllNames: () => [] },
    properties: { date1904: workbook.date1904 },
    userFunctions: functions as unknown as ReadonlyMap<string, never>,
  });
  // A formula the library could not read at all never asked for its result.
  return Array.from(results, (result) => result ?? createError('#NAME?'));
}

/** Names for INDIRECT; everywhere else the compiler has put in what they stand for. */
function listDefinedNames(workbook: WorkbookModel) {
  return [
    ...workbook.names.map(({ name, formula }) => ({ name, ranges: [formula.replace(/^=/, '')] })),
    ...workbook.sheets.flatMap((sheet, localSheetId) =>
      sheet.names.map(({ name, formula }) => ({ name, ranges: [formula.replace(/^=/, '')], localSheetId })),
    ),
  ];
}
