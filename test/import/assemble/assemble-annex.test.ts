import fc from 'fast-check';
import type { Task } from '../../../src/annex/types';
import { assembleAnnex, assembleTable } from '../../../src/import/assemble/assemble-annex';
import { listTables } from '../../../src/import/assemble/list-tables';
import type { RawDocument } from '../../../src/readers/raw-document';
import { createRawDocument, createRawTable, createRawText, type RawCellSpec } from './create-raw-table';

const HEADER = ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Sản phẩm', 'Thời gian'];
const UNIT = 'Trường Mầm non Hoa Cúc';

function task(
  tt: string,
  content: string,
  lead = 'Phòng Kinh tế',
  product = 'Báo cáo',
  timing = 'Quý I',
): RawCellSpec[] {
  return [tt, content, lead, UNIT, product, timing];
}
const across = (texts: string): RawCellSpec[] => [{ text: texts, across: 6 }, null, null, null, null, null];
function adjacent(number: string, title: string): RawCellSpec[] {
  return [number, { text: title, across: 5 }, null, null, null, null];
}

function assembled(from: RawDocument) {
  const result = assembleTable(from);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}
const getTasks = (from: RawDocument): Task[] => assembled(from).value.annex.tasks;
function brief(from: RawDocument, ...fields: (keyof Task)[]): string[] {
  return getTasks(from).map((one) => fields.map((field) => one[field]).join(' | '));
}
/** Codes of the warnings; most documents here are tables without a head, so that their year is asked for as well. */
const codes = (from: RawDocument): string[] =>
  assembled(from)
    .warnings.map(({ code }) => code)
    .filter((code) => code !== 'year-unknown');
function failure(from: RawDocument) {
  const result = assembleAnnex(from);
  if (result.ok) throw new Error('was read');
  return result.problems;
}

describe('the header of a schedule', () => {
  it('ends above the month that is merged down over its weeks', () => {
    const document = createRawDocument(
      createRawTable([
        ['Tháng', 'Tuần', 'Nội dung công việc', 'Người thực hiện', 'Phối hợp', 'Sản phẩm'],
        [{ text: 'Tháng 9', down: 2 }, 'Tuần 1 (31/8-05/9)', 'Đón trẻ', 'BGH', 'Các lớp', 'Kịch bản'],
        [null, 'Tuần 2 (07/9-12/9)', 'Cân đo', 'Y tế', 'Các lớp', 'Biểu đồ'],
        ['Tháng 10', 'Tuần 1 (28/9-03/10)', 'Hội nghị', 'BGH', 'Công đoàn', 'Nghị quyết'],
      ]),
    );
    expect(brief(document, 'content', 'timing')).toEqual([
      'Đón trẻ | Tháng 9, Tuần 1 (31/8-05/9)',
      'Cân đo | Tháng 9, Tuần 2 (07/9-12/9)',
      'Hội nghị | Tháng 10, Tuần 1 (28/9-03/10)',
    ]);
  });
});

describe('sections', () => {
  it.each([
    ['number beside a merged title', adjacent('I', 'Thể chế'), adjacent('II', 'Tài chính')],
    ['title merged across', across('I. Thể chế'), across('II. Tài chính')],
    ['with a dash', across('I - Thể chế'), across('II - Tài chính')],
    ['called parts', across('Phần I: Thể chế'), across('Phần II: Tài chính')],
    ['alone in their row', ['I', 'Thể chế', '', '', '', ''], ['II', 'Tài chính', '', '', '', '']],
    [
      'number and title in the column of contents',
      ['', 'I. Thể chế', '', '', '', ''],
      ['', 'II. Tài chính', '', '', '', ''],
    ],
    [
      'number and title in the TT column',
      ['I. Thể chế', '', '', '', '', ''],
      ['II. Tài chính', '', '', '', '', ''],
    ],
  ])('%s', (_, one, two) => {
    const annex = createRawDocument(
      createRawTable([HEADER, one, task('1', 'Rà soát văn bản'), two, task('1', 'Lập dự toán')]),
    );
    expect(brief(annex, 'id', 'sectionTitle')).toEqual(['I.1 | Thể chế', 'II.1 | Tài chính']);
  });

  it('reads letters above Roman numbers', () => {
    const annex = createRawDocument(
      createRawTable([
        HEADER,
        across('A. NHIỆM VỤ CHUNG'),
        adjacent('I', 'Thể chế'),
        task('1', 'Rà soát văn bản'),
        adjacent('II', 'Thủ tục'),
        task('1', 'Niêm yết công khai'),
        across('B. NHIỆM VỤ RIÊNG'),
        adjacent('I', 'Tài chính'),
        task('1', 'Lập dự toán'),
      ]),
    );
    expect(brief(annex, 'id', 'sectionTitle')).toEqual([
      'A.I.1 | Thể chế',
      'A.II.1 | Thủ tục',
      'B.I.1 | Tài chính',
    ]);
  });

  it('takes headings without numbers', () => {
    const annex = createRawDocument(
      createRawTable([
        HEADER,
        across('Lĩnh vực thể chế'),
        task('1', 'Rà soát văn bản'),
        across('Lĩnh vực tài chính'),
        task('1', 'Lập dự toán'),
      ]),
    );
    expect(brief(annex, 'id', 'sectionTitle')).toEqual([
      'M1.1 | Lĩnh vực thể chế',
      'M2.1 | Lĩnh vực tài chính',
    ]);
  });

  it('takes an Arabic number with a mere title for a section only when what follows stands below it', () => {
    const annex = createRawDocument(
      createRawTable([
        HEADER,
        adjacent('I', 'Thể chế'),
        task('1', 'Rà soát văn bản'),
        ['2', 'Việc chỉ có nội dung', '', '', '', ''],
        ['3', 'Nhóm việc', '', '', '', ''],
        task('3.1', 'Việc thứ nhất của nhóm'),
        task('3.2', 'Việc thứ hai của nhóm'),
      ]),
    );
    expect(brief(annex, 'id', 'sectionTitle')).toEqual([
      'I.1 | Thể chế',
      'I.2 | Thể chế',
      'I.3.1 | Nhóm việc',
      'I.3.2 | Nhóm việc',
    ]);
  });

  it('does not take a task with mere contents for a section because the next section has no number', () => {
    const annex = createRawDocument(
      createRawTable([
        HEADER,
        across('Thể chế'),
        task('1', 'Rà soát'),
        ['2', 'Việc chỉ có nội dung', '', '', '', ''],
        across('Tài chính'),
        task('1', 'Lập dự toán'),
      ]),
    );
    expect(brief(annex, 'id')).toEqual(['M1.1', 'M1.2', 'M2.1']);
  });

  it('reads sections with Arabic numbers', () => {
    const annex = createRawDocument(
      createRawTable([
        HEADER,
        adjacent('1', 'Thể chế'),
        task('1.1', 'Rà soát văn bản'),
        task('1.2', 'Kiểm tra văn bản'),
        adjacent('2', 'Tài chính'),
        task('2.1', 'Lập dự toán'),
      ]),
    );
    expect(brief(annex, 'id', 'section', 'tt')).toEqual(['1.1 | 1 | 1.1', '1.2 | 1 | 1.2', '2.1 | 2 | 2.1']);
  });

  it('reads the area from a column of its own, merged over its tasks or not', () => {
    const header = ['Lĩnh vực', ...HEADER];
    const merged = createRawDocument(
      createRawTable([
        header,
        [{ text: 'Thể chế', down: 2 }, ...task('1', 'Rà soát văn bản')],
        [null, ...task('2', 'Kiểm tra văn bản')],
        ['Tài chính', ...task('3', 'Lập dự toán')],
      ]),
    );
    expect(brief(merged, 'tt', 'sectionTitle')).toEqual(['1 | Thể chế', '2 | Thể chế', '3 | Tài chính']);
    const repeated = createRawDocument(
      createRawTable([
        header,
        ['I. Thể chế', ...task('1', 'Rà soát văn bản')],
        ['I. Thể chế', ...task('2', 'Kiểm tra văn bản')],
      ]),
    );
    expect(brief(repeated, 'id', 'sectionTitle')).toEqual(['I.1 | Thể chế', 'I.2 | Thể chế']);
  });

  it('joins a title that goes over two rows', () => {
    const annex = createRawDocument(
      createRawTable([
        HEADER,
        ['I', 'Nâng cao chất lượng phục vụ', '', '', '', ''],
        ['', 'người dân và cha mẹ trẻ', '', '', '', ''],
        task('1', 'Khảo sát'),
      ]),
    );
    expect(brief(annex, 'id', 'sectionTitle')).toEqual([
      'I.1 | Nâng cao chất lượng phục vụ người dân và cha mẹ trẻ',
    ]);
  });
});

describe('headers', () => {
  const tiered = (rows: RawCellSpec[][]): RawDocument => createRawDocument(createRawTable(rows));

  it('reads start and end as one time', () => {
    const annex = tiered([
      [
        { text: 'STT', down: 2 },
        { text: 'Nhiệm vụ', down: 2 },
        { text: 'Đơn vị', across: 2 },
        null,
        { text: 'Thời gian', across: 2 },
        null,
      ],
      [null, null, 'Chủ trì', 'Phối hợp', 'Bắt đầu', 'Kết thúc'],
      ['1', 'Rà soát văn bản', 'Phòng Kinh tế', UNIT, '01/3/2031', '30/4/2031'],
      ['2', 'Kiểm tra văn bản', 'Phòng Kinh tế', UNIT, '', '30/6/2031'],
    ]);
    expect(brief(annex, 'leadUnit', 'coordinatingUnit', 'timing')).toEqual([
      `Phòng Kinh tế | ${UNIT} | 01/3/2031 - 30/4/2031`,
      `Phòng Kinh tế | ${UNIT} | 30/6/2031`,
    ]);
  });

  it('reads marks under quarters as those quarters', () => {
    const annex = tiered([
      [
        { text: 'STT', down: 2 },
        { text: 'Nhiệm vụ', down: 2 },
        { text: 'Chủ trì', down: 2 },
        { text: 'Thời gian thực hiện', across: 4 },
        null,
        null,
        null,
      ],
      [null, null, null, 'Quý I', 'Quý II', 'Quý III', 'Quý IV'],
      ['1', 'Rà soát văn bản', 'Phòng Kinh tế', '', 'x', 'x', ''],
    ]);
    expect(brief(annex, 'timing')).toEqual(['Quý II, Quý III']);
  });

  it('takes all rows that a merged header reaches over', () => {
    const annex = tiered([
      [
        { text: 'STT', down: 2 },
        { text: 'Nhiệm vụ', down: 2 },
        { text: 'Chủ trì', down: 2 },
        { text: 'Sản phẩm', across: 2 },
        null,
      ],
      [null, null, null, 'Giai đoạn đầu', 'Giai đoạn sau'],
      ['1', 'Rà soát văn bản', 'Phòng Kinh tế', 'Kế hoạch', 'Báo cáo'],
    ]);
    expect(brief(annex, 'id', 'product')).toEqual(['1 | Kế hoạch; Báo cáo']);
  });

  it('skips the row of column numbers, wherever it stands', () => {
    const numbers = HEADER.map((_, i) => `(${i + 1})`);
    const annex = createRawDocument(
      createRawTable([
        HEADER,
        numbers,
        task('1', 'Rà soát văn bản'),
        HEADER,
        numbers,
        task('2', 'Kiểm tra văn bản'),
      ]),
    );
    expect(brief(annex, 'id')).toEqual(['1', '2']);
  });

  it('finds numbers in a column without a header', () => {
    const annex = createRawDocument(
      createRawTable([['', ...HEADER.slice(1)], task('1', 'Rà soát văn bản'), task('2', 'Kiểm tra văn bản')]),
    );
    expect(brief(annex, 'tt')).toEqual(['1', '2']);
  });

  it('finds numbers at the start of the contents where there is no column for them', () => {
    const annex = createRawDocument(
      createRawTable([
        HEADER.slice(1),
        task('', '1. Rà soát văn bản').slice(1),
        task('', '2. Kiểm tra văn bản').slice(1),
      ]),
    );
    expect(brief(annex, 'tt', 'content')).toEqual(['1 | Rà soát văn bản', '2 | Kiểm tra văn bản']);
    expect(codes(annex)).toContain('columns-missing');
  });

  it('takes "thực hiện" for the lead unit only where no other column is', () => {
    const header = ['TT', 'Nội dung', 'Thực hiện', 'Thời gian'];
    expect(
      brief(
        createRawDocument(createRawTable([header, ['1', 'Rà soát', 'Tổ văn phòng', 'Quý I']])),
        'leadUnit',
        'coordinatingUnit',
      ),
    ).toEqual(['Tổ văn phòng | ']);
    const both = ['TT', 'Nội dung', 'Chủ trì', 'Thực hiện', 'Thời gian'];
    expect(
      brief(
        createRawDocument(createRawTable([both, ['1', 'Rà soát', 'Phòng Kinh tế', UNIT, 'Quý I']])),
        'leadUnit',
        'coordinatingUnit',
      ),
    ).toEqual([`Phòng Kinh tế | ${UNIT}`]);
  });

  it('reads a table that also keeps codes, states and deadlines', () => {
    const header = [
      'Mã',
      'Lĩnh vực',
      ...HEADER,
      'Áp dụng',
      'Lý do không thực hiện',
      'Hạn',
      'Trạng thái',
      'Minh chứng',
      'Ghi chú',
    ];
    const row = [
      'I.1',
      'Thể chế',
      ...task('1', 'Rà soát'),
      'Thực hiện',
      '',
      '31/3/2031',
      'Chưa thực hiện',
      '',
      'Gửi bản giấy',
    ];
    expect(
      brief(
        createRawDocument(createRawTable([header, row])),
        'tt',
        'sectionTitle',
        'coordinatingUnit',
        'timing',
        'product',
        'note',
      ),
    ).toEqual([`1 | Thể chế | ${UNIT} | Quý I | Báo cáo | Gửi bản giấy`]);
  });

  it('names columns it has no use for', () => {
    const annex = createRawDocument(
      createRawTable([
        [...HEADER, 'Địa điểm'],
        [...task('1', 'Rà soát'), 'Hội trường'],
      ]),
    );
    const warning = assembled(annex).warnings.find(({ code }) => code === 'columns-unused');
    expect(warning?.details).toEqual({ columns: '“Địa điểm”' });
  });

  it('reads the year of the plan where it stands only there', () => {
    const header = [...HEADER.slice(0, 5), 'Thời gian trong năm 2031'];
    expect(
      assembled(createRawDocument(createRawTable([header, task('1', 'Rà soát')]))).value.annex.edition.year,
    ).toBe(2031);
  });

  it('guesses columns without a header from their contents', () => {
    const annex = createRawDocument(
      createRawTable([
        adjacent('I', 'Thể chế'),
        task('1', 'Rà soát văn bản của nhà trường trong năm', 'Phòng Kinh tế', 'Báo cáo', 'Quý I'),
        task('2', 'Kiểm tra việc thực hiện quy chế dân chủ', 'Văn phòng UBND', 'Kế hoạch', 'Tháng 3'),
        task('3', 'Công khai thủ tục tại bảng tin nhà trường', 'Phòng Kinh tế', 'Biên bản', 'Trong năm'),
      ]),
    );
    expect(brief(annex, 'id', 'leadUnit', 'coordinatingUnit', 'product', 'timing')).toEqual([
      `I.1 | Phòng Kinh tế | ${UNIT} | Báo cáo | Quý I`,
      `I.2 | Văn phòng UBND | ${UNIT} | Kế hoạch | Tháng 3`,
      `I.3 | Phòng Kinh tế | ${UNIT} | Biên bản | Trong năm`,
    ]);
    expect(codes(annex)).toContain('header-guessed');
  });
});

describe('rows', () => {
  it('reads rows without any number', () => {
    const annex = createRawDocument(
      createRawTable([
        HEADER,
        task('', 'Rà soát văn bản'),
        task('', 'Kiểm tra văn bản', 'Công an'),
        task('', 'Lập dự toán'),
      ]),
    );
    expect(brief(annex, 'id', 'content')).toEqual([
      'M+1 | Rà soát văn bản',
      'M+2 | Kiểm tra văn bản',
      'M+3 | Lập dự toán',
    ]);
  });

  it('never fills a merged cell across', () => {
    const annex = createRawDocument(
      createRawTable([
        HEADER,
        ['1', 'Rà soát', 'Phòng Kinh tế', UNIT, { text: 'Theo kế hoạch riêng', across: 2 }, null],
        task('2', 'Kiểm tra'),
      ]),
    );
    expect(brief(annex, 'product', 'timing')).toEqual(['Theo kế hoạch riêng | ', 'Báo cáo | Quý I']);
  });

  it('joins what a writer has broken over several rows', () => {
    const annex = createRawDocument(
      createRawTable([
        HEADER,
        ['1', 'Xây dựng kế hoạch', 'Phòng Tài', 'Trường Mầm non', 'Kế hoạch,', 'Quý I'],
        ['', 'kiểm tra nội bộ', 'chính', 'Hoa Cúc', 'báo cáo', ''],
        ['', 'năm học', '', '', '', ''],
        ['2', 'Lập dự toán', 'Phòng Tài', 'Trường Mầm non', '', ''],
        ['', '', 'chính', 'Hoa Cúc', '', ''],
      ]),
    );
    expect(brief(annex, 'tt', 'content', 'leadUnit', 'coordinatingUnit', 'product')).toEqual([
      '1 | Xây dựng kế hoạch kiểm tra nội bộ năm học | Phòng Tài chính | Trường Mầm non Hoa Cúc | Kế hoạch, báo cáo',
      '2 | Lập dự toán | Phòng Tài chính | Trường Mầm non Hoa Cúc | ',
    ]);
    expect(
      assembled(annex)
        .warnings.filter(({ code }) => code === 'row-rejoined')
        .map(({ place }) => [place.task, place.row]),
    ).toEqual([
      ['1', 3],
      ['2', 6],
    ]);
  });

  it('joins one task over several rows by its merged number', () => {
    const annex = createRawDocument(
      createRawTable([
        HEADER,
        [
          { text: '1', down: 2 },
          { text: 'Phòng cháy', down: 2 },
          { text: 'Công an', down: 2 },
          { text: UNIT, down: 2 },
          'Kế hoạch',
          'Tháng 3',
        ],
        [null, null, null, null, 'Báo cáo', 'Tháng 9'],
        task('2', 'Kiểm tra'),
      ]),
    );
    expect(brief(annex, 'tt', 'content', 'product', 'timing')).toEqual([
      '1 | Phòng cháy | Kế hoạch; Báo cáo | Tháng 3; Tháng 9',
      '2 | Kiểm tra | Báo cáo | Quý I',
    ]);
    expect(codes(annex)).not.toContain('row-rejoined');
  });

  it('keeps a whole row without a number as a task', () => {
    const annex = createRawDocument(
      createRawTable([
        HEADER,
        task('1', 'Rà soát'),
        task('', 'Kiểm tra việc lưu trữ'),
        task('2', 'Lập dự toán'),
      ]),
    );
    expect(brief(annex, 'id', 'content')).toEqual([
      '1 | Rà soát',
      '1+1 | Kiểm tra việc lưu trữ',
      '2 | Lập dự toán',
    ]);
    expect(codes(annex)).toContain('unnumbered-row');
  });

  it('joins what stands at the top of a page, units printed again only once', () => {
    const rows = [
      HEADER,
      task('1', 'Kiểm tra'),
      task('', 'Nghị quyết của Đảng ủy', 'Phòng Kinh tế', '', ''),
      task('2', 'Rà soát'),
    ];
    const annex = createRawDocument(createRawTable(rows, { rows: { 2: { startsPage: true } } }));
    expect(brief(annex, 'content', 'leadUnit', 'coordinatingUnit')).toEqual([
      `Kiểm tra Nghị quyết của Đảng ủy | Phòng Kinh tế | ${UNIT}`,
      `Rà soát | Phòng Kinh tế | ${UNIT}`,
    ]);
  });

  it('joins a sign cut by the page without a space', () => {
    const annex = createRawDocument(
      createRawTable(
        [HEADER, task('1', 'Thực hiện Kế hoạch số 12/KH-'), ['', 'UBND của xã', '', '', '', '']],
        {
          rows: { 2: { startsPage: true } },
        },
      ),
    );
    expect(brief(annex, 'content')).toEqual(['Thực hiện Kế hoạch số 12/KH-UBND của xã']);
  });

  it.each([
    ['a header', ['', 'đội ngũ viên chức ngang tầm nhiệm vụ', 'vụ', 'Hoa Cúc', 'báo cáo', 'năm']],
    ['a header with capitals', ['', 'Hệ thống hồ sơ', 'Nội vụ', 'thực hiện nội dung này', '', '']],
    ['a header in small letters', ['', 'nhiệm vụ', 'phụ trách', 'phối hợp', 'kết quả', 'thời hạn']],
    [
      'a header among other words',
      [
        '',
        'Viên chức phường An Bình được giao nhiệm vụ',
        'Tổ do phường lập phụ trách',
        '',
        'Thư mời kèm kết quả',
        'Khi sắp hết thời hạn',
      ],
    ],
    ['a place and date', ['', 'phường, ngày 02 tháng 3 năm 2031', '', '', '', '']],
  ])('joins the end of a task cut by the page though it reads like %s', (_, tail) => {
    const annex = createRawDocument(
      createRawTable([HEADER, task('1', 'Theo Kế hoạch của'), tail as RawCellSpec[], task('2', 'Kiểm tra')], {
        rows: { 2: { startsPage: true } },
      }),
    );
    expect(brief(annex, 'tt')).toEqual(['1', '2']);
    expect(brief(annex, 'content')[0]).toBe(`Theo Kế hoạch của ${tail[1]}`);
  });

  it('leaves out totals and legends, signatures and what follows them', () => {
    const annex = createRawDocument(
      createRawTable([
        HEADER,
        task('1', 'Rà soát'),
        across('Ghi chú: các đơn vị báo cáo bằng văn bản.'),
        [
          { text: 'Nơi nhận:\n- Lưu: VT.', across: 3 },
          null,
          null,
          { text: 'HIỆU TRƯỞNG', across: 3 },
          null,
          null,
        ],
        ['', '', '', { text: 'Nguyễn Thị Hạnh', across: 3 }, null, null],
      ]),
    );
    expect(brief(annex, 'id', 'content')).toEqual(['1 | Rà soát']);
    expect(codes(annex)).toEqual(['rows-skipped', 'no-section']);
    expect(JSON.stringify(assembled(annex))).not.toContain('Hạnh');
  });

  it('takes a date line and an office in capitals for the end', () => {
    const annex = createRawDocument(
      createRawTable([
        HEADER,
        task('1', 'Rà soát'),
        ['', '', '', '', { text: 'An Bình, ngày 05 tháng 02 năm 2031', across: 2 }, null],
        ['', '', '', '', { text: 'KT. HIỆU TRƯỞNG', across: 2 }, null],
        ['', '', '', '', { text: 'Nguyễn Thị Hạnh', across: 2 }, null],
      ]),
    );
    expect(brief(annex, 'content', 'product', 'timing')).toEqual(['Rà soát | Báo cáo | Quý I']);
  });

  it('keeps a task that has a number and nothing else', () => {
    const annex = createRawDocument(
      createRawTable([HEADER, task('1', 'Rà soát'), ['2', '', '', '', '', ''], task('3', 'Lập dự toán')]),
    );
    expect(brief(annex, 'id')).toEqual(['1', '2', '3']);
    expect(codes(annex)).toContain('blank-content');
  });
});

describe('several tables', () => {
  const first = (number = 1) =>
    createRawTable([HEADER, adjacent('I', 'Thể chế'), task('1', 'Rà soát văn bản')], { number });

  it.each([
    ['with its header again', [HEADER, task('2', 'Kiểm tra văn bản')], []],
    ['without a header', [task('2', 'Kiểm tra văn bản')], []],
    ['after a page number', [task('2', 'Kiểm tra văn bản')], ['2']],
    ['after words that are no title', [HEADER, task('2', 'Kiểm tra văn bản')], ['(tiếp theo)']],
  ])('continues a table %s', (_, rows, between) => {
    const annex = createRawDocument(
      first(),
      ...(between as string[]).map(createRawText),
      createRawTable(rows as RawCellSpec[][], { number: 2 }),
    );
    expect(brief(annex, 'id')).toEqual(['I.1', 'I.2']);
    expect(codes(annex)).toEqual([]);
  });

  it('continues with a table whose last columns are blank, up to the signature', () => {
    const annex = createRawDocument(
      first(),
      createRawTable(
        [
          ['', 'của phường', '', '', '', ''],
          ['Nơi nhận:', '', '', '', '', ''],
        ],
        { number: 2 },
      ),
      createRawTable([task('2', 'Bảng khác')], { number: 3 }),
    );
    expect(brief(annex, 'content')).toEqual(['Rà soát văn bản của phường']);
  });

  it('ends a header printed again where the first one ended', () => {
    const tail: RawCellSpec[] = [
      '',
      'công việc năm',
      '',
      'thực hiện nội dung',
      'kết quả',
      'hoàn thành trong năm',
    ];
    const header = [
      HEADER.map((one, x): RawCellSpec => (x === 0 ? { text: one, down: 2 } : (one.split(' ')[0] ?? ''))),
      HEADER.map((one, x): RawCellSpec => (x === 0 ? null : one.split(' ').slice(1).join(' '))),
    ];
    const annex = createRawDocument(
      createRawTable([...header, task('1', 'Báo cáo')]),
      createRawTable([...header, tail, task('2', 'Kiểm tra')], { number: 2 }),
    );
    expect(brief(annex, 'content', 'product', 'timing')).toEqual([
      'Báo cáo công việc năm | Báo cáo kết quả | Quý I hoàn thành trong năm',
      'Kiểm tra | Báo cáo | Quý I',
    ]);
  });

  it('takes a heading between two tables for the next section', () => {
    const annex = createRawDocument(
      first(),
      createRawText('II. Tài chính'),
      createRawTable([HEADER, task('1', 'Lập dự toán')], { number: 2 }),
    );
    expect(brief(annex, 'id', 'sectionTitle')).toEqual(['I.1 | Thể chế', 'II.1 | Tài chính']);
  });

  it('takes the heading before the first of them too, where it counts with those between', () => {
    const annex = (heading: string): RawDocument =>
      createRawDocument(
        createRawText('NHIỆM VỤ NĂM 2032'),
        createRawText(heading),
        createRawText('và công chức'),
        createRawTable([HEADER, task('1', 'Rà soát')]),
        createRawText('II. Tài chính'),
        createRawText('và tài sản'),
        createRawTable([HEADER, task('1', 'Lập dự toán')], { number: 2 }),
      );
    expect(brief(annex('I. Thể chế'), 'id', 'sectionTitle')).toEqual([
      'I.1 | Thể chế và công chức',
      'II.1 | Tài chính và tài sản',
    ]);
    expect(assembled(annex('I. Thể chế')).value.annex.edition.title).toBe('NHIỆM VỤ NĂM 2032');
    expect(brief(annex('IV. Phân công'), 'section', 'sectionTitle')).toEqual([
      ' | ',
      'II | Tài chính và tài sản',
    ]);
  });

  it('separates a table that begins again after other text', () => {
    const annex = createRawDocument(
      first(),
      createRawText('Bảng theo dõi của năm trước:'),
      createRawTable([HEADER, adjacent('I', 'Cũ'), task('1', 'Việc cũ')], { number: 2 }),
    );
    expect(listTables(annex)).toHaveLength(2);
  });

  const two = createRawDocument(
    createRawText('Phụ lục I'),
    createRawTable([HEADER, task('1', 'Rà soát')]),
    createRawText('Phụ lục II'),
    createRawText('NHIỆM VỤ NĂM 2032'),
    createRawTable([HEADER, task('1', 'Lập dự toán'), task('2', 'Kiểm kê')], { number: 2 }),
  );

  it('takes the better of two annexes and says so', () => {
    expect(brief(two, 'content')).toEqual(['Lập dự toán', 'Kiểm kê']);
    expect(assembled(two).value.annex.edition).toMatchObject({
      title: 'Phụ lục II NHIỆM VỤ NĂM 2032',
      year: 2032,
    });
    expect(assembled(two).warnings[0]).toMatchObject({
      code: 'table-chosen',
      details: { table: 2 },
      place: { table: 2 },
    });
  });

  it('lists both, and reads the one asked for', () => {
    expect(listTables(two).map(({ index, tasks, place }) => [index, tasks, place.table])).toEqual([
      [0, 1, 1],
      [1, 2, 2],
    ]);
    const other = assembleTable(two, { tables: [0] });
    expect(other.ok && other.value.annex.tasks.map(({ content }) => content)).toEqual(['Rà soát']);
    expect(other.ok && other.warnings.map(({ code }) => code)).not.toContain('table-chosen');
  });

  it('takes the better sheet, never a hidden one before a visible one', () => {
    const small = createRawTable([HEADER, task('1', 'Rà soát')], { name: 'Phụ lục' });
    const large = createRawTable([HEADER, task('1', 'Lập dự toán'), task('2', 'Kiểm kê')], { name: 'Cũ' });
    const visible = createRawDocument(small, large);
    expect(assembled(visible).warnings[0]).toMatchObject({ code: 'sheet-chosen', details: { sheet: 'Cũ' } });
    const hidden: RawDocument = {
      ...visible,
      warnings: [{ code: 'hidden-sheet', severity: 'warning', place: { sheet: 'Cũ' } }],
    };
    expect(brief(hidden, 'content')).toEqual(['Rà soát']);
  });

  it('keeps another list in the same sheet apart', () => {
    const annex = createRawDocument(
      createRawTable([
        HEADER,
        task('1', 'Rà soát'),
        task('2', 'Kiểm tra'),
        ['Nơi nhận:', '', '', '', '', ''],
        ['TT', 'Nhiệm vụ', 'Đơn vị phối hợp', 'Thời hạn', 'Ghi chú', ''],
        ['1', 'Việc khác', UNIT, 'Quý I', '', ''],
      ]),
    );
    expect(brief(annex, 'content')).toEqual(['Rà soát', 'Kiểm tra']);
    expect(listTables(annex)).toHaveLength(2);
  });
});

describe('refusals', () => {
  it('finds no table', () => {
    expect(failure(createRawDocument(createRawText('Kế hoạch')))).toEqual([
      { code: 'no-table', severity: 'error', place: { file: 'a.docx' } },
    ]);
    expect(
      failure(
        createRawDocument(
          createRawTable([
            ['Họ tên', 'Chức vụ'],
            ['Nguyễn Thị Hạnh', 'Giáo viên'],
          ]),
        ),
      )[0]?.code,
    ).toBe('no-table');
  });

  it('names the columns found and those missing', () => {
    expect(
      failure(
        createRawDocument(
          createRawTable([
            ['STT', 'Sản phẩm', 'Thời hạn'],
            ['1', 'Báo cáo', 'Quý I'],
          ]),
        ),
      ),
    ).toEqual([
      {
        code: 'columns-missing',
        severity: 'error',
        place: { file: 'a.docx', table: 1, row: 1 },
        details: {
          columns: '“Nội dung công việc”, “Đơn vị chủ trì”, “Đơn vị phối hợp”',
          found: '1 “STT”, 2 “Sản phẩm”, 3 “Thời hạn”',
          table: 1,
        },
      },
    ]);
  });

  it('says when there is a header and nothing below it', () => {
    expect(failure(createRawDocument(createRawTable([HEADER])))[0]).toMatchObject({
      code: 'no-rows',
      place: { table: 1 },
    });
  });
});

it('says where each task stands in the source', () => {
  const annex = createRawDocument(
    createRawTable([HEADER, task('1', 'Rà soát văn'), ['', 'bản', '', '', '', '']], {
      rows: { 2: { startsPage: true } },
    }),
  );
  const place = { file: 'a.docx', table: 1 };
  expect(assembled(annex).value.sources).toEqual([
    {
      task: '1',
      rows: [
        { ...place, row: 2 },
        { ...place, row: 3 },
      ],
      cells: {},
    },
  ]);
});

describe('rows without a number', () => {
  const rows = (...added: RawCellSpec[][]): RawDocument =>
    createRawDocument(
      createRawTable([HEADER, task('1', 'Ban hành kế hoạch'), ...added, task('2', 'Tổng kết')]),
    );

  it.each([
    [['', 'Tổng cộng: 02 nhiệm vụ', '', '', '', '']],
    [['Tổng', '', '', '', '', '']],
    [['', 'Cộng mục I', '', '', '05', '12']],
    [['', '', '', '', '', 'Tổng: 5']],
    [['', 'Ghi chú: nộp bản giấy', '', '', '', '']],
    [['(*) Nhiệm vụ mới', '', '', '', '', '']],
  ])('are named and left out where they are totals or notes: %j', (row) => {
    const document = rows(row);
    expect(brief(document, 'content')).toEqual(['Ban hành kế hoạch', 'Tổng kết']);
    expect(codes(document)).toContain('rows-skipped');
  });

  it.each(['Cộng tác viên dư luận', 'Tổng hợp báo cáo', 'Tổng số hóa hồ sơ'])(
    'are tasks where they only begin alike: %s',
    (content) => {
      expect(brief(rows(task('', content, 'Phòng Kinh tế', 'Danh sách', 'Quý II')), 'content')).toContain(
        content,
      );
    },
  );

  it('are tasks of their own where product or timing differ, and go on with the task above where not', () => {
    expect(
      brief(rows(['-', 'Công khai kế hoạch', 'Văn thư', '', 'Ảnh chụp', 'Tháng 7']), 'content'),
    ).toHaveLength(3);
    expect(brief(rows(['', 'trên trang thông tin', '', '', 'và ảnh', '']), 'content')).toEqual([
      'Ban hành kế hoạch trên trang thông tin',
      'Tổng kết',
    ]);
  });

  it('are headings of an area where they stand alone before a numbered row', () => {
    const document = rows(['', 'Hạ tầng và dữ liệu', '', '', '', '']);
    expect(assembled(document).value.annex.sections.map(({ title }) => title)).toEqual([
      'Hạ tầng và dữ liệu',
    ]);
  });
});

it('asks where one cell names several units and its header both kinds', () => {
  const table = createRawTable([
    ['TT', 'Nội dung công việc', 'Đơn vị chủ trì, phối hợp', 'Sản phẩm', 'Thời gian'],
    ['1', 'Ban hành kế hoạch', 'Văn phòng, Kế toán', 'Kế hoạch', 'Quý I'],
    ['2', 'Tổng kết', 'Văn phòng; Công đoàn', 'Báo cáo', 'Quý IV'],
  ]);
  expect(brief(createRawDocument(table), 'leadUnit', 'coordinatingUnit')).toEqual([
    'Văn phòng, Kế toán | ',
    'Văn phòng | Công đoàn',
  ]);
  expect(
    assembled(createRawDocument(table)).warnings.filter(({ code }) => code === 'units-not-split'),
  ).toMatchObject([{ place: { row: 2 }, details: { text: 'Văn phòng, Kế toán' } }]);
});

it('puts file, table, row and task to each warning', () => {
  const annex = createRawDocument(
    createRawText('PHỤ LỤC NĂM 2026'),
    createRawTable([HEADER, adjacent('I', 'Thể chế'), task('1', 'Rà soát', '')]),
  );
  expect(assembled(annex).warnings).toEqual([
    {
      code: 'blank-lead-unit',
      severity: 'warning',
      place: { file: 'a.docx', table: 1, row: 3, task: 'I.1' },
    },
  ]);
});

describe('any table at all', () => {
  const texts = fc.constantFrom(
    ...[
      '',
      '',
      'TT',
      'Nội dung',
      'Đơn vị chủ trì',
      'Phối hợp',
      'Sản phẩm',
      'Thời gian',
      'Ghi chú',
      'Lĩnh vực',
      '1',
      '2',
      '1.1',
    ],
    ...[
      'I',
      'II',
      'A',
      'a)',
      '-',
      'nt',
      '(1)',
      '(2)',
      '(3)',
      'Nơi nhận:',
      'HIỆU TRƯỞNG',
      'PHỤ LỤC II',
      'không thực hiện',
      'Rà soát.',
    ],
  );
  const rawTable = fc
    .record({
      rows: fc.integer({ min: 0, max: 9 }),
      cells: fc.array(
        fc.record({
          row: fc.integer({ min: -1, max: 10 }),
          column: fc.integer({ min: -1, max: 7 }),
          rowSpan: fc.integer({ min: 0, max: 12 }),
          columnSpan: fc.integer({ min: 0, max: 20000 }),
          text: fc.oneof(texts, fc.string({ unit: 'binary' })),
        }),
        { maxLength: 40 },
      ),
      startsPage: fc.boolean(),
    })
    .map(({ rows, cells, startsPage }) => ({
      ...createRawTable(Array.from({ length: rows }, () => [])),
      columnCount: 8,
      cells,
      rows: Array.from({ length: Math.max(0, rows - 1) }, () => ({ place: {}, startsPage })),
    }));
  const blocks = fc.array(fc.oneof(rawTable, texts.map(createRawText)), { maxLength: 5 });

  it('is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(blocks, (any) => {
        const result = assembleAnnex(createRawDocument(...any));
        if (!result.ok) expect(result.problems.length).toBeGreaterThan(0);
        else expect(new Set(result.value.tasks.map(({ id }) => id)).size).toBe(result.value.tasks.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a long list', () => {
  it('that is no annex is no table of tasks, however many cells it has', () => {
    const rows = Array.from({ length: 10_000 }, (_, row) =>
      Array.from({ length: 14 }, (_unused, column) => `M${row}-${column}`),
    );
    expect(assembleAnnex(createRawDocument(createRawTable(rows)))).toMatchObject({
      ok: false,
      problems: [{ code: 'no-table' }],
    });
  });

  it('is not tried row by row as a header: tasks with header words, numbered beyond 999', () => {
    const rows = Array.from({ length: 4_000 }, (_, row) =>
      task(String(row + 1), `Nội dung công việc ${row}`, 'Văn phòng', 'Sản phẩm phần mềm', 'Quý I'),
    );
    const start = process.cpuUsage();
    const annex = assembleAnnex(createRawDocument(createRawTable([HEADER, ...rows])));
    expect(annex.ok && annex.value.tasks).toHaveLength(4_000);
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(8);
  });
});
