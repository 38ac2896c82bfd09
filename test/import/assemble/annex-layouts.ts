import fc from 'fast-check';
import type { RawBlock, RawDocument } from '../../../src/readers/raw-document';
import {
  createRawDocument,
  createRawTable,
  createRawText,
  type RawCellSpec,
  type RowOptions,
} from './create-raw-table';

/** An annex as its author thinks of it, to be printed in any layout. */
export type PlainTask = { tt: string } & Record<'content' | 'lead' | 'coop' | 'product' | 'timing', string>;
export type PlainSection = { number: string; title: string; tasks: PlainTask[] };

export type PlainColumn = keyof PlainTask;
const COLUMNS: PlainColumn[] = ['tt', 'content', 'lead', 'coop', 'product', 'timing'];

const HEADER_TEXTS: Record<PlainColumn, string[]> = {
  tt: ['TT', 'STT', 'Số TT', 'S\nT\nT', 'Số thứ tự'],
  content: ['Nội dung công việc', 'Nhiệm vụ', 'NỘI DUNG NHIỆM VỤ', 'Tên nhiệm vụ,\ngiải pháp'],
  lead: ['Đơn vị\nchủ trì', 'Cơ quan, đơn vị chủ trì', 'Đơn vị thực hiện', 'Bộ phận phụ trách'],
  coop: ['Đơn vị phối hợp', 'Cơ quan phối hợp thực hiện', 'PHỐI HỢP'],
  product: ['Sản phẩm', 'Kết quả, sản phẩm', 'Sản phẩm đầu ra'],
  timing: ['Thời gian thực hiện trong năm 2031', 'Thời hạn hoàn thành', 'Tiến độ'],
};

export type AnnexLayout = {
  order: PlainColumn[];
  wording: number;
  header: 'plain' | 'tiers' | 'broken';
  index: 'none' | 'numbers' | 'letters';
  sections: 'beside' | 'across' | 'alone' | 'dashed';
  numbers: 'plain' | 'dotted' | 'bracketed';
  mergeLeads: boolean;
  /** Every how many rows a page ends; 0: never. */
  page: number;
  /** What stands at a page's top. */
  pageTop: 'nothing' | 'header' | 'number' | 'number and header';
  /** Rows at a page's end are cut in two. */
  cut: boolean;
  /** Each page is a table of its own. */
  split: boolean;
  blankRows: boolean;
  letterhead: 'table' | 'paragraphs' | 'rows';
  signature: boolean;
};

export const layoutArbitrary: fc.Arbitrary<AnnexLayout> = fc.record({
  order: fc.shuffledSubarray(COLUMNS, { minLength: COLUMNS.length }),
  wording: fc.nat(11),
  header: fc.constantFrom('plain' as const, 'tiers' as const, 'broken' as const),
  index: fc.constantFrom('none' as const, 'numbers' as const, 'letters' as const),
  sections: fc.constantFrom('beside' as const, 'across' as const, 'alone' as const, 'dashed' as const),
  numbers: fc.constantFrom('plain' as const, 'dotted' as const, 'bracketed' as const),
  mergeLeads: fc.boolean(),
  page: fc.constantFrom(0, 3, 5, 8),
  pageTop: fc.constantFrom(
    'nothing' as const,
    'header' as const,
    'number' as const,
    'number and header' as const,
  ),
  cut: fc.boolean(),
  split: fc.boolean(),
  blankRows: fc.boolean(),
  letterhead: fc.constantFrom('table' as const, 'paragraphs' as const, 'rows' as const),
  signature: fc.boolean(),
});

const NUMBERS = {
  plain: (tt: string) => tt,
  dotted: (tt: string) => `${tt}.`,
  bracketed: (tt: string) => `(${tt})`,
};

function getHeaderText(column: PlainColumn, wording: number): string {
  return HEADER_TEXTS[column][wording % HEADER_TEXTS[column].length] ?? '';
}

function createHeaderRows({ order, wording, header, index }: AnnexLayout): RawCellSpec[][] {
  const texts = order.map((column) => getHeaderText(column, wording));
  const rows: RawCellSpec[][] = [];
  const lead = order.indexOf('lead');
  const coop = order.indexOf('coop');
  if (header === 'tiers' && coop === lead + 1) {
    rows.push(
      order.map((_, x): RawCellSpec => {
        if (x === lead) return { text: 'Đơn vị', across: 2 };
        return x === coop ? null : { text: texts[x] ?? '', down: 2 };
      }),
      order.map((column): RawCellSpec =>
        column === 'lead' ? 'Chủ trì' : column === 'coop' ? 'Phối hợp' : null,
      ),
    );
  } else if (header === 'broken') {
    const lines = texts.map((one, x) => (order[x] === 'tt' ? [one] : one.split(/\s+/)));
    const tallest = Math.max(...lines.map(({ length }) => length));
    for (let y = 0; y < Math.min(3, tallest); y++) {
      rows.push(
        lines.map((tokens): RawCellSpec => (y === 2 ? tokens.slice(2).join(' ') : (tokens[y] ?? ''))),
      );
    }
  } else rows.push(texts);
  if (index === 'numbers') rows.push(order.map((_, x) => `(${x + 1})`));
  if (index === 'letters') rows.push(order.map((_, x) => (x < 2 ? 'AB'.charAt(x) : `${x - 1}`)));
  return rows;
}

function createSectionRow(section: PlainSection, { order, sections, numbers }: AnnexLayout): RawCellSpec[] {
  const number = NUMBERS[numbers === 'bracketed' ? 'plain' : numbers](section.number);
  const blank = order.map((): RawCellSpec => '');
  if (sections === 'across')
    return [
      { text: `${section.number}. ${section.title}`, across: order.length },
      ...order.slice(1).map(() => null),
    ];
  if (sections === 'dashed')
    return [
      { text: `${section.number} - ${section.title}`, across: order.length },
      ...order.slice(1).map(() => null),
    ];
  if (sections === 'beside' && order[0] === 'tt') {
    return [number, { text: section.title, across: order.length - 1 }, ...order.slice(2).map(() => null)];
  }
  return blank.map((cell, x) => (order[x] === 'tt' ? number : order[x] === 'content' ? section.title : cell));
}

/** The words of a cell before and after the end of a page. */
function cutText(tokens: string): [string, string] {
  const parts = tokens.split(' ');
  const at = Math.ceil(parts.length / 2);
  return [parts.slice(0, at).join(' '), parts.slice(at).join(' ')];
}

type LayoutRow = { cells: RawCellSpec[]; options?: RowOptions };

function createTaskRows(sections: PlainSection[], layout: AnnexLayout): LayoutRow[][] {
  const { order, numbers, page, cut, blankRows } = layout;
  const pages: LayoutRow[][] = [[]];
  let onPage = 0;
  const add = (cells: RawCellSpec[]): void => {
    if (page > 0 && onPage >= page) {
      pages.push([]);
      onPage = 0;
    }
    const first = onPage === 0 && pages.length > 1;
    pages.at(-1)?.push({ cells, ...(first && { options: { startsPage: true } }) });
    onPage++;
    if (blankRows && onPage % 4 === 0) pages.at(-1)?.push({ cells: order.map(() => '') });
  };
  for (const section of sections) {
    add(createSectionRow(section, layout));
    for (const task of section.tasks) {
      const tokens = order.map((column) => (column === 'tt' ? NUMBERS[numbers](task.tt) : task[column]));
      if (cut && page > 0 && onPage === page - 1 && task.content.includes(' ')) {
        const halves = tokens.map((one, x): [string, string] =>
          order[x] === 'tt' ? [one, ''] : cutText(one),
        );
        add(halves.map(([head]) => head));
        add(halves.map(([, tail]) => tail));
      } else add(tokens);
    }
  }
  return pages.filter((rows) => rows.length > 0);
}

/** Merges equal leads of following task rows downwards, as clerks do. */
function mergeLeadsDown(rows: LayoutRow[], x: number): void {
  for (let y = 0; y < rows.length; y++) {
    const cell = rows[y]?.cells[x];
    const isTask = (row: LayoutRow | undefined): boolean =>
      !!row &&
      row.cells.every((one) => typeof one === 'string') &&
      row.cells.filter((one) => one !== '').length > 2;
    if (typeof cell !== 'string' || cell === '' || !isTask(rows[y])) continue;
    let down = 1;
    while (
      isTask(rows[y + down]) &&
      rows[y + down]?.cells[x] === cell &&
      !rows[y + down]?.options?.startsPage
    )
      down++;
    if (down === 1) continue;
    (rows[y] as LayoutRow).cells[x] = { text: cell, down };
    for (let i = 1; i < down; i++) (rows[y + i] as LayoutRow).cells[x] = null;
  }
}

const TITLE_LINES = [
  'PHỤ LỤC',
  'Phân công nhiệm vụ năm 2031',
  '(Ban hành kèm theo Kế hoạch số 07/KH-MNHC ngày 05 tháng 02 năm 2031 của Trường Mầm non Hoa Cúc)',
];

/** Prints an annex in a layout, as a reader would give it back. */
export function printAnnex(sections: PlainSection[], layout: AnnexLayout): RawDocument {
  const { order, mergeLeads, pageTop, split, letterhead, signature } = layout;
  const header = createHeaderRows(layout);
  const pages = createTaskRows(sections, layout);
  if (mergeLeads) for (const rows of pages) mergeLeadsDown(rows, order.indexOf('lead'));

  const wide = (line: string): LayoutRow => ({
    cells: [{ text: line, across: order.length }, ...order.slice(1).map(() => null)],
  });
  const blocks: RawBlock[] = [];
  let rows: LayoutRow[] = [];
  const flush = (): void => {
    if (rows.length === 0) return;
    const options = Object.fromEntries(rows.map((row, y) => [y, row.options ?? {}]));
    blocks.push(
      createRawTable(
        rows.map(({ cells }) => cells),
        { number: blocks.length + 1, rows: options },
      ),
    );
    rows = [];
  };
  if (letterhead === 'table') {
    blocks.push(
      createRawTable([
        [
          'UBND PHƯỜNG AN BÌNH\nTRƯỜNG MẦM NON HOA CÚC',
          'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
        ],
      ]),
    );
  }
  if (letterhead === 'rows') rows.push(...TITLE_LINES.map(wide));
  else blocks.push(...TITLE_LINES.map(createRawText));

  pages.forEach((page, number) => {
    if (number > 0 && split) flush();
    if (number > 0 && pageTop.startsWith('number')) {
      if (split) blocks.push(createRawText(`${number + 1}`));
      else rows.push(wide(`${number + 1}`));
    }
    if (number === 0 || pageTop.endsWith('header')) rows.push(...header.map((cells) => ({ cells })));
    rows.push(...page);
  });
  if (signature && !split)
    rows.push({
      cells: [
        { text: 'Nơi nhận:\n- Như trên;\n- Lưu: VT.', across: 2 },
        null,
        ...order.slice(2, -1).map((): RawCellSpec => ''),
        'HIỆU TRƯỞNG',
      ],
    });
  flush();
  if (signature && split) blocks.push(createRawTable([['Nơi nhận:\n- Lưu: VT.', 'HIỆU TRƯỞNG']]));
  return createRawDocument(...blocks);
}
