/**
 * Splits text into rows and cells at line ends and a delimiter, as Excel and Google Sheets write it: they put quotes
 * around cells with line ends, delimiters or quotes, and double the quotes inside. In linear time.
 *
 * @returns null if the quotes do not match
 */
export function splitQuotedRows(text: string, delimiter: string): string[][] | null {
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const row = rows.at(-1)!;
    const cell = text[at] === '"' ? readQuotedCell(text, at) : readPlainCell(text, at, delimiter);
    if (!cell) return null;
    row.push(cell.value);
    const { end } = cell;
    if (end >= text.length) break;
    if (text[end] === '\n') rows.push([]);
    else if (text[end] !== delimiter) return null;
    at = end + 1;
  }
  return rows;
}

type SplitCell = { value: string; end: number };

function readQuotedCell(text: string, start: number): SplitCell | null {
  const parts: string[] = [];
  for (let at = start + 1; ;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    parts.push(text.slice(at, quote));
    if (text[quote + 1] !== '"') return { value: parts.join('"'), end: quote + 1 };
    at = quote + 2;
  }
}

function readPlainCell(text: string, start: number, delimiter: string): SplitCell {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end++;
  return { value: text.slice(start, end), end };
}
