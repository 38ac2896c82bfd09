import { listSampleRows, SAMPLE_HEADERS } from './sample-annex';
import { createPen, type DrawnPage, measureTextWidth } from './write-pdf';

/** How the sample annex is printed. */
export type PrintLayout = {
  rules:
    | 'each cell'
    | 'single'
    | 'dashed'
    | 'dots'
    | 'double'
    | 'thick'
    | 'filled'
    | 'horizontal'
    | 'vertical'
    | 'frame'
    | 'none';
  align: 'top' | 'middle';
  /** Rows go on over the page end. */
  split: boolean;
  repeatHeader: boolean;
  /** The page's own lower rule is left out where a row goes on. */
  openBelow: boolean;
  shaded: boolean;
  size: number;
  widths: number[];
};

export const DEFAULT_PRINT_LAYOUT: PrintLayout = {
  rules: 'single',
  align: 'middle',
  split: true,
  repeatHeader: true,
  openBelow: false,
  shaded: false,
  size: 13,
  widths: [34, 250, 100, 150, 90, 100],
};

const [PAGE_WIDTH, PAGE_HEIGHT] = [842, 400];
const [PAGE_LEFT, PAGE_TOP, PAGE_BOTTOM] = [56, 60, 360];
const CELL_PADDING = 5;

function wrapText(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && measureTextWidth(`${last} ${word}`, size) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

type PrintedRow = { cells: { column: number; span: number; lines: string[] }[]; header: boolean };

/** What stands above the table of the first page. */
type PrintedHead = {
  headers: readonly string[];
  lines: readonly { x: number; y: number; size: number; text: string }[];
};

const SAMPLE_HEAD: PrintedHead = {
  headers: SAMPLE_HEADERS,
  lines: [
    { x: 330, y: 50, size: 14, text: 'PHỤ LỤC' },
    { x: 180, y: 70, size: 14, text: 'Phân công nhiệm vụ năm 2025' },
    {
      x: 140,
      y: 88,
      size: 13,
      text: '(Kèm theo Kế hoạch số 12/KH-UBND ngày 03 tháng 02 năm 2025 của Ủy ban nhân dân phường)',
    },
  ],
};

/** The pages of an annex (else the sample's) under this layout, and a title on the first. */
export function printSamplePages(
  layout: PrintLayout,
  rows: readonly string[][] = listSampleRows(),
  { headers, lines }: PrintedHead = SAMPLE_HEAD,
): DrawnPage[] {
  const { widths, size } = layout;
  const pitch = 1.15 * size;
  const xs = widths.reduce<number[]>((edges, width) => [...edges, edges.at(-1)! + width], [PAGE_LEFT]);
  const pen = createPen(PAGE_HEIGHT);
  const pages: DrawnPage[] = [];
  let content: string[] = [];
  let y = PAGE_TOP;
  let tableTop = PAGE_TOP;

  const rule = (x0: number, y0: number, x1: number, y1: number): void => {
    const across = y0 === y1;
    const [dx, dy] = across ? [0, 1.6] : [1.6, 0];
    if (layout.rules === 'dashed') content.push(pen.line(x0, y0, x1, y1, 0.7, '4 3'));
    else if (layout.rules === 'double')
      content.push(
        pen.line(x0 - dx, y0 - dy, x1 - dx, y1 - dy, 0.4),
        pen.line(x0 + dx, y0 + dy, x1 + dx, y1 + dy, 0.4),
      );
    else if (layout.rules === 'thick') content.push(pen.line(x0, y0, x1, y1, 4));
    else if (layout.rules === 'filled')
      content.push(
        pen.rectangle(
          Math.min(x0, x1) - dx / 4,
          y0 - dy / 4,
          Math.max(x0, x1) + dx / 4 + (across ? 0 : 0.01),
          y1 + dy / 4,
        ),
      );
    else if (layout.rules === 'dots')
      for (let at = across ? x0 : y0; at < (across ? x1 : y1); at += 3)
        content.push(
          across
            ? pen.rectangle(at, y0 - 0.5, at + 1, y0 + 0.5)
            : pen.rectangle(x0 - 0.5, at, x0 + 0.5, at + 1),
        );
    else content.push(pen.line(x0, y0, x1, y1));
  };
  const inner = {
    horizontal: !['vertical', 'frame', 'none'].includes(layout.rules),
    vertical: !['horizontal', 'frame', 'none'].includes(layout.rules),
  };
  const outer = layout.rules !== 'none';

  const drawRow = (row: PrintedRow, lines: number, from: number[], goesOn = false): void => {
    const height = lines * pitch + 2 * CELL_PADDING;
    row.cells.forEach(({ column, span, lines: all }, index) => {
      const [x0, x1] = [xs[column]!, xs[column + span]!];
      const own = all.slice(from[index], from[index]! + lines);
      if (layout.shaded && (row.header || column === 0))
        content.push(pen.rectangle(x0, y, x1, y + height, 0.85));
      const high = layout.align === 'middle' || row.header ? ((lines - own.length) * pitch) / 2 : 0;
      own.forEach((line, at) => {
        const middle =
          column === 0 || row.header ? (x1 - x0 - 2 * CELL_PADDING - measureTextWidth(line, size)) / 2 : 0;
        content.push(
          pen.text(x0 + CELL_PADDING + middle, y + CELL_PADDING + high + (at + 0.8) * pitch, size, line),
        );
      });
      if (layout.rules === 'each cell') content.push(pen.frame(x0, y, x1, y + height));
      else if (inner.vertical && column > 0) rule(x0, y, x0, y + height);
    });
    y += height;
    const open = goesOn && layout.openBelow;
    if (inner.horizontal && layout.rules !== 'each cell' && !open) rule(xs[0]!, y, xs.at(-1)!, y);
  };
  const closePage = (goesOn: boolean): void => {
    if (outer && layout.rules !== 'each cell') {
      if (layout.rules !== 'vertical') rule(xs[0]!, tableTop, xs.at(-1)!, tableTop);
      if (layout.rules !== 'vertical' && !(goesOn && layout.openBelow)) rule(xs[0]!, y, xs.at(-1)!, y);
      if (layout.rules !== 'horizontal') [xs[0]!, xs.at(-1)!].forEach((x) => rule(x, tableTop, x, y));
    }
    content.push(pen.text(PAGE_WIDTH / 2, 30, size, String(pages.length + 1)));
    pages.push({ width: PAGE_WIDTH, height: PAGE_HEIGHT, content });
    content = [];
    tableTop = y = PAGE_TOP;
  };

  const printed = (texts: string[], header = false): PrintedRow => ({
    header,
    cells: texts.map((text, index) => {
      const span = texts.length === 2 && index === 1 ? widths.length - 1 : 1;
      return {
        column: index,
        span,
        lines: wrapText(text, xs[index + span]! - xs[index]! - 2 * CELL_PADDING, size),
      };
    }),
  });
  const tall = (row: PrintedRow): number => Math.max(1, ...row.cells.map(({ lines }) => lines.length));
  const header = printed([...headers], true);

  content.push(...lines.map(({ x, y: top, size: points, text }) => pen.text(x, top, points, text)));
  tableTop = y = 105;
  drawRow(
    header,
    tall(header),
    header.cells.map(() => 0),
  );
  for (const texts of rows) {
    const row = printed(texts);
    let rest = tall(row);
    let from = row.cells.map(() => 0);
    while (rest > 0) {
      const space = Math.floor((PAGE_BOTTOM - y - 2 * CELL_PADDING) / pitch);
      const now = layout.split && !(rest <= space) ? Math.min(rest, space) : rest <= space ? rest : 0;
      if (now <= 0 || (now < rest && now < 2)) {
        closePage(false);
        if (layout.repeatHeader)
          drawRow(
            header,
            tall(header),
            header.cells.map(() => 0),
          );
        continue;
      }
      // Where a row is cut, each cell fills the page from the top.
      const cut = now < rest || from.some((at) => at > 0);
      const align = layout.align;
      if (cut) layout = { ...layout, align: 'top' };
      drawRow(row, now, from, now < rest);
      layout = { ...layout, align };
      from = from.map((at) => at + now);
      rest -= now;
      if (rest > 0) {
        closePage(true);
        if (layout.repeatHeader)
          drawRow(
            header,
            tall(header),
            header.cells.map(() => 0),
          );
      }
    }
  }
  content.push(
    pen.text(PAGE_LEFT, y + 30, 12, 'Nơi nhận:'),
    pen.text(600, y + 30, 13, 'TM. ỦY BAN NHÂN DÂN'),
  );
  closePage(false);
  return pages;
}
