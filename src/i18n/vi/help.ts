import type { HelpPage } from '../help-page';

/** By the key of the tab. Loaded when help is opened. */
export const VI_HELP = {
  import: {
    steps: [
      'Chọn tệp Word, Excel, PDF hoặc HTML của phụ lục; kéo thả vào ngăn, dán bảng đã chép, hay dùng trang tính đang mở.',
      'Xem các dòng tìm thấy. Những điều cần lưu ý đứng đầu; dòng chưa chắc phải xem rồi mới ghi được.',
      'Nhập tên và mã đơn vị, xem những gì sẽ thay đổi, rồi bấm “Ghi vào sổ”.',
      'Có bản điều chỉnh thì nhập lại như trên: kết quả đã ghi được giữ.',
    ],
    keys: [],
  },
  mark: {
    steps: [
      'Chọn nhiệm vụ trong danh sách hoặc chọn dòng trong trang Phụ lục; hai bên đi theo nhau.',
      'Bấm “Thực hiện” hay “Không thực hiện”. Chọn lý do; danh sách lý do sửa được ở trang Danh mục.',
      'Muốn đánh dấu nhiều nhiệm vụ: tích ô trước từng nhiệm vụ (hoặc giữ Ctrl, Shift khi bấm), bấm “Chọn cả lĩnh vực”, hoặc lọc rồi chọn “cả danh sách”.',
    ],
    keys: [
      ['J, ↓', 'nhiệm vụ sau'],
      ['K, ↑', 'nhiệm vụ trước'],
      ['Phím cách', 'chọn thêm, bỏ chọn nhiệm vụ này'],
      ['Shift + ↓, ↑', 'chọn tiếp'],
      ['Ctrl + A', 'chọn hết'],
      ['T', 'thực hiện'],
      ['N', 'không thực hiện'],
      ['X', 'bỏ đánh dấu'],
    ],
  },
  progress: {
    steps: [
      'Trang Tiến độ được lập khi nhập phụ lục; mỗi kỳ hạn của một nhiệm vụ là một dòng.',
      'Chọn việc, ghi ngày hoàn thành kèm minh chứng hoặc giải trình; ở đó cũng giao được người phụ trách.',
      'Thời gian nào máy chưa đọc được nằm ở “Cần xem lại”: chọn ngày, chọn kỳ lặp, hoặc “không có hạn”.',
      'Trang Lịch và trang Tổng hợp tự đổi theo.',
    ],
    keys: [
      ['J, ↓', 'việc sau'],
      ['K, ↑', 'việc trước'],
      ['Shift + ↓, ↑', 'chọn thêm'],
      ['H', 'hoàn thành'],
    ],
  },
  summary: {
    steps: [
      'Số liệu lấy từ trang Tổng hợp, là công thức sống: sửa sổ bằng tay vẫn đúng.',
      'Bấm một số liệu để xem các dòng của nó trong danh sách và trong trang tính.',
      'Tỉ lệ hoàn thành tính trên số nhiệm vụ thực hiện; nhiệm vụ không thực hiện không vào mẫu số.',
    ],
    keys: [],
  },
  paper: {
    steps: [
      'Bản in: lập hoặc làm mới trang Bản in theo thể thức Nghị định 30; độ rộng cột sửa tay được giữ.',
      'Phụ lục Word: tải về tệp .docx với bảng thật, tiêu đề lặp ở mỗi trang.',
      'Báo cáo kết quả: chọn kỳ, tải về rồi điền những chỗ được đánh dấu; bổ trợ không tự đặt ra số liệu.',
    ],
    keys: [],
  },
  consolidation: {
    steps: [
      'Dành cho cán bộ tổng hợp: mở một sổ trống (hoặc sổ tổng hợp đã có), chọn phụ lục của cơ quan và danh sách đơn vị.',
      'Chọn hoặc kéo vào tất cả các tệp đơn vị đã gửi; tệp không đọc được có lý do, không tệp nào bị bỏ qua.',
      'Trả lời các câu hỏi (tệp của ai, dùng tệp nào), xem trước rồi “Ghi vào sổ”. Chạy lại khi có tệp mới: chỗ cán bộ đã sửa và ghi chú được giữ.',
      'Bấm một số liệu để xem các dòng của nó, mỗi dòng ghi tệp và ô đã đọc.',
    ],
    keys: [],
  },
  history: {
    steps: [
      'Mỗi thao tác của bổ trợ là một dòng; “Hoàn tác” lùi từng bước, kể cả sau khi đóng mở lại sổ. Không lưu ai đã làm.',
      'Nút ở từng dòng hoàn tác riêng dòng ấy, nếu sau đó không có thao tác nào sửa cùng những ô ấy; nếu có, bổ trợ nói phải hoàn tác thao tác nào trước.',
      '“Kiểm tra sổ” tìm những chỗ làm số liệu sai (bảng bị chuyển thành vùng, tiêu đề bị đổi, chữ không được tính…) và sửa các mục bạn chọn.',
    ],
    keys: [],
  },
  settings: {
    steps: [
      'Ghi tên, mã và tên gọi khác của đơn vị; tên mới được sửa ở các trang có ghi tên.',
      'Cơ quan cấp trên và nơi nhận ghi theo ngày: văn bản trước và sau một lần đổi tên đều in đúng tên của ngày ấy.',
      'Lịch báo cáo và cách tính hạn có sẵn theo lệ thường; sửa cho đúng nơi của đơn vị.',
      'Bấm “Xem trước thay đổi”, rồi “Ghi vào sổ”. Một lần ghi là một dòng trong Lịch sử, hoàn tác được.',
    ],
    keys: [],
  },
} as const satisfies Record<string, HelpPage>;
