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
