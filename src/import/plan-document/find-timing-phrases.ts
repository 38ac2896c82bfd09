import { cleanText } from '../../shared/text';

const DATE_PATTERN = String.raw`(?:ngày\s*)?\d{1,2}\s*(?:tháng\s*\d{1,2}\s*năm\s*\d{4}|[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|[/.-]\s*\d{1,2}(?!\d))`;
const PERIOD_PATTERN = String.raw`(?:tuần|tháng|quý|năm|ngày|học kỳ)`;
/** What stands before a recurrence and says when in it: "trước 9 giờ hằng ngày", "chiều thứ Sáu hằng tuần", "trước ngày 20 hằng tháng". */
const WITHIN_PATTERN = [
  String.raw`(?:(?:trước|sau|lúc)\s+)?\d{1,2}\s*(?:giờ|h)(?:\s*\d{1,2}(?:\s*phút)?)?`,
  String.raw`(?:(?:sáng|chiều|tối)\s+)?(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)`,
  String.raw`(?:(?:chậm nhất|muộn nhất|trước|từ)\s+(?:là\s+)?)?ngày\s+\d{1,2}(?:\s*(?:và|đến)\s*(?:ngày\s+)?\d{1,2})?`,
  String.raw`(?:tuần|tháng)\s+(?:đầu|cuối|thứ\s+(?:nhất|hai|ba|tư))`,
].join('|');

/** "trước", "đến hết", "vào đầu", "cuối": what stands before a period that is meant as a time. */
const PERIOD_START = String.raw`(?<!\p{L})(?:(?:(?:trước|đến hết|hết|trong|từ|vào)\s+)?(?:đầu|giữa|cuối)|trước|đến hết|hết|trong|từ|vào)`;
const MONTH_OR_QUARTER = String.raw`(?:tháng\s*\d{1,2}|quý\s*(?:[IV]+|\d))(?:\s*(?:năm\s*|/\s*)\d{4})?`;

/** Deadlines and recurrences as prose names them. Dates of documents ("số … ngày …") are none. */
const TIMING_PATTERNS = [
  new RegExp(String.raw`(?:chậm nhất|muộn nhất|trước|đến hết|hết|từ|đến)\s+${DATE_PATTERN}`, 'giu'),
  new RegExp(
    String.raw`${PERIOD_START}\s+${MONTH_OR_QUARTER}(?:\s*(?:,|và|đến|[-–])\s*(?:hết\s+|trong\s+)?${MONTH_OR_QUARTER})*`,
    'giu',
  ),
  new RegExp(
    String.raw`${PERIOD_START}\s+(?:(?:dịp|kỳ)\s+)?(?:nghỉ\s+)?(?:hè(?:\s+(?:năm\s+)?\d{4})?|học kỳ\s*(?:I{1,2}|[12])(?:\s+năm học\s+\d{4}\s*[-–]\s*\d{4})?)(?![\p{L}\d])`,
    'giu',
  ),
  /(?:trước|sau|trong)\s+(?:mùa\s+(?:mưa|bão|khô|lũ)(?:\s+(?:bão|lũ))?|(?:dịp\s+|lễ\s+|ngày\s+)*(?:khai giảng|bế giảng|Tết(?:\s+Nguyên đán)?))/giu,
  new RegExp(
    String.raw`(?:định kỳ\s+)?(?:(?:${WITHIN_PATTERN})\s+(?:của\s+)?)?(?:hàng|hằng|mỗi)\s+${PERIOD_PATTERN}(?:\s*(?:,|và)\s*(?:hàng\s+|hằng\s+)?${PERIOD_PATTERN})*`,
    'giu',
  ),
  /định kỳ|đột xuất|thường xuyên(?= (?:kiểm tra|rà soát|theo dõi|báo cáo|tổ chức|cập nhật|tham mưu))/giu,
];

/** Finds the dates and recurrences that a text names, as printed, in order. */
export function findTimingPhrases(text: string): string[] {
  const found: { start: number; end: number }[] = [];
  for (const phrase of TIMING_PATTERNS)
    for (const match of text.matchAll(phrase)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (!found.some((other) => start < other.end && other.start < end)) found.push({ start, end });
    }
  return found.sort((a, b) => a.start - b.start).map(({ start, end }) => cleanText(text.slice(start, end)));
}
