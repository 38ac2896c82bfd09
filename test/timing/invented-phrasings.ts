import type { TimingKind } from '../../src/timing/types';
import type { TimingRow } from '../support/timing-corpus';

/** A wording that may not be certain: what is meant is to be asked. */
type AskedRow = { text: string; asked: true };
type InventedRow = TimingRow | AskedRow;

const YEAR = 2026;
/** Months in which a quarter ends, as due dates. */
const QUARTERLY = '03-31 06-30 09-30 12-31';
const SECOND_MONTHS = '02-28 05-31 08-31 11-30';

function read(text: string, kinds: string, due = '', more: Partial<TimingRow> = {}): TimingRow {
  const [kind = '', ...kindsAlso] = kinds.split(' ') as TimingKind[];
  return { text, year: YEAR, kind, kindsAlso, due: toDates(due), ...more };
}

const ask = (text: string): AskedRow => ({ text, asked: true });

function toDates(days: string): string[] {
  return days.split(' ').flatMap((day) => (day === '' ? [] : [day.length === 5 ? `${YEAR}-${day}` : day]));
}

const repeatMonthly = (day: string): string =>
  Array.from({ length: 12 }, (_, month) => `${String(month + 1).padStart(2, '0')}-${day}`).join(' ');

const repeatNextMonth = (day: string): string =>
  [
    ...Array.from({ length: 11 }, (_, month) => `${String(month + 2).padStart(2, '0')}-${day}`),
    `2027-01-${day}`,
  ].join(' ');

/** The dates are among those due. */
const AT_LEAST = { atLeast: true };

/**
 * Wordings invented, and their due dates set down by hand, before the reader was tried on them: months of a quarter,
 * words that only look like a time, stages of which the last recurs, school years, the period after, working days, and
 * what cannot be certain. Year 2026.
 */
export const INVENTED_PHRASINGS: readonly InventedRow[] = [
  read('Tháng thứ nhất của quý sau', 'recurring', '04-30 07-31 10-31 2027-01-31'),
  read('Tháng thứ ba của quý', 'recurring', QUARTERLY),
  read('Tháng thứ hai của quý sau', 'recurring', '05-31 08-31 11-30 2027-02-28'),
  read('Ngày 10 tháng thứ hai quý sau', 'recurring', '05-10 08-10 11-10 2027-02-10'),
  read('Trước ngày 20 tháng thứ ba mỗi quý', 'recurring', '03-20 06-20 09-20 12-20'),
  read('Tháng thứ 2 hằng quý', 'recurring', SECOND_MONTHS),
  read('Tháng giữa quý', 'recurring', SECOND_MONTHS),
  read('Tuần đầu tháng thứ nhất của quý', 'recurring', '', AT_LEAST),
  read('Tháng đầu mỗi quý', 'recurring', '01-31 04-30 07-31 10-31'),
  read('Tháng thứ hai quý III', 'month', '08-31'),
  read('Tháng cuối quý II', 'month quarter', '06-30'),
  ask('Tháng đầu tiên của học kỳ II'),
  read('Vận hành hệ thống cấp nước uống: tháng 9', 'month', '09-30'),
  read('Giữ liên hệ với công an xã; báo cáo trước 05/12', 'date', '12-05'),
  read('Quan hệ công chúng: cả năm', 'year', '12-31'),
  read('Phối hợp các thế hệ nhà giáo, dịp 20/11', 'date', '11-20'),
  read('Trong hè', 'period', '08-31'),
  ask('Hệ thống hóa hồ sơ trước khi nghỉ hè'),
  read('Bước đầu tiên: quý I; bước hai: quý III', 'quarter mixed', '03-31 09-30'),
  read('Lần đầu tiên vào tháng 3, sau đó hằng quý', 'recurring mixed', '03-31', AT_LEAST),
  read('Khảo sát tháng 2; trang bị tháng 7; bảo dưỡng hằng quý', 'mixed', '02-28 07-31', AT_LEAST),
  read('Ban hành quý I/2026; sau đó rà soát hằng năm', 'mixed recurring', '03-31', AT_LEAST),
  read('Lắp đặt xong trước 01/9; kiểm tra hằng tháng', 'mixed recurring', '09-01', AT_LEAST),
  read('Thí điểm tháng 3; nhân rộng tháng 6; duy trì đến hết năm', 'mixed', '03-31 06-30', AT_LEAST),
  read('Mỗi năm học 02 lần', 'recurring', '', AT_LEAST),
  ask('Hằng năm học, trước khai giảng'),
  read('Một lần trong mỗi năm học', 'recurring', '', AT_LEAST),
  ask('Giữa học kỳ I'),
  ask('Giữa học kỳ II và cuối năm học'),
  read('Cuối mỗi học kỳ', 'recurring', '', AT_LEAST),
  ask('Tháng sau kỳ báo cáo'),
  read('Trước ngày 05 của tháng sau tháng phát sinh', 'recurring', repeatNextMonth('05')),
  read('Ngày 20 tháng sau quý báo cáo', 'recurring', '04-20 07-20 10-20 2027-01-20'),
  read('Chậm nhất ngày 10 tháng kế tiếp', 'recurring', repeatNextMonth('10')),
  ask('Quý sau của quý phát sinh'),
  read('Trước ngày 15 tháng 02 năm kế tiếp', 'date', '2027-02-15'),
  read('Quý I năm liền sau', 'quarter', '2027-03-31'),
  read('Tháng 01 năm tiếp theo', 'month', '2027-01-31'),
  ask('Đầu năm tiếp theo'),
  read('Duy trì đến 30/6/2027', 'date period mixed', '2027-06-30'),
  ask('Duy trì thường xuyên đến hết năm học'),
  read('Thực hiện và duy trì đến hết quý III', 'quarter period', '09-30'),
  read('Ngày làm việc cuối cùng của quý', 'recurring', QUARTERLY),
  read('Ngày làm việc cuối cùng của tháng 5/2026', 'date', '05-29'),
  read('Ngày làm việc cuối cùng của tuần', 'recurring', '', AT_LEAST),
  ask('Ngày làm việc thứ ba của tháng sau'),
  read(
    'Ngày làm việc cuối cùng của mỗi tháng',
    'recurring',
    '01-30 02-27 03-31 04-29 05-29 06-30 07-31 08-31 09-30 10-30 11-30 12-31',
    {
      // The days off of a year are known only where its calendar is.
      dueAlso: [toDates('01-30 02-27 03-31 04-30 05-29 06-30 07-31 08-31 09-30 10-30 11-30 12-31')],
    },
  ),
  ask('Mỗi khi có thay đổi, chốt cuối quý'),
  ask('Khi tuyển mới, rà lại cuối năm học'),
  ask('Hằng tháng, riêng tháng 5 nộp sớm'),
  ask('Tháng 3 (lùi sang tháng 4 nếu mưa bão)'),
  ask('Trước Tết Nguyên đán 10 ngày'),
  ask('Hai tuần sau khai giảng'),
  read('Từ tháng 10, ba tháng một lần', 'recurring', '', AT_LEAST),
  read('Từ quý II, mỗi quý 01 lần', 'recurring', '06-30 09-30 12-31'),
  read('Đến khi hoàn thành', 'onRequest relative continuous'),
  ask('Xong ngay trong tuần này'),
  read('Đợt 1: 15/3; đợt 2: 15/9', 'date mixed', '03-15 09-15'),
  read('Sáng thứ Hai đầu tháng', 'recurring', '', AT_LEAST),
  ask('Trước kỳ nghỉ lễ 30/4'),
  read('Cuối quý, sau khi đối chiếu số liệu', 'recurring', QUARTERLY),
  read('Cập nhật ngay khi phát sinh, tổng hợp ngày 25 hằng tháng', 'recurring mixed', repeatMonthly('25')),
  ask('Năm học tiếp theo'),
  read('Tháng đầu tiên của năm học', 'month', '09-30'),
];

/** Returns true for the half by which the reader was improved; the other half was only measured. */
export function isTuned({ text }: InventedRow): boolean {
  return [...text].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 2 === 0;
}
