import { findMax, findMin } from '../../shared/min-max';
import { cleanText } from '../../shared/text';
import type { Comparator, PlanTarget } from './types';

type FoundTarget = Pick<PlanTarget, 'comparator' | 'value' | 'unit'> & { start: number; end: number };

/** What plans count, beside shares. */
const COUNTED_NOUNS =
  'yêu cầu|chỉ tiêu|nhiệm vụ|mô hình|sáng kiến|giải pháp|đề án|sản phẩm|tin bài|tin, bài|bài viết|chuyên đề|buổi|lớp|lượt|lần|cuộc|hội nghị|hội thi|đợt|hồ sơ|thủ tục|dịch vụ|giải|đơn vị|trường|người|học sinh|trẻ';

const AT_LEAST = /(?:tối thiểu|ít nhất|không dưới|không thấp hơn|≥|>=|từ|đạt từ)\s*(?:là\s*|đạt\s*)?$/iu;
const AT_MOST = /(?:tối đa|không quá|nhiều nhất|không vượt quá|≤|<=)\s*(?:là\s*)?$/iu;
const MORE_THAN = /(?:trên|hơn|vượt|>)\s*$/iu;
const LESS_THAN = /(?:dưới|<)\s*$/iu;

function parseComparator(before: string, after: string): Comparator {
  if (AT_LEAST.test(before) || /^\s*(?:trở lên|trở đi)/iu.test(after)) return '>=';
  if (AT_MOST.test(before) || /^\s*trở xuống/iu.test(after)) return '<=';
  if (MORE_THAN.test(before)) return '>';
  return LESS_THAN.test(before) ? '<' : '=';
}

const parseDecimal = (printed: string): number => Number(printed.replace(',', '.'));

const PERCENTAGE = /(?<![\d.,/])(\d{1,3}(?:[.,]\d+)?)\s*%/gu;
const RANK = /(?:nhóm|tốp|top)\s*(\d{1,3})\b[^.;,]{0,30}?(?:dẫn đầu|đứng đầu|cao nhất)/giu;
/** Counts are printed with a leading zero, or said to be the least or the most. */
const COUNT = new RegExp(
  `(?:(?:tối thiểu|ít nhất|tối đa|không quá|không dưới)\\s+(\\d{1,4})|(?<![\\d/.,-]|số\\s)(0\\d))\\s+(${COUNTED_NOUNS})(?![\\p{L}])`,
  'giu',
);
const NONE_OVERDUE =
  /không để (?:xảy ra )?(?:tình trạng )?((?:hồ sơ )?(?:[^.;,]{0,40}?)(?:tồn đọng|trễ hạn|trễ hẹn|quá hạn|chậm trễ)(?: và (?:trễ hạn|trễ hẹn|quá hạn|tồn đọng))?)/giu;

function findTargetValues(text: string): FoundTarget[] {
  const targets: FoundTarget[] = [];
  const isTaken = (start: number, end: number): boolean =>
    targets.some((target) => start < target.end && target.start < end);
  const add = (match: RegExpMatchArray, target: Pick<FoundTarget, 'comparator' | 'value' | 'unit'>): void => {
    const start = match.index ?? 0;
    const end = start + match[0].length;
    if (!isTaken(start, end)) targets.push({ ...target, start, end });
  };
  const around = (match: RegExpMatchArray, at: number): Comparator =>
    parseComparator(text.slice(Math.max(0, at - 24), at), text.slice((match.index ?? 0) + match[0].length));
  for (const match of text.matchAll(PERCENTAGE))
    add(match, { comparator: around(match, match.index), value: parseDecimal(match[1]!), unit: '%' });
  for (const match of text.matchAll(RANK))
    add(match, { comparator: '<=', value: Number(match[1]), unit: 'thứ hạng' });
  for (const match of text.matchAll(NONE_OVERDUE))
    add(match, { comparator: '=', value: 0, unit: cleanText(match[1]!) });
  for (const match of text.matchAll(COUNT)) {
    const digits = match[1] ?? match[2]!;
    const at = match.index + match[0].indexOf(digits);
    add(match, { comparator: around(match, at), value: Number(digits), unit: match[3]!.toLowerCase() });
  }
  return targets.sort((a, b) => a.start - b.start);
}

/** Places where a clause may end. */
function findClauseEnds(text: string): number[] {
  const ends = [0, text.length];
  for (const match of text.matchAll(/[;:]\s|\.\s(?=\p{Lu})/gu)) ends.push(match.index + match[0].length);
  return ends;
}

/**
 * Extracts the clause of each target: between sentence ends, and between a comma or "và" before the next
 * target.
 */
function extractClause(text: string, targets: readonly FoundTarget[], index: number): string {
  const target = targets[index]!;
  const ends = findClauseEnds(text);
  let from = findMax(ends.filter((end) => end <= target.start));
  let to = findMin(ends.filter((end) => end >= target.end));
  const between = (left: FoundTarget, right: FoundTarget): number | null => {
    const gap = text.slice(left.end, right.start);
    const cut = Math.max(gap.lastIndexOf(', '), gap.lastIndexOf(' và '));
    return cut < 0 ? null : left.end + cut;
  };
  const [before, after] = [targets[index - 1], targets[index + 1]];
  if (before && before.start >= from) from = between(before, target) ?? from;
  if (after && after.end <= to) to = between(target, after) ?? to;
  return cleanText(text.slice(from, to).replace(/^(?:,|\s+và)\s+/u, '')).replace(/[\s.;:,]+$/u, '');
}

/** Parses the targets of a text: shares, counts, ranks, and "none overdue" (0). */
export function parseTargets(text: string, item: number): PlanTarget[] {
  const targets = findTargetValues(text);
  return targets.map(({ comparator, value, unit }, index) => ({
    text: extractClause(text, targets, index),
    comparator,
    value,
    unit,
    item,
  }));
}
