import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { findTimingPhrases } from '../../../src/import/plan-document/find-timing-phrases';
import { parseLegalBases } from '../../../src/import/plan-document/parse-legal-bases';
import { parseTargets } from '../../../src/import/plan-document/parse-targets';
import {
  detectDocumentKind,
  readDocumentContent,
} from '../../../src/import/plan-document/read-document-content';
import { readPlanDocument } from '../../../src/import/plan-document/read-plan-document';
import type { PlanDocument } from '../../../src/import/plan-document/types';
import { readText } from '../../../src/import/text-tables/read-text';
import type { RawDocument } from '../../../src/readers/raw-document';
import { cleanText } from '../../../src/shared/text';
import { PRINTED_PLAN } from '../../support/documents/printed-plan';
import { createRunningText } from '../../support/documents/sample-text';
import { describeShared, getSharedPath, readSharedJson } from '../../support/shared-data';

function readPlan(document: RawDocument): PlanDocument {
  const plan = readPlanDocument(document);
  if (!plan.ok) throw new Error(plan.problems[0]!.code);
  return plan.value;
}
function createDocument(text: string): RawDocument {
  const read = readText(text, 'a.txt');
  if (!read.ok) throw new Error(read.problems[0]!.code);
  return read.value;
}

describe('a plan in prose', () => {
  const plan = readPlan(createDocument(PRINTED_PLAN));

  it('has a head', () => {
    expect(plan.edition).toEqual({
      issuer: 'TRƯỜNG TIỂU HỌC SÔNG LAM',
      number: '07/KH-THSL',
      date: '2025-02-05',
      title: 'KẾ HOẠCH Phát triển văn hóa đọc năm 2025',
      year: 2025,
    });
  });

  it('names the documents it is based on', () => {
    expect(plan.legalBases).toEqual([
      {
        type: 'Thông tư',
        number: '16/2022/TT-BGDĐT',
        date: '2022-11-22',
        agency: 'Bộ trưởng Bộ Giáo dục và Đào tạo',
        subject: 'ban hành quy định tiêu chuẩn thư viện',
      },
      {
        type: 'Quyết định',
        number: '12/QĐ-UBND',
        date: '2025-01-03',
        agency: 'Ủy ban nhân dân phường',
        subject: 'giao chỉ tiêu năm học',
      },
    ]);
  });

  it('has items with their sections and printed numbers', () => {
    expect(plan.items.map(({ section, number, text }) => [section, number, text])).toEqual([
      [
        'I.1',
        '',
        'Học sinh có thói quen đọc sách mỗi ngày, biết chọn sách hợp lứa tuổi, biết kể lại điều đã đọc.',
      ],
      ['I.1', '', 'Thư viện là nơi học sinh thích đến.'],
      ['I.2', '', 'Việc làm thiết thực, không hình thức.'],
      ['II', '1', 'Tối thiểu 90% học sinh đọc ít nhất 02 quyển sách mỗi tháng.'],
      ['II', '2', 'Về tủ sách:'],
      ['II', '2.1', '100% lớp có tủ sách; riêng khối 1 đạt từ 98,5% trở lên.'],
      ['III.1', '1.1', 'Kiểm kê sách trước ngày 15 tháng 8 năm 2025.'],
      ['III.1', '1.10', 'Mở cửa thư viện hằng tuần theo lịch.\nPhân công giáo viên trực.'],
      ['III.2.*1', '', 'Đăng bài lên trang thông tin của trường.'],
    ]);
    expect(plan.items.at(-1)!.sectionTitle).toBe('Tổ văn phòng');
    expect(plan.items.map(({ timing }) => timing).filter((timing) => timing.length > 0)).toEqual([
      ['mỗi ngày'],
      ['mỗi tháng'],
      ['trước ngày 15 tháng 8 năm 2025'],
      ['hằng tuần'],
    ]);
  });

  it('sets targets', () => {
    expect(plan.targets.map(({ comparator, value, unit, text }) => [comparator, value, unit, text])).toEqual([
      ['>=', 90, '%', 'Tối thiểu 90% học sinh đọc ít nhất 02 quyển sách mỗi tháng'],
      ['=', 100, '%', '100% lớp có tủ sách'],
      ['>=', 98.5, '%', 'riêng khối 1 đạt từ 98,5% trở lên'],
    ]);
  });

  it('is distinguished from an annex, and from neither', () => {
    expect(detectDocumentKind(createDocument(PRINTED_PLAN))).toBe('plan');
    expect(detectDocumentKind(createDocument(createRunningText()))).toBe('annex');
    expect(detectDocumentKind(createDocument('Kính gửi quý phụ huynh.\nTrân trọng cảm ơn.'))).toBe('unknown');
    expect(readPlanDocument(createDocument('Kính gửi quý phụ huynh.'))).toMatchObject({
      problems: [{ code: 'no-plan' }],
    });
  });

  it('has the timing of the month that its items stand below', () => {
    const { edition, items } = readPlan(
      createDocument(
        [
          'UBND XÃ AN HÒA',
          'Số: 12/KH-THAH',
          'KẾ HOẠCH',
          'Công tác thư viện năm học 2026-2027',
          'THÁNG 9',
          '1. Kiểm kê kho sách và thanh lý sách rách.',
          '2. Họp tổ thư viện trước ngày 20/9.',
          'THÁNG 10 + 11:',
          '1. Tổ chức ngày hội đọc sách cấp trường.',
          'Quý I/2027',
          '- Bổ sung đầu sách.',
        ].join('\n'),
      ),
    );
    expect(edition.title).toBe('KẾ HOẠCH Công tác thư viện năm học 2026-2027');
    expect(items.map(({ section, number, text, timing }) => [section, number, text, timing])).toEqual([
      ['T9', '1', 'Kiểm kê kho sách và thanh lý sách rách.', ['Tháng 9']],
      ['T9', '2', 'Họp tổ thư viện trước ngày 20/9.', ['trước ngày 20/9']],
      ['T10+11', '1', 'Tổ chức ngày hội đọc sách cấp trường.', ['Tháng 10 + 11']],
      ['QI', '', 'Bổ sung đầu sách.', ['Quý I/2027']],
    ]);
  });

  it('has a month below its title as a part of it', () => {
    const { edition } = readPlan(
      createDocument(
        'UBND XÃ AN HÒA\nKẾ HOẠCH CÔNG TÁC\nTHÁNG 9 NĂM 2026\n\n1. Khai giảng năm học mới.\n2. Họp phụ huynh.',
      ),
    );
    expect(edition).toMatchObject({ title: 'KẾ HOẠCH CÔNG TÁC THÁNG 9 NĂM 2026', year: 2026 });
  });

  it('reads paragraphs of Word as they are', () => {
    const document: RawDocument = {
      source: 'docx',
      file: 'a.docx',
      warnings: [],
      blocks: ['KẾ HOẠCH', 'I. VIỆC', '1. Đọc sách.', '2. Viết bài', 'Mỗi lớp một bài.'].map((text) => ({
        kind: 'text',
        text,
        place: {},
      })),
    };
    expect(readPlan(document).items.map(({ number, text }) => [number, text])).toEqual([
      ['1', 'Đọc sách.'],
      ['2', 'Viết bài\nMỗi lớp một bài.'],
    ]);
  });
});

const HEAD = `TRƯỜNG TIỂU HỌC LA NGÀ
Số: 14/KH-THLN

KẾ HOẠCH
Tổ chức tuần lễ đọc sách năm 2026
`;

function readItems(text: string): [section: string, number: string, text: string][] {
  return readPlan(createDocument(text)).items.map((item) => [item.section, item.number, item.text]);
}

describe('a plan copied from Word', () => {
  it('has a paragraph in each line, with and without blank lines between them', () => {
    const lines = [
      'I. MỤC ĐÍCH',
      'Nâng cao văn hóa đọc trong cán bộ, giáo viên, nhân viên và học sinh toàn trường theo chỉ đạo của cấp trên.',
      'Rèn kỹ năng trình bày.',
      'II. NHIỆM VỤ',
      '1. Đối với giáo viên chủ nhiệm (gồm cả giáo viên dạy thay, giáo viên bộ môn được phân công kiêm nhiệm trong năm)',
      'Chọn sách hợp lứa tuổi.',
      'Đọc cùng học sinh hằng tuần.',
    ];
    const items = [
      ['I', '', lines[1]],
      ['I', '', lines[2]],
      ['II.1', '', lines[5]],
      ['II.1', '', lines[6]],
    ];
    for (const separator of ['\n', '\n\n', '\n\n\n'])
      expect(readItems(`${HEAD}\n${lines.join(separator)}`)).toEqual(items);
  });

  it('keeps numbers that a tab separates from their words', () => {
    const text =
      'I.\tMỤC ĐÍCH\n-\tNâng cao văn hóa đọc.\nII.\tNỘI DUNG\n1.\tTrưng bày sách.\n2.\tThi kể chuyện.';
    expect(readItems(`${HEAD}\n${text}`)).toEqual([
      ['I', '', 'Nâng cao văn hóa đọc.'],
      ['II', '1', 'Trưng bày sách.'],
      ['II', '2', 'Thi kể chuyện.'],
    ]);
  });

  it('ends a broken paragraph at a blank line', () => {
    const text = `I. MỤC ĐÍCH

Nâng cao văn hóa đọc trong cán bộ, giáo viên, nhân viên và học sinh toàn trường
theo chỉ đạo của cấp trên, gắn với việc xây dựng thư viện thân thiện trong năm.

Xây dựng thói quen đọc sách hằng ngày cho học sinh, khuyến khích cha mẹ cùng con.

Thi kể chuyện.`;
    expect(readItems(`${HEAD}\n${text}`)).toHaveLength(3);
  });
});

describe('numbers of a plan', () => {
  it.each<[string, string, [string, string, string][]]>([
    [
      'tasks without sections',
      '1. Trưng bày sách.\n2. Thi kể chuyện.',
      [
        ['', '1', 'Trưng bày sách.'],
        ['', '2', 'Thi kể chuyện.'],
      ],
    ],
    [
      'Arabic sections with lettered items',
      '1. Nội dung\na) Trưng bày sách.\nb) Thi kể chuyện.',
      [
        ['1', 'a', 'Trưng bày sách.'],
        ['1', 'b', 'Thi kể chuyện.'],
      ],
    ],
    [
      'capitals above Roman numbers',
      'A. CHUYÊN MÔN\nI. DẠY HỌC\n- Ổn định nền nếp.\nB. CÔNG TÁC KHÁC\n- Họp lớp.\nT. Nguyễn Văn Hòa phụ trách.',
      [
        ['A.I', '', 'Ổn định nền nếp.'],
        ['B', '', 'Họp lớp.'],
        ['B', '', 'T. Nguyễn Văn Hòa phụ trách.'],
      ],
    ],
    [
      'parts with their titles in the next line',
      'PHẦN THỨ NHẤT\nTÌNH HÌNH\nI. Thuận lợi\nĐội ngũ trẻ.\nPHẦN THỨ HAI\nNHIỆM VỤ\nI. Dạy học\n1. Bồi dưỡng học sinh.',
      [
        ['PHẦN THỨ NHẤT.I', '', 'Đội ngũ trẻ.'],
        ['PHẦN THỨ HAI.I', '1', 'Bồi dưỡng học sinh.'],
      ],
    ],
    [
      'without blanks, with strokes',
      'I/MỤC ĐÍCH\n-Rèn kỹ năng.\nII/ NỘI DUNG\n1/ Trưng bày sách.\n2/ Thi kể chuyện.',
      [
        ['I', '', 'Rèn kỹ năng.'],
        ['II', '1', 'Trưng bày sách.'],
        ['II', '2', 'Thi kể chuyện.'],
      ],
    ],
  ])('%s', (_, text, items) => expect(readItems(`${HEAD}\n${text}`)).toEqual(items));
});

describe('a paragraph without a number below an item', () => {
  const read = (...lines: string[]) => {
    const plan = readPlanDocument(
      createDocument(['KẾ HOẠCH', 'Năm học 2026-2027', '', ...lines].join('\n\n')),
    );
    if (!plan.ok) throw new Error(plan.problems[0]!.code);
    return { texts: plan.value.items.map(({ text }) => text), warnings: plan.warnings };
  };

  it.each([
    'Thành phần: toàn trường.',
    'Trong đó báo cáo trước ngày 20/9/2026 gửi phòng.',
    'Chú trọng các lớp có học sinh khuyết tật học hòa nhập.',
  ])('continues it on a line of its own: %s', (bare) => {
    const { texts, warnings } = read(
      'I. NHIỆM VỤ',
      '1. Rà soát hồ sơ trước ngày 15/9/2026.',
      bare,
      '2. Họp tổ hằng tháng.',
    );
    expect(texts).toEqual([`Rà soát hồ sơ trước ngày 15/9/2026.\n${bare}`, 'Họp tổ hằng tháng.']);
    expect(warnings).toEqual([]);
  });

  it.each(['Tổ chức hội nghị viên chức trước ngày 10/10/2026.', 'Thư viện kiểm kê sách hằng quý.'])(
    'is an item where it has a timing of its own, as the one above: %s',
    (bare) => {
      const { texts, warnings } = read(
        'I. NHIỆM VỤ',
        '1. Rà soát hồ sơ trước ngày 15/9/2026.',
        bare,
        '2. Họp tổ hằng tháng.',
      );
      expect(texts).toEqual(['Rà soát hồ sơ trước ngày 15/9/2026.', bare, 'Họp tổ hằng tháng.']);
      expect(warnings).toEqual([]);
    },
  );

  it('is asked about where its timing may be that of the item above', () => {
    const bare = 'Gửi hồ sơ về phòng trước ngày 15/6/2027.';
    const { texts, warnings } = read(
      'I. NHIỆM VỤ',
      '1. Hoàn thiện hồ sơ kiểm định của trường.',
      bare,
      '2. Họp tổ hằng tháng.',
    );
    expect(texts).toEqual([`Hoàn thiện hồ sơ kiểm định của trường.\n${bare}`, 'Họp tổ hằng tháng.']);
    expect(warnings).toMatchObject([{ code: 'plan-paragraph-joined', details: { text: bare, item: '1' } }]);
  });
});

describe('who does an item of a plan, and when', () => {
  const readItems = (...lines: string[]) =>
    readPlan(createDocument(['KẾ HOẠCH', 'Thư viện năm 2026', '', 'I. NHIỆM VỤ', ...lines].join('\n\n')))
      .items;

  it('is read from labels inside its sentence, which stays whole', () => {
    const first =
      '1. Mua sách cho các lớp. Đơn vị chủ trì: Thư viện; đơn vị phối hợp: Kế toán, các tổ; sản phẩm: hóa đơn; thời gian: hằng quý, trước ngày 05.';
    const second =
      '2. Mở câu lạc bộ (chủ trì: Đoàn trường; phối hợp: Hội cha mẹ; hoàn thành trước ngày 30/6/2026).';
    const items = readItems(first, second, '3. Kiểm kê.');
    expect(items).toMatchObject([
      {
        text: first.slice(3),
        leadUnit: 'Thư viện',
        coordinatingUnit: 'Kế toán, các tổ',
        product: 'hóa đơn',
        timing: ['hằng quý, trước ngày 05'],
      },
      { leadUnit: 'Đoàn trường', coordinatingUnit: 'Hội cha mẹ', timing: ['trước ngày 30/6/2026'] },
      { leadUnit: '', coordinatingUnit: '', product: '', timing: [] },
    ]);
  });

  it('is read from lines of its own below a short title, which is no heading', () => {
    const items = readItems(
      '1. Kiện toàn tổ thư viện',
      '- Đơn vị chủ trì: Hiệu trưởng.',
      '- Sản phẩm: Quyết định.',
      '- Thời gian thực hiện: 05/6; 05/12.',
      '2. Giới thiệu sách',
      '- Người thực hiện: Cô Thu',
      '- Địa điểm: sân trường.',
    );
    expect(items).toMatchObject([
      {
        number: '1',
        text: 'Kiện toàn tổ thư viện',
        leadUnit: 'Hiệu trưởng',
        product: 'Quyết định',
        timing: ['05/6; 05/12'],
      },
      { number: '2', text: 'Giới thiệu sách\n- Địa điểm: sân trường.', leadUnit: 'Cô Thu' },
    ]);
  });

  it('is read from a role in the sentence, and from other words for the labels', () => {
    expect(
      readItems(
        '1. Mua sách do Thư viện chủ trì, phối hợp với Kế toán.',
        '2. Giới thiệu sách (Liên đội phụ trách; hằng tháng).',
        '3. Sơ kết. Trách nhiệm: Hiệu trưởng. Hoàn thành: 15/01.',
        '4. Rào hố nước. Giao Bảo vệ chủ trì, phối hợp với các trường trong xã hoàn thành trước 30/4/2026.',
        '5. Mở lớp bơi. Giao Đoàn trường chủ trì, phối hợp với Đội thực hiện trong hè 2026.',
      ),
    ).toMatchObject([
      { leadUnit: 'Thư viện', coordinatingUnit: 'Kế toán' },
      { leadUnit: 'Liên đội', coordinatingUnit: '', timing: ['hằng tháng'] },
      { leadUnit: 'Hiệu trưởng', timing: ['15/01'] },
      { leadUnit: 'Bảo vệ', coordinatingUnit: 'các trường trong xã' },
      { leadUnit: 'Đoàn trường', coordinatingUnit: 'Đội' },
    ]);
  });

  it('is the line that is a period, below an item', () => {
    expect(
      readItems(
        '1. Kiểm kê sách',
        'Tháng 9/2026',
        '2. Thay bàn đọc',
        'Quý I/2027',
        '3. Mở cửa thư viện hằng tuần.',
      ),
    ).toMatchObject([
      { number: '1', text: 'Kiểm kê sách', timing: ['Tháng 9/2026'] },
      { number: '2', text: 'Thay bàn đọc', timing: ['Quý I/2027'] },
      { number: '3', timing: ['hằng tuần'] },
    ]);
  });

  it.each([
    ['Mở lớp bơi trong hè 2026 tại xã.', 'trong hè 2026'],
    ['Tổng kết vào cuối hè.', 'vào cuối hè'],
    ['Nộp báo cáo vào đầu tháng 10/2026.', 'vào đầu tháng 10/2026'],
    ['Kiểm tra phòng học cuối quý III.', 'cuối quý III'],
    ['Hoàn thành hồ sơ trước học kỳ II năm học 2026 - 2027.', 'trước học kỳ II năm học 2026 - 2027'],
  ])('is found in "%s"', (text, timing) => {
    expect(readItems(`1. ${text}`)).toMatchObject([{ timing: [timing] }]);
  });

  it.each(['Sơ kết học kỳ I gửi phòng.', 'Củng cố hệ thống loa.', 'Thực hiện chủ đề tháng 9 của Đội.'])(
    'is not found in "%s"',
    (text) => {
      expect(readItems(`1. ${text}`)).toMatchObject([{ timing: [] }]);
    },
  );

  it('is nothing where words only look like labels', () => {
    expect(readItems('1. Thực hiện tốt công tác phối hợp với gia đình: họp, gọi điện.')).toMatchObject([
      { leadUnit: '', coordinatingUnit: '' },
    ]);
  });
});

describe('the year of a plan', () => {
  const plan = createDocument(
    ['KẾ HOẠCH', 'Phát triển thư viện', 'I. NHIỆM VỤ', '1. Kiểm kê sách.', '2. Họp tổ.', '3. Mua sách.'].join(
      '\n\n',
    ),
  );

  it('is asked for where none is printed, and is the one that the user names', () => {
    const asked = readDocumentContent(plan);
    expect(asked.ok && asked.warnings).toMatchObject([{ code: 'year-unknown' }]);
    const named = readDocumentContent(plan, { year: { year: 2026, isSchoolYear: true } });
    expect(named.ok && named.warnings).toEqual([]);
    expect(named.ok && named.value.kind === 'plan' && named.value.plan.edition).toMatchObject({
      year: 2026,
      schoolYear: true,
    });
  });
});

describe('what is no item of a plan', () => {
  it('is the signature with its place and date, from which the day of issue is read', () => {
    const text =
      'I. NHIỆM VỤ\nThi kể chuyện.\nLa Ngà, ngày 12 tháng 3 năm 2026\nHIỆU TRƯỞNG\n(Đã ký)\nTrần Thị Bình';
    const plan = readPlan(createDocument(`${HEAD}\n${text}`));
    expect(plan.items.map((item) => item.text)).toEqual(['Thi kể chuyện.']);
    expect(plan.edition.date).toBe('2026-03-12');
  });

  it('is named where it stands outside of the sections', () => {
    const text = `Phong trào đọc sách năm qua đạt kết quả tốt.
I. NHIỆM VỤ
Thi kể chuyện.
Trên đây là kế hoạch của nhà trường.
PHỤ LỤC
1. Danh mục sách.`;
    const read = readPlanDocument(createDocument(`${HEAD}\n${text}`));
    expect(read.ok && read.warnings).toMatchObject([
      { code: 'plan-text-skipped', details: { text: 'Phong trào đọc sách năm qua đạt kết quả tốt.' } },
      { code: 'plan-text-skipped', details: { text: '1. Danh mục sách.' } },
    ]);
  });
});

describe('legal bases', () => {
  it.each([
    ['Căn cứ Luật Giáo dục;', [{ type: 'Luật', number: '', agency: '', subject: 'Giáo dục' }]],
    [
      'Thực hiện Công văn 442/UBND-VX ngày 24/02/2024 của UBND quận về rà soát;',
      [{ number: '442/UBND-VX', date: '2024-02-24', agency: 'UBND quận', subject: 'rà soát' }],
    ],
    [
      'Thực hiện Nghị quyết Đại hội Đảng bộ phường và Chương trình hành động số 17-CTr/QU ngày 12 tháng 3 năm 2021 của Quận ủy về học tập;',
      [
        { type: 'Nghị quyết', number: '', agency: 'Đại hội Đảng bộ phường' },
        { type: 'Chương trình hành động', number: '17-CTr/QU', agency: 'Quận ủy', subject: 'học tập' },
      ],
    ],
    ['Trường xây dựng kế hoạch.', []],
  ])('%s', (text, wanted) => {
    const bases = parseLegalBases([text]);
    expect(bases).toHaveLength(wanted.length);
    expect(bases).toMatchObject(wanted);
  });
});

describe('targets', () => {
  it.each([
    ['Đạt không dưới 85 % học sinh', [['>=', 85, '%']]],
    ['≥ 99% hồ sơ đúng hạn', [['>=', 99, '%']]],
    ['không quá 2,5% học sinh nghỉ học', [['<=', 2.5, '%']]],
    ['trên 70% phụ huynh hài lòng', [['>', 70, '%']]],
    ['Nằm trong nhóm 05 trường dẫn đầu phường', [['<=', 5, 'thứ hạng']]],
    ['không để xảy ra tình trạng tồn đọng', [['=', 0, 'tồn đọng']]],
    ['có ít nhất 3 sáng kiến', [['>=', 3, 'sáng kiến']]],
    ['theo Thông tư số 01/2018/TT-VPCP, mẫu số 01, Cổng 1022, 10 phường, năm 2024', []],
  ])('%s', (text, wanted) => {
    expect(parseTargets(text, 0).map(({ comparator, value, unit }) => [comparator, value, unit])).toEqual(
      wanted,
    );
  });
});

describe('times named in prose', () => {
  it.each([
    [
      'gửi trước ngày 15/6/2025 và báo cáo định kỳ hàng quý, năm',
      ['trước ngày 15/6/2025', 'định kỳ hàng quý, năm'],
    ],
    ['hoàn thành trong quý III năm 2025', ['trong quý III năm 2025']],
    ['theo Quyết định số 1 ngày 15 tháng 6 năm 2023', []],
    ['điểm danh, báo về văn phòng trước 8 giờ 30 hằng ngày', ['trước 8 giờ 30 hằng ngày']],
    ['tổng vệ sinh sáng thứ Bảy hằng tuần', ['sáng thứ Bảy hằng tuần']],
    ['nộp sổ chậm nhất ngày 25 hằng tháng', ['chậm nhất ngày 25 hằng tháng']],
    ['họp tổ vào tuần đầu của mỗi tháng', ['tuần đầu của mỗi tháng']],
    ['kiểm kê kho hằng quý', ['hằng quý']],
  ])('%s', (text, wanted) => {
    expect(findTimingPhrases(text)).toEqual(wanted);
  });
});

describeShared('the real plans', () => {
  type Gold = {
    header: {
      number: string | null;
      symbol: string;
      date: string | null;
      docType: string;
      title: string;
      planYear: number;
    };
    legalBases: Record<'type' | 'number' | 'date' | 'agency' | 'subject', string | null>[];
    items: { section: string; number: string; text: string; targets?: { value: number; op?: string }[] }[];
  };
  it.each([
    ['000', 'plan-nguyen-thai-binh-2023'],
    ['002', 'plan-20-10-2024'],
    ['003', 'plan-nha-be-2024'],
    ['004', 'plan-huong-sen-2024'],
  ])('%s %s', (id, name) => {
    const gold = readSharedJson<Record<string, Gold>>('corpus', 'plans.gold.json')[id]!;
    const document = createDocument(readFileSync(getSharedPath('seeds', `${name}.txt`), 'utf8'));
    const plan = readPlan(document);
    expect(detectDocumentKind(document)).toBe('plan');
    expect(plan.edition).toMatchObject({
      number: `${gold.header.number ?? ''}/${gold.header.symbol}`,
      date: gold.header.date ?? '',
      title: `${gold.header.docType} ${gold.header.title}`,
      year: gold.header.planYear,
    });
    expect(plan.legalBases).toEqual(
      gold.legalBases.map(({ type, number, date, agency, subject }) => ({
        type,
        number: number ?? '',
        date: date ?? '',
        agency: agency ?? '',
        subject: subject ?? '',
      })),
    );
    const found = gold.items.filter((wanted) =>
      plan.items.some(
        (item) => item.section === wanted.section && cleanText(item.text) === cleanText(wanted.text),
      ),
    );
    expect(found.length).toBeGreaterThanOrEqual(0.95 * gold.items.length);
    expect(plan.targets.map(({ comparator, value }) => [comparator, value])).toEqual(
      gold.items.flatMap(({ targets = [] }) => targets.map(({ op = '=', value }) => [op, value])),
    );
  });
});
