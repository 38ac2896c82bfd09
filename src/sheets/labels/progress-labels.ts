import type { Timeliness } from '../../progress/timeliness';
import type { EventId } from '../../timing/calendar/calendar-settings';
/**
 * Words of the sheets *Tiến độ*, *Lịch* and *Cấu hình*, and of what *Tổng hợp* counts of them. Vietnamese whatever the
 * language of the pane: formulas compare with these very words.
 */
import type { DayOffName } from '../../timing/calendar/days-off';
import type { ReportPeriodId } from '../../timing/calendar/report-periods';

export const PROGRESS_SHEET_NAMES = { log: 'Tiến độ', calendar: 'Lịch', settings: 'Cấu hình' } as const;

/** Headers of the table `TienDo`, in the order of a new sheet. */
export const LOG_HEADERS = {
  task: 'Mã',
  content: 'Nội dung công việc',
  leadUnit: 'Đơn vị chủ trì',
  product: 'Sản phẩm',
  productTypes: 'Loại sản phẩm',
  timing: 'Thời gian',
  due: 'Hạn theo phụ lục',
  bound: 'Cách tính hạn',
  dueByHand: 'Hạn điều chỉnh',
  lastDay: 'Hạn chót',
  timeliness: 'Đúng hạn hay quá hạn',
  daysLeft: 'Còn (ngày)',
  state: 'Kết quả thực hiện',
  doneOn: 'Ngày hoàn thành',
  number: 'Số, ký hiệu văn bản',
  evidence: 'Minh chứng',
  explanation: 'Giải trình',
  note: 'Ghi chú',
  event: 'Mã sự kiện',
  taskRow: 'Dòng nhiệm vụ',
  statedDay: 'Ngày chưa dời',
  openKey: 'Khóa việc',
  dateKey: 'Khóa lịch',
  dueKey: 'Khóa hạn',
  doneKey: 'Khóa xong',
} as const;

/** Headers of workbooks that were made before; compared without case, diacritics and punctuation. */
export const PREVIOUS_LOG_HEADERS: Partial<Record<keyof typeof LOG_HEADERS, readonly string[]>> = {
  due: ['Hạn'],
  lastDay: ['Ngày cuối đúng hạn'],
  timeliness: ['Tình trạng'],
  state: ['Trạng thái'],
};

export const TIMELINESS_LABELS = {
  doneEarly: 'Hoàn thành trước hạn',
  doneOnTime: 'Hoàn thành đúng hạn',
  doneLate: 'Hoàn thành quá hạn',
  done: 'Hoàn thành',
  overdue: 'Quá hạn',
  dueSoon: 'Sắp đến hạn',
  notDueYet: 'Chưa đến hạn',
  noDeadline: 'Không có hạn',
  nothingArisen: 'Không phát sinh',
  needsReview: 'Cần xem lại',
  notTracked: 'Không theo dõi',
} as const satisfies Record<Timeliness, string>;

/** How a deadline is meant; the last three have none. */
export const DEADLINE_BOUND_LABELS = {
  before: 'Trước ngày',
  by: 'Chậm nhất ngày',
  on: 'Đúng ngày',
  end: 'Đến hết ngày',
  none: 'Không có hạn',
  unread: 'Cần xem lại',
  gone: 'Không còn theo dõi',
} as const;

export const LOG_SHEET_LABELS = {
  title: 'Tiến độ thực hiện',
  advice:
    'Ghi ở các cột từ “Kết quả thực hiện” đến “Ghi chú”, và “Hạn điều chỉnh” khi hạn thay đổi; các cột khác tự tính hoặc theo phụ lục.',
  asOf: 'Tính đến ngày ',
  overdue: ': quá hạn ',
  dueSoon: ', sắp đến hạn ',
  needsReview: ', cần xem lại ',
  done: ', đã hoàn thành ',
  of: '/',
  times: ' kỳ hạn',
  boundTitle: 'Cách tính hạn',
  derived: 'Cột này tự tính từ trang Tiến độ. Hãy ghi kết quả ở trang Tiến độ.',
} as const;

export const SETTING_LABELS = {
  title: 'Cấu hình lịch, thời hạn, sản phẩm và báo cáo',
  advice:
    'Sửa các ô giá trị; sổ tính lại ngay. Sau khi sửa cách hiểu hoặc danh mục, chọn “Cập nhật sổ tiến độ”.',
  general: 'Cách tính hạn',
  value: 'Giá trị',
  note: 'Chú thích',
  today: 'Ngày tính',
  todayNote: '=TODAY() là hôm nay; ghi một ngày khác để xem sổ vào ngày ấy',
  year: 'Năm của phụ lục',
  yearNote: 'dùng khi lời ghi thời gian không nêu năm',
  from: 'Theo dõi từ ngày',
  fromNote: 'bỏ các kỳ định kỳ trước ngày này; thường là ngày ban hành',
  beforeMeans: '“Trước ngày” nghĩa là',
  beforeMeansNote: 'chọn trong danh sách; mỗi nơi hiểu một cách',
  shift: 'Hạn trùng ngày nghỉ',
  shiftNote: 'dời sang ngày làm việc, hoặc giữ nguyên',
  soonDays: 'Sắp đến hạn trước (ngày)',
  soonDaysNote: 'số ngày trước hạn bắt đầu báo',
  vague: 'Từ không nêu ngày',
  vagueNote: 'ngày trong tháng, hoặc “cuối tháng”',
  events: 'Sự kiện',
  eventsNote: 'ngày/tháng, thêm “năm sau” nếu cần; hoặc “âm lịch”',
  reports: 'Kỳ báo cáo',
  reportFrom: 'Số liệu từ',
  reportTo: 'đến',
  reportSend: 'Hạn gửi',
  daysOff: 'Ngày nghỉ',
  dayOffName: 'Tên',
  worked: 'Ngày làm bù',
  phrases: 'Mã',
  phrase: 'Cụm từ trong phụ lục (để trống Mã: mọi nhiệm vụ)',
  meaning: 'Đơn vị hiểu là',
  products: 'Mã loại',
  productName: 'Tên loại',
  productSign: 'Ký hiệu',
  productWords: 'Từ nhận biết (cách nhau bằng dấu ;)',
  since: 'Từ ngày',
  superiors: 'Cơ quan cấp trên (in trên tên đơn vị)',
  recipients: 'Nơi nhận báo cáo',
  wording: 'Câu ghi ở nhiệm vụ không thực hiện',
  lastOfMonth: 'cuối tháng',
  lunar: 'âm lịch',
  nextYear: 'năm sau',
} as const;

export const BEFORE_MEANS_LABELS = { dayBefore: 'Ngày liền trước', sameDay: 'Đúng ngày ấy' } as const;
export const DAY_OFF_SHIFT_LABELS = {
  none: 'Giữ nguyên',
  earlier: 'Dời lên ngày làm việc trước',
  later: 'Dời xuống ngày làm việc sau',
} as const;

export const VAGUE_DAY_LABELS = {
  monthStart: 'Đầu tháng',
  monthMiddle: 'Giữa tháng',
  week1: 'Tuần 1',
  week2: 'Tuần 2',
  week3: 'Tuần 3',
  week4: 'Tuần 4',
} as const;

export const EVENT_LABELS = {
  tet: 'Tết Nguyên đán',
  midAutumn: 'Tết Trung thu',
  ancestors: 'Giỗ Tổ Hùng Vương',
  openingDay: 'Khai giảng',
  firstSemesterEnd: 'Hết học kỳ I',
  schoolYearEnd: 'Hết năm học',
  summerEnd: 'Hết hè',
  teachersDay: 'Ngày Nhà giáo Việt Nam',
  nationalDay: 'Quốc khánh',
  liberationDay: 'Ngày Giải phóng miền Nam',
  lawDay: 'Ngày Pháp luật',
  digitalDay: 'Ngày Chuyển đổi số',
  womenDay: 'Ngày Quốc tế Phụ nữ',
  childrenDay: 'Ngày Quốc tế Thiếu nhi',
} as const satisfies Record<EventId, string>;

export const REPORT_PERIOD_LABELS = {
  quarter1: 'Quý I',
  halfYear: '6 tháng',
  quarter3: 'Quý III',
  year: 'Năm',
} as const satisfies Record<ReportPeriodId, string>;

export const DAY_OFF_LABELS = {
  newYear: 'Tết Dương lịch',
  tet: 'Tết Nguyên đán',
  ancestors: 'Giỗ Tổ Hùng Vương',
  liberation: 'Ngày Giải phóng miền Nam',
  labour: 'Ngày Quốc tế Lao động',
  national: 'Quốc khánh',
  bridge: 'Nghỉ hoán đổi',
} as const satisfies Record<DayOffName, string>;

export const CALENDAR_SHEET_LABELS = {
  title: 'Lịch hạn',
  asOf: 'Tính đến ngày',
  otherDay: 'Ngày tính khác hôm nay: xem trang Cấu hình.',
  month: 'Tháng cần xem (ghi một ngày trong tháng ấy)',
  monthTitle: '"Tháng "mm/yyyy',
  week: 'Tuần này',
  weekdays: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],
  more: '+ ',
  moreAfter: ' nhiệm vụ nữa',
  isDone: ' (xong)',
  agenda: 'Nhiệm vụ cần làm trong 30 ngày tới, quá hạn xếp trước',
  agendaMore: 'Còn {count} kỳ hạn nữa: xem trang Tiến độ.',
  nothing: 'Không có nhiệm vụ quá hạn hoặc đến hạn trong 30 ngày tới.',
  review: 'Cần xem lại thời hạn: ',
  reviewAfter: ' kỳ hạn (lọc cột “Đúng hạn hay quá hạn” trên trang Tiến độ)',
  lastDay: 'Hạn chót',
  daysLeft: 'Còn (ngày)',
  none: '–',
} as const;

export const PROGRESS_SUMMARY_LABELS = {
  wholeTitle: 'Tiến độ theo kỳ hạn',
  whole: 'Toàn phụ lục',
  byQuarter: 'Quý',
  quarters: ['Quý I', 'Quý II', 'Quý III', 'Quý IV'],
  otherTime: 'Không có hạn, chưa rõ hạn hoặc ngoài năm',
  byProduct: 'Loại sản phẩm',
  noProduct: '(chưa ghi hoặc chưa rõ loại)',
  byReport: 'Kỳ báo cáo (hạn thuộc kỳ số liệu)',
  total: 'Tổng số kỳ hạn',
  send: '; gửi ',
  share: '% hoàn thành',
  none: '–',
  note: 'Đếm theo từng kỳ hạn trên trang Tiến độ, vào ngày tính của trang Cấu hình. % hoàn thành = số kỳ hạn hoàn thành / tổng số kỳ hạn trừ không phát sinh. Quá hạn là chưa hoàn thành và đã qua hạn chót. Một kỳ hạn có nhiều loại sản phẩm được đếm ở mỗi loại; các kỳ báo cáo gối lên nhau.',
  timelinessChart: 'Số kỳ hạn: trước hạn, đúng hạn, quá hạn',
  quarterChart: 'Tiến độ theo quý',
} as const;

/** Words of the calendar file; it goes with the workbook. */
export const CALENDAR_FILE_LABELS = {
  leadUnit: 'Đơn vị chủ trì',
  products: 'Sản phẩm',
  timing: 'Thời gian',
  person: 'Người phụ trách',
  done: 'Xong',
  name: 'Hạn nhiệm vụ[[ – {unit}]]',
  fileName: 'lich-han[[-{year}]].ics',
} as const;
