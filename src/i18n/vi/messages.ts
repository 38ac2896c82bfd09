import { VI_CONSOLIDATION } from './consolidation';
import { VI_DOCUMENTS } from './documents';
import { VI_HEALTH } from './health';
import { VI_LEDGER } from './ledger';
import { VI_PANE } from './pane';
import { VI_PANE_CONSOLIDATION } from './pane-consolidation';
import { VI_PANE_PROGRESS } from './pane-progress';
import { VI_PLAN_READING } from './plan-reading';
import { VI_PROGRESS } from './progress';
import { VI_REPORTS } from './reports';
import { VI_REVIEW } from './review';
import { VI_SETTINGS } from './settings';
import { VI_TIMING } from './timing';

/**
 * Vietnamese is the source: the keys of this file are the keys of every language. Sentences are those of office
 * papers: short, without slang, saying what is and what to do. `{name}` is a figure; a part in [[double brackets]]
 * is left out where one of its figures is not known.
 */
export const VI_MESSAGES = {
  ...VI_DOCUMENTS,
  ...VI_HEALTH,
  ...VI_CONSOLIDATION,
  ...VI_PANE_CONSOLIDATION,
  ...VI_PLAN_READING,
  ...VI_LEDGER,
  ...VI_PANE,
  ...VI_PANE_PROGRESS,
  ...VI_REPORTS,
  ...VI_PROGRESS,
  ...VI_REVIEW,
  ...VI_SETTINGS,
  ...VI_TIMING,
  'command.import-annex': 'Nhập phụ lục',
  'command.summary': 'Xem tổng hợp',
  'command.mark-performed': 'Thực hiện',
  'command.mark-not-performed': 'Không thực hiện',
  'command.clear-mark': 'Bỏ đánh dấu',
  'command.undo': 'Hoàn tác',
  'command.redo': 'Làm lại',

  'place.file': 'tệp {value}',
  'place.sheet': 'trang tính “{value}”',
  'place.cell': 'ô {value}',
  'place.page': 'trang {value}',
  'place.table': 'bảng {value}',
  'place.row': 'hàng {value}',
  'place.task': 'nhiệm vụ {value}',

  'system.ENOSPC': 'đĩa đã đầy',
  'system.EDQUOT': 'hết hạn mức dung lượng',
  'system.EFBIG': 'tệp lớn hơn mức cho phép',
  'system.EACCES': 'không có quyền',
  'system.EPERM': 'không được phép',
  'system.EROFS': 'ổ đĩa chỉ đọc',
  'system.EBUSY': 'đang được dùng',
  'system.ENOENT': 'không có',
  'system.ENOTDIR': 'không phải thư mục',
  'system.EISDIR': 'là thư mục',
  'system.EFTYPE': 'không phải tệp thường: thiết bị hoặc ống dẫn',
  'system.EIO': 'ổ đĩa lỗi',
  'system.ENAMETOOLONG': 'tên quá dài',
  'system.ELOOP': 'liên kết vòng',
  'system.EMFILE': 'mở quá nhiều tệp',
  'severity.error': 'Lỗi',
  'severity.warning': 'Lưu ý',
  'problem.next': 'Việc cần làm: {next}',

  'merge.replace-nonblank': 'Thay bằng nội dung mới, ô trống trong phụ lục mới giữ nguyên nội dung đang có',
  'merge.replace-all': 'Thay toàn bộ theo phụ lục mới, kể cả ô trống',
  'merge.fill-blanks': 'Chỉ điền vào ô đang trống',

  'import.created': 'Đã lập sổ theo dõi: {rows} nhiệm vụ, {sections} lĩnh vực.',
  'import.updated':
    'Đã cập nhật sổ theo dõi[[ · thêm {added}]][[ · thay đổi {changed}]][[ · bỏ {removed}]][[ · giữ nguyên {unchanged}]].',
  'import.printed':
    '{count} nhiệm vụ không thực hiện mà phụ lục vẫn in sản phẩm hoặc thời gian[[: {tasks}]]. Như vậy là bình thường.',
  'import.unchanged': 'Sổ theo dõi đã đúng với phụ lục này, không có gì thay đổi.',
  'import.read': 'Đã đọc {rows} nhiệm vụ từ {file}.',
  'import.edition':
    'Phụ lục[[: {title}]][[, kèm theo văn bản số {number}]][[, ngày {date}]][[, của {issuer}]][[, năm {year}]].',
  'import.table': 'Bảng {number}[[ “{name}”]]: {kind}, {rows} hàng.',
  'import.saved': 'Đã ghi {file}.',
  'import.change.added': 'Thêm {task}: {content}',
  'import.change.changed': 'Sửa {task}, cột “{column}”: “{before}” → “{after}”',
  'import.change.removed': 'Bỏ {task}: {content}',
  'import.change.kept': 'Giữ {task}, không còn trong phụ lục mới: {content}',
  'import.change.more': '… và {count} thay đổi nữa.',

  'summary.total': 'Tổng số nhiệm vụ',
  'summary.performed': 'Thực hiện',
  'summary.notPerformed': 'Không thực hiện',
  'summary.undecided': 'Chưa xác định',
  'summary.done': 'Hoàn thành',
  'summary.byArea': 'Theo lĩnh vực',
  'summary.byLeadUnit': 'Theo đơn vị chủ trì',
  'summary.noLeadUnit': '(chưa ghi đơn vị chủ trì)',
  'summary.other': '(khác)',

  'undo.done': 'Đã hoàn tác: {command}.',
  'redo.done': 'Đã làm lại: {command}.',
  'mark.done': 'Đã đánh dấu {rows} nhiệm vụ.',
  'mark.unchanged': 'Các nhiệm vụ đã chọn vốn đã được đánh dấu như vậy.',

  'demo.start': 'Thư viện office.js {version} của Microsoft chạy với Excel cục bộ, không cần mạng.',
  'demo.blank-sheet': 'Trang 1',
  'demo.step.import': '1. Nhập phụ lục từ tệp Word vào một sổ trống',
  'demo.step.again': '2. Nhập lại phụ lục ấy từ tệp Excel',
  'demo.step.mark': '3. Đánh dấu: xác định một nhiệm vụ, chuyển hai nhiệm vụ sang không thực hiện',
  'demo.step.undo': '4. Hoàn tác lần đánh dấu sau cùng',
  'demo.step.reissue': '5. Nhập phụ lục điều chỉnh, giữ kết quả đã ghi',
  'demo.more': '… và {count} lưu ý nữa.',
  'demo.equal': 'Sổ trở lại đúng như trước.',
  'demo.differs': 'Sổ KHÔNG trở lại như trước.',
  'demo.end': 'Xong: {requests} yêu cầu gửi tới Excel, {kilobytes} kB.',

  'cli.usage': 'Cách dùng: phuluc VIỆC [tham số] [--lang vi|en]',
  'cli.verbs': 'Các việc:',
  'cli.warnings': '{count} điều cần lưu ý:',
  'cli.verb.import':
    'đọc phụ lục từ tệp Word, Excel, PDF, HTML hoặc văn bản; in ra hoặc lập sổ theo dõi của đơn vị (sổ đã có thì cập nhật, kết quả đã ghi được giữ); kế hoạch dạng văn xuôi thì in ra',
  'cli.verb.summary': 'in số liệu của trang Tổng hợp trong một sổ theo dõi',
  'cli.option.json': 'in một đối tượng JSON',
  'cli.option.unit': 'tên đơn vị (trường) lập sổ',
  'cli.option.unit-code': 'mã đơn vị',
  'cli.option.out': 'tệp .xlsx cần ghi; nếu đã có thì phụ lục được nhập vào tệp ấy',
  'cli.option.into': 'sổ đang có để nhập vào; không kèm -o thì ghi lại chính tệp này',
  'cli.option.merge':
    'cách nhập khi đã có nội dung: replace-nonblank (mặc định), replace-all hoặc fill-blanks',
  'cli.option.table': 'bảng cần nhập, theo số đã liệt kê (“2”, “1,3”), hoặc all để lấy mọi bảng nhiệm vụ',
  'cli.option.columns': 'gán cột theo số thứ tự, ví dụ "Nội dung=2, Chủ trì=3, Thời gian=5"',
  'cli.option.annex-year':
    'năm của phụ lục (2026, hoặc 2025-2026 cho năm học), dùng cho mọi nhiệm vụ khi tài liệu không ghi năm',
  'cli.option.as-tasks':
    'lấy các hàng làm nhiệm vụ dù bảng có vẻ là loại khác (tiêu chí, chỉ tiêu, dự toán…)',
  'cli.option.no-progress': 'không lập, không cập nhật trang Tiến độ khi ghi vào sổ',
  'cli.usage.table': 'bảng “{value}” không đúng; viết số bảng, ví dụ 2 hoặc 1,3, hoặc all',
  'cli.usage.annex-year': 'năm “{value}” không đúng; viết 2026, hoặc 2025-2026 cho năm học',
  'cli.usage.columns':
    'cách gán cột “{value}” không đúng; viết tên cột = số thứ tự, cách nhau bằng dấu phẩy, ví dụ "Nội dung=2, Chủ trì=3"',
  'cli.usage.unknown-verb': 'không có việc “{value}”',
  'cli.usage.no-verb': 'chưa nêu việc cần làm',
  'cli.usage.arguments': 'cần {expected} tệp, đã nêu {given}',
  'cli.usage.option': 'tham số không đúng: {value}',
  'cli.usage.choice': 'giá trị “{value}” không dùng được cho --{option}; chọn {choices}',
} as const;

export type MessageKey = keyof typeof VI_MESSAGES;
