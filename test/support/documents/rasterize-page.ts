import { type DrawnImage, type DrawnPage, measureTextWidth } from './write-pdf';

/** Turns points about the page's top left by `skew` radians. */
function createRotation(skew: number) {
  return (x: number, y: number): [number, number] => [
    x * Math.cos(skew) - y * Math.sin(skew),
    x * Math.sin(skew) + y * Math.cos(skew),
  ];
}

/**
 * A page of `draw`'s operators as a scanner sees it: rules are lines of ink, letters are stems standing on serifs;
 * specks of dirt (`noise`: part of all pixels) and a skew.
 */
function rasterizePage(page: DrawnPage, dpi: number, skew = 0, noise = 0.0005): DrawnImage {
  const scale = dpi / 72;
  const [width, height] = [Math.round(page.width * scale), Math.round(page.height * scale)];
  const gray = new Uint8Array(width * height).fill(250);
  const turn = createRotation(skew);
  const dot = (x: number, y: number): void => {
    const [px, py] = turn(x, y).map((value) => Math.round(value * scale)) as [number, number];
    if (px >= 0 && px < width && py >= 0 && py < height) gray[py * width + px] = 30;
  };
  const fill = (x0: number, y0: number, x1: number, y1: number): void => {
    const step = 0.6 / scale;
    for (let y = y0; y <= y1; y += step) for (let x = x0; x <= x1; x += step) dot(x, y);
  };
  const number = String.raw`(-?[\d.]+)`;
  for (const operator of page.content) {
    const line = new RegExp(`${number} w .*?${number} ${number} m ${number} ${number} l S`).exec(operator);
    const text = /\/F1 ([\d.]+) Tf .*? ([\d.-]+) ([\d.-]+) Tm <([0-9a-f]+)>/.exec(operator);
    if (line) {
      const [thick, x0, y0, x1, y1] = line.slice(1).map(Number) as [number, number, number, number, number];
      const half = Math.max(thick, 0.7) / 2;
      const [top, low] = [page.height - Math.max(y0, y1), page.height - Math.min(y0, y1)];
      fill(Math.min(x0, x1) - half, top - half, Math.max(x0, x1) + half, low + half);
    }
    if (text) {
      const [size, x, y] = text.slice(1, 4).map(Number) as [number, number, number];
      for (let at = 0; at < text[4]!.length / 4; at++) {
        const left = x + at * size * 0.48;
        fill(left, page.height - y - size * 0.6, left + size * 0.08, page.height - y);
        fill(left, page.height - y - size * 0.06, left + size * 0.36, page.height - y);
      }
    }
  }
  let random = 12345;
  for (let speck = 0; speck < noise * gray.length; speck++) {
    random = (random * 1103515245 + 12345) % 2147483648;
    gray[random % gray.length] = random % 2 ? 30 : 250;
  }
  return { width, height, gray };
}

/**
 * How recognition writes its words over the picture: whole lines where they stand; or each word by itself, in a font
 * of another width and height, not quite level.
 */
export type TextLayer = 'lines' | 'words';

const LETTER_HEIGHT = 1.3;
const BASELINE_JITTER = 0.6;

/** A scan with a text layer: the page's picture, and over it its words as invisible text. */
export function createScannedPage(
  page: DrawnPage,
  dpi: number,
  skew = 0,
  layer: TextLayer = 'lines',
): DrawnPage {
  const turn = createRotation(skew);
  const hidden = (size: number, x: number, down: number, codes: string): string => {
    const [px, py] = turn(x, down);
    return `BT /F1 ${size} Tf 3 Tr 1 0 0 1 ${px.toFixed(2)} ${(page.height - py).toFixed(2)} Tm <${codes}> Tj ET`;
  };
  let count = 0;
  const texts = page.content.flatMap((operator) => {
    const text = /\/F1 ([\d.]+) Tf .*? ([\d.-]+) ([\d.-]+) Tm <([0-9a-f]+)>/.exec(operator);
    if (!text) return [];
    const [size, x, y] = text.slice(1, 4).map(Number) as [number, number, number];
    const codes = text[4]!;
    if (layer === 'lines') return [hidden(size, x, page.height - y, codes)];
    const line = (codes.match(/.{4}/g) ?? [])
      .map((code) => String.fromCodePoint(parseInt(code, 16)))
      .join('');
    return [...line.matchAll(/\S+/g)].map(({ 0: word, index }) => {
      const off = ((count++ % 5) - 2) * 0.5 * BASELINE_JITTER;
      return hidden(
        LETTER_HEIGHT * size,
        x + measureTextWidth(line.slice(0, index), size),
        page.height - y + off,
        codes.slice(4 * index, 4 * (index + word.length)),
      );
    });
  });
  return {
    width: page.width,
    height: page.height,
    image: rasterizePage(page, dpi, skew),
    content: [`q ${page.width} 0 0 ${page.height} 0 0 cm /Im Do Q`, ...texts],
  };
}
