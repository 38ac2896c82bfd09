import { lookUp } from '../../shared/look-up';
import { err, ok, type Result, warning } from '../../shared/result';
import type { RawDocument } from '../raw-document';
import { MAX_TABLE_POSITIONS, MAX_TABLE_ROWS } from '../table-limits';
import { RtfDocumentBuilder } from './rtf-document-builder';
import { decodeRtfText, decodeSymbols, isSymbolFont, type RtfFont } from './rtf-fonts';
import { type RtfToken, tokenizeRtf } from './tokenize-rtf';

/** Groups in groups; Word's own files have some tens. */
const MAX_DEPTH = 1000;
const DEFAULT_CODE_PAGE = 1252;

/**
 * Reads a text in RTF (.rtf, or a .doc that is one inside) as Word, WordPad, WPS and LibreOffice write it: paragraphs
 * with their numbers, and tables with merged cells. Struck text is named and left out; hidden text, deleted text of
 * tracked changes, headers, footers and comments are left out.
 * Source: Rich Text Format Specification 1.9.1.
 * Warnings: tracked-changes, text-box. Problems: xml-damaged (cut off), xml-too-deep, too-many-rows.
 */
export function readRtf(bytes: Uint8Array, file: string): Result<RawDocument> {
  const document: RawDocument = { source: 'docx', file, blocks: [], warnings: [] };
  const builder = new RtfDocumentBuilder(document);
  const scanner = new RtfScanner(builder);
  for (const token of tokenizeRtf(toByteString(bytes))) {
    scanner.add(token);
    if (scanner.depth > MAX_DEPTH) return err('xml-too-deep', { file }, { limit: MAX_DEPTH });
    if (scanner.depth === 0) break;
  }
  if (scanner.depth > 0) return err('xml-damaged', { file });
  builder.end();
  if (builder.rowCount > MAX_TABLE_ROWS || builder.positions > MAX_TABLE_POSITIONS)
    return err('too-many-rows', { file }, { rows: builder.rowCount, limit: MAX_TABLE_ROWS });
  if (scanner.trackedChanges > 0)
    document.warnings.push(warning('tracked-changes', { file }, { changes: scanner.trackedChanges }));
  if (builder.textBoxes > 0)
    document.warnings.push(warning('text-box', { file }, { boxes: builder.textBoxes }));
  return ok(document);
}

/** So many bytes at once become characters: the stack takes only about 100,000 arguments. */
const CHUNK = 0x8000;

function toByteString(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return text;
}

/** What a group passes on to the groups in it. */
type Group = {
  /** What its text is. */
  use: 'text' | 'fonts' | 'skipped' | 'nested-row';
  /** What closes with it. */
  closes: 'box' | 'note' | null;
  font: number;
  struck: boolean;
  hidden: boolean;
  deleted: boolean;
  raised: boolean;
  inTable: boolean;
  /** So many characters after a Unicode character stand for it in old programs. */
  fallback: number;
};

const FIRST_GROUP: Group = {
  use: 'text',
  closes: null,
  font: 0,
  struck: false,
  hidden: false,
  deleted: false,
  raised: false,
  inTable: false,
  fallback: 1,
};

/** Groups whose text does not print where it stands: declarations, headers, comments, pictures, what is shown twice. */
const SKIPPED_GROUPS = new Set(
  (
    'filetbl colortbl stylesheet listtable listoverridetable revtbl rsidtbl info pict header headerl headerr headerf ' +
    'footer footerl footerr footerf annotation xe tc rxe bkmkstart bkmkend shprslt sp objdata objclass nonesttables ' +
    'pgptbl xmlnstbl themedata colorschememapping datastore latentstyles fldinst template mmathPr'
  ).split(' '),
);
/** Groups marked as ignorable that are read all the same: drawings, for the text boxes in them. */
const READ_IGNORABLE = new Set(['shpinst', 'do', 'ud']);
const BOX_TEXTS = new Set(['shptxt', 'dptxbxtext']);

const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  enspace: ' ',
  emspace: ' ',
  '~': '\u00a0',
  _: '-',
  '-': '\u00ad',
  '\\': '\\',
  '{': '{',
  '}': '}',
};

type CellMerge = { down: 'start' | 'continue' | null; across: 'start' | 'continue' | null };

/** Passes the tokens of a file on to a document builder, with the format that each group inherits. */
class RtfScanner {
  trackedChanges = 0;
  private readonly groups: Group[] = [];
  private group: Group = { ...FIRST_GROUP };
  private codePage = DEFAULT_CODE_PAGE;
  private readonly fonts = new Map<number, RtfFont>();
  /** Bytes not yet decoded: a character may take two of them. */
  private bytes = '';
  /** Characters still to be passed over after a Unicode character. */
  private fallbackLeft = 0;
  /** The next control word names an ignorable group. */
  private ignorable = false;
  private merge: CellMerge = { down: null, across: null };

  constructor(private readonly builder: RtfDocumentBuilder) {}

  get depth(): number {
    return this.groups.length;
  }

  add(token: RtfToken): void {
    if (token.kind === 'text') this.addBytes(token.bytes);
    else {
      this.flush();
      if (token.kind === 'control') this.control(token.name, token.value);
      else {
        this.fallbackLeft = 0;
        this.ignorable = false;
        if (token.kind === 'open') this.open();
        else this.close();
      }
    }
  }

  private open(): void {
    this.groups.push(this.group);
    this.group = { ...this.group, closes: null };
  }

  private close(): void {
    const { closes } = this.group;
    this.group = this.groups.pop() ?? { ...FIRST_GROUP };
    if (closes === 'box') this.builder.closeTextBox();
    else if (closes === 'note') this.builder.closeNote();
  }

  private addBytes(bytes: string): void {
    const skipped = Math.min(this.fallbackLeft, bytes.length);
    this.fallbackLeft -= skipped;
    this.bytes += bytes.slice(skipped);
  }

  private flush(): void {
    if (this.bytes === '') return;
    const { bytes } = this;
    this.bytes = '';
    if (this.group.use === 'fonts') this.addFontName(bytes);
    else this.addText(decodeRtfText(bytes, this.fonts.get(this.group.font), this.codePage));
  }

  private addText(text: string): void {
    const { use, hidden, deleted, struck, raised, font } = this.group;
    if (use !== 'text' || hidden || text === '') return;
    if (deleted) {
      this.builder.noteDeletion();
      return;
    }
    this.builder.addText(text, { font: this.fonts.get(font)?.name || undefined, struck, raised });
  }

  private addFontName(bytes: string): void {
    const font = this.fonts.get(this.group.font);
    if (font && font.name === '') font.name = bytes.split(';')[0]!.trim();
  }

  private control(name: string, value: number | null): void {
    if (name === '*') {
      this.ignorable = true;
      return;
    }
    if (name === 'u') {
      this.addUnicode(value ?? 0);
      return;
    }
    const character = lookUp(CHARACTERS, name);
    const isFallback = this.fallbackLeft > 0 && character !== undefined;
    // Any other control where a character should stand: the writer has left the character out.
    this.fallbackLeft = isFallback ? this.fallbackLeft - 1 : 0;
    if (isFallback || this.setUse(name) || this.group.use === 'skipped') return;
    if (this.group.use === 'nested-row') {
      if (name === 'nestrow') this.builder.addText('\n', { font: undefined, struck: false, raised: false });
    } else if (character !== undefined) this.addText(character);
    else if (this.group.use === 'fonts') this.declareFont(name, value);
    else if (!this.format(name, value) && !this.row(name, value)) this.structure(name, value);
  }

  private addUnicode(value: number): void {
    const code = value < 0 ? value + 0x1_0000 : value;
    this.fallbackLeft = this.group.fallback;
    if (code < 0x20 || code > 0xffff || this.group.use === 'fonts') return;
    const font = this.fonts.get(this.group.font);
    const char = String.fromCharCode(code);
    const isSymbol = isSymbolFont(font) && code >= 0xf000 && code <= 0xf0ff;
    this.addText(isSymbol ? decodeSymbols(char, font!.name) : char);
  }

  /** Learns what a group is for by its first control word. */
  private setUse(name: string): boolean {
    const { group, ignorable } = this;
    this.ignorable = false;
    if (group.use === 'skipped') return true;
    if (name === 'fonttbl') group.use = 'fonts';
    else if (name === 'nesttableprops') group.use = 'nested-row';
    else if (BOX_TEXTS.has(name)) this.openTarget('box');
    else if (name === 'footnote') this.openTarget('note');
    else if (SKIPPED_GROUPS.has(name) || (ignorable && !READ_IGNORABLE.has(name))) group.use = 'skipped';
    else return false;
    return true;
  }

  private openTarget(closes: 'box' | 'note'): void {
    if (this.group.closes !== null) return;
    this.group = { ...FIRST_GROUP, font: this.group.font, fallback: this.group.fallback, closes };
    this.builder.openTarget();
  }

  private declareFont(name: string, value: number | null): void {
    if (name === 'f') {
      this.group.font = value ?? 0;
      this.fonts.set(this.group.font, { name: '', charset: 0, codePage: null });
      return;
    }
    const font = this.fonts.get(this.group.font);
    if (font && name === 'fcharset') font.charset = value ?? 0;
    else if (font && name === 'cpg') font.codePage = value;
  }

  /** Applies a format of text; a parameter of 0 turns it off. */
  private format(name: string, value: number | null): boolean {
    const { group } = this;
    const on = value !== 0;
    if (name === 'strike' || name === 'striked') group.struck = on;
    else if (name === 'v') group.hidden = on;
    else if (name === 'super') group.raised = on;
    else if (name === 'nosupersub' || name === 'sub') group.raised = false;
    else if (name === 'up') group.raised = (value ?? 6) > 0;
    else if (name === 'deleted' || name === 'revised') {
      if (on) this.trackedChanges++;
      if (name === 'deleted') group.deleted = on;
    } else if (name === 'f') group.font = value ?? 0;
    else if (name === 'uc') group.fallback = Math.max(0, value ?? 1);
    else if (name === 'plain')
      Object.assign(group, { struck: false, hidden: false, deleted: false, raised: false });
    else return false;
    return true;
  }

  /** Applies a property of a row or a cell. */
  private row(name: string, value: number | null): boolean {
    const { builder, merge } = this;
    if (name === 'trowd') builder.startRow();
    else if (name === 'trleft') builder.setRow({ left: value ?? 0 });
    else if (name === 'trhdr') builder.setRow({ header: true });
    else if (name === 'clvmgf') merge.down = 'start';
    else if (name === 'clvmrg') merge.down = 'continue';
    else if (name === 'clmgf') merge.across = 'start';
    else if (name === 'clmrg') merge.across = 'continue';
    else if (name === 'cellx') {
      builder.defineCell({ right: value ?? 0, ...merge });
      this.merge = { down: null, across: null };
    } else return false;
    return true;
  }

  private structure(name: string, value: number | null): void {
    const { builder, group } = this;
    if (name === 'par' || name === '\n' || name === '\r' || name === 'sect' || name === 'page')
      builder.endParagraph(group.inTable);
    else if (name === 'pard') group.inTable = false;
    else if (name === 'intbl') group.inTable = true;
    else if (name === 'itap') group.inTable = (value ?? 0) > 0;
    else if (name === 'cell') builder.endCell();
    else if (name === 'row') builder.endRow();
    else if (name === 'nestcell') this.addText('\t');
    else if (name === 'ansicpg') this.codePage = value ?? DEFAULT_CODE_PAGE;
  }
}
