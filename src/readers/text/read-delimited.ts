import type { RawDocument } from '../raw-document';
import { buildRowTable } from './build-row-table';
import { splitQuotedRows } from './split-quoted-rows';

/** Excel writes the list separator of its region: a semicolon where the decimal sign is a comma. */
const DELIMITERS = [',', ';', '|', '\t'];

/** A table has at least this many columns and rows; prose may have a few commas a line. */
const MIN_COLUMNS = 3;
const MIN_ROWS = 3;
/** So many of the rows have the same number of cells; a file named .csv is one with fewer. */
const MIN_EVEN_RATIO = 0.9;
const MIN_EVEN_RATIO_IF_NAMED = 0.5;
/** Commas of prose have a space after them, delimiters of a table do not. */
const MAX_SPACED_RATIO = 0.5;

type DelimitedRows = { rows: string[][]; columns: number };

/**
 * Reads a table whose cells are separated by commas, semicolons or bars (.csv).
 *
 * @returns null if the text is no such table
 */
export function readDelimited(text: string, file: string): RawDocument | null {
  const isNamed = /\.csv$/i.test(file);
  const content = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  // Excel's own mark of the delimiter.
  const declared = /^"?sep=([^\n])"?\n/i.exec(content);
  const body = declared ? content.slice(declared[0].length) : content;
  const [best] = (declared?.[1] ? [declared[1]] : DELIMITERS)
    .flatMap((delimiter) => splitTable(body, delimiter, isNamed || declared !== null) ?? [])
    .sort((a, b) => b.columns - a.columns);
  if (!best) return null;
  return { source: 'text', file, blocks: [buildRowTable(best.rows, file)], warnings: [] };
}

function splitTable(text: string, delimiter: string, isNamed: boolean): DelimitedRows | null {
  const split = splitQuotedRows(text, delimiter);
  if (!split) return null;
  const rows = split.filter((row) => row.some((cell) => cell.trim() !== ''));
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const [columns, even] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0]);
  if (columns < MIN_COLUMNS || rows.length < (isNamed ? 2 : MIN_ROWS)) return null;
  if (even < (isNamed ? MIN_EVEN_RATIO_IF_NAMED : MIN_EVEN_RATIO) * rows.length) return null;
  if (isNamed) return { rows, columns };
  const cells = rows.flatMap((row) => row.slice(1)).filter((cell) => cell !== '');
  const spaced = cells.filter((cell) => cell.startsWith(' ')).length;
  return spaced > MAX_SPACED_RATIO * cells.length ? null : { rows, columns };
}
