import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type FontStyle, GLYPH_WIDTHS } from '../../src/reports/glyph-widths';
import { measureTextWidth, wrapLines } from '../../src/reports/measure-text';
import { openFont } from './open-font';

const folder = join(__dirname, '../../node_modules/@expo-google-fonts/tinos');
const FILES: Record<FontStyle, string> = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  boldItalic: '700Bold_Italic/Tinos_700Bold_Italic.ttf',
};

describe('widths of Times New Roman', () => {
  it.each(Object.keys(FILES) as FontStyle[])(
    '%s: those of a face of equal widths, toned letters too',
    (face) => {
      const font = openFont(readFileSync(join(folder, FILES[face])));
      const known = Object.values(GLYPH_WIDTHS[face]).join('');
      const toned = [...'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY']
        .flatMap((letter) =>
          ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) => letter + tone),
        )
        .map((letter) => letter.normalize('NFC'));
      const wrong = [...known, ...toned].filter(
        (letter) => Math.abs(measureTextWidth(letter, 1000, face) - (font.advance(letter) ?? NaN)) > 0.5,
      );
      expect(wrong).toEqual([]);
      expect(toned).toHaveLength(144);
    },
  );

  it('take a letter in parts as the same letter, and an unknown one as wide', () => {
    expect(measureTextWidth('Trường'.normalize('NFD'), 13)).toBeCloseTo(measureTextWidth('Trường', 13), 6);
    expect(measureTextWidth('漢', 13)).toBe(13);
  });
});

describe('lines of a text', () => {
  it.each([
    ['', 50, ['']],
    ['Lập kế hoạch', 500, ['Lập kế hoạch']],
    ['Lập kế hoạch', 40, ['Lập kế', 'hoạch']],
    ['a\nb', 500, ['a', 'b']],
    ['số 3815/KH-UBND', 75, ['số 3815/KH-', 'UBND']],
    ['ÔÔÔÔÔÔ', 30, ['ÔÔÔ', 'ÔÔÔ']],
  ])('%j in %d points', (text, width, lines) => {
    expect(wrapLines(text, width, 13)).toEqual(lines);
  });

  it('hold every letter, in order, and none is too wide unless it is a single letter', () => {
    const labels = fc.array(fc.stringMatching(/^[a-zA-Zđưếọ,.0-9/-]{1,14}$/), { maxLength: 25 });
    fc.assert(
      fc.property(labels, fc.integer({ min: 12, max: 300 }), (parts, width) => {
        const text = parts.join(' ');
        const lines = wrapLines(text, width, 13);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const line of lines) {
          if ([...line].length > 1) expect(measureTextWidth(line, 13)).toBeLessThanOrEqual(width);
        }
      }),
      { numRuns: 200 },
    );
  });
});
