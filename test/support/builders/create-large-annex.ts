import type { Annex, Applicability, Task } from '../../../src/annex/types';

const SECTION_TITLES = [
  'Chỉ đạo, điều hành',
  'Thể chế',
  'Thủ tục',
  'Bộ máy',
  'Công vụ',
  'Tài chính',
  'Chính quyền số',
];
const ROMAN_NUMERALS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'];
const LEAD_UNITS = [
  'Văn phòng',
  'Phòng Văn hóa – Xã hội',
  'Phòng Kinh tế',
  'Trung tâm Phục vụ hành chính công',
  '',
];
const CONTENTS = [
  'Xây dựng kế hoạch của đơn vị, nêu rõ từng đầu việc, người phụ trách và ngày hoàn thành, gửi về phường để theo dõi.',
  'Rà soát các quy chế, nội quy của đơn vị; đề xuất sửa đổi, bổ sung những nội dung không còn phù hợp với quy định mới.',
  'Niêm yết công khai thủ tục và các khoản thu tại bảng tin, đồng thời đăng trên trang thông tin của đơn vị.',
];
const APPLICABILITIES: Applicability[] = ['performed', 'notPerformed', 'performed', 'undecided', 'performed'];

/** An annex of so many invented tasks, of about the length of real ones, in seven areas. */
export function createLargeAnnex(count: number): Annex {
  const tasks = Array.from({ length: count }, (_, index): Task => {
    const area = Math.min(SECTION_TITLES.length - 1, Math.floor((index * SECTION_TITLES.length) / count));
    const applicability = APPLICABILITIES[index % APPLICABILITIES.length]!;
    const section = ROMAN_NUMERALS[area]!;
    const tt = String(index + 1);
    return {
      id: `${section}.${tt}`,
      section,
      sectionTitle: SECTION_TITLES[area]!,
      tt,
      content: `${CONTENTS[index % CONTENTS.length]} Đợt ${index + 1}.`,
      leadUnit: LEAD_UNITS[index % LEAD_UNITS.length]!,
      coordinatingUnit:
        applicability === 'undecided'
          ? ''
          : `Trường Mầm non Hoa Cúc${applicability === 'notPerformed' ? ' không thực hiện nội dung này' : ''}`,
      applicability,
      reason: '',
      product: index % 3 === 0 ? 'Kế hoạch, báo cáo' : 'Báo cáo',
      timing: index % 2 === 0 ? 'Quý II' : 'Trước ngày 20 hằng tháng',
      note: '',
    };
  });
  return {
    edition: {
      issuer: 'Ủy ban nhân dân phường Hoa Cúc',
      number: '12/KH-UBND',
      date: '2026-01-15',
      title: 'Phân công nhiệm vụ năm 2026',
      year: 2026,
    },
    sections: ROMAN_NUMERALS.map((number, index) => ({ number, title: SECTION_TITLES[index]! })),
    tasks,
  };
}
