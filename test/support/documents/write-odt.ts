import { strToU8, zipSync } from 'fflate';

const NAMESPACES = ['office', 'style', 'text', 'table', 'xlink']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');
/** Styles "Bo" of struck and "Cao" of raised text. */
const STYLES =
  '<style:style style:name="Bo" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>' +
  '<style:style style:name="Cao" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>';

/** Writes a text document of OpenDocument around the inner XML of its body; `parts` adds or replaces parts. */
export function writeOdt(body: string, parts: Record<string, string> = {}): Uint8Array {
  const content = `<office:document-content ${NAMESPACES}><office:automatic-styles>${STYLES}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  const files = { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': content, ...parts };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

export const odtParagraph = (inner: string): string => `<text:p>${inner}</text:p>`;
export const odtSpan = (style: string, inner: string): string =>
  `<text:span text:style-name="${style}">${inner}</text:span>`;
export const odtCell = (inner: string, attributes = ''): string =>
  `<table:table-cell ${attributes}>${inner}</table:table-cell>`;
export const odtRow = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;
