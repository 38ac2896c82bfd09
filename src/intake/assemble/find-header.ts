import { matchKey } from '../../annex/text';
import type { Grid, GridCell } from './grid';
import { headerColumns, type Column } from './header-columns';
import { headerRole } from './header-role';
import type { ColumnRole } from './header-words';

/** The header of a table: its rows, a row of column numbers included, and its columns. */
export type Header = {
  first: number;
  last: number;
  columns: Column[];
  /** Columns told by their contents; there are no header rows. */
  guessed: boolean;
};

/** Without the contents there is no task; without any of the rest nothing tells the table from another list. */
const NEEDED: ColumnRole = 'content';
const ONE_OF: readonly ColumnRole[] = ['leadUnit', 'coordinatingUnit', 'product', 'timing'];

const MOST_HEADER_ROWS = 8;
/** Letters a cell of a header has at most. */
const LONGEST_HEADER = 120;

export const rolesOf = ({ columns }: { columns: Column[] }): Set<ColumnRole> =>
  new Set(columns.flatMap(({ role }) => role ?? []));

/** True when the columns found are enough to read tasks. */
export const isEnough = (header: Header): boolean => {
  const roles = rolesOf(header);
  return roles.has(NEEDED) && ONE_OF.some((role) => roles.has(role));
};

/** Row of column numbers below a header: (1) (2) (3), or A B 1 2, or 1 2 3 = 1 + 2. */
export const isIndexRow = (cells: readonly GridCell[]): boolean => {
  if (cells.length < 3) return false;
  const marks = cells.map(({ text }) => /^[([]?\s*(\d{1,2}|[A-Ha-h])\s*[)\]]?(?:\s*=.*)?$/.exec(text)?.[1]);
  if (marks.some((mark) => mark === undefined)) return false;
  const numbers = marks.map(Number).filter((number) => !Number.isNaN(number));
  return numbers.every((number, i) => i === 0 || number === (numbers[i - 1] ?? 0) + 1);
};

/**
 * Finds the header nearest to the top that begins in rows `from` to `to` (excluded): the rows whose cells name the most columns. A header may
 * have tiers, be broken over several rows, and have its columns numbered. null when no row names two columns.
 */
export const findHeader = (grid: Grid, from = 0, to = grid.height): Header | null => {
  let partial: Header | null = null;
  for (let row = from; row < Math.min(to, grid.height); row++) {
    if (!mayBeHeader(grid.cellsOf(row))) continue;
    const header = growHeader(grid, row);
    if (!isPlausible(header)) continue;
    if (isEnough(header)) return header;
    partial ??= header;
  }
  return partial;
};

/**
 * Headers are made of few words and begin with a capital; sentences, and their ends after a page break, hold the
 * same words among others. With few columns all of them must be
 * known, or it is some other list.
 */
const isPlausible = (header: Header): boolean => {
  const known = header.columns.filter(({ role, tiers }) => role !== null && tiers.length > 0);
  const clear = known.filter(({ tiers }) => (headerRole(tiers.join(' '))?.coverage ?? 1) >= 0.5);
  if (known.length < 2) return false;
  const begun = known.filter(({ tiers, role }) => role === 'tt' || !/^\p{Ll}/u.test(tiers[0] ?? ''));
  if (Math.min(clear.length, begun.length) < known.length * 0.6) return false;
  return (
    rolesOf({ columns: known }).size >= 3 ||
    header.columns.every(({ role, tiers }) => role !== null || tiers.length === 0)
  );
};

const mayBeHeader = (cells: readonly GridCell[]): boolean =>
  cells.length >= 2 &&
  cells.every(({ text }) => text.length <= LONGEST_HEADER && !/.{8}[.;,]$/su.test(text)) &&
  !cells.some(isNumber) &&
  cells.some(({ text }) => headerRole(text) !== null);

/** Numbers of tasks and sections; single capitals may head a column. */
const isNumber = ({ text }: GridCell): boolean => /^[([]?(?:\d{1,3}(?:\.\d+)*|[IVX]+)[.)\]]?$/.test(text);

type Score = { roles: number; weight: number };

const scoreOf = (header: Header): Score => ({
  roles: rolesOf(header).size,
  weight: header.columns.reduce((sum, { tiers }) => sum + (headerRole(tiers.join(' '))?.weight ?? 0), 0),
});

const growHeader = (grid: Grid, first: number): Header => {
  let header = headerAt(grid, first, first);
  for (let last = first + 1; last < Math.min(grid.height, first + MOST_HEADER_ROWS); last++) {
    const cells = grid.cellsOf(last);
    if (isIndexRow(cells)) return { ...header, last };
    const taller = headerAt(grid, first, last);
    if (!continuesHeader(grid, header, taller, last)) break;
    header = taller;
  }
  return header;
};

const headerAt = (grid: Grid, first: number, last: number): Header => ({
  first,
  last,
  columns: headerColumns(grid, first, last),
  guessed: false,
});

const continuesHeader = (grid: Grid, header: Header, taller: Header, row: number): boolean => {
  const cells = grid.cellsOf(row);
  if (cells.some(({ text }) => text.length > LONGEST_HEADER)) return false;
  const covered = header.columns.some(({ from }) => {
    const above = grid.at(row, from);
    return above !== undefined && above.row < row;
  });
  if (covered) return true;
  if (cells.length === 0) return false;
  const own = (role: ColumnRole): GridCell | undefined => {
    const column = header.columns.find((candidate) => candidate.role === role);
    return column && cells.find((cell) => cell.column >= column.from && cell.column <= column.to);
  };
  if (cells.some(isNumber)) return false;
  const [before, after] = [scoreOf(header), scoreOf(taller)];
  if (after.roles < before.roles || !cells.every((cell) => staysHeader(taller, cell))) return false;
  if (after.roles > before.roles || after.weight > before.weight) return true;
  // The rest of a header broken over rows: nothing in the columns where a task would have its number and contents.
  return (
    !own('tt') &&
    !own('content') &&
    cells.every((cell) => cell.columnSpan < 3 && cell.text.length <= 30 && hasHeader(header, cell))
  );
};

/** What is added to a column's header leaves it one: a task's words below it would not. */
const staysHeader = (taller: Header, cell: GridCell): boolean => {
  const column = taller.columns.find(({ from, to }) => cell.column >= from && cell.column <= to);
  if (!column || /.{8}[.;]$/su.test(cell.text)) return false;
  return column.role === null || (headerRole(column.tiers.join(' '))?.coverage ?? 0) >= 0.5;
};

const hasHeader = (header: Header, cell: GridCell): boolean =>
  header.columns.some(({ from, to, tiers }) => cell.column >= from && cell.column <= to && tiers.length > 0);

/** True when the row prints the header once more, or a piece of it. */
export const repeatsHeader = (grid: Grid, row: number, header: Header): boolean => {
  const cells = grid.cellsOf(row);
  if (header.guessed || cells.length < 2) return false;
  if (cells.every((cell) => isHeaderCell(header, cell))) return true;
  if (!mayBeHeader(cells)) return false;
  const again = headerAt(grid, row, row);
  return rolesOf(again).size >= 3 && sameColumns(header, again);
};

/** True when a cell prints again what the header has in its column. */
export const isHeaderCell = (header: Header, cell: GridCell): boolean => {
  const column = header.columns.find(({ from, to }) => cell.column >= from && cell.column <= to);
  if (!column) return false;
  const key = matchKey(cell.text);
  return key !== '' && [column.tiers.join(' '), ...column.tiers].some((tier) => matchKey(tier) === key);
};

/** True when two headers name the same things in the same order. */
export const sameColumns = (one: Header, other: Header): boolean => {
  const order = (header: Header): string =>
    header.columns
      .flatMap(({ role }) => role ?? [])
      .filter((role, i, roles) => role !== roles[i - 1])
      .join();
  return order(one) === order(other);
};
