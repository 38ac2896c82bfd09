/**
 * What else a school gets in the year of `PLAN_2026`: three more documents and two letters, invented as that one and as
 * uneven: numbers that meet, a lead unit given as "nt", a timing left blank, words that name no day.
 */
import { type SampleEdition, type SampleMark, type SampleTask, SCHOOL } from './plan-2026';

const OFFICE = 'Văn phòng HĐND và UBND';
const CULTURE = 'Phòng Văn hóa – Xã hội';
const POLICE = 'Công an phường';

function createTask(
  content: string,
  lead: string,
  product = '',
  timing = '',
  mark: SampleMark = 'performs',
): SampleTask {
  return { content, lead, mark, product, timing };
}

const AT_SCHOOL = `tại ${SCHOOL}`;

export const DIGITAL_2026: SampleEdition = {
  number: '45/KH-UBND',
  date: '2026-03-05',
  title: ['Phân công nhiệm vụ thực hiện Kế hoạch chuyển đổi số năm 2026', AT_SCHOOL],
  year: 2026,
  sections: [
    {
      title: 'Hạ tầng và an toàn thông tin',
      tasks: [
        createTask(
          'Kiểm tra đường truyền, thiết bị phát sóng từng lớp; chỗ nào yếu thì ghi vào sơ đồ.',
          CULTURE,
          'Sơ đồ',
          'Quý II/2026',
        ),
        createTask('Đổi mật khẩu mặc định của camera và bộ phát sóng.', POLICE, 'Biên bản', '30/4/2026'),
        createTask('Sao lưu hồ sơ trẻ ra ổ cứng rời, cất ở tủ có khóa.', 'nt', 'Nhật ký', 'Hằng tháng'),
        createTask('Lắp máy chủ dùng chung của phường.', OFFICE, '', '', 'not.'),
      ],
    },
    {
      title: 'Dữ liệu và dịch vụ',
      tasks: [
        createTask(
          'Nhập đủ hồ sơ trẻ lên cơ sở dữ liệu ngành, đối chiếu mã định danh.',
          CULTURE,
          'Dữ liệu đã khớp',
          'Trước ngày 10/9/2026',
        ),
        createTask(
          'Nhận đơn nhập học qua mạng; nhà nào không có máy thì trường nhập giúp.',
          'nt',
          'Danh sách đơn',
          'Tháng 6 – tháng 7/2026',
        ),
        createTask(
          'Báo cáo số thanh toán không dùng tiền mặt.',
          OFFICE,
          'Báo cáo',
          'Trước ngày 25 hằng tháng',
        ),
      ],
    },
    {
      title: 'Con người',
      tasks: [
        createTask(
          'Tập huấn kỹ năng số cho giáo viên lớn tuổi.',
          CULTURE,
          'Danh sách dự',
          'Khi có hướng dẫn',
        ),
        createTask('Thi thiết kế bài giảng số cấp trường.', 'nt', 'Kết quả thi', 'Quý IV'),
      ],
    },
  ],
};

export const INDEX_2026: SampleEdition = {
  number: '31/KH-UBND',
  date: '2026-02-20',
  title: ['Phân công nhiệm vụ nâng cao chỉ số cải cách hành chính năm 2026', AT_SCHOOL],
  year: 2026,
  sections: [
    {
      title: 'Tiêu chí mất điểm năm 2025',
      tasks: [
        createTask(
          'Hồ sơ trả chậm phải có thư xin lỗi người đứng đầu ký, hẹn lại đúng một lần.',
          OFFICE,
          'Thư xin lỗi',
          'Thường xuyên',
        ),
        createTask('Tự chấm từng tiêu chí, kèm tài liệu kiểm chứng.', 'nt', 'Bảng điểm', '15/10/2026'),
        createTask('Giải trình điểm trừ với tổ thẩm định.', 'nt', 'Văn bản giải trình', 'Tháng 11/2026'),
      ],
    },
    {
      title: 'Khảo sát cha mẹ trẻ',
      tasks: [
        createTask(
          'Phát phiếu hỏi sau mỗi lần làm giấy tờ, bỏ thùng kín.',
          CULTURE,
          'Phiếu, bảng tổng hợp',
          'Hằng quý',
        ),
        createTask('Trả lời góp ý nêu tên trong phiếu.', CULTURE, 'Văn bản trả lời', ''),
        createTask('Khảo sát doanh nghiệp.', OFFICE, 'Phiếu', 'Quý III', 'not'),
      ],
    },
  ],
};

export const THRIFT_2026: SampleEdition = {
  number: '52/KH-UBND',
  date: '2026-03-30',
  title: ['Phân công nhiệm vụ thực hành tiết kiệm, chống lãng phí năm 2026', AT_SCHOOL],
  year: 2026,
  sections: [
    {
      title: 'Điện, nước, văn phòng phẩm',
      tasks: [
        createTask('Gắn công tơ riêng ở bếp ăn, ghi số mỗi sáng thứ hai.', OFFICE, 'Sổ ghi số', 'Quý II'),
        createTask('In hai mặt, gửi thư điện tử thay giấy mời.', 'Trường', 'Bảng kê giấy', 'Trong năm'),
      ],
    },
    {
      title: 'Mua sắm, tài sản công',
      tasks: [
        createTask('Kiểm kê đồ chơi, bàn ghế hỏng để thanh lý.', OFFICE, 'Biên bản', 'Trước 31/7/2026'),
        createTask('Công khai quyết toán mua sắm ở bảng tin.', OFFICE, 'Bảng công khai', 'Quý I, Quý III'),
      ],
    },
  ],
};

export const BOARDING_LETTER_2026: SampleEdition = {
  number: '442/UBND-VX',
  date: '2026-04-02',
  title: ['Về việc báo cáo công tác bán trú', AT_SCHOOL],
  year: 2026,
  sections: [
    {
      title: 'Nội dung báo cáo',
      tasks: [
        createTask(
          'Số trẻ ăn bán trú, hợp đồng thực phẩm, tiền ăn mỗi ngày.',
          CULTURE,
          'Báo cáo',
          '20/4/2026',
        ),
        createTask('Lưu mẫu thức ăn đủ 24 giờ, có sổ ghi.', 'nt', 'Sổ lưu mẫu', 'Hằng ngày'),
      ],
    },
  ],
};

export const WATER_LETTER_2026: SampleEdition = {
  number: '607/UBND-VX',
  date: '2026-05-11',
  title: ['Về việc phòng, chống đuối nước dịp hè', AT_SCHOOL],
  year: 2026,
  sections: [
    {
      title: 'Việc cần làm',
      tasks: [
        createTask('Nhắn cha mẹ trẻ về ao, hồ, hố công trình gần nhà.', CULTURE, 'Tin nhắn', 'Tháng 5/2026'),
        createTask('Rào chỗ đọng nước sau bếp.', 'Trường', 'Ảnh chụp', 'Xong trước 01/6/2026'),
      ],
    },
  ],
};
