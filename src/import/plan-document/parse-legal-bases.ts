import { findDocumentDate, findDocumentNumber } from '../../annex/document-references';
import { cleanText } from '../../shared/text';
import { LEGAL_BASIS_START } from './parse-paragraph-mark';
import type { LegalBasis } from './types';

/** Kinds of documents, the longest first. */
const DOCUMENT_TYPES = [
  'Thông tư liên tịch',
  'Chương trình hành động',
  'Chương trình công tác',
  'Chương trình',
  'Quyết định',
  'Nghị quyết',
  'Nghị định',
  'Thông tư',
  'Thông báo',
  'Kế hoạch',
  'Công văn',
  'Chỉ thị',
  'Kết luận',
  'Hướng dẫn',
  'Văn bản',
  'Đề án',
  'Báo cáo',
  'Pháp lệnh',
  'Quy định',
  'Quy chế',
  'Luật',
];
const TYPE_PATTERN = `(?:${DOCUMENT_TYPES.join('|')})`;

const BASIS_PREFIX =
  /^(?:căn cứ|thực hiện|triển khai(?: thực hiện)?|tiếp tục thực hiện|theo|xét)(?:\s+các)?\s+/iu;
/** Another document begins: behind a separator, with its number. */
const NEXT_DOCUMENT = new RegExp(
  `(?:;|,|\\svà)\\s+(?=${TYPE_PATTERN}(?:\\s+liên tịch)?\\s+(?:số\\s*:?\\s*)?\\d)`,
  'giu',
);
const LEADING_TYPE = new RegExp(`^(${TYPE_PATTERN})(?=\\s|$)`, 'iu');
const ANY_DATE =
  /ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4}|(?:ngày\s*)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}/iu;
/** Where what the document is about begins. */
const SUBJECT_START =
  /\s(?:về việc|về|v\/v)\s|\s(?=(?:quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi|bổ sung|triển khai|thực hiện|cải thiện|công bố|tăng cường|đẩy mạnh|nâng cao|giao|chỉ đạo|thi hành|kế hoạch)\s)/u;

/** Laws are named by what they are about. */
const LAW_TYPE = /^(?:luật|pháp lệnh)$/i;

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();

function parseLegalBasis(source: string): LegalBasis | null {
  const text = cleanText(source).replace(/[;,.\s]+$/u, '');
  const named = LEADING_TYPE.exec(text);
  if (!named) return null;
  const basis: LegalBasis = { type: capitalize(named[1]!), number: '', date: '', agency: '', subject: '' };
  let rest = text.slice(named[0].length);
  const date = ANY_DATE.exec(rest);
  const mark = date ? rest.slice(0, date.index) : rest;
  basis.number = /\d/.test(mark.slice(0, 40)) ? findDocumentNumber(mark) : '';
  if (basis.number !== '') {
    basis.date = date ? findDocumentDate(date[0]) : '';
    rest = date ? rest.slice(date.index + date[0].length) : rest.replace(/^\s*(?:số\s*:?\s*)?\S+/iu, '');
  }
  const issued = /^\s*(?:\([^)]*\)\s*)?của\s+/u.exec(rest);
  if (issued) {
    const after = rest.slice(issued[0].length);
    const about = SUBJECT_START.exec(after);
    basis.agency = cleanText(about ? after.slice(0, about.index) : after);
    basis.subject = about ? cleanText(after.slice(about.index + about[0].length)) : '';
  } else if (basis.number === '' && !LAW_TYPE.test(basis.type) && /^\s*\p{Lu}/u.test(rest))
    // "Nghị quyết Đại hội …": named by who resolved it.
    basis.agency = cleanText(rest);
  else basis.subject = cleanText(rest).replace(/^(?:về việc|về|v\/v)\s+/iu, '');
  return basis;
}

/** Parses the documents a plan names before its first section; a paragraph may name several. */
export function parseLegalBases(paragraphs: readonly string[]): LegalBasis[] {
  return paragraphs
    .filter((paragraph) => LEGAL_BASIS_START.test(paragraph))
    .flatMap((paragraph) => paragraph.replace(BASIS_PREFIX, '').split(NEXT_DOCUMENT))
    .flatMap((source) => parseLegalBasis(source) ?? []);
}
