import { toMatchKey } from '../../shared/text';
import type { RowView } from './read-row-view';

/** Offices of those who sign, and words that stand around a signature; keys. */
const SIGNER =
  /^(?:(?:tm|kt|tl|tuq|q) )*(?:hieu truong|pho hieu truong|chu tich|pho chu tich|truong phong|pho truong phong|to truong|to pho|to truong chuyen mon|bi thu|thu ky|chu tich cong doan|giam doc|pho giam doc|thu truong|thu truong don vi|thu truong co quan|chanh van phong|nguoi lap|nguoi lap bang|nguoi lap bieu|nguoi lap ke hoach|nguoi tong hop|nguoi duyet|nguoi ky|nguoi phu trach|can bo phu trach|lanh dao|ke toan|ban giam hieu|uy ban nhan dan|lanh dao don vi|xac nhan cua .*|phe duyet|duyet)$/;
/** Who signs, with the name on the same line: "KT. HIỆU TRƯỞNG", "TM. UBND XÃ A", "HIỆU TRƯỞNG Nguyễn Văn A". */
const SIGNER_LINE =
  /^(?:(?:TM|KT|TL|TUQ|Q)\.\s*\p{Lu}[\p{Lu}\d\s.,-]+|(?:PHÓ\s+)?(?:HIỆU TRƯỞNG|CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG PHÒNG|BÍ THƯ|CHÁNH VĂN PHÒNG|THỦ TRƯỞNG(?: ĐƠN VỊ)?))(?:\s+\p{Lu}\p{Ll}*){0,5}$/u;
const SIGNED_BELOW = /^\(?\s*(?:ký|đã ký|ký tên|ký, (?:ghi rõ )?họ tên|ký, đóng dấu|ký tên, đóng dấu)/iu;
/** "Người lập", "Người tổng hợp" below a table: nobody who does a task; key. */
const MAKER = /^nguoi (?:lap|tong hop|ky|duyet)(?: |$)/;
const RECIPIENTS = /^nơi\s+nhận\s*:?/iu;
/** "Sông Lam, ngày 05 tháng 02 năm 2025"; not "Trước ngày 05 tháng 02 năm 2025". */
const PLACE_AND_DATE =
  /^(?:(?:\p{Lu}[\p{L}\d. ]{0,40},|\p{Lu}[\p{L}\d.]*(?: \p{Lu}[\p{L}\d.]*)+)\s*)?[Nn]gày[\s\d….]*tháng[\s\d….]*năm[\s\d….]*$/u;
const NEXT_ANNEX = /^phụ\s*lục(?:\s*(?:số\s*)?(?:[IVXLC]+|\d{1,2}|[A-Z]))?\s*(?:$|[:.–-])/iu;
const PAGE_NUMBER = /^[-–—\s]*(?:trang\s*)?\d{1,3}(?:\s*[/|]\s*\d{1,3})?[-–—\s.]*$/iu;
/** "Tổng cộng: 5 nhiệm vụ", "Cộng mục I", "Tổng 12"; not "Tổng hợp", "Cộng tác viên". */
const TOTAL =
  /^(?:tổng(?:\s*(?:cộng|số))?|cộng)(?:\s+(?:số|chung|các|toàn|kinh phí|số tiền|dự toán|chi phí|mục|phần|nhóm|lĩnh vực|[IVX]+|\d+|nhiệm vụ|\([^)]*\)))*\s*(?:[:.=–-].*|\d.*)?$/iu;
const NOTE =
  /^[(*\s]*(?:ghi chú|lưu ý|chú thích|chú giải|nguồn)[)*\s]*(?:[:.–-]|$)|^\(\*+\)|^(?:ghi chú|chú thích) /iu;

const isUpperCase = (text: string): boolean => text === text.toUpperCase() && /\p{Lu}{2}/u.test(text);

export const isPlaceAndDate = (text: string): boolean => PLACE_AND_DATE.test(text);

/** Returns true for a text that stands around a signature: place and date, an office, "(Ký, đóng dấu)". */
export function isSignatureText(text: string, anyCase = false): boolean {
  return (
    SIGNED_BELOW.test(text) ||
    SIGNER_LINE.test(text) ||
    isPlaceAndDate(text) ||
    ((anyCase || isUpperCase(text)) && SIGNER.test(toMatchKey(text)))
  );
}

/**
 * Detects how surely the row closes the table. Recipients and the title of the next annex close it; what
 * looks like a signature may be a cell of a task cut by a page ("… ngày 02 tháng 3 năm 2031"), and closes it
 * only if no task follows.
 */
export function detectTableEnd(view: RowView): 'surely' | 'perhaps' | 'no' {
  const { cells, label } = view;
  if (cells.some(({ text }) => RECIPIENTS.test(text))) return 'surely';
  if (view.heading !== null && NEXT_ANNEX.test(cells[0]?.text ?? '')) return 'surely';
  // One office in small letters may be the rest of a cell; two side by side, or one below a blank row, sign.
  const anyCase =
    cells.length > 1 ||
    view.grid.getCells(view.row - 1).length === 0 ||
    MAKER.test(toMatchKey(cells[0]?.text ?? ''));
  const signed =
    label === null && cells.length > 0 && cells.every(({ text }) => isSignatureText(text, anyCase));
  return signed ? 'perhaps' : 'no';
}

/** Returns true if a paragraph outside of tables ends the annex. */
export const isAnnexEnd = (text: string): boolean => RECIPIENTS.test(text) || NEXT_ANNEX.test(text);

/**
 * Returns true for a page number in a row of its own; one in the TT column may be the number of a blank task.
 */
export function isPageNumberRow(view: RowView): boolean {
  const cell = view.cells[0];
  if (!cell || view.cells.length > 1 || !PAGE_NUMBER.test(cell.text)) return false;
  return view.tt === '' || view.spansColumns || !/^\d+\.?$/.test(cell.text);
}

export const isPageNumberText = (text: string): boolean => PAGE_NUMBER.test(text);

/** Returns true for a total, a note, or a legend below the tasks. */
export function isRemarkRow(view: RowView): boolean {
  // "*" may stand before a note in a cell of its own.
  const first = view.cells.find(({ text }) => /\p{L}/u.test(text))?.text ?? '';
  return view.label === null && (TOTAL.test(first) || (NOTE.test(first) && !view.mergedFromAbove.has('tt')));
}
