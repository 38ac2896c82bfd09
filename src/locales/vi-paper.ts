import type { PaperProblem } from '../annex/problem';
import type { ProblemWords } from './words';

export const viPaperProblems: Record<PaperProblem, ProblemWords> = {
  'nothing-to-print': {
    what: 'Sổ chưa có nhiệm vụ nào để in.',
    next: 'Nhập phụ lục trước rồi lập bản in.',
  },
  'no-report-period': {
    what: 'Lịch báo cáo của đơn vị không có kỳ {period}.',
    next: 'Chọn kỳ khác, hoặc ghi kỳ này ở trang Cấu hình.',
  },
  'print-edited': {
    what: 'Bản in đã được sửa bằng tay; lập lại sẽ thay các chỗ đã sửa, trừ độ rộng cột.',
    next: 'Sửa nội dung ở trang Phụ lục để bản in luôn đúng; cần lấy lại chỗ đã sửa thì chọn Hoàn tác.',
  },
};

export const viPaper = {
  'command.print-sheet': 'Lập bản in',
  'command.word-annex': 'Xuất phụ lục ra Word',
  'command.word-report': 'Lập báo cáo kết quả thực hiện',
  'command.report-sheet': 'Ghi báo cáo ra trang tính',
  'pane.tab.paper': 'In & báo cáo',
  'paper.print': 'Phụ lục chính thức',
  'paper.print.about':
    'Lập trang Bản in từ trang Phụ lục: A4 ngang, tên lĩnh vực trải ngang bảng, tiêu đề cột lặp lại ở mỗi trang. Lập lại bất cứ lúc nào; độ rộng cột đã chỉnh tay được giữ.',
  'paper.print.replace': 'Thay bằng bản mới',
  'paper.print.keep': 'Giữ bản đang có',
  'paper.superior': 'Cơ quan chủ quản',
  'paper.superior.hint': 'In trên tên đơn vị; để trống nếu không cần',
  'paper.national-title': 'In Quốc hiệu và Tiêu ngữ',
  'paper.wording': 'Câu ghi khi không thực hiện',
  'paper.wording.hint': 'Để trống: dùng câu mà các dòng khác của phụ lục đang dùng',
  'paper.font-size': 'Cỡ chữ trong bảng',
  'paper.report': 'Báo cáo kết quả thực hiện',
  'paper.report.about':
    'Số liệu, bảng theo lĩnh vực, danh sách quá hạn lấy từ sổ. Chỗ đơn vị phải tự ghi được in nghiêng, tô vàng; bổ trợ không tự nghĩ ra nội dung.',
  'paper.no-download':
    'Excel trên máy này không cho bổ trợ giao tệp, nên báo cáo được ghi ra một trang tính; từ đó in hoặc chép sang Word.',
  'paper.period': 'Kỳ báo cáo',
  'paper.period.Q1': 'Quý I',
  'paper.period.Q2': 'Quý II',
  'paper.period.Q3': 'Quý III',
  'paper.period.Q4': 'Quý IV',
  'paper.period.6M': '6 tháng đầu năm',
  'paper.period.9M': '9 tháng đầu năm',
  'paper.period.Y': 'Năm',
  'paper.year': 'Năm báo cáo',
  'paper.year.wrong': 'Ghi năm bằng bốn chữ số.',
  'paper.on': 'Ngày lập báo cáo',
  'paper.on.hint': 'Kết quả ghi sau ngày này không tính',
  'paper.decree': 'Trình bày theo thể thức Nghị định 30/2020/NĐ-CP; đơn vị kiểm tra lại trước khi ban hành.',
  'report.sheet-done': 'Đã ghi báo cáo ra trang “{sheet}”: {gaps} chỗ cần đơn vị ghi thêm.',
  'print.done': 'Đã lập trang “{sheet}”: {rows} nhiệm vụ, theo thể thức Nghị định 30/2020/NĐ-CP.',
  'print.unchanged': 'Trang “{sheet}” đã đúng với sổ, không có gì thay đổi.',
  'word.done': 'Đã lập phụ lục Word: {rows} nhiệm vụ.',
  'report.done': 'Đã lập báo cáo {period}: {gaps} chỗ cần đơn vị ghi thêm (in nghiêng, tô vàng).',
  'cli.usage.no-period': 'chưa nêu kỳ báo cáo: --period {value}',
  'cli.verb.print': 'lập trang Bản in (phụ lục chính thức, A4 ngang) trong một sổ theo dõi',
  'cli.verb.word': 'xuất phụ lục chính thức ra tệp Word',
  'cli.verb.report': 'lập báo cáo kết quả thực hiện của một kỳ ra tệp Word',
  'cli.option.word-out': 'tệp .docx cần ghi',
  'cli.option.period': 'kỳ báo cáo: Q1, Q2, Q3, Q4, 6M, 9M hoặc Y',
  'cli.option.report-year': 'năm báo cáo',
  'cli.option.report-on': 'ngày lập báo cáo, dạng 2026-06-15; không nêu thì là hôm nay',
  'cli.option.superior': 'cơ quan chủ quản, ghi trên tên đơn vị',
  'cli.option.national-title': 'in Quốc hiệu và Tiêu ngữ',
  'cli.option.font-size': 'cỡ chữ của bảng: 13 hoặc 14',
  'cli.option.print-out': 'tệp .xlsx cần ghi; không nêu thì ghi lại chính sổ',
} as const;
