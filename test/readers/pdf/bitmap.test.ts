import { toBitmap } from '../../../src/readers/pdf/bitmap';

/** A picture of one bit a pixel, 8 × 2: 0 is ink. */
const PICTURE = { width: 8, height: 2, kind: 1 };

describe('toBitmap', () => {
  it.each([
    ['as it is', [0b11101111, 0b11111111]],
    ['inverted, where most of it would be ink', [0b00010000, 0b00000000]],
  ])('finds the ink of a picture %s', (_, bytes) => {
    const bitmap = toBitmap({ ...PICTURE, data: Uint8Array.from(bytes) });
    expect([...bitmap!.dark]).toEqual([0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('returns null for a picture that was not decoded', () => {
    expect(toBitmap(PICTURE)).toBeNull();
  });
});
