import { Parser } from 'htmlparser2';
import type { ProblemCode } from '../../shared/problem';
import { err, ok, type Result, warning } from '../../shared/result';
import type { RawDocument, RawTable } from '../raw-document';
import { findRuleFont, getFaceFont, getStyleFont, isHiddenStyle, parseFontRules } from './css-fonts';
import { decodeHtml } from './decode-html';
import { createOrderedList, formatNextMarker, type OrderedList } from './list-marker';
import { addGridCell, addGridRow, buildTable, createTableGrid, type TableGrid } from './table-grid';
import { appendText, breakLine, buildText, createTextBuilder, type TextBuilder } from './text-builder';

type Attributes = Record<string, string | undefined>;

/** What an open element hands down to what is inside it. */
type Frame = { font: string | undefined; hidden: boolean; list: OrderedList | null };

type OpenTable = {
  grid: TableGrid;
  /** The open cell's text and attributes. */
  cell: { flow: TextBuilder; attributes: Attributes } | null;
  inHead: boolean;
};

const BLOCK_TAGS = new Set(
  'address article aside blockquote dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tr ul'.split(
    ' ',
  ),
);
const IGNORED_TAGS = new Set([
  'head',
  'title',
  'style',
  'script',
  'xml',
  'template',
  'noscript',
  'svg',
  'math',
]);

const HTML_LIMITS = { characters: 20_000_000, depth: 1000, rows: 10_000 };

/** Stops the parser in the middle of a file beyond the limits. */
class HtmlLimitError extends Error {
  constructor(readonly code: ProblemCode) {
    super(code);
  }
}

/** Rows as lines, cells as words: how a table inside a cell reads there. */
function flattenTable(table: RawTable): string {
  return table.rows
    .map((_, row) =>
      table.cells.flatMap((cell) => (cell.row === row && cell.text ? cell.text : [])).join(' '),
    )
    .join('\n');
}

/** A table in a cell this size may be the real one, laid out on a page by the outer. */
const isStandaloneTable = (table: RawTable): boolean => table.rowCount >= 3 && table.columnCount >= 3;

/**
 * Reads HTML as Word, Excel, Google Docs and Sheets, mail programs and web pages write it, to the clipboard or to
 * files: every table with its merged cells, and the paragraphs between them. Needs no DOM.
 * Hidden rows are kept and marked; deleted text of tracked changes is left out with a warning.
 */
export function readHtml(html: string, file: string): Result<RawDocument> {
  if (html.length > HTML_LIMITS.characters)
    return err('file-too-large', { file }, { limit: HTML_LIMITS.characters });

  const document: RawDocument = { source: 'html', file, blocks: [], warnings: [] };
  const frames: Frame[] = [{ font: undefined, hidden: false, list: null }];
  const tables: OpenTable[] = [];
  let rules = new Map<string, string>();
  let sheet: string | null = null;
  let prose = createTextBuilder();
  let tableCount = 0;
  let rowCount = 0;
  let trackedChanges = 0;

  const top = (): Frame => frames[frames.length - 1]!;
  const flow = (): TextBuilder | null => (tables.length > 0 ? (tables.at(-1)!.cell?.flow ?? null) : prose);

  const endProse = (): void => {
    const content = buildText(prose);
    if (content.text) document.blocks.push({ kind: 'text', ...content, place: { file } });
    prose = createTextBuilder();
  };

  const openTable = (): void => {
    if (tables.length === 0) endProse();
    tables.push({ grid: createTableGrid({ file, table: ++tableCount }), cell: null, inHead: false });
  };

  const closeCell = (): void => {
    const table = tables.at(-1);
    if (!table?.cell) return;
    addGridCell(table.grid, buildText(table.cell.flow), table.cell.attributes);
    table.cell = null;
  };

  const closeTable = (): void => {
    closeCell();
    const closed = tables.pop();
    if (!closed || closed.grid.cells.length === 0) return;
    const table = buildTable(closed.grid);
    const outer = flow();
    if (tables.length === 0 || isStandaloneTable(table)) document.blocks.push(table);
    if (tables.length > 0 && tables.length <= 4 && outer) {
      breakLine(outer);
      for (const line of flattenTable(table).split('\n')) {
        appendText(outer, line, undefined);
        breakLine(outer);
      }
    }
  };

  const openRow = (attributes: Attributes): void => {
    if (tables.length === 0) openTable();
    closeCell();
    if (++rowCount > HTML_LIMITS.rows) throw new HtmlLimitError('too-many-rows');
    const table = tables.at(-1)!;
    addGridRow(table.grid, {
      ...(isHiddenStyle(attributes.style) && { hidden: true }),
      ...(table.inHead && { header: true }),
    });
  };

  const openCell = (attributes: Attributes): void => {
    if (!tables.at(-1)?.grid.rows.length) openRow({});
    closeCell();
    tables.at(-1)!.cell = { flow: createTextBuilder(), attributes };
  };

  const open = (tag: string, attributes: Attributes): void => {
    if (frames.length > HTML_LIMITS.depth) throw new HtmlLimitError('xml-too-deep');
    const outer = top();
    const isRow = tag === 'tr';
    const deleted = tag === 'del' && (attributes.cite !== undefined || attributes.datetime !== undefined);
    if (deleted) trackedChanges++;
    const frame: Frame = {
      font:
        getStyleFont(attributes.style) ??
        getFaceFont(tag === 'font' ? attributes.face : undefined) ??
        findRuleFont(rules, tag, attributes.class) ??
        outer.font,
      hidden:
        outer.hidden ||
        IGNORED_TAGS.has(tag) ||
        deleted ||
        (!isRow && isHiddenStyle(attributes.style)) ||
        /mso-element\s*:\s*comment-list/i.test(attributes.style ?? ''),
      list: tag === 'ol' ? createOrderedList(attributes) : tag === 'ul' ? null : outer.list,
    };
    frames.push(frame);
    if (tag === 'style') sheet = '';
    if (frame.hidden) return;

    if (tag === 'table') openTable();
    else if (tag === 'thead' && tables.length > 0) tables.at(-1)!.inHead = true;
    else if (isRow) openRow(attributes);
    else if (tag === 'td' || tag === 'th') openCell(attributes);
    else if (tag === 'br' || BLOCK_TAGS.has(tag)) {
      const current = flow();
      if (current) breakLine(current);
      if (tag === 'li' && current && outer.list) {
        const marker = formatNextMarker(outer.list, attributes);
        if (marker) appendText(current, `${marker} `, frame.font);
      }
    }
  };

  const close = (tag: string): void => {
    const frame = frames.pop();
    if (tag === 'style' && sheet !== null) {
      rules = new Map([...rules, ...parseFontRules(sheet)]);
      sheet = null;
    }
    if (frame?.hidden) return;
    if (tag === 'table') closeTable();
    else if (tag === 'thead' && tables.length > 0) tables.at(-1)!.inHead = false;
    else if (tag === 'td' || tag === 'th') closeCell();
    else if (tag === 'p' && tables.length === 0) endProse();
    else if (BLOCK_TAGS.has(tag)) {
      const current = flow();
      if (current) breakLine(current);
    }
  };

  const parser = new Parser(
    {
      onopentag: open,
      onclosetag: close,
      ontext: (text) => {
        if (sheet !== null) sheet += text;
        const current = flow();
        if (current && !top().hidden) appendText(current, text, top().font);
      },
    },
    { decodeEntities: true },
  );
  try {
    parser.end(html);
  } catch (reason) {
    if (!(reason instanceof HtmlLimitError)) throw reason;
    return err(reason.code, { file });
  }
  while (tables.length > 0) closeTable();
  endProse();

  if (trackedChanges > 0)
    document.warnings.push(warning('tracked-changes', { file }, { changes: trackedChanges }));
  return ok(document);
}

/** An .html file, or an .xls or .doc that is HTML inside. */
export function readHtmlFile(bytes: Uint8Array, file: string): Result<RawDocument> {
  return readHtml(decodeHtml(bytes), file);
}
