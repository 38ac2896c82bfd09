import { formatFileDecision, parseFileDecision } from '../../../src/consolidation/run/file-decision';

describe('parseFileDecision', () => {
  it.each([
    ['Dùng', { use: true, unit: '', sheet: '' }],
    ['MN01', { use: false, unit: 'MN01', sheet: '' }],
    ['trang Phụ lục (2)', { use: false, unit: '', sheet: 'Phụ lục (2)' }],
    ['Dùng trang “Quý II”', { use: true, unit: '', sheet: 'Quý II' }],
    ['dùng trang: Quý II', { use: true, unit: '', sheet: 'Quý II' }],
    ['MN01; trang Quý II', { use: false, unit: 'MN01', sheet: 'Quý II' }],
    ['use sheet Copy', { use: true, unit: '', sheet: 'Copy' }],
    ['', { use: false, unit: '', sheet: '' }],
  ])('reads "%s"', (text, decision) => expect(parseFileDecision(text)).toEqual(decision));

  it('reads what formatFileDecision writes', () => {
    for (const use of [true, false])
      for (const sheet of ['', 'Phụ lục (2)']) {
        const decision = { use, unit: '', sheet };
        expect(parseFileDecision(formatFileDecision(decision))).toEqual(decision);
      }
    const withUnit = { use: false, unit: 'MN01', sheet: 'Q2' };
    expect(parseFileDecision(formatFileDecision(withUnit))).toEqual(withUnit);
  });
});
