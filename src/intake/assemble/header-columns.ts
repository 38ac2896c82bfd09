import { isFirstNumeral, parseNumberLabel } from '../../annex/numbering';
import { toMatchKey } from '../../annex/text';
import type { Grid, GridCell } from './grid';
import { headerRole, type HeaderRole } from './header-role';
import type { ColumnRole } from './header-words';

/** One column of the table under its header, which may lie over several grid columns. */
export type Column = {
  /** First and last grid column. */
  from: number;
  to: number;
  /** The header's tiers from top to bottom, as printed. */
  tiers: string[];
  role: ColumnRole | null;
};

/** Rows that a reading of the table's contents looks at. */
const ROWS_LOOKED_AT = 200;

/** The columns under the header rows `first` to `last`, with their roles. */
export function headerColumns(grid: Grid, first: number, last: number): Column[] {
  return assignRoles(grid, last + 1, columnsUnder(grid, first, last));
}

function columnsUnder(grid: Grid, first: number, last: number): Column[] {
  const columns: (Column & { stack: GridCell[] })[] = [];
  for (let x = 0; x < grid.width; x++) {
    const stack: GridCell[] = [];
    for (let y = first; y <= last; y++) {
      const cell = grid.at(y, x);
      if (cell && !stack.includes(cell)) stack.push(cell);
    }
    const left = columns.at(-1);
    const goesOn = left && stack.length > 0 && left.stack.at(-1) === stack.at(-1);
    if (goesOn) left.to = x;
    else columns.push({ from: x, to: x, tiers: stack.map(({ text }) => text), role: null, stack });
  }
  return columns.map(({ stack: _, ...column }) => column);
}

const textOf = (column: Column): string => column.tiers.join(' ');

type Reading = { column: Column; reading: HeaderRole | null; key: string };

function assignRoles(grid: Grid, below: number, columns: Column[]): Column[] {
  const readings = columns.map((column): Reading => {
    const text = textOf(column);
    return { column, reading: headerRole(text), key: toMatchKey(text) };
  });
  const having = (role: ColumnRole, weak = false): Reading[] =>
    readings.filter(({ reading }) => reading?.role === role && reading.weak === weak);
  const first = (candidates: Reading[], preferred: RegExp): Reading | undefined =>
    candidates.find(({ key }) => preferred.test(key)) ?? candidates[0];
  const give = (role: ColumnRole, ...chosen: (Reading | undefined)[]): void => {
    for (const one of chosen) if (one) one.column.role = role;
  };

  const lead = first(having('leadUnit'), /chu tri/);
  const weak = having('leadUnit', true).sort(
    (a, b) => Number(b.key.includes('thuc hien')) - Number(a.key.includes('thuc hien')),
  );
  const coordinating = first(having('coordinatingUnit'), /phoi hop/);
  give('leadUnit', lead ?? weak.shift());
  // "Chủ trì" beside "Đơn vị thực hiện": the second is who carries it out with the first.
  give(
    'coordinatingUnit',
    coordinating ?? (lead || weak[0]?.key.includes('thuc hien') ? weak[0] : undefined),
  );
  give('content', mostWritten(grid, below, having('content')));
  give('tt', first(having('tt'), /^(?:s ?t ?t|t ?t|so tt|so thu tu|thu tu)(?: |$)/));
  give('section', having('section')[0]);
  give('product', ...siblings(first(having('product'), /san pham/), having('product')));
  give('timing', ...adjacent(having('timing'), columns));
  give('note', ...remarks(having('note')));
  if (!columns.some(({ role }) => role === 'tt')) give('tt', ...unlabelledNumbers(grid, below, readings));
  return columns;
}

/** Start and end, or one column a quarter, stand side by side; a second kind of time further off is another matter. */
function adjacent(readings: Reading[], columns: Column[]): Reading[] {
  const start = readings[0];
  if (!start) return [];
  const at = columns.indexOf(start.column);
  return readings.filter((reading, i) => columns.indexOf(reading.column) === at + i);
}

/** The columns under one header of an upper tier. */
function siblings(chosen: Reading | undefined, readings: Reading[]): Reading[] {
  const upper = chosen?.column.tiers[0];
  return readings.filter(
    (one) =>
      one === chosen ||
      (one.column.tiers.length > 1 && one.column.tiers[0] === upper && one.key !== chosen?.key),
  );
}

/** Beside a column of notes, those of money, points and states are no notes. */
function remarks(readings: Reading[]): Reading[] {
  const notes = readings.filter(({ key }) => /ghi chu|luu y|ly do/.test(key));
  return notes.length > 0 ? notes : readings;
}

function mostWritten(grid: Grid, below: number, readings: Reading[]): Reading | undefined {
  if (readings.length < 2) return readings[0];
  const written = readings.map(({ column }) => {
    let letters = 0;
    for (let y = below; y < Math.min(grid.height, below + ROWS_LOOKED_AT); y++) {
      for (const cell of grid.cellsOf(y)) {
        if (cell.column >= column.from && cell.column <= column.to) letters += cell.text.length;
      }
    }
    return letters;
  });
  return readings[written.indexOf(Math.max(...written))];
}

/** A column without a header, left of the contents, in which most cells are numbers of rows. */
function unlabelledNumbers(grid: Grid, below: number, readings: Reading[]): Reading[] {
  const content = readings.findIndex(({ column }) => column.role === 'content');
  return readings
    .slice(0, Math.max(0, content))
    .filter(({ column, key }) => {
      if (key !== '') return false;
      const cells = columnTexts(grid, below, column);
      const labels = cells.filter((text) => parseNumberLabel(text) !== null);
      return labels.length >= 2 && labels.length >= cells.length * 0.8 && labels.some(startsNumbering);
    })
    .slice(0, 1);
}

const startsNumbering = (text: string): boolean =>
  parseNumberLabel(text)?.readings.some(isFirstNumeral) ?? false;

/** Texts that begin in a column, from a row downwards. */
export function columnTexts(grid: Grid, from: number, column: { from: number; to: number }): string[] {
  const texts: string[] = [];
  for (let y = from; y < Math.min(grid.height, from + ROWS_LOOKED_AT); y++) {
    for (const cell of grid.cellsOf(y)) {
      if (cell.column >= column.from && cell.column <= column.to) texts.push(cell.text);
    }
  }
  return texts;
}
