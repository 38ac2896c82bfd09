import { addNoteMark, isNoteMark } from '../note-marks';
import type { RawDocument, RawTable } from '../raw-document';
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
  /** The open cell's text and attributes. */
  cell: { text: TextBuilder; attributes: HtmlAttributes } | null;
  inHead: boolean;
};

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
    this.tables.push({ grid: createTableGrid(place), cell: null, inHead: false });
  }

  closeTable(): void {
    this.closeCell();
    const closed = this.tables.pop();
    if (!closed || closed.grid.cells.length === 0) return;
    const table = buildTable(closed.grid);
    const depth = this.tables.length;
    if (depth === 0 || isStandaloneTable(table)) this.document.blocks.push(table);
    if (depth === 0 || depth > MAX_FLATTENED_DEPTH) return;
    this.breakLine();
    for (const line of flattenTable(table).split('\n')) {
      this.addText(line, {});
      this.breakLine();
    }
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
    this.tables.at(-1)!.cell = { text: createTextBuilder(), attributes };
  }

  closeCell(): void {
    const table = this.tables.at(-1);
    if (!table?.cell) return;
    addGridCell(table.grid, buildText(table.cell.text), table.cell.attributes);
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
    const content = buildText(this.prose);
    if (content.text || content.struck)
      this.document.blocks.push({ kind: 'text', ...content, place: { file: this.document.file } });
    this.prose = createTextBuilder();
  }
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
