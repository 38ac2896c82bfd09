import { parseRoman } from '../../shared/roman';
import { parsePeriodHeading } from './parse-period-heading';

/** What a paragraph of a plan begins with. */
export type ParagraphMark =
  | { kind: 'part'; label: string; rest: string }
  | { kind: 'capital'; label: string; rest: string }
  | { kind: 'roman'; label: string; rest: string }
  /** "THÁNG 9" in a line of its own; the rest is the line. */
  | { kind: 'period'; label: string; rest: string }
  | { kind: 'number'; label: string; rest: string }
  | { kind: 'nested'; label: string; rest: string }
  | { kind: 'letter'; label: string; rest: string }
  | { kind: 'star'; rest: string }
  | { kind: 'bullet'; rest: string };

/** "Phần thứ nhất:", "PHẦN II.", "Chương I". */
const PART_MARK =
  /^((?:Phần|PHẦN|Chương|CHƯƠNG)\s+(?:(?:thứ|THỨ)\s+[\p{L}]+|[IVX]+|\d{1,2}))(?:\s*[.:–-]\s*|\s+(?=["“(]?\p{Lu})|$)(.*)$/su;
/** What stands between a number and its words: "I.", "I)", "I/", "I - "; a blank may be missing after a point. */
const CLOSER = String.raw`(?:\s?[.)]\s*|\s?[/:]\s*|\s?[-–]\s+)`;
const OPENER = String.raw`["“(]?`;
const CAPITAL_MARK = new RegExp(String.raw`^([A-HJ-UĐ])${CLOSER}(?=${OPENER}\p{Lu})(.+)$`, 'su');
const ROMAN_MARK = new RegExp(
  String.raw`^([IVX]+)(?:\s?[.)]\s+(?=\S)|${CLOSER}(?=${OPENER}\p{Lu}))(.+)$`,
  'su',
);
const NESTED_MARK =
  /^(\d{1,2}(?:\.\d{1,2}){1,3})(?:[.)]?\s+(?=\S)|[.)]\s*(?=["“(]?\p{Lu})|(?=["“(]?\p{Lu}\p{Ll}))(.+)$/su;
const NUMBER_MARK =
  /^(\d{1,2})(?:\s?[.)]\s+(?=["“(]?[\p{Lu}\d])|\s?[.)](?=["“(]?\p{Lu})|\s?\/\s*(?=["“(]?\p{Lu}\p{Ll})|\s?[-–]\s+(?=["“(]?\p{Lu}\p{Ll}))(.+)$/su;
const BRACKETED_MARK = /^\((\d{1,2})\)\s*(?=["“(]?[\p{Lu}\d])(.+)$/su;
const LETTER_MARK = /^([a-zđ])\s?[.)/]\s*(?=["“(]?\p{Lu})(.+)$/su;
const STAR_MARK = /^\*\s+(.+)$/s;
const BULLET_MARK = /^(?:[-–+•●○▪■◦·✓✔➢→❖*]\s+|[-–+•●▪■➢❖](?=["“(]?\p{Lu}))(.+)$/su;

const LABELLED_MARKS = [
  ['part', PART_MARK],
  ['roman', ROMAN_MARK],
  ['capital', CAPITAL_MARK],
  ['nested', NESTED_MARK],
  ['number', NUMBER_MARK],
  ['number', BRACKETED_MARK],
  ['letter', LETTER_MARK],
] as const;

/**
 * Parses the number, letter or bullet that a paragraph of a plan begins with.
 *
 * @returns null if it begins with its words
 */
export function parseParagraphMark(text: string): ParagraphMark | null {
  const period = parsePeriodHeading(text);
  if (period) return { kind: 'period', label: period.label, rest: text };
  for (const [kind, pattern] of LABELLED_MARKS) {
    const match = pattern.exec(text);
    if (!match || (kind === 'roman' && parseRoman(match[1]!) === null)) continue;
    return { kind, label: match[1]!, rest: match[2]! };
  }
  const asStar = STAR_MARK.exec(text);
  if (asStar) return { kind: 'star', rest: asStar[1]! };
  const asBullet = BULLET_MARK.exec(text);
  return asBullet ? { kind: 'bullet', rest: asBullet[1]! } : null;
}

/** Returns true for a number, letter or bullet by itself, whose words stand in the next cell. */
export const isBareMark = (text: string): boolean =>
  /^(?:[IVX]+|[A-HJ-UĐ]|[a-zđ]|\(?\d{1,2}(?:\.\d{1,2}){0,3})\s?[.)/]?$|^[-–+•●○▪■*]$/u.test(text);

/** How the paragraph on a legal basis begins. */
export const LEGAL_BASIS_START =
  /^(?:căn cứ|xét|theo đề nghị|(?:thực hiện|triển khai|tiếp tục thực hiện|theo)\s+(?:các\s+)?(?:kế hoạch|quyết định|nghị quyết|công văn|chương trình|luật|nghị định|thông tư|chỉ thị|kết luận|đề án|văn bản|hướng dẫn|thông báo|quy định))(?:\s|$)/iu;

/** How a plan ends: its closing sentence, the recipients, the signature. */
export const CLOSING_START = /^(?:trên đây là|trên cơ sở kế hoạch này|nơi nhận)(?=[\s:]|$)/iu;
