/** The words of the authority's report over its units. Vietnamese whatever the language of the pane. */
export const AUTHORITY_REPORT_LABELS = {
  type: 'BÁO CÁO TỔNG HỢP',
  subject: 'Kết quả thực hiện nhiệm vụ được phân công của các {below} {span}',
  subjectPlan: 'Kết quả thực hiện Kế hoạch số {number} của các {below} {span}',
  subjectSeveral: 'Kết quả thực hiện {count} văn bản giao nhiệm vụ của các {below} {span}',
  opening:
    '{agency} tổng hợp kết quả thực hiện {type} số {number} {date} của các {below} {span} (số liệu từ ngày {from} đến ngày {to}) như sau:',
  openingPlain:
    '{agency} tổng hợp kết quả thực hiện nhiệm vụ của các {below} {span} (số liệu từ ngày {from} đến ngày {to}) như sau:',
  openingSeveral:
    '{agency} tổng hợp kết quả thực hiện {documents} của các {below} {span} (số liệu từ ngày {from} đến ngày {to}) như sau:',
  unknownAgency: 'Cơ quan',
  below: 'đơn vị',
  sending: 'I. TÌNH HÌNH GỬI SỔ THEO DÕI',
  sendingText:
    'Có {required} đơn vị phải gửi; đã gửi {sent}, chưa gửi {missing}[[; đúng hạn {onTime}, sau hạn {late} (hạn {due})]].',
  missing: '1. Đơn vị chưa gửi',
  late: '2. Đơn vị gửi sau hạn',
  results: 'II. KẾT QUẢ THỰC HIỆN',
  overall: '1. Số liệu chung',
  overallText:
    'Các đơn vị đã gửi có {total} nhiệm vụ (cộng từng đơn vị); thực hiện {performed}, không thực hiện {notPerformed}, chưa xác định {undecided}. Trong kỳ báo cáo có {count} kỳ hạn; hoàn thành {done}, quá hạn {overdue}, đạt {share}.',
  wholeNote: 'Đơn vị không ghi riêng từng kỳ hạn: mỗi nhiệm vụ tính là một kỳ hạn, theo hạn chót cuối cùng.',
  byUnit: '2. Theo đơn vị',
  byArea: '3. Theo lĩnh vực',
  byDocument: '3. Theo văn bản',
  byAreaOfDocuments: '4. Theo lĩnh vực của từng văn bản',
  overdue: 'III. NHIỆM VỤ QUÁ HẠN',
  more: 'Còn {count} kỳ hạn quá hạn khác, xem trang Dữ liệu của sổ tổng hợp.',
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
  accepting: 'Số đơn vị thực hiện',
  refusing: 'Số đơn vị không thực hiện',
  fewer: 'Đơn vị cần đối chiếu',
} as const;
