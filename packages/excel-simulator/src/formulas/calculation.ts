import { MAX_SHEET_COLUMNS, MAX_SHEET_ROWS } from '@phuluc/ooxml/a1';
import { removeSpill } from '../model/cells';
import { appendAll } from '../model/collections';
import type { Cell, CellRange, SheetModel, WorkbookModel } from '../model/types';
import type { Locale } from '../model/values/format-display-text';
import { getCell, setCell } from '../model/workbook';
import { createDirectEvaluation } from './calculate-directly';
import { calculateJobs } from './calculate-jobs';
import { CalculationOrder, FormulaQueue, takeLibraryRun } from './calculation-order';
import { type CellChange, ChangeFinder } from './change-finder';
import { compileFormula } from './compile-formula';
import type { CompiledFormula } from './compiled-formula';
import {
  type CellKey,
  type ChangedCell,
  Dependencies,
  findDirtyFormulas,
  type FormulaNode,
  toCellKey,
  visitReaders,
} from './dependencies';
import { TemplateCache } from './formula-template';
import type { HostContext } from './host-functions';
import { getUsedExtent, type RangeEntry, RangeRegistry, type UsedExtent } from './range-registry';
import { createNumber, type RuntimeValue } from './runtime-value';
import { scheduleFormulas } from './schedule-formulas';
import { getSpillRange, toSpillRange, writeFormulaResult } from './spill';
import type { WorkbookStructure } from './structure';

/** What is known of a workbook from one calculation to the next. */
export type CalculationState = {
  structure: WorkbookStructure;
  templates: TemplateCache;
  dependencies: Dependencies;
  order: CalculationOrder;
  finder: ChangeFinder;
  extent: UsedExtent;
  /** Serial number of the day that TODAY() gave. */
  day: number;
  locale: Locale;
  circular: Map<CellKey, FormulaNode>;
  /** Formulas whose array fills cells. */
  arrays: Set<CellKey>;
  /** Formulas whose array had no room when they were last calculated. */
  blocked: Set<CellKey>;
};

export function createCalculationState(
  workbook: WorkbookModel,
  structure: WorkbookStructure,
  day: number,
  locale: Locale,
): CalculationState {
  return {
    structure,
    templates: new TemplateCache(workbook),
    dependencies: new Dependencies(new RangeRegistry()),
    order: new CalculationOrder(),
    finder: new ChangeFinder(),
    extent: { bottom: 0, right: 0 },
    day,
    locale,
    circular: new Map(),
    arrays: new Set(),
    blocked: new Set(),
  };
}

function createSingleCellRange(row: number, column: number): CellRange {
  return {
    top: row,
    left: column,
    bottom: row,
    right: column,
  };
}

function listCells(sheetId: string, { top, left, bottom, right }: CellRange): ChangedCell[] {
  const cells: ChangedCell[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) cells.push({ sheetId, row, column });
  }
  return cells;
}

function containsCell({ top, left, bottom, right }: CellRange, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** Lists the sheets that a formula reads. */
function listSources({ cells, areas, spills, references }: CompiledFormula): string[] {
  return [...cells, ...areas, ...spills, ...references].map(({ sheetId }) => sheetId);
}

function setMembership<T>(set: Set<T>, item: T, isMember: boolean): void {
  if (isMember) set.add(item);
  else if (set.size > 0) set.delete(item);
}

/** Arrays may grow into cells that others read; each round settles what the one before has uncovered. */
const MAX_ROUNDS = 10;

/** One calculation of a workbook, in rounds. */
export class Calculation {
  /** Formulas calculated so far. */
  calculated = 0;
  /** An array gave up cells, in which another may now have room. */
  #hasFreed = false;
  /** Cells came or went where those known end. */
  #mayHaveGrown = false;
  readonly #sheets: ReadonlyMap<string, SheetModel>;

  constructor(
    readonly workbook: WorkbookModel,
    readonly state: CalculationState,
    readonly now: Date,
  ) {
    this.#sheets = new Map(workbook.sheets.map((sheet) => [sheet.id, sheet]));
  }

  #sheet(sheetId: string): SheetModel {
    return this.#sheets.get(sheetId)!;
  }

  #spillOf({ sheetId, row, column }: FormulaNode): CellRange | null {
    return getSpillRange(this.#sheet(sheetId), row, column);
  }

  /** Takes in which cells were written since the last calculation. */
  noteWrittenCells(changes: readonly CellChange[]): void {
    const { bottom, right } = this.state.extent;
    this.#mayHaveGrown ||= changes.some(({ row, column }) => row >= bottom || column >= right);
  }

  /** Takes in new, changed and removed formulas; gives those to be calculated for it. */
  updateFormulas(changes: readonly CellChange[]): CellKey[] {
    const { dependencies, circular, templates } = this.state;
    const updated: CellKey[] = [];
    const isFirst = dependencies.formulas.size === 0;
    for (const { sheetId, row, column, formula } of changes) {
      if (formula === undefined && isFirst) continue;
      const key = toCellKey(sheetId, row, column);
      if (formula === undefined) {
        dependencies.remove(key);
        circular.delete(key);
        continue;
      }
      updated.push(key);
      if (dependencies.formulas.get(key)?.formula === formula) continue;
      const place = { sheet: this.#sheet(sheetId), row, column };
      const compiled = compileFormula(templates, dependencies.areas, place, formula);
      dependencies.add({ key, sheetId, row, column, formula, compiled });
    }
    return updated;
  }

  /**
   * Takes in that sheets have come and gone, on which nothing was named: only formulas that refer to sheets are read
   * again, and those that the library calculates, which counts the sheets. Gives these.
   */
  updateSheets({ removed, hasAdded }: { removed: ReadonlySet<string>; hasAdded: boolean }): CellKey[] {
    const { dependencies, circular, finder, templates } = this.state;
    templates.forget(
      (sheetIds, key) => sheetIds.some((id) => removed.has(id)) || (hasAdded && key.includes('!')),
    );
    for (const id of removed) finder.forget(id);
    this.#mayHaveGrown = true;
    const keys: CellKey[] = [];
    for (const node of [...dependencies.formulas.values()]) {
      const { key, sheetId, row, column, formula, compiled } = node;
      if (removed.has(sheetId)) {
        dependencies.remove(key);
        circular.delete(key);
        continue;
      }
      const refersToRemoved = listSources(compiled).some((id) => removed.has(id));
      if (compiled.evaluate && !refersToRemoved && !(hasAdded && formula.includes('!'))) continue;
      const place = { sheet: this.#sheet(sheetId), row, column };
      dependencies.add({ ...node, compiled: compileFormula(templates, dependencies.areas, place, formula) });
      keys.push(key);
    }
    return keys;
  }

  /** Cells of arrays whose formula is gone show nothing more. Returns whether there were such cells. */
  removeOrphanedSpills(): boolean {
    let hasFound = false;
    for (const sheet of this.workbook.sheets) {
      const orphans: [row: number, column: number][] = [];
      for (const [row, line] of sheet.cells) {
        for (const [column, { spilledFrom }] of line) {
          if (spilledFrom && !getCell(sheet, spilledFrom.row, spilledFrom.column).spill)
            orphans.push([row, column]);
        }
      }
      for (const [row, column] of orphans) {
        const { format } = getCell(sheet, row, column);
        setCell(sheet, row, column, format ? { value: '', format } : { value: '' });
        hasFound = true;
      }
    }
    return hasFound;
  }

  /** Arrays into whose cells something was written give up the others; gives their formulas and those cells. */
  breakArrays(changes: readonly ChangedCell[]): { keys: CellKey[]; cells: ChangedCell[] } {
    const keys: CellKey[] = [];
    const cells: ChangedCell[] = [];
    for (const node of this.#listNodes(this.state.arrays)) {
      const area = this.#spillOf(node);
      if (!area) continue;
      const isBroken = changes.some(
        ({ sheetId, row, column }) =>
          sheetId === node.sheetId && containsCell(area, row, column) && !this.#isPartOf(node, row, column),
      );
      if (!isBroken) continue;
      removeSpill(this.#sheet(node.sheetId), node.row, node.column);
      keys.push(node.key);
      appendAll(cells, listCells(node.sheetId, area));
    }
    return { keys, cells };
  }

  #isPartOf(node: FormulaNode, row: number, column: number): boolean {
    if (row === node.row && column === node.column) return true;
    const from = getCell(this.#sheet(node.sheetId), row, column).spilledFrom;
    return from?.row === node.row && from.column === node.column;
  }

  /** Formulas to be calculated whatever changed. */
  findVolatileFormulas(isNewDay: boolean): CellKey[] {
    return this.#formulasWhere(
      ({ compiled }) => compiled.isVolatile || compiled.isDynamic || (compiled.readsToday && isNewDay),
    );
  }

  #formulasWhere(test: (node: FormulaNode) => boolean): CellKey[] {
    return [...this.state.dependencies.unsteady.values()].flatMap((node) => (test(node) ? [node.key] : []));
  }

  #listNodes(keys: Iterable<CellKey>): FormulaNode[] {
    return [...keys].flatMap((key) => this.state.dependencies.formulas.get(key) ?? []);
  }

  /** Formulas whose array had no room when they were last calculated. */
  findBlockedFormulas(): CellKey[] {
    return this.#listNodes(this.state.blocked).map(({ key }) => key);
  }

  /** Calculates the given formulas and all that depends on changed cells, until nothing more changes. */
  run(changed: readonly ChangedCell[], keys: readonly CellKey[]): void {
    this.#hasFreed = false;
    this.#rounds(changed, keys);
    const blocked = this.#hasFreed ? this.findBlockedFormulas() : [];
    if (blocked.length > 0) this.#rounds([], blocked);
    // What INDIRECT and OFFSET read is known only now; once more for those that read each other.
    const dynamic = this.#formulasWhere(({ compiled }) => compiled.isDynamic);
    if (dynamic.length === 0 || this.calculated <= dynamic.length) return;
    this.#rounds([], dynamic);
    this.#rounds([], dynamic);
  }

  #rounds(changed: readonly ChangedCell[], keys: readonly CellKey[]): void {
    const { dependencies, circular } = this.state;
    this.#measure();
    const isOrdered = dependencies.unplaced.size === 0 && circular.size === 0;
    let cells = isOrdered ? this.#propagate(changed, keys) : this.#round(changed, keys);
    for (let round = 1; round < MAX_ROUNDS && cells.length > 0; round += 1) cells = this.#round(cells, []);
  }

  /** Calculates all that depends on changes once; gives the cells whose readers must be calculated again. */
  #round(changed: readonly ChangedCell[], keys: readonly CellKey[]): ChangedCell[] {
    const { dependencies, circular, order } = this.state;
    this.#measure();
    const dirty = findDirtyFormulas(dependencies, changed, keys, (node) => {
      const area = this.#spillOf(node);
      return area ? listCells(node.sheetId, area) : [];
    });
    const nodes = [...dirty].flatMap((key) => {
      const node = dependencies.formulas.get(key);
      return node && !node.compiled.isForeign ? [node] : [];
    });
    for (const node of nodes) circular.delete(node.key);
    const plan = scheduleFormulas(
      dependencies,
      nodes,
      (node) => this.#spillOf(node) ?? createSingleCellRange(node.row, node.column),
    );
    order.place(dependencies, plan.stages);
    for (const node of plan.circular) {
      circular.set(node.key, node);
      this.#write(node, createNumber(0));
    }
    return plan.stages.flatMap((stage) => this.#calculateStage(stage));
  }

  #calculateStage(stage: readonly FormulaNode[]): ChangedCell[] {
    const { dependencies, extent } = this.state;
    const results = calculateJobs(this.workbook, dependencies.areas, extent, stage, this.#context());
    const again: ChangedCell[] = [];
    stage.forEach((node, index) => {
      const area = this.#write(node, results[index]!);
      if (area) appendAll(again, listCells(node.sheetId, area));
    });
    this.calculated += stage.length;
    return again;
  }

  #context(): HostContext {
    return { now: this.now, locale: this.state.locale };
  }

  /**
   * Calculates along the known order what reads a cell that really changed, and no further where a value stays; gives
   * the cells whose readers must be calculated again.
   */
  #propagate(changed: readonly ChangedCell[], keys: readonly CellKey[]): ChangedCell[] {
    const { dependencies, extent } = this.state;
    const queue = new FormulaQueue();
    const enqueue = (key: CellKey): void => {
      const node = dependencies.formulas.get(key);
      if (node) queue.add(node);
    };
    const visited = new Set<RangeEntry>();
    const touch = (cell: ChangedCell): void => visitReaders(dependencies, cell, visited, enqueue);
    changed.forEach(touch);
    keys.forEach(enqueue);
    const evaluate = createDirectEvaluation(this.workbook, extent, this.#context(), null);
    const again: ChangedCell[] = [];
    for (let node = queue.take(); node; node = queue.take()) {
      const nodes = node.compiled.evaluate ? [node] : takeLibraryRun(dependencies, queue, node);
      const results = node.compiled.evaluate
        ? [evaluate(node)]
        : calculateJobs(this.workbook, dependencies.areas, extent, nodes, this.#context());
      nodes.forEach((one, index) => {
        const before = getCell(this.#sheet(one.sheetId), one.row, one.column);
        const area = this.#write(one, results[index]!);
        if (area) appendAll(again, listCells(one.sheetId, area));
        this.#listWritten(one, before).forEach(touch);
      });
      this.calculated += nodes.length;
    }
    return again;
  }

  /** Lists the cells that writing a formula's result has changed. */
  #listWritten(node: FormulaNode, before: Readonly<Cell>): ChangedCell[] {
    const after = getCell(this.#sheet(node.sheetId), node.row, node.column);
    if (after === before) return [];
    return [before, after].flatMap((cell) =>
      listCells(
        node.sheetId,
        toSpillRange(node.row, node.column, cell) ?? createSingleCellRange(node.row, node.column),
      ),
    );
  }

  /** Whole columns and rows are read as far as the workbook reaches; they change when it grows. */
  #measure(): void {
    if (!this.#mayHaveGrown) return;
    this.#mayHaveGrown = false;
    const { extent, dependencies } = this.state;
    const now = getUsedExtent(this.workbook);
    if (now.bottom === extent.bottom && now.right === extent.right) return;
    this.state.extent = now;
    for (const entry of dependencies.areas.entries) {
      const { bottom, right } = entry.area;
      if (bottom === MAX_SHEET_ROWS - 1 || right === MAX_SHEET_COLUMNS - 1) entry.array = undefined;
    }
  }

  #write(node: FormulaNode, result: RuntimeValue): CellRange | null {
    const sheet = this.#sheet(node.sheetId);
    const before = this.#spillOf(node);
    const again = writeFormulaResult(sheet, node.row, node.column, result);
    const after = this.#spillOf(node);
    const { finder, arrays, blocked } = this.state;
    finder.remember(sheet, node.row, node.column);
    const { value } = getCell(sheet, node.row, node.column);
    setMembership(blocked, node.key, typeof value === 'object' && value.error === '#SPILL!');
    setMembership(arrays, node.key, after !== null);
    if (!before && !after) return again;
    this.#mayHaveGrown = true;
    if (before && !(after && containsCell(after, before.bottom, before.right))) this.#hasFreed = true;
    for (const area of [before, after]) {
      if (!area) continue;
      for (const { row, column } of listCells(node.sheetId, area))
        this.state.finder.remember(sheet, row, column);
    }
    return again;
  }
}
