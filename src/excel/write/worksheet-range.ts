import { type CellRange, formatRangeAddress } from '@phuluc/ooxml/format-range';

export const getWorksheetRange = (sheet: Excel.Worksheet, area: CellRange): Excel.Range =>
  sheet.getRange(formatRangeAddress(area));
