import type { Annex, Task } from '../../../src/annex/types';
import {
  type SchoolWorkbook,
  toTaskTableRows,
  type WorkbookMetadata,
} from '../../../src/school-workbook/school-workbook';
import { buildSummaryLines } from '../../../src/school-workbook/summary/summary-lines';

type TaskFields = Partial<Task> & { tt: string; content: string };

function createTask(section: string, sectionTitle: string, { tt, ...given }: TaskFields): Task {
  return {
    id: `${section}.${tt}`,
    section,
    sectionTitle,
    tt,
    leadUnit: 'Phòng Văn hóa – Xã hội',
    coordinatingUnit: 'Trường Mầm non Hoa Cúc',
    applicability: 'performed',
    reason: '',
    product: 'Báo cáo',
    timing: 'Quý II',
    note: '',
    ...given,
  };
}

/** Six invented tasks in two areas, with what bites: 1.10, 6/2026, texts that look like formulas, blanks. */
export function createSampleTasks(): Task[] {
  return [
    createTask('I', 'Chỉ đạo, điều hành', { tt: '1', content: 'Lập kế hoạch công tác năm của đơn vị.' }),
    createTask('I', 'Chỉ đạo, điều hành', {
      tt: '1.10',
      content: '- Rà soát quy chế làm việc của đơn vị.',
      timing: '6/2026',
      product: '=SUM(A1:A9)',
    }),
    createTask('I', 'Chỉ đạo, điều hành', {
      tt: '2',
      content: 'Giao ban chuyên đề với các khu phố.',
      coordinatingUnit: 'Trường Mầm non Hoa Cúc không thực hiện nội dung này',
      applicability: 'notPerformed',
      product: '',
      timing: '',
    }),
    createTask('II', 'Cải cách thủ tục', { tt: '1', content: 'Niêm yết thủ tục tuyển sinh.', leadUnit: '' }),
    createTask('II', 'Cải cách thủ tục', {
      tt: '2',
      content: "+ Trả lời góp ý của cha mẹ trẻ; 'hộp thư' mở mỗi ngày.",
      leadUnit: '@Văn phòng',
      timing: '15/6',
    }),
    createTask('II', 'Cải cách thủ tục', {
      tt: '3',
      content: 'Kết nối phần mềm bán trú.',
      coordinatingUnit: '',
      applicability: 'undecided',
      product: '',
      timing: '',
    }),
  ];
}

export function createSampleAnnex(tasks: Task[] = createSampleTasks()): Annex {
  return {
    edition: {
      issuer: 'Ủy ban nhân dân phường Hoa Cúc',
      number: '12/KH-UBND',
      date: '2026-01-15',
      title: 'Phân công nhiệm vụ năm 2026',
      year: 2026,
    },
    sections: [
      { number: 'I', title: 'Chỉ đạo, điều hành' },
      { number: 'II', title: 'Cải cách thủ tục' },
    ],
    tasks,
  };
}

export const SAMPLE_UNIT = { name: 'Trường Mầm non Hoa Cúc', code: 'MN-07' };

export function createSampleMetadata(annex: Annex = createSampleAnnex()): WorkbookMetadata {
  return {
    unit: SAMPLE_UNIT,
    edition: annex.edition,
    fingerprint: '0123456789abcdef',
    summary: buildSummaryLines(toTaskTableRows(annex)),
  };
}

export function createSampleWorkbook(annex: Annex = createSampleAnnex()): SchoolWorkbook {
  return {
    facts: createSampleMetadata(annex),
    rows: toTaskTableRows(annex),
  };
}
