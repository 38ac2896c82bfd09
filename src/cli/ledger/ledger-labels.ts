import type { LedgerColumnName } from '../../consolidation/parquet/ledger-table';
import type {
  FindingColumnName,
  SourceFileColumnName,
  UnitColumnName,
} from '../../consolidation/parquet/side-tables';

/** What the columns of a ledger folder mean; Vietnamese in every language, as the sheets are. */
export const LEDGER_COLUMN_DESCRIPTIONS = {
  sender: 'Mã nơi gửi: đơn vị ngay dưới cấp tổng hợp (trường; ở cấp tỉnh là phường, xã đã tổng hợp)',
  unit: 'Mã đơn vị thực hiện',
  unit_name: 'Tên đơn vị',
  kind: 'Loại đơn vị trong danh sách (MN, TH, THCS…)',
  edition: 'Số và ngày của phụ lục dùng để tổng hợp',
  task_id: 'Mã nhiệm vụ, ví dụ IV.8',
  task_order: 'Thứ tự của nhiệm vụ trong phụ lục, từ 1; 0: phụ lục không có',
  section: 'Số của lĩnh vực, ví dụ IV',
  section_title: 'Tên lĩnh vực',
  tt: 'TT in trong phụ lục',
  content: 'Nội dung công việc theo phụ lục',
  lead_unit: 'Đơn vị chủ trì',
  printed_product: 'Sản phẩm theo phụ lục',
  occurrence: 'Kỳ của nhiệm vụ định kỳ; trống: cả nhiệm vụ (chỉ dòng này được cộng)',
  applicability: 'Áp dụng: performed thực hiện, notPerformed không thực hiện, undecided chưa xác định',
  state:
    'Kết quả thực hiện: done hoàn thành, inProgress đang thực hiện, notStarted chưa thực hiện, nothingArisen không phát sinh; NULL: không ghi hoặc không hiểu được',
  due: 'Hạn: ngày cuối còn đúng hạn; NULL: không có ngày',
  done_on: 'Ngày hoàn thành; NULL: không ghi',
  deadline: 'Loại hạn: dated có hạn, none không có hạn, unread không đọc được (cần xem lại)',
  reported_applicability: 'Áp dụng như đơn vị báo',
  reported_state: 'Kết quả thực hiện như đơn vị báo',
  reported_due: 'Hạn như đơn vị báo',
  reported_done_on: 'Ngày hoàn thành như đơn vị báo',
  corrected:
    'Cán bộ đã sửa: một trong bốn cột áp dụng, trạng thái, hạn, ngày hoàn thành khác điều đơn vị báo',
  reason: 'Lý do không thực hiện',
  product: 'Sản phẩm đơn vị ghi',
  evidence: 'Minh chứng',
  note: 'Ghi chú của đơn vị',
  matched_by:
    'Ghép với phụ lục theo: id mã nhiệm vụ, number-and-content số thứ tự và nội dung, content nội dung, wording lời văn gần nhất, none không có dòng',
  score: 'Độ khớp của nội dung, 0 đến 1',
  file: 'Tệp của đơn vị',
  sheet: 'Trang tính',
  cell: 'Ô cho biết kết quả; trống: sổ của đơn vị không có dòng này',
  read_at: 'Lúc đọc tệp (giờ UTC)',
  reader_version: 'Phiên bản của bộ đọc',
  sha256: 'SHA-256 của tệp, chữ số thập lục phân',
  document: 'Văn bản giao nhiệm vụ: số, ký hiệu, ví dụ 27/KH-UBND (có từ phiên bản 2 của sổ cái)',
} as const satisfies Record<LedgerColumnName, string>;

export const BRANCH_DESCRIPTION =
  'Nhánh (cột phân vùng, nằm trong tên thư mục): mã cơ quan cấp trên của đơn vị; nhiều cơ quan quá thì là các ký tự đầu của mã ấy';

export const UNIT_COLUMN_DESCRIPTIONS = {
  unit_order: 'Thứ tự trong danh sách, từ 1',
  code: 'Mã đơn vị',
  name: 'Tên đơn vị',
  aliases: 'Tên khác (mảng JSON)',
  kind: 'Loại',
  parent: 'Mã cơ quan cấp trên',
  valid_from: 'Có từ ngày; NULL: không ghi',
  valid_to: 'Đến ngày; NULL: không ghi',
  listed: 'Có trong danh sách phải gửi; false: gửi mà không có trong danh sách',
} as const satisfies Record<UnitColumnName, string>;

export const SOURCE_COLUMN_DESCRIPTIONS = {
  sha256: 'SHA-256 của tệp; bắt đầu bằng ? khi tệp không mở được',
  file: 'Đường dẫn hoặc tên tệp',
  unit: 'Mã đơn vị gửi; trống khi chưa rõ',
  unit_name: 'Tên đơn vị',
  known_by: 'Nhận ra nhờ: code mã, name tên, alias tên khác, choice cán bộ chọn, none chưa',
  state:
    'used đã dùng, superseded có tệp khác thay, question chờ quyết định, failed không đọc được, leftOut không phải sổ',
  candidates: 'Các đơn vị có thể là nơi gửi (mảng JSON)',
  edition: 'Phụ lục mà đơn vị đã dùng',
  fingerprint: 'Dấu nhận của phụ lục mà đơn vị đã dùng',
  content_date: 'Lúc nội dung được lưu lần cuối, như tệp tự ghi',
  row_count: 'Số dòng đọc được',
  differences: 'Số chỗ khác phụ lục',
  problems: 'Mã các vướng mắc khi đọc',
  read_at: 'Lúc đọc tệp (giờ UTC)',
  reader_version: 'Phiên bản của bộ đọc',
  decision: 'Quyết định của cán bộ: mã đơn vị, hoặc “Dùng”',
} as const satisfies Record<SourceFileColumnName, string>;

export const FINDING_COLUMN_DESCRIPTIONS = {
  about: 'row: dòng mâu thuẫn, thiếu, hoặc các đơn vị không thống nhất; drift: sổ khác phụ lục',
  code: 'Mã của điều phát hiện',
  unit: 'Mã đơn vị; trống: nhiều đơn vị',
  task_id: 'Mã nhiệm vụ; trống: cả tệp',
  file: 'Tệp',
  sheet: 'Trang tính',
  cell: 'Ô',
  message: 'Lời giải thích',
  details: 'Số liệu và vị trí (đối tượng JSON)',
} as const satisfies Record<FindingColumnName, string>;

export const LEDGER_TABLE_DESCRIPTIONS = {
  ledger: 'mỗi đơn vị × nhiệm vụ × kỳ một dòng, đúng như trang Dữ liệu',
  units: 'đơn vị phải gửi và đơn vị đã gửi',
  sources: 'tệp đã nhận, như trang Tệp nguồn',
  findings: 'điều phát hiện, như trang Chưa thống nhất và Sai khác phụ lục',
} as const;

export const QUERY_LABELS = {
  overall: 'Toàn bộ',
  'by-document': 'Theo văn bản',
  'by-area': 'Theo lĩnh vực',
  'by-lead-unit': 'Theo đơn vị chủ trì',
  'by-quarter': 'Theo quý đến hạn',
  'by-sender': 'Theo nơi gửi (như trang Theo đơn vị)',
  'by-unit': 'Theo từng đơn vị thực hiện',
  overdue: 'Việc quá hạn, kèm tệp và ô',
  'needs-review': 'Việc cần xem lại, kèm tệp và ô',
  disagreements: 'Nhiệm vụ nơi thực hiện, nơi không',
  'missing-units': 'Đơn vị chưa gửi',
} as const;

export const COLUMN_TYPE_LABELS = {
  text: 'STRING (UTF-8)',
  date: 'DATE',
  time: 'TIMESTAMP (mili giây, UTC)',
  whole: 'INT32',
  number: 'DOUBLE',
  flag: 'BOOLEAN',
} as const;

/** The description that stands in the folder itself. */
export const LEDGER_GUIDE = {
  title: 'Sổ cái tổng hợp',
  origin:
    'Tệp này do `phuluc` ghi lại mỗi lần tổng hợp; sửa tay sẽ mất. Tính đến ngày {asOf}, phụ lục {edition}.',
  layout:
    'Số liệu nằm trong `tables/`, mỗi bảng một thư mục tệp Parquet; `tables/ledger` chia theo thư mục `branch=…`. Mỗi lần tổng hợp, cả thư mục `tables` được thay một lượt: chạy đứt giữa chừng thì còn nguyên sổ cái trước, hoặc có đủ sổ cái mới. Lần sau không có gì khác thì không tệp nào bị ghi lại.',
  sql: 'Thư mục `sql` có câu lệnh cho từng tổng số, chạy nguyên văn trên DuckDB, Spark SQL và Trino. Câu lệnh hỏi các bảng `ledger`, `units`, `sources`; ngày tính là dòng `report_day` ở đầu câu lệnh. Trước đó mở các bảng bằng tệp của từng chương trình trong `sql/mo`.',
  queries: 'Câu lệnh',
  tables: 'Bảng',
  header: '| Cột | Kiểu | NULL | Nghĩa |',
  nullable: 'có',
  rows: '{rows} dòng',
} as const;

/** Notes at the head of the files that open a ledger in an engine. */
export const SETUP_LABELS = {
  place: '/duong/dan/toi/so-cai',
  duckdb: 'Chạy trong thư mục sổ cái: duckdb -init sql/mo/duckdb.sql',
  spark: 'Thay /duong/dan/toi/so-cai bằng nơi để sổ cái, rồi chạy trong spark-sql trước các câu lệnh tổng số',
  trino:
    'Thay /duong/dan/toi/so-cai bằng địa chỉ trên kho tệp (s3://…, hdfs://…); dùng bộ nối Hive của Trino',
} as const;
