/** The words of the authority's report over its units. Vietnamese whatever the language of the pane. */
export const AUTHORITY_REPORT_LABELS = {
  type: 'BÁO CÁO TỔNG HỢP',
  subject: 'Kết quả thực hiện nhiệm vụ được phân công của các {below} {span}',
  subjectPlan: 'Kết quả thực hiện Kế hoạch số {number} của các {below} {span}',
  opening:
    '{agency} tổng hợp kết quả thực hiện {type} số {number} {date} của các {below} {span} (số liệu tính đến ngày {asOf}) như sau:',
  openingPlain:
    '{agency} tổng hợp kết quả thực hiện nhiệm vụ của các {below} {span} (số liệu tính đến ngày {asOf}) như sau:',
  unknownAgency: 'Cơ quan tổng hợp',
  below: 'đơn vị',
  sending: 'I. TÌNH HÌNH GỬI SỔ THEO DÕI',
  sendingText:
    'Có {required} đơn vị phải gửi; đã gửi {sent}, chưa gửi {missing}[[; đúng hạn {onTime}, sau hạn {late} (hạn {due})]].',
  missing: '1. Đơn vị chưa gửi',
  late: '2. Đơn vị gửi sau hạn',
  results: 'II. KẾT QUẢ THỰC HIỆN',
  overall: '1. Số liệu chung',
  overallText:
    'Các đơn vị đã gửi có {required} lượt nhiệm vụ; thực hiện {performed}, không thực hiện {notPerformed}, chưa xác định {undecided}. Hoàn thành {done}/{performed}, đạt {share}.',
  shareNote:
    'Tỷ lệ hoàn thành = số hoàn thành / số thực hiện. Nhiệm vụ không thực hiện và chưa xác định không tính vào mẫu số.',
  byUnit: '2. Theo đơn vị',
  byArea: '3. Theo lĩnh vực',
  overdue: 'III. NHIỆM VỤ QUÁ HẠN CHƯA HOÀN THÀNH',
  more: 'Còn {count} nhiệm vụ quá hạn khác, xem trang Dữ liệu của sổ tổng hợp.',
  disagreements: 'IV. NHIỆM VỤ CÁC ĐƠN VỊ XÁC ĐỊNH KHÁC NHAU',
  hardships: 'V. KHÓ KHĂN, VƯỚNG MẮC',
  proposals: 'VI. KIẾN NGHỊ, ĐỀ XUẤT',
  next: 'VII. PHƯƠNG HƯỚNG, NHIỆM VỤ KỲ TỚI',
  closing: 'Trên đây là báo cáo tổng hợp {span} của {agency}.',
} as const;

export const AUTHORITY_REPORT_PLACEHOLDERS = {
  assessment: '[Cơ quan ghi: đánh giá chung, đơn vị làm tốt, đơn vị cần nhắc]',
  disagreements: '[Cơ quan ghi: kết luận với từng nhiệm vụ]',
  hardships: '[Cơ quan ghi: khó khăn, vướng mắc và nguyên nhân]',
  proposals: '[Cơ quan ghi: kiến nghị với cấp trên]',
  next: '[Cơ quan ghi: giải pháp, trọng tâm kỳ tới]',
} as const;

export const AUTHORITY_REPORT_COLUMNS = {
  code: 'Mã đơn vị',
  unit: 'Đơn vị',
  sentOn: 'Ngày gửi',
  late: 'Quá hạn',
  accepting: 'Số đơn vị thực hiện',
  refusing: 'Số đơn vị không thực hiện',
  fewer: 'Đơn vị cần đối chiếu',
} as const;

/** States of a task in the table of figures; together they are the tasks of all units. */
export const AUTHORITY_REPORT_OUTCOME_LABELS = {
  doneEarly: 'Hoàn thành trước hạn',
  doneOnTime: 'Hoàn thành đúng hạn',
  doneLate: 'Hoàn thành quá hạn',
  doneOpen: 'Hoàn thành, không định hạn',
  inProgress: 'Đang thực hiện, trong hạn',
  inProgressLate: 'Đang thực hiện, quá hạn',
  notStarted: 'Chưa thực hiện, trong hạn',
  notStartedLate: 'Chưa thực hiện, quá hạn',
  nothingArisen: 'Không phát sinh',
  needsReview: 'Cần xem lại',
  notPerformed: 'Không thực hiện',
  undecided: 'Chưa xác định',
} as const;
