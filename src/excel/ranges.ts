import { areaAddress } from '../workbook/address';
import type { Area } from '../workbook/address';

export const rangeOf = (sheet: Excel.Worksheet, area: Area): Excel.Range => sheet.getRange(areaAddress(area));
