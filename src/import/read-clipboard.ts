import { finishDocument } from '../readers/finish-document';
import { readHtml } from '../readers/html/read-html';
import type { RawDocument } from '../readers/raw-document';
import type { Result } from '../shared/result';
import { readText } from './text-tables/read-text';

/** What a paste event carries: `event.clipboardData.getData('text/html')` and `('text/plain')`. */
type ClipboardText = { html?: string; text?: string };

function hasTable(document: RawDocument): boolean {
  return document.blocks.some(
    (block) => block.kind === 'table' && block.columnCount > 1 && block.rowCount > 1,
  );
}

/**
 * Reads what was pasted: HTML when it has a table (Word, Excel, Google Docs and Sheets), else the plain text (tabs,
 * blanks, or the running text a PDF viewer copies). `source` stands in messages for a file's name.
 * Problems: as `readHtml` and `readText`.
 */
export function readClipboard({ html = '', text = '' }: ClipboardText, source: string): Result<RawDocument> {
  const fromHtml = html.trim() === '' ? null : readHtml(html, source);
  const useHtml = fromHtml?.ok === true && (hasTable(fromHtml.value) || text.trim() === '');
  const read = useHtml || (fromHtml && text.trim() === '') ? fromHtml : readText(text, source);
  return read.ok ? { ...read, value: finishDocument(read.value) } : read;
}
