import { appendAll } from '../../shared/append-all';
import { createFontedText, type FontedText, joinRuns } from '../fonted-text';
import { addNoteMark, isNoteMark } from '../note-marks';
import type { RawBlock, RawDocument, RawTable } from '../raw-document';
import { addGridCell, addGridRow, buildTable, createTableGrid, type TableGrid } from './table-grid';
import {
  appendText,
  breakLine,
  buildText,
  createTextBuilder,
  getCurrentLine,
  type TextBuilder,
  type TextFormat,
} from './text-builder';

export type HtmlAttributes = Record<string, string | undefined>;

type OpenTable = {
  grid: TableGrid;
  cell: OpenCell | null;
  inHead: boolean;
  /** What its cells hold, in order, where a table in one of them may be the real one. */
  contents: CellPart[];
};

type OpenCell = { attributes: HtmlAttributes; parts: CellPart[]; text: TextBuilder };

/** Text of a cell, or the blocks of a table in it with the text that they are for the cell. */
type CellPart = { text: TextBuilder; blocks: RawBlock[] };

/** A table nested deeper than this is not repeated as text of the cells around it. */
const MAX_FLATTENED_DEPTH = 4;

/** Builds the blocks of an HTML document from its tags and texts, in reading order. */
export class HtmlDocumentBuilder {
  rowCount = 0;
  private tableCount = 0;
  private prose = createTextBuilder();
  private readonly tables: OpenTable[] = [];

  constructor(private readonly document: RawDocument) {}

  addText(text: string, format: TextFormat): void {
    const target = this.getTextTarget();
    if (target) appendText(target, text, format);
  }

  /** Adds raised text, unless it is the mark of a note. */
  addRaisedText(text: string, format: TextFormat): void {
    const target = this.getTextTarget();
    if (!target) return;
    if (isNoteMark(text, getCurrentLine(target))) addNoteMark(target.runs, text);
    else appendText(target, text, format);
  }

  /** Adds the mark of a note whose text the document keeps apart. */
  addNote(mark: string, note: string): void {
    const target = this.getTextTarget();
    if (target) addNoteMark(target.runs, mark, note);
  }

  breakLine(): void {
    const target = this.getTextTarget();
    if (target) breakLine(target);
  }

  /** Ends a paragraph outside of tables. */
  endParagraph(): void {
    if (this.tables.length === 0) this.endProse();
    else this.breakLine();
  }

  openTable(): void {
    if (this.tables.length === 0) this.endProse();
    const place = { file: this.document.file, table: ++this.tableCount };
    this.tables.push({ grid: createTableGrid(place), cell: null, inHead: false, contents: [] });
  }

  closeTable(): void {
    this.closeCell();
    const closed = this.tables.pop();
    if (!closed || closed.grid.cells.length === 0) return;
    const table = buildTable(closed.grid);
    const blocks = this.listBlocks(table, closed.contents);
    const around = this.tables.at(-1);
    if (!around) appendAll(this.document.blocks, blocks);
    else if (around.cell) addInnerTable(around.cell, table, blocks, this.tables.length);
  }

  /**
   * Returns a table as a block, or the texts and tables of its cells in order where it only arranges the page: a
   * table in it has more cells.
   */
  private listBlocks(table: RawTable, contents: readonly CellPart[]): RawBlock[] {
    const inner = contents.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
    if (inner.every(({ cells }) => cells.length <= table.cells.length)) return [...inner, table];
    return contents.flatMap(({ text, blocks }): RawBlock[] =>
      blocks.length > 0 ? blocks : this.toTextBlocks(text),
    );
  }

  private toTextBlocks(text: TextBuilder): RawBlock[] {
    const content = buildText(text);
    return content.text || content.struck
      ? [{ kind: 'text', ...content, place: { file: this.document.file } }]
      : [];
  }

  setInHead(inHead: boolean): void {
    const table = this.tables.at(-1);
    if (table) table.inHead = inHead;
  }

  openRow(hidden: boolean): void {
    if (this.tables.length === 0) this.openTable();
    this.closeCell();
    this.rowCount++;
    const { grid, inHead } = this.tables.at(-1)!;
    addGridRow(grid, { ...(hidden && { hidden }), ...(inHead && { header: true }) });
  }

  openCell(attributes: HtmlAttributes): void {
    if (!this.tables.at(-1)?.grid.rows.length) this.openRow(false);
    this.closeCell();
    this.tables.at(-1)!.cell = { attributes, parts: [], text: createTextBuilder() };
  }

  closeCell(): void {
    const table = this.tables.at(-1);
    if (!table?.cell) return;
    const { attributes, parts, text } = table.cell;
    const all = [...parts, { text, blocks: [] }];
    addGridCell(table.grid, joinTexts(all.map((part) => part.text)), attributes);
    appendAll(table.contents, all);
    table.cell = null;
  }

  /** Closes what the document left open. */
  end(): void {
    while (this.tables.length > 0) this.closeTable();
    this.endProse();
  }

  /** Text between the cells of a table has no place. */
  private getTextTarget(): TextBuilder | null {
    return this.tables.length > 0 ? (this.tables.at(-1)!.cell?.text ?? null) : this.prose;
  }

  private endProse(): void {
    appendAll(this.document.blocks, this.toTextBlocks(this.prose));
    this.prose = createTextBuilder();
  }
}

/** Adds a table to the cell around it: as text of that cell, and as blocks where it may be the real one. */
function addInnerTable(cell: OpenCell, table: RawTable, blocks: RawBlock[], depth: number): void {
  const isArranged = blocks.at(-1) !== table;
  const staysApart = isArranged || isStandaloneTable(table);
  const target = staysApart ? createTextBuilder() : cell.text;
  if (depth <= MAX_FLATTENED_DEPTH) {
    breakLine(target);
    for (const line of flattenTable(table).split('\n')) {
      appendText(target, line, {});
      breakLine(target);
    }
  }
  if (!staysApart) return;
  cell.parts.push({ text: cell.text, blocks: [] }, { text: target, blocks });
  cell.text = createTextBuilder();
}

/** Joins the texts of a cell, each of which begins a line. */
function joinTexts(texts: readonly TextBuilder[]): FontedText {
  const filled = texts.filter(({ empty }) => !empty);
  return filled.length === 1
    ? buildText(filled[0]!)
    : createFontedText(
        joinRuns(
          filled.map(({ runs }) => runs),
          '\n',
        ),
      );
}

/** Returns a table inside a cell as text: rows as lines, cells as words. */
function flattenTable(table: RawTable): string {
  const lines: string[][] = table.rows.map(() => []);
  for (const cell of table.cells) if (cell.text) lines[cell.row]!.push(cell.text);
  return lines.map((line) => line.join(' ')).join('\n');
}

/** Returns true for a table in a cell that may be the real one, in a page arranged by the outer table. */
function isStandaloneTable(table: RawTable): boolean {
  return table.rowCount >= 3 && table.columnCount >= 3;
}
