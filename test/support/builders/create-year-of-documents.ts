import type { Annex, Edition, Task } from '../../../src/annex/types';

type Contents = Record<string, readonly (readonly [content: string, product: string, timing: string])[]>;

function createAnnex(edition: Edition, contents: Contents): Annex {
  const sections = Object.keys(contents).map((label) => {
    const [number = '', title = ''] = label.split('. ');
    return { number, title };
  });
  const tasks = sections.flatMap(({ number, title }) =>
    (contents[`${number}. ${title}`] ?? []).map(([content, product, timing], index): Task => ({
      id: `${number}.${index + 1}`,
      section: number,
      sectionTitle: title,
      tt: String(index + 1),
      content,
      leadUnit: 'Phòng Văn hóa – Xã hội',
      coordinatingUnit: 'Trường Mầm non Hoa Cúc',
      applicability: 'performed',
      reason: '',
      product,
      timing,
      note: '',
    })),
  );
  return { edition, sections, tasks };
}

const WARD = 'Ủy ban nhân dân phường Hoa Cúc';

const REFORM: Contents = {
  'I. Chỉ đạo, điều hành': [
    [
      'Lập kế hoạch cải cách hành chính của đơn vị và giao từng việc cho người phụ trách.',
      'Kế hoạch',
      'Quý I',
    ],
    ['Họp kiểm điểm tiến độ cải cách hành chính với toàn thể viên chức.', 'Biên bản', 'Quý II; Quý IV'],
  ],
  'II. Cải cách thủ tục': [
    ['Niêm yết thủ tục tuyển sinh tại bảng tin và trên trang thông tin.', 'Ảnh chụp', 'Tháng 6'],
    ['Trả lời góp ý của cha mẹ trẻ trong hộp thư góp ý.', 'Sổ góp ý', 'Thường xuyên'],
  ],
};

/** The documents of one school in a year: invented, all of one ward, with codes that meet (each has I.1). */
export const YEAR_OF_DOCUMENTS = {
  reform: createAnnex(
    {
      issuer: WARD,
      number: '12/KH-UBND',
      date: '2026-01-15',
      title: 'Cải cách hành chính năm 2026',
      year: 2026,
    },
    REFORM,
  ),
  index: createAnnex(
    {
      issuer: WARD,
      number: '31/KH-UBND',
      date: '2026-02-20',
      title: 'Nâng cao chỉ số PAR Index năm 2026',
      year: 2026,
    },
    {
      'I. Điểm mất của năm trước': [
        [
          'Khắc phục hồ sơ trễ hạn, kèm thư xin lỗi có chữ ký người đứng đầu.',
          'Báo cáo',
          'Trước ngày 25 hằng tháng',
        ],
        ['Tự chấm điểm từng tiêu chí thành phần và đính kèm tài liệu kiểm chứng.', 'Bảng điểm', '15/10/2026'],
      ],
    },
  ),
  digital: createAnnex(
    { issuer: WARD, number: '45/KH-UBND', date: '2026-03-05', title: 'Chuyển đổi số năm 2026', year: 2026 },
    {
      'I. Hạ tầng': [
        ['Rà soát đường truyền và thiết bị phát sóng ở các lớp học.', 'Danh sách thiết bị', 'Quý II'],
        ['Đặt lại mật khẩu mặc định của mọi thiết bị mạng.', 'Biên bản', '30/4/2026'],
      ],
      'II. Dữ liệu': [
        ['Cập nhật hồ sơ trẻ lên phần mềm dùng chung của ngành.', 'Dữ liệu', 'Trước 10/9/2026'],
      ],
    },
  ),
  thrift: createAnnex(
    {
      issuer: 'Sở Giáo dục và Đào tạo',
      number: '12/KH-SGDĐT',
      date: '2026-03-30',
      title: 'Thực hành tiết kiệm, chống lãng phí năm 2026',
      year: 2026,
    },
    {
      'I. Điện, nước, văn phòng phẩm': [
        ['Lắp công tơ riêng cho bếp ăn và ghi chỉ số mỗi tuần.', 'Sổ ghi', 'Quý II'],
        ['Mua văn phòng phẩm theo định mức đã công khai.', 'Bảng kê', 'Trong năm'],
      ],
    },
  ),
  letter: createAnnex(
    {
      issuer: WARD,
      number: '442/UBND-VX',
      date: '2026-04-02',
      title: 'V/v báo cáo công tác bán trú',
      year: 2026,
    },
    { 'I. Báo cáo': [['Báo cáo số trẻ ăn bán trú và hợp đồng thực phẩm.', 'Báo cáo', '20/4/2026']] },
  ),
  secondLetter: createAnnex(
    {
      issuer: 'Sở Giáo dục và Đào tạo',
      number: '918/SGDĐT-VP',
      date: '2026-05-11',
      title: 'V/v phòng, chống đuối nước',
      year: 2026,
    },
    {
      'I. Thực hiện': [
        ['Tuyên truyền phòng, chống đuối nước tới cha mẹ trẻ trước hè.', 'Tin bài', 'Tháng 5'],
      ],
    },
  ),
} as const;

/** The reform plan as reissued: one task in other words, one more. */
export const REISSUED_REFORM = createAnnex(
  {
    issuer: WARD,
    number: '68/KH-UBND',
    amends: '12/KH-UBND',
    date: '2026-04-20',
    title: 'Điều chỉnh Kế hoạch cải cách hành chính năm 2026',
    year: 2026,
  },
  {
    ...REFORM,
    'II. Cải cách thủ tục': [
      ['Niêm yết thủ tục tuyển sinh tại bảng tin và trên trang thông tin điện tử.', 'Ảnh chụp', 'Tháng 7'],
      ['Trả lời góp ý của cha mẹ trẻ trong hộp thư góp ý.', 'Sổ góp ý', 'Thường xuyên'],
      ['Mở đường dây nóng tiếp nhận phản ánh.', 'Thông báo', 'Quý II'],
    ],
  },
);
