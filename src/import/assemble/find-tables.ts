import { isSchoolWithoutNumber } from '../../annex/letterhead';
import {
  isNextNumeral,
  isNumberedHeading,
  type NumberLabel,
  type Numeral,
  type NumeralKind,
} from '../../annex/numbering';
import type { RawDocument } from '../../readers/raw-document';
import { appendAll } from '../../shared/append-all';
import { findMax } from '../../shared/min-max';
import type { ProblemLocation } from '../../shared/problem';
import { cleanText, joinText } from '../../shared/text';
import { addCaptions } from './add-captions';
import { buildGrid, getRowLocation, type Grid } from './build-grid';
import {
  buildHeader,
  canBeHeader,
  findHeader,
  getHeaderRoles,
  hasRequiredRoles,
  hasSameRoles,
  isRepeatedHeader,
  MAX_TRIED_ROWS,
  type TableHeader,
} from './find-header';
import { guessHeader } from './guess-header';
import type { TablePart } from './parse-table-rows';
import { readRowView } from './read-row-view';
import { detectTableEnd, isAnnexEnd, isPageNumberText } from './row-kinds';
import type { TableCandidate } from './table-candidate';
import { turnLyingParts } from './turn-table';

type RowsPart = Extract<TablePart, { kind: 'rows' }>;

const splitFilledLines = (text: string): string[] =>
  text.split(/\r\n?|\n/).filter((line) => cleanText(line) !== '');

/** Returns the texts of rows that surround a table, each cell's own lines together. */
function getRowLines(grid: Grid, from: number, to: number): string[] {
  return grid.table.cells
    .filter(({ row }) => row >= from && row < to)
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .flatMap(({ text }) => splitFilledLines(text));
}

/**
 * Returns the text of a row of one cell, which may be the heading of a table below it.
 *
 * @returns null if the row has more cells, or none
 */
function readSingleLine(grid: Grid, row: number): { text: string; place: ProblemLocation } | null {
  const cells = grid.getCells(row);
  return cells.length === 1 ? { text: cells[0]!.text, place: getRowLocation(grid, row) } : null;
}

/** Walks the blocks of a document and keeps the table that is still open, for what continues it. */
class TableFinder {
  readonly found: TableCandidate[] = [];
  private openCandidate: TableCandidate | null = null;
  private lines: string[] = [];
  /** The last of them, where it was a paragraph. */
  private lastLine: { text: string; place: ProblemLocation } | null = null;
  /** Headings printed since the open table's last row. */
  private headings: TablePart[] = [];
  /** Other words were printed since: only numbers that go on show that the next table continues it. */
  private interrupted = false;
  /** The last number of each kind in the open table, and how many of its parts were looked at for it. */
  private numbers = new Map<NumeralKind, Numeral>();
  private counted = 0;

  addParagraph(text: string, place: ProblemLocation): void {
    for (const line of splitFilledLines(text)) {
      const clean = cleanText(line);
      // Below the name of a school, or the motto beside it, it is the school's.
      if (isPageNumberText(clean) && !this.lines.slice(-2).some(isSchoolWithoutNumber)) continue;
      const before = this.lastLine;
      // A title too long for its line.
      const title =
        before && isNumberedHeading(before.text) && /^\p{Ll}/u.test(clean)
          ? joinText(before.text, clean)
          : null;
      this.lastLine = { text: title ?? clean, place: before && title ? before.place : place };
      if (title) this.lines.pop();
      this.lines.push(title ?? line);
      if (!this.openCandidate) continue;
      const heading = this.headings.at(-1);
      if (title && heading?.kind === 'heading') heading.text = title;
      else if (isAnnexEnd(clean)) this.closeCandidate();
      else if (isNumberedHeading(clean)) this.headings.push({ kind: 'heading', text: clean, place });
      else this.interrupted = true;
    }
  }

  addTable(grid: Grid): void {
    if (this.openCandidate && this.openCandidate.place.sheet !== grid.table.place.sheet)
      this.closeCandidate();
    let from = 0;
    while (from < grid.height) {
      const header = findHeader(grid, from, grid.height, this.openCandidate?.header);
      if (!header || !hasRequiredRoles(header)) {
        this.addRemainingRows(grid, from, grid.height, header);
        return;
      }
      if (header.first > from) this.addRemainingRows(grid, from, header.first);
      from = this.addHeadedRows(grid, header);
    }
  }

  /**
   * Adds the rows under a header, up to where the table closes or another header begins, and returns that
   * row.
   */
  private addHeadedRows(grid: Grid, header: TableHeader): number {
    const to = findTableEnd(grid, header, header.last + 1);
    const part: RowsPart = { kind: 'rows', grid, header, from: header.last + 1, to };
    if (this.openCandidate && hasSameRoles(this.openCandidate.header, header) && this.canContinueWith(part))
      this.appendPart(part);
    else this.startCandidate(header, part, getRowLocation(grid, header.first));
    if (to < grid.height) this.closeCandidate();
    return to;
  }

  /**
   * Adds rows without a complete header of their own: the rest of the open table, a table without any header, one
   * whose columns must be assigned, or mere lines.
   */
  private addRemainingRows(
    grid: Grid,
    from: number,
    to = grid.height,
    partial: TableHeader | null = null,
  ): void {
    if (this.openCandidate && hasSameLayout(grid, this.openCandidate)) {
      const header = this.openCandidate.header;
      const end = Math.min(to, findTableEnd(grid, header, from));
      const part: RowsPart = { kind: 'rows', grid, header, from, to: end };
      if (end > from && this.canContinueWith(part)) {
        this.appendPart(part);
        if (end < to) this.closeCandidate();
        this.addLines(getRowLines(grid, end, to));
        this.lastLine = null;
        return;
      }
    }
    const guessed = from === 0 && to === grid.height ? guessHeader(grid) : null;
    if (guessed) {
      const end = findTableEnd(grid, guessed, 0);
      this.startCandidate(
        guessed,
        { kind: 'rows', grid, header: guessed, from: 0, to: end },
        getRowLocation(grid, 0),
      );
      return;
    }
    if (this.openCandidate) this.closeCandidate();
    const unread = findUnreadHeader(grid, from, to, partial);
    if (unread) this.addUnreadRows(grid, unread, to);
    else this.addLines(getRowLines(grid, from, to));
    this.lastLine = unread ? null : readSingleLine(grid, to - 1);
  }

  /** Any number of lines: a list that is no annex has more than the stack holds arguments. */
  private addLines(lines: readonly string[]): void {
    this.lines = this.lines.concat(lines);
  }

  private addUnreadRows(grid: Grid, header: TableHeader, to: number): void {
    const from = header.last + 1;
    const end = Math.min(to, findTableEnd(grid, header, from));
    this.found.push({
      readable: false,
      header,
      parts: [{ kind: 'rows', grid, header, from, to: end }],
      titleLines: this.lines,
      caption: '',
      heading: null,
      place: getRowLocation(grid, header.first),
    });
    this.lines = getRowLines(grid, end, to);
  }

  /**
   * Returns true if, after other text, the first number follows the last task's number or that of an open
   * section.
   */
  private canContinueWith(part: RowsPart): boolean {
    if (!this.openCandidate || !this.interrupted) return this.openCandidate !== null;
    // Computed only now, part by part: most tables follow each other without a word between them.
    for (const one of this.openCandidate.parts.slice(this.counted)) {
      if (one.kind === 'rows')
        for (const [kind, numeral] of findLastNumerals(one)) this.numbers.set(kind, numeral);
    }
    this.counted = this.openCandidate.parts.length;
    const next = findFirstLabel(part)?.readings ?? [];
    return next.some((reading) =>
      [...this.numbers.values()].some((numeral) => isNextNumeral(numeral, reading)),
    );
  }

  private startCandidate(header: TableHeader, part: TablePart, place: ProblemLocation): void {
    this.closeCandidate();
    const heading = this.lastLine && isNumberedHeading(this.lastLine.text) ? this.lastLine : null;
    this.openCandidate = {
      readable: true,
      header,
      parts: [part],
      titleLines: this.lines,
      caption: this.lastLine?.text ?? '',
      heading,
      place,
    };
    this.found.push(this.openCandidate);
    this.lines = [];
    this.lastLine = null;
  }

  private appendPart(part: TablePart): void {
    if (this.openCandidate) appendAll(this.openCandidate.parts, [...this.headings, part]);
    this.headings = [];
    this.interrupted = false;
    this.lines = [];
    this.lastLine = null;
  }

  private closeCandidate(): void {
    this.openCandidate = null;
    this.headings = [];
    this.interrupted = false;
    this.numbers = new Map();
    this.counted = 0;
  }
}

/** Rows with at least so many cells make a table; letterheads and signature blocks have fewer. */
const MIN_TABLE_ROWS = 3;
const MIN_TABLE_CELLS = 3;

/**
 * Finds the header of a table whose columns are not known: the rows that name some of them, else its first row.
 *
 * @returns null if the rows make no table
 */
function findUnreadHeader(
  grid: Grid,
  from: number,
  to: number,
  partial: TableHeader | null,
): TableHeader | null {
  const rows = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i).filter(
    (row) => grid.getCells(row).length >= MIN_TABLE_CELLS,
  );
  if (partial && partial.first >= from && partial.last < to)
    return hasRowBelow(grid, partial, to) ? partial : null;
  const [first] = rows;
  return first === undefined || rows.length < MIN_TABLE_ROWS ? null : buildHeader(grid, first, first);
}

function hasRowBelow(grid: Grid, header: TableHeader, to: number): boolean {
  for (let row = header.last + 1; row < to; row++) if (grid.getCells(row).length >= 2) return true;
  return false;
}

/** Finds the last number of each kind in a part: of its last task, of its last section. */
function findLastNumerals({ grid, header, from, to }: RowsPart): Map<NumeralKind, Numeral> {
  const last = new Map<NumeralKind, Numeral>();
  for (let row = from; row < to; row++) {
    for (const numeral of readRowView(grid, header, row).label?.readings ?? [])
      last.set(numeral.kind, numeral);
  }
  return last;
}

function findFirstLabel({ grid, header, from, to }: RowsPart): NumberLabel | null {
  for (let row = from; row < to; row++) {
    const { label } = readRowView(grid, header, row);
    if (label) return label;
  }
  return null;
}

/**
 * Returns true if a table without a header has the columns of the one before it; its last ones may be blank.
 */
function hasSameLayout(grid: Grid, { header, parts }: TableCandidate): boolean {
  const width = findMax(header.columns.map(({ to }) => to)) + 1;
  if (grid.width === 0 || grid.width > width) return false;
  const sameGrid = parts.some(
    (part) => part.kind === 'rows' && part.grid.table.columnCount === grid.table.columnCount,
  );
  return sameGrid || (grid.table.columnCount >= width && grid.width >= Math.max(2, width - 2));
}

/**
 * Finds the row after the last of the table that begins at `from`: where it is signed, or another one begins.
 */
function findTableEnd(grid: Grid, header: TableHeader, from: number): number {
  let signed: number | null = null;
  let tried = 0;
  const beginsOther = (row: number): boolean => {
    if (tried >= MAX_TRIED_ROWS || grid.getCells(row).length < 3 || !canBeHeader(grid.getCells(row)))
      return false;
    tried++;
    return isOtherTableStart(grid, row, header);
  };
  for (let row = from; row < grid.height; row++) {
    if (grid.getCells(row).length === 0 || isRepeatedHeader(grid, row, header)) continue;
    const view = readRowView(grid, header, row);
    const closes = detectTableEnd(view);
    if (closes === 'surely') return signed ?? row;
    if (beginsOther(row)) return signed ?? findCaptionAbove(grid, from, row);
    if (closes === 'perhaps') signed ??= row;
    else if (view.label !== null && view.heading === null) signed = null;
  }
  return signed ?? grid.height;
}

/** Returns the row of the words alone that are printed right above a row and go with what stands below; else the row. */
function findCaptionAbove(grid: Grid, from: number, row: number): number {
  let above = row - 1;
  while (above > from && grid.getCells(above).length === 0) above--;
  return above > from && grid.getCells(above).length === 1 ? above : row;
}

function isOtherTableStart(grid: Grid, row: number, header: TableHeader): boolean {
  const other = findHeaderAt(grid, row);
  return other !== null && getHeaderRoles(other).size >= 3 && !hasSameRoles(other, header);
}

function findHeaderAt(grid: Grid, row: number): TableHeader | null {
  const header = findHeader(grid, row, row + 1);
  return header && hasRequiredRoles(header) ? header : null;
}

/**
 * Finds the tables of a document in order: those that can be an annex, and those whose columns must be assigned.
 * Letterheads and signature blocks are none.
 */
export function findTables(document: RawDocument): TableCandidate[] {
  const finder = new TableFinder();
  for (const block of document.blocks) {
    if (block.kind === 'text') finder.addParagraph(block.text, block.place);
    else for (const table of turnLyingParts(block)) finder.addTable(buildGrid(table, document.source));
  }
  return addCaptions(finder.found);
}
