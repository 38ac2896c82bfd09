import { detectHeaderRole } from '../../annex/detect-header-role';
import type { ColumnRole } from '../../annex/header-vocabulary';
import { toMatchKey } from '../../shared/text';
import type { Grid, GridCell } from './build-grid';
import { type HeaderColumn, readHeaderColumns } from './read-header-columns';

/** The header of a table: its rows and columns. */
export type TableHeader = {
  first: number;
  last: number;
  columns: HeaderColumn[];
  /** The last row numbers the columns. */
  numbered: boolean;
  /** The columns were guessed from their contents; there are no header rows. */
  guessed: boolean;
};

/** Without the contents there is no task; without any of the rest nothing distinguishes the table from another list. */
const REQUIRED_ROLE: ColumnRole = 'content';
const ALTERNATIVE_ROLES: readonly ColumnRole[] = ['leadUnit', 'coordinatingUnit', 'product', 'timing'];

const MAX_HEADER_ROWS = 8;
/** Rows of one table that are tried as a header: what has more of them with header words is another list. */
export const MAX_TRIED_ROWS = 300;
/** Letters a cell of a header has at most. */
const MAX_HEADER_LENGTH = 120;

export function getHeaderRoles({ columns }: { columns: HeaderColumn[] }): Set<ColumnRole> {
  return new Set(
    columns.flatMap(({ role, combined }): ColumnRole[] =>
      combined ? ['leadUnit', 'coordinatingUnit'] : role ? [role] : [],
    ),
  );
}

/** Returns true if the columns found are enough to read tasks; a numbered list of contents is. */
export function hasRequiredRoles(header: TableHeader): boolean {
  return getHeaderRoles(header).has(REQUIRED_ROLE) && (hasTaskColumns(header) || isNumberedList(header));
}

/** Returns true if a table says more of its contents than what they are: who does them, when, with what result. */
export function hasTaskColumns(header: TableHeader): boolean {
  const roles = getHeaderRoles(header);
  return ALTERNATIVE_ROLES.some((role) => roles.has(role));
}

/** Part of a header's letters that says what it is where nothing else does. */
const PLAIN_COVERAGE = 0.8;

function hasPlainColumn({ columns }: TableHeader, ...wanted: ColumnRole[]): boolean {
  return columns.some(
    ({ role, tiers }) =>
      role !== null &&
      wanted.includes(role) &&
      (detectHeaderRole(tiers.join(' '))?.coverage ?? 0) > PLAIN_COVERAGE,
  );
}

/** Returns true if two columns are plainly named the number and the contents, whatever the others are. */
const isNumberedList = (header: TableHeader): boolean =>
  hasPlainColumn(header, 'tt') && hasPlainColumn(header, REQUIRED_ROLE);

/** Returns true for a row of column numbers below a header: (1) (2) (3), or A B 1 2, or 1 2 3 = 1 + 2. */
export function isColumnNumberRow(cells: readonly GridCell[]): boolean {
  if (cells.length < 3) return false;
  const marks = cells.map(({ text }) => /^[([]?\s*(\d{1,2}|[A-Ha-h])\s*[)\]]?(?:\s*=.*)?$/.exec(text)?.[1]);
  if (marks.some((mark) => mark === undefined)) return false;
  const numbers = marks.map(Number).filter((number) => !Number.isNaN(number));
  return numbers.every((number, i) => i === 0 || number === (numbers[i - 1] ?? 0) + 1);
}

/**
 * Finds the header nearest to the top that begins in rows `from` to `to` (excluded). A header may have tiers, be
 * broken over several rows, and have its columns numbered. It is one whose columns are enough to read tasks, else the
 * first that names some.
 *
 * @param known the header of the table before: printed again, it ends where that one does
 * @returns null if no row names a column
 */
export function findHeader(
  grid: Grid,
  from = 0,
  to = grid.height,
  known: TableHeader | null = null,
): TableHeader | null {
  let partial: TableHeader | null = null;
  let tried = 0;
  for (let row = from; row < Math.min(to, grid.height) && tried < MAX_TRIED_ROWS; row++) {
    if (!canBeHeader(grid.getCells(row))) continue;
    tried++;
    const header = extendHeader(grid, row, known);
    if (!isPlausibleHeader(header)) continue;
    if (hasRequiredRoles(header)) return header;
    partial ??= header;
  }
  return partial;
}

/**
 * Returns true if a row can be a header: few words per cell, each cell beginning with a capital. Sentences,
 * and their ends after a page break, hold header words among others. With few columns all of them must be
 * known, or it is some other list.
 */
function isPlausibleHeader(header: TableHeader): boolean {
  const known = header.columns.filter(({ role, tiers }) => role !== null && tiers.length > 0);
  const clear = known.filter(({ tiers }) => (detectHeaderRole(tiers.join(' '))?.coverage ?? 1) >= 0.5);
  if (known.length < 2) return false;
  const begun = known.filter(({ tiers, role }) => role === 'tt' || !/^\p{Ll}/u.test(tiers[0] ?? ''));
  if (Math.min(clear.length, begun.length) < known.length * 0.6) return false;
  return (
    getHeaderRoles({ columns: known }).size >= 3 ||
    (hasPlainColumn(header, REQUIRED_ROLE) && hasPlainColumn(header, 'tt', ...ALTERNATIVE_ROLES)) ||
    header.columns.every(({ role, tiers }) => role !== null || tiers.length === 0)
  );
}

/** Returns true if the cells of a row can be those of a header: short, without numbers, one of them a header word. */
export function canBeHeader(cells: readonly GridCell[]): boolean {
  return (
    cells.length >= 2 &&
    cells.every(({ text }) => text.length <= MAX_HEADER_LENGTH && !endsLikeSentence(text, '.;,')) &&
    !cells.some((cell) => isNumberedCell(cell) || isRowNumber(cell) || isLetterheadCell(cell)) &&
    cells.some(({ text }) => detectHeaderRole(text) !== null)
  );
}

/** Returns true for what stands in a letterhead that was pasted with the table: number and sign, place and date. */
const isLetterheadCell = ({ text }: GridCell): boolean =>
  /^số\s*:?\s*[\d….\s]*\p{L}*\s*[/-]|ngày[\d….\s]{1,12}tháng[\d….\s]{1,12}năm|cộng h[oòỏ][aàả] xã hội/iu.test(
    text,
  );

/** Returns true for a number of four digits in the first column: no year heads the column of numbers. */
const isRowNumber = ({ column, text }: GridCell): boolean => column === 0 && /^\d{4}$/.test(text);

/** Letters before the mark that make it the end of a sentence and not of an abbreviation. */
const MIN_SENTENCE_LENGTH = 8;

const endsLikeSentence = (text: string, marks: string): boolean =>
  text.length > MIN_SENTENCE_LENGTH && marks.includes(text.at(-1) ?? ' ');

/** Returns true for numbers of tasks and sections, "A.1", "a" and "-" too; single capitals and years may head a column. */
const isNumberedCell = ({ column, text }: GridCell): boolean =>
  (column === 0 && /^[([]?(?:[a-zđ]|[-–+•*])[.)\]]?$/.test(text)) ||
  /^[([]?(?:(?!(?:19|20)\d\d\D?$)\d{1,6}(?:\.\d+)*|[IVX]+|[A-ZĐ]\.\d{1,3}(?:\.\d+)*)[.)\]]?$/.test(text);

/** Builds the header that rows `first` to `last` make, whatever they name. */
export function buildHeader(grid: Grid, first: number, last: number): TableHeader {
  return {
    first,
    last,
    columns: readHeaderColumns(grid, first, last),
    numbered: false,
    guessed: false,
  };
}

function includeNumberRow(grid: Grid, header: TableHeader): TableHeader {
  return header.last + 1 < grid.height && isColumnNumberRow(grid.getCells(header.last + 1))
    ? { ...header, last: header.last + 1, numbered: true }
    : header;
}

/** "Đơn vị" alone is half as clear as "Đơn vị chủ trì". */
const WEAK_CLARITY = 0.5;

/**
 * Scores how clearly the columns are named: each known one counts by the share of its header that is known.
 */
function scoreClarity(header: TableHeader): number {
  return header.columns.reduce((sum, { role, tiers }) => {
    const reading = role === null ? null : detectHeaderRole(tiers.join(' '));
    return sum + (reading ? reading.coverage * (reading.weak ? WEAK_CLARITY : 1) : 0);
  }, 0);
}

/**
 * Finds the header that begins in a row: as many rows as name the columns best; that of the table before if
 * it is repeated.
 */
function extendHeader(grid: Grid, first: number, known: TableHeader | null): TableHeader {
  if (known && !known.guessed) {
    const last = first + known.last - known.first - (known.numbered ? 1 : 0);
    const again = last < grid.height ? buildHeader(grid, first, last) : null;
    if (again && hasSameTexts(again, known)) return includeNumberRow(grid, again);
  }
  let best = buildHeader(grid, first, first);
  for (let last = first + 1; last < Math.min(grid.height, first + MAX_HEADER_ROWS); last++) {
    // A cell merged downwards from a row that is no part of the header is one of the table.
    const reachesDown = best.columns.some(({ from }) => (grid.at(last, from)?.row ?? last) <= best.last);
    if (!reachesDown && !canContinueHeader(grid.getCells(last))) break;
    const taller = buildHeader(grid, first, last);
    const gain = scoreClarity(taller) - scoreClarity(best);
    if (reachesDown || gain > 0 || (gain === 0 && isCutHeaderRow(grid.getCells(last)))) best = taller;
  }
  return includeNumberRow(grid, best);
}

/** Returns true if a further row belongs to a header: it has neither the number of a task nor sentences. */
function canContinueHeader(cells: readonly GridCell[]): boolean {
  return (
    cells.length > 0 &&
    cells.every(
      (cell) =>
        cell.text.length <= MAX_HEADER_LENGTH && !isNumberedCell(cell) && !endsLikeSentence(cell.text, '.;'),
    )
  );
}

/**
 * Returns true if a row goes on with the words of the header above: it begins small, or has several cells of header
 * words in capitals. One cell with words of its own is the heading of the first section.
 */
function isCutHeaderRow(cells: readonly GridCell[]): boolean {
  if (cells.some(({ text }) => /^[(\p{Ll}]/u.test(text))) return true;
  return cells.length > 1 && cells.every(({ text }) => text === text.toUpperCase());
}

function hasSameTexts(one: TableHeader, other: TableHeader): boolean {
  const texts = ({ columns }: TableHeader): string =>
    columns.map(({ tiers }) => toMatchKey(tiers.join(' '))).join('\n');
  return texts(one) === texts(other);
}

/** Returns true if the row prints the header once more, or a part of it. */
export function isRepeatedHeader(grid: Grid, row: number, header: TableHeader): boolean {
  const cells = grid.getCells(row);
  if (header.guessed || cells.length < 2) return false;
  if (cells.every((cell) => isHeaderCell(header, cell))) return true;
  if (!canBeHeader(cells) || cells.filter(({ text }) => detectHeaderRole(text) !== null).length < 2)
    return false;
  const again = buildHeader(grid, row, row);
  return getHeaderRoles(again).size >= 3 && hasSameRoles(header, again) && isPlausibleHeader(again);
}

/** Returns true if a cell prints again what the header has in its column. */
export function isHeaderCell(header: TableHeader, cell: GridCell): boolean {
  const column = header.columns.find(({ from, to }) => cell.column >= from && cell.column <= to);
  if (!column) return false;
  const key = toMatchKey(cell.text);
  return key !== '' && [column.tiers.join(' '), ...column.tiers].some((tier) => toMatchKey(tier) === key);
}

/** Returns true if two headers name the same things in the same order. */
export function hasSameRoles(one: TableHeader, other: TableHeader): boolean {
  const order = (header: TableHeader): string =>
    header.columns
      .flatMap(({ role }) => role ?? [])
      .filter((role, i, roles) => role !== roles[i - 1])
      .join();
  return order(one) === order(other);
}
