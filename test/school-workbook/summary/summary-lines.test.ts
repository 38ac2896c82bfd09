import fc from 'fast-check';
import { formatSectionLabel, parseSectionLabel } from '../../../src/annex/section-label';
import { toTaskTableRows } from '../../../src/school-workbook/school-workbook';
import { buildSummaryLines } from '../../../src/school-workbook/summary/summary-lines';
import { createSampleAnnex, createSampleTasks } from '../../support/builders/create-sample-annex';

describe('labels of areas', () => {
  it.each([
    ['IV. Cải cách tổ chức bộ máy', 'IV', 'Cải cách tổ chức bộ máy'],
    ['A. Nhiệm vụ chung', 'A', 'Nhiệm vụ chung'],
    ['2.', '2', ''],
    ['Cải cách thể chế', '', 'Cải cách thể chế'],
    ['', '', ''],
    ['IV.Cải cách', '', 'IV.Cải cách'],
    ['Công tác khác. Ghi thêm', '', 'Công tác khác. Ghi thêm'],
  ])('%j', (label, section, title) => {
    expect(parseSectionLabel(label)).toEqual({ section, title });
  });

  it('are made again from what was read of them', () => {
    fc.assert(
      fc.property(fc.string(), (label) => {
        const { section, title } = parseSectionLabel(label);
        expect(formatSectionLabel(section, title)).toBe(label);
      }),
    );
  });
});

describe('lines of the summary', () => {
  it('are the areas in order, and the lead units by number of tasks with the blank one last', () => {
    expect(buildSummaryLines(toTaskTableRows(createSampleAnnex()))).toEqual({
      areas: [
        { section: 'I', title: 'Chỉ đạo, điều hành' },
        { section: 'II', title: 'Cải cách thủ tục' },
      ],
      leadUnits: ['Phòng Văn hóa – Xã hội', '@Văn phòng', ''],
    });
  });

  it('count spellings that differ in case once, as Excel compares, and rows without content not at all', () => {
    const [first, second, third] = createSampleTasks();
    const rows = toTaskTableRows(
      createSampleAnnex([
        first!,
        { ...second!, leadUnit: 'PHÒNG VĂN HÓA – XÃ HỘI' },
        { ...third!, leadUnit: 'Khác', content: '' },
      ]),
    );
    expect(buildSummaryLines(rows).leadUnits).toEqual(['Phòng Văn hóa – Xã hội']);
  });
});
