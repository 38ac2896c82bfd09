/** Words for the ledger beyond one workbook: folders of Parquet and their totals. */
export const VI_LEDGER = {
  'cli.verb.totals': 'in số liệu của sổ cái (thư mục do consolidate --ledger ghi) bằng DuckDB',
  'cli.option.ledger': 'thư mục sổ cái cần ghi: mọi dòng, dạng Parquet, kèm câu lệnh SQL',
  'cli.option.ledger-read': 'thư mục sổ cái; nhiều sổ cái ghi theo phần thì nêu từng thư mục',
  'cli.option.sheet-rows':
    'số dòng nhiều nhất trên trang Dữ liệu; nhiều hơn thì trang ấy giữ phần cần xem, toàn bộ vào sổ cái (mặc định: như Excel)',
  'cli.option.day': 'tính đến ngày (năm-tháng-ngày; mặc định: ngày của sổ cái)',
  'cli.option.query': 'chỉ in một tổng số, ví dụ by-area hoặc overdue',
  'cli.usage.sheet-rows': 'số dòng phải là số nguyên từ 1 đến 1.048.572, không phải “{value}”',
  'cli.usage.no-ledger': 'chưa nêu thư mục sổ cái; dùng --ledger',

  'ledger.written': 'Đã ghi sổ cái vào {folder}: {rows} dòng, {files} tệp, {megabytes} MB.',
  'ledger.unchanged': 'Sổ cái ở {folder} đã đúng như vậy ({rows} dòng), không tệp nào bị ghi lại.',

  'totals.asOf': 'Tính đến ngày {day}; {rows} dòng trong sổ cái.',
  'totals.none': '(không có)',
  'totals.more': '… và {count} dòng nữa; xem đủ bằng --query {query}.',
  'totals.required': 'Tổng số',
  'totals.performed': 'Thực hiện',
  'totals.notPerformed': 'Không TH',
  'totals.undecided': 'Chưa rõ',
  'totals.done': 'Hoàn thành',
  'totals.overdue': 'Quá hạn',
  'totals.needsReview': 'Xem lại',
} as const;

export const VI_LEDGER_PROBLEMS = {
  'not-a-ledger': {
    what: 'Thư mục này không phải sổ cái của phuluc[[ ({reason})]].',
    next: 'Chọn thư mục mà lệnh consolidate --ledger đã ghi; để ghi sổ cái mới thì chọn thư mục trống hoặc chưa có.',
  },
  'ledger-damaged': {
    what: 'Sổ cái bị hỏng hoặc thiếu tệp[[: {part}]].',
    next: 'Chép lại từ bản sao lưu, hoặc chuyển thư mục này sang chỗ khác rồi tổng hợp lại từ các sổ đã nhận.',
  },
  'ledger-newer': {
    what: 'Sổ cái do bản phần mềm mới hơn ghi.',
    next: 'Cập nhật phuluc rồi chạy lại.',
  },
  'ledger-part-differs': {
    what: 'Sổ cái này khác phụ lục, cấp tổng hợp, ngày tính hoặc phiên bản với sổ cái {folder}, nên số liệu không cộng được.',
    next: 'Tổng hợp lại phần ấy với cùng --annex, --level, --as-of; chỉ khác ngày thì thêm --day.',
  },
  'ledger-parts-share-units': {
    what: 'Có {count} đơn vị mà dòng nằm trong nhiều sổ cái, sẽ bị đếm hai lần: {units}.',
    next: 'Để tệp của mỗi đơn vị ở một phần rồi tổng hợp lại các phần có nó.',
  },
  'ledger-as-before': {
    what: 'Lần ghi trước bị dừng giữa chừng; sổ cái vẫn là bản trước lần ấy.',
    next: 'Chạy tổng hợp lại để ghi bản mới.',
  },
  'ledger-completed': {
    what: 'Lần ghi trước bị dừng lúc đã ghi đủ; sổ cái là bản mới của lần ấy.',
    next: 'Không phải làm gì thêm.',
  },
  'ledger-interrupted': {
    what: 'Việc ghi sổ cái bị dừng giữa chừng[[ ({reason})]]; trong thư mục có bản cũ hoặc bản mới chưa đặt vào chỗ.',
    next: 'Kiểm tra quyền ghi và dung lượng rồi chạy lại: lần chạy sau tự khôi phục và báo là bản nào.',
  },
  'ledger-guide-old': {
    what: 'Sổ cái đã là bản mới, nhưng README và các tệp trong thư mục sql có thể vẫn là bản cũ[[ ({reason})]].',
    next: 'Đóng các tệp ấy, kiểm tra quyền ghi rồi chạy lại; chưa chạy các tệp SQL ấy.',
  },
  'ledger-ahead': {
    what: 'Sổ cái đã được ghi bản mới nhưng sổ Excel thì chưa: hai nơi đang khác nhau.',
    next: 'Chạy lại lệnh khi ghi được sổ Excel.',
  },
  'ledger-needed': {
    what: 'Trang Dữ liệu của sổ này chỉ giữ một phần; toàn bộ số liệu ở sổ cái[[ {folder}]].',
    next: 'Tổng hợp bằng dòng lệnh với --ledger trỏ tới thư mục ấy.',
  },
  'ledger-too-long': {
    what: 'Có {rows} dòng, nhiều hơn một trang tính giữ được ({limit}).',
    next: 'Tổng hợp bằng dòng lệnh: phuluc consolidate với --ledger; trang Dữ liệu khi ấy giữ phần cần xem.',
  },
  'no-duckdb': {
    what: 'Máy này chưa có DuckDB cho {platform}[[ ({reason})]].',
    next: 'Chạy npm install trên chính máy này, hoặc chạy các tệp trong thư mục sql của sổ cái trên DuckDB, Spark hay Trino khác.',
  },
} as const;
