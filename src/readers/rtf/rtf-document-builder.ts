import { appendAll } from '../../shared/append-all';
import { cleanText } from '../../shared/text';
import { createFontedText } from '../fonted-text';
import { addNoteMark, isNoteMark } from '../note-marks';
import type { RawDocument, RawRun } from '../raw-document';
import { buildRtfTable, type RtfCellDefinition, type RtfRow } from './rtf-table';

type RtfTextFormat = { font: string | undefined; struck: boolean; raised: boolean };

/** Where text goes while a text box or a note is read: beside the paragraph that holds it. */
type TextTarget = { runs: RawRun[]; paragraphs: RawRun[][] };

const createTarget = (): TextTarget => ({ runs: [], paragraphs: [] });

/** Builds the blocks of a document from what the controls of RTF say, in reading order. */
export class RtfDocumentBuilder {
  rowCount = 0;
  /** Positions of the largest table. */
  positions = 0;
  textBoxes = 0;
  private tableCount = 0;
  private noteCount = 0;
  private rows: RtfRow[] = [];
  private row = createRow();
  private rowHasDeletion = false;
  /** The paragraphs of the cell being read. */
  private lines: RawRun[][] = [];
  private targets: TextTarget[] = [createTarget()];

  constructor(private readonly document: RawDocument) {}

  addText(text: string, { font, struck, raised }: RtfTextFormat): void {
    const { runs } = this.target;
    const last = runs.at(-1);
    if (raised && isNoteMark(text, runs.map((run) => run.text).join(''))) addNoteMark(runs, text);
    else if (last && last.font === font && !last.struck === !struck && !last.noteMarks) last.text += text;
    else runs.push({ text, ...(font !== undefined && { font }), ...(struck && { struck }) });
  }

  /** Notes that text of the row being read was deleted: a row of nothing else is deleted with it. */
  noteDeletion(): void {
    this.rowHasDeletion = true;
  }

  /** Ends a paragraph; outside of a row it is a block of its own. */
  endParagraph(inTable: boolean): void {
    const { target } = this;
    const { runs } = target;
    target.runs = [];
    if (this.targets.length > 1) target.paragraphs.push(runs);
    else if (inTable || this.row.cells.length > 0) this.lines.push(runs);
    else {
      this.endTable();
      this.addParagraph(runs);
    }
  }

  startRow(): void {
    this.row = { ...createRow(), cells: this.row.cells };
  }

  setRow(changes: Partial<Pick<RtfRow, 'left' | 'header'>>): void {
    this.row = { ...this.row, ...changes };
  }

  defineCell(definition: RtfCellDefinition): void {
    this.row.definitions.push(definition);
  }

  endCell(): void {
    if (this.targets.length > 1) return;
    this.row.cells.push([...this.lines, this.target.runs]);
    this.target.runs = [];
    this.lines = [];
  }

  endRow(): void {
    if (this.targets.length > 1) return;
    // Text behind the last cell of a row has no place but there.
    if (this.lines.length > 0 || hasText(this.target.runs)) this.endCell();
    if (this.row.cells.length === 0) return;
    if (!this.rowHasDeletion || this.row.cells.some((lines) => lines.some(hasText))) this.rows.push(this.row);
    this.rowHasDeletion = false;
    this.rowCount++;
    // The next row is declared as this one unless it says otherwise.
    this.row = { ...this.row, cells: [] };
  }

  /** Begins the text of a box or a note. */
  openTarget(): void {
    this.targets.push(createTarget());
  }

  closeTextBox(): void {
    const box = this.popTarget();
    if (!box.some(hasText)) return;
    this.textBoxes++;
    if (this.targets.length > 1) appendAll(this.target.paragraphs, box);
    else for (const runs of box) this.addParagraph(runs);
  }

  closeNote(): void {
    const note = this.popTarget().map((runs) => runs.map(({ text }) => text).join(''));
    addNoteMark(this.target.runs, String(++this.noteCount), cleanText(note.join(' ')));
  }

  /** Closes what the document left open. */
  end(): void {
    if (this.row.cells.length > 0) this.endRow();
    for (const runs of this.lines) this.addParagraph(runs);
    this.lines = [];
    this.endTable();
    this.addParagraph(this.target.runs);
  }

  private get target(): TextTarget {
    return this.targets.at(-1)!;
  }

  private popTarget(): RawRun[][] {
    const { paragraphs, runs } = this.targets.pop()!;
    return [...paragraphs, runs];
  }

  private endTable(): void {
    if (this.rows.length === 0) return;
    const table = buildRtfTable(this.rows, { file: this.document.file, table: ++this.tableCount });
    this.positions = Math.max(this.positions, table.rowCount * table.columnCount);
    this.document.blocks.push(table);
    this.rows = [];
  }

  private addParagraph(runs: readonly RawRun[]): void {
    const content = createFontedText(runs);
    if (content.text || content.struck)
      this.document.blocks.push({ kind: 'text', ...content, place: { file: this.document.file } });
  }
}

const createRow = (): RtfRow => ({ left: 0, definitions: [], cells: [], header: false });
const hasText = (runs: readonly RawRun[]): boolean => runs.some(({ text }) => text.trim() !== '');
