import { describe, expect, it } from '@jest/globals';
import { assembleAnnex } from '../../../src/import/assemble/assemble-annex';
import { readPdf } from '../../../src/import/pdf-tables/read-pdf';
import { createPage, createStream, joinObjects } from '../../support/documents/create-hostile-pdf';
import {
  DEFAULT_PRINT_LAYOUT,
  type PrintLayout,
  printSamplePages,
} from '../../support/documents/print-sample-pages';
import { createScannedPage } from '../../support/documents/rasterize-page';
import { SAMPLE_SECTIONS } from '../../support/documents/sample-annex';
import { createPen, type DrawnPage, writePdf } from '../../support/documents/write-pdf';
import { describeShared, readSharedBytes } from '../../support/shared-data';

const wanted = SAMPLE_SECTIONS.flatMap(({ number, title, tasks }) =>
  tasks.map((task) => ({ section: number, sectionTitle: title, ...task })),
);

async function readTasks(pages: readonly DrawnPage[]): Promise<{ tasks: unknown[]; warnings: string[] }> {
  const read = await readPdf(writePdf(pages), 'a.pdf');
  if (!read.ok) throw new Error(read.problems[0]!.code);
  const annex = assembleAnnex(read.value);
  if (!annex.ok) throw new Error(annex.problems[0]!.code);
  const tasks = annex.value.tasks.map((task) => ({
    section: task.section,
    sectionTitle: task.sectionTitle,
    tt: task.tt,
    content: task.content,
    leadUnit: task.leadUnit,
    coordinatingUnit: task.coordinatingUnit,
    product: task.product,
    timing: task.timing,
  }));
  return { tasks, warnings: read.value.warnings.map(({ code }) => code) };
}

/** Turns what is drawn by `quarters` clockwise, with or without saying so in /Rotate. */
function turned(pages: DrawnPage[], quarters: 1 | 2 | 3, warned: boolean): DrawnPage[] {
  return pages.map((page): DrawnPage => {
    const { width, height } = page;
    if (warned) return { ...page, rotate: (quarters * 90) as 90 | 180 | 270 };
    const matrices = {
      1: `0 -1 1 0 0 ${width}`,
      2: `-1 0 0 -1 ${width} ${height}`,
      3: `0 1 -1 0 ${height} 0`,
    };
    const [newWidth, newHeight] = quarters === 2 ? [width, height] : [height, width];
    return {
      ...page,
      width: newWidth,
      height: newHeight,
      content: [`q ${matrices[quarters]} cm`, ...page.content, 'Q'],
    };
  });
}

const EVERY_RULE: PrintLayout['rules'][] = [
  'each cell',
  'single',
  'dashed',
  'dots',
  'double',
  'thick',
  'filled',
  'horizontal',
  'vertical',
  'frame',
  'none',
];

describe('tables of PDF files', () => {
  describe.each(EVERY_RULE)('with rules: %s', (rules) => {
    it.each([
      ['cells in the middle, rows cut by pages', { align: 'middle', split: true }],
      ['cells at the top, rows cut by pages', { align: 'top', split: true }],
      ['rows kept whole', { align: 'middle', split: false }],
      ['heading printed once, small letters', { align: 'middle', repeatHeader: false, size: 11 }],
      ['cells open at the page end, shaded', { align: 'top', openBelow: true, shaded: true }],
    ] as const)('%s', async (_, layout) => {
      const { tasks, warnings } = await readTasks(
        printSamplePages({ ...DEFAULT_PRINT_LAYOUT, rules, ...layout }),
      );
      expect(tasks).toEqual(wanted);
      const complete = !['horizontal', 'vertical', 'frame', 'none'].includes(rules);
      expect(warnings).toEqual(complete ? [] : ['columns-guessed']);
    });
  });

  describe.each([1, 2, 3] as const)('turned by %d quarters', (quarters) => {
    it.each(['single', 'none'] as const)('rules: %s', async (rules) => {
      const pages = printSamplePages({ ...DEFAULT_PRINT_LAYOUT, rules });
      expect((await readTasks(turned(pages, quarters, true))).tasks).toEqual(wanted);
      expect((await readTasks(turned(pages, quarters, false))).tasks).toEqual(wanted);
    });
  });

  describe('scanned, with a text layer', () => {
    it.each([
      ['single', 150, 0, []],
      ['single', 200, 0.01, []],
      ['single', 100, -0.006, []],
      ['horizontal', 150, 0.005, ['columns-guessed']],
      ['none', 150, 0.005, ['columns-guessed']],
    ] as const)('rules: %s, %d dpi, skew %d', async (rules, dpi, skew, warned) => {
      const pages = printSamplePages({ ...DEFAULT_PRINT_LAYOUT, rules }).map((page) =>
        createScannedPage(page, dpi, skew),
      );
      const { tasks, warnings } = await readTasks(pages);
      expect(tasks).toEqual(wanted);
      expect(warnings).toEqual(warned);
    });
  });

  it.each(['single', 'horizontal', 'none'] as const)(
    'scanned, each word of the text layer set by itself, in another font; rules: %s',
    async (rules) => {
      const pages = printSamplePages({ ...DEFAULT_PRINT_LAYOUT, rules }).map((page) =>
        createScannedPage(page, 100, 0.004, 'words'),
      );
      expect((await readTasks(pages)).tasks).toEqual(wanted);
    },
  );

  it('marks the pages rows come from and where a row goes on', async () => {
    const read = await readPdf(
      writePdf(printSamplePages({ ...DEFAULT_PRINT_LAYOUT, openBelow: true, align: 'top' })),
      'a.pdf',
    );
    const table = read.ok ? read.value.blocks.find((block) => block.kind === 'table') : undefined;
    const starts = table?.kind === 'table' ? table.rows.filter((row) => row.startsPage) : [];
    expect(starts.map((row) => row.place.page)).toEqual([2, 3, 4, 5].slice(0, starts.length));
    expect(starts.some((row) => row.continues)).toBe(true);
  });
});

describe('PDF files that are not read', () => {
  const code = async (bytes: Uint8Array): Promise<string> => {
    const read = await readPdf(bytes, 'a.pdf');
    return read.ok ? 'read' : read.problems[0]!.code;
  };
  const pen = createPen(200);
  const page = (content: string[]): DrawnPage => ({ width: 200, height: 200, content });

  it('cut short', async () => {
    const complete = writePdf(printSamplePages(DEFAULT_PRINT_LAYOUT));
    expect(await code(complete.subarray(0, Math.floor(complete.length / 2)))).toBe('pdf-damaged');
    expect(await code(new TextEncoder().encode('%PDF-1.7\nnothing\n%%EOF'))).toBe('pdf-damaged');
  });

  it('pictures only', async () => {
    const image = { width: 8, height: 8, gray: new Uint8Array(64).fill(200) };
    expect(await code(writePdf([{ ...page([pen.image(0, 0, 200, 200)]), image }]))).toBe('scanned');
  });

  it('letters without a map', async () => {
    expect(await code(writePdf([page([pen.text(10, 50, 12, '\ue001\ue002\ue003\ue004')])]))).toBe(
      'pdf-text-unreadable',
    );
  });

  it.each([
    ['a map of more codes than Unicode has', ['<000000> <ffffff> <0041>'], 'pdf-damaged'],
    ['many fonts of large maps', Array<string>(9).fill('<000000> <0fffff> <0041>'), 'file-too-large'],
    ['a map of all codes of two bytes', ['<0000> <ffff> <0000>'], 'read'],
  ])('%s', async (_, ranges, expected) => {
    const font = (at: number): string =>
      `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode ${5 + ranges.length + at} 0 R >>`;
    const map = (range: string): string =>
      createStream('', `begincmap 1 beginbfrange ${range} endbfrange endcmap`);
    const bytes = joinObjects([
      ...createPage(`/Font << ${ranges.map((_, at) => `/F${at} ${5 + at} 0 R`).join(' ')} >>`),
      createStream('', `BT ${ranges.map((_, at) => `/F${at} 12 Tf (A) Tj`).join(' ')} ET`),
      ...ranges.map((_, at) => font(at)),
      ...ranges.map(map),
    ]);
    expect(await code(bytes)).toBe(expected);
  });

  it('too many pages', async () => {
    expect(await code(writePdf(Array.from({ length: 201 }, () => page([]))))).toBe('too-many-pages');
  });

  it('says which pages have no text', async () => {
    const image = { width: 8, height: 8, gray: new Uint8Array(64).fill(200) };
    const bytes = writePdf([
      page([pen.text(10, 50, 12, 'Một')]),
      { ...page([pen.image(0, 0, 200, 200)]), image },
    ]);
    const read = await readPdf(bytes, 'a.pdf');
    expect(read.ok && read.value.warnings).toEqual([
      {
        code: 'pages-without-text',
        severity: 'warning',
        place: { file: 'a.pdf', page: 2 },
        details: { pages: '2' },
      },
    ]);
  });
});

describe('progress and cancelling', () => {
  it('reports every page and leaves the bytes unchanged', async () => {
    const bytes = writePdf(printSamplePages(DEFAULT_PRINT_LAYOUT));
    const before = bytes.slice();
    const seen: string[] = [];
    await readPdf(bytes, 'a.pdf', { onPage: (page, total) => seen.push(`${page}/${total}`) });
    const total = seen.length;
    expect(seen).toEqual(Array.from({ length: total }, (_, page) => `${page + 1}/${total}`));
    expect(bytes).toEqual(before);
  });

  it('stops between pages', async () => {
    const stop = new AbortController();
    let pages = 0;
    const reading = readPdf(writePdf(printSamplePages(DEFAULT_PRINT_LAYOUT)), 'a.pdf', {
      signal: stop.signal,
      onPage: () => {
        pages++;
        stop.abort(new Error('enough'));
      },
    });
    await expect(reading).rejects.toThrow('enough');
    expect(pages).toBe(1);
  });
});

describeShared('the real files', () => {
  it.each([
    ['pdf-password.pdf', 'encrypted'],
    ['pdf-truncated.pdf', 'pdf-damaged'],
  ])('%s is refused: %s', async (file, expected) => {
    const read = await readPdf(readSharedBytes('documents', file), file);
    expect(read.ok ? '' : read.problems[0]!.code).toBe(expected);
  });
});
