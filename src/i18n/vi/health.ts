/** What the check-up of a workbook finds (`what`), and what to do about it. */
export const VI_HEALTH = {
  'command.check-up': 'Kiểm tra sổ',
  'command.show-place': 'Đến một chỗ trong sổ',
  'check-up.start': 'Kiểm tra sổ',
  'check-up.about':
    'Tìm những chỗ làm số liệu sai hoặc khiến bổ trợ không ghi được, rồi sửa những mục bạn chọn.',
  'check-up.proposal': 'Sổ này có {count} chỗ cần xem, có thể làm sai số liệu.',
  'check-up.later': 'Để sau',
  'check-up.none': 'Sổ không có gì phải sửa.',
  'check-up.found': 'Tìm thấy {count} chỗ cần xem.',
  'check-up.mend': 'Sửa {count} mục đã chọn',
  'check-up.mended': 'Đã sửa {count} mục.',
  'check-up.by-hand': 'Bạn cần sửa:',
  'check-up.choose': 'Chọn sửa: {what}',
  'check-up.show': 'Đến chỗ này',
  'check-up.more': '… và {count} chỗ nữa.',

  'trouble.table-lost':
    'Bảng nhiệm vụ ({rows} dòng) không còn là bảng Excel. Sẽ lập lại bảng trên chính vùng ấy.',
  'trouble.table-renamed': 'Bảng nhiệm vụ mang tên “{table}”. Sẽ đặt lại tên “{name}”.',
  'trouble.header-row-off': 'Bảng “{table}” đang tắt hàng tiêu đề. Sẽ bật lại hàng tiêu đề.',
  'trouble.table-copied':
    'Bảng “{table}” là bản chép; số liệu chỉ tính theo trang “{counted}”. Giữ trang nào thì xóa trang kia.',
  'trouble.no-tasks': 'Không tìm thấy bảng nhiệm vụ. Hãy mở bản sao gần nhất hoặc nhập lại phụ lục.',
  'trouble.header-renamed': 'Cột “{column}” đang mang tiêu đề “{header}”. Sẽ ghi lại tiêu đề.',
  'trouble.column-gone': 'Thiếu cột “{column}”. Sẽ thêm một cột trống ở cuối bảng.',
  'trouble.ids-missing': 'Dòng chưa có mã nhiệm vụ[[. Sẽ ghi mã {word}]].',
  'trouble.id-doubled': 'Mã {value} đã có ở ô {other}. Hãy đổi mã hoặc xóa một dòng.',
  'trouble.mark-elsewhere':
    'Cột {column} ghi “{value}” mà cột Áp dụng để trống nên trang Tổng hợp chưa tính. Sẽ ghi “{word}” vào cột Áp dụng.',
  'trouble.document-differs':
    'Cột Văn bản ghi “{value}” nhưng mã {task} là của văn bản khác[[. Sẽ ghi {word}]]. Hãy xem lại trước khi sửa.',
  'trouble.document-unknown': 'Cột Văn bản ghi “{value}”, sổ không có văn bản ấy[[. Sẽ ghi {word}]].',
  'trouble.document-missing': 'Cột Văn bản để trống ở nhiệm vụ {task}[[. Sẽ ghi {word}]].',
  'trouble.status-typed':
    'Trang Văn bản ghi tình trạng của {name} là “{value}”, số liệu chưa tính theo[[. Sẽ đặt tình trạng: {word}]].',
  'trouble.words-unlisted': 'Cột {column}: “{value}” không được tính. Sẽ ghi là “{word}”.',
  'trouble.words-unclear': 'Cột {column}: “{value}” không có trong danh sách chọn. Hãy chọn lại.',
  'trouble.date-as-text': 'Cột {column}: ngày “{value}” đang là chữ. Sẽ ghi thành ngày.',
  'trouble.date-unread': 'Cột {column}: “{value}” không phải là một ngày. Hãy nhập dạng ngày/tháng/năm.',
  'trouble.date-impossible': 'Cột {column}: ngày {value} không thể đúng. Hãy nhập lại ngày.',
  'trouble.done-in-future': 'Cột {column}: ngày {value} còn ở tương lai. Hãy sửa ngày hoặc trạng thái.',
  'trouble.done-before-annex':
    'Cột {column}: ngày {value} trước ngày ban hành phụ lục ({other}). Hãy xem lại.',
  'trouble.content-missing':
    'Dòng[[ mã {task}]] không có nội dung công việc nên không được tính. Hãy ghi nội dung, hoặc xóa dòng.',
  'trouble.annex-hidden':
    'Trang “{counted}” đang ẩn, nhưng số liệu tính theo trang ấy. Hãy bỏ ẩn, hoặc xóa trang chép thừa.',
  'trouble.cell-error': 'Cột {column}: ô báo lỗi {value}. Hãy sửa hoặc xóa công thức trong ô.',
  'trouble.summary-gone': 'Không còn trang Tổng hợp. Sẽ lập lại.',
  'trouble.summary-broken':
    'Trang Tổng hợp có công thức hỏng. Sẽ lập lại; ghi chú riêng trên trang ấy sẽ mất.',
  'trouble.lists-gone': 'Không còn trang Danh mục nên các ô chọn trống. Sẽ lập lại.',
  'trouble.sheet-protected':
    'Trang đang được bảo vệ, bổ trợ không ghi được. Vào Xem lại → Bỏ bảo vệ trang tính.',
  'trouble.schema-newer': 'Sổ do bản bổ trợ mới hơn lập. Hãy cập nhật bổ trợ.',
} as const;
