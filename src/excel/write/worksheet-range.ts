import { type CellRange, formatRangeAddress } from '@phuluc/ooxml/a1';

/** Returns the range of a sheet as an object of office.js. */
export function getWorksheetRange(sheet: Excel.Worksheet, area: CellRange): Excel.Range {
  return sheet.getRange(formatRangeAddress(area));
}
