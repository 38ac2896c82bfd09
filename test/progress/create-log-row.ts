import type { Task } from '../../src/annex/types';
import { EMPTY_TYPED_VALUES, type LogRow, type TypedValues } from '../../src/progress/types';

export function createTask(more: Partial<Task> = {}): Task {
  return {
    id: 'I.1',
    section: 'I',
    sectionTitle: 'Chỉ đạo, điều hành',
    tt: '1',
    content: 'Tổ chức ngày hội đọc sách',
    leadUnit: 'Tổ Văn phòng',
    coordinatingUnit: '',
    applicability: 'performed',
    reason: '',
    product: 'Kế hoạch, báo cáo',
    timing: 'Tháng 6',
    note: '',
    ...more,
  };
}

export function createLogRow(
  deadline: LogRow['deadline'],
  typed: Partial<TypedValues> = {},
  more: Partial<LogRow> = {},
): LogRow {
  return {
    key: 'I.1||',
    task: 'I.1',
    products: '',
    productTypes: [],
    deadline,
    ...more,
    typed: { ...EMPTY_TYPED_VALUES, ...typed },
  };
}
