import { extractItemDetails } from '../../../src/import/plan-document/extract-item-details';
import { parsePlanItems } from '../../../src/import/plan-document/parse-plan-items';

describe('extractItemDetails', () => {
  it.each([
    ['thực hiện trước ngày 19/5/2026', 'trước ngày 19/5/2026'],
    ['thực hiện trước mùa mưa', 'trước mùa mưa'],
    ['thực hiện trong quý I và quý III', 'trong quý I và quý III'],
    ['tổ chức thực hiện từ tháng 3 đến tháng 5', 'từ tháng 3 đến tháng 5'],
    ['hoàn thành trong tháng 3, tháng 6, báo cáo Hiệu trưởng', 'trong tháng 3, tháng 6'],
    ['triển khai khi có kinh phí', 'khi có kinh phí'],
    ['thực hiện trước 31.3.2026', 'trước 31.3.2026'],
    ['thực hiện', ''],
  ])('ends the units before the time: %s', (end, timing) => {
    const text = `Sửa mái. Giao Bảo vệ chủ trì, phối hợp với Kế toán, Liên đội ${end}.`;
    expect(extractItemDetails(text)).toMatchObject({
      leadUnit: 'Bảo vệ',
      coordinatingUnit: 'Kế toán, Liên đội',
      timing,
    });
  });
});

it('reads the units of a bracket without a preposition', () => {
  expect(extractItemDetails('Cắm biển báo (Công an xã chủ trì, phối hợp các thôn).')).toMatchObject({
    leadUnit: 'Công an xã',
    coordinatingUnit: 'các thôn',
  });
});

describe('parsePlanItems', () => {
  it.each([
    ['HIỆU TRƯỞNG', 'Nguyễn Văn A'],
    ['HIỆU TRƯỞNG Nguyễn Văn A'],
    ['KT. HIỆU TRƯỞNG', 'PHÓ HIỆU TRƯỞNG', 'A Thăng'],
    ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH A Thăng'],
  ])('takes no signer for an item: %s', (...signature) => {
    const { items } = parsePlanItems([
      'I. NHIỆM VỤ',
      '1. Họp tổ.',
      'II. THỰC HIỆN',
      'Các tổ báo cáo.',
      ...signature,
    ]);
    expect(items.map(({ text }) => text)).toEqual(['Họp tổ.', 'Các tổ báo cáo.']);
  });

  it('takes a closing sentence that ends with "./." for no part of an item', () => {
    const { items } = parsePlanItems([
      '1. Họp tổ.',
      '2. Rà soát.',
      'Yêu cầu các bộ phận nghiêm túc thực hiện./.',
    ]);
    expect(items.map(({ text }) => text)).toEqual(['Họp tổ.', 'Rà soát.']);
  });
});
