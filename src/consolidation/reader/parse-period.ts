import { parseRoman } from '../../shared/roman';
import { toMatchKey } from '../../shared/text';
import type { CellValue } from '../types';
import { findDates } from './find-dates';
import { FIRST_SERIAL, parseCellDate } from './parse-cell-date';

/**
 * The time that a sheet or a row reports on. Periods of the calendar are compared by their last day, whatever they are
 * called ("Quý II", "6 tháng", "30/6"); terms and rounds by their number.
 */
export type ReportingPeriod = {
  kind: 'calendar' | 'term' | 'round';
  /** What it is called: two names of one unit contradict each other, "Quý I" in "Năm 2026" does not. */
  unit: string;
  /** Month and day of its last day as MMDD, or the number of the term or round. */
  end: number;
  /** Null where it does not say. */
  year: number | null;
};

const LAST_DAY = 31;
const endOfMonth = (month: number): number => month * 100 + LAST_DAY;

const NUMBERED =
  /(?:^| )(quy|q|thang|t|hoc ky|hk|dot|lan|giai doan|vong|ky)(?: so)? ?(\d{1,2}|[ivx]{1,4})(?= |$)/;
/** One name of each unit. */
const UNIT_NAMES: Readonly<Record<string, string>> = { q: 'quy', t: 'thang', hk: 'hoc ky' };
const MONTHS_OF_YEAR = /(?:^| )(\d{1,2}) ?(?:thang|t)(?: (dau|cuoi))?(?: nam)?(?= |$)/;
const PART_OF_YEAR = /(?:^| )(?:(dau|giua|cuoi|ca)) (?:nam|ky)(?= |$)/;
const YEAR = /(?:^| )(20\d\d)(?= |$)/;
const WHOLE_YEAR = /(?:^| )nam 20\d\d$/;

const PARTS_OF_YEAR: Readonly<Record<string, number>> = { dau: 1, giua: 6, cuoi: 12, ca: 12 };

const HEADER =
  /^(?:(?:bao cao|so lieu|thuoc) )?(?:ky|quy|thang|dot|lan|hoc ky|giai doan|thoi diem|moc|ngay)(?: (?:bao cao|tong hop|danh gia|so lieu|cap nhat|chot so lieu|chot|thong ke|ra soat|so))*(?: (?:quy|thang|nam))?$|^(?:tinh|so lieu|bao cao|cap nhat) den(?: ngay)?$/;
/** "Ngày", "Thời điểm" alone may be of anything. */
const VAGUE_HEADER = /^(?:ngay|thoi diem|moc|lan|giai doan)$/;

/** Returns whether a header names the period that a row reports on: "Kỳ báo cáo", "Quý", "Thời điểm báo cáo". */
export function isPeriodHeader(header: string): boolean {
  const key = toMatchKey(header);
  return HEADER.test(key) && !VAGUE_HEADER.test(key);
}

function parseNumbered(key: string): Pick<ReportingPeriod, 'kind' | 'unit' | 'end'> | null {
  const [, word = '', digits = ''] = NUMBERED.exec(key) ?? [];
  const number = /^\d/.test(digits) ? Number(digits) : (parseRoman(digits.toUpperCase()) ?? 0);
  const unit = UNIT_NAMES[word] ?? word;
  if (unit === '' || number === 0) return null;
  if (unit === 'quy') return number <= 4 ? { kind: 'calendar', unit, end: endOfMonth(number * 3) } : null;
  if (unit === 'thang') return number <= 12 ? { kind: 'calendar', unit, end: endOfMonth(number) } : null;
  return { kind: unit === 'hoc ky' ? 'term' : 'round', unit, end: number };
}

function parseSpan(key: string): Pick<ReportingPeriod, 'kind' | 'unit' | 'end'> | null {
  const [, months = '', half] = MONTHS_OF_YEAR.exec(key) ?? [];
  const count = Number(months);
  if (count >= 1 && count <= 12)
    return { kind: 'calendar', unit: 'months', end: endOfMonth(half === 'cuoi' ? 12 : count) };
  const [, part = ''] = PART_OF_YEAR.exec(key) ?? [];
  const month = PARTS_OF_YEAR[part] ?? (WHOLE_YEAR.test(key) ? 12 : null);
  return month === null ? null : { kind: 'calendar', unit: 'year', end: endOfMonth(month) };
}

function parseDay(value: CellValue): ReportingPeriod | null {
  const text = String(value);
  const [only, ...others] = findDates(text);
  const date =
    typeof value === 'number'
      ? value >= FIRST_SERIAL
        ? parseCellDate(value, false, null)
        : ''
      : others.length === 0
        ? (only?.date ?? '')
        : '';
  if (date === '') return null;
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return { kind: 'calendar', unit: 'day', end: month * 100 + day, year };
}

/**
 * Reads the period that a name or a cell says: "Quý II", "T3", "6 tháng đầu năm", "Học kỳ I", "Đợt 2", "30/6/2026". A
 * number alone is one of what `header` counts.
 *
 * @returns null for anything else
 */
export function parsePeriod(value: CellValue, header = ''): ReportingPeriod | null {
  const day = parseDay(value);
  if (day) return day;
  const key = toMatchKey(String(value));
  const bare = /^(?:\d{1,2}|[ivx]{1,4})(?: 20\d\d)?$/.test(key) ? `${firstWords(header)} ${key}` : key;
  const period = parseSpan(bare) ?? parseNumbered(bare);
  const year = YEAR.exec(bare)?.[1];
  return period && { ...period, year: year === undefined ? null : Number(year) };
}

/** What a header counts: "Quý báo cáo" counts quarters. */
function firstWords(header: string): string {
  return /^(?:quy|thang|hoc ky|dot|lan|giai doan|ky)/.exec(toMatchKey(header))?.[0] ?? '';
}
