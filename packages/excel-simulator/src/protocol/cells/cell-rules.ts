import { areRangesIntersecting, intersectRanges } from '@phuluc/ooxml/a1';
import { appendAll, getMaximum } from '../../model/collections';
import type { CellRange, SheetModel, WorkbookModel } from '../../model/types';

/** Returns the rest of the areas when the cells of another are removed. */
export function subtractRange(areas: readonly CellRange[], taken: CellRange): CellRange[] {
  return areas.flatMap((area) => {
    const common = intersectRanges(area, taken);
    if (!common) return [area];
    const rest: CellRange[] = [];
    if (area.top < common.top) rest.push({ ...area, bottom: common.top - 1 });
    if (area.bottom > common.bottom) rest.push({ ...area, top: common.bottom + 1 });
    const middle = { ...area, top: common.top, bottom: common.bottom };
    if (area.left < common.left) rest.push({ ...middle, right: common.left - 1 });
    if (area.right > common.right) rest.push({ ...middle, left: common.right + 1 });
    return rest;
  });
}

export function clearValidations(sheet: SheetModel, area: CellRange): void {
  if (!sheet.validations.some(({ areas }) => areas.some((one) => areRangesIntersecting(one, area)))) return;
  for (const validation of sheet.validations) validation.areas = subtractRange(validation.areas, area);
  sheet.validations = sheet.validations.filter(({ areas }) => areas.length > 0);
}

export function clearConditionalFormats(sheet: SheetModel, area: CellRange): void {
  if (!sheet.conditionalFormats.some(({ areas }) => areas.some((one) => areRangesIntersecting(one, area))))
    return;
  for (const format of sheet.conditionalFormats) format.areas = subtractRange(format.areas, area);
  sheet.conditionalFormats = sheet.conditionalFormats.filter(({ areas }) => areas.length > 0);
}

/** Clears validations and conditional formats, which are cleared with the formats of their cells. */
export function clearRules(sheet: SheetModel, area: CellRange): void {
  clearValidations(sheet, area);
  clearConditionalFormats(sheet, area);
}

/** Creates a conditional format's id, unused in the workbook. */
export function createFormatId(workbook: WorkbookModel): string {
  const used = workbook.sheets.flatMap((sheet) =>
    sheet.conditionalFormats.map(({ id }) => parseInt(id.slice(1, 9), 16)),
  );
  const next = getMaximum(used.filter(Number.isFinite), 0) + 1;
  return `{${next.toString(16).toUpperCase().padStart(8, '0')}-0000-0000-0000-000000000000}`;
}

/** Copies the rules of copied cells; the destination takes them over. */
export function copyRules(
  workbook: WorkbookModel,
  source: { sheet: SheetModel; area: CellRange },
  target: SheetModel,
  rows: number,
  columns: number,
): void {
  const move = (area: CellRange): CellRange => ({
    top: area.top + rows,
    bottom: area.bottom + rows,
    left: area.left + columns,
    right: area.right + columns,
  });
  const intersectRules = (areas: CellRange[]): CellRange[] =>
    areas.flatMap((area) => intersectRanges(area, source.area) ?? []).map(move);
  const validations = source.sheet.validations.map((one) => ({ one, areas: intersectRules(one.areas) }));
  const formats = source.sheet.conditionalFormats.map((one) => ({ one, areas: intersectRules(one.areas) }));
  clearRules(target, move(source.area));
  for (const { one, areas } of validations) {
    if (areas.length === 0) continue;
    if (source.sheet === target && target.validations.includes(one)) appendAll(one.areas, areas);
    else target.validations.push({ ...structuredClone(one), areas });
  }
  for (const { one, areas } of formats) {
    if (areas.length === 0) continue;
    if (source.sheet === target && target.conditionalFormats.includes(one)) appendAll(one.areas, areas);
    else target.conditionalFormats.push({ ...structuredClone(one), areas, id: createFormatId(workbook) });
  }
}
