import type { PlanDocument } from '../../../src/import/plan-document/types';

const NO_DETAILS = { leadUnit: '', coordinatingUnit: '', product: '' };

/** An invented plan: two sections, bullets and numbers, targets of every comparator. */
export function createSamplePlan(): PlanDocument {
  return {
    kind: 'plan',
    edition: {
      issuer: 'Trường Tiểu học Sông Lam',
      number: '07/KH-THSL',
      date: '2026-02-05',
      title: 'Phát triển văn hóa đọc năm 2026',
      year: 2026,
    },
    legalBases: [],
    sections: [
      { number: 'II', title: 'Chỉ tiêu' },
      { number: 'III.1', title: 'Công tác thư viện' },
    ],
    items: [
      {
        section: 'II',
        sectionTitle: 'Chỉ tiêu',
        number: '1',
        text: 'Tối thiểu 90% học sinh đọc.',
        timing: [],
        ...NO_DETAILS,
      },
      {
        section: 'II',
        sectionTitle: 'Chỉ tiêu',
        number: '2',
        text: '98,5% lớp có tủ sách.',
        timing: [],
        ...NO_DETAILS,
      },
      {
        section: 'III.1',
        sectionTitle: 'Công tác thư viện',
        number: '1.1',
        text: 'Kiểm kê sách trước ngày 15 tháng 8 năm 2026.',
        timing: ['trước ngày 15 tháng 8 năm 2026'],
        ...NO_DETAILS,
      },
      {
        section: 'III.1',
        sectionTitle: 'Công tác thư viện',
        number: '',
        text: '=Mở cửa hằng tuần.',
        timing: [],
        ...NO_DETAILS,
      },
      {
        section: 'III.1',
        sectionTitle: 'Công tác thư viện',
        number: '',
        text: 'Phân công trực.',
        timing: [],
        ...NO_DETAILS,
      },
    ],
    targets: [
      { text: 'Học sinh đọc sách', comparator: '>=', value: 90, unit: '%', item: 0 },
      { text: 'Sách đọc mỗi tháng', comparator: '>', value: 2, unit: 'quyển', item: 0 },
      { text: 'Lớp có tủ sách', comparator: '=', value: 98.5, unit: '%', item: 1 },
      { text: 'Sách mượn trễ hạn', comparator: '<=', value: 5, unit: 'lượt', item: 1 },
      { text: 'Sách mất', comparator: '<', value: 3, unit: '%', item: 1 },
    ],
  };
}
