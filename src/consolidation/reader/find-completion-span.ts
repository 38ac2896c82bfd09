import { getLastDayOfMonth, toIsoDate } from '../../shared/dates';
import { parseRoman } from '../../shared/roman';
import { toMatchKey } from '../../shared/text';
import type { DaySpan } from '../types';

/** Words of completion right before a time; "báo cáo năm 2025" is the name of a report, not when it was handed in. */
const COMPLETED =
  '(?:^|(?:^| )(?:hoan thanh|hoan tat|xong|ht|thuc hien|lam|nop|gui|ban hanh|ket thuc|nghiem thu|ban giao|dat|roi|trien khai|to chuc))' +
  '(?: (?:trong|tu|vao|hoi|cuoi|dau|giua|het|ngay|luc|xong|roi|dung han|truoc han|som|100|day du|tot|ke tu|o))* ?';
const YEAR = '(?:nam )?(20\\d\\d)';
const END = '(?= |$)';

type SpanRule = { pattern: RegExp; months: (first: string) => readonly [number, number] | null };

function toMonth(digits: string): readonly [number, number] | null {
  const month = Number(digits);
  return month >= 1 && month <= 12 ? [month, month] : null;
}

function toQuarter(digits: string): readonly [number, number] | null {
  const quarter = /^\d/.test(digits) ? Number(digits) : (parseRoman(digits.toUpperCase()) ?? 0);
  return quarter >= 1 && quarter <= 4 ? [quarter * 3 - 2, quarter * 3] : null;
}

/** Months by the first group, and the year by the last; a school year has both its years instead. */
const RULES: readonly SpanRule[] = [
  { pattern: new RegExp(`${COMPLETED}(?:nam hoc )(?:(20\\d\\d) )(20\\d\\d)${END}`), months: () => null },
  { pattern: new RegExp(`${COMPLETED}(?:quy|q) ?(\\d|[ivx]{1,3}) ${YEAR}${END}`), months: toQuarter },
  { pattern: new RegExp(`${COMPLETED}(?:thang |t ?)?(\\d{1,2}) ${YEAR}${END}`), months: toMonth },
  { pattern: new RegExp(`${COMPLETED}()${YEAR}${END}`), months: () => [1, 12] },
];

/**
 * Finds the time in which words say that the work was completed: "hoàn thành năm 2025", "xong tháng 12/2025", "HT quý
 * IV/2025". A whole date is read elsewhere. Without its year a month is of `year` at the earliest; it may be of the
 * next one, which a school year ends in.
 *
 * @returns null where they name no time, or none whose year can be known
 */
export function findCompletionSpan(text: string, year: number | null = null): DaySpan | null {
  const key = toMatchKey(text);
  return (
    (key.includes('20') ? findDatedSpan(key) : null) ?? (year === null ? null : findUndatedSpan(key, year))
  );
}

function findDatedSpan(key: string): DaySpan | null {
  for (const { pattern, months } of RULES) {
    const [found, first = '', last = ''] = pattern.exec(key) ?? [];
    if (found === undefined) continue;
    const year = Number(last);
    const [begin, end] = months(first) ?? [];
    if (begin !== undefined && end !== undefined)
      return { from: toIsoDate(year, begin, 1), until: getLastDayOfMonth(year, end) };
    if (first.length === 4) return { from: toIsoDate(Number(first), 8, 1), until: toIsoDate(year, 8, 31) };
  }
  return null;
}

const UNDATED_RULES: readonly SpanRule[] = [
  { pattern: new RegExp(`${COMPLETED}(?:quy|q) ?(\\d|[ivx]{1,3})$`), months: toQuarter },
  { pattern: new RegExp(`${COMPLETED}(?:thang |t ?)(\\d{1,2})$`), months: toMonth },
];
const LAST_DAY = '9999-12-31';

function findUndatedSpan(key: string, year: number): DaySpan | null {
  for (const { pattern, months } of UNDATED_RULES) {
    const [begin] = months(pattern.exec(key)?.[1] ?? '') ?? [];
    if (begin !== undefined) return { from: toIsoDate(year, begin, 1), until: LAST_DAY };
  }
  return null;
}
