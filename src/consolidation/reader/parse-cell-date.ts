import { findDocumentDate } from '../../annex/document-references';
import { fromExcelSerial, type IsoDate, isValidDate, parseIsoDate, toIsoDate } from '../../shared/dates';
import { memoize } from '../../shared/memoize';
import { cleanText } from '../../shared/text';
import type { CellValue } from '../types';

/** Days between the serial numbers of the 1900 and the 1904 system. */
const DAYS_1900_TO_1904 = 1462;

/** Serial numbers that can be the date of a task: 1990 to 2099. A year or a share is none of them. */
export const FIRST_SERIAL = 32_874;
const LAST_SERIAL = 73_050;

const ISO_TIME = /^(\d{4}-\d{2}-\d{2})(?:[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const SHORT_YEAR = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{2})$/;
const WITHOUT_YEAR = /^(?:ngày\s*)?(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})$/iu;
/** A serial number typed as text. */
export const SERIAL_TEXT = /^\d{5}(?:[.,]\d+)?$/;

function toValidDate(year: number, month: number, day: number): IsoDate {
  return isValidDate(year, month, day) ? toIsoDate(year, month, day) : '';
}

const convertSerial = memoize((serial: number): IsoDate => fromExcelSerial(serial) ?? '');

function parseSerialNumber(value: number, date1904: boolean): IsoDate {
  const serial = date1904 ? value + DAYS_1900_TO_1904 : value;
  return serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? convertSerial(serial) : '';
}

/**
 * A date as a cell may hold it: a serial number of either system, or a text (15/6/2026, 15-6-26, 2026-06-15, "ngày 15
 * tháng 6 năm 2026", 15/6 of the annex's year, a serial number typed as text). '' for all else: never a guess.
 * Day before month, always (domain: administrative documents).
 */
export function parseCellDate(value: CellValue, date1904: boolean, year: number | null): IsoDate {
  if (typeof value === 'number') return parseSerialNumber(value, date1904);
  if (typeof value === 'boolean') return '';
  const text = cleanText(value).replace(/[.;,]+$/, '');
  const iso = ISO_TIME.exec(text)?.[1];
  if (iso !== undefined) return parseIsoDate(iso) ? iso : '';
  if (SERIAL_TEXT.test(text)) return parseSerialNumber(Number(text.replace(',', '.')), date1904);
  const short = SHORT_YEAR.exec(text);
  if (short) return toValidDate(2000 + Number(short[3]), Number(short[2]), Number(short[1]));
  const bare = WITHOUT_YEAR.exec(text);
  if (bare) return year === null ? '' : toValidDate(year, Number(bare[2]), Number(bare[1]));
  return findDocumentDate(text);
}
