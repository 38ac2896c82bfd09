import type { RawBlock, RawCell, RawRow, RawRun, RawTable } from '../raw-document';
import { elementsOf, type XmlElement } from '../xml/tree';
import { fontedText, joinPieces, piecesOf } from '../format/fonted-text';
import { isOn, numberOf } from './properties';
import { acceptedChildren, isTrackedAway, type Story } from './story';
import { readParagraph } from './paragraph';

export type ReadTable = {
  table: RawTable;
  /** What is inside but stands for itself: contents of text boxes, a table nested for layout. */
  after: RawBlock[];
};

/** Word's own limit is 63; a span beyond it is a slip of the writer. */
const WIDEST_SPAN = 63;

/** Tables in tables: each level says again what those inside it say, so a trap would grow with its depth. */
export const DEEPEST_TABLE = 8;

/** Reads blocks of a text box: given by the caller, which reads blocks of the body the same way. */
export type ReadBlocks = (container: XmlElement, story: Story) => RawBlock[];

/**
 * A Word table as it stands once tracked changes are accepted. Columns are those of Word's grid; cells merged
 * downwards (vMerge) appear once. A nested table is text of its cell and, when it holds more than the table around
 * it (a table drawn only for layout), a table of its own besides.
 */
export function readTable(element: XmlElement, story: Story, readBlocks: ReadBlocks): ReadTable {
  story.tableDepth++;
  story.tooDeep ||= story.tableDepth > DEEPEST_TABLE;
  const read = readRows(story.tooDeep ? EMPTY : element, story, readBlocks);
  story.tableDepth--;
  return read;
}

const EMPTY: XmlElement = { name: 'w:tbl', attributes: {}, children: [] };

function readRows(element: XmlElement, story: Story, readBlocks: ReadBlocks): ReadTable {
  const place = { file: story.file };
  const rows: RawRow[] = [];
  const cells: RawCell[] = [];
  const after: RawBlock[] = [];
  const nested: ReadTable[] = [];
  let columnCount = 0;
  let above: ReadonlyMap<number, RawCell> = new Map();

  for (const rowElement of acceptedChildren(element, story)) {
    if (rowElement.name !== 'w:tr') continue;
    const properties = propertiesOf(rowElement, 'w:trPr');
    if (isTrackedAway(properties, story)) continue;
    const row: RawRow = { place: { ...place, row: rows.length + 1 } };
    if (isOn(properties.find(({ name }) => name === 'w:tblHeader'))) row.header = true;
    if (isOn(properties.find(({ name }) => name === 'w:hidden'))) row.hidden = true;

    const mergedDown = new Map<number, RawCell>();
    let column = spanOf(properties, 'w:gridBefore', 0);
    let wordsMet = false;
    for (const cellElement of acceptedChildren(rowElement, story)) {
      if (cellElement.name !== 'w:tc') continue;
      const cellProperties = propertiesOf(cellElement, 'w:tcPr');
      if (isTrackedAway(cellProperties, story)) continue;
      const columnSpan = spanOf(cellProperties, 'w:gridSpan', 1);
      const vertical = mergeOf(cellProperties, 'w:vMerge');
      const origin = vertical === 'continue' ? above.get(column) : undefined;
      if (origin && origin.columnSpan === columnSpan) {
        origin.rowSpan++;
        mergedDown.set(column, origin);
      } else if (mergeOf(cellProperties, 'w:hMerge') === 'continue' && cells.at(-1)?.row === rows.length) {
        cells.at(-1)!.columnSpan += columnSpan;
      } else {
        const content = readCell(cellElement, story, readBlocks);
        const cell: RawCell = {
          row: rows.length,
          column,
          rowSpan: 1,
          columnSpan,
          ...fontedText(content.pieces),
        };
        cells.push(cell);
        if (vertical) mergedDown.set(column, cell);
        if (!wordsMet && content.hasWords) {
          wordsMet = true;
          if (content.startsPage) row.startsPage = true;
        }
        append(after, content.after);
        append(nested, content.nested);
      }
      column += columnSpan;
    }
    columnCount = Math.max(columnCount, column);
    above = mergedDown;
    rows.push(row);
  }

  const table: RawTable = { kind: 'table', rowCount: rows.length, columnCount, cells, rows, place };
  for (const inner of nested) {
    if (inner.table.cells.length > cells.length) after.push(inner.table);
    append(after, inner.after);
  }
  return { table, after };
}

type CellContent = {
  pieces: RawRun[];
  hasWords: boolean;
  startsPage: boolean;
  after: RawBlock[];
  nested: ReadTable[];
};

function readCell(element: XmlElement, story: Story, readBlocks: ReadBlocks): CellContent {
  const lines: RawRun[][] = [];
  const content: CellContent = { pieces: [], hasWords: false, startsPage: false, after: [], nested: [] };
  let unfinished: RawRun[] = [];
  const noteWords = (startsPage: boolean): void => {
    if (!content.hasWords) content.startsPage = startsPage;
    content.hasWords = true;
  };
  for (const child of acceptedChildren(element, story)) {
    if (child.name === 'w:p') {
      const paragraph = readParagraph(child, story, unfinished);
      if (paragraph.hasWords) noteWords(paragraph.startsPage);
      if (!paragraph.joinsNext && paragraph.pieces.some(({ text }) => text.trim() !== ''))
        lines.push(paragraph.pieces);
      unfinished = paragraph.joinsNext ? paragraph.pieces : [];
      for (const box of paragraph.boxes) {
        story.textBoxes++;
        append(content.after, readBlocks(box, story));
      }
    } else if (child.name === 'w:tbl') {
      const inner = readTable(child, story, readBlocks);
      const pieces = tablePieces(inner.table);
      if (pieces.length > 0) {
        noteWords(inner.table.rows[0]?.startsPage === true);
        lines.push(pieces);
      }
      content.nested.push(inner);
    }
  }
  if (unfinished.length > 0) lines.push(unfinished);
  return { ...content, pieces: joinPieces(lines, '\n') };
}

/** A nested table as text: a row a line, cells apart by tabs. */
function tablePieces(table: RawTable): RawRun[] {
  const rows: RawRun[][][] = table.rows.map(() => []);
  for (const cell of table.cells) if (cell.text !== '') rows[cell.row]!.push(piecesOf(cell));
  return joinPieces(
    rows.filter((row) => row.length > 0).map((row) => joinPieces(row, '\t')),
    '\n',
  );
}

/** Not by spreading: the stack holds some 100,000 arguments only. */
function append<T>(target: T[], items: readonly T[]): void {
  for (const item of items) target.push(item);
}

/** Some writers give a row or cell more than one properties element. */
function propertiesOf(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).flatMap((child) => (child.name === name ? elementsOf(child) : []));
}

function spanOf(properties: readonly XmlElement[], name: string, least: number): number {
  const written = numberOf({ name: '', attributes: {}, children: [...properties] }, name) ?? least;
  return Math.min(WIDEST_SPAN, Math.max(least, written));
}

function mergeOf(properties: readonly XmlElement[], name: string): 'restart' | 'continue' | null {
  const merge = properties.find((property) => property.name === name);
  if (!merge) return null;
  return merge.attributes['w:val'] === 'restart' ? 'restart' : 'continue';
}
