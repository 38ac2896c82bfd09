import type { PrintedPage, PrintedText } from './read-pdf-pages';

const POINTS_PER_MM = 72 / 25.4;
const isRuleText = (text: string): boolean => /^_+$/.test(text);

/** Pairs of texts that stand into each other: one has not the room it needs. */
export function findOverlaps(texts: readonly PrintedText[]): string[] {
  return texts.flatMap((one, index) =>
    texts
      .slice(index + 1)
      .filter(
        (other) =>
          Math.abs(one.y - other.y) > 0.5 &&
          Math.abs(one.y - other.y) < 0.85 * Math.min(one.size, other.size) &&
          one.x < other.x + other.width &&
          other.x < one.x + one.width,
      )
      .map((other) => `${one.text} / ${other.text}`),
  );
}

const MARGINS = {
  top: 20 * POINTS_PER_MM,
  bottom: 20 * POINTS_PER_MM,
  left: 30 * POINTS_PER_MM,
  right: 15 * POINTS_PER_MM,
};

/** Texts between the margins; the number of the page stands above them. */
export const getBodyTexts = ({ texts }: PrintedPage): PrintedText[] =>
  texts.filter(({ y }) => y >= MARGINS.top);

/** Margins, page numbers and sizes of Decree 30/2020/NĐ-CP, and no text in another's place, on every page. */
export function expectPageLayout(pages: readonly PrintedPage[], smallest = 13): void {
  for (const [index, page] of pages.entries()) {
    const { width, height, texts } = page;
    expect([width, height].map(Math.round).sort((a, b) => a - b)).toEqual([595, 842]);
    const numbers = texts.filter(({ y }) => y < MARGINS.top);
    expect(numbers.map(({ text }) => text)).toEqual(index === 0 ? [] : [String(index + 1)]);
    for (const { x, width: own, size } of numbers) {
      expect(size).toBeCloseTo(14, 1);
      expect(Math.abs(x + own / 2 - (MARGINS.left + width - MARGINS.right) / 2)).toBeLessThan(3);
    }
    const body = getBodyTexts(page).filter(({ text }) => !isRuleText(text));
    for (const { x, y, width: own, size } of body) {
      expect(x).toBeGreaterThanOrEqual(MARGINS.left - 0.5);
      expect(x + own).toBeLessThanOrEqual(width - MARGINS.right + 1);
      expect(y).toBeLessThanOrEqual(height - MARGINS.bottom);
      expect(size).toBeGreaterThan(smallest - 0.1);
      expect(size).toBeLessThan(14.1);
    }
    expect(findOverlaps(body)).toEqual([]);
  }
}
