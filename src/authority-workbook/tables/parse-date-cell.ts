import { fromExcelSerial, type IsoDate, parseIsoDate } from '../../shared/dates';
import type { CellValue } from '../../sheets/cell-value';

/** Reads a date from a serial number or from text; '' for anything else. */
export function parseDateCell(value: CellValue): IsoDate {
  if (typeof value === 'number') return fromExcelSerial(value) ?? '';
  const text = String(value).trim();
  if (parseIsoDate(text)) return text;
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseIsoDate(iso) ? iso : '';
}
