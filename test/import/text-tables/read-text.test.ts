import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { assembleTable } from '../../../src/import/assemble/assemble-annex';
import { readText } from '../../../src/import/text-tables/read-text';
import { encodeTcvn3Small } from '../../../src/readers/legacy/encode-legacy';
import { decodeText } from '../../../src/readers/text/decode-text';
import { SAMPLE_SECTIONS } from '../../support/documents/sample-annex';
import { createFixedWidthText, createRunningText } from '../../support/documents/sample-text';
import { describeShared, getSharedPath, readSharedJson } from '../../support/shared-data';

type Row = Record<
  'tt' | 'content' | 'leadUnit' | 'coordinatingUnit' | 'product' | 'timing' | 'section',
  string
>;

const wanted: Row[] = SAMPLE_SECTIONS.flatMap(({ number, tasks }) =>
  tasks.map((task) => ({ ...task, section: number })),
);

/** Tasks as read, and which of them are to be looked at. */
function readTasks(text: string): { tasks: Row[]; uncertain: Set<string>; number: string } {
  const read = readText(text, 'a.txt');
  if (!read.ok) throw new Error(read.problems[0]!.code);
  const annex = assembleTable(read.value);
  if (!annex.ok) throw new Error(annex.problems[0]!.code);
  const rows = new Set(
    read.value.warnings.filter(({ code }) => code === 'row-unsure').map(({ place }) => place.row),
  );
  return {
    number: annex.value.annex.edition.number,
    uncertain: new Set(
      annex.value.sources
        .filter(({ rows: own }) => own.some(({ row }) => rows.has(row)))
        .map(({ task }) => task),
    ),
    tasks: annex.value.annex.tasks.map((task) => ({
      tt: task.tt,
      content: task.content,
      leadUnit: task.leadUnit,
      coordinatingUnit: task.coordinatingUnit,
      product: task.product,
      timing: task.timing,
      section: task.section,
    })),
  };
}

/** Whatever is wrong is among the rows to be looked at. */
function wrongButSure({ tasks, uncertain }: ReturnType<typeof readTasks>, right: readonly Row[]): string[] {
  return tasks
    .filter((task) => !right.some((row) => JSON.stringify(row) === JSON.stringify(task)))
    .map((task) => `${task.section}.${task.tt}`)
    .filter((id) => !uncertain.has(id));
}

const sorted = (row: Row): Row => Object.fromEntries(Object.entries(row).sort()) as Row;

describe('a table copied as running text', () => {
  it.each([
    ['plainly', {}],
    ['with blank lines between', { blankLines: true }],
    ['with rows cut by pages', { pageAfter: [2, 7, 14] }],
  ])('%s', (_, options) => {
    const read = readTasks(createRunningText(options));
    expect(read.number).toBe('12/KH-UBND');
    expect(read.tasks.map(sorted)).toEqual(wanted.map(sorted));
  });

  it('gives every row its source lines and a confidence', () => {
    const read = readText(createRunningText(), 'a.txt');
    const table = read.ok ? read.value.blocks.find((block) => block.kind === 'table') : undefined;
    const rows = table?.kind === 'table' ? table.rows.slice(1) : [];
    expect(
      rows.every((row) => row.sourceLines!.length > 0 && row.confidence! >= 0 && row.confidence! <= 1),
    ).toBe(true);
    expect(rows[3]!.sourceLines!.join(' ')).toContain('Mở cửa thư viện.');
  });

  it('trusts nothing where cells come in another order', () => {
    const lines = createRunningText().split('\n');
    const body = lines.slice(8);
    const shuffled = [
      ...lines.slice(0, 8),
      ...body.filter((_, at) => at % 2),
      ...body.filter((_, at) => at % 2 === 0),
    ];
    const read = readTasks(shuffled.join('\n'));
    expect(wrongButSure(read, wanted.map(sorted)).length).toBe(0);
  });
});

describe('a table aligned with blanks', () => {
  it.each([
    ['columns well apart', { gap: 3 }],
    ['over two pages', { gap: 3, pages: true }],
  ])('%s', (_, options) => {
    const read = readTasks(createFixedWidthText(options));
    expect(read.tasks.map(sorted)).toEqual(wanted.map(sorted));
  });

  it('flags the rows in which a single blank parts columns', () => {
    const read = readTasks(createFixedWidthText({ gap: 1 }));
    expect(wrongButSure({ ...read, tasks: read.tasks.map(sorted) }, wanted.map(sorted))).toEqual([]);
  });
});

describe('text that is no table', () => {
  it('comes as its lines', () => {
    const read = readText('KẾ HOẠCH\n\n1. Làm việc thứ nhất.\n2. Làm việc thứ hai.', 'a.txt');
    expect(read.ok && read.value.blocks.map((block) => block.kind === 'text' && block.text)).toEqual([
      'KẾ HOẠCH',
      '1. Làm việc thứ nhất.',
      '2. Làm việc thứ hai.',
    ]);
    expect(readText(' \n', 'a.txt')).toMatchObject({ problems: [{ code: 'file-empty' }] });
  });
});

describe('bytes of text', () => {
  const stored = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

  it.each([
    ['UTF-8', new TextEncoder().encode('Kế hoạch'), 'Kế hoạch'],
    ['UTF-16 with its mark', new Uint8Array([0xff, 0xfe, 0x4b, 0, 0xbf, 0x1e]), 'Kế'],
    ['Vietnamese Windows', stored('K\xea\xec hoa\xf2ch'), 'Kế hoạch'],
    ['TCVN3, as stored', stored(encodeTcvn3Small('không thực hiện')), encodeTcvn3Small('không thực hiện')],
  ])('%s', (_, bytes, text) => {
    expect(decodeText(bytes)).toBe(text);
  });
});

describeShared('the real annex as text', () => {
  type Gold = {
    section: string;
    tt: string;
    content: string;
    lead: string;
    coop: string;
    product: string;
    timing: string;
  };
  const gold = (): Row[] =>
    readSharedJson<Gold[]>('corpus', 'annex-ben-thanh-2024.gold.json').map((row) =>
      sorted({
        section: row.section,
        tt: row.tt,
        content: row.content,
        leadUnit: row.lead,
        coordinatingUnit: row.coop,
        product: row.product,
        timing: row.timing,
      }),
    );

  it.each([
    ['seeds/annex-ben-thanh-2024.txt', 0.98],
    ['documents/text-layout.txt', 0.8],
    ['documents/text-plain.txt', 0],
  ])('%s: at least %d of the tasks right, every wrong one to be looked at', (file, part) => {
    const read = readTasks(readFileSync(getSharedPath(...file.split('/')), 'utf8'));
    const tasks = read.tasks.map(sorted);
    const right = gold();
    const found = right.filter((row) => tasks.some((task) => JSON.stringify(task) === JSON.stringify(row)));
    expect(found.length).toBeGreaterThanOrEqual(part * right.length);
    expect(wrongButSure({ ...read, tasks }, right)).toEqual([]);
  });
});

describe('text around a table with tabs', () => {
  const rows = 'TT\tNội dung\tHạn\n1\tHọp tổ\t15/9\n2\tRà soát\t30/9';
  const read = (text: string): (string | number)[] => {
    const document = readText(text, 'a.txt');
    if (!document.ok) throw new Error(document.problems[0]!.code);
    return document.value.blocks.map((block) => (block.kind === 'text' ? block.text : block.rowCount));
  };

  it.each(['\n\nLê Văn C', '\nHIỆU TRƯỞNG\nLê Văn C', '\nTM. UBND XÃ\nLê Văn C'])(
    'is no part of its last cell: %j',
    (below) => {
      expect(read(`KẾ HOẠCH\n${rows}${below}`).slice(0, 2)).toEqual(['KẾ HOẠCH', 3]);
      expect(read(`KẾ HOẠCH\n${rows}${below}`).at(-1)).toBe('Lê Văn C');
    },
  );

  it('goes on in a cell of two paragraphs', () => {
    expect(read(`KẾ HOẠCH\n${rows}\nhằng tháng`)).toEqual(['KẾ HOẠCH', 3]);
  });
});

it('takes items with their details on the line below for no table', () => {
  const items = [
    '1. Thao giảng',
    'Người phụ trách: Tổ Toán; Phối hợp: Tổ Văn; Thời gian: 20/10',
    '2. Dự giờ',
  ];
  const document = readText(`KẾ HOẠCH\n${[...items, ...items].join('\n')}`, 'a.txt');
  expect(document.ok && document.value.blocks.every(({ kind }) => kind === 'text')).toBe(true);
});
