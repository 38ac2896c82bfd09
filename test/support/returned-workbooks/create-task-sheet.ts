import { COLUMN_HEADERS } from '../../../src/sheets/labels/school-labels';
import { buildTextRow } from '../documents/build-xlsx';

const HEADERS = [
  'id',
  'tt',
  'content',
  'leadUnit',
  'coordinatingUnit',
  'applicability',
  'status',
  'doneOn',
] as const;
const CONTENTS = ['Xây dựng kế hoạch năm', 'Tổ chức hội nghị viên chức', 'Kiểm tra thư viện'] as const;

export const TASK_SHEET_UNIT = 'Trường Tiểu học Bến Cát';

/** Makes a sheet of three performed tasks of one school, with a status each. */
export function createTaskSheet(name: string, states: readonly string[], unit: string = TASK_SHEET_UNIT) {
  const rows = CONTENTS.map((content, index) =>
    buildTextRow([
      `I.${index + 1}`,
      String(index + 1),
      content,
      'Phòng A',
      unit,
      'Thực hiện',
      states[index] ?? '',
    ]),
  );
  return { name, data: buildTextRow(HEADERS.map((id) => COLUMN_HEADERS[id])) + rows.join('') };
}
