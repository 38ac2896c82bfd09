import { describe, expect, it } from '@jest/globals';
import { readTable } from './read-table';

const HEADER = 'TT|Nội dung công việc|Đơn vị chủ trì|Đơn vị phối hợp|Sản phẩm|Thời gian';
const FIRST = '1|Ban hành quy chế|Văn phòng|Các tổ|Quy chế|Quý I';
const SECOND = '2|Rà soát máy|Tổ Tin|Các tổ|Danh sách|Tháng 3';

const codes = ({ warnings }: ReturnType<typeof readTable>): string[] => warnings.map(({ code }) => code);
const contents = ({ tasks }: ReturnType<typeof readTable>): string[] => tasks.map(({ content }) => content);
const titles = ({ sections }: ReturnType<typeof readTable>): string[] => sections.map(({ title }) => title);

it('takes a row numbered "A.1" for a task, though its cells name the units by the words of a header', () => {
  const read = readTable(
    'TT|Nội dung công việc|Đơn vị thực hiện|Sản phẩm|Thời gian',
    'A|Chỉ đạo|||',
    'A.1|Ban hành quy chế|Đơn vị chủ trì: Văn phòng; đơn vị phối hợp: Các tổ|Quy chế|Quý I',
    'A.2|Rà soát máy|Đơn vị chủ trì: Tổ Tin; đơn vị phối hợp: Các tổ|Danh sách|Tháng 3',
  );
  expect(contents(read)).toEqual(['Ban hành quy chế', 'Rà soát máy']);
  expect(read.tasks.map(({ leadUnit, coordinatingUnit }) => [leadUnit, coordinatingUnit])).toEqual([
    ['Văn phòng', 'Các tổ'],
    ['Tổ Tin', 'Các tổ'],
  ]);
});

it('takes a row behind a dash for a task of its own where it repeats the product of the row above', () => {
  const read = readTable(
    HEADER,
    '1|Chằng chống mái tôn|Bảo vệ|Phụ huynh|Ảnh chụp|Tháng 5',
    '|- Phát quang cây|Bảo vệ|Chi đoàn|Ảnh chụp|Tháng 5',
    SECOND,
  );
  expect(contents(read)).toEqual(['Chằng chống mái tôn', '- Phát quang cây', 'Rà soát máy']);
  expect(read.tasks[1]).toMatchObject({ coordinatingUnit: 'Chi đoàn', product: 'Ảnh chụp' });
});

describe('parts of a numbered title', () => {
  const PART_A = 'a|Điều tra hộ dân|Các trường|Tổ dân phố|Phiếu|Tháng 8';
  const PART_B = 'b|Lập hồ sơ|Ban chỉ đạo|Các trường|Hồ sơ|Trước 30/9';

  it('stand below it, with letters and with dashes; no row of theirs is taken for a header', () => {
    const read = readTable(
      HEADER,
      'I|Nhiệm vụ của phường||||',
      '1|Tổ chức hội thi|Phòng Văn hóa|Các tổ|Kế hoạch|Quý I',
      '2|Phổ cập giáo dục||||',
      PART_A,
      PART_B,
      '3|Chính sách học sinh||||',
      '-|Miễn học phí|Phòng Kinh tế|Các trường|Quyết định|Đầu năm học',
      '-|Hỗ trợ chi phí|Phòng Văn hóa|Khu phố|Danh sách|Tháng 10',
      '4|Sơ kết|Văn phòng|Các tổ|Báo cáo|Tháng 12',
    );
    expect(read.tasks.map(({ sectionTitle, content }) => `${sectionTitle}: ${content}`)).toEqual([
      'Nhiệm vụ của phường: Tổ chức hội thi',
      'Phổ cập giáo dục: Điều tra hộ dân',
      'Phổ cập giáo dục: Lập hồ sơ',
      'Chính sách học sinh: Miễn học phí',
      'Chính sách học sinh: Hỗ trợ chi phí',
      'Nhiệm vụ của phường: Sơ kết',
    ]);
    expect(read.tasks.at(-1)).toMatchObject({ id: 'I.4' });
  });

  it('end where a task goes on with the number of the title', () => {
    const read = readTable(HEADER, '1|Phổ cập giáo dục||||', PART_A, PART_B, SECOND);
    expect(read.tasks.map(({ id, sectionTitle }) => `${id} ${sectionTitle}`)).toEqual([
      '1.a Phổ cập giáo dục',
      '1.b Phổ cập giáo dục',
      '2 ',
    ]);
  });
});

describe('headings of areas without a number', () => {
  it('are kept directly below the header, in capitals too', () => {
    for (const [one, two] of [
      ['Công tác chỉ đạo', 'Hạ tầng'],
      ['CÔNG TÁC CHỈ ĐẠO', 'HẠ TẦNG'],
    ] as const) {
      const read = readTable(HEADER, `|${one}||||`, FIRST, `|${two}||||`, SECOND);
      expect(titles(read)).toEqual([one, two]);
      expect(contents(read)).toEqual(['Ban hành quy chế', 'Rà soát máy']);
      expect(codes(read)).not.toContain('section-guessed');
    }
  });

  it('are kept below each other', () => {
    const read = readTable(
      HEADER,
      '|PHẦN CHUNG||||',
      '|Chỉ đạo||||',
      FIRST,
      '|PHẦN RIÊNG||||',
      '|Hạ tầng||||',
      SECOND,
    );
    expect(titles(read)).toEqual(['PHẦN CHUNG', 'Chỉ đạo', 'PHẦN RIÊNG', 'Hạ tầng']);
  });

  it('are kept in a table without numbers', () => {
    const read = readTable(
      'Nội dung|Người thực hiện|Thời gian',
      'Chuyên môn||',
      'Dự giờ|Tổ trưởng|Tháng 9',
      'Hành chính||',
      'Lưu trữ hồ sơ|Văn thư|Tháng 11',
    );
    expect(titles(read)).toEqual(['Chuyên môn', 'Hành chính']);
    expect(contents(read)).toEqual(['Dự giờ', 'Lưu trữ hồ sơ']);
  });

  it('are asked about where no other heading shows what they are', () => {
    const read = readTable(HEADER, FIRST, '|Công khai quy chế||||', SECOND);
    expect(read.warnings).toContainEqual(
      expect.objectContaining({ code: 'section-guessed', details: { title: 'Công khai quy chế' } }),
    );
  });

  it('are tasks among numbered sections', () => {
    const read = readTable(HEADER, 'I|Chỉ đạo||||', FIRST, '|Công khai quy chế||||', SECOND);
    expect(titles(read)).toEqual(['Chỉ đạo']);
    expect(contents(read)).toEqual(['Ban hành quy chế', 'Công khai quy chế', 'Rà soát máy']);
    expect(codes(read)).toContain('unnumbered-row');
  });
});

describe('rows without a number', () => {
  it('are tasks where their unit differs', () => {
    expect(contents(readTable(HEADER, FIRST, '|Họp góp ý|Công đoàn|||', SECOND))).toEqual([
      'Ban hành quy chế',
      'Họp góp ý',
      'Rà soát máy',
    ]);
  });

  it.each([
    '|Lưu ý các tổ nộp đúng hạn||||',
    '*|Ghi chú: hạn tính theo ngày làm việc||||',
    '|Danh sách có 02 việc.||||',
  ])('are remarks below the last task: %s', (remark) => {
    const read = readTable(HEADER, FIRST, SECOND, remark);
    expect(contents(read)).toEqual(['Ban hành quy chế', 'Rà soát máy']);
    expect(codes(read)).toContain('rows-skipped');
  });

  it('go on with a task whose words are unfinished', () => {
    const read = readTable(HEADER, FIRST, '2|Rà soát máy của|Tổ Tin|Các tổ|Danh sách|Tháng 3', '|Trường||||');
    expect(contents(read)[1]).toBe('Rà soát máy của Trường');
  });
});

describe('times printed beside the first of their rows', () => {
  it.each([
    ['Tháng|Nội dung|Phụ trách', '9|Khai giảng|BGH', '|Họp lớp|GVCN', 'Tháng 9'],
    ['Tháng|Tuần|Nội dung|Phụ trách', '9|2|Khai giảng|BGH', '||Họp lớp|GVCN', 'Tháng 9, Tuần 2'],
    ['Tháng|Tuần|Nội dung|Phụ trách', '9|2|Khai giảng|BGH', '|3|Họp lớp|GVCN', 'Tháng 9, Tuần 3'],
  ])('%s', (header, first, second, timing) => {
    expect(readTable(header, first, second).tasks[1]?.timing).toBe(timing);
  });
});

it('takes rows with dashes below a number that has only a title for tasks of their own', () => {
  const read = readTable(
    HEADER,
    '1|Tham mưu ban hành các văn bản:||||',
    '|- Kế hoạch năm học|Hiệu trưởng|Các tổ|Kế hoạch|Tháng 8',
    '|- Quy chế chi tiêu|Kế toán|Công đoàn|Quy chế|Tháng 1',
    SECOND,
  );
  expect(contents(read)).toEqual([
    'Tham mưu ban hành các văn bản:',
    '- Kế hoạch năm học',
    '- Quy chế chi tiêu',
    'Rà soát máy',
  ]);
});
