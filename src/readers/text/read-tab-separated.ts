import type { RawDocument, RawTable } from '../raw-document';

/**
 * Splits text as Excel and Google Sheets copy it: they put quotes around cells with line breaks, tabs or quotes.
 *
 * @returns null if the quotes do not match
 */
function splitQuoted(text: string): string[][] | null {
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const row = rows[rows.length - 1]!;
    let end: number;
    if (text[at] === '"') {
      const quoted = /"((?:[^"]|"")*)"(?=\t|\n|$)/y;
      quoted.lastIndex = at;
      const match = quoted.exec(text);
      if (!match) return null;
      row.push(match[1]!.replaceAll('""', '"'));
      end = quoted.lastIndex;
    } else {
      const stop = /[\t\n]|$/g;
      stop.lastIndex = at;
      end = stop.exec(text)!.index;
      row.push(text.slice(at, end));
    }
    if (end >= text.length) break;
    if (text[end] === '\n') rows.push([]);
    at = end + 1;
  }
  return rows;
}

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
  const full = Math.max(...lines.map(countLineTabs));
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
  return rows.map((row) => row.split('\t'));
}

function buildTabTable(rows: string[][], file: string): RawTable {
  const columnCount = Math.max(...rows.map((row) => row.length));
  return {
    kind: 'table',
    rowCount: rows.length,
    columnCount,
    place: { file, table: 1 },
    rows: rows.map((_, row) => ({ place: { file, table: 1, row: row + 1 } })),
    cells: rows.flatMap((cells, row) =>
      cells.map((text, column) => ({
        row,
        column,
        rowSpan: 1,
        // A short row ends in a cell merged across.
        columnSpan: column === cells.length - 1 ? columnCount - column : 1,
        text: text.trim(),
      })),
    ),
  };
}

/**
 * Reads text whose rows have tabs.
 *
 * @returns null if there are none: then it is no table
 */
export function readTabSeparated(text: string, file: string): RawDocument | null {
  const content = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .replace(/^\ufeff/, '');
  const lines = content.split('\n');
  const widest = Math.max(...lines.map(countLineTabs));
  if (widest === 0) return null;
  const quoted = splitQuoted(content);
  const isQuotedTable = quoted !== null && quoted.every((row) => row.length === quoted[0]!.length);
  // Lines before the first tab are a title, not a row.
  const first = lines.findIndex((line) => countLineTabs(line) > 0);
  const rows = isQuotedTable ? quoted : groupRowsByTabs(lines.slice(first));
  const title = isQuotedTable ? [] : lines.slice(0, first).filter((line) => line.trim() !== '');
  return {
    source: 'text',
    file,
    blocks: [
      ...title.map((line) => ({ kind: 'text' as const, text: line.trim(), place: { file } })),
      buildTabTable(rows, file),
    ],
    warnings: [],
  };
}
