import { DASHBOARD_LABELS } from './dashboard-labels';
import { PROGRESS_SUMMARY_LABELS } from './progress-labels';

const { tiles, rest, due, months, trackedNote, overdueTasks } = DASHBOARD_LABELS;

/** Words that *Tổng hợp* of workbooks made before has in place of the present ones. */
const PREVIOUS_WORDS: ReadonlyMap<string, string> = new Map([
  [overdueTasks, 'Quá hạn'],
  [tiles.overdue, 'Quá hạn'],
  [tiles.reviewTimes, 'lần, chưa rõ hạn'],
  [tiles.openTimes, 'lần, chưa xong'],
  [tiles.ofDoneTimes, ' lần đã xong'],
  [rest.overdue, ' việc quá hạn nữa ở trang Tiến độ'],
  [due.header, 'Việc quá hạn và đến hạn gần nhất'],
  [due.day, 'Hạn'],
  [due.state, 'Tình trạng'],
  [due.none, 'Không còn việc nào chưa xong có hạn.'],
  [months.timesChart, 'Tỷ lệ và số lần theo tháng đến hạn'],
  [
    trackedNote,
    'Tỷ lệ = hoàn thành / phải thực hiện (không kể không thực hiện, chưa xác định); “–”: không có gì để tính. Trong hai bảng, quá hạn là số nhiệm vụ có lần quá hạn.',
  ],
  [PROGRESS_SUMMARY_LABELS.wholeTitle, 'Tiến độ theo lần thực hiện'],
  [PROGRESS_SUMMARY_LABELS.total, 'Tổng số lần'],
  [PROGRESS_SUMMARY_LABELS.timelinessChart, 'Số lần theo tình trạng thời hạn'],
  [
    PROGRESS_SUMMARY_LABELS.note,
    'Đếm theo từng lần trên trang Tiến độ, vào ngày tính của trang Cấu hình. % hoàn thành = số lần hoàn thành / tổng số lần trừ không phát sinh. Một lần có nhiều loại sản phẩm được đếm ở mỗi loại; các kỳ báo cáo gối lên nhau.',
  ],
]);

/** Returns what a cell of *Tổng hợp* held before its words were changed: of a formula, its texts. */
export function toPreviousContent(content: string): string {
  return content.startsWith('=')
    ? content.replace(/"((?:[^"]|"")*)"/g, (quoted, text: string) => {
        const previous = PREVIOUS_WORDS.get(text.replaceAll('""', '"'));
        return previous === undefined ? quoted : `"${previous.replaceAll('"', '""')}"`;
      })
    : (PREVIOUS_WORDS.get(content) ?? content);
}
