/**
 * The words that stand in the workbook itself. They are Vietnamese whatever the language of the pane: the workbook
 * goes on to the authority, and its formulas compare with these very words.
 */
export const SHEET_NAMES = {
  annex: 'Phụ lục',
  summary: 'Tổng hợp',
  lists: 'Danh mục',
  print: 'Bản in',
  documents: 'Văn bản',
} as const;

/** Headers of the table of tasks, in the order of a new workbook. */
export const COLUMN_HEADERS = {
  id: 'Mã',
  area: 'Lĩnh vực',
  tt: 'TT',
  content: 'Nội dung công việc',
  leadUnit: 'Đơn vị chủ trì',
  coordinatingUnit: 'Đơn vị phối hợp',
  product: 'Sản phẩm',
  timing: 'Thời gian',
  applicability: 'Áp dụng',
  reason: 'Lý do không thực hiện',
  due: 'Hạn chót',
  status: 'Kết quả thực hiện',
  doneOn: 'Ngày hoàn thành',
  evidence: 'Minh chứng',
  note: 'Ghi chú',
  person: 'Người phụ trách',
} as const;

/** Header of the column that says which document a task is of; there where the workbook has several. */
export const DOCUMENT_HEADER = 'Văn bản';

/** Other headers that a clerk gives these columns; compared without case, diacritics and punctuation. */
export const ALTERNATIVE_HEADERS: Partial<Record<keyof typeof COLUMN_HEADERS, readonly string[]>> = {
  id: ['Mã nhiệm vụ', 'Mã số', 'Mã NV'],
  area: ['Lĩnh vực công tác', 'Nhóm nhiệm vụ', 'Mục'],
  tt: ['STT', 'Số TT', 'Số thứ tự'],
  content: ['Nội dung', 'Nhiệm vụ', 'Nội dung nhiệm vụ', 'Công việc', 'Tên nhiệm vụ'],
  leadUnit: ['Chủ trì', 'Cơ quan chủ trì', 'ĐV chủ trì', 'Đơn vị chủ trì thực hiện'],
  coordinatingUnit: ['Phối hợp', 'Cơ quan phối hợp', 'ĐV phối hợp', 'Đơn vị phối hợp thực hiện'],
  product: ['Kết quả', 'Sản phẩm, kết quả', 'Sản phẩm đầu ra', 'Sản phẩm, kết quả đầu ra'],
  timing: ['Thời gian thực hiện', 'Thời hạn', 'Tiến độ', 'Thời gian hoàn thành'],
  applicability: ['Thực hiện hay không', 'Có thực hiện', 'Thực hiện/Không thực hiện'],
  reason: ['Lý do', 'Lý do không áp dụng'],
  due: ['Hạn', 'Hạn hoàn thành', 'Ngày đến hạn', 'Đến hạn'],
  status: ['Trạng thái', 'Tình trạng', 'Tình hình thực hiện', 'Trạng thái thực hiện'],
  doneOn: ['Ngày xong', 'Ngày thực hiện xong', 'Hoàn thành ngày'],
  evidence: ['Tài liệu kiểm chứng', 'Tài liệu minh chứng', 'Văn bản minh chứng'],
  note: ['Chú thích', 'Ghi chú khác'],
  person: ['Phụ trách', 'Cán bộ phụ trách', 'Người thực hiện', 'Người được giao', 'Người được phân công'],
};

export const APPLICABILITY_LABELS = {
  performed: 'Thực hiện',
  notPerformed: 'Không thực hiện',
  undecided: '',
} as const;

export const STATUS_LABELS = {
  notStarted: 'Chưa thực hiện',
  inProgress: 'Đang thực hiện',
  done: 'Hoàn thành',
  nothingArisen: 'Không phát sinh',
} as const;

/** Offered in the drop-down of reasons; the office edits them on the sheet of lists. */
export const COMMON_REASONS = [
  'Không thuộc chức năng, nhiệm vụ của đơn vị',
  'Không có đối tượng thực hiện tại đơn vị',
  'Do đơn vị cấp trên thực hiện',
  'Đã hoàn thành trong năm trước',
  'Chưa có văn bản hướng dẫn',
] as const;

export const ANNEX_SHEET_LABELS = {
  untitled: 'Phụ lục phân công nhiệm vụ',
  attachedTo: 'Kèm theo',
  document: 'văn bản số {number}',
  issued: 'ngày {date}',
  by: 'của {issuer}',
  severalDocuments: 'Sổ theo dõi nhiệm vụ',
  documents: '{count} văn bản: {codes}',
  countsTotal: 'Tổng số ',
  countsPerformed: ' nhiệm vụ: thực hiện ',
  countsNotPerformed: ', không thực hiện ',
  countsUndecided: ', chưa xác định ',
  countsEnded: ' (không kể văn bản đã kết thúc)',
  page: 'Trang &P/&N',
} as const;

/** Words of the status of a document on the sheet *Văn bản*. */
export const DOCUMENT_STATUS_LABELS = {
  active: 'Đang theo dõi',
  replaced: 'Đã thay thế',
  finished: 'Đã kết thúc',
  archived: 'Lưu trữ',
} as const;

export const DOCUMENTS_SHEET_LABELS = {
  sheetTitle: 'Văn bản giao nhiệm vụ',
  note: 'Trang do bổ trợ lập và ghi lại mỗi khi nhập văn bản; ghi chú của đơn vị xin để bên phải bảng.',
  document: 'Văn bản',
  overdue: 'Quá hạn',
  nextDeadline: 'Hạn gần nhất',
  number: 'Số, ký hiệu (bản hiện hành)',
  date: 'Ngày ban hành',
  issuer: 'Cơ quan ban hành',
  title: 'Trích yếu',
  editions: 'Số lần ban hành',
  status: 'Tình trạng',
  ended: 'Văn bản không còn theo dõi (không tính vào số liệu)',
  chooseStatus: 'Chọn tình trạng ở đây rồi mở Kiểm tra sổ để ghi nhận, hoặc đặt ở phần Tổng hợp của ngăn.',
  tasks: 'Nhiệm vụ',
  showTasks: 'Xem nhiệm vụ',
} as const;

export const SUMMARY_SHEET_LABELS = {
  title: 'Tổng hợp tình hình thực hiện',
  whole: 'Toàn phụ lục',
  byArea: 'Lĩnh vực',
  byLeadUnit: 'Đơn vị chủ trì',
  byDocument: 'Văn bản',
  /** The first entry of the choice, and the line of the table by document. */
  allDocuments: 'Tất cả văn bản',
  choiceTitle: 'Chọn văn bản',
  choiceMessage:
    'Chọn “Tất cả văn bản” hoặc một văn bản trong danh sách: mọi số liệu của trang, trừ bảng theo văn bản, đổi theo.',
  number: 'Số',
  noLeadUnit: '(chưa ghi đơn vị chủ trì)',
  noArea: '(chưa ghi lĩnh vực)',
  other: '(khác)',
  total: 'Tổng số',
  performed: 'Thực hiện',
  notPerformed: 'Không thực hiện',
  undecided: 'Chưa xác định',
  share: '% hoàn thành',
  /** What a share shows where there is nothing to divide by. */
  none: '–',
  shareNote:
    '% hoàn thành = số hoàn thành / số thực hiện. Nhiệm vụ không thực hiện và chưa xác định không tính vào mẫu số.',
  chartTitle: 'Tình hình thực hiện theo lĩnh vực',
} as const;

export const LISTS_SHEET_LABELS = {
  title: 'Danh mục dùng cho các ô chọn',
  advice:
    'Cột “Lý do” và “Người phụ trách” sửa và thêm được; hai cột đầu được dùng trong công thức nên giữ nguyên.',
  reasons: 'Lý do không thực hiện',
  people: 'Người phụ trách',
} as const;

export const VALIDATION_LABELS = {
  title: 'Chọn trong danh sách',
  applicability: 'Chọn “Thực hiện”, “Không thực hiện”, hoặc để trống khi chưa xác định.',
  status: 'Chọn một trạng thái trong danh sách, hoặc để trống.',
  person: 'Chọn người phụ trách trong danh sách của trang Danh mục, hoặc ghi tên.',
  date: 'Nhập ngày theo dạng ngày/tháng/năm, ví dụ 15/6/2026.',
} as const;
