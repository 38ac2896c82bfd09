import { listSampleRows, SAMPLE_HEADERS } from './sample-annex';

function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const TITLE_LINES = [
  'PHỤ LỤC',
  'Phân công nhiệm vụ năm 2025',
  '(Kèm theo Kế hoạch số 12/KH-UBND ngày 03 tháng 02 năm 2025 của Ủy ban nhân dân phường)',
];
const COLUMN_WIDTHS = [4, 44, 20, 26, 18, 18];

/** The sample annex as a PDF viewer copies it: cell after cell, a cell's first line behind the last of the one before. */
export function createRunningText({ pageAfter = [] as number[], blankLines = false } = {}): string {
  const heading = [`${SAMPLE_HEADERS.slice(0, 3).join(' ')}`, ...SAMPLE_HEADERS.slice(3)];
  const lines = [...TITLE_LINES, ...heading];
  listSampleRows().forEach((row, index) => {
    if (row.length === 2) return void lines.push(`${row[0]} ${row[1]}`);
    const [label, content, ...others] = row.map((text, column) => wrapText(text, COLUMN_WIDTHS[column]!));
    const cells = others.filter((cell) => cell.length > 0);
    const cut = pageAfter.includes(index) ? 1 : content!.length;
    lines.push(`${label![0]} ${content![0]}`, ...content!.slice(1, cut));
    // The first lines of two cells side by side come on one line.
    let open = '';
    for (const cell of cells) {
      if (cell.length === 1) open = open === '' ? cell[0]! : `${open} ${cell[0]!}`;
      else {
        lines.push(open === '' ? cell[0]! : `${open} ${cell[0]!}`, ...cell.slice(1));
        open = '';
      }
    }
    if (open !== '') lines.push(open);
    if (pageAfter.includes(index)) lines.push('2', ...heading, ...content!.slice(cut));
  });
  lines.push('Nơi nhận:', '- Như trên;');
  return lines.join(blankLines ? ' \r\n\r\n' : '\n');
}

const padText = (text: string, width: number): string => text.padEnd(width);

/** The same arranged with blanks, every cell from the top of its row. */
export function createFixedWidthText({ gap = 3, pages = false } = {}): string {
  const lines = TITLE_LINES.map((line) => `      ${line}`);
  const printed = (row: string[]): string[] => {
    const cells = row.map((text, column) =>
      wrapText(text, row.length === 2 && column === 1 ? 120 : COLUMN_WIDTHS[column]!),
    );
    const height = Math.max(...cells.map((cell) => cell.length));
    return Array.from({ length: height }, (_, at) =>
      cells
        .map((cell, column) => {
          const own = cell[at] ?? '';
          return padText(own, COLUMN_WIDTHS[column]! + gap);
        })
        .join('')
        .trimEnd(),
    );
  };
  const heading = printed(SAMPLE_HEADERS);
  lines.push(...heading);
  listSampleRows().forEach((row, index) => {
    if (pages && index === 8) lines.push(`${' '.repeat(60)}2\f`, ...heading);
    lines.push(...printed(row));
  });
  lines.push('', 'Nơi nhận:');
  return lines.join('\n');
}
