import { type SampleEdition, SCHOOL, WARD } from './plan-2026';

/** The furniture of an annex as Decree 30/2020/NĐ-CP, Appendix I, lays it out. */
export const PRINTED_HEADERS = [
  'TT',
  'Nội dung công việc',
  'Đơn vị chủ trì',
  'Đơn vị phối hợp',
  'Sản phẩm',
  'Thời gian trình/thực hiện trong năm 2026',
];
export const PRINTED_AUTHORITY = `ỦY BAN NHÂN DÂN\n${WARD.toUpperCase()}`;
export const NATIONAL_TITLE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const NATIONAL_MOTTO = 'Độc lập - Tự do - Hạnh phúc';
export const RECIPIENT_LINES = [
  'Nơi nhận:',
  `- ${SCHOOL};`,
  '- Các phòng, trung tâm thuộc phường;',
  '- Lưu: VT, VHXH.',
];
export const SIGNATURE_LINES = ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', '(đã ký)'];

const ROMAN_NUMERALS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
export const formatSectionNumber = (index: number): string => ROMAN_NUMERALS[index]!;

function formatDateText(date: string): string {
  const [year, month, day] = date.split('-') as [string, string, string];
  return `ngày ${day} tháng ${month} năm ${year}`;
}

/** "(Kèm theo Kế hoạch số … ngày … của …)". */
export function formatReference({ number, date }: SampleEdition): string {
  const type = number.includes('/KH-') ? 'Kế hoạch' : 'Công văn';
  return `(Kèm theo ${type} số ${number} ${formatDateText(date)} của Ủy ban nhân dân ${WARD})`;
}
