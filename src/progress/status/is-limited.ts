import { alternate, matchWords } from './alternate';

/** What work is divided into. */
const DIVISIONS = alternate(
  'khối, dãy, tầng, khu, chương, bước, vòng, giai đoạn, phần, mục, biểu, cụm, tuyến, hạng mục, học phần, mô đun, tòa',
);
/** "Thay xong dãy A", "nhập điểm khối 6": one of several. */
const ONE_OF_SEVERAL = matchWords(
  String.raw`(?<!(?:${alternate('học sinh, hs, em, trẻ, thư, mỗi, cho')})\s)(?:${DIVISIONS})\s+(?:\d{1,2}|[a-h]|[ivx]+)(?!\s*(?:[/%-]|đến|tới)\s*\d)`,
);
/** "3 lớp đầu", "2 buổi đầu tiên": so far. */
const FIRST_OF_MORE = matchWords(
  String.raw`(?:\d+|${alternate('mấy, vài, hai, ba, các')})\s+\p{L}+\s+(?:${alternate('đầu, đầu tiên')})(?!\s+(?:năm|học|kỳ|cấp|giờ|tuần|tháng))`,
);
/** "Toàn bộ khối 6", "khối 6 xong 7/7 lớp": all the same. */
const WHOLE = matchWords(alternate('toàn bộ, toàn trường, tất cả, cả, đều, mọi, các khối, đủ'));

/** "2 dãy trong 3 dãy", "45 triệu trên tổng 100 triệu". */
const SO_MUCH_OF_MORE =
  /(?<![\d/.-])(\d+)\s*\p{L}+(?:\s+\p{L}+)?\s*(?:trong|trên|tren|\/)(?:\s*(?:tổng|số|tổng số|tong|so))*\s*(\d+)\s*\p{L}/giu;

/** "Năm học 23-24 đã làm rồi": another year, which may not be this one. */
const OF_A_YEAR = /^(?:năm học|năm|nam hoc|nam)\s+\d\d(?:\d\d)?\s*[-–/]\s*\d\d(?:\d\d)?\s+(?:đã|làm|da)\s/iu;

/** Whether a status names a part of the work, or a year, that its claim may be limited to. */
export function isLimited(text: string): boolean {
  const isShare = [...text.matchAll(SO_MUCH_OF_MORE)].some(([, part, total]) => Number(part) < Number(total));
  const isOne = text.search(ONE_OF_SEVERAL) >= 0 && text.search(WHOLE) < 0;
  return OF_A_YEAR.test(text) || isShare || isOne || text.search(FIRST_OF_MORE) >= 0;
}
