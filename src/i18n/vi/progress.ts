import type { LogProblem } from '../../progress/problem-codes';
import type { ProblemMessage } from '../fill-template';

/** Words of the log of progress: its commands, its verbs of the command line. */
export const VI_PROGRESS = {
  'command.look-at-progress': 'Xem tiến độ',
  'command.renew-progress': 'Cập nhật sổ tiến độ',
  'command.record-progress': 'Ghi hoàn thành',
  'command.settle-timing': 'Xác định thời hạn',
  'command.change-settings': 'Thay đổi cấu hình',
  'command.export-calendar': 'Xuất lịch hạn (.ics)',
  'command.carry-over': 'Lấy kết quả của năm trước',
  'command.show-events': 'Đến dòng trên trang Tiến độ',

  'progress.renewed':
    'Đã cập nhật trang Tiến độ[[ · thêm {added}]][[ · thay đổi {updated}]][[ · dời {moved}]][[ · bỏ {removed}]][[ · giữ nguyên {kept}]][[ · không còn trong phụ lục {orphan}]].',
  'progress.unchanged': 'Trang Tiến độ đã đúng với phụ lục.',

  'calendar.written': 'Đã ghi {events} hạn vào {file}.',

  'agenda.title': 'Việc cần làm, tính đến ngày {date}',
  'agenda.overdue': 'Quá hạn',
  'agenda.coming': 'Đến hạn trong {days} ngày tới',
  'agenda.needsReview': 'Cần xem lại thời hạn',
  'agenda.none': 'không có',
  'agenda.late': 'quá {days} ngày',
  'agenda.left': 'còn {days} ngày',
  'agenda.today': 'hôm nay',
  'agenda.blank-timing': 'chưa ghi thời gian',

  'cli.verb.agenda': 'in việc quá hạn, việc sắp đến hạn và thời hạn cần xem lại của một sổ theo dõi',
  'cli.verb.calendar':
    'ghi các hạn của một sổ theo dõi ra tệp lịch .ics; ghi lại thì cập nhật, không nhân đôi',
  'cli.option.on': 'ngày cần xem (năm-tháng-ngày); mặc định: ngày của sổ',
  'cli.option.days': 'số ngày nhìn tới (mặc định: 30)',
  'cli.option.lead': 'chỉ việc của đơn vị chủ trì này',
  'cli.option.ics': 'tệp .ics cần ghi',
  'cli.option.person': 'chỉ việc của người phụ trách này',
  'cli.option.alarms': 'nhắc trước hạn bấy nhiêu ngày, ví dụ "7,1"; "" để không nhắc',
  'cli.usage.alarms':
    'số ngày nhắc “{value}” không đúng; viết như 7,1 (mỗi số không quá 365, nhiều nhất năm số)',
  'command.assign-person': 'Giao người phụ trách',
  'cli.usage.days': 'số ngày “{value}” không đúng; viết một số từ 0 đến 3660',
  'cli.usage.no-out': 'chưa nêu tệp cần ghi; thêm -o TỆP.ics',
} as const;

export const VI_PROGRESS_PROBLEMS: Record<LogProblem, ProblemMessage> = {
  'no-progress-sheet': {
    what: 'Sổ chưa có trang Tiến độ.',
    next: 'Chọn “Cập nhật sổ tiến độ” để lập trang này từ phụ lục.',
  },
  'no-occurrence-selected': {
    what: 'Chưa chọn dòng nào để ghi.',
    next: 'Chọn dòng trên trang Tiến độ, hoặc nhiệm vụ trên trang Phụ lục, rồi làm lại.',
  },
  'log-rows-kept': {
    what: 'Có {count} dòng đã ghi kết quả nhưng không còn trong phụ lục: {tasks}.',
    next: 'Các dòng này được giữ và đánh dấu trên trang Tiến độ; xóa khi không cần nữa.',
  },
  'recorded-on-task': {
    what: 'Kết quả ghi ở trang Phụ lục đã chuyển sang mọi lần của nhiệm vụ trên trang Tiến độ: {tasks}.',
    next: 'Xem lại từng lần trên trang Tiến độ; từ nay ghi kết quả ở đó.',
  },
  'setting-unread': {
    what: 'Ô “{setting}” trên trang Cấu hình không đọc được[[: “{value}”]]; tạm dùng giá trị mặc định.',
    next: 'Sửa ô này theo chú thích bên cạnh.',
  },
  'meaning-not-read': {
    what: 'Chưa hiểu thời hạn “{words}”.',
    next: 'Viết cách khác, ví dụ “30/6/2026” hoặc “Trước ngày 08 hàng tháng”.',
  },
  'task-not-found': {
    what: 'Không có nhiệm vụ {task} trong phụ lục.',
    next: 'Kiểm tra cột “Mã” trên trang Phụ lục.',
  },
  'nothing-to-carry': {
    what: 'Không có kết quả nào của năm trước áp dụng được cho phụ lục này.',
    next: 'Kiểm tra lại tệp của năm trước.',
  },
};
