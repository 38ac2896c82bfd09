import type { XmlAttributes } from '@phuluc/ooxml/xml/read-xml';
import { openZip, type ZipArchive } from '@phuluc/ooxml/zip/open-zip';
import { addFileName, err, ok, type Result, warning } from '../../shared/result';
import { cleanText } from '../../shared/text';
import { HtmlDocumentBuilder } from '../html/html-document-builder';
import { readOdfContent } from '../open-document';
import type { RawDocument } from '../raw-document';
import { MAX_TABLE_ROWS } from '../table-limits';
import { createOdsStyles, type OdsStyles } from '../xlsx/ods-styles';

/**
 * Reads a text document of OpenDocument (.odt), as LibreOffice writes it: paragraphs and tables with merged cells,
 * without struck text; deleted text of tracked changes is left out. Numbers of automatic lists are not written.
 * Warnings: tracked-changes. Problems: those of the package and its XML; encrypted, too-many-rows.
 */
export function readOdt(bytes: Uint8Array, file: string): Result<RawDocument> {
  const zip = openZip(bytes);
  return addFileName(zip.ok ? readOdtPackage(zip.value, file) : zip, file);
}

function readOdtPackage(zip: ZipArchive, file: string): Result<RawDocument> {
  const styles = createOdsStyles();
  const document: RawDocument = { source: 'docx', file, blocks: [], warnings: [] };
  const scanner = new OdtScanner(new HtmlDocumentBuilder(document), styles);
  const outcome = readOdfContent(zip, styles, {
    open: (name, attributes) => {
      if (scanner.builder.rowCount > MAX_TABLE_ROWS) return 'stop';
      scanner.open(name, attributes);
      return;
    },
    text: (text) => scanner.text(text),
    close: (name) => scanner.close(name),
  });
  if (scanner.builder.rowCount > MAX_TABLE_ROWS)
    return err('too-many-rows', {}, { rows: scanner.builder.rowCount, limit: MAX_TABLE_ROWS });
  if (!outcome.ok) return outcome;
  scanner.builder.end();
  if (scanner.trackedChanges > 0)
    document.warnings.push(warning('tracked-changes', { file }, { changes: scanner.trackedChanges }));
  return ok(document);
}

/** Elements whose text does not print: what was deleted, comments, declarations. */
const SKIPPED_ELEMENTS = new Set([
  'text:tracked-changes',
  'text:sequence-decls',
  'office:annotation',
  'office:forms',
  'draw:object',
]);
const PARAGRAPHS = new Set(['text:p', 'text:h']);
const FORMATTED = new Set([...PARAGRAPHS, 'text:span', 'text:a']);

type Font = ReturnType<OdsStyles['findFont']>;
const PLAIN_FONT: Font = { struck: false, raised: false };

/** Passes the elements of a body on to a document builder, with the font that each inherits. */
class OdtScanner {
  trackedChanges = 0;
  private inBody = false;
  /** Elements open inside a skipped one. */
  private skipped = 0;
  private readonly fonts: Font[] = [];
  /** The note being read: its mark, then its text. */
  private note: { mark: string; text: string; part: 'mark' | 'text' } | null = null;

  constructor(
    readonly builder: HtmlDocumentBuilder,
    private readonly styles: OdsStyles,
  ) {}

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'office:body') this.inBody = true;
    if (!this.inBody) return;
    if (name === 'text:changed-region') this.trackedChanges++;
    if (this.skipped > 0 || SKIPPED_ELEMENTS.has(name)) this.skipped++;
    else if (name === 'text:note') this.note = { mark: '', text: '', part: 'mark' };
    else if (this.note) {
      if (name === 'text:note-body') this.note.part = 'text';
    } else this.openElement(name, attributes);
  }

  text(text: string): void {
    if (!this.inBody || this.skipped > 0) return;
    if (this.note) {
      this.note[this.note.part] += text;
      return;
    }
    const font = this.fonts.at(-1);
    // White space between paragraphs and cells is none of the text.
    if (!font) return;
    const format = {
      ...(font.name !== undefined && { font: font.name }),
      ...(font.struck && { struck: true }),
    };
    if (font.raised) this.builder.addRaisedText(text, format);
    else this.builder.addText(text, format);
  }

  close(name: string): void {
    if (!this.inBody) return;
    if (this.skipped > 0) {
      this.skipped--;
      return;
    }
    if (this.note) {
      if (name === 'text:note') {
        this.builder.addNote(this.note.mark, cleanText(this.note.text));
        this.note = null;
      }
      return;
    }
    if (FORMATTED.has(name)) this.fonts.pop();
    if (PARAGRAPHS.has(name)) this.builder.endParagraph();
    else if (name === 'table:table-cell') this.builder.closeCell();
    else if (name === 'table:table-header-rows') this.builder.setInHead(false);
    else if (name === 'table:table') this.builder.closeTable();
    else if (name === 'office:body') this.inBody = false;
  }

  private openElement(name: string, attributes: XmlAttributes): void {
    if (FORMATTED.has(name)) {
      const family = PARAGRAPHS.has(name) ? 'paragraph' : 'text';
      const around = this.fonts.at(-1) ?? PLAIN_FONT;
      this.fonts.push(this.styles.findFont(family, attributes['text:style-name'], around));
    } else if (name === 'text:s' || name === 'text:tab') this.text(' ');
    else if (name === 'text:line-break') this.builder.breakLine();
    else if (name === 'table:table') this.builder.openTable();
    else if (name === 'table:table-header-rows') this.builder.setInHead(true);
    else if (name === 'table:table-row') this.builder.openRow(false);
    else if (name === 'table:table-cell')
      this.builder.openCell({
        rowspan: attributes['table:number-rows-spanned'],
        colspan: attributes['table:number-columns-spanned'],
      });
  }
}
