import { parseRoman } from '../../shared/roman';

/** What a paragraph of a plan begins with. */
export type ParagraphMark =
  | { kind: 'roman'; label: string; rest: string }
  | { kind: 'number'; label: string; rest: string }
  | { kind: 'nested'; label: string; rest: string }
  | { kind: 'star'; rest: string }
  | { kind: 'bullet'; rest: string };

const ROMAN_MARK = /^([IVX]+)[.)]\s+(?=\S)(.+)$/s;
const NESTED_MARK = /^(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(?=\S)(.+)$/s;
const NUMBER_MARK = /^(\d{1,2})[.)]\s+(?=["“(]?[\p{Lu}\d])(.+)$/su;
const STAR_MARK = /^\*\s+(.+)$/s;
const BULLET_MARK = /^[-–+•]\s+(.+)$/s;

export function parseParagraphMark(text: string): ParagraphMark | null {
  const asRoman = ROMAN_MARK.exec(text);
  if (asRoman?.[1] && parseRoman(asRoman[1]) !== null)
    return { kind: 'roman', label: asRoman[1], rest: asRoman[2]! };
  const asNested = NESTED_MARK.exec(text);
  if (asNested) return { kind: 'nested', label: asNested[1]!, rest: asNested[2]! };
  const asNumber = NUMBER_MARK.exec(text);
  if (asNumber) return { kind: 'number', label: asNumber[1]!, rest: asNumber[2]! };
  const asStar = STAR_MARK.exec(text);
  if (asStar) return { kind: 'star', rest: asStar[1]! };
  const asBullet = BULLET_MARK.exec(text);
  return asBullet ? { kind: 'bullet', rest: asBullet[1]! } : null;
}

/** How the paragraph on a legal basis begins. */
export const LEGAL_BASIS_START =
  /^(?:căn cứ|xét|theo đề nghị|(?:thực hiện|triển khai|tiếp tục thực hiện|theo)\s+(?:các\s+)?(?:kế hoạch|quyết định|nghị quyết|công văn|chương trình|luật|nghị định|thông tư|chỉ thị|kết luận|đề án|văn bản|hướng dẫn|thông báo|quy định))(?:\s|$)/iu;

/** How a plan ends: its closing sentence, the recipients, the signature. */
export const CLOSING_START = /^(?:trên đây là|trên cơ sở kế hoạch này|nơi nhận)(?=[\s:]|$)/iu;
