import { isCombinedUnitHeader, splitUnits } from '../../../src/import/assemble/split-units';

describe('splitUnits', () => {
  it.each([
    ['Chủ trì: Văn phòng\nPhối hợp: các tổ', 'Văn phòng', 'các tổ'],
    ['Chủ trì: Văn phòng; phối hợp: các tổ chuyên môn', 'Văn phòng', 'các tổ chuyên môn'],
    ['- Chủ trì: Kế toán.\n- Phối hợp: Văn phòng.', 'Kế toán', 'Văn phòng'],
    ['Đơn vị chủ trì: Tổ Văn; Đơn vị phối hợp: Tổ Toán', 'Tổ Văn', 'Tổ Toán'],
    ['CT: Kế toán, PH: Văn phòng', 'Kế toán', 'Văn phòng'],
    ['Văn phòng; phối hợp: các tổ', 'Văn phòng', 'các tổ'],
    ['Văn phòng chủ trì, các tổ phối hợp', 'Văn phòng', 'các tổ'],
    ['Văn phòng (chủ trì), các tổ (phối hợp)', 'Văn phòng', 'các tổ'],
    ['Văn phòng chủ trì, phối hợp với các tổ', 'Văn phòng', 'các tổ'],
    ['Văn phòng phối hợp với Công đoàn', 'Văn phòng', 'Công đoàn'],
    ['Chủ trì Văn phòng, phối hợp các tổ', 'Văn phòng', 'các tổ'],
    ['"Chủ trì: Văn phòng\nPhối hợp: các tổ"', 'Văn phòng', 'các tổ'],
    ['Văn phòng chủ trì\nPhối hợp: các tổ', 'Văn phòng', 'các tổ'],
    ['Chính: Văn phòng\nPhối hợp: các tổ', 'Văn phòng', 'các tổ'],
    ['Văn phòng (ct); Công đoàn; các tổ (ph)', 'Văn phòng', 'Công đoàn; các tổ'],
    ['Bảo vệ (CT)', 'Bảo vệ', ''],
  ])('splits %j at the words', (printed, leadUnit, coordinatingUnit) => {
    expect(splitUnits(printed, false)).toEqual({ leadUnit, coordinatingUnit, uncertain: false });
  });

  it('splits words whose accents are letters of their own', () => {
    const printed = 'Chủ trì: Văn phòng\nPhối hợp: các tổ'.normalize('NFD');
    expect(splitUnits(printed, false)).toMatchObject({ leadUnit: 'Văn phòng', coordinatingUnit: 'các tổ' });
  });

  it.each([
    ['Kế toán/Văn phòng', 'Kế toán', 'Văn phòng', false],
    ['Văn phòng\nCác tổ', 'Văn phòng', 'Các tổ', false],
    ['Văn phòng Ủy ban\nnhân dân\nCác trường', 'Văn phòng Ủy ban nhân dân', 'Các trường', false],
    ['Kế toán', 'Kế toán', '', false],
    ['Văn phòng, Kế toán', 'Văn phòng, Kế toán', '', true],
    ['Văn phòng\nKế toán\nCông đoàn', 'Văn phòng', 'Kế toán; Công đoàn', true],
    ['Phòng Y tế phối hợp Trạm Y tế', 'Phòng Y tế', 'Trạm Y tế', false],
    ['Tổ Lý (CT)\nTổ Hóa (PH)', 'Tổ Lý', 'Tổ Hóa', false],
    ['Bảo vệ (chủ trì)', 'Bảo vệ', '', false],
    ['Các tổ (phối hợp)', '', 'Các tổ', false],
    ['Cô Mận (chính), cô Đào (phụ)', 'Cô Mận', 'cô Đào', false],
    ['Chủ trì, phối hợp: Tổ Sử', 'Tổ Sử', '', true],
    ['Tổ Sử là đơn vị chủ trì; các tổ khác phối hợp', 'Tổ Sử', 'các tổ khác', false],
    ['Phụ trách chính: Cô Mận; Hỗ trợ: Thầy Lê', 'Cô Mận', 'Thầy Lê', false],
    ['Đầu mối: Văn thư; phối hợp: các tổ', 'Văn thư', 'các tổ', false],
    ['Phòng Văn hóa - Xã hội', 'Phòng Văn hóa - Xã hội', '', true],
    ['Tổ Lý - Tổ Hóa', 'Tổ Lý', 'Tổ Hóa', false],
    ['Văn thư + các tổ', 'Văn thư + các tổ', '', true],
    ['Văn thư & Kế toán', 'Văn thư & Kế toán', '', true],
  ])(
    'under a header that names both it splits %j at the line or mark, or is uncertain',
    (printed, leadUnit, coordinatingUnit, uncertain) => {
      expect(splitUnits(printed, true)).toEqual({ leadUnit, coordinatingUnit, uncertain });
    },
  );

  it.each(['Văn phòng', 'Kế toán/Văn phòng', 'Văn phòng, các tổ', 'Văn phòng\nKế toán', ''])(
    'leaves %j alone elsewhere',
    (printed) => {
      expect(splitUnits(printed, false)).toBeNull();
    },
  );
});

it.each([
  ['Đơn vị chủ trì/phối hợp', true],
  ['Chủ trì - phối hợp', true],
  ['Đơn vị chủ trì, phối hợp', true],
  ['Đơn vị phối hợp', false],
  ['Trách nhiệm phối hợp', false],
])('isCombinedUnitHeader of %j is %j', (header, combined) => {
  expect(isCombinedUnitHeader(header)).toBe(combined);
});
