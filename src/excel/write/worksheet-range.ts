import { type CellRange, formatRangeAddress } from '@phuluc/ooxml/a1';

export const getWorksheetRange = (sheet: Excel.Worksheet, area: CellRange): Excel.Range =>
  sheet.getRange(formatRangeAddress(area));
