import { type XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import { createFontedText, joinRuns, toRuns } from '../fonted-text';
import type { RawBlock, RawCell, RawRow, RawRun, RawTable } from '../raw-document';
import { getChildNumber, isPropertyOn } from './properties';
import { readParagraph } from './read-paragraph';
import { getAcceptedChildren, type ReadState, trackDeletion } from './read-state';

type DocxTable = {
  table: RawTable;
  /** Blocks inside it that stand for themselves: contents of text boxes, a table nested for layout. */
  followingBlocks: RawBlock[];
};

/** Word's own limit; a larger span is an error of the program that wrote it. */
const MAX_SPAN = 63;

/** Tables in tables: each level repeats the text of those inside it, so a hostile file would grow with its depth. */
export const MAX_TABLE_DEPTH = 8;

/** Reads the blocks of a text box; the caller gives it, who reads the body in the same way. */
type ReadBlocks = (container: XmlElement, state: ReadState) => RawBlock[];

/**
 * Reads a Word table with tracked changes accepted. Columns are those of Word's grid; cells merged downwards (vMerge)
 * appear once. A nested table is text of its cell and also a table of its own if it has more cells than the table
 * around it (a table drawn only for layout).
 */
export function readDocxTable(element: XmlElement, state: ReadState, readBlocks: ReadBlocks): DocxTable {
  state.tableDepth++;
  state.tooDeep ||= state.tableDepth > MAX_TABLE_DEPTH;
  const read = readRows(state.tooDeep ? EMPTY_TABLE : element, state, readBlocks);
  state.tableDepth--;
  return read;
}

const EMPTY_TABLE: XmlElement = { name: 'w:tbl', attributes: {}, children: [], text: '' };

/** The rows read so far. */
type OpenTable = {
  rows: RawRow[];
  cells: RawCell[];
  columnCount: number;
  /** Cells of the row above that are merged downwards, by column. */
  mergedDown: ReadonlyMap<number, RawCell>;
  nested: DocxTable[];
  followingBlocks: RawBlock[];
};

function readRows(element: XmlElement, state: ReadState, readBlocks: ReadBlocks): DocxTable {
  const table: OpenTable = {
    rows: [],
    cells: [],
    columnCount: 0,
    mergedDown: new Map(),
    nested: [],
    followingBlocks: [],
  };
  for (const child of getAcceptedChildren(element, state))
    if (child.name === 'w:tr') readRow(child, table, state, readBlocks);
  const { rows, cells, columnCount, followingBlocks } = table;
  for (const inner of table.nested) {
    if (inner.table.cells.length > cells.length) followingBlocks.push(inner.table);
    appendAll(followingBlocks, inner.followingBlocks);
  }
  const place = { file: state.file };
  return {
    table: { kind: 'table', rowCount: rows.length, columnCount, cells, rows, place },
    followingBlocks,
  };
}

function readRow(element: XmlElement, table: OpenTable, state: ReadState, readBlocks: ReadBlocks): void {
  const properties = getProperties(element, 'w:trPr');
  if (trackDeletion(properties, state)) return;
  const index = table.rows.length;
  const row: RawRow = { place: { file: state.file, row: index + 1 } };
  if (isPropertyOn(properties.find(({ name }) => name === 'w:tblHeader'))) row.header = true;
  if (isPropertyOn(properties.find(({ name }) => name === 'w:hidden'))) row.hidden = true;

  const mergedDown = new Map<number, RawCell>();
  let column = getSpan(properties, 'w:gridBefore', 0);
  let hasText = false;
  for (const child of getAcceptedChildren(element, state)) {
    if (child.name !== 'w:tc') continue;
    const cellProperties = getProperties(child, 'w:tcPr');
    if (trackDeletion(cellProperties, state)) continue;
    const columnSpan = getSpan(cellProperties, 'w:gridSpan', 1);
    const vertical = getMergeState(cellProperties, 'w:vMerge');
    const origin = vertical === 'continue' ? table.mergedDown.get(column) : undefined;
    const left = table.cells.at(-1);
    if (origin && origin.columnSpan === columnSpan) {
      origin.rowSpan++;
      mergedDown.set(column, origin);
    } else if (getMergeState(cellProperties, 'w:hMerge') === 'continue' && left?.row === index) {
      left.columnSpan += columnSpan;
    } else {
      const content = readCell(child, state, readBlocks);
      const cell = { row: index, column, rowSpan: 1, columnSpan, ...createFontedText(content.runs) };
      table.cells.push(cell);
      if (vertical) mergedDown.set(column, cell);
      if (!hasText && content.startsPage) row.startsPage = true;
      hasText ||= content.hasText;
      appendAll(table.followingBlocks, content.followingBlocks);
      appendAll(table.nested, content.nested);
    }
    column += columnSpan;
  }
  table.columnCount = Math.max(table.columnCount, column);
  table.mergedDown = mergedDown;
  table.rows.push(row);
}

type CellContent = {
  runs: RawRun[];
  hasText: boolean;
  startsPage: boolean;
  followingBlocks: RawBlock[];
  nested: DocxTable[];
};

function readCell(element: XmlElement, state: ReadState, readBlocks: ReadBlocks): CellContent {
  const lines: RawRun[][] = [];
  const content: CellContent = {
    runs: [],
    hasText: false,
    startsPage: false,
    followingBlocks: [],
    nested: [],
  };
  let unfinished: RawRun[] = [];
  const noteText = (startsPage: boolean): void => {
    if (!content.hasText) content.startsPage = startsPage;
    content.hasText = true;
  };
  for (const child of getAcceptedChildren(element, state)) {
    if (child.name === 'w:p') {
      const paragraph = readParagraph(child, state, unfinished);
      if (paragraph.hasText) noteText(paragraph.startsPage);
      if (!paragraph.joinsNext && paragraph.runs.some(({ text }) => text.trim() !== ''))
        lines.push(paragraph.runs);
      unfinished = paragraph.joinsNext ? paragraph.runs : [];
      for (const box of paragraph.boxes) {
        state.textBoxes++;
        appendAll(content.followingBlocks, readBlocks(box, state));
      }
    } else if (child.name === 'w:tbl') {
      const inner = readDocxTable(child, state, readBlocks);
      const runs = toTableRuns(inner.table);
      if (runs.length > 0) {
        noteText(inner.table.rows[0]?.startsPage === true);
        lines.push(runs);
      }
      content.nested.push(inner);
    }
  }
  if (unfinished.length > 0) lines.push(unfinished);
  return { ...content, runs: joinRuns(lines, '\n') };
}

/** Returns a nested table as text: a row a line, cells separated by tabs. */
function toTableRuns(table: RawTable): RawRun[] {
  const rows: RawRun[][][] = table.rows.map(() => []);
  for (const cell of table.cells) if (cell.text !== '') rows[cell.row]!.push(toRuns(cell));
  return joinRuns(
    rows.filter((row) => row.length > 0).map((row) => joinRuns(row, '\t')),
    '\n',
  );
}

/** Appends without spreading: the stack takes only about 100,000 arguments. */
function appendAll<T>(target: T[], items: readonly T[]): void {
  for (const item of items) target.push(item);
}

/** Returns all properties: some programs write several properties elements for a row or cell. */
function getProperties(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => (child.name === name ? child.children : []));
}

function getSpan(properties: readonly XmlElement[], name: string, least: number): number {
  const written =
    getChildNumber({ name: '', attributes: {}, children: [...properties], text: '' }, name) ?? least;
  return Math.min(MAX_SPAN, Math.max(least, written));
}

function getMergeState(properties: readonly XmlElement[], name: string): 'restart' | 'continue' | null {
  const merge = properties.find((property) => property.name === name);
  if (!merge) return null;
  return merge.attributes['w:val'] === 'restart' ? 'restart' : 'continue';
}
