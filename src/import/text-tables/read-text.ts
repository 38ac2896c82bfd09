import { createUncertainRowWarnings } from '../../readers/create-uncertain-row-warnings';
import type { RawBlock, RawDocument, RawTable } from '../../readers/raw-document';
import { MAX_TABLE_ROWS } from '../../readers/table-limits';
import { decodeText } from '../../readers/text/decode-text';
import { readBarTable } from '../../readers/text/read-bar-table';
import { readDelimited } from '../../readers/text/read-delimited';
import { readTabSeparated } from '../../readers/text/read-tab-separated';
import { err, ok, type Result, warning } from '../../shared/result';
import { cleanText } from '../../shared/text';
import { isDetailLine } from '../plan-document/extract-item-details';
import { readFixedWidthTable } from './read-fixed-width-table';
import { readFlowTable } from './read-flow-table';

const MAX_TEXT_LENGTH = 3_000_000;

/** Returns true if many lines have wide gaps inside, as text aligned in columns does. */
function isFixedWidth(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.filter((line) => /\S {3,}\S/.test(line)).length >= 0.25 * lines.length;
}

function createTableDocument(file: string, blocks: RawBlock[], table: RawTable): RawDocument {
  return {
    source: 'text',
    file,
    blocks,
    warnings: [warning('columns-guessed', { file }), ...createUncertainRowWarnings(table)],
  };
}

/**
 * Reads plain text: a table drawn with bars, or with tabs; a table aligned with blanks; a table copied out of a PDF as running
 * text; a table of a .csv file; else its lines as paragraphs. Where the table had to be reconstructed, every row has a `confidence`
 * and its source lines, and each row below the threshold a `row-unsure` warning: it must be confirmed before
 * use. Problems: file-empty, file-too-large, too-many-rows.
 */
export function readText(text: string, file: string): Result<RawDocument> {
  if (text.length > MAX_TEXT_LENGTH) return err('file-too-large', { file });
  if (cleanText(text) === '') return err('file-empty', { file });
  const lineCount = countLines(text);
  if (lineCount > MAX_TABLE_ROWS)
    return err('too-many-rows', { file }, { rows: lineCount, limit: MAX_TABLE_ROWS });
  const named = /\.csv$/i.test(file) ? readDelimited(text, file) : null;
  const separated =
    named ?? readBarTable(text, file) ?? readTabSeparated(text, file) ?? readDelimited(text, file);
  if (separated) return ok(separated);
  const fixedWidth = isFixedWidth(text) ? readFixedWidthTable(text, file) : null;
  if (fixedWidth)
    return ok(
      createTableDocument(
        file,
        [...fixedWidth.before, fixedWidth.table, ...fixedWidth.after],
        fixedWidth.table,
      ),
    );
  const flow = hasDetailLines(text) ? null : readFlowTable(text, file);
  if (flow) return ok(createTableDocument(file, [...flow.before, flow.table], flow.table));
  return ok({ source: 'text', file, blocks: readParagraphLines(text, file), warnings: [] });
}

/** Returns true for prose that says below its items who does them: "Người phụ trách: …; Phối hợp: …". */
const hasDetailLines = (text: string): boolean =>
  text.split('\n').filter((line) => isDetailLine(line.trim())).length > 1;

/** Reads the lines of prose, and which of them a blank line stands above. */
function readParagraphLines(text: string, file: string): RawBlock[] {
  const lines = text
    .split(/\r\n?|[\n\f]/)
    .map((line) => ({ text: line.trim(), blank: cleanText(line) === '' }));
  return lines.flatMap(({ text: line, blank }, index): RawBlock[] => {
    if (blank) return [];
    const afterBlank = lines[index - 1]?.blank ?? false;
    return [{ kind: 'text', text: line, place: { file }, ...(afterBlank ? { afterBlank } : {}) }];
  });
}

/** Counts the lines that have text. */
function countLines(text: string): number {
  return text.split(/\r\n?|\n/).filter((line) => line.trim() !== '').length;
}

/** Reads a plain text file. */
export function readTextFile(bytes: Uint8Array, file: string): Result<RawDocument> {
  return readText(decodeText(bytes), file);
}
