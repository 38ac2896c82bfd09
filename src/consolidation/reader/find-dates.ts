import { type IsoDate, isValidDate, toIsoDate } from '../../shared/dates';
import { cleanText, toMatchKey } from '../../shared/text';

/** What the words before a date make of it. */
type DateMeaning = 'completion' | 'document' | 'planned' | 'bare';

type DateInText = { date: IsoDate; meaning: DateMeaning };

const DATE =
  /(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})(?!\d)|(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/giu;

/** The day on which the work was handed in or ended. */
const COMPLETION_WORDS =
  /(?:^| )(?:nop|gui|hoan thanh|hoan tat|xong|ban hanh|bao cao|thuc hien xong|ket thuc|nghiem thu|ban giao|ht)(?: (?:lai|bo sung|lan \d+|vao|ngay|luc|xong|roi|bao cao|vao ngay))*$/;
/** Days that are none of completion: of an extension, a plan, a deadline, a beginning, a draft. */
const PLAN_WORDS =
  /(?:^| )(?:gia han|xin|lui|han|thoi han|du kien|se|truoc|cham nhat|tu|bat dau|trinh|nhan|giao|den han|hen|bo sung|phan dau|dang ky|lap|du thao|chuyen|doi|hoan(?! thanh| tat)|keo dai|toi|cho den|dk|du dinh|chua|khong|ko)(?: |$)/;
/** Behind a date: the words of a plan that say of the date before them that it has not come. */
const PLAN_BEHIND =
  /(?:^| )(?:gia han|du kien|xin|se|phan dau|dang ky|hen|chua|khong kip|doi sang|chuyen sang|han chot|la han|moi xong|hoan lai|keo dai)(?: |$)/;
/** The day of a letter or decision. */
const DOCUMENT_WORDS =
  /(?:^| )(?:cv|cong van|so|van ban|to trinh|theo|can cu|qd|quyet dinh|kh|ke hoach|bc|tb|thong bao|ky)(?: |$)/;

const SEGMENT_END = /[;,\n]|->|→|=>/u;

function classifyDate(before: string): DateMeaning {
  if (PLAN_WORDS.test(before)) return 'planned';
  if (COMPLETION_WORDS.test(before)) return 'completion';
  return DOCUMENT_WORDS.test(before) ? 'document' : 'bare';
}

function readDate(match: RegExpMatchArray): IsoDate {
  const [year, month, day] = [
    match[1] ?? match[6] ?? match[9],
    match[2] ?? match[5] ?? match[8],
    match[3] ?? match[4] ?? match[7],
  ].map(Number) as [number, number, number];
  const full = year < 100 ? 2000 + year : year;
  return isValidDate(full, month, day) ? toIsoDate(full, month, day) : '';
}

/** What is written behind the last date of a text, as a key. */
function getTextBehind(text: string): string {
  const last = [...text.matchAll(DATE)].at(-1);
  return last ? toMatchKey(text.slice(last.index + last[0].length)) : '';
}

/** Finds the dates of a text with what the words of their segment make of them. */
export function findDates(text: string): DateInText[] {
  const found = text.split(SEGMENT_END).flatMap((segment) => {
    const clean = cleanText(segment);
    let from = 0;
    return [...clean.matchAll(DATE)].flatMap((match): DateInText[] => {
      const date = readDate(match);
      const before = toMatchKey(clean.slice(from, match.index)).replace(/ ?ngay$/, '');
      from = match.index + match[0].length;
      if (date === '') return [];
      return [{ date, meaning: classifyDate(before) }];
    });
  });
  const [only] = found;
  // Words behind one of several dates may belong to the next.
  return only && found.length === 1 && only.meaning !== 'document' && PLAN_BEHIND.test(getTextBehind(text))
    ? [{ ...only, meaning: 'planned' }]
    : found;
}
