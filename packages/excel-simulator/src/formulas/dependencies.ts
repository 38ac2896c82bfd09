import { containsRange, MAX_SHEET_COLUMNS, MAX_SHEET_ROWS } from '@phuluc/ooxml/a1';
import { appendAll } from '../model/collections';
import type { CellRange } from '../model/types';
import type { CellPosition, CompiledFormula } from './compiled-formula';
import { getSheetNumber, type RangeEntry, type RangeRegistry } from './range-registry';

/** A cell as one number, exact up to 2^53: sheets by their number, then rows and columns. */
export type CellKey = number;
/** One formula of the workbook, by its cell. */
export type FormulaNode = {
  key: CellKey;
  sheetId: string;
  row: number;
  column: number;
  formula: string;
  compiled: CompiledFormula;
  /** Its place in the order of calculation, after all that it reads; null until it is scheduled. */
  position: number | null;
};
export type PositionedRange = { sheetId: string; area: CellRange };

export function toCellKey(sheetId: string, row: number, column: number): CellKey {
  return (getSheetNumber(sheetId) * MAX_SHEET_ROWS + row) * MAX_SHEET_COLUMNS + column;
}
function createSingleCellRange(row: number, column: number): CellRange {
  return {
    top: row,
    left: column,
    bottom: row,
    right: column,
  };
}

/** Which formulas read which cells. */
export class Dependencies {
  readonly formulas = new Map<CellKey, FormulaNode>();
  /** Those that are calculated without any cell having changed: at any time, or on another day. Mostly a few. */
  readonly unsteady = new Map<CellKey, FormulaNode>();
  /** Those that have no place in the order of calculation. */
  readonly unplaced = new Set<CellKey>();
  /** Formulas by each single cell they read. */
  readonly #readers = new Map<CellKey, Set<CellKey>>();
  readonly #references = new Map<CellKey, { sheetId: string; area: CellRange }[]>();

  constructor(readonly areas: RangeRegistry) {}

  add(formula: Omit<FormulaNode, 'position'>): void {
    const node: FormulaNode = { ...formula, position: null };
    this.remove(node.key);
    this.formulas.set(node.key, node);
    if (!node.compiled.isForeign) this.unplaced.add(node.key);
    const { isVolatile, isDynamic, readsToday } = node.compiled;
    if (isVolatile || isDynamic || readsToday) this.unsteady.set(node.key, node);
    for (const cell of listSingleCells(node)) {
      let readers = this.#readers.get(cell);
      if (!readers) this.#readers.set(cell, (readers = new Set()));
      readers.add(node.key);
    }
    for (const entry of node.compiled.areas) entry.readers.add(node.key);
    if (node.compiled.references.length > 0) this.#references.set(node.key, node.compiled.references);
  }

  remove(key: CellKey): void {
    const node = this.formulas.get(key);
    if (!node) return;
    this.formulas.delete(key);
    this.unsteady.delete(key);
    this.unplaced.delete(key);
    for (const cell of listSingleCells(node)) this.#readers.get(cell)?.delete(key);
    for (const entry of node.compiled.areas) entry.readers.delete(key);
    this.#references.delete(key);
  }

  /** Formulas that read the cell alone. */
  getReaders(key: CellKey): ReadonlySet<CellKey> {
    return this.#readers.get(key) ?? NO_READERS;
  }

  /** Formulas that leave an area with the cell to the library. */
  findReferrers(sheetId: string, row: number, column: number): CellKey[] {
    const cell = createSingleCellRange(row, column);
    const found: CellKey[] = [];
    for (const [key, references] of this.#references) {
      if (references.some((one) => one.sheetId === sheetId && containsRange(one.area, cell))) found.push(key);
    }
    return found;
  }
}

const NO_READERS: ReadonlySet<CellKey> = new Set();

/** Cells read alone: as they are, and as anchors of arrays (A1#). */
function listSingleCells({ compiled }: FormulaNode): CellKey[] {
  return [...compiled.cells, ...compiled.spills].map(({ sheetId, row, column }) =>
    toCellKey(sheetId, row, column),
  );
}

export type ChangedCell = CellPosition;

/**
 * The formulas to be calculated again after cells changed: those that read them, and so on. `alsoChanged` gives
 * the further cells that a formula's cell fills (its spilled array). Areas that changed forget their content.
 */
export function findDirtyFormulas(
  dependencies: Dependencies,
  changed: readonly ChangedCell[],
  always: readonly CellKey[],
  alsoChanged: (node: FormulaNode) => ChangedCell[],
): Set<CellKey> {
  const dirty = new Set<CellKey>();
  const queue: ChangedCell[] = [...changed];
  const firedAreas = new Set<RangeEntry>();
  const mark = (key: CellKey): void => {
    const node = dependencies.formulas.get(key);
    if (!node || dirty.has(key)) return;
    dirty.add(key);
    queue.push({ sheetId: node.sheetId, row: node.row, column: node.column });
    appendAll(queue, alsoChanged(node));
  };
  for (const key of always) mark(key);
  for (let cell = queue.pop(); cell; cell = queue.pop()) {
    if (dirty.size === dependencies.formulas.size) {
      for (const entry of dependencies.areas.entries) entry.array = undefined;
      break;
    }
    const { sheetId, row, column } = cell;
    for (const key of dependencies.getReaders(toCellKey(sheetId, row, column))) mark(key);
    for (const key of dependencies.findReferrers(sheetId, row, column)) mark(key);
    dependencies.areas.visitContaining(sheetId, row, column, (entry) => {
      if (firedAreas.has(entry)) return;
      firedAreas.add(entry);
      entry.array = undefined;
      for (const key of entry.readers) mark(key);
    });
  }
  return dirty;
}

/**
 * Calls for the key of each formula that reads a cell which changed; areas that contain it forget their content. Those
 * in `visited` were called for already: the formulas in an area come before its readers.
 */
export function visitReaders(
  dependencies: Dependencies,
  { sheetId, row, column }: ChangedCell,
  visited: Set<RangeEntry>,
  visit: (key: CellKey) => void,
): void {
  dependencies.getReaders(toCellKey(sheetId, row, column)).forEach(visit);
  dependencies.findReferrers(sheetId, row, column).forEach(visit);
  dependencies.areas.visitContaining(sheetId, row, column, (entry) => {
    entry.array = undefined;
    if (visited.has(entry)) return;
    visited.add(entry);
    entry.readers.forEach(visit);
  });
}
