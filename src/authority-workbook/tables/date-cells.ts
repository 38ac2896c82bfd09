import { fromExcelSerial, type IsoDate, parseIsoDate, toExcelSerial } from '../../shared/dates';
import type { CellValue } from '../../sheets/cell-value';
import type { CellContent } from '../../sheets/sheet-spec';

/** A date as Excel's number; a blank cell for ''. */
export const toDateCell = (date: IsoDate): CellContent => (parseIsoDate(date) ? toExcelSerial(date) : '');

/** The date of a number as Excel stores it, or of one typed as text; '' for anything else. */
export function parseDateCell(value: CellValue): IsoDate {
  if (typeof value === 'number') return fromExcelSerial(value) ?? '';
  const text = String(value).trim();
  if (parseIsoDate(text)) return text;
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseIsoDate(iso) ? iso : '';
}
