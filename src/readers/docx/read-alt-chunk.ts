import { err, ok, type Result } from '../../shared/result';
import { detectFormat } from '../detect-format';
import { readHtmlFile } from '../html/read-html';
import { readMht } from '../html/read-mht';
import type { RawDocument } from '../raw-document';
import { readRtf } from '../rtf/read-rtf';
import { decodeText } from '../text/decode-text';

/**
 * Reads a document that a Word file embeds as its own text (w:altChunk): HTML, a web archive, RTF, text or another
 * Word file. Source: ECMA-376-1 §11.3.1.
 * Problems: as the reader of its format; format-unsupported.
 */
export function readAltChunk(
  bytes: Uint8Array,
  file: string,
  readDocx: (bytes: Uint8Array, file: string) => Result<RawDocument>,
): Result<RawDocument> {
  const format = detectFormat(bytes);
  if (!format.ok) return format;
  switch (format.value) {
    case 'docx':
      return readDocx(bytes, file);
    case 'html':
    case 'xml':
      return readHtmlFile(bytes, file);
    case 'mht':
      return readMht(bytes, file);
    case 'rtf':
      return readRtf(bytes, file);
    case 'text':
      return ok(createTextDocument(decodeText(bytes), file));
    default:
      return err('format-unsupported', { file }, { format: format.value });
  }
}

function createTextDocument(text: string, file: string): RawDocument {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  return {
    source: 'text',
    file,
    blocks: lines.map((line) => ({ kind: 'text', text: line, place: { file } })),
    warnings: [],
  };
}
