import { utils, write } from '@e965/xlsx';
import type { Annex } from '../../../src/annex/types';
import { formatDate } from '../../../src/shared/dates';

/** An annex as the authority typed it: issuer, reference line, title, then the table. */
export function createMasterFile({ edition, tasks }: Annex): Uint8Array {
  const { issuer, number, date, title } = edition;
  const rows: string[][] = [
    [issuer.toUpperCase()],
    ['PHỤ LỤC'],
    [title],
    [`(Kèm theo Kế hoạch số ${number} ngày ${formatDate(date)} của ${issuer})`],
    [],
    ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Sản phẩm', 'Thời gian thực hiện'],
  ];
  let section = '';
  for (const task of tasks) {
    if (task.section !== section) rows.push([task.section, task.sectionTitle]);
    section = task.section;
    rows.push([task.tt, task.content, task.leadUnit, task.coordinatingUnit, task.product, task.timing]);
  }
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Phụ lục');
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as ArrayBuffer);
}
