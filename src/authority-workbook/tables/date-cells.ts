import { fromExcelSerial, type IsoDate, parseIsoDate, toExcelSerial } from '../../shared/dates';
import type { CellValue } from '../../sheets/cell-value';
import type { CellContent } from '../../sheets/sheet-spec';

/** Converts a date to Excel's serial number, and '' to a blank cell. */
export const toDateCell = (date: IsoDate): CellContent => (parseIsoDate(date) ? toExcelSerial(date) : '');

/** Reads a date from a serial number or from text; '' for anything else. */
export function parseDateCell(value: CellValue): IsoDate {
  if (typeof value === 'number') return fromExcelSerial(value) ?? '';
  const text = String(value).trim();
  if (parseIsoDate(text)) return text;
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseIsoDate(iso) ? iso : '';
}
