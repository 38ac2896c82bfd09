import { MAX_SHEET_COLUMNS, MAX_SHEET_ROWS, parseCellRange } from '@phuluc/ooxml/a1';
import { findElements, readTag, type StartTag } from '@phuluc/ooxml/xml/plain-xml';
import type { CellValue } from '../types';
import {
  decodeMarkupText,
  type DecodeRawText,
  joinRunTexts,
  keepRawText,
  type SharedTexts,
} from './scan-strings';
import {
  hasForeignLetters,
  SCAN_LIMITS,
  type ScannedRow,
  type SheetCells,
  sortScannedRows,
} from './sheet-cells';

const CELL_ATTRIBUTES = ['r', 't'];
const ROW_ATTRIBUTES = ['r', 'hidden', 'ht'];

/** Stops the scan: the part is not written as plainly as it looked, or is more than a sheet may cost. */
type ScanFailure = 'odd' | 'too-large';

const isTrueAttribute = (value: string): boolean => value === '1' || value === 'true' || value === 'on';

function parseTypedValue(
  type: string,
  raw: string,
  texts: SharedTexts,
  decode: DecodeRawText,
): CellValue | null {
  switch (type) {
    case 's':
      return raw === '' ? null : (texts.at(Number(raw)) ?? null);
    case 'str':
    case 'e':
    case 'd':
      return decodeMarkupText(decode(raw));
    case 'b':
      return raw === '' ? null : isTrueAttribute(raw);
    default: {
      const number = Number(raw);
      return raw.trim() === '' ? null : Number.isFinite(number) ? number : decodeMarkupText(decode(raw));
    }
  }
}

/** "AB12" → its column, 0-based; -1 where it is none. */
function parseColumnIndex(reference: string): number {
  let index = 0;
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at);
    if (code >= 48 && code <= 57) return index - 1;
    if (code < 65 || code > 90) return -1;
    index = index * 26 + code - 64;
  }
  return -1;
}

type ScannedContent = { value: CellValue; blankFormula: boolean };

const VALUE_ELEMENT = /<v(?:\s[^>]*)?(?:\/>|>([^<]*)<\/v\s*>)/;

/** What stands between `<c …>` and `</c>`; null where nothing does. */
function scanContent(
  xml: string,
  from: number,
  to: number,
  type: string,
  texts: SharedTexts,
  decode: DecodeRawText,
): ScannedContent | null | 'odd' {
  let raw: string | null = null;
  let formula = false;
  if (xml.startsWith('<v>', from) && xml.startsWith('</v>', to - 4)) raw = xml.slice(from + 3, to - 4);
  else {
    // Looked for inside the cell only: a search that finds nothing would run through the whole part.
    const inner = xml.slice(from, to);
    formula = inner.includes('<f');
    if (type === 'inlineStr') {
      const decoded = decode(inner);
      return toTextContent(joinRunTexts(decoded, 0, decoded.length));
    }
    const value = VALUE_ELEMENT.exec(inner);
    if (!value && inner.includes('<v')) return 'odd';
    raw = value?.[1] ?? null;
  }
  if (raw === null) return formula ? { value: '', blankFormula: true } : null;
  const value = parseTypedValue(type, raw, texts, decode);
  if (value === null) {
    // A text that is not there: the slow reader says so.
    if (type === 's' && raw !== '') return 'odd';
    return formula ? { value: '', blankFormula: true } : null;
  }
  return typeof value === 'string' ? toTextContent(value) : { value, blankFormula: false };
}

/** A text of blanks only is none. */
function toTextContent(value: string): ScannedContent | null {
  return value.charCodeAt(0) > 32 || value.trim() !== '' ? { value, blankFormula: false } : null;
}

/** The cell most writers write, `<c r="B7" s="3" t="s">`: read character by character. */
type CommonCell = { column: number; type: string; end: number };

/** False for any other form; `end` is the place of the ">". */
function readCommonCell(xml: string, open: number, cell: CommonCell): boolean {
  let at = open + 6;
  let column = 0;
  let code = xml.charCodeAt(at);
  for (; code >= 65 && code <= 90; code = xml.charCodeAt(++at)) column = column * 26 + code - 64;
  if (column === 0) return false;
  for (; code >= 48 && code <= 57; code = xml.charCodeAt(++at));
  if (code !== 34) return false;
  cell.column = column - 1;
  cell.type = '';
  code = xml.charCodeAt(++at);
  if (code === 32 && xml.startsWith('s="', at + 1)) {
    for (at += 4, code = xml.charCodeAt(at); code >= 48 && code <= 57; code = xml.charCodeAt(++at));
    if (code !== 34) return false;
    code = xml.charCodeAt(++at);
  }
  if (code === 32 && xml.startsWith('t="', at + 1)) {
    const close = xml.indexOf('"', at + 4);
    cell.type = close === at + 5 && xml.charCodeAt(at + 4) === 115 ? 's' : xml.slice(at + 4, close);
    at = close + 1;
    code = xml.charCodeAt(at);
  }
  cell.end = at;
  return code === 62 || (code === 47 && xml.charCodeAt(at + 1) === 62);
}

/** The number written in digits between two places; -1 where anything else is. */
function parseDigits(xml: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) {
    const code = xml.charCodeAt(at) - 48;
    if (code < 0 || code > 9) return -1;
    number = number * 10 + code;
  }
  return from === to ? -1 : number;
}

function scanMerges(xml: string, from: number): SheetCells['merges'] | null {
  if (xml.indexOf('<mergeCell', from) < 0) return [];
  const elements = findElements(xml.slice(from), 'mergeCell', ['ref']);
  return (
    elements &&
    elements.slice(0, SCAN_LIMITS.merges).flatMap(({ values: [ref = ''] }) => parseCellRange(ref) ?? [])
  );
}

/**
 * The filled cells of a worksheet part, found by the few tags that matter. `first`: columns wanted, from the left.
 * 'odd': the part must be read by the slow reader.
 */
export function scanSheet(
  xml: string,
  texts: SharedTexts,
  first = MAX_SHEET_COLUMNS,
  decode: DecodeRawText = keepRawText,
): SheetCells | ScanFailure {
  const data = xml.indexOf('<sheetData');
  if (data < 0) return 'odd';
  const last = xml.indexOf('</sheetData>', data);
  // "<sheetData/>": a sheet without cells.
  if (last < 0)
    return xml.indexOf('<row', data) < 0 ? { rows: [], merges: [], foreignLetters: false } : 'odd';
  const rows: ScannedRow[] = [];
  const tag: StartTag = { end: 0, empty: false, values: ['', '', ''] };
  const usual: CommonCell = { column: 0, type: '', end: 0 };
  let row: ScannedRow = { row: -1, hidden: false, cells: [] };
  let column = -1;
  let cells = 0;
  let foreign = false;
  let at = xml.indexOf('>', data) + 1;
  for (;;) {
    const open = xml.charCodeAt(at) === 60 ? at : xml.indexOf('<', at);
    if (open < 0 || open >= last) break;
    const second = xml.charCodeAt(open + 1);
    if (second === 114 && xml.startsWith('row', open + 1)) {
      if (!readTag(xml, open + 4, ROW_ATTRIBUTES, tag)) return 'odd';
      const [reference = '', hidden = '', height = ''] = tag.values;
      const index = reference === '' ? row.row + 1 : Number(reference) - 1;
      if (!(index >= 0 && index < MAX_SHEET_ROWS)) return 'odd';
      row = { row: index, hidden: isTrueAttribute(hidden) || height === '0', cells: [] };
      rows.push(row);
      if (rows.length > SCAN_LIMITS.rows) return 'too-large';
      column = -1;
      at = tag.end + 1;
      continue;
    }
    if (second !== 99 || xml.charCodeAt(open + 2) > 62) {
      // "</row>", or an element of an extension: nothing of it is needed.
      if (second !== 47 && second !== 101) return 'odd';
      at = xml.indexOf('>', open) + 1;
      if (at === 0) return 'odd';
      continue;
    }
    let type: string;
    if (xml.startsWith(' r="', open + 2) && readCommonCell(xml, open, usual)) {
      column = usual.column;
      type = usual.type;
      if (xml.charCodeAt(usual.end) === 47) {
        at = usual.end + 2;
        continue;
      }
      at = usual.end + 1;
    } else {
      if (!readTag(xml, open + 2, CELL_ATTRIBUTES, tag)) return 'odd';
      const [reference = ''] = tag.values;
      column = reference === '' ? column + 1 : parseColumnIndex(reference);
      type = tag.values[1] ?? '';
      at = tag.end + 1;
      if (column >= 0 && tag.empty) continue;
    }
    if (column < 0 || column >= MAX_SHEET_COLUMNS) return 'odd';
    const start = at;
    const close = xml.indexOf('</c>', start);
    if (close < 0) return 'odd';
    at = close + 4;
    if (close === start || column >= first) continue;
    if (++cells > SCAN_LIMITS.cells) return 'too-large';
    // Nearly all cells are shared texts.
    const shared =
      type === 's' && xml.startsWith('<v>', start)
        ? texts.at(parseDigits(xml, start + 3, close - 4))
        : undefined;
    const content =
      shared === undefined ? scanContent(xml, start, close, type, texts, decode) : toTextContent(shared);
    if (content === 'odd') return 'odd';
    if (!content) continue;
    const { value, blankFormula } = content;
    if (type !== 's' && typeof value === 'string') foreign ||= hasForeignLetters(value);
    row.cells.push({ column, value, blankFormula });
  }
  const merges = scanMerges(xml, last);
  return merges
    ? {
        rows: sortScannedRows(rows.filter((one) => one.cells.length > 0)),
        merges,
        foreignLetters: foreign || texts.foreignLetters(),
      }
    : 'odd';
}
