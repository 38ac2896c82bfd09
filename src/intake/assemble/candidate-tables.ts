import type { ProblemLocation } from '../../annex/problem';
import {
  isNextNumeral,
  isNumberedHeading,
  parseLeadingLabel,
  type NumberLabel,
  type Numeral,
  type NumeralKind,
} from '../../annex/numbering';
import { cleanText, joinText } from '../../annex/text';
import type { RawDocument } from '../raw-document';
import { findHeader, isEnough, repeatsHeader, rolesOf, sameColumns, type Header } from './find-header';
import type { Part } from './gather-rows';
import { gridOf, rowPlace, type Grid } from './grid';
import { guessHeader } from './guess-header';
import { closesAnnex, closing, isPageNumberText } from './row-kinds';
import { viewRow } from './row-view';

/** A table of the document that may be the annex: one table, or several that continue each other. */
export type Candidate = {
  header: Header;
  parts: Part[];
  /** Lines printed before it, from the end of the table before. */
  titleLines: string[];
  /** The last of these lines, where it can be the title of the first section. */
  heading: { text: string; place: ProblemLocation } | null;
  place: ProblemLocation;
};

type RowsPart = Extract<Part, { type: 'rows' }>;

export type FoundTables = {
  candidates: Candidate[];
  /** Tables whose header names some of the columns, but too few to read tasks. */
  incomplete: { header: Header; place: ProblemLocation }[];
};

const linesOf = (text: string): string[] => text.split(/\r\n?|\n/).filter((line) => cleanText(line) !== '');

/** Texts of rows that stand around a table, each cell's own lines together. */
function rowLines(grid: Grid, from: number, to: number): string[] {
  return grid.table.cells
    .filter(({ row }) => row >= from && row < to)
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .flatMap(({ text }) => linesOf(text));
}

/** Walks the blocks of a document and keeps the table that is still open, for what continues it. */
class TableFinder {
  readonly found: FoundTables = { candidates: [], incomplete: [] };
  private open: Candidate | null = null;
  private lines: string[] = [];
  /** The last of them, where it was a paragraph. */
  private lastLine: { text: string; place: ProblemLocation } | null = null;
  /** Headings printed since the open table's last row. */
  private headings: Part[] = [];
  /** Other words were printed since: only numbers that go on show that the next table continues it. */
  private interrupted = false;
  /** The last number of each kind in the open table, and how many of its parts were looked at for it. */
  private numbers = new Map<NumeralKind, Numeral>();
  private counted = 0;

  paragraph(text: string, place: ProblemLocation): void {
    for (const line of linesOf(text)) {
      const clean = cleanText(line);
      if (isPageNumberText(clean)) continue;
      const before = this.lastLine;
      // A title too long for its line.
      const title =
        before && isNumberedHeading(before.text) && /^\p{Ll}/u.test(clean)
          ? joinText(before.text, clean)
          : null;
      this.lastLine = { text: title ?? clean, place: before && title ? before.place : place };
      if (title) this.lines.pop();
      this.lines.push(title ?? line);
      if (!this.open) continue;
      const heading = this.headings.at(-1);
      if (title && heading?.type === 'heading') heading.text = title;
      else if (closesAnnex(clean)) this.close();
      else if (isNumberedHeading(clean)) this.headings.push({ type: 'heading', text: clean, place });
      else this.interrupted = true;
    }
  }

  table(grid: Grid): void {
    if (this.open && this.open.place.sheet !== grid.table.place.sheet) this.close();
    let from = 0;
    while (from < grid.height) {
      const header = findHeader(grid, from, grid.height, this.open?.header);
      if (!header || !isEnough(header)) {
        if (header) this.found.incomplete.push({ header, place: rowPlace(grid, header.first) });
        this.rest(grid, from);
        return;
      }
      if (header.first > from) this.rest(grid, from, header.first);
      from = this.headed(grid, header);
    }
  }

  /** Rows under a header, up to where the table closes or another header begins; answers that row. */
  private headed(grid: Grid, header: Header): number {
    const to = endOfTable(grid, header, header.last + 1);
    const part: RowsPart = { type: 'rows', grid, header, from: header.last + 1, to };
    if (this.open && sameColumns(this.open.header, header) && this.goesOnWith(part)) this.continueWith(part);
    else this.start(header, part, rowPlace(grid, header.first));
    if (to < grid.height) this.close();
    return to;
  }

  /** Rows without a header of their own: the rest of the open table, a table without any header, or mere lines. */
  private rest(grid: Grid, from: number, to = grid.height): void {
    if (this.open && isLike(grid, this.open)) {
      const header = this.open.header;
      const end = Math.min(to, endOfTable(grid, header, from));
      const part: RowsPart = { type: 'rows', grid, header, from, to: end };
      if (end > from && this.goesOnWith(part)) {
        this.continueWith(part);
        if (end < to) this.close();
        this.lines.push(...rowLines(grid, end, to));
        this.lastLine = null;
        return;
      }
    }
    const guessed = from === 0 && to === grid.height ? guessHeader(grid) : null;
    if (guessed) {
      const end = endOfTable(grid, guessed, 0);
      this.start(guessed, { type: 'rows', grid, header: guessed, from: 0, to: end }, rowPlace(grid, 0));
      return;
    }
    if (this.open) this.close();
    this.lines.push(...rowLines(grid, from, to));
    this.lastLine = null;
  }

  /** After other words: is the first number the one after the last task's, or after that of an open section? */
  private goesOnWith(part: RowsPart): boolean {
    if (!this.open || !this.interrupted) return this.open !== null;
    // Told only now, part by part: most tables follow each other without a word between them.
    for (const one of this.open.parts.slice(this.counted)) {
      if (one.type === 'rows')
        for (const [kind, numeral] of lastNumbers(one)) this.numbers.set(kind, numeral);
    }
    this.counted = this.open.parts.length;
    const next = firstLabel(part)?.readings ?? [];
    return next.some((reading) =>
      [...this.numbers.values()].some((numeral) => isNextNumeral(numeral, reading)),
    );
  }

  private start(header: Header, part: Part, place: ProblemLocation): void {
    this.close();
    const heading = this.lastLine && isNumberedHeading(this.lastLine.text) ? this.lastLine : null;
    this.open = { header, parts: [part], titleLines: this.lines, heading, place };
    this.found.candidates.push(this.open);
    this.lines = [];
    this.lastLine = null;
  }

  private continueWith(part: Part): void {
    this.open?.parts.push(...this.headings, part);
    this.headings = [];
    this.interrupted = false;
    this.lines = [];
    this.lastLine = null;
  }

  private close(): void {
    this.open = null;
    this.headings = [];
    this.interrupted = false;
    this.numbers = new Map();
    this.counted = 0;
  }
}

/** The last number of each kind in a part: of its last task, of its last section. */
function lastNumbers({ grid, header, from, to }: RowsPart): Map<NumeralKind, Numeral> {
  const last = new Map<NumeralKind, Numeral>();
  for (let row = from; row < to; row++) {
    for (const numeral of viewRow(grid, header, row).label?.readings ?? []) last.set(numeral.kind, numeral);
  }
  return last;
}

function firstLabel({ grid, header, from, to }: RowsPart): NumberLabel | null {
  for (let row = from; row < to; row++) {
    const { label } = viewRow(grid, header, row);
    if (label) return label;
  }
  return null;
}

/** A table without a header that has the columns of the one before it; its last ones may be blank. */
function isLike(grid: Grid, { header, parts }: Candidate): boolean {
  const width = Math.max(...header.columns.map(({ to }) => to)) + 1;
  if (grid.width === 0 || grid.width > width) return false;
  const sameGrid = parts.some(
    (part) => part.type === 'rows' && part.grid.table.columnCount === grid.table.columnCount,
  );
  return sameGrid || (grid.table.columnCount >= width && grid.width >= Math.max(2, width - 2));
}

/** The row after the last of the table that begins at `from`: where it is signed, or another one begins. */
function endOfTable(grid: Grid, header: Header, from: number): number {
  let signed: number | null = null;
  for (let row = from; row < grid.height; row++) {
    if (grid.cellsOf(row).length === 0 || repeatsHeader(grid, row, header)) continue;
    const view = viewRow(grid, header, row);
    const closes = closing(view);
    if (closes === 'surely' || startsOtherTable(grid, row, header)) return signed ?? row;
    if (closes === 'perhaps') signed ??= row;
    else if (view.label !== null && view.heading === null) signed = null;
  }
  return signed ?? grid.height;
}

function startsOtherTable(grid: Grid, row: number, header: Header): boolean {
  const other = grid.cellsOf(row).length >= 3 ? findHeaderAt(grid, row) : null;
  return other !== null && rolesOf(other).size >= 3 && !sameColumns(other, header);
}

function findHeaderAt(grid: Grid, row: number): Header | null {
  const header = findHeader(grid, row, row + 1);
  return header && isEnough(header) ? header : null;
}

/**
 * Where each section has a table of its own, the first one's title stands before the first table; where it does not
 * count with the titles between the tables, it is the number of a chapter.
 */
function withFirstHeading(candidate: Candidate): Candidate {
  const { heading, parts, titleLines } = candidate;
  const next = parts.find((part) => part.type === 'heading');
  if (!heading || next?.type !== 'heading') return candidate;
  const readings = (text: string): Numeral[] => parseLeadingLabel(text)?.label.readings ?? [];
  const counts = readings(heading.text).some((one) =>
    readings(next.text).some((other) => isNextNumeral(one, other)),
  );
  if (!counts) return candidate;
  return {
    ...candidate,
    titleLines: titleLines.slice(0, -1),
    parts: [{ type: 'heading', ...heading }, ...parts],
  };
}

/** Finds the tables of a document that can be an annex, in order; letterheads and signature blocks are none. */
export function findTables(document: RawDocument): FoundTables {
  const finder = new TableFinder();
  for (const block of document.blocks) {
    if (block.kind === 'text') finder.paragraph(block.text, block.place);
    else finder.table(gridOf(block));
  }
  return { ...finder.found, candidates: finder.found.candidates.map(withFirstHeading) };
}
