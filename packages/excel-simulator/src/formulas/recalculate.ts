import type { WorkbookModel } from '../model/types';
import type { Locale } from '../model/values/format-display-text';
import { toSerialMoment } from '../model/values/serial-date';
import { Calculation, type CalculationState, createCalculationState } from './calculation';

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

/** Everything but cells that formulas depend on. When it changes all formulas are read again. */
function getStructureKey(workbook: WorkbookModel): string {
  return JSON.stringify([
    workbook.date1904,
    workbook.names.map(({ name, formula }) => [name, formula]),
    workbook.sheets.map((sheet) => [
      sheet.id,
      sheet.name,
      sheet.names.map(({ name, formula }) => [name, formula]),
      sheet.tables.map(({ name, area, showHeaders, showTotals, columns }) => [
        name,
        area,
        showHeaders,
        showTotals,
        columns.map((column) => column.name),
      ]),
    ]),
  ]);
}

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
 * again when its sheets, tables or names have changed. No one need say what changed. Spilled arrays are written
 * to their cells, circular references show 0, unknown functions and names #NAME?.
 */
export function recalculate(workbook: WorkbookModel, options: RecalculateOptions = {}): Recalculation {
  const known = statesByWorkbook.get(workbook);
  if (!known && !hasFormulas(workbook)) return { circular: [], calculated: 0 };
  const { now = new Date(), locale = known?.locale ?? 'vi-VN' } = options;
  const structure = getStructureKey(workbook);
  const day = Math.floor(toSerialMoment(now));
  const isKnown = known?.structure === structure && known.locale === locale;
  const state = isKnown ? known : createCalculationState(workbook, structure, day, locale);
  const isNewDay = state.day !== day;
  state.day = day;
  statesByWorkbook.set(workbook, state);

  const calculation = new Calculation(workbook, state, now);
  calculation.removeOrphanedSpills();
  const changes = state.finder.find(workbook);
  const updated = calculation.updateFormulas(changes);
  const broken = calculation.breakArrays(changes);
  const keys = [
    ...updated,
    ...broken.keys,
    ...calculation.findVolatileFormulas(isNewDay),
    ...calculation.findBlockedFormulas(),
  ];
  calculation.run([...changes, ...broken.cells], keys);
  const circular = [...state.circular.values()].map(({ sheetId, row, column }) => ({ sheetId, row, column }));
  return { circular, calculated: calculation.calculated };
}
