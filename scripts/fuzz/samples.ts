import { utils, write, type BookType } from '@e965/xlsx';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { laidOutPages, usual, type Layout } from '../../test/intake/pdf/lay-out-sample';
import { writePdf } from '../../test/intake/pdf/pdf-writer';
import { scanned } from '../../test/intake/pdf/rasterize';
import { sampleHeaders, sampleRows } from '../../test/intake/pdf/sample-annex';
import { printedPlan } from '../../test/intake/plan/plan-text';
import { laidOutText, runningText } from '../../test/intake/text/sample-text';

/** A good file to begin with, made or read when it is first asked for. */
export type Sample = () => Uint8Array;

function once(make: Sample): Sample {
  let made: Uint8Array | null = null;
  return () => (made ??= make());
}
const utf8 = (text: string): Sample => once(() => new TextEncoder().encode(text));
function file(name: string): Sample {
  return once(() => new Uint8Array(readFileSync(join(resolve('samples'), name))));
}

export const wordSamples = ['phu-luc-2026.docx', 'phu-luc-2026-dieu-chinh.docx'].map(file);
export const excelSamples = ['phu-luc-2026.xlsx'].map(file);

/** Uncompressed, so that damage reaches what is drawn. */
function pdf(rules: Layout['rules']): Sample {
  return once(() => writePdf(laidOutPages({ ...usual, rules }), undefined, false));
}
export const pdfSamples: readonly Sample[] = [
  pdf('single'),
  pdf('none'),
  once(() =>
    writePdf(
      laidOutPages(usual)
        .slice(0, 2)
        .map((page) => scanned(page, 60, 0.004, 'words')),
    ),
  ),
];

function cells(row: readonly string[], tag: string): string {
  return row
    .map(
      (cell, index) =>
        `<${tag}${row.length === 2 && index === 1 ? ' colspan="5"' : ''}><p>${cell}</p></${tag}>`,
    )
    .join('');
}
const page = `<html><head><style>td{font-family:".VnTime"}</style></head><body><p style="text-align:center">PHỤ LỤC</p>
<table border="1"><tr>${cells(sampleHeaders, 'th')}</tr>${sampleRows()
  .map((row) => `<tr>${cells(row, 'td')}</tr>`)
  .join('\n')}</table><ol><li>Nơi nhận:</li></ol></body></html>`;
export const htmlSamples: readonly Sample[] = [utf8(page)];

const tabbed = [sampleHeaders, ...sampleRows()]
  .map((row) => row.map((cell) => `"${cell}"`).join('\t'))
  .join('\n');
export const textSamples: readonly Sample[] = [utf8(runningText()), utf8(laidOutText()), utf8(tabbed)];

export const planSamples: readonly Sample[] = [utf8(printedPlan)];

function book(bookType: BookType): Sample {
  return once(() => {
    const sheet = utils.aoa_to_sheet([sampleHeaders, ...sampleRows(), [45458, 0.5, true, '=1+1']]);
    sheet['!merges'] = [{ s: { r: 1, c: 1 }, e: { r: 1, c: 5 } }];
    const workbook = utils.book_new(sheet, 'Phụ lục');
    return new Uint8Array(write(workbook, { type: 'array', bookType }) as ArrayBuffer);
  });
}
/** Binary and XML workbooks; then those packed as a zip. */
export const oldBookSamples: readonly Sample[] = [book('biff8'), book('xlml')];
export const packedBookSamples: readonly Sample[] = [book('xlsb'), book('ods')];
