/**
 * The annex that the samples print: an invented ward and school, our own words. As uneven as real annexes are: marked
 * rows with and without a final dot, rows that contradict themselves or lack a cell, one that says nothing, slips of
 * the pen, a lead unit given as "nt", old and new tone placement.
 */

export const WARD = 'phường Đồng Sen';
export const SCHOOL = 'Trường Mầm non Nắng Mai';
const NOT_PERFORMED = 'không thực hiện nội dung này';

/** What the coordinating cell says: the school alone, the school with the marker (with or without a dot), nothing. */
export type SampleMark = 'performs' | 'not' | 'not.' | 'blank';

export type SampleTask = {
  content: string;
  /** As printed; "nt" stands for the lead unit above. */
  lead: string;
  mark: SampleMark;
  product: string;
  timing: string;
};
export type SampleSection = { title: string; tasks: SampleTask[] };
export type SampleEdition = {
  number: string;
  /** ISO date. */
  date: string;
  title: string[];
  year: number;
  sections: SampleSection[];
};

export function formatCoordinatingCell(mark: SampleMark): string {
  return {
    performs: SCHOOL,
    not: `${SCHOOL} ${NOT_PERFORMED}`,
    'not.': `${SCHOOL} ${NOT_PERFORMED}.`,
    blank: '',
  }[mark];
}

const OFFICE = 'Văn phòng HĐND và UBND';
const CULTURE = 'Phòng Văn hóa – Xã hội';
const ECONOMY = 'Phòng Kinh tế, Hạ tầng và Đô thị';
const SERVICE = 'Trung tâm Phục vụ hành chính công';

function createTask(content: string, lead: string, mark: SampleMark, product = '', timing = ''): SampleTask {
  return {
    content,
    lead,
    mark,
    product,
    timing,
  };
}

const SECTIONS: SampleSection[] = [
  {
    title: 'Công tác chỉ đạo, điều hành',
    tasks: [
      createTask(
        'Xây dựng kế hoạch cải cách hành chính năm 2026 của đơn vị, nêu rõ từng đầu việc, người phụ trách và ngày hoàn thành.',
        OFFICE,
        'performs',
        'Kế hoạch',
        'Trước ngày 31/01/2026',
      ),
      createTask(
        'Cử một thành viên Ban giám hiệu làm đầu mối theo dõi cải cách hành chính, gửi họ tên và số điện thoại về phường.',
        OFFICE,
        'performs',
        'Quyết định phân công',
        'Tháng 02/2026',
      ),
      createTask(
        'Giao ban chuyên đề về cải cách hành chính giữa phường với Ban điều hành các khu phố.',
        OFFICE,
        'not',
      ),
      createTask(
        'Tự kiểm tra việc thực hiện nhiệm vụ tại đơn vị; lập biên bản, nêu cách khắc phục đối với từng thiếu sót.',
        OFFICE,
        'performs',
        '- Biên bản kiểm tra\n- Báo cáo khắc phục',
        'Quý II, Quý IV',
      ),
      createTask(
        'Báo cáo kết quả cải cách hành chính theo biểu mẫu của phường, số liệu tính đến ngày 14 của tháng cuối kỳ.',
        OFFICE,
        'performs',
        'Báo cáo',
        'Trước ngày 20 tháng cuối quý',
      ),
      createTask(
        'Kiện toàn Tổ công tác cải cách hành chính của phường và sửa quy chế làm việc của Tổ.',
        OFFICE,
        'not',
      ),
      createTask(
        'Điền kết quả nhiệm vụ được giao vào bảng theo dõi chung để phường chấm điểm thi đua.',
        OFFICE,
        'performs',
        'Bảng theo dõi đã cập nhật',
        'Trước ngày 05 hằng tháng',
      ),
    ],
  },
  {
    title: 'Cải cách thể chế',
    tasks: [
      createTask(
        'Góp ý các dự thảo văn bản về giáo dục mầm non do phường soạn thảo, kể cả khi không có ý kiến khác.',
        CULTURE,
        'performs',
        'Văn bản góp ý',
        'Khi có yêu cầu',
      ),
      createTask(
        'Xem lại các quy chế, nội quy do nhà trường ban hành; đề xuất sửa những điều không còn phù họp.',
        CULTURE,
        'performs',
        'Báo cáo,\ndanh mục quy chế cần sửa',
        '6/2026',
      ),
      createTask(
        'Tự kiểm tra nghị quyết, quyết định có chứa quy phạm pháp luật của phường đã ban hành trong hai năm gần đây.',
        OFFICE,
        'not.',
        'Báo cáo',
        'Trong năm',
      ),
    ],
  },
  {
    title: 'Cải cách thủ tục hành chính',
    tasks: [
      createTask(
        'Niêm yết thủ tục tuyển sinh, chuyển trường và các khoản thu tại bảng tin, đồng thời đăng trên trang thông tin của trường.',
        SERVICE,
        'performs',
        'Bảng niêm yết, đường dẫn bài đăng',
        'Thường xuyên',
      ),
      createTask(
        'Nhận hồ sơ tuyển sinh trẻ mẫu giáo qua mạng, có người hỗ trợ cha mẹ trẻ ngay tại điểm trường.',
        `${SERVICE}; ${CULTURE}`,
        'performs',
        'Thông báo tuyển sinh',
        'Từ 01/7/2026 đến 15/8/2026',
      ),
      createTask('Bố trí công chức trực quầy một cửa vào buổi sáng thứ Bảy.', SERVICE, 'not'),
      createTask(
        'Công bố thời gian cấp từng loại giấy xác nhận của trường; không đòi giấy tờ đã có trong hồ sơ của trẻ.',
        SERVICE,
        'performs',
        'Thông báo',
        'Quý I',
      ),
      createTask(
        'Trả lời góp ý của cha mẹ trẻ gửi qua hộp thư, đường dây nóng; việc vượt thẩm quyền thì chuyển phường bằng văn bản.',
        OFFICE,
        'performs',
        'Sổ theo dõi,\nvăn bản trả lời',
        'Chậm nhất 05 ngày làm việc kể từ ngày nhận',
      ),
      createTask(
        'Chấm điểm việc giải quyết hồ sơ của từng phòng chuyên môn trên Cổng Dịch vụ công.',
        OFFICE,
        'not.',
      ),
    ],
  },
  {
    title: 'Cải cách tổ chức bộ máy',
    tasks: [
      createTask(
        'Đối chiếu số người hiện có với đề án vị trí việc làm, báo cáo số thừa, thiếu của từng vị trí.',
        CULTURE,
        'performs',
        'Báo cáo',
        'Quý II',
      ),
      createTask(
        'Sắp xếp tổ chuyên môn, tổ văn phòng theo Điều lệ trường mầm non và số nhóm, lớp của năm học mới.',
        CULTURE,
        'performs',
        'Quyết định',
        'Tháng 9',
      ),
      createTask('Lập phương án nhập các điểm trường lẻ có dưới ba nhóm, lớp.', CULTURE, 'not'),
      createTask('Thẩm định hồ sơ bổ nhiệm lại cán bộ quản lý các trường thuộc phường.', 'nt', 'not.'),
      createTask(
        'Ký quy chế phối hợp giữa nhà trường với Trạm Y tế và Công an phường để bảo đảm an toàn cho trẻ.',
        'Trạm Y tế, Công an phường',
        'performs',
        'Quy chế phối hợp',
        'Tháng 3/2026',
      ),
      createTask(
        'Ghi thành văn bản những việc Hiệu trưởng uỷ quyền cho Phó Hiệu trưởng và thời hạn uỷ quyền.',
        '',
        'performs',
        'Văn bản uỷ quyền',
        'Theo kế hoạch của đơn vị',
      ),
    ],
  },
  {
    title: 'Cải cách chế độ công vụ',
    tasks: [
      createTask(
        'Xếp loại viên chức theo sản phẩm công việc cụ thể của từng người, công khai kết quả trước hội đồng trường.',
        CULTURE,
        'performs',
        'Biên bản họp,\nbảng tổng hợp xếp loại',
        'Hằng quý',
      ),
      createTask(
        'Cử giáo viên dự lớp bồi dưỡng kỹ năng số do phường hoặc thành phố mở.',
        CULTURE,
        'performs',
        'Danh sách cử đi học',
        'Theo kế hoạch của Sở Giáo dục và Đào tạo',
      ),
      createTask('Tổ chức kỳ xét tuyển công chức phường.', OFFICE, 'not.', 'Kế hoạch, thông báo', 'Quý III'),
      createTask(
        'Chuyển đổi vị trí đối với kế toán, thủ quỹ đã giữ việc đủ thời hạn theo quy định về phòng, chống tham nhũng.',
        CULTURE,
        'performs',
        'Quyết định',
        'Trước 30/6/2026',
      ),
      createTask(
        'Ký cam kết về văn hóa công sở, không để cha mẹ trẻ đi lại nhiều lần vì sơ suất của nhân viên nhà trường.',
        CULTURE,
        'performs',
        'Bản cam kết',
        'Đầu năm 2026',
      ),
      createTask('Kiểm tra đột xuất giờ giấc làm việc của các phòng thuộc phường.', OFFICE, 'not'),
      createTask(
        'Lập hồ sơ điện tử của toàn bộ viên chức, sửa ngay khi có thay đổi.',
        CULTURE,
        'performs',
        'Hồ sơ viên chức điện tử',
      ),
    ],
  },
  {
    title: 'Cải cách tài chính công',
    tasks: [
      createTask(
        'Công khai dự toán được giao, quyết toán năm trước trong cuộc họp viên chức và tại bảng tin của trường.',
        ECONOMY,
        'performs',
        'Thông báo công khai',
        'Tháng 01; tháng 7',
      ),
      createTask(
        'Sửa quy chế chi tiêu nội bộ, hỏi ý kiến Công đoàn trước khi ban hành.',
        ECONOMY,
        'performs',
        'Quy chế chi tiêu nội bộ',
        'Quý I/2026',
      ),
      createTask(
        'Thu các khoản ngoài học phí không dùng tiền mặt, đạt ít nhất 95% số trẻ.',
        ECONOMY,
        'performs',
        'Báo cáo tỷ lệ',
        '31/12/2026',
      ),
      createTask(
        'Giao quyền tự chủ tài chính giai đoạn 2026 – 2030 cho đơn vị sự nghiệp thuộc phường.',
        ECONOMY,
        'not',
      ),
      createTask(
        'Kiểm kê tài sản cuối năm, lập danh sách đồ dùng hư hỏng để thanh lý đúng thẩm quyền.',
        ECONOMY,
        'performs',
        'Biên bản kiểm kê',
        'Tháng 12',
      ),
      createTask('Kiểm tra việc thu, chi quỹ do các khu phố vận động.', ECONOMY, 'not.'),
      createTask(
        'Tiết kiệm điện, nước, văn phòng phẩm; so sánh số liệu với năm 2025.',
        ECONOMY,
        'performs',
        '',
        'Trong năm',
      ),
    ],
  },
  {
    title: 'Xây dựng và phát triển chính quyền số',
    tasks: [
      createTask(
        'Gửi văn bản đi qua hệ thống quản lý văn bản, có chữ ký số của Hiệu trưởng, trừ văn bản mật.',
        OFFICE,
        'performs',
        '100% văn bản đi có ký số',
        'Thường xuyên trong năm',
      ),
      createTask(
        'Nhập dữ liệu trẻ và giáo viên vào cơ sở dữ liệu ngành đúng hạn, không bỏ trống mục bắt buộc.',
        CULTURE,
        'performs',
        'Báo cáo đối soát dữ liệu',
        'Tháng 10 và tháng 5',
      ),
      createTask('Vận hành trung tâm giám sát camera dùng chung.', 'Công an phường', 'not'),
      createTask('Nối phần mềm bán trú của trường với hệ thống báo cáo của phường.', '', 'blank'),
      createTask(
        'Dùng sổ liên lạc điện tử, bảo đảm ít nhất 90% cha mẹ trẻ nhận được thông báo.',
        CULTURE,
        'performs',
        'Báo cáo',
        'Quý III',
      ),
      createTask(
        'Quét mã độc, sao lưu dữ liệu, phân quyền tài khoản trên máy tính của trường theo Kế hoạch số 12/KH-\nUBND ngày 08 tháng 01 năm 2026 của phường.',
        OFFICE,
        'performs',
        'Biên bản kiểm tra an toàn thông tin',
        '6 tháng/lần',
      ),
      createTask('Nâng cấp mạng nội bộ tại trụ sở phường.', ECONOMY, 'not.', 'Hồ sơ mua sắm'),
    ],
  },
  {
    title: 'Truyền thông và sáng kiến về cải cách hành chính',
    tasks: [
      createTask(
        'Đăng mỗi tháng ít nhất hai tin, bài về cách nhà trường phục vụ cha mẹ trẻ.',
        CULTURE,
        'performs',
        'Tin, bài',
        'Hàng tháng',
      ),
      createTask(
        'Vận động giáo viên nêu sáng kiến bớt giấy tờ, rút ngắn thời gian làm việc; chọn 01 sáng kiến gửi phường.',
        OFFICE,
        'performs',
        'Hồ sơ sáng kiến',
        'Trước ngày 15/9/2026',
      ),
      createTask('In bản tin cải cách hành chính phát đến từng hộ dân.', CULTURE, 'not'),
    ],
  },
  {
    title: 'Đo lường sự hài lòng của cha mẹ trẻ và người dân',
    tasks: [
      createTask(
        'Hỏi ý kiến cha mẹ trẻ về việc chăm sóc, nuôi dạy trẻ; tổng hơp kết quả theo từng độ tuổi.',
        CULTURE,
        'performs',
        'Phiếu hỏi, báo cáo kết quả',
        'Tháng 5, tháng 11',
      ),
      createTask(
        'Điều tra mức độ hài lòng tại các khu phố:\nLấy phiếu tại hộ gia đình theo mẫu đã chia tầng.',
        `${OFFICE}, ${CULTURE}`,
        'not.',
      ),
    ],
  },
];

export const PLAN_2026: SampleEdition = {
  number: '27/KH-UBND',
  date: '2026-01-16',
  title: ['Phân công nhiệm vụ thực hiện Kế hoạch cải cách hành chính năm 2026', `tại ${SCHOOL}`],
  year: 2026,
  sections: SECTIONS,
};
