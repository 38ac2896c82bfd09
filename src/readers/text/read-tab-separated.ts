import { findMax } from '../../shared/min-max';
import type { RawDocument } from '../raw-document';
import { buildRowTable } from './build-row-table';
import { splitQuotedRows } from './split-quoted-rows';

const countLineTabs = (line: string): number => line.split('\t').length - 1;
/** Returns true if a line starts a row: its number (Arabic, Roman or a letter) and a tab. */
function isRowStart(line: string): boolean {
  return /^\s*(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[A-Za-zĐđ])[.)]?\s*\t/.test(line);
}

/**
 * Groups lines to rows as Word copies them. Word does not quote: a cell of two paragraphs is two lines, and a merged
 * cell leaves its tabs out. A row continues until it has as many tabs as the widest line, or the next line starts a row.
 */
function groupRowsByTabs(lines: string[]): string[][] {
  const full = findMax(lines.map(countLineTabs));
  const rows: string[] = [];
  let current: string | null = null;
  for (const line of lines) {
    const tabs = countLineTabs(line);
    const before = current === null ? 0 : countLineTabs(current);
    const continuesRow =
      current !== null && (tabs === 0 || (before < full && before + tabs <= full && !isRowStart(line)));
    if (continuesRow) current += `\n${line}`;
    else {
      if (current !== null) rows.push(current);
      current = line;
    }
  }
  if (current !== null) rows.push(current);
  return rows.map((row) => row.split('\t').map(unquoteCell));
}

/** Takes the quotes of a cell with several lines away, where other quotes of the text do not match. */
const unquoteCell = (cell: string): string =>
  /^"[^\t]*\n[^\t]*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;

/**
 * Splits rows as Excel copies them: all have the same number of cells, but for lines below the table, which have one.
 *
 * @returns null if they are not written so
 */
function splitExcelRows(text: string): string[][] | null {
  const rows = splitQuotedRows(text, '\t')?.filter((row) => row.some((cell) => cell.trim() !== ''));
  const width = findMax(rows?.map((row) => row.length) ?? []);
  if (rows?.every((row) => row.length === width)) return rows;
  const hasBrokenCell = rows?.some((row) => row.length === width && row.some((cell) => cell.includes('\n')));
  return rows && hasBrokenCell && rows.every((row) => row.length === width || row.length === 1) ? rows : null;
}

/** The rows of a text, the lines before the first of them, and those below the last. */
type SplitRows = { title: string[]; rows: string[][]; below: string[] };

const selectFilledLines = (lines: readonly string[]): string[] => lines.filter((line) => line.trim() !== '');

/** Offices and words with which the lines below a table begin. */
const BELOW_TABLE =
  /^\s*(?:nơi nhận|(?:TM|KT|TL|TUQ)\.|(?:PHÓ )?HIỆU TRƯỞNG|CHỦ TỊCH|PHÓ CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG PHÒNG|NGƯỜI LẬP|THỦ TRƯỞNG)/u;

/** Finds the line after a table: behind its last tab, below a blank line, or where a signature begins. */
function findTableEnd(lines: readonly string[]): number {
  const last = lines.findLastIndex((line) => countLineTabs(line) > 0);
  const rest = lines.slice(last + 1);
  const end = rest.findIndex((line) => line.trim() === '' || BELOW_TABLE.test(line));
  return end < 0 ? lines.length : last + 1 + end;
}

/**
 * Splits text whose rows have tabs.
 *
 * @returns null if there are no tabs: then it is no table
 */
export function splitTabSeparatedRows(text: string): SplitRows | null {
  const content = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .replace(/^\ufeff/, '');
  const lines = content.split('\n');
  const widest = findMax(lines.map(countLineTabs));
  if (widest === 0) return null;
  // A quoted cell of several lines in the first row is no title.
  const quoted = content.startsWith('"') ? splitExcelRows(content) : null;
  if (quoted?.every((row) => row.length > 1)) return { title: [], rows: quoted, below: [] };
  // Lines before the first tab are a title, not a row.
  const first = lines.findIndex((line) => countLineTabs(line) > 0);
  const table = lines.slice(first);
  const title = selectFilledLines(lines.slice(0, first));
  const excelRows = splitExcelRows(table.join('\n'));
  if (excelRows) return { title, rows: excelRows, below: [] };
  const end = findTableEnd(table);
  return { title, rows: groupRowsByTabs(table.slice(0, end)), below: selectFilledLines(table.slice(end)) };
}

/**
 * Reads text whose rows have tabs.
 *
 * @returns null if there are none: then it is no table
 */
export function readTabSeparated(text: string, file: string): RawDocument | null {
  const split = splitTabSeparatedRows(text);
  if (!split) return null;
  return {
    source: 'text',
    file,
    blocks: [
      ...split.title.map((line) => ({ kind: 'text' as const, text: line.trim(), place: { file } })),
      buildRowTable(split.rows, file),
      ...split.below.map((line) => ({ kind: 'text' as const, text: line.trim(), place: { file } })),
    ],
    warnings: [],
  };
}
