import { formatRangeAddress } from '../workbook/address';
import type { CellRange } from '../workbook/address';

export const getWorksheetRange = (sheet: Excel.Worksheet, area: CellRange): Excel.Range =>
  sheet.getRange(formatRangeAddress(area));
