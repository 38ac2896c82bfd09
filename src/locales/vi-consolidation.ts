/** Words for issuing workbooks to units and consolidating what comes back. */
export const viConsolidation = {
  'command.issue-workbooks': 'Phát hành',
  'command.consolidate': 'Tổng hợp đơn vị',

  'issue.done': 'Đã lập {made} sổ cho {units} đơn vị: {rows} nhiệm vụ mỗi sổ, vào {folder}.',
  'issue.kept': 'Giữ nguyên {kept} sổ đã có.',

  'cli.verb.issue': 'lập sổ theo dõi cho từng đơn vị trong danh sách, từ phụ lục của cơ quan',
  'cli.option.units':
    'danh sách đơn vị (CSV): mã, tên, tên khác, loại, cấp trên, từ ngày, đến ngày; dòng đầu là tên cột',
  'cli.option.defaults':
    'mặc định theo loại đơn vị (CSV): loại, mã nhiệm vụ hoặc lĩnh vực hoặc *, thực hiện hay không, lý do',
  'cli.option.folder': 'thư mục ghi các sổ',
  'cli.usage.no-units': 'chưa nêu danh sách đơn vị; dùng --units',
  'cli.usage.no-folder': 'chưa nêu thư mục ghi; dùng -o',
} as const;

export const viConsolidationProblems = {
  'no-units': {
    what: 'Danh sách không có đơn vị nào.',
    next: 'Chọn danh sách có cột mã đơn vị và cột tên đơn vị.',
  },
  'unit-incomplete': {
    what: 'Dòng này của danh sách đơn vị thiếu mã hoặc thiếu tên[[: “{text}”]].',
    next: 'Ghi đủ mã và tên; mã là căn cứ để nhận ra đơn vị.',
  },
  'unit-code-twice': {
    what: 'Mã đơn vị “{text}” có ở hai dòng của danh sách.',
    next: 'Mỗi đơn vị một mã riêng; sửa hoặc bỏ một trong hai dòng.',
  },
  'unit-date': {
    what: 'Ngày “{text}” của đơn vị không đọc được.',
    next: 'Ghi ngày/tháng/năm, ví dụ 01/7/2025, hoặc để trống.',
  },
  'kind-default': {
    what: 'Dòng mặc định theo loại không dùng được[[: “{text}”]].',
    next: 'Cột hai là mã nhiệm vụ (IV.8), số lĩnh vực (IV) hoặc *; cột ba là “Thực hiện”, “Không thực hiện” hoặc để trống.',
  },
  'already-issued': {
    what: 'Sổ của đơn vị đã có trong thư mục nên được giữ nguyên.',
    next: 'Nếu muốn lập lại thì chuyển tệp cũ sang chỗ khác rồi chạy lại.',
  },
  'status-unclear': {
    what: 'Không hiểu trạng thái “{value}”.',
    next: 'Chọn một trạng thái trong danh sách: chưa thực hiện, đang thực hiện, hoàn thành, không phát sinh.',
  },
  'applicability-unclear': {
    what: 'Không rõ “{value}” là thực hiện hay không thực hiện.',
    next: 'Hỏi lại đơn vị, hoặc chọn “Thực hiện” hay “Không thực hiện”.',
  },
  'status-contradicts': {
    what: 'Cột trạng thái ghi “{value}” nhưng cột áp dụng ghi thực hiện.',
    next: 'Hỏi lại đơn vị nhiệm vụ này có thực hiện hay không.',
  },
  'record-missing': {
    what: 'Sổ có bảng nhiệm vụ nhưng không còn trang ẩn ghi mã đơn vị.',
    next: 'Kiểm tra tên đơn vị đã nhận ra có đúng không.',
  },
  'read-timeout': {
    what: 'Đọc tệp quá {seconds} giây nên đã dừng.',
    next: 'Mở tệp bằng Excel, lưu lại rồi đọc lần nữa.',
  },
  'reader-stopped': {
    what: 'Bộ đọc dừng giữa chừng ở tệp này.',
    next: 'Mở tệp bằng Excel, lưu lại rồi đọc lần nữa; nếu vẫn lỗi, gửi tệp cho người hỗ trợ.',
  },
} as const;
