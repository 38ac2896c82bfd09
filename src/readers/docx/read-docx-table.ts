import { getChildElements, type XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import { createFontedText, joinRuns, toRuns } from '../fonted-text';
import type { RawBlock, RawCell, RawRow, RawRun, RawTable } from '../raw-document';
import { getChildNumber, isPropertyOn } from './properties';
import { readParagraph } from './read-paragraph';
import { getAcceptedChildren, type ReadState, trackDeletion } from './read-state';

type DocxTable = {
  table: RawTable;
  /** What is inside but stands for itself: contents of text boxes, a table nested for layout. */
  followingBlocks: RawBlock[];
};

/** Word's own limit is 63; a span beyond it is a slip of the writer. */
const MAX_SPAN = 63;

/** Tables in tables: each level says again what those inside it say, so a trap would grow with its depth. */
export const MAX_TABLE_DEPTH = 8;

/** Reads blocks of a text box: given by the caller, which reads blocks of the body the same way. */
type ReadBlocks = (container: XmlElement, story: ReadState) => RawBlock[];

/**
 * A Word table as it stands once tracked changes are accepted. Columns are those of Word's grid; cells merged
 * downwards (vMerge) appear once. A nested table is text of its cell and, when it holds more than the table around
 * it (a table drawn only for layout), a table of its own besides.
 */
export function readDocxTable(element: XmlElement, story: ReadState, readBlocks: ReadBlocks): DocxTable {
  story.tableDepth++;
  story.tooDeep ||= story.tableDepth > MAX_TABLE_DEPTH;
  const read = readRows(story.tooDeep ? EMPTY_TABLE : element, story, readBlocks);
  story.tableDepth--;
  return read;
}

const EMPTY_TABLE: XmlElement = { name: 'w:tbl', attributes: {}, children: [] };

function readRows(element: XmlElement, story: ReadState, readBlocks: ReadBlocks): DocxTable {
  const place = { file: story.file };
  const rows: RawRow[] = [];
  const cells: RawCell[] = [];
  const after: RawBlock[] = [];
  const nested: DocxTable[] = [];
  let columnCount = 0;
  let above: ReadonlyMap<number, RawCell> = new Map();

  for (const rowElement of getAcceptedChildren(element, story)) {
    if (rowElement.name !== 'w:tr') continue;
    const properties = getProperties(rowElement, 'w:trPr');
    if (trackDeletion(properties, story)) continue;
    const row: RawRow = { place: { ...place, row: rows.length + 1 } };
    if (isPropertyOn(properties.find(({ name }) => name === 'w:tblHeader'))) row.header = true;
    if (isPropertyOn(properties.find(({ name }) => name === 'w:hidden'))) row.hidden = true;

    const mergedDown = new Map<number, RawCell>();
    let column = getSpan(properties, 'w:gridBefore', 0);
    let wordsMet = false;
    for (const cellElement of getAcceptedChildren(rowElement, story)) {
      if (cellElement.name !== 'w:tc') continue;
      const cellProperties = getProperties(cellElement, 'w:tcPr');
      if (trackDeletion(cellProperties, story)) continue;
      const columnSpan = getSpan(cellProperties, 'w:gridSpan', 1);
      const vertical = getMergeState(cellProperties, 'w:vMerge');
      const origin = vertical === 'continue' ? above.get(column) : undefined;
      if (origin && origin.columnSpan === columnSpan) {
        origin.rowSpan++;
        mergedDown.set(column, origin);
      } else if (
        getMergeState(cellProperties, 'w:hMerge') === 'continue' &&
        cells.at(-1)?.row === rows.length
      ) {
        cells.at(-1)!.columnSpan += columnSpan;
      } else {
        const content = readCell(cellElement, story, readBlocks);
        const cell: RawCell = {
          row: rows.length,
          column,
          rowSpan: 1,
          columnSpan,
          ...createFontedText(content.runs),
        };
        cells.push(cell);
        if (vertical) mergedDown.set(column, cell);
        if (!wordsMet && content.hasWords) {
          wordsMet = true;
          if (content.startsPage) row.startsPage = true;
        }
        appendAll(after, content.followingBlocks);
        appendAll(nested, content.nested);
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
    appendAll(after, inner.followingBlocks);
  }
  return { table, followingBlocks: after };
}

type CellContent = {
  runs: RawRun[];
  hasWords: boolean;
  startsPage: boolean;
  followingBlocks: RawBlock[];
  nested: DocxTable[];
};

function readCell(element: XmlElement, story: ReadState, readBlocks: ReadBlocks): CellContent {
  const lines: RawRun[][] = [];
  const content: CellContent = {
    runs: [],
    hasWords: false,
    startsPage: false,
    followingBlocks: [],
    nested: [],
  };
  let unfinished: RawRun[] = [];
  const noteWords = (startsPage: boolean): void => {
    if (!content.hasWords) content.startsPage = startsPage;
    content.hasWords = true;
  };
  for (const child of getAcceptedChildren(element, story)) {
    if (child.name === 'w:p') {
      const paragraph = readParagraph(child, story, unfinished);
      if (paragraph.hasWords) noteWords(paragraph.startsPage);
      if (!paragraph.joinsNext && paragraph.runs.some(({ text }) => text.trim() !== ''))
        lines.push(paragraph.runs);
      unfinished = paragraph.joinsNext ? paragraph.runs : [];
      for (const box of paragraph.boxes) {
        story.textBoxes++;
        appendAll(content.followingBlocks, readBlocks(box, story));
      }
    } else if (child.name === 'w:tbl') {
      const inner = readDocxTable(child, story, readBlocks);
      const pieces = toTableRuns(inner.table);
      if (pieces.length > 0) {
        noteWords(inner.table.rows[0]?.startsPage === true);
        lines.push(pieces);
      }
      content.nested.push(inner);
    }
  }
  if (unfinished.length > 0) lines.push(unfinished);
  return { ...content, runs: joinRuns(lines, '\n') };
}

/** A nested table as text: a row a line, cells apart by tabs. */
function toTableRuns(table: RawTable): RawRun[] {
  const rows: RawRun[][][] = table.rows.map(() => []);
  for (const cell of table.cells) if (cell.text !== '') rows[cell.row]!.push(toRuns(cell));
  return joinRuns(
    rows.filter((row) => row.length > 0).map((row) => joinRuns(row, '\t')),
    '\n',
  );
}

/** Not by spreading: the stack holds some 100,000 arguments only. */
function appendAll<T>(target: T[], items: readonly T[]): void {
  for (const item of items) target.push(item);
}

/** Some writers give a row or cell more than one properties element. */
function getProperties(element: XmlElement, name: string): XmlElement[] {
  return getChildElements(element).flatMap((child) => (child.name === name ? getChildElements(child) : []));
}

function getSpan(properties: readonly XmlElement[], name: string, least: number): number {
  const written = getChildNumber({ name: '', attributes: {}, children: [...properties] }, name) ?? least;
  return Math.min(MAX_SPAN, Math.max(least, written));
}

function getMergeState(properties: readonly XmlElement[], name: string): 'restart' | 'continue' | null {
  const merge = properties.find((property) => property.name === name);
  if (!merge) return null;
  return merge.attributes['w:val'] === 'restart' ? 'restart' : 'continue';
}
