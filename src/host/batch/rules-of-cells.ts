import { intersection, intersects } from '../model/address';
import type { Area, SheetModel, WorkbookModel } from '../model/types';

/** What is left of areas when the cells of another are taken out. */
export function subtractArea(areas: readonly Area[], taken: Area): Area[] {
  return areas.flatMap((area) => {
    const common = intersection(area, taken);
    if (!common) return [area];
    const rest: Area[] = [];
    if (area.top < common.top) rest.push({ ...area, bottom: common.top - 1 });
    if (area.bottom > common.bottom) rest.push({ ...area, top: common.bottom + 1 });
    const middle = { ...area, top: common.top, bottom: common.bottom };
    if (area.left < common.left) rest.push({ ...middle, right: common.left - 1 });
    if (area.right > common.right) rest.push({ ...middle, left: common.right + 1 });
    return rest;
  });
}

export function clearValidations(sheet: SheetModel, area: Area): void {
  if (!sheet.validations.some(({ areas }) => areas.some((one) => intersects(one, area)))) return;
  for (const validation of sheet.validations) validation.areas = subtractArea(validation.areas, area);
  sheet.validations = sheet.validations.filter(({ areas }) => areas.length > 0);
}

export function clearConditionalFormats(sheet: SheetModel, area: Area): void {
  if (!sheet.conditionalFormats.some(({ areas }) => areas.some((one) => intersects(one, area)))) return;
  for (const format of sheet.conditionalFormats) format.areas = subtractArea(format.areas, area);
  sheet.conditionalFormats = sheet.conditionalFormats.filter(({ areas }) => areas.length > 0);
}

/** Validations and conditional formats are cleared with the formats of their cells. */
export function clearRules(sheet: SheetModel, area: Area): void {
  clearValidations(sheet, area);
  clearConditionalFormats(sheet, area);
}

/** A new conditional format's id, unused in the workbook. */
export function nextFormatId(workbook: WorkbookModel): string {
  const used = workbook.sheets.flatMap((sheet) =>
    sheet.conditionalFormats.map(({ id }) => parseInt(id.slice(1, 9), 16)),
  );
  const next = Math.max(0, ...used.filter(Number.isFinite)) + 1;
  return `{${next.toString(16).toUpperCase().padStart(8, '0')}-0000-0000-0000-000000000000}`;
}

/** The rules of copied cells come along: the place they came to takes them over. */
export function copyRules(
  workbook: WorkbookModel,
  source: { sheet: SheetModel; area: Area },
  target: SheetModel,
  rows: number,
  columns: number,
): void {
  const move = (area: Area): Area => ({
    top: area.top + rows,
    bottom: area.bottom + rows,
    left: area.left + columns,
    right: area.right + columns,
  });
  const partOf = (areas: Area[]): Area[] =>
    areas.flatMap((area) => intersection(area, source.area) ?? []).map(move);
  const validations = source.sheet.validations.map((one) => ({ one, areas: partOf(one.areas) }));
  const formats = source.sheet.conditionalFormats.map((one) => ({ one, areas: partOf(one.areas) }));
  clearRules(target, move(source.area));
  for (const { one, areas } of validations) {
    if (areas.length === 0) continue;
    if (source.sheet === target && target.validations.includes(one)) one.areas.push(...areas);
    else target.validations.push({ ...structuredClone(one), areas });
  }
  for (const { one, areas } of formats) {
    if (areas.length === 0) continue;
    if (source.sheet === target && target.conditionalFormats.includes(one)) one.areas.push(...areas);
    else target.conditionalFormats.push({ ...structuredClone(one), areas, id: nextFormatId(workbook) });
  }
}
