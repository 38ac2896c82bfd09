import { appendAll } from '../model/collections';
import type { WorkbookModel } from '../model/types';
import type { Locale } from '../model/values/format-display-text';
import { toSerialMoment } from '../model/values/serial-date';
import { Calculation, type CalculationState, createCalculationState } from './calculation';
import { compareStructures, readStructure, type StructureChange } from './structure';

type RecalculateOptions = {
  /** What TODAY() and NOW() say; the clock's time by default. */
  now?: Date;
  /** How TEXT, VALUE and criteria write and read numbers and dates; as before, at first Vietnamese. */
  locale?: Locale;
};

type Recalculation = {
  /** Cells that depend on themselves; they show 0, as in Excel, which also warns. */
  circular: { sheetId: string; row: number; column: number }[];
  /** Formulas calculated, for those who measure. */
  calculated: number;
};

const statesByWorkbook = new WeakMap<WorkbookModel, CalculationState>();

function hasFormulas(workbook: WorkbookModel): boolean {
  for (const sheet of workbook.sheets) {
    for (const line of sheet.cells.values()) {
      for (const cell of line.values()) if (cell.formula !== undefined) return true;
    }
  }
  return false;
}

/**
 * Calculates the workbook's formulas and writes their values. Only what depends on cells that changed since
 * the last call is calculated (with volatile functions, and on a new day what reads it); a workbook is read
 * again when its tables or names have changed. No one need say what changed. Spilled arrays are written
 * to their cells, circular references show 0, unknown functions and names #NAME?.
 */
export function recalculate(workbook: WorkbookModel, options: RecalculateOptions = {}): Recalculation {
  const known = statesByWorkbook.get(workbook);
  if (!known && !hasFormulas(workbook)) return { circular: [], calculated: 0 };
  const { now = new Date(), locale = known?.locale ?? 'vi-VN' } = options;
  const structure = readStructure(workbook);
  const day = Math.floor(toSerialMoment(now));
  const change: StructureChange =
    known?.locale === locale ? compareStructures(known.structure, structure) : { kind: 'any' };
  const isKnown = known && change.kind !== 'any';
  const state = isKnown ? known : createCalculationState(workbook, structure, day, locale);
  state.structure = structure;
  const isNewDay = state.day !== day;
  state.day = day;
  statesByWorkbook.set(workbook, state);

  const calculation = new Calculation(workbook, state, now);
  const changes = state.finder.find(workbook);
  if (state.finder.hasFilledCells && calculation.removeOrphanedSpills())
    appendAll(changes, state.finder.find(workbook));
  calculation.noteWrittenCells(changes);
  const moved = change.kind === 'sheets' ? calculation.updateSheets(change) : [];
  const updated = calculation.updateFormulas(changes);
  const broken = calculation.breakArrays(changes);
  const keys = [
    ...moved,
    ...updated,
    ...broken.keys,
    ...calculation.findVolatileFormulas(isNewDay),
    ...calculation.findBlockedFormulas(),
  ];
  calculation.run([...changes, ...broken.cells], keys);
  const circular = [...state.circular.values()].map(({ sheetId, row, column }) => ({ sheetId, row, column }));
  return { circular, calculated: calculation.calculated };
}
