import { findDocumentDate, findDocumentNumber } from '../../annex/document-marks';
import { cleanText } from '../../annex/text';
import { basisStart } from './marks';
import type { LegalBasis } from './types';

/** Kinds of documents, the longest first. */
const types = [
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
const type = `(?:${types.join('|')})`;

const prefix = /^(?:căn cứ|thực hiện|triển khai(?: thực hiện)?|tiếp tục thực hiện|theo|xét)(?:\s+các)?\s+/iu;
/** Another document begins: behind a separator, with its number. */
const nextDocument = new RegExp(
  `(?:;|,|\\svà)\\s+(?=${type}(?:\\s+liên tịch)?\\s+(?:số\\s*:?\\s*)?\\d)`,
  'giu',
);
const beginsWithType = new RegExp(`^(${type})(?=\\s|$)`, 'iu');
const anyDate =
  /ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4}|(?:ngày\s*)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}/iu;
/** Where what the document is about begins. */
const subjectStart =
  /\s(?:về việc|về|v\/v)\s|\s(?=(?:quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi|bổ sung|triển khai|thực hiện|cải thiện|công bố|tăng cường|đẩy mạnh|nâng cao|giao|chỉ đạo|thi hành|kế hoạch)\s)/u;

/** Laws are named by what they are about. */
const isLaw = /^(?:luật|pháp lệnh)$/i;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();

function readBasis(words: string): LegalBasis | null {
  const text = cleanText(words).replace(/[;,.\s]+$/u, '');
  const named = beginsWithType.exec(text);
  if (!named) return null;
  const basis: LegalBasis = { type: capital(named[1]!), number: '', date: '', agency: '', subject: '' };
  let rest = text.slice(named[0].length);
  const date = anyDate.exec(rest);
  const mark = date ? rest.slice(0, date.index) : rest;
  basis.number = /\d/.test(mark.slice(0, 40)) ? findDocumentNumber(mark) : '';
  if (basis.number !== '') {
    basis.date = date ? findDocumentDate(date[0]) : '';
    rest = date ? rest.slice(date.index + date[0].length) : rest.replace(/^\s*(?:số\s*:?\s*)?\S+/iu, '');
  }
  const issued = /^\s*(?:\([^)]*\)\s*)?của\s+/u.exec(rest);
  if (issued) {
    const after = rest.slice(issued[0].length);
    const about = subjectStart.exec(after);
    basis.agency = cleanText(about ? after.slice(0, about.index) : after);
    basis.subject = about ? cleanText(after.slice(about.index + about[0].length)) : '';
  } else if (basis.number === '' && !isLaw.test(basis.type) && /^\s*\p{Lu}/u.test(rest))
    // "Nghị quyết Đại hội …": named by who resolved it.
    basis.agency = cleanText(rest);
  else basis.subject = cleanText(rest).replace(/^(?:về việc|về|v\/v)\s+/iu, '');
  return basis;
}

/** The documents a plan names before its first section; a paragraph may name several. */
export function readLegalBases(paragraphs: readonly string[]): LegalBasis[] {
  return paragraphs
    .filter((paragraph) => basisStart.test(paragraph))
    .flatMap((paragraph) => paragraph.replace(prefix, '').split(nextDocument))
    .flatMap((words) => readBasis(words) ?? []);
}
