import type { RawBlock, RawDocument } from '../raw-document';
import { buildRowTable } from './build-row-table';

/** A row between upright bars: of Markdown, of a program that draws tables with letters. */
const BAR_LINE = /^\s*[|│┃║].*[|│┃║]\s*$/u;
/** A line that only separates rows: "|---|:-:|", "+----+----+", "├────┼────┤". */
const RULE_LINE = /^\s*[|+│┃║├╠┌╔└╚╞=─━═-][\s|+:=│┃║├┤┬┴┼╠╣╦╩╬┌┐└┘╔╗╚╝╞╪╡─━═-]*$/u;
const BARS = /(?<!\\)[|│┃║]/u;

const MIN_ROWS = 3;
const MIN_COLUMNS = 3;
/** Above, between header and rows, and below: with more rules each stands between two rows. */
const MAX_FRAME_RULES = 3;

/** Takes the marks of Markdown off a text: emphasis, line breaks, escaped bars. */
function stripMarks(text: string): string {
  return text
    .replace(/<br\s*\/?>/giu, '\n')
    .replace(/(\*\*|__)(?=\S)(.*?\S)\1/gu, '$2')
    .replace(/(?<![\p{L}\d*])\*(?=[^\s*])([^*]*[^\s*])\*(?![\p{L}\d*])/gu, '$1')
    .replace(/\\([|*_])/gu, '$1')
    .trim();
}

const splitCells = (line: string): string[] =>
  line
    .trim()
    .split(BARS)
    .slice(1, -1)
    .map((cell) => stripMarks(cell));

/** The rule below the header of a table of Markdown that has no bars at its sides. */
const OPEN_RULE_LINE = /^\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+$/u;

/** Adds the bars at the sides that Markdown may leave out. */
function closeOpenRows(lines: readonly string[]): string[] {
  const closed = [...lines];
  lines.forEach((line, rule) => {
    if (!OPEN_RULE_LINE.test(line) || !lines[rule - 1]?.includes('|')) return;
    for (let at = rule - 1; at < lines.length && lines[at]!.includes('|'); at++)
      if (!BAR_LINE.test(lines[at]!)) closed[at] = `| ${lines[at]!} |`;
  });
  return closed;
}

/** Joins the lines that stand between two rules to one row; only an entry of a list begins a line of its own. */
function joinLines(lines: readonly string[][]): string[] {
  const width = lines.reduce((most, cells) => Math.max(most, cells.length), 0);
  return Array.from({ length: width }, (_, column) =>
    lines
      .map((cells) => cells[column] ?? '')
      .filter((text) => text !== '')
      .reduce(
        (before, text) => (before === '' ? text : `${before}${/^[-+•]\s/.test(text) ? '\n' : ' '}${text}`),
        '',
      ),
  );
}

/** Returns the rows of a run of lines; `lines` are bars and rules only. */
function readRows(lines: readonly string[]): string[][] {
  const rules = lines.filter((line) => RULE_LINE.test(line)).length;
  const groups: string[][][] = [[]];
  for (const line of lines) {
    if (RULE_LINE.test(line)) groups.push([]);
    else groups.at(-1)!.push(splitCells(line));
  }
  return rules > MAX_FRAME_RULES ? groups.filter((group) => group.length > 0).map(joinLines) : groups.flat();
}

/**
 * Reads a text with tables drawn by upright bars; the lines around them are paragraphs.
 *
 * @returns null if the text has no such table
 */
export function readBarTable(text: string, file: string): RawDocument | null {
  const blocks: RawBlock[] = [];
  let run: string[] = [];
  let found = 0;
  const addLines = (lines: readonly string[]): void => {
    for (const line of lines)
      if (line.trim() !== '') blocks.push({ kind: 'text', text: stripMarks(line), place: { file } });
  };
  const endRun = (): void => {
    const rows = readRows(run);
    const columns = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
    if (rows.length >= MIN_ROWS && columns >= MIN_COLUMNS) {
      found++;
      const table = buildRowTable(
        rows.map((cells) => [...cells, ...Array.from({ length: columns - cells.length }, () => '')]),
        file,
      );
      const place = { file, table: found };
      blocks.push({
        ...table,
        place,
        rows: table.rows.map((row) => ({ ...row, place: { ...row.place, ...place } })),
      });
    } else addLines(run);
    run = [];
  };
  for (const line of closeOpenRows(text.split(/\r\n?|\n/))) {
    if (BAR_LINE.test(line) || (RULE_LINE.test(line) && /^\s*[+├╠┌╔└╚╞]/u.test(line))) run.push(line);
    else if (run.length > 0 && line.trim() === '') endRun();
    else {
      endRun();
      addLines([line]);
    }
  }
  endRun();
  return found > 0 ? { source: 'text', file, blocks, warnings: [] } : null;
}
