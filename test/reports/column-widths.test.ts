import { distributeWidths, getLeastColumnWidths } from '../../src/reports/column-widths';
import { measureTextWidth } from '../../src/reports/measure-text';

describe('distributeWidths', () => {
  it('follows the weights where every column has room', () => {
    expect(distributeWidths([1, 3], 400, [50, 50])).toEqual([100, 300]);
  });

  it('takes from the wide columns what a narrow one lacks', () => {
    expect(distributeWidths([1, 9], 100, [30, 0])).toEqual([30, 70]);
    expect(distributeWidths([1, 1, 8], 100, [30, 12, 0])).toEqual([30, 12, 58]);
  });

  it('follows the weights where there is not room for all', () => {
    expect(distributeWidths([1, 1], 100, [80, 80])).toEqual([50, 50]);
  });
});

describe('getLeastColumnWidths', () => {
  it('holds the longest syllable of a header, and a date of a centred column', () => {
    const [name = 0, day = 0] = getLeastColumnWidths(
      {
        columns: [
          { header: 'Nhiệm vụ', weight: 1 },
          { header: 'Hạn', weight: 1, align: 'center' },
        ],
        rows: [
          { kind: 'cells', cells: ['một-lời-rất-dài-không-có-chỗ-ngắt', '30/01/2026'] },
          { kind: 'across', text: 'I. Chung' },
        ],
      },
      13,
      8,
    );
    const nameWidth = measureTextWidth('Nhiệm', 13, 'bold');
    expect(name).toBeGreaterThanOrEqual(nameWidth + 8);
    expect(name).toBeLessThan(nameWidth * 1.1 + 10);
    expect(day).toBeGreaterThanOrEqual(measureTextWidth('30/01/2026', 13) + 8);
  });
});
