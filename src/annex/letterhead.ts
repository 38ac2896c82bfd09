import { cleanText, toMatchKey } from '../shared/text';
import { beginsAgency } from './agency-names';
import { SIGN_END_PATTERN } from './document-references';
import { isUpperCase } from './read-title';

const STATE_NAME = /cộng\s+h[oòỏ][aàả]\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam/giu;
const MOTTO = /["“”'’‘]?\s*độc\s+lập\s*[-–—]\s*tự\s+do\s*[-–—]\s*hạnh\s+phúc\s*["“”'’‘]?/giu;
const PARTY_NAME = /đảng\s+cộng\s+sản\s+việt\s+nam/giu;
const PLACE_AND_DATE =
  /(?:(?:[\p{Lu}][\p{L}\d. ]{0,40},\s*)?(?:[Nn]gày|NGÀY)\s*[\d….]*\s*(?:tháng|THÁNG)\s*[\d….]*\s*(?:năm|NĂM)\s*[\d….]*|(?:[\p{Lu}][\p{L}\d. ]{0,40},\s*|^\(?)(?:[Nn]gày\s*:?\s*)?[\d….]+\s*[/.-]\s*[\d….]+\s*[/.-]\s*\d{4}\)?)\s*$/u;
/** The name of an agency in capitals before a place, on one line. */
const AGENCY_BEFORE_PLACE = /^(\p{Lu}[\p{Lu}\d\s.,&()-]*\p{Lu})(?=\s+\p{Lu}\p{Ll}|,)/u;
/** Between the parts of a sign; with blanks on both sides only before capitals, as a place may follow. */
const SIGN_SEPARATOR = String.raw`(?:[-–/]\s?|_|\.(?=\p{Lu}{2})|\s[-–/]|\s?&\s?|\s[-–/]\s(?!T[PTX]\b)(?=\p{L}{0,3}\p{Lu}{2}))`;
export const NUMBER_LINE = new RegExp(
  String.raw`^(?:[Ss]ố|SỐ)\s*:?\s*(?:(?:[\d….\s_]*|\s*\d+[a-hđ]\s?)[/-]|\d{1,5}[\s.]?(?=\p{Lu}+\s?[-–/._]))\s*(?:\d{4}\s?[/-]\s?)?\p{Lu}[\p{L}\d]*(?:${SIGN_SEPARATOR}[\p{Lu}\d][\p{L}\d]*)*(?:${SIGN_END_PATTERN})?`,
  'u',
);
/** A line with a number in a shape that is none of these, or left open: "Số: 12 KHTHCS", "Số:". */
const ODD_NUMBER_LINE =
  /^(?:[Ss]ố|SỐ)\s*(?::\s*[\p{Lu}\d….\s/_&-]*|[….\s/_-]*)(?=$|\s\p{Lu}[\p{L}. ]*,?\s*ngày)/u;
/** Marks of a draft and of urgency, printed in a box beside the letterhead. */
const STAMPED_MARK =
  /[([]?\s*(?:(?:bản\s+)?dự\s+thảo(?:\s+lần\s+\S{1,4})?|h(?:ỏa|oả)\s+tốc|(?:thượng\s+)?khẩn|mật|lưu\s+hành\s+nội\s+bộ)\s*[)\]]?/iu
    .source;
const MARK_LINE = new RegExp(`^${STAMPED_MARK}\\s*[.:]?$`, 'iu');
const MARK_BEHIND = new RegExp(`\\s${STAMPED_MARK}$`, 'iu');
const MARK_BEFORE_TYPE =
  /^[([]?\s*(?:BẢN\s+)?DỰ\s+THẢO(?:\s+LẦN\s+\d{1,2})?\s*[)\]]?\s*[:.–-]?\s*(?=(?:KẾ HOẠCH|PHỤ LỤC|CHƯƠNG TRÌNH|BẢNG|BIỂU)(?:\s|$))/u;
const ORNAMENT = /^[\s\p{P}\p{S}\d]*$/u;

/** Returns true for the name of a school whose number may stand below it: "TRƯỜNG TIỂU HỌC ĐỒNG SEN" above "2". */
export const isSchoolWithoutNumber = (line: string): boolean => /^TRƯỜNG\s[^\d]+$/u.test(line);

type Letterhead = { plain: string[]; agencies: string[]; numberLine: string; dateLine: string };

/** What stands in the right column of a letterhead, as keys: a narrow column breaks it. */
const STANDING_WORDS = ['cong hoa xa hoi chu nghia viet nam', 'doc lap tu do hanh phuc'];
/** So many lines further the rest may stand: the lines of the left column come between. */
const MAX_LINES_BETWEEN = 3;

/** Puts together what a narrow column of the letterhead breaks: the state's name, the motto, the year of the day. */
function joinBrokenLines(lines: readonly string[]): string[] {
  const joined = joinPlaceAndDate(lines.map(cleanText));
  joined.forEach((line, index) => {
    const key = toMatchKey(line);
    const rests = STANDING_WORDS.flatMap((words) => listRests(words, key));
    if (/(?:^|\s)tháng[\s\d….]+năm$/iu.test(line)) rests.push('20');
    const upTo = Math.min(joined.length, index + 1 + MAX_LINES_BETWEEN);
    for (let at = index + 1; rests.length > 0 && at < upTo; at++) {
      const other = joined[at]!;
      const rest = rests.find((one) => (one === '20' ? /^20\d{2}$/.test(other) : endsWithWords(other, one)));
      if (rest === undefined) continue;
      const words = rest.split(' ').length;
      const cut = new RegExp(`(?:[^\\p{L}\\d]*[\\p{L}\\d]+){${words}}[^\\p{L}\\d]*$`, 'u');
      joined[index] = `${line} ${(cut.exec(other)?.[0] ?? '').trim()}`;
      joined[at] = other.replace(cut, '');
      return;
    }
  });
  return joined.filter((line) => line !== '');
}

/** Joins "An Bình," and "ngày 13/3/2026" below it. */
function joinPlaceAndDate(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    if (before !== undefined && /^\p{Lu}[\p{L} .]{1,40},$/u.test(before) && /^ngày\s/i.test(line))
      joined[joined.length - 1] = `${before} ${line}`;
    else joined.push(line);
  }
  return joined;
}

/** Lists what is left of some words where a line ends with their beginning, at least two of them. */
function listRests(words: string, key: string): string[] {
  const parts = words.split(' ');
  return parts
    .map((_, count) => count)
    .filter((count) => count >= 2 && endsWithWords(key, parts.slice(0, count).join(' ')))
    .map((count) => parts.slice(count).join(' '));
}

function endsWithWords(text: string, words: string): boolean {
  const key = toMatchKey(text);
  return key === words || key.endsWith(` ${words}`);
}

export const stripMarkup = (line: string): string => cleanText(line.replace(/^[#>\s]+|\*\*|__/g, ' '));

/** Takes the furniture of a letterhead out of a line and keeps what it says about the document. */
export function extractLetterhead(lines: readonly string[]): Letterhead {
  const reading: Letterhead = { plain: [], agencies: [], numberLine: '', dateLine: '' };
  for (const raw of joinBrokenLines(lines)) {
    let line = stripMarkup(raw).replace(STATE_NAME, ' ').replace(MOTTO, ' ').replace(PARTY_NAME, ' ').trim();
    const number = NUMBER_LINE.exec(line);
    if (number) reading.numberLine ||= number[0];
    line = line
      .slice((number ?? ODD_NUMBER_LINE.exec(line))?.[0].length ?? 0)
      .replace(/^[\s,;:.–-]+(?=\p{L})/u, '')
      .trim();
    const date = PLACE_AND_DATE.exec(line);
    if (date && !/kèm theo/i.test(line)) {
      reading.dateLine ||= date[0];
      const agency = AGENCY_BEFORE_PLACE.exec(line)?.[1] ?? '';
      line = beginsAgency(agency) ? agency : line.slice(0, date.index).trim();
    }
    line = removeMarks(line);
    const above = reading.plain.at(-1) ?? '';
    if (/^\d{1,2}$/.test(line) && isSchoolWithoutNumber(above))
      reading.plain[reading.plain.length - 1] = `${above} ${line}`;
    else if (!ORNAMENT.test(line)) reading.plain.push(line);
  }
  return reading;
}

/** Takes the marks of a draft off a line: alone, behind the name of an agency, or before the type of the document. */
function removeMarks(line: string): string {
  if (MARK_LINE.test(line)) return '';
  const before = line.replace(MARK_BEFORE_TYPE, '');
  const name = before.replace(MARK_BEHIND, '').trim();
  return isUpperCase(name) && beginsAgency(name) ? name : before;
}
