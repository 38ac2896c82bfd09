import { assembleTable } from '../../../src/import/assemble/assemble-annex';
import type { AssembleOptions } from '../../../src/import/assemble/choose-tables';
import { listTables } from '../../../src/import/assemble/list-tables';
import { readDocumentContent } from '../../../src/import/plan-document/read-document-content';
import { createAnnexReview } from '../../../src/import/review/annex-review';
import type { RawBlock, RawDocument } from '../../../src/readers/raw-document';
import { createRawDocument, createRawTable, createRawText, type RawCellSpec } from './create-raw-table';

const HEADER = ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Sản phẩm', 'Thời gian'];
const task = (tt: string, content: string): RawCellSpec[] => [
  tt,
  content,
  'Văn phòng',
  'Các tổ',
  'Báo cáo',
  'Quý I',
];
const area = (number: string, title: string): RawCellSpec[] => [number, { text: title, across: 5 }];

function read(document: RawDocument, options?: AssembleOptions) {
  const result = assembleTable(document, options);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}
function getProblems(document: RawDocument, options?: AssembleOptions) {
  const result = assembleTable(document, options);
  if (result.ok) throw new Error('was read');
  return result.problems;
}
const getIds = (document: RawDocument, options?: AssembleOptions): string[] =>
  read(document, options).value.annex.tasks.map(
    ({ id, sectionTitle, content }) => `${id} ${sectionTitle} | ${content}`,
  );

const CRITERIA: RawBlock = createRawTable(
  [
    ['STT', 'Tiêu chí', 'Điểm tối đa', 'Cách chấm', 'Minh chứng'],
    ['1', 'Nộp báo cáo đúng hạn', '10', 'Trễ một lần trừ 2', 'Sổ theo dõi'],
    ['2', 'Hồ sơ đầy đủ', '20', 'Thiếu một mục trừ 5', 'Hồ sơ'],
  ],
  { number: 3 },
);

const ANNEXES = createRawDocument(
  createRawText('Số: 12/KH-UBND'),
  createRawText('Phụ lục I'),
  createRawText('NHIỆM VỤ CHUYÊN MÔN NĂM 2031'),
  createRawTable([HEADER, task('1', 'Rà soát quy chế'), task('2', 'Tập huấn')]),
  createRawText('Phụ lục II'),
  createRawText('CÔNG TÁC ĐOÀN THỂ'),
  createRawTable(
    [HEADER, area('I', 'Tổ chức'), task('1', 'Họp đoàn'), area('II', 'Thi đua'), task('2', 'Sơ kết')],
    {
      number: 2,
    },
  ),
  createRawText('Phụ lục III'),
  createRawText('BỘ TIÊU CHÍ CHẤM ĐIỂM'),
  CRITERIA,
);

describe('listTables', () => {
  it('lists every table with its name, kind and rows', () => {
    expect(listTables(ANNEXES).map(({ index, name, kind, tasks }) => [index, name, kind, tasks])).toEqual([
      [0, 'Phụ lục I: NHIỆM VỤ CHUYÊN MÔN NĂM 2031', 'tasks', 2],
      [1, 'Phụ lục II: CÔNG TÁC ĐOÀN THỂ', 'tasks', 2],
      [2, 'Phụ lục III: BỘ TIÊU CHÍ CHẤM ĐIỂM', 'criteria', 2],
    ]);
  });

  it('names sheets by their names, and tables without any by their number', () => {
    const sheets = createRawDocument(
      createRawTable([HEADER, task('1', 'Trực cổng')], { name: 'Bảo vệ' }),
      createRawTable([HEADER, task('1', 'Cấp phát')], { name: 'Sheet2' }),
    );
    expect(listTables(sheets).map(({ name }) => name)).toEqual(['Bảo vệ', 'Bảng 2']);
  });
});

describe('tables left out', () => {
  it('are named with their number, rows and kind', () => {
    const { warnings, value } = read(ANNEXES);
    expect(value.tables).toEqual([0]);
    expect(warnings.filter(({ code }) => code === 'table-left-out')).toEqual([
      expect.objectContaining({
        place: { file: 'a.docx', table: 2, row: 1 },
        details: { number: 2, name: 'Phụ lục II: CÔNG TÁC ĐOÀN THỂ', rows: 2, tableKind: 'tasks' },
      }),
      expect.objectContaining({
        place: { file: 'a.docx', table: 3, row: 1 },
        details: { number: 3, name: 'Phụ lục III: BỘ TIÊU CHÍ CHẤM ĐIỂM', rows: 2, tableKind: 'criteria' },
      }),
    ]);
  });

  it('are named also where the document is read as a plan in prose', () => {
    const document = createRawDocument(
      ...[
        'KẾ HOẠCH',
        'Công tác tháng',
        'I. NHIỆM VỤ',
        '1. Rà soát hồ sơ trước ngày 20/3/2031.',
        '2. Tổ chức tập huấn trong quý II.',
        '3. Báo cáo kết quả trước ngày 15/12/2031.',
      ].map(createRawText),
      CRITERIA,
    );
    const content = readDocumentContent(document);
    expect(content.ok && content.value.kind).toBe('plan');
    expect(content.ok && content.warnings.map(({ code }) => code)).toContain('table-left-out');
  });
});

describe('several tables', () => {
  it('are taken together, each an area of its own that its sections name too', () => {
    expect(getIds(ANNEXES, { tables: [0, 1] })).toEqual([
      'PLI.1 Phụ lục I: NHIỆM VỤ CHUYÊN MÔN NĂM 2031 | Rà soát quy chế',
      'PLI.2 Phụ lục I: NHIỆM VỤ CHUYÊN MÔN NĂM 2031 | Tập huấn',
      'PLII.I.1 Phụ lục II – Tổ chức | Họp đoàn',
      'PLII.II.2 Phụ lục II – Thi đua | Sơ kết',
    ]);
    const { annex } = read(ANNEXES, { tables: [0, 1] }).value;
    expect(annex.edition).toMatchObject({ number: '12/KH-UBND', year: 2031 });
  });

  it.each([
    ['the first of them', ANNEXES, 'Phụ lục I NHIỆM VỤ CHUYÊN MÔN NĂM 2031'],
    [
      'their document',
      {
        ...ANNEXES,
        blocks: [
          createRawText('DANH MỤC NHIỆM VỤ NĂM 2031'),
          createRawText('(Kèm theo Quyết định số 12/QĐ-UBND)'),
          ...ANNEXES.blocks,
        ],
      },
      'DANH MỤC NHIỆM VỤ NĂM 2031',
    ],
  ])('have the title of %s; their own are those of their areas', (_, document, title) => {
    const { annex } = read(document, { tables: [0, 1] }).value;
    expect(annex.edition.title).toBe(title);
    expect(annex.sections.map((section) => section.title)).toEqual(
      expect.arrayContaining([
        'Phụ lục I: NHIỆM VỤ CHUYÊN MÔN NĂM 2031',
        expect.stringMatching(/^Phụ lục II( –|: CÔNG TÁC ĐOÀN THỂ)/),
      ]),
    );
  });

  it('"all" takes those of tasks and names the others', () => {
    const { value, warnings } = read(ANNEXES, { tables: 'all' });
    expect(value.tables).toEqual([0, 1]);
    expect(warnings.filter(({ code }) => code === 'table-left-out')).toHaveLength(1);
    expect(warnings.map(({ code }) => code)).not.toContain('table-chosen');
  });

  it('one sheet a post is one area a post, also with headings of their own that have no number', () => {
    const heading: RawCellSpec[] = [{ text: 'Việc hằng ngày', across: 6 }];
    const sheets = createRawDocument(
      createRawTable([HEADER, heading, task('1', 'Trực cổng')], { name: 'Bảo vệ' }),
      createRawTable([HEADER, task('1', 'Cấp phát'), heading, task('2', 'Kiểm kê')], { name: 'Y tế' }),
    );
    expect(getIds(sheets, { tables: 'all' })).toEqual([
      'B1.M2.1 Bảo vệ – Việc hằng ngày | Trực cổng',
      'B2.1 Y tế | Cấp phát',
      'B2.M4.2 Y tế – Việc hằng ngày | Kiểm kê',
    ]);
  });

  it('stay together through the review of their rows', () => {
    const { value, warnings } = read(ANNEXES, { tables: 'all' });
    const review = createAnnexReview(ANNEXES, value, warnings);
    expect(review.annex).toEqual(value.annex);
  });

  it('of different years are refused, unless the year is given', () => {
    const years = createRawDocument(
      createRawTable([[{ text: 'NHIỆM VỤ NĂM 2030', across: 6 }], HEADER, task('1', 'Cũ')], { name: 'A' }),
      createRawTable([[{ text: 'NHIỆM VỤ NĂM 2031', across: 6 }], HEADER, task('1', 'Mới')], { name: 'B' }),
    );
    expect(getProblems(years, { tables: 'all' })[0]).toMatchObject({
      code: 'years-differ',
      details: { years: '2030, 2031' },
    });
    const named = read(years, { tables: 'all', year: { year: 2031, isSchoolYear: false } });
    expect(named.value.annex.edition.year).toBe(2031);
  });

  it('with a number that is not there are refused with the count', () => {
    expect(getProblems(ANNEXES, { tables: [6] })[0]).toMatchObject({
      code: 'table-not-there',
      details: { table: 7, count: 3 },
    });
  });
});

describe('tables under headings of one annex', () => {
  it('are one table with an area each, though their numbers start again', () => {
    const document = createRawDocument(
      createRawText('PHÂN CÔNG NHIỆM VỤ NĂM 2031'),
      createRawText('Lĩnh vực 1: Phòng, chống đuối nước'),
      createRawTable([HEADER, task('1', 'Dạy bơi'), task('2', 'Cắm biển báo')]),
      createRawText('Lĩnh vực 2: An toàn giao thông'),
      createRawTable([HEADER, task('1', 'Trực cổng')], { number: 2 }),
    );
    expect(getIds(document)).toEqual([
      '1.1 Phòng, chống đuối nước | Dạy bơi',
      '1.2 Phòng, chống đuối nước | Cắm biển báo',
      '2.1 An toàn giao thông | Trực cổng',
    ]);
    expect(read(document).value.annex.edition.title).toBe('PHÂN CÔNG NHIỆM VỤ NĂM 2031');
  });

  it('leave out a list of people who have a part in it', () => {
    const members = createRawTable(
      [
        ['TT', 'Họ và tên', 'Chức vụ', 'Nhiệm vụ trong tổ', 'Điện thoại'],
        ['1', 'Trần Thị Bé', 'Kế toán', 'Tổ trưởng', '0900'],
        ['2', 'Lê Văn Hai', 'Văn thư', 'Thành viên', '0901'],
      ],
      { number: 2 },
    );
    const document = createRawDocument(
      createRawTable([HEADER, task('1', 'Dạy bơi')]),
      createRawText('DANH SÁCH TỔ TƯ VẤN'),
      members,
    );
    expect(listTables(document).map(({ kind }) => kind)).toEqual(['tasks', 'staff']);
  });
});

describe('columns that are marked', () => {
  it('with an x name the months of their headers', () => {
    const months = ['T1', 'T2', 'T3'];
    const document = createRawDocument(
      createRawTable([
        [
          { text: 'TT', down: 2 },
          { text: 'Nội dung', down: 2 },
          { text: 'Chịu trách nhiệm chính', down: 2 },
          { text: 'Tiến độ (đánh dấu x)', across: 3 },
          null,
          null,
        ],
        [null, null, null, ...months],
        ['1', 'Dọn kho', 'Bảo vệ', 'x', '', 'x'],
        ['2', 'Kiểm kê', 'Kế toán', '', 'x', ''],
      ]),
    );
    expect(read(document).value.annex.tasks).toMatchObject([
      { content: 'Dọn kho', leadUnit: 'Bảo vệ', timing: 'T1, T3' },
      { content: 'Kiểm kê', leadUnit: 'Kế toán', timing: 'T2' },
    ]);
  });

  it('with a role name the units of their headers', () => {
    const document = createRawDocument(
      createRawTable([
        [
          { text: 'TT', down: 2 },
          { text: 'Nội dung', down: 2 },
          { text: 'Phân công', across: 3 },
          null,
          null,
          { text: 'Thời gian', down: 2 },
        ],
        [null, null, 'Hiệu trưởng', 'Văn thư', 'Kế toán', null],
        ['1', 'Phát thưởng', 'CT', 'PH', 'PH', '29/5'],
        ['2', 'Kiểm kê', '', '', 'CT', '30/6'],
      ]),
    );
    expect(read(document).value.annex.tasks).toMatchObject([
      { leadUnit: 'Hiệu trưởng', coordinatingUnit: 'Văn thư; Kế toán' },
      { leadUnit: 'Kế toán', coordinatingUnit: '' },
    ]);
  });
});

describe('the document that an annex amends', () => {
  it('is kept', () => {
    const document = createRawDocument(
      createRawText('PHỤ LỤC'),
      createRawText('NHIỆM VỤ NĂM 2031'),
      createRawText('(Kèm theo Kế hoạch số 68/KH-UBND điều chỉnh Kế hoạch số 27/KH-UBND)'),
      createRawTable([HEADER, task('1', 'Rà soát')]),
    );
    expect(read(document).value.annex.edition).toMatchObject({ number: '68/KH-UBND', amends: '27/KH-UBND' });
  });
});

describe('the year', () => {
  const document = createRawDocument(createRawTable([HEADER, task('1', 'Rà soát')]));

  it('is asked for once where it is nowhere, and given by the user holds for all', () => {
    expect(read(document).warnings.map(({ code }) => code)).toContain('year-unknown');
    const named = read(document, { year: { year: 2031, isSchoolYear: true } });
    expect(named.value.annex.edition).toMatchObject({ year: 2031, schoolYear: true });
    expect(named.warnings.map(({ code }) => code)).not.toContain('year-unknown');
  });
});

describe('a table of another kind', () => {
  const kinds: [string, string[], string[]][] = [
    [
      'criteria',
      ['STT', 'Tiêu chí', 'Điểm chuẩn', 'Điểm tự chấm', 'Minh chứng'],
      ['1', 'Sổ sách đủ', '10', '', 'Sổ'],
    ],
    [
      'criteria',
      ['STT', 'Nội dung tiêu chí', 'Thang điểm', 'Hướng dẫn chấm', 'Đơn vị phụ trách'],
      ['1', 'Vệ sinh sạch', '5', 'Đạt: 5', 'Tổ 1'],
    ],
    [
      'indicators',
      ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Thực hiện 2030', 'Kế hoạch 2031'],
      ['1', 'Tỷ lệ ra lớp', '%', '97', '98'],
    ],
    [
      'budget',
      ['STT', 'Nội dung chi', 'Đơn vị tính', 'Số lượng', 'Đơn giá', 'Thành tiền', 'Ghi chú'],
      ['1', 'Nước uống', 'thùng', '2', '90.000', '180.000', ''],
    ],
    [
      'staff',
      ['STT', 'Họ và tên', 'Chức vụ', 'Trình độ', 'Số điện thoại'],
      ['1', 'Trần Thị Bưởi', 'Tổ trưởng', 'Đại học', '0900'],
    ],
  ];
  const getTable = (header: string[], row: string[]): RawDocument =>
    createRawDocument(createRawTable([header, row, row, row]));

  it.each(kinds)('%s is named and refused: %j', (kind, header, row) => {
    expect(getProblems(getTable(header, row))).toEqual([
      {
        code: 'other-table',
        severity: 'error',
        place: { file: 'a.docx', table: 1, row: 1 },
        details: { tableKind: kind, rows: 3, table: 1 },
      },
    ]);
  });

  it('is no plan in prose either', () => {
    const [, header, row] = kinds[0]!;
    const content = readDocumentContent(getTable(header, row));
    expect(content.ok ? content.value.kind : content.problems[0]?.code).toBe('other-table');
  });

  it('is taken as tasks where the user says so', () => {
    const [, header, row] = kinds[0]!;
    const { value } = read(getTable(header, row), { asTasks: true });
    expect(value.annex.tasks.map(({ content }) => content)).toEqual([
      'Sổ sách đủ',
      'Sổ sách đủ',
      'Sổ sách đủ',
    ]);
  });

  it.each([
    [
      ['TT', 'Nhiệm vụ', 'Đơn vị chủ trì', 'Kinh phí', 'Nguồn vốn', 'Thời gian'],
      ['1', 'Sửa mái', 'Kế toán', '5', 'NS', 'Quý I'],
    ],
    [
      ['TT', 'Tiêu chí', 'Điểm tối đa', 'Điểm tự chấm', 'Đơn vị chủ trì', 'Thời hạn'],
      ['1', 'Nâng hạng', '5', '4', 'Tổ 1', 'Quý II'],
    ],
    [
      ['TT', 'Nội dung công việc', 'Người thực hiện', 'Điểm', 'Thang điểm', 'Cách chấm'],
      ['1', 'Trực', 'Cô Na', '1', '2', '3'],
    ],
    [
      ['TT', 'Nội dung', 'Đơn vị thực hiện', 'Sản phẩm'],
      ['1', 'Sơ kết', 'Văn phòng', 'Báo cáo'],
    ],
  ])('is none where rows say what is done by whom or when: %j', (header, row) => {
    expect(read(getTable(header, row)).value.annex.tasks).toHaveLength(3);
  });

  it('is never chosen before a table of tasks, however long', () => {
    const rows = Array.from({ length: 30 }, (_, i) => [
      String(i + 1),
      `Tiêu chí ${i}`,
      '10',
      'Trừ dần',
      'Sổ',
    ]);
    const document = createRawDocument(
      createRawTable([['STT', 'Tiêu chí', 'Điểm tối đa', 'Cách chấm', 'Minh chứng'], ...rows]),
      createRawTable([HEADER, task('1', 'Rà soát')], { number: 2 }),
    );
    expect(read(document).value.tables).toEqual([1]);
  });
});

describe('columns that the header does not name', () => {
  const document = createRawDocument(
    createRawText('LỊCH TRỰC NĂM 2031'),
    createRawTable([
      ['Lúc nào', 'Phải lo gì', 'Ai lo', 'Cầm theo'],
      ['12/3/2031', 'Quét khu để xe', 'Cô Mận', 'Chổi'],
      ['13/3/2031', 'Lau bảng', 'Cô Đào', 'Khăn'],
    ]),
  );

  it('are listed with their numbers', () => {
    expect(getProblems(document)).toEqual([
      {
        code: 'no-table',
        severity: 'error',
        place: { file: 'a.docx' },
        details: { found: '1 “Lúc nào”, 2 “Phải lo gì”, 3 “Ai lo”, 4 “Cầm theo”' },
      },
    ]);
    expect(listTables(document)).toMatchObject([
      { readable: false, kind: 'other', tasks: 2, sample: ['12/3/2031', 'Quét khu để xe', 'Cô Mận', 'Chổi'] },
    ]);
  });

  it('are read as the user has assigned them', () => {
    const { annex } = read(document, { columns: { 0: 'timing', 1: 'content', 2: 'leadUnit' } }).value;
    expect(annex.edition).toMatchObject({ title: 'LỊCH TRỰC NĂM 2031', year: 2031 });
    expect(annex.tasks.map(({ content, leadUnit, timing }) => [content, leadUnit, timing])).toEqual([
      ['Quét khu để xe', 'Cô Mận', '12/3/2031'],
      ['Lau bảng', 'Cô Đào', '13/3/2031'],
    ]);
  });

  it('are taken from a header that named another column so', () => {
    const { annex } = read(
      createRawDocument(createRawTable([HEADER, task('1', 'Rà soát'), task('2', 'Tập huấn')])),
      { tables: [0], columns: { 4: 'content' } },
    ).value;
    expect(annex.tasks.map(({ content, product }) => [content, product])).toEqual([
      ['Báo cáo', ''],
      ['Báo cáo', ''],
    ]);
  });
});

describe('tables one below the other on a sheet', () => {
  const OTHER = ['TT', 'Thời gian', 'Đơn vị chủ trì', 'Nội dung công việc', 'Sản phẩm', 'Đơn vị phối hợp'];
  const other = (tt: string, content: string): RawCellSpec[] => [
    tt,
    'Quý I',
    'Văn phòng',
    content,
    'Báo cáo',
    'Các tổ',
  ];
  const sheet = (...rows: RawCellSpec[][]): RawDocument =>
    createRawDocument(createRawTable([['PHÂN CÔNG NĂM 2031'], ...rows], { name: 'Tong hop' }));

  it('have the areas that are printed above them', () => {
    const document = sheet(
      ['I. KHỐI CHUYÊN MÔN'],
      HEADER,
      task('1', 'Tập huấn'),
      ['II. KHỐI HÀNH CHÍNH'],
      OTHER,
      other('1', 'Sửa điện'),
    );
    expect(getIds(document, { tables: 'all' })).toEqual([
      'I.1 KHỐI CHUYÊN MÔN | Tập huấn',
      'II.1 KHỐI HÀNH CHÍNH | Sửa điện',
    ]);
    expect(listTables(document).map(({ name }) => name)).toEqual([
      'Tong hop: I. KHỐI CHUYÊN MÔN',
      'Tong hop: II. KHỐI HÀNH CHÍNH',
    ]);
  });

  it('are one annex where their columns are the same', () => {
    const document = sheet(
      ['I. KHỐI CHUYÊN MÔN'],
      HEADER,
      task('1', 'Tập huấn'),
      ['Người lập biểu', '', '', 'Hiệu trưởng'],
      ['II. KHỐI HÀNH CHÍNH'],
      HEADER,
      task('1', 'Sửa điện'),
    );
    expect(getIds(document)).toEqual(['I.1 KHỐI CHUYÊN MÔN | Tập huấn', 'II.1 KHỐI HÀNH CHÍNH | Sửa điện']);
    expect(read(document).value.annex.tasks[0]?.coordinatingUnit).toBe('Các tổ');
  });

  it('end above who made them, whose name is no part of the last timing', () => {
    const document = sheet(
      HEADER,
      task('1', 'Tập huấn'),
      ['', '', '', 'Người lập'],
      ['', '', '', 'Kim Thị Sen'],
    );
    expect(read(document).value.annex.tasks).toMatchObject([
      { content: 'Tập huấn', coordinatingUnit: 'Các tổ' },
    ]);
  });

  it('have the captions of one kind above them', () => {
    const document = sheet(
      ['Khối chuyên môn'],
      HEADER,
      task('1', 'Tập huấn'),
      ['Khối hành chính'],
      OTHER,
      other('1', 'Sửa điện'),
    );
    expect(getIds(document, { tables: 'all' })).toEqual([
      'B1.1 Khối chuyên môn | Tập huấn',
      'B2.1 Khối hành chính | Sửa điện',
    ]);
    expect(read(document).value.annex.edition.title).toBe('PHÂN CÔNG NĂM 2031');
  });
});

describe('blocks of a table, each under its header', () => {
  const TIMES = ['Thời gian', 'Nội dung', 'Chủ trì', 'Sản phẩm'];
  const rows: RawCellSpec[][] = [
    ['04/9', 'Ngày hội', 'BGH', 'Kịch bản'],
    ['Tuần 3', 'Dự giờ', 'Tổ mẫu giáo', 'Giáo án'],
  ];
  const list = (...lines: RawCellSpec[][]): string[] =>
    getIds(createRawDocument(createRawText('LỊCH NĂM HỌC 2031-2032'), createRawTable(lines)));

  it('have the period above each as their area', () => {
    expect(list(['THÁNG 9'], TIMES, ...rows, ['THÁNG 10'], TIMES, ...rows)).toEqual([
      'M1.+1 THÁNG 9 | Ngày hội',
      'M1.+2 THÁNG 9 | Dự giờ',
      'M2.+1 THÁNG 10 | Ngày hội',
      'M2.+2 THÁNG 10 | Dự giờ',
    ]);
    expect(list(TIMES, ['Tháng 9'], ...rows, ['Tháng 10'], ...rows)).toEqual(
      expect.arrayContaining(['M1.+1 Tháng 9 | Ngày hội', 'M2.+2 Tháng 10 | Dự giờ']),
    );
  });

  it('are no rest of the row above the header', () => {
    expect(list(TIMES, ...rows, TIMES, ...rows)).toHaveLength(4);
  });
});

describe('the codes of tasks', () => {
  it('are their numbers', () => {
    const document = createRawDocument(
      createRawText('DANH MỤC NĂM 2031'),
      createRawTable([
        HEADER,
        task('HC-01', 'Rà soát quy chế'),
        task('HC-02', 'Tập huấn'),
        task('TC1', 'Thanh lý'),
      ]),
    );
    expect(read(document).value.annex.tasks.map(({ tt }) => tt)).toEqual(['HC-01', 'HC-02', 'TC1']);
  });
});

describe('a total of money below the tasks', () => {
  it('is named and left out', () => {
    const { warnings, value } = read(
      createRawDocument(
        createRawText('KẾ HOẠCH NĂM 2031'),
        createRawTable([HEADER, task('1', 'Tập huấn'), ['', 'Tổng kinh phí', '', '', '', '25 triệu']]),
      ),
    );
    expect(value.annex.tasks).toHaveLength(1);
    expect(warnings.map(({ code }) => code)).toContain('rows-skipped');
  });
});
