import {
  detectHeaderRole,
  type HeaderRole,
  isLeaderHeader,
  isNameHeader,
  isPeopleHeader,
} from '../../annex/detect-header-role';
import type { ColumnRole } from '../../annex/header-vocabulary';
import { isFirstNumeral, parseNumberLabel } from '../../annex/numbering';
import { findMax } from '../../shared/min-max';
import { toMatchKey } from '../../shared/text';
import type { Grid, GridCell } from './build-grid';
import { isCombinedUnitHeader } from './split-units';

/** One column of the table under its header, which may lie over several grid columns. */
export type HeaderColumn = {
  /** First and last grid column. */
  from: number;
  to: number;
  /** The header's tiers from top to bottom, as printed. */
  tiers: string[];
  role: ColumnRole | null;
  /** Its cells name the unit in charge and those that take part. */
  combined?: boolean;
  /** No word of its header says so: the role was detected from its cells. */
  guessed?: boolean;
};

/** Rows that a reading of the table's contents looks at. */
const MAX_SAMPLED_ROWS = 200;

/** Reads the columns under the header rows `first` to `last`, with their roles. */
export function readHeaderColumns(grid: Grid, first: number, last: number): HeaderColumn[] {
  return assignRoles(grid, last + 1, collectColumns(grid, first, last));
}

function collectColumns(grid: Grid, first: number, last: number): HeaderColumn[] {
  const columns: (HeaderColumn & { stack: GridCell[] })[] = [];
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

const getHeaderText = (column: HeaderColumn): string => column.tiers.join(' ');

type ColumnReading = { column: HeaderColumn; reading: HeaderRole | null; key: string };

function assignRoles(grid: Grid, below: number, columns: HeaderColumn[]): HeaderColumn[] {
  const readings = columns.map((column): ColumnReading => {
    const text = getHeaderText(column);
    return { column, reading: detectHeaderRole(text), key: toMatchKey(text) };
  });
  ignoreLeaders(readings);
  ignoreTicks(grid, below, readings);
  const having = (role: ColumnRole, weak = false): ColumnReading[] =>
    readings.filter(({ reading }) => reading?.role === role && reading.weak === weak);
  const first = (candidates: ColumnReading[], preferred: RegExp): ColumnReading | undefined =>
    candidates.find(({ key }) => preferred.test(key)) ?? candidates[0];
  const give = (role: ColumnRole, ...chosen: (ColumnReading | undefined)[]): void => {
    for (const one of chosen) if (one) one.column.role = role;
  };

  const [both, ...others] = [...having('coordinatingUnit'), ...having('leadUnit')];
  if (both && others.length === 0 && isCombinedUnitHeader(getHeaderText(both.column))) {
    both.column.combined = true;
    both.reading = both.reading && { ...both.reading, role: 'leadUnit' };
  }
  const lead = first(having('leadUnit'), /chu tri/);
  const people = readings.find(({ column }) => isPeopleHeader(getHeaderText(column)));
  const weak = having('leadUnit', true).sort(
    (a, b) => Number(b.key.includes('thuc hien')) - Number(a.key.includes('thuc hien')),
  );
  const coordinating = first(having('coordinatingUnit'), /phoi hop/);
  // "Trường thực hiện" beside "Đơn vị phối hợp" is who does it.
  const doing = having('coordinatingUnit').find(
    (one) => one !== coordinating && /thuc hien/.test(one.key) && !/phoi hop|cung/.test(one.key),
  );
  give('leadUnit', lead ?? weak.shift() ?? people ?? doing);
  // "Chủ trì" beside "Đơn vị thực hiện": the second is who carries it out with the first.
  give(
    'coordinatingUnit',
    coordinating ?? (lead || weak[0]?.key.includes('thuc hien') ? weak[0] : undefined),
  );
  const contents = having('content');
  give('content', findLongestColumn(grid, below, contents));
  give('tt', first(having('tt'), /^(?:s ?t ?t|t ?t|so tt|so thu tu|thu tu)(?: |$)/));
  give('section', having('section')[0]);
  if (contents.length === 0) giveUnnamedContent(grid, below, readings);
  if (!columns.some(({ role }) => role === 'section')) give('section', findGroups(grid, below, readings));
  const products = having('product').filter(({ column }) => column.role === null);
  // "Tên báo cáo" beside the contents names what comes of them.
  const named = readings.find(({ column, key }) => column.role === null && NAME_OF_PAPER.test(key));
  give('product', ...(products.length > 0 ? selectSiblings(first(products, /san pham/), products) : [named]));
  give('timing', ...selectAdjacent(having('timing'), columns));
  give('note', ...selectNotes(having('note')));
  if (!columns.some(({ role }) => role === 'tt')) give('tt', ...findUnlabelledNumbers(grid, below, readings));
  return columns;
}

/** "Lãnh đạo phụ trách" beside a column of units, or of persons who do it, is not who is in charge. */
function ignoreLeaders(readings: readonly ColumnReading[]): void {
  const isLeader = ({ column }: ColumnReading): boolean => isLeaderHeader(getHeaderText(column));
  const naming = readings.filter(({ column, reading }) => {
    const text = getHeaderText(column);
    const isCombined = reading?.role === 'coordinatingUnit' && isCombinedUnitHeader(text);
    return reading?.role === 'leadUnit' || isCombined || isPeopleHeader(text);
  });
  if (naming.every(isLeader)) return;
  for (const one of naming) if (isLeader(one)) one.reading = null;
}

/** A header that asks whether something is done; the key. */
const DONE_HEADER = /^(?:da )?(?:xong|hoan thanh|hoan tat|lam xong|thuc hien xong)(?: chua)?$/;
/** Cells of such a column: a tick, or a word that says yes or no. */
const TICK = /^(?:true|false|x|v|✓|✔|☑|☐|☒|có|không|rồi|chưa|xong|đã xong|chưa xong|yes|no)$/iu;

/** "Xong?" over ticks says whether a task is done, not when it is due. */
function ignoreTicks(grid: Grid, below: number, readings: readonly ColumnReading[]): void {
  for (const one of readings) {
    if (one.reading?.role !== 'timing' || !DONE_HEADER.test(one.key)) continue;
    const written = getColumnTexts(grid, below, one.column).filter((text) => text.trim() !== '');
    if (written.length > 0 && written.every((text) => TICK.test(text.trim()))) one.reading = null;
  }
}

/** A header of what tasks are grouped by; the key. */
const GROUP_HEADER = /^(?:mang|muc tieu|nhom|linh vuc|chu de|tieu chuan|chuong trinh)(?: |$)/;

/**
 * Finds the column left of the contents that groups the rows under a word for a group ("Mục tiêu", "Mảng việc"): its
 * cells are merged downwards or say the same again below each other.
 *
 * @returns undefined if no column groups the rows
 */
function findGroups(
  grid: Grid,
  below: number,
  readings: readonly ColumnReading[],
): ColumnReading | undefined {
  const content = readings.findIndex(({ column }) => column.role === 'content');
  return readings.slice(0, Math.max(0, content)).find(({ column, key }) => {
    if (column.role !== null || !GROUP_HEADER.test(key)) return false;
    const height = Math.min(grid.height, below + MAX_SAMPLED_ROWS);
    const texts: string[] = [];
    for (let y = below; y < height; y++) {
      const text = toMatchKey(grid.at(y, column.from)?.text ?? '');
      if (text !== '') texts.push(text);
    }
    return texts.some((text, i) => i > 0 && text === texts[i - 1]);
  });
}

/** A header that names papers; the key. */
const NAME_OF_PAPER =
  /^(?:ten|loai|danh muc|cac)? ?(?:bao cao|van ban|ho so|tai lieu|bieu mau|ke hoach|so sach)(?: (?:phai nop|can nop|gui|kem theo|phai lap))?$/;

/** Roles whose words distinguish a table of tasks from another list. */
const TELLING_ROLES: readonly ColumnRole[] = ['leadUnit', 'coordinatingUnit', 'timing'];
/** Letters that the cells of a column of contents have on average. */
const MIN_CONTENT_LENGTH = 8;

/**
 * Gives the contents to a column whose header does not say so, in a table that numbers its rows and says who does
 * something or when: the one that names things ("Tên báo cáo"), else the one with the longest texts.
 */
function giveUnnamedContent(grid: Grid, below: number, readings: readonly ColumnReading[]): void {
  const isNumbered = readings.some(({ reading }) => reading?.role === 'tt');
  const naming = readings.filter(({ reading }) => reading && TELLING_ROLES.includes(reading.role));
  if (naming.length < (isNumbered ? 1 : 2)) return;
  const free = readings.filter(
    ({ column, reading, key }) =>
      column.role === null && key !== '' && (reading === null || reading.role === 'product'),
  );
  const named = free.filter(({ column }) => isNameHeader(getHeaderText(column)));
  const chosen = findLongestColumn(grid, below, named.length > 0 ? named : isNumbered ? free : []);
  if (!chosen) return;
  const texts = getColumnTexts(grid, below, chosen.column);
  const letters = texts.reduce((sum, text) => sum + text.length, 0);
  if (named.length === 0 && letters < MIN_CONTENT_LENGTH * texts.length) return;
  chosen.column.role = 'content';
  if (named.length === 0) chosen.column.guessed = true;
}

/**
 * Selects columns that stand side by side (start and end, or one column a quarter); a second kind of time
 * further away is another matter.
 */
function selectAdjacent(readings: ColumnReading[], columns: HeaderColumn[]): ColumnReading[] {
  const start = readings[0];
  if (!start) return [];
  const at = columns.indexOf(start.column);
  return readings.filter((reading, i) => columns.indexOf(reading.column) === at + i);
}

/** Selects the columns under one header of an upper tier. */
function selectSiblings(chosen: ColumnReading | undefined, readings: ColumnReading[]): ColumnReading[] {
  const upper = chosen?.column.tiers[0];
  return readings.filter(
    (one) =>
      one === chosen ||
      (one.column.tiers.length > 1 && one.column.tiers[0] === upper && one.key !== chosen?.key),
  );
}

/** Selects the columns of notes; next to one, those of money, points and states are no notes. */
function selectNotes(readings: ColumnReading[]): ColumnReading[] {
  const notes = readings.filter(({ key }) => /ghi chu|luu y|ly do/.test(key));
  return notes.length > 0 ? notes : readings;
}

function findLongestColumn(grid: Grid, below: number, readings: ColumnReading[]): ColumnReading | undefined {
  if (readings.length < 2) return readings[0];
  const written = readings.map(({ column }) => {
    let letters = 0;
    for (let y = below; y < Math.min(grid.height, below + MAX_SAMPLED_ROWS); y++) {
      for (const cell of grid.getCells(y)) {
        if (cell.column >= column.from && cell.column <= column.to) letters += cell.text.length;
      }
    }
    return letters;
  });
  return readings[written.indexOf(findMax(written))];
}

/** Finds a column without a header, left of the contents, in which most cells are numbers of rows. */
function findUnlabelledNumbers(grid: Grid, below: number, readings: ColumnReading[]): ColumnReading[] {
  const content = readings.findIndex(({ column }) => column.role === 'content');
  return readings
    .slice(0, Math.max(0, content))
    .filter(({ column, key }) => {
      if (key !== '') return false;
      const cells = getColumnTexts(grid, below, column);
      const labels = cells.filter((text) => parseNumberLabel(text) !== null);
      return labels.length >= 2 && labels.length >= cells.length * 0.8 && labels.some(isNumberingStart);
    })
    .slice(0, 1);
}

const isNumberingStart = (text: string): boolean =>
  parseNumberLabel(text)?.readings.some(isFirstNumeral) ?? false;

/** Returns the texts that begin in a column, from a row downwards. */
export function getColumnTexts(grid: Grid, from: number, column: { from: number; to: number }): string[] {
  const texts: string[] = [];
  for (let y = from; y < Math.min(grid.height, from + MAX_SAMPLED_ROWS); y++) {
    for (const cell of grid.getCells(y)) {
      if (cell.column >= column.from && cell.column <= column.to) texts.push(cell.text);
    }
  }
  return texts;
}
