import { SCHOOL, WARD, type SampleEdition } from './plan-2026';

/** The furniture of an annex as Decree 30/2020/NĐ-CP, Appendix I, lays it out. */
export const HEADER = [
  'TT',
  'Nội dung công việc',
  'Đơn vị chủ trì',
  'Đơn vị phối hợp',
  'Sản phẩm',
  'Thời gian trình/thực hiện trong năm 2026',
];
export const AUTHORITY = `ỦY BAN NHÂN DÂN\n${WARD.toUpperCase()}`;
export const STATE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
export const RECIPIENTS = [
  'Nơi nhận:',
  `- ${SCHOOL};`,
  '- Các phòng, trung tâm thuộc phường;',
  '- Lưu: VT, VHXH.',
];
export const SIGNATURE = ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', '(đã ký)'];

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
export const sectionNumber = (index: number): string => ROMAN[index]!;

function dayAndMonth(date: string): string {
  const [year, month, day] = date.split('-') as [string, string, string];
  return `ngày ${day} tháng ${month} năm ${year}`;
}

/** "(Kèm theo Kế hoạch số … ngày … của …)". */
export function reference({ number, date }: SampleEdition): string {
  return `(Kèm theo Kế hoạch số ${number} ${dayAndMonth(date)} của Ủy ban nhân dân ${WARD})`;
}
