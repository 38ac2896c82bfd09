import { classifyAnswerHeader, readAnswers } from '../../../src/consolidation/reader/answer-columns';

describe('classifyAnswerHeader', () => {
  it.each([
    ['Thực hiện', 'performed'],
    ['Thực hiện (Có/Không)', 'performed'],
    ['Áp dụng (đánh dấu x)', 'performed'],
    ['Không thực hiện', 'notPerformed'],
    ['KTH', 'notPerformed'],
    ['Đã thực hiện', 'done'],
    ['Hoàn thành', 'done'],
    ['Đang triển khai', 'inProgress'],
    ['Chưa hoàn thành', 'notStarted'],
    ['Kết quả thực hiện', 'status'],
    ['Kết quả thực hiện quý III', 'status'],
    ['HT/CHT/KTH', 'status'],
    ['Tình hình thực hiện nhiệm vụ', 'status'],
    ['Kết quả thực hiện đến ngày 15/11/2026', 'status'],
    ['KQ thực hiện', 'status'],
    ['Trường tự đánh giá', 'status'],
    ['Hoàn thành/Chưa hoàn thành', 'status'],
    ['Đạt', 'done'],
    ['Không đạt', 'notStarted'],
    ['Tỷ lệ hoàn thành (%)', 'percentage'],
    ['% hoàn thành', 'percentage'],
    ['Áp dụng tại trường', 'performed'],
    ['Trường có thực hiện không', 'performed'],
    ['TH/KTH', 'performed'],
    ['Người phụ trách', null],
    ['Kinh phí', null],
    ['Đơn vị thực hiện', null],
  ])('%j asks %s', (header, column) => {
    expect(classifyAnswerHeader(header)).toBe(column);
  });

  it.each([
    ['Có', 'Thực hiện', 'performed'],
    ['Không', 'Thực hiện', 'notPerformed'],
    ['Có', 'Đã thực hiện', 'done'],
    ['Chưa', 'Hoàn thành', 'notStarted'],
    ['Có', 'Kinh phí', null],
    ['Có', '', null],
  ])('%j under %j asks %s', (header, above, column) => {
    expect(classifyAnswerHeader(header, above)).toBe(column);
  });
});

describe('readAnswers', () => {
  const answer = (column: Parameters<typeof readAnswers>[0][number]['column'], value: string | number) => ({
    column,
    cell: { value, cell: 'G6' },
  });

  it.each([
    [[answer('performed', 'x')], { applicability: 'Thực hiện' }],
    [[answer('notPerformed', 'X')], { applicability: 'Không thực hiện' }],
    [[answer('performed', 'K')], { applicability: 'Không thực hiện' }],
    [[answer('done', 'Có')], { status: 'Hoàn thành' }],
    [[answer('done', 'Không')], { status: 'Chưa thực hiện' }],
    [[answer('done', 'Không thực hiện')], { status: 'Không thực hiện' }],
    [[answer('notPerformed', 'Không')], { applicability: 'Thực hiện' }],
    [[answer('percentage', '100')], { status: '100%' }],
    [[answer('percentage', '1')], { status: '1' }],
    [[answer('status', 'Đã hoàn thành'), answer('percentage', '100')], { status: 'Đã hoàn thành' }],
    [[answer('inProgress', '✓')], { status: 'Đang thực hiện' }],
    [[answer('status', 'Chưa làm')], { status: 'Chưa làm' }],
  ])('reads %j', (answers, expected) => {
    const cells = Object.entries(readAnswers(answers)).map(([field, cell]) => [field, cell?.value]);
    expect(Object.fromEntries(cells)).toEqual(expected);
  });

  it('makes an answer that cannot be read of two that contradict each other', () => {
    const { applicability } = readAnswers([answer('performed', 'x'), answer('notPerformed', 'x')]);
    expect(applicability?.value).toBe('Thực hiện / Không thực hiện ?');
  });
});
