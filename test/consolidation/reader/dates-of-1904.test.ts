import { utils, write } from '@e965/xlsx';
import { readSchoolFile } from '../../../src/school-workbook/read-school-file';

const HEADER = [
  'STT',
  'Nội dung nhiệm vụ',
  'Cơ quan chủ trì',
  'Đơn vị phối hợp',
  'Sản phẩm',
  'Thời gian thực hiện',
  'Tình hình thực hiện',
  'Ngày xong',
];

/** 15 March 2026 as a number of the system of 1900 and of that of 1904. */
const SERIALS = { from1900: '46096', from1904: '44634' };

/** The days of completion of a retyped table in which they are numbers typed as text. */
async function readDays(
  bookType: 'xlsx' | 'xlsb' | 'biff8',
  day: string,
  date1904: boolean,
): Promise<string[]> {
  const rows = [1, 2, 3].map((number) => [
    String(number),
    `Xây dựng kế hoạch số ${number} của năm`,
    'Phòng A',
    'Trường Mầm non Hoa Sữa',
    'Kế hoạch',
    'Quý I',
    'Hoàn thành',
    day,
  ]);
  const sheet = utils.aoa_to_sheet([HEADER, ...rows]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Sheet1');
  book.Workbook = { ...book.Workbook, WBProps: { date1904 } };
  const name = bookType === 'biff8' ? 'so.xls' : `so.${bookType}`;
  const bytes = new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
  const read = await readSchoolFile({ file: name, bytes, sha256: 'ab' });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value.rows.map(({ recorded }) => recorded.doneOn);
}

describe('readSchoolFile on a retyped table whose days are numbers typed as text', () => {
  it.each(['xlsx', 'xlsb', 'biff8'] as const)(
    'counts them from where a workbook in %s says that it counts',
    async (type) => {
      const day = '2026-03-15';
      expect(await readDays(type, SERIALS.from1904, true)).toEqual([day, day, day]);
      expect(await readDays(type, SERIALS.from1900, false)).toEqual([day, day, day]);
    },
  );
});
