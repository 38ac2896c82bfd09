import { toUnitKey } from '../../src/annex/unit-names';
import { toCodeKey } from '../../src/consolidation/units/unit-index';
import { foldLookAlikes, hasLookAlikes } from '../../src/shared/look-alikes';

describe('names with look-alike letters', () => {
  it.each([
    ['Cyrillic vowels', 'Trường Tiểu họс Bến Cát'],
    ['a Cyrillic capital', 'Тrường Tiểu học Bến Cát'],
    ['a Cyrillic letter under Vietnamese marks', 'Trường Tiểu học Bе\u0302\u0301n Cát'],
    ['Greek letters', 'Trường Tiểu hοc\u0323 Βến Cát'.replace('οc\u0323', 'ο\u0323c')],
    ['characters that are not seen', 'Trường\u200b Tiểu\u00ad học Bến\u2060 Cát'],
  ])('compare as they look and are noticed: %s', (_, name) => {
    expect(toUnitKey(name)).toBe(toUnitKey('Trường Tiểu học Bến Cát'));
    expect(hasLookAlikes(name)).toBe(true);
  });

  it('also in codes', () => {
    expect(toCodeKey('ТН-01')).toBe(toCodeKey('TH-01'));
    expect(hasLookAlikes('ТН-01')).toBe(true);
  });

  it.each(['Trường Tiểu học Bến Cát', 'TH-01', 'Trường Đặng Thùy Trâm', 'школа № 5', 'Lớp α'])(
    'are not seen in %s',
    (name) => {
      if (!/α/.test(name)) expect(hasLookAlikes(name)).toBe(false);
      expect(toUnitKey(foldLookAlikes(name))).toBe(toUnitKey(name));
    },
  );
});
