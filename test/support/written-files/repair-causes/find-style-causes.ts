import { findElements, type WorkbookFile } from './workbook-file';

/** Limits of "Excel specifications and limits". */
const MAX_CELL_FORMATS = 65_490;
const MAX_FONTS = 1_024;
const FIRST_CUSTOM_FORMAT = 164;

/** Formats that refer to fonts, fills, borders or number formats which the part of styles does not have. */
export function findStyleCauses({ styles }: WorkbookFile): string[] {
  if (!styles) return [];
  const causes: string[] = [];
  const count = (list: string): number => findElements(styles, list)[0]?.children.length ?? 0;
  const numberFormats = new Set(
    findElements(styles, 'numFmts', 'numFmt').map(({ attributes }) => Number(attributes['numFmtId'])),
  );
  for (const list of ['cellStyleXfs', 'cellXfs']) {
    findElements(styles, list, 'xf').forEach(({ attributes }, index) => {
      const has = (attribute: string, limit: number): boolean => Number(attributes[attribute] ?? 0) < limit;
      const isWhole =
        has('fontId', count('fonts')) && has('fillId', count('fills')) && has('borderId', count('borders'));
      const format = Number(attributes['numFmtId'] ?? 0);
      const isKnown = format < FIRST_CUSTOM_FORMAT || numberFormats.has(format);
      if (!isWhole || !isKnown) causes.push(`${list} ${index} refers to what is not there`);
      if (list === 'cellXfs' && !has('xfId', Math.max(1, count('cellStyleXfs')))) {
        causes.push(`${list} ${index} is of an absent style`);
      }
    });
  }
  if (count('cellXfs') > MAX_CELL_FORMATS) causes.push(`${count('cellXfs')} formats of cells`);
  if (count('fonts') > MAX_FONTS) causes.push(`${count('fonts')} fonts`);
  return causes;
}
