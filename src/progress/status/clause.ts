import { findSenses } from './lexicon';
import type { StatusSense } from './phrases';

/** What one clause says of the task. `unclear`: it speaks of being done, yet does not plainly say so. */
export type ClauseMeaning =
  'done' | 'doing' | 'upkeep' | 'notStarted' | 'nothingArisen' | 'unclear' | 'silent';

const TICKED = /(?:[☑☒✅]|\[\s*[xXvV✓]\s*\])\s*/u;

const UNTICKED = /(?:[☐□]|\[\s*\])\s*/u;

/** Keeps the ticked choices of a form: "☐ Hoàn thành ☒ Chưa hoàn thành". */
export function keepTickedChoices(text: string): string {
  if (!UNTICKED.test(text)) return text;
  const choices = text.split(/(?=[☑☒✅☐□]|\[\s*[xXvV✓]?\s*\])/u);
  return choices
    .filter((choice) => TICKED.test(choice))
    .map((choice) => choice.replace(TICKED, ''))
    .join('; ');
}

/** A part of a status that says one thing; `isContrast`: behind "nhưng" or the like. */
export type Clause = {
  text: string;
  senses: StatusSense[];
  isContrast: boolean;
  /** The status names a document or a picture that shows what was done. */
  isProven?: boolean;
};

/** "(QĐ số 21/QĐ-TH)", "có biên bản", "kèm ảnh". */
const PROOF =
  /(?<!\p{L})(?:có|kèm|kèm theo|đính kèm|xem|co|kem)\s+(?:\p{L}+\s+)?(?:biên bản|bb|ảnh|hình|minh chứng|danh sách|chứng từ|quyết định|qđ|link|hóa đơn|biên nhận|ký nhận|nghị quyết|mục lục|video|giấy|phiếu|chữ ký|hđ|bc|báo cáo|phiếu thu|sổ theo dõi|bien ban|hinh|minh chung|danh sach)(?!\p{L})/iu;

/** "BC 45", "QĐ số 22": the number of a document. */
const NUMBERED =
  /(?<!\p{L})(?:bc|qđ|kh|cv|tb|bb|nq|tt|báo cáo|quyết định|kế hoạch|công văn|thông báo|biên bản)\s+(?:số\s+)?\d+(?![\d/]*%)/iu;

/** "Theo QĐ 31/QĐ-MN", whose number is taken out by then. */
const DECIDED = /(?<!\p{L})(?:theo|tại|bằng|,)\s*(?:qđ|quyết định)(?!\p{L})/iu;

const CONTRAST =
  /(?<!\p{L})(?:nhưng|tuy nhiên|(?<!song )song(?! song)|(?<!giá )mà|nhung|tuy nhien|but|however|thế nhưng|ngặt nỗi|có điều|chỉ có điều|trong khi|trái lại)(?!\p{L})/giu;

const CLAUSE_END = /[.;,\n()!•–|]|\s[-+]\s|^[-+]\s|\s(?=(?:tuy|dù|mặc dù|mặc dầu|dẫu)\s)/u;

const CONTRAST_MARK = '\u0001';

/** "Dù mưa lớn vẫn tổ chức xong": where the concession ends. */
const END_OF_CONCESSION =
  /(?<=(?:^|[.;,]\s*)(?:tuy|dù|mặc dù|mặc dầu|dẫu)\s[^.;,]*\s)vẫn(?=\s+(?!chưa|còn|đang|chờ|thiếu|phải|cần|không))/giu;

/** Splits a status into clauses, at marks and words of contrast. */
export function splitClauses(text: string): Clause[] {
  const isProven = PROOF.test(text) || NUMBERED.test(text) || DECIDED.test(text);
  return text
    .replace(END_OF_CONCESSION, ';')
    .replace(CONTRAST, `;${CONTRAST_MARK}`)
    .split(CLAUSE_END)
    .map((clause) => clause.trim())
    .filter((clause) => clause.replace(CONTRAST_MARK, '') !== '')
    .map((clause, at) => {
      const plain = clause.replace(CONTRAST_MARK, '').trim();
      return {
        text: plain,
        senses: findSenses(plain),
        isContrast: at > 0 && clause.startsWith(CONTRAST_MARK),
        isProven,
      };
    });
}

/** Makes a clause of its words. */
export const createClause = (text: string, isContrast: boolean): Clause => ({
  text,
  senses: findSenses(text),
  isContrast,
});
