import { type IsoDate, parseIsoDate, toExcelSerial } from '../shared/dates';
import type { CellContent } from './sheet-spec';

/** Converts a date to Excel's serial number, and '' or what is no date to a blank cell. */
export const toDateCell = (date: IsoDate): CellContent => (parseIsoDate(date) ? toExcelSerial(date) : '');
