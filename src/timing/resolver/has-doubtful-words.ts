import { toMatchKey } from '../../shared/text';
import type { ReadingDraft } from './reading-draft';

const COUNT = String.raw`(?:\d+|mot|hai|ba|bon|nam|sau|bay|muoi)`;
const DAY = String.raw`(?:ngay )?\d{1,2} \d{1,2}(?: \d{4})?`;

/**
 * Words that change what the dates beside them mean, and that no clause reads; keys. A reading may be right all the
 * same, but it is not certain.
 */
const DOUBTFUL_WORDS = [
  // "Tháng đầu tiên của năm học": the part of the period is meant.
  /(?:thang|tuan|quy) (?:dau tien|cuoi cung|thu \S+) (?:cua |trong )?(?:moi |mot )?(?:nam hoc|hoc k[yi]|nam)\b/,
  // "Trước 5/9 một tuần", "5 ngày trước ngày 30/4": another day than the one named.
  new RegExp(`truoc ${DAY} (?:it nhat |toi thieu |khoang )?${COUNT} (?:ngay|tuan|thang)\\b`),
  new RegExp(`${COUNT} (?:ngay|tuan|thang)(?: lam viec)? truoc ${DAY}`),
  // "Trước kỳ nghỉ lễ 30/4": the holidays begin before their day, or are moved.
  /(?:ky nghi|nghi le|truoc le) (?:le )?\d/,
  // "Hai năm một lần": this year, or not.
  /\b(?:0?[2-9]|10|hai|ba|bon|nam|muoi) nam (?:mot |1 |01 )?lan\b(?!.*\b20\d\d)/,
  // "Rằm tháng Giêng": days of the moon.
  /\b(?:ram|am lich|thang gieng|thang chap)\b/,
  // "Ngày 15 các tháng chẵn".
  /\bthang (?:chan|le)\b/,
  // "Không trước ngày 15/3", "Tháng 6 thay cho tháng 5", "cao điểm tháng 11".
  /\bkhong (?:truoc|som hon|to chuc|lam|nop|thuc hien)\b|\bthay (?:cho|vi)\b|\bcao diem\b|\bgia han\b/,
];

/** Returns true if words beside the dates make them doubtful, or the dates read do not fit together. */
export function hasDoubtfulWords(
  text: string,
  { kind, due, start }: ReadingDraft,
  hasFrequency: boolean,
): boolean {
  if (due.length === 0) return false;
  const key = toMatchKey(text);
  if (DOUBTFUL_WORDS.some((words) => words.test(key))) return true;
  // "Tháng 4 hoặc tháng 5": one of them.
  if (due.length > 1 && / hoac /.test(key)) return true;
  // "Trước 30/6; báo cáo hằng quý": what recurs is lost.
  if (hasFrequency && kind === 'date') return true;
  return start !== undefined && isAlmostAYear(start, due.at(-1) ?? '');
}

/** "20/4 đến 10/4": rather a slip than a period up to the next year. */
const isAlmostAYear = (start: string, end: string): boolean =>
  start.slice(5, 7) === end.slice(5, 7) && Number(end.slice(0, 4)) === Number(start.slice(0, 4)) + 1;
