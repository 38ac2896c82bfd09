import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BookType, utils, write } from '@e965/xlsx';
import {
  DEFAULT_PRINT_LAYOUT,
  type PrintLayout,
  printSamplePages,
} from '../../test/support/documents/print-sample-pages';
import { PRINTED_PLAN } from '../../test/support/documents/printed-plan';
import { createScannedPage } from '../../test/support/documents/rasterize-page';
import { listSampleRows, SAMPLE_HEADERS } from '../../test/support/documents/sample-annex';
import { createFixedWidthText, createRunningText } from '../../test/support/documents/sample-text';
import { odtCell, odtParagraph, odtRow, odtSpan, writeOdt } from '../../test/support/documents/write-odt';
import { writePdf } from '../../test/support/documents/write-pdf';
import { rtfRow, rtfText, writeRtf } from '../../test/support/documents/write-rtf';
import {
  type StruckCell,
  writeStruckOds,
  writeStruckXls,
  writeStruckXlsb,
} from '../../test/support/documents/write-struck-workbook';

/** A good file to begin with, made or read when it is first asked for. */
export type LazySample = () => Uint8Array;

function memoize(make: LazySample): LazySample {
  let made: Uint8Array | null = null;
  return () => (made ??= make());
}
const createTextSample = (text: string): LazySample => memoize(() => new TextEncoder().encode(text));
function readSampleFile(name: string): LazySample {
  return memoize(() => new Uint8Array(readFileSync(join(resolve('samples'), name))));
}

export const WORD_SAMPLES = ['phu-luc-2026.docx', 'phu-luc-2026-dieu-chinh.docx'].map(readSampleFile);
export const EXCEL_SAMPLES = ['phu-luc-2026.xlsx'].map(readSampleFile);

/** Uncompressed, so that damage reaches what is drawn. */
function createPdfSample(rules: PrintLayout['rules']): LazySample {
  return memoize(() => writePdf(printSamplePages({ ...DEFAULT_PRINT_LAYOUT, rules }), undefined, false));
}
export const PDF_SAMPLES: readonly LazySample[] = [
  createPdfSample('single'),
  createPdfSample('none'),
  memoize(() =>
    writePdf(
      printSamplePages(DEFAULT_PRINT_LAYOUT)
        .slice(0, 2)
        .map((page) => createScannedPage(page, 60, 0.004, 'words')),
    ),
  ),
];

function formatHtmlCells(row: readonly string[], tag: string): string {
  return row
    .map(
      (cell, index) =>
        `<${tag}${row.length === 2 && index === 1 ? ' colspan="5"' : ''}><p>${cell}</p></${tag}>`,
    )
    .join('');
}
const HTML_PAGE = `<html><head><style>td{font-family:".VnTime"}</style></head><body><p style="text-align:center">PHỤ LỤC</p>
<table border="1"><tr>${formatHtmlCells(SAMPLE_HEADERS, 'th')}</tr>${listSampleRows()
  .map((row) => `<tr>${formatHtmlCells(row, 'td')}</tr>`)
  .join('\n')}</table><ol><li>Nơi nhận:</li></ol></body></html>`;
export const HTML_SAMPLES: readonly LazySample[] = [createTextSample(HTML_PAGE)];

const TABBED_TEXT = [SAMPLE_HEADERS, ...listSampleRows()]
  .map((row) => row.map((cell) => `"${cell}"`).join('\t'))
  .join('\n');
export const TEXT_SAMPLES: readonly LazySample[] = [
  createTextSample(createRunningText()),
  createTextSample(createFixedWidthText()),
  createTextSample(TABBED_TEXT),
];

export const PLAN_SAMPLES: readonly LazySample[] = [createTextSample(PRINTED_PLAN)];

function createWorkbookSample(bookType: BookType): LazySample {
  return memoize(() => {
    const sheet = utils.aoa_to_sheet([SAMPLE_HEADERS, ...listSampleRows(), [45458, 0.5, true, '=1+1']]);
    sheet['!merges'] = [{ s: { r: 1, c: 1 }, e: { r: 1, c: 5 } }];
    const workbook = utils.book_new(sheet, 'Phụ lục');
    return new Uint8Array(write(workbook, { type: 'array', bookType }) as ArrayBuffer);
  });
}
const STRUCK_ROWS: StruckCell[][] = [
  [...SAMPLE_HEADERS],
  ...listSampleRows().map((row) => [{ struck: row[0]! }, ...row.slice(1)]),
  [[{ text: 'Báo cáo ' }, { text: 'tháng', struck: true }, { text: '1', raised: true }]],
];

export const OPEN_TEXT_SAMPLES: readonly LazySample[] = [
  memoize(() => {
    const rows = [SAMPLE_HEADERS, ...listSampleRows()].map((cells) =>
      odtRow(...cells.map((text) => odtCell(odtParagraph(text)))),
    );
    const noted = odtParagraph(`PHỤ LỤC${odtSpan('Cao', '1')} ${odtSpan('Bo', 'năm 2030')}`);
    return writeOdt(`${noted}<table:table>${rows.join('')}</table:table>`);
  }),
];

export const RICH_TEXT_SAMPLES: readonly LazySample[] = [
  memoize(() => {
    const rows = [SAMPLE_HEADERS, ...listSampleRows()].map((cells) => rtfRow(cells));
    return writeRtf(`${rtfText('PHỤ LỤC')}{\\super\\chftn}{\\footnote ghi}\\par ${rows.join('')}`);
  }),
];

/** Binary and XML workbooks; then those packed as a zip. */
export const XML_WORKBOOK_SAMPLES: readonly LazySample[] = [createWorkbookSample('xlml')];
export const LEGACY_WORKBOOK_SAMPLES: readonly LazySample[] = [
  createWorkbookSample('biff8'),
  createWorkbookSample('biff5'),
  memoize(() => writeStruckXls(STRUCK_ROWS)),
  ...XML_WORKBOOK_SAMPLES,
];
export const PACKED_WORKBOOK_SAMPLES: readonly LazySample[] = [
  createWorkbookSample('xlsb'),
  createWorkbookSample('ods'),
  memoize(() => writeStruckXlsb(STRUCK_ROWS)),
  memoize(() => writeStruckOds(STRUCK_ROWS)),
];
