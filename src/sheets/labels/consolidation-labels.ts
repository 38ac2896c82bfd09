import type { FindingCode } from '../../consolidation/findings/finding';
import type { TaskOutcome } from '../../consolidation/ledger/task-outcome';
import type { MatchPass } from '../../consolidation/types';

/** The words of the consolidation workbook; as those of the school's, Vietnamese in every language of the pane. */
export const CONSOLIDATION_SHEET_NAMES = {
  totals: 'Tổng hợp',
  units: 'Theo đơn vị',
  matrix: 'Ma trận',
  disagreements: 'Chưa thống nhất',
  missing: 'Chưa gửi',
  drift: 'Sai khác phụ lục',
  sources: 'Tệp nguồn',
  data: 'Dữ liệu',
} as const;

export const DATA_HEADERS = {
  key: 'Khóa',
  sender: 'Mã nơi gửi',
  unit: 'Mã đơn vị',
  unitName: 'Đơn vị',
  kind: 'Loại',
  task: 'Mã nhiệm vụ',
  level: 'Nhiệm vụ hay kỳ hạn',
  occurrence: 'Kỳ',
  area: 'Lĩnh vực',
  tt: 'TT',
  content: 'Nội dung công việc',
  leadUnit: 'Đơn vị chủ trì',
  printedProduct: 'Sản phẩm theo phụ lục',
  applicability: 'Áp dụng',
  reason: 'Lý do không thực hiện',
  due: 'Hạn chót',
  deadline: 'Loại hạn',
  quarter: 'Quý',
  state: 'Kết quả thực hiện',
  doneOn: 'Ngày hoàn thành',
  outcome: 'Đúng hạn hay quá hạn',
  product: 'Sản phẩm',
  evidence: 'Minh chứng',
  note: 'Ghi chú của đơn vị',
  officerNote: 'Ghi chú của cán bộ',
  corrected: 'Cán bộ sửa',
  reportedApplicability: 'Áp dụng (đơn vị báo)',
  reportedDue: 'Hạn chót (đơn vị báo)',
  reportedState: 'Kết quả thực hiện (đơn vị báo)',
  reportedDoneOn: 'Ngày hoàn thành (đơn vị báo)',
  match: 'Khớp theo',
  score: 'Độ khớp',
  file: 'Tệp',
  sheet: 'Trang tính',
  cell: 'Ô',
  readAt: 'Đọc lúc',
  reader: 'Bản đọc',
  sha256: 'SHA-256',
} as const;

/** Headers of workbooks that were made before, by those of today; a run writes those of today in their place. */
export const PREVIOUS_CONSOLIDATION_HEADERS: Readonly<Record<string, string>> = {
  'Nhiệm vụ hay kỳ hạn': 'Cấp dòng',
  'Hạn chót': 'Hạn',
  'Kết quả thực hiện': 'Trạng thái',
  'Đúng hạn hay quá hạn': 'Kết quả',
  'Hạn chót (đơn vị báo)': 'Hạn (đơn vị báo)',
  'Kết quả thực hiện (đơn vị báo)': 'Trạng thái (đơn vị báo)',
  'Còn hay không còn': 'Tình trạng',
  'Đã dùng hay chưa': 'Tình trạng',
};

export const UNIT_HEADERS = {
  code: 'Mã',
  name: 'Đơn vị',
  kind: 'Loại',
  sentOn: 'Ngày gửi',
  sending: 'Nộp báo cáo',
  note: 'Ghi chú',
} as const;

export const DISAGREEMENT_HEADERS = {
  what: 'Vấn đề',
  unit: 'Mã đơn vị',
  task: 'Mã nhiệm vụ',
  detail: 'Nội dung',
  file: 'Tệp',
  sheet: 'Trang tính',
  cell: 'Ô',
  state: 'Còn hay không còn',
  decision: 'Xử lý',
  note: 'Ghi chú',
  key: 'Khóa',
} as const;

export const DRIFT_HEADERS = {
  unit: 'Mã đơn vị',
  what: 'Sai khác',
  task: 'Mã nhiệm vụ',
  before: 'Theo phụ lục',
  after: 'Trong sổ của đơn vị',
  score: 'Độ giống',
  file: 'Tệp',
  sheet: 'Trang tính',
  cell: 'Ô',
  state: 'Còn hay không còn',
  decision: 'Xử lý',
  note: 'Ghi chú',
  key: 'Khóa',
} as const;

export const MISSING_HEADERS = {
  code: 'Mã',
  name: 'Đơn vị',
  kind: 'Loại',
  parent: 'Cấp trên',
  why: 'Lý do',
  state: 'Còn hay không còn',
  reminded: 'Đã nhắc',
  note: 'Ghi chú',
} as const;

export const SOURCE_HEADERS = {
  file: 'Tệp',
  unit: 'Mã đơn vị',
  unitName: 'Đơn vị',
  by: 'Nhận ra nhờ',
  state: 'Đã dùng hay chưa',
  edition: 'Phụ lục đã dùng',
  rows: 'Số dòng',
  differences: 'Số sai khác',
  problems: 'Vướng mắc',
  decision: 'Quyết định',
  note: 'Ghi chú',
  contentDate: 'Ngày của nội dung',
  readAt: 'Đọc lúc',
  reader: 'Bản đọc',
  sha256: 'SHA-256',
} as const;

export const OUTCOME_LABELS = {
  doneEarly: 'Hoàn thành trước hạn',
  doneOnTime: 'Hoàn thành đúng hạn',
  doneLate: 'Hoàn thành quá hạn',
  doneOpen: 'Hoàn thành, không có hạn',
  inProgress: 'Đang thực hiện',
  inProgressLate: 'Đang thực hiện, quá hạn',
  notStarted: 'Chưa thực hiện',
  notStartedLate: 'Chưa thực hiện, quá hạn',
  nothingArisen: 'Không phát sinh',
  needsReview: 'Cần xem lại',
  notPerformed: 'Không thực hiện',
  undecided: 'Chưa xác định',
} as const satisfies Record<TaskOutcome, string>;

/** Signs of the matrix: letters of every font of Windows, one a state; "!" marks what is late. */
export const OUTCOME_SYMBOLS = {
  doneEarly: '√',
  doneOnTime: '√',
  doneLate: '√!',
  doneOpen: '√',
  inProgress: '►',
  inProgressLate: '►!',
  notStarted: '○',
  notStartedLate: '○!',
  nothingArisen: '0',
  needsReview: '?',
  notPerformed: '×',
  undecided: '…',
} as const satisfies Record<TaskOutcome, string>;

export const DEADLINE_LABELS = { dated: 'Có hạn', none: 'Không có hạn', unread: 'Cần xem lại' } as const;
export const LEVEL_LABELS = { task: 'Nhiệm vụ', occurrence: 'Kỳ' } as const;

export const MATCH_LABELS = {
  id: 'Mã nhiệm vụ',
  'number-and-content': 'Số thứ tự và nội dung',
  content: 'Nội dung',
  wording: 'Lời văn gần nhất',
  none: '–',
} as const satisfies Record<MatchPass, string>;

export const FINDING_LABELS = {
  disagreement: 'Nơi thực hiện, nơi không',
  'refused-with-progress': 'Không thực hiện nhưng có kết quả',
  'undecided-with-answer': 'Chưa ghi áp dụng nhưng có kết quả hoặc lý do',
  'performed-with-reason': 'Thực hiện nhưng ghi lý do không thực hiện',
  'refused-without-reason': 'Không thực hiện nhưng không ghi lý do',
  'done-without-day': 'Hoàn thành nhưng không ghi ngày',
  'day-without-done': 'Có ngày hoàn thành nhưng chưa hoàn thành',
  'done-in-future': 'Ngày hoàn thành ở tương lai',
  'done-before-annex': 'Hoàn thành trước khi có phụ lục',
  'state-unread': 'Chưa rõ kết quả thực hiện',
  'product-missing': 'Thiếu sản phẩm',
  'evidence-missing': 'Thiếu minh chứng',
  'row-missing': 'Thiếu nhiệm vụ',
  'row-added': 'Thêm nhiệm vụ',
  'row-repeated': 'Lặp nhiệm vụ',
  'row-reworded': 'Sửa nội dung',
  'cell-changed': 'Sửa ô in sẵn',
  'other-edition': 'Phụ lục khác',
  'unit-missing': 'Chưa gửi',
  'unit-question': 'Chưa rõ đơn vị',
  'unit-twice': 'Gửi nhiều tệp',
  'unit-choice': 'Phải chọn tệp',
  'sheet-choice': 'Phải chọn trang',
  'answers-copied': 'Trả lời giống đơn vị khác',
  'name-look-alike': 'Tên có chữ lạ',
  'file-blank': 'Sổ chưa điền',
  'file-warning': 'Lưu ý khi đọc',
} as const satisfies Record<FindingCode, string>;

export const SOURCE_STATE_LABELS = {
  used: 'Đã dùng',
  superseded: 'Có tệp khác thay',
  question: 'Chờ quyết định',
  failed: 'Không đọc được',
  leftOut: 'Không phải sổ',
} as const;

export const UNIT_IDENTIFIED_BY_LABELS = {
  code: 'mã',
  name: 'tên',
  alias: 'tên khác',
  choice: 'cán bộ chọn',
  none: '',
} as const;

/** Whether the finding of a line still holds; a line the officer wrote on stays when it no longer does. */
export const LINE_STATE_LABELS = { open: 'Còn', gone: 'Không còn' } as const;

export const SUBMISSION_LABELS = {
  missing: 'Chưa gửi',
  sent: 'Đã gửi',
  onTime: 'Đúng hạn',
  late: 'Trễ hạn',
} as const;

export const TOTALS_LABELS = {
  title: 'Tổng hợp tình hình thực hiện của các đơn vị',
  asOf: 'Tính đến ngày',
  reportDue: 'Hạn gửi báo cáo',
  units: 'Đơn vị gửi báo cáo',
  unitsRequired: 'Phải gửi',
  unitsSent: 'Đã gửi',
  whole: 'Toàn bộ',
  byDocument: 'Văn bản',
  byArea: 'Lĩnh vực',
  byLeadUnit: 'Đơn vị chủ trì',
  byQuarter: 'Quý đến hạn',
  noQuarter: '(không có hạn)',
  number: 'Số',
  noLeadUnit: '(chưa ghi đơn vị chủ trì)',
  other: '(khác)',
  required: 'Tổng số',
  performed: 'Thực hiện',
  done: 'Hoàn thành',
  overdue: 'Quá hạn',
  share: '% hoàn thành',
  corrected: 'Cán bộ sửa',
  none: '–',
  shareNote:
    '% hoàn thành = số hoàn thành / số thực hiện. Không thực hiện và chưa xác định không tính vào mẫu số. ' +
    'Quá hạn là nhiệm vụ chưa hoàn thành và đã qua hạn chót, tính đến ngày ghi ở trên; hoàn thành sau hạn chót là “Hoàn thành quá hạn”.',
  rowsNote:
    'Mỗi nhiệm vụ của mỗi đơn vị tính một lần (cột “Nhiệm vụ hay kỳ hạn” = “Nhiệm vụ”); các dòng “Kỳ” không cộng.',
  partNote:
    'Trang Dữ liệu chỉ giữ {rows} trong {all} dòng: chỗ cán bộ đã ghi, việc quá hạn, cần xem lại, có vấn đề; toàn bộ ở {folder}. ' +
    'Số liệu các trang được tính sẵn trên toàn bộ; điều sửa ở trang Dữ liệu được tính vào lần tổng hợp sau.',
} as const;

export const TABLE_TITLES = {
  units: 'Tình hình từng đơn vị',
  matrix: 'Nhiệm vụ × đơn vị',
  disagreements: 'Chỗ các đơn vị không thống nhất, dòng mâu thuẫn, thiếu sản phẩm',
  missing: 'Đơn vị chưa gửi sổ',
  drift: 'Sổ của đơn vị khác phụ lục của cơ quan',
  sources: 'Tệp đã nhận',
  data: 'Dữ liệu từng đơn vị, từng nhiệm vụ',
} as const;

export const TABLE_NOTES = {
  units: 'Số liệu tính từ trang Dữ liệu. Cột “Ghi chú” là của cán bộ và được giữ qua các lần tổng hợp.',
  matrix: 'Mỗi ô là kết quả của một đơn vị với một nhiệm vụ; ô trống: đơn vị chưa gửi.',
  disagreements: 'Hai cột “Xử lý” và “Ghi chú” là của cán bộ và được giữ qua các lần tổng hợp.',
  missing: 'Hai cột “Đã nhắc” và “Ghi chú” là của cán bộ và được giữ qua các lần tổng hợp.',
  drift: 'Hai cột “Xử lý” và “Ghi chú” là của cán bộ và được giữ qua các lần tổng hợp.',
  sources:
    'Cột “Quyết định”: ghi mã đơn vị khi chưa rõ tệp của ai; ghi “Dùng” ở tệp được chọn khi một đơn vị gửi nhiều tệp; ghi “trang” và tên trang khi tệp có nhiều trang điền khác nhau.',
  data: 'Sửa được: Áp dụng, Hạn chót, Kết quả thực hiện, Ngày hoàn thành, Ghi chú của cán bộ. Chỗ sửa được giữ; bên cạnh là điều đơn vị báo.',
} as const;
