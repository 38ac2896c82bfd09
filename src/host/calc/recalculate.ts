import type { Locale } from '../model/display-text';
import { momentToSerial } from '../model/serial-date';
import type { Area, SheetModel, WorkbookModel } from '../model/types';
import { cellAt, putCell } from '../model/workbook';
import { AreaRegistry, usedExtent } from './areas';
import { ChangeFinder } from './changes';
import { compileFormula } from './compile';
import {
  type CellKey,
  type ChangedCell,
  Dependencies,
  type FormulaNode,
  cellKey,
  formulasAfter,
} from './dependencies';
import { calculate } from './engine';
import { spillArea, writeResult } from './spill';
import { intoStages } from './stages';

export type RecalculateOptions = {
  /** What TODAY() and NOW() say; the clock's time by default. */
  now?: Date;
  /** How TEXT, VALUE and criteria write and read numbers and dates; Vietnamese by default. */
  locale?: Locale;
};

/** Cells that depend on themselves; they show 0, as in Excel, which also warns. */
export type Recalculation = {
  circular: { sheetId: string; row: number; column: number }[];
  /** Formulas calculated, for those who measure. */
  calculated: number;
};

/** What is known of a workbook between calculations. */
type State = {
  structure: string;
  dependencies: Dependencies;
  finder: ChangeFinder;
  day: number;
  locale: Locale;
  circular: Map<CellKey, FormulaNode>;
};
const states = new WeakMap<WorkbookModel, State>();

/** Arrays may grow into cells that others read; each round settles what the one before has uncovered. */
const MAX_ROUNDS = 10;

/** Everything but cells that formulas depend on. When it changes all formulas are read anew. */
const structureOf = (workbook: WorkbookModel): string =>
  JSON.stringify([
    workbook.date1904,
    workbook.names.map(({ name, formula }) => [name, formula]),
    workbook.sheets.map((sheet) => [
      sheet.id,
      sheet.name,
      sheet.names.map(({ name, formula }) => [name, formula]),
      sheet.merges.length,
      sheet.tables.map(({ name, area, showHeaders, showTotals, columns }) => [
        name,
        area,
        showHeaders,
        showTotals,
        columns.map((column) => column.name),
      ]),
    ]),
  ]);

const hasFormulas = (workbook: WorkbookModel): boolean => {
  for (const sheet of workbook.sheets) {
    for (const line of sheet.cells.values()) {
      for (const cell of line.values()) if (cell.formula !== undefined) return true;
    }
  }
  return false;
};

const newState = (structure: string, day: number, locale: Locale): State => ({
  structure,
  dependencies: new Dependencies(new AreaRegistry()),
  finder: new ChangeFinder(),
  day,
  locale,
  circular: new Map(),
});

/** Formulas to be calculated whatever changed. */
const standing = (workbook: WorkbookModel, state: State, isNewDay: boolean): CellKey[] => {
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.id, sheet]));
  const keys: CellKey[] = [];
  for (const [key, { compiled, sheetId, row, column }] of state.dependencies.formulas) {
    const { value } = cellAt(sheets.get(sheetId)!, row, column);
    // What was in the way of an array may have gone.
    const isBlocked = typeof value === 'object' && value.error === '#SPILL!';
    if (compiled.isVolatile || compiled.isDynamic || isBlocked || (compiled.readsToday && isNewDay))
      keys.push(key);
  }
  return keys;
};

class Calculation {
  readonly #sheets: Map<string, SheetModel>;
  readonly #extent;
  readonly #now: Date;
  calculated = 0;

  constructor(
    readonly workbook: WorkbookModel,
    readonly state: State,
    now: Date,
  ) {
    this.#sheets = new Map(workbook.sheets.map((sheet) => [sheet.id, sheet]));
    this.#extent = usedExtent(workbook);
    this.#now = now;
  }

  sheet(sheetId: string): SheetModel {
    return this.#sheets.get(sheetId)!;
  }

  /** Takes in new, changed and removed formulas; gives the keys of those to be calculated for it. */
  takeIn(
    changes: readonly (ChangedCell & { formula: string | undefined; hadFormula: boolean })[],
  ): CellKey[] {
    const { dependencies } = this.state;
    const fresh: CellKey[] = [];
    for (const { sheetId, row, column, formula, hadFormula } of changes) {
      const key = cellKey(sheetId, row, column);
      if (formula === undefined) {
        if (hadFormula) dependencies.remove(key);
        continue;
      }
      fresh.push(key);
      if (dependencies.formulas.get(key)?.formula === formula) continue;
      const place = { sheet: this.sheet(sheetId), row, column };
      const compiled = compileFormula(this.workbook, dependencies.areas, place, formula);
      dependencies.add({ key, sheetId, row, column, formula, compiled });
    }
    return fresh;
  }

  /** The formula whose array fills a cell, and the anchors of arrays that changed cells have broken into. */
  producerOf = (sheetId: string, row: number, column: number): CellKey | null => {
    const from = cellAt(this.sheet(sheetId), row, column).spilledFrom;
    return from ? cellKey(sheetId, from.row, from.column) : null;
  };

  #spilledCells = (node: FormulaNode): ChangedCell[] => {
    const area = spillArea(this.sheet(node.sheetId), node.row, node.column);
    return area ? cellsOf(node.sheetId, area) : [];
  };

  /** Calculates what depends on changed cells; gives the cells that arrays have newly filled. */
  round(changed: readonly ChangedCell[], always: readonly CellKey[]): ChangedCell[] {
    const { dependencies, circular } = this.state;
    const dirty = formulasAfter(dependencies, changed, always, this.#spilledCells);
    const nodes = [...dirty].flatMap((key) => {
      const node = dependencies.formulas.get(key);
      return node && !node.compiled.isForeign ? [node] : [];
    });
    for (const node of nodes) circular.delete(node.key);
    const plan = intoStages(dependencies, nodes, this.producerOf);
    for (const node of plan.circular) {
      circular.set(node.key, node);
      this.#write(node, { kind: 1, value: 0 });
    }
    const filled: ChangedCell[] = [];
    for (const stage of plan.stages) {
      const results = calculate(this.workbook, dependencies.areas, this.#extent, stageJobs(stage), {
        now: this.#now,
        locale: this.state.locale,
      });
      stage.forEach((node, index) => {
        const area = this.#write(node, results[index]!);
        if (area) filled.push(...cellsOf(node.sheetId, area).slice(1));
      });
      this.calculated += stage.length;
    }
    return filled;
  }

  #write(node: FormulaNode, result: Parameters<typeof writeResult>[3]): Area | null {
    const sheet = this.sheet(node.sheetId);
    const before = spillArea(sheet, node.row, node.column);
    const filled = writeResult(sheet, node.row, node.column, result);
    const after = spillArea(sheet, node.row, node.column);
    for (const area of [before, after]) {
      if (area)
        for (const { row, column } of cellsOf(node.sheetId, area)) this.state.finder.note(sheet, row, column);
    }
    this.state.finder.note(sheet, node.row, node.column);
    return filled;
  }
}

const stageJobs = (stage: readonly FormulaNode[]) =>
  stage.map(({ sheetId, row, column, compiled }) => ({ sheetId, row, column, compiled }));

const cellsOf = (sheetId: string, { top, left, bottom, right }: Area): ChangedCell[] => {
  const cells: ChangedCell[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) cells.push({ sheetId, row, column });
  }
  return cells;
};

/** Cells of arrays whose formula is gone or was overwritten show nothing more. */
const dropOrphans = (workbook: WorkbookModel): void => {
  for (const sheet of workbook.sheets) {
    for (const [row, line] of [...sheet.cells]) {
      for (const [column, cell] of [...line]) {
        const from = cell.spilledFrom;
        if (!from || cellAt(sheet, from.row, from.column).spill) continue;
        putCell(sheet, row, column, cell.format ? { value: '', format: cell.format } : { value: '' });
      }
    }
  }
};

/** Anchors of arrays into whose cells something else was written. */
const brokenAnchors = (
  workbook: WorkbookModel,
  changes: readonly ChangedCell[],
  nodes: Dependencies,
): CellKey[] => {
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.id, sheet]));
  const spills = [...nodes.formulas.values()].flatMap((node) => {
    const area = spillArea(sheets.get(node.sheetId)!, node.row, node.column);
    return area ? [{ node, area }] : [];
  });
  return spills.flatMap(({ node, area }) =>
    changes.some(
      ({ sheetId, row, column }) =>
        sheetId === node.sheetId &&
        row >= area.top &&
        row <= area.bottom &&
        column >= area.left &&
        column <= area.right,
    )
      ? [node.key]
      : [],
  );
};

/**
 * Calculates the workbook's formulas and writes their values. Only what depends on cells that changed since
 * the last call is calculated (with volatile functions, and on a new day what reads it); a workbook is read
 * anew when its sheets, tables or names have changed. Spilled arrays are written to their cells, circular
 * references show 0, unknown functions and names #NAME?.
 */
export const recalculate = (workbook: WorkbookModel, options: RecalculateOptions = {}): Recalculation => {
  const { now = new Date(), locale = 'vi-VN' } = options;
  if (!states.has(workbook) && !hasFormulas(workbook)) return { circular: [], calculated: 0 };
  const structure = structureOf(workbook);
  const day = Math.floor(momentToSerial(now));
  let state = states.get(workbook);
  const isNewDay = state?.day !== day;
  if (!state || state.structure !== structure || state.locale !== locale) {
    states.set(workbook, (state = newState(structure, day, locale)));
  }
  state.day = day;
  dropOrphans(workbook);
  const changes = state.finder.find(workbook);
  const calculation = new Calculation(workbook, state, now);
  const fresh = calculation.takeIn(changes);
  const broken = brokenAnchors(workbook, changes, state.dependencies);
  let always = [...fresh, ...broken, ...standing(workbook, state, isNewDay)];
  let changed: ChangedCell[] = changes;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    changed = calculation.round(changed, always);
    always = [];
    if (changed.length === 0) break;
  }
  const circular = [...state.circular.values()].map(({ sheetId, row, column }) => ({ sheetId, row, column }));
  return { circular, calculated: calculation.calculated };
};
