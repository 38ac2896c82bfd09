import type { EventId } from '../calendar/settings';

/**
 * The words of timings, as data. Written with diacritics and matched without them. The longest phrase at a place
 * wins, so some phrases are listed only to keep their words from being read as time ("quy định" holds no quarter).
 * A word may have several roles; the grammar asks for the one that fits its place.
 */

export type Term =
  | `event:${EventId}`
  | 'unit:day'
  | 'unit:week'
  | 'unit:month'
  | 'unit:quarter'
  | 'unit:year'
  | 'unit:semester'
  | 'unit:schoolYear'
  | 'unit:term'
  | 'unit:hour'
  | 'working'
  | 'weekday'
  | 'every'
  | 'periodic'
  | 'atLeast'
  | 'plural'
  | 'times'
  | 'each'
  | 'of'
  | 'full'
  | 'within'
  | 'before'
  | 'by'
  | 'until'
  | 'whole'
  | 'from'
  | 'now'
  | 'start'
  | 'middle'
  | 'end'
  | 'firstHalf'
  | 'secondHalf'
  | 'decade1'
  | 'decade2'
  | 'decade3'
  | 'ordinal'
  | 'next'
  | 'previous'
  | 'this'
  | 'onward'
  | 'phase'
  | 'and'
  | 'about'
  | 'for'
  | 'when'
  | 'after'
  | 'beforeEvent'
  | 'follows'
  | 'perPlan'
  | 'onRequest'
  | 'asAsked'
  | 'continuous'
  | 'conditional'
  | 'yearly'
  | 'ditto'
  | 'blank'
  | 'filler'
  | 'word';

export const TERMS = {
  'event:tet': [
    'tết',
    'tết nguyên đán',
    'tết âm lịch',
    'tết cổ truyền',
    'nghỉ tết',
    'nghỉ tết nguyên đán',
    'kỳ nghỉ tết',
    'kỳ nghỉ tết nguyên đán',
    'ngày tết',
  ],
  'event:midAutumn': ['trung thu', 'tết trung thu', 'lễ trung thu'],
  'event:ancestors': ['giỗ tổ', 'giỗ tổ hùng vương'],
  'event:openingDay': [
    'khai giảng',
    'lễ khai giảng',
    'ngày khai giảng',
    'khai giảng năm học',
    'khai giảng năm học mới',
    'lễ khai giảng năm học',
    'lễ khai giảng năm học mới',
    'ngày khai giảng năm học',
    'ngày khai giảng năm học mới',
    'năm học mới',
    'vào năm học mới',
  ],
  'event:schoolYearEnd': [
    'tổng kết năm học',
    'lễ tổng kết năm học',
    'kết thúc năm học',
    'hết năm học',
    'bế giảng',
    'bế giảng năm học',
    'lễ bế giảng',
    'nghỉ hè',
    'kỳ nghỉ hè',
    'khi nghỉ hè',
  ],
  'event:firstSemesterEnd': ['sơ kết năm học', 'giữa năm học'],
  'event:summerEnd': ['hè', 'dịp hè', 'trong hè', 'mùa hè', 'thời gian hè', '3 tháng hè', 'ba tháng hè'],
  'event:teachersDay': ['ngày nhà giáo', 'ngày nhà giáo việt nam'],
  'event:nationalDay': ['quốc khánh', 'ngày quốc khánh', 'lễ quốc khánh'],
  'event:liberationDay': ['ngày giải phóng miền nam', 'giải phóng miền nam'],
  'event:lawDay': ['ngày pháp luật', 'ngày pháp luật việt nam'],
  'event:digitalDay': ['ngày chuyển đổi số', 'ngày chuyển đổi số quốc gia'],
  'event:womenDay': ['ngày quốc tế phụ nữ', 'quốc tế phụ nữ'],
  'event:childrenDay': ['ngày quốc tế thiếu nhi', 'quốc tế thiếu nhi', 'tết thiếu nhi'],
  'unit:day': ['ngày', 'mùng', 'mồng'],
  'unit:week': ['tuần', 'tuần lễ'],
  'unit:month': ['tháng', 'thg', 'th', 't'],
  'unit:quarter': ['quý', 'quí', 'q'],
  'unit:year': ['năm'],
  'unit:semester': ['học kỳ', 'học kì', 'hk', 'kỳ học'],
  'unit:schoolYear': ['năm học', 'niên học', 'niên khóa', 'nh'],
  'unit:term': ['kỳ', 'kì', 'kỳ báo cáo', 'kì báo cáo'],
  'unit:hour': ['giờ', 'h', 'g'],
  working: ['làm việc'],
  weekday: ['thứ'],
  every: ['hàng', 'hằng', 'mỗi', 'từng', 'định kỳ', 'định kì', 'cứ', 'đk', 'thường kỳ'],
  periodic: ['định kỳ', 'định kì', 'đk', 'thường kỳ'],
  atLeast: ['ít nhất', 'tối thiểu', 'không ít hơn'],
  plural: ['các', 'những', 'mọi', 'tất cả các'],
  times: ['lần', 'đợt', 'lượt', 'buổi', 'cuộc'],
  each: ['một', 'mỗi', 'trên', 'trong', 'mỗi một'],
  of: [
    'của',
    'thuộc',
    'trong',
    'vào',
    'ở',
    'tại',
    'dịp',
    'nhân dịp',
    'trong khoảng thời gian',
    'trong thời gian',
    'nội trong',
  ],
  full: ['cả', 'toàn', 'trọn', 'cả trong'],
  within: [
    'trong vòng',
    'trong thời hạn',
    'trong hạn',
    'sau',
    'ngay sau',
    'trong',
    'chậm nhất',
    'không quá',
    'tối đa',
  ],
  before: ['trước', 'sớm hơn', 'trước thời điểm', 'trước thời hạn'],
  by: [
    'chậm nhất',
    'muộn nhất',
    'trễ nhất',
    'hạn',
    'hạn cuối',
    'hạn cuối cùng',
    'hạn chót',
    'hạn nộp',
    'hạn gửi',
    'hạn báo cáo',
    'hạn hoàn thành',
    'thời hạn',
    'thời hạn hoàn thành',
    'thời hạn nộp',
    'thời hạn cuối',
    'thời hạn cuối cùng',
    'kỳ hạn',
    'không quá',
    'không muộn hơn',
    'không trễ hơn',
    'không chậm hơn',
    'không sau',
    'tối đa',
    'deadline',
    'thời điểm',
    'tính đến',
  ],
  until: ['đến', 'tới', 'cho đến', 'cho tới', 'sang', 'kéo dài đến'],
  whole: ['hết', 'kết thúc'],
  from: ['từ', 'kể từ', 'bắt đầu từ', 'bắt đầu', 'tính từ'],
  now: ['nay', 'hiện nay', 'bây giờ', 'ngày ký', 'ngày ký ban hành', 'ngày ban hành', 'thời điểm hiện tại'],
  start: ['đầu', 'đầu tiên'],
  middle: ['giữa'],
  end: ['cuối', 'cuối cùng', 'sau cùng'],
  firstHalf: ['nửa đầu'],
  secondHalf: ['nửa cuối', 'nửa sau'],
  decade1: ['thượng tuần'],
  decade2: ['trung tuần'],
  decade3: ['hạ tuần'],
  ordinal: ['thứ'],
  next: [
    'sau',
    'tiếp theo',
    'tiếp',
    'liền kề',
    'kế tiếp',
    'kế',
    'liền sau',
    'sau liền kề',
    'liền kề sau',
    'liền kề tiếp theo',
    'tiếp theo liền kề',
    'kế sau',
    'tiếp sau',
    'sau đó',
    'tới',
    'tiếp liền',
  ],
  previous: ['trước', 'trước đó', 'liền trước', 'trước liền kề', 'liền kề trước'],
  this: ['này', 'nay', 'đó', 'hiện tại', 'kế hoạch', 'báo cáo'],
  onward: [
    'trở đi',
    'về sau',
    'các năm tiếp theo',
    'những năm tiếp theo',
    'các năm sau',
    'những năm sau',
    'các năm kế tiếp',
    'những năm kế tiếp',
    'những năm tới',
    'các năm tới',
  ],
  phase: ['giai đoạn', 'thời kỳ', 'nhiệm kỳ'],
  and: ['và', 'cùng', 'hoặc', 'hay', 'cùng với', 'cũng như', 'đồng thời'],
  about: ['khoảng', 'dự kiến', 'ước', 'tầm'],
  for: ['đối với', 'áp dụng đối với'],
  when: [
    'khi',
    'mỗi khi',
    'ngay khi',
    'bất cứ khi nào',
    'bất kỳ khi nào',
    'trong trường hợp',
    'trường hợp',
    'tùy',
    'tùy theo',
    'tùy thuộc',
    'nếu cần',
    'nếu được',
  ],
  after: ['sau khi', 'ngay sau khi', 'từ khi', 'kể từ khi', 'tính từ khi', 'trước khi', 'sau', 'ngay sau'],
  beforeEvent: ['trước'],
  follows: [
    'theo',
    'căn cứ',
    'căn cứ theo',
    'căn cứ vào',
    'thực hiện theo',
    'tuân theo',
    'dựa theo',
    'trên cơ sở',
    'bám sát',
    'phụ thuộc',
    'phụ thuộc vào',
    'tùy theo',
    'tùy thuộc',
    'tùy thuộc vào',
    'tùy',
  ],
  perPlan: [
    'tiến độ',
    'lộ trình',
    'đúng kế hoạch',
    'đúng quy định',
    'thời gian quy định',
    'thời hạn quy định',
    'đúng thời gian',
    'đúng thời hạn',
    'đúng hạn',
    'như kế hoạch',
    'lồng ghép',
  ],
  onRequest: [
    'đột xuất',
    'bất thường',
    'không thường xuyên',
    'không định kỳ',
    'có yêu cầu',
    'được yêu cầu',
    'yêu cầu của',
    'phát sinh',
    'thực tế phát sinh',
  ],
  asAsked: [
    'yêu cầu',
    'đề nghị',
    'nhu cầu',
    'thực tế',
    'tình hình',
    'phát sinh',
    'vụ việc',
    'từng vụ việc',
    'từng trường hợp',
    'trường hợp',
    'sự vụ',
    'sự việc',
    'triệu tập',
    'giấy mời',
    'thư mời',
    'điều động',
    'khả năng',
    'điều kiện',
    'trưng tập',
  ],
  continuous: [
    'thường xuyên',
    'liên tục',
    'suốt năm',
    'suốt cả năm',
    'quanh năm',
    'xuyên suốt',
    'duy trì',
    'lâu dài',
    'không thời hạn',
    'không giới hạn',
    'mọi lúc',
    'mọi thời điểm',
    'thường trực',
    'tx',
    'không ngừng',
    'suốt năm học',
  ],
  conditional: ['nếu có', 'khi có biến động', 'nếu có biến động', 'nếu có thay đổi'],
  yearly: ['thường niên'],
  ditto: [
    'như trên',
    'nt',
    'n t',
    'như hàng trên',
    'như dòng trên',
    'như ô trên',
    'như mục trên',
    'như nội dung trên',
    'tương tự',
    'tương tự như trên',
    'tương tự trên',
    'cùng thời gian trên',
    'cùng thời điểm trên',
    'ditto',
    'idem',
  ],
  blank: [
    'không',
    'không có',
    'chưa có',
    'chưa rõ',
    'chưa xác định',
    'không xác định',
    'x',
    'n a',
    'na',
    'để trống',
    'thông báo sau',
    'sẽ thông báo sau',
    'cập nhật sau',
    'bổ sung sau',
  ],
  filler: [
    'là',
    'được',
    'hoàn thành',
    'hoàn thiện',
    'thực hiện',
    'triển khai',
    'triển khai thực hiện',
    'tổ chức',
    'tổ chức thực hiện',
    'tiến hành',
    'xong',
    'gửi',
    'nộp',
    'gửi về',
    'trình',
    'ban hành',
    'thời gian',
    'thời gian thực hiện',
    'thời gian hoàn thành',
    'trong khoảng',
    'phải',
    'cần',
    'sáng',
    'chiều',
    'riêng',
    'lúc',
    'vào lúc',
    'liên quan',
  ],
  word: [
    'quy định',
    'quy chế',
    'quy trình',
    'quy hoạch',
    'quy mô',
    'quy ước',
    'quy chuẩn',
    'quý vị',
    'việt nam',
    'nam giới',
    'miền nam',
    'tuần tra',
    'hàng hóa',
    'mặt hàng',
    'ngân hàng',
    'đấu thầu',
    'đầu tư',
    'tự đánh giá',
    'trước mắt',
    'thang điểm',
    'nhà trường',
    'xây dựng',
    'xây dựng kế hoạch',
    'nội dung',
    'nửa năm',
    'sử dụng',
    'áp dụng',
    'đặt hàng',
  ],
} as const satisfies Record<Term, readonly string[]>;

/** Words for numbers, as they follow or precede "tháng", "quý", "tuần", "lần". */
export const SPELLED: Readonly<Record<string, number>> = {
  giêng: 1,
  một: 1,
  nhất: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  'mười một': 11,
  'mười hai': 12,
  chạp: 12,
};

/** Months as spreadsheets in English write them: "15-Jun-24", "Jun-24". */
export const ENGLISH_MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  sept: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};
