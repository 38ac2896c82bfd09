import fc from 'fast-check';
import { assembleAnnex } from '../../../src/import/assemble/assemble-annex';
import { describeShared, readSharedJson } from '../../support/shared-data';
import { type AnnexLayout, layoutArbitrary, type PlainSection, printAnnex } from './annex-layouts';

const UNIT = 'Trường Mầm non Hoa Cúc';

const SAMPLE: PlainSection[] = [
  {
    number: 'I',
    title: 'Công tác chỉ đạo, điều hành',
    tasks: [
      {
        tt: '1',
        content: 'Ban hành kế hoạch kiểm tra nội bộ của nhà trường',
        lead: 'Văn phòng UBND',
        coop: UNIT,
        product: 'Kế hoạch',
        timing: 'Tháng 3',
      },
      {
        tt: '2',
        content: 'Tổng hợp số liệu, gửi báo cáo về phòng chuyên môn',
        lead: 'Văn phòng UBND',
        coop: `${UNIT} không thực hiện nội dung này`,
        product: '',
        timing: '',
      },
      {
        tt: '3',
        content: 'Niêm yết công khai bộ thủ tục tại bảng tin',
        lead: 'Phòng Văn hóa - Xã hội',
        coop: UNIT,
        product: 'Ảnh chụp, biên bản',
        timing: 'Thường xuyên trong năm',
      },
    ],
  },
  {
    number: 'II',
    title: 'Chuyển đổi số',
    tasks: [
      {
        tt: '1',
        content: 'Cấp chữ ký số cho cán bộ quản lý theo Công văn số 18/UBND-VX',
        lead: 'Phòng Văn hóa - Xã hội',
        coop: UNIT,
        product: 'Danh sách',
        timing: 'Quý II, Quý III',
      },
      {
        tt: '2',
        content: 'Rà soát hạ tầng mạng của các phòng học',
        lead: 'Phòng Văn hóa - Xã hội',
        coop: `${UNIT} không thực hiện nội dung này.`,
        product: 'Báo cáo',
        timing: 'Trước ngày 15/9',
      },
      {
        tt: '3',
        content: 'Duy trì trang thông tin điện tử, cập nhật tin bài hằng tuần',
        lead: 'Phòng Văn hóa - Xã hội',
        coop: UNIT,
        product: 'Tin bài',
        timing: 'Định kỳ hằng tháng',
      },
      {
        tt: '4',
        content: 'Bồi dưỡng kỹ năng số cho giáo viên, nhân viên',
        lead: 'Trung tâm Chính trị',
        coop: UNIT,
        product: 'Kế hoạch, báo cáo',
        timing: 'Khi cấp trên yêu cầu',
      },
    ],
  },
  {
    number: 'III',
    title: 'Tài chính, tài sản',
    tasks: [
      {
        tt: '1',
        content: 'Công khai dự toán, quyết toán ngân sách được giao',
        lead: 'Phòng Kinh tế',
        coop: UNIT,
        product: 'Quyết định',
        timing: 'Năm 2031',
      },
      {
        tt: '2',
        content: 'Kiểm kê tài sản',
        lead: 'Phòng Kinh tế',
        coop: UNIT,
        product: 'Biên bản',
        timing: 'Tháng 12',
      },
    ],
  },
];

function expected(sections: PlainSection[]) {
  return sections.flatMap(({ number, title, tasks }) =>
    tasks.map((task) => ({ section: number, sectionTitle: title, ...task })),
  );
}

function actual(sections: PlainSection[], layout: AnnexLayout) {
  const result = assembleAnnex(printAnnex(sections, layout));
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join());
  return result.value.tasks.map((task) => ({
    section: task.section,
    sectionTitle: task.sectionTitle,
    tt: task.tt,
    content: task.content,
    lead: task.leadUnit,
    coop: task.coordinatingUnit,
    product: task.product,
    timing: task.timing,
  }));
}

describe('an annex in any layout', () => {
  it('comes back with every cell, in any order of columns', () => {
    fc.assert(
      fc.property(layoutArbitrary, (layout) => {
        expect(actual(SAMPLE, layout)).toEqual(expected(SAMPLE));
      }),
      { numRuns: 200 },
    );
  });
});

type GoldRow = Record<
  'section' | 'sectionTitle' | 'tt' | 'content' | 'lead' | 'coop' | 'product' | 'timing',
  string
>;

describeShared('the real annex in any layout', () => {
  it('comes back with every cell', () => {
    const sections: PlainSection[] = [];
    for (const { section, sectionTitle, ...task } of readSharedJson<GoldRow[]>(
      'corpus',
      'annex-ben-thanh-2024.gold.json',
    )) {
      if (sections.at(-1)?.number !== section)
        sections.push({ number: section, title: sectionTitle, tasks: [] });
      const { tt, content, lead, coop, product, timing } = task;
      sections.at(-1)?.tasks.push({ tt, content, lead, coop, product, timing });
    }
    fc.assert(
      fc.property(layoutArbitrary, (layout) => {
        expect(actual(sections, layout)).toEqual(expected(sections));
      }),
      { numRuns: 30 },
    );
  });
});
