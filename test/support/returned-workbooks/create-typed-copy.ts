import { utils, write } from '@e965/xlsx';
import type { Annex } from '../../../src/annex/types';
import { STATUS_LABELS } from '../../../src/sheets/labels/school-labels';
import type { Answers } from './create-answers';

const formatPrintedDate = (iso: string): string => iso.split('-').reverse().join('/');

/**
 * A school that retyped the annex: its own layout, no table, no hidden sheet, section rows across, the marker behind
 * the school's name, dates as text.
 */
export function createTypedCopy(
  annex: Annex,
  answers: Answers,
  unitName: string,
  bookType: 'xlsx' | 'biff8',
): Uint8Array {
  const header = [
    'STT',
    'Nội dung nhiệm vụ',
    'Cơ quan chủ trì',
    'Đơn vị phối hợp',
    'Sản phẩm',
    'Thời gian thực hiện',
    'Ngày đến hạn',
    'Tình hình thực hiện',
    'Ngày xong',
    'Tài liệu minh chứng',
  ];
  const rows: (string | number)[][] = [
    ['UBND PHƯỜNG ĐỒNG SEN'],
    [unitName.toUpperCase()],
    ['BẢNG THEO DÕI THỰC HIỆN NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026'],
    [],
    header,
  ];
  let section = '';
  for (const task of annex.tasks) {
    if (task.section !== section) rows.push([task.section, task.sectionTitle]);
    section = task.section;
    const answer = answers.get(task.id)!;
    const marker = answer.applicability === 'notPerformed' ? ' không thực hiện nội dung này' : '';
    rows.push([
      task.tt,
      task.content,
      task.leadUnit,
      answer.applicability === 'undecided' ? '' : task.coordinatingUnit + marker,
      answer.product,
      task.timing,
      formatPrintedDate(answer.due),
      answer.state === null ? '' : STATUS_LABELS[answer.state],
      formatPrintedDate(answer.doneOn),
      answer.evidence,
    ]);
  }
  const sheet = utils.aoa_to_sheet(rows);
  sheet['!cols'] = [6, 60, 24, 34, 20, 20, 14, 18, 14, 20].map((wch) => ({ wch }));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Sheet1');
  return new Uint8Array(
    write(book, { type: 'array', bookType, compression: bookType === 'xlsx' }) as ArrayBuffer,
  );
}
