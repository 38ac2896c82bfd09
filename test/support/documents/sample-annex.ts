/** An annex of our own to lay out in tests: every kind of row there is. */
type PdfSampleTask = {
  tt: string;
  content: string;
  leadUnit: string;
  coordinatingUnit: string;
  product: string;
  timing: string;
};
type PdfSampleSection = { number: string; title: string; tasks: PdfSampleTask[] };

const UNIT = 'Trường Tiểu học Sông Lam';
const NOT_PERFORMED = `${UNIT} không thực hiện nội dung này`;

function createTask(
  tt: string,
  content: string,
  leadUnit: string,
  coordinatingUnit: string,
  product: string,
  timing: string,
): PdfSampleTask {
  return { tt, content, leadUnit, coordinatingUnit, product, timing };
}

export const SAMPLE_HEADERS = [
  'TT',
  'Nội dung nhiệm vụ',
  'Cơ quan chủ trì',
  'Đơn vị phối hợp',
  'Sản phẩm',
  'Thời hạn hoàn thành',
];

export const SAMPLE_SECTIONS: PdfSampleSection[] = [
  {
    number: 'I',
    title: 'Nhóm nhiệm vụ về thư viện và văn hóa đọc',
    tasks: [
      createTask(
        '1',
        'Kiểm kê sách giáo khoa dùng chung của thư viện, lập danh mục sách cần bổ sung cho năm học mới.',
        'Phòng Văn hóa – Xã hội',
        UNIT,
        'Danh mục sách',
        'Tháng 8',
      ),
      createTask(
        '2',
        'Tổ chức ngày hội đọc sách cấp phường; vận động phụ huynh tặng sách cho các tủ sách lớp học, ưu tiên các lớp ở điểm trường lẻ.',
        'Văn phòng',
        NOT_PERFORMED,
        '',
        '',
      ),
      createTask('3', 'Mở cửa thư viện.', 'Phòng Văn hóa – Xã hội', UNIT, 'Báo cáo', 'Hằng tuần'),
      createTask(
        '4',
        'Rà soát nội quy thư viện theo Thông tư số 16/2022/TT-BGDĐT và hướng dẫn của cấp trên, trình hiệu trưởng phê duyệt trước khi niêm yết công khai tại phòng đọc và trên trang thông tin của trường.',
        'Phòng Văn hóa – Xã hội, Văn phòng',
        UNIT,
        'Nội quy, biên bản niêm yết',
        'Quý III, Quý IV',
      ),
    ],
  },
  {
    number: 'II',
    title: 'Nhóm nhiệm vụ về an toàn trường học',
    tasks: [
      createTask(
        '1',
        'Kiểm tra hệ thống điện, nước, phòng cháy tại các dãy phòng học.',
        'Văn phòng',
        UNIT,
        'Biên bản kiểm tra',
        'Trước ngày 15 hằng tháng',
      ),
      createTask(
        '2',
        'Phối hợp công an phường phân luồng giao thông ở cổng trường vào giờ cao điểm, nhất là những ngày mưa lớn.',
        'Công an phường',
        NOT_PERFORMED,
        'Kế hoạch',
        'Khi có yêu cầu',
      ),
      createTask(
        '3',
        'Tập huấn sơ cấp cứu cho giáo viên, nhân viên y tế.',
        '',
        UNIT,
        'Danh sách, hình ảnh',
        'Quý IV',
      ),
      createTask(
        '4',
        'Lắp đặt bổ sung camera tại khu vực nhà xe, bếp ăn và hành lang các tầng; nghiệm thu, bàn giao cho bảo vệ quản lý, có sổ theo dõi và quy chế khai thác hình ảnh.',
        'Văn phòng',
        UNIT,
        'Biên bản nghiệm thu',
        'Năm 2025',
      ),
      createTask('5', 'Thay biển báo.', 'Văn phòng', NOT_PERFORMED, '', ''),
    ],
  },
  {
    number: 'III',
    title: 'Nhóm nhiệm vụ về chuyển đổi số',
    tasks: [
      createTask(
        '1',
        'Số hóa hồ sơ học sinh từ khối 1 đến khối 5.',
        'Phòng Văn hóa – Xã hội',
        UNIT,
        'Hồ sơ số',
        'Trong năm',
      ),
      createTask(
        '2',
        'Bồi dưỡng kỹ năng dùng phần mềm quản lý cho giáo viên chủ nhiệm, mỗi tổ chuyên môn cử ít nhất 02 người làm nòng cốt.',
        'Trung tâm Công nghệ thông tin',
        UNIT,
        'Kế hoạch, báo cáo',
        'Quý II',
      ),
      createTask('3', 'Khai thác học bạ điện tử.', 'Phòng Văn hóa – Xã hội', '', '', ''),
      createTask(
        '4',
        'Công bố danh mục thủ tục thực hiện trực tuyến; hướng dẫn phụ huynh nộp hồ sơ tuyển sinh đầu cấp qua cổng dịch vụ công, không yêu cầu nộp lại bản giấy.',
        'Văn phòng, Trung tâm Công nghệ thông tin',
        UNIT,
        'Thông báo',
        'Tháng 5, Tháng 6',
      ),
    ],
  },
];

/** Rows as a table prints them: a section has its number and title. */
export function listSampleRows(): string[][] {
  return SAMPLE_SECTIONS.flatMap(({ number, title, tasks }) => [
    [number, title],
    ...tasks.map((row) => [row.tt, row.content, row.leadUnit, row.coordinatingUnit, row.product, row.timing]),
  ]);
}
