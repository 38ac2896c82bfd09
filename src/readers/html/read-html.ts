import { Parser } from 'htmlparser2';
import type { ProblemCode } from '../../shared/problem';
import { err, ok, type Result, warning } from '../../shared/result';
import type { RawDocument } from '../raw-document';
import {
  addCssRules,
  type CssRule,
  findCssRule,
  getFaceFont,
  getStyleFont,
  isHiddenStyle,
  isRaisedStyle,
  isStruckStyle,
} from './css-rules';
import { decodeHtml } from './decode-html';
import { type HtmlAttributes, HtmlDocumentBuilder } from './html-document-builder';
import { createOrderedList, formatNextMarker, type OrderedList } from './list-marker';
import type { TextFormat } from './text-builder';

/** What an open element passes on to its content. */
type Frame = {
  format: TextFormat;
  raised: boolean;
  hidden: boolean;
  list: OrderedList | null;
};

const BLOCK_TAGS = new Set(
  'address article aside blockquote dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tr ul'.split(
    ' ',
  ),
);
const STRIKE_TAGS = new Set(['s', 'strike', 'del']);
const IGNORED_TAGS = new Set('head title style script xml template noscript svg math'.split(' '));

const HTML_LIMITS = { characters: 20_000_000, depth: 1000, rows: 10_000, attributes: 1000 };

/** Stops the parser in the middle of a file beyond the limits. */
class HtmlLimitError extends Error {
  constructor(readonly code: ProblemCode) {
    super(code);
  }
}

/**
 * Reads HTML as Word, Excel, Google Docs and Sheets, mail programs and web pages write it, to the clipboard or to
 * files: every table with its merged cells, and the paragraphs between them. Needs no DOM.
 * Hidden rows are read and marked; deleted text of tracked changes is left out with a warning.
 *
 * @throws what the parser throws for anything but a limit: a fault of the program
 */
export function readHtml(html: string, file: string): Result<RawDocument> {
  if (html.length > HTML_LIMITS.characters)
    return err('file-too-large', { file }, { limit: HTML_LIMITS.characters });
  const document: RawDocument = { source: 'html', file, blocks: [], warnings: [] };
  const handler = new HtmlHandler(new HtmlDocumentBuilder(document));
  try {
    new Parser(handler, { decodeEntities: true }).end(html);
  } catch (reason) {
    if (!(reason instanceof HtmlLimitError)) throw reason;
    return err(reason.code, { file });
  }
  handler.builder.end();
  if (handler.trackedChanges > 0)
    document.warnings.push(warning('tracked-changes', { file }, { changes: handler.trackedChanges }));
  return ok(document);
}

/** Reads an .html file, or an .xls or .doc that is HTML inside. */
export function readHtmlFile(bytes: Uint8Array, file: string): Result<RawDocument> {
  return readHtml(decodeHtml(bytes), file);
}

/** Passes the parser's events on to a document builder, with the format that each element inherits. */
class HtmlHandler {
  trackedChanges = 0;
  private readonly frames: Frame[] = [{ format: {}, raised: false, hidden: false, list: null }];
  private readonly rules = new Map<string, CssRule>();
  private attributeCount = 0;
  /** The style sheet being read. */
  private sheet: string | null = null;

  constructor(readonly builder: HtmlDocumentBuilder) {}

  onopentagname(): void {
    this.attributeCount = 0;
  }

  onattribute(): void {
    if (++this.attributeCount > HTML_LIMITS.attributes) throw new HtmlLimitError('xml-damaged');
  }

  onopentag(tag: string, attributes: HtmlAttributes): void {
    if (this.frames.length > HTML_LIMITS.depth) throw new HtmlLimitError('xml-too-deep');
    const outer = this.frames.at(-1)!;
    const frame = this.createFrame(tag, attributes, outer);
    this.frames.push(frame);
    if (tag === 'style') this.sheet = '';
    if (!frame.hidden) this.openElement(tag, attributes, frame, outer.list);
  }

  ontext(text: string): void {
    if (this.sheet !== null) this.sheet += text;
    const { hidden, raised, format } = this.frames.at(-1)!;
    if (hidden) return;
    if (raised) this.builder.addRaisedText(text, format);
    else this.builder.addText(text, format);
  }

  onclosetag(tag: string): void {
    const frame = this.frames.pop();
    if (tag === 'style' && this.sheet !== null) {
      addCssRules(this.rules, this.sheet);
      this.sheet = null;
    }
    if (frame?.hidden) return;
    if (tag === 'table') this.builder.closeTable();
    else if (tag === 'thead') this.builder.setInHead(false);
    else if (tag === 'td' || tag === 'th') this.builder.closeCell();
    else if (tag === 'p') this.builder.endParagraph();
    else if (BLOCK_TAGS.has(tag)) this.builder.breakLine();
  }

  private createFrame(tag: string, attributes: HtmlAttributes, outer: Frame): Frame {
    const { style } = attributes;
    const deleted = tag === 'del' && (attributes.cite !== undefined || attributes.datetime !== undefined);
    if (deleted) this.trackedChanges++;
    const rule = findCssRule(this.rules, tag, attributes.class);
    const font =
      getStyleFont(style) ?? getFaceFont(tag === 'font' ? attributes.face : undefined) ?? rule.font;
    const struck = outer.format.struck || STRIKE_TAGS.has(tag) || isStruckStyle(style) || rule.struck;
    return {
      format: { font: font ?? outer.format.font, ...(struck && { struck }) },
      raised: outer.raised || tag === 'sup' || isRaisedStyle(style),
      hidden:
        outer.hidden ||
        IGNORED_TAGS.has(tag) ||
        deleted ||
        (tag === 'option' && attributes.selected === undefined) ||
        (tag !== 'tr' && isHiddenStyle(style)) ||
        /mso-element\s*:\s*comment-list/i.test(style ?? ''),
      list: tag === 'ol' ? createOrderedList(attributes) : tag === 'ul' ? null : outer.list,
    };
  }

  private openElement(
    tag: string,
    attributes: HtmlAttributes,
    { format }: Frame,
    list: OrderedList | null,
  ): void {
    const { builder } = this;
    if (tag === 'table') builder.openTable();
    else if (tag === 'thead') builder.setInHead(true);
    else if (tag === 'td' || tag === 'th') builder.openCell(attributes);
    else if (tag === 'tr') {
      builder.openRow(isHiddenStyle(attributes.style));
      if (builder.rowCount > HTML_LIMITS.rows) throw new HtmlLimitError('too-many-rows');
    } else if (tag === 'input') builder.addText(getInputText(attributes), format);
    else if (tag === 'br' || BLOCK_TAGS.has(tag)) {
      builder.breakLine();
      const marker = tag === 'li' && list ? formatNextMarker(list, attributes) : '';
      if (marker) builder.addText(`${marker} `, format);
    }
  }
}

/** Returns what an input field shows. */
function getInputText({ type = 'text', checked, value = '' }: HtmlAttributes): string {
  if (type === 'checkbox' || type === 'radio') return checked === undefined ? '☐' : '☑';
  return type === 'text' || type === 'date' || type === 'number' ? value : '';
}
