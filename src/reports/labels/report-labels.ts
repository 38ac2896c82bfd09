/** The words of the report of results. Vietnamese whatever the language of the pane; `{…}` are figures. */
export const REPORT_LABELS = {
  type: 'BÁO CÁO',
  subject: 'Kết quả thực hiện nhiệm vụ được phân công {span}',
  subjectPlan: 'Kết quả thực hiện Kế hoạch số {number} {span}',
  number: 'Số: …/BC-…',
  place: '…, {date}',
  opening:
    'Thực hiện {type} số {number} {date} của {issuer}, {unit} báo cáo kết quả thực hiện {span} (số liệu từ ngày {from} đến ngày {to}) như sau:',
  openingPlain:
    '{unit} báo cáo kết quả thực hiện nhiệm vụ được phân công {span} (số liệu từ ngày {from} đến ngày {to}) như sau:',
  unknownUnit: 'Đơn vị',
  results: 'I. KẾT QUẢ THỰC HIỆN',
  overall: '1. Số liệu chung',
  overallText:
    'Phụ lục giao {total} nhiệm vụ; đơn vị thực hiện {performed}, không thực hiện {notPerformed}, chưa xác định {undecided}. Trong kỳ báo cáo có {count} kỳ hạn; hoàn thành {done}, quá hạn {overdue}, đạt {share}.',
  shareNote:
    'Tỷ lệ hoàn thành = số kỳ hạn đã hoàn thành / số kỳ hạn trong kỳ báo cáo, không tính kỳ hạn không phát sinh ({done}/{required}). Kỳ hạn trong kỳ báo cáo là kỳ hạn có hạn chót trong kỳ, còn lại từ kỳ trước, hoàn thành trong kỳ, hoặc không định hạn. Quá hạn là chưa hoàn thành và đã qua hạn chót. Nhiệm vụ không thực hiện và chưa xác định không tính. Kết quả tính đến hết ngày {until}.',
  byArea: '2. Theo lĩnh vực',
  finished: '3. Nhiệm vụ hoàn thành trong kỳ',
  overdue: '4. Nhiệm vụ quá hạn',
  settle: '5. Nội dung cần xem lại',
  refused: '6. Nhiệm vụ đơn vị không thực hiện',
  none: 'Không có.',
  person: 'Người phụ trách: {person}',
  hardships: 'II. KHÓ KHĂN, VƯỚNG MẮC',
  proposals: 'III. KIẾN NGHỊ, ĐỀ XUẤT',
  next: 'IV. PHƯƠNG HƯỚNG, NHIỆM VỤ KỲ TỚI',
  nextText: 'Nhiệm vụ đến hạn từ ngày {from} đến ngày {to}:',
  closing: 'Trên đây là báo cáo kết quả thực hiện {span} của {unit}.',
} as const;

/** What the unit has to say itself: printed in brackets, in italics, marked. */
export const REPORT_PLACEHOLDERS = {
  assessment: '[Đơn vị ghi: đánh giá chung, kết quả nổi bật trong kỳ]',
  overdue: '[Đơn vị ghi: nguyên nhân chưa hoàn thành, thời gian khắc phục]',
  hardships: '[Đơn vị ghi: khó khăn, vướng mắc và nguyên nhân]',
  proposals: '[Đơn vị ghi: kiến nghị với cấp trên]',
  next: '[Đơn vị ghi: giải pháp, trọng tâm kỳ tới]',
  position: '[QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ]',
  signature: '[Chữ ký, họ và tên]',
  recipient: '- [Cơ quan nhận báo cáo];',
} as const;

export const REPORT_RECIPIENT = '- {name};';
export const REPORT_ARCHIVE = '- Lưu: VT.';

/** Lines of the table of figures; together the states make the total of the period. */
export const REPORT_COUNT_LABELS = {
  total: 'Nhiệm vụ trong phụ lục',
  performed: 'Nhiệm vụ đơn vị thực hiện',
  notPerformed: 'Nhiệm vụ đơn vị không thực hiện',
  undecided: 'Nhiệm vụ chưa xác định',
  count: 'Kỳ hạn trong kỳ báo cáo, trong đó:',
  doneEarly: 'Hoàn thành trước hạn',
  doneOnTime: 'Hoàn thành đúng hạn',
  doneLate: 'Hoàn thành quá hạn',
  doneFree: 'Hoàn thành, không định hạn',
  overdue: 'Quá hạn',
  open: 'Chưa hoàn thành, còn trong hạn',
  free: 'Không định hạn, đang theo dõi',
  nothingArisen: 'Không phát sinh',
  needsReview: 'Cần xem lại (hạn hoặc ngày hoàn thành chưa rõ)',
  overdueTasks: 'Nhiệm vụ có kỳ hạn quá hạn',
  share: 'Tỷ lệ hoàn thành',
} as const;

export const REPORT_COLUMNS = {
  order: 'STT',
  figure: 'Chỉ tiêu',
  amount: 'Số lượng',
  area: 'Lĩnh vực',
  document: 'Văn bản',
  tasks: 'Nhiệm vụ',
  refused: 'Không thực hiện',
  performed: 'Thực hiện',
  count: 'Kỳ hạn',
  done: 'Hoàn thành',
  overdue: 'Quá hạn',
  share: 'Tỷ lệ',
  id: 'Mã',
  content: 'Nội dung công việc',
  product: 'Sản phẩm',
  doneOn: 'Ngày hoàn thành',
  evidence: 'Minh chứng',
  due: 'Hạn chót',
  daysLate: 'Số ngày quá hạn',
  reason: 'Lý do',
  cause: 'Nguyên nhân',
  matter: 'Vấn đề',
} as const;

export const REPORT_MATTER_LABELS = {
  undecided: 'Chưa xác định thực hiện hay không thực hiện',
  unread: 'Chưa xác định được hạn từ “{timing}”',
  noTiming: 'Phụ lục không ghi thời gian thực hiện',
  undated: 'Ghi hoàn thành nhưng chưa có ngày hoàn thành',
} as const;

export const REPORT_SPAN_LABELS = {
  Q1: 'quý I năm {year}',
  Q2: 'quý II năm {year}',
  Q3: 'quý III năm {year}',
  Q4: 'quý IV năm {year}',
  '6M': '6 tháng đầu năm {year}',
  '9M': '9 tháng đầu năm {year}',
  Y: 'năm {year}',
} as const;
