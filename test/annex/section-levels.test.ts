import { parseNumberLabel } from '../../src/annex/numbering';
import {
  addNumberPrefix,
  formatSectionPath,
  placeSection,
  type SectionLevel,
} from '../../src/annex/section-levels';

function getPaths(numbers: string[]): string[] {
  let levels: SectionLevel[] = [];
  return numbers.map((number) => {
    const label = parseNumberLabel(number);
    if (!label) throw new Error(number);
    levels = placeSection(levels, label).levels;
    return formatSectionPath(levels);
  });
}

describe('placeSection', () => {
  it.each([
    ['Roman numbers', 'I II III IV V VI', 'I II III IV V VI'],
    ['letters, of which C and D are Roman digits', 'A B C D', 'A B C D'],
    ['letters in Vietnamese order', 'A B C D Đ E G H I K L', 'A B C D Đ E G H I K L'],
    ['Roman below letters', 'A I II B I C I II D', 'A A.I A.II B B.I C C.I C.II D'],
    ['Arabic below Roman', 'I 1 2 II 1 III', 'I I.1 I.2 II II.1 III'],
    ['Roman up to ten and beyond', 'VIII IX X XI', 'VIII IX X XI'],
    ['numbers that repeat the one above', 'I I.1 I.2 II', 'I I.1 I.2 II'],
  ])('%s', (_, numbers, paths) => {
    expect(getPaths(numbers.split(' '))).toEqual(paths.split(' '));
  });

  it('says when a number is left out', () => {
    const label = (number: string) =>
      parseNumberLabel(number) as NonNullable<ReturnType<typeof parseNumberLabel>>;
    const one = placeSection([], label('I'));
    expect(one.gap).toBe(false);
    expect(placeSection(one.levels, label('III')).gap).toBe(true);
    expect(placeSection(one.levels, label('II')).gap).toBe(false);
  });
});

describe('withPrefix', () => {
  it.each([
    ['IV', '8', 'IV.8'],
    ['IV', 'IV.8', 'IV.8'],
    ['2', '2.1', '2.1'],
    ['VII.3', '3.1', 'VII.3.1'],
    ['A.I', '1', 'A.I.1'],
    ['VII.3', 'VII.3.1', 'VII.3.1'],
    ['I', '1.10', 'I.1.10'],
  ])('%s and %s make %s', (path, number, id) => {
    expect(addNumberPrefix(path, number)).toBe(id);
  });
});
