import { parseArea, SHEET_COLUMNS, SHEET_ROWS } from '../../intake/xlsx/address';
import { unescapeText } from '../../intake/xlsx/rich-text';
import type { CellValue } from '../types';
import { inOrder, SHEET_LIMITS, type ScannedRow, type SheetCells } from './cells';
import { elementsOf, readTag, xmlText, type Tag } from './plain-xml';
import { runsText, type SharedTexts } from './scan-strings';

const CELL = ['r', 't'];
const ROW = ['r', 'hidden', 'ht'];

/** Stops the scan: the part is not written as plainly as it looked, or is more than a sheet may cost. */
type Stop = 'odd' | 'too-large';

const isOn = (value: string): boolean => value === '1' || value === 'true' || value === 'on';

const typed = (type: string, raw: string, texts: SharedTexts): CellValue | null => {
  switch (type) {
    case 's':
      return raw === '' ? null : (texts.at(Number(raw)) ?? null);
    case 'str':
    case 'e':
    case 'd':
      return unescapeText(xmlText(raw));
    case 'b':
      return raw === '' ? null : isOn(raw);
    default: {
      const number = Number(raw);
      return raw.trim() === '' ? null : Number.isFinite(number) ? number : xmlText(raw);
    }
  }
};

/** "AB12" → its column, 0-based, where the digits are those of the row; -1 otherwise. */
const columnOf = (reference: string): number => {
  let index = 0;
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at);
    if (code >= 48 && code <= 57) return index - 1;
    if (code < 65 || code > 90) return -1;
    index = index * 26 + code - 64;
  }
  return -1;
};

type Content = { value: CellValue; blankFormula: boolean };

/** What stands between `<c …>` and `</c>`; null where nothing does. */
const scanContent = (
  xml: string,
  from: number,
  to: number,
  type: string,
  texts: SharedTexts,
): Content | null | 'odd' => {
  let raw: string | null = null;
  let formula = false;
  if (xml.startsWith('<v>', from) && xml.startsWith('</v>', to - 4)) raw = xml.slice(from + 3, to - 4);
  else {
    // Looked for inside the cell only: a search that finds nothing would run through the whole part.
    const inner = xml.slice(from, to);
    formula = inner.includes('<f');
    if (type === 'inlineStr') return textContent(runsText(inner, 0, inner.length));
    const value = /<v(?:\s[^>]*)?(?:\/>|>([^<]*)<\/v\s*>)/.exec(inner);
    if (!value && inner.includes('<v')) return 'odd';
    raw = value?.[1] ?? null;
  }
  if (raw === null) return formula ? { value: '', blankFormula: true } : null;
  const value = typed(type, raw, texts);
  if (value === null) {
    // A text that is not there: the slow reader says so.
    if (type === 's' && raw !== '') return 'odd';
    return formula ? { value: '', blankFormula: true } : null;
  }
  return typeof value === 'string' ? textContent(value) : { value, blankFormula: false };
};

const textContent = (value: string): Content | null =>
  value.trim() === '' ? null : { value, blankFormula: false };

const mergesOf = (xml: string, from: number): SheetCells['merges'] | null => {
  if (xml.indexOf('<mergeCell', from) < 0) return [];
  const elements = elementsOf(xml.slice(from), 'mergeCell', ['ref']);
  return (
    elements &&
    elements.slice(0, SHEET_LIMITS.merges).flatMap(({ values: [ref = ''] }) => parseArea(ref) ?? [])
  );
};

/**
 * The filled cells of a worksheet part, found by the few tags that matter. `first`: columns wanted, from the left.
 * 'odd': the part must be read by the slow reader.
 */
export const scanSheet = (xml: string, texts: SharedTexts, first = SHEET_COLUMNS): SheetCells | Stop => {
  const data = xml.indexOf('<sheetData');
  if (data < 0) return 'odd';
  const last = xml.indexOf('</sheetData>', data);
  // "<sheetData/>": a sheet without cells.
  if (last < 0) return xml.indexOf('<row', data) < 0 ? { rows: [], merges: [] } : 'odd';
  const rows: ScannedRow[] = [];
  const tag: Tag = { end: 0, empty: false, values: ['', '', ''] };
  let row: ScannedRow = { row: -1, hidden: false, cells: [] };
  let column = -1;
  let cells = 0;
  let at = data + 10;
  for (;;) {
    const open = xml.indexOf('<', at);
    if (open < 0 || open >= last) break;
    const second = xml.charCodeAt(open + 1);
    if (second === 114 && xml.startsWith('row', open + 1)) {
      if (!readTag(xml, open + 4, ROW, tag)) return 'odd';
      const [reference = '', hidden = '', height = ''] = tag.values;
      const index = reference === '' ? row.row + 1 : Number(reference) - 1;
      if (!(index >= 0 && index < SHEET_ROWS)) return 'odd';
      row = { row: index, hidden: isOn(hidden) || height === '0', cells: [] };
      rows.push(row);
      if (rows.length > SHEET_LIMITS.rows) return 'too-large';
      column = -1;
      at = tag.end + 1;
      continue;
    }
    if (second !== 99 || xml.charCodeAt(open + 2) > 62) {
      // "</row>", or an element of an extension: nothing of it is ours.
      if (second !== 47 && second !== 101) return 'odd';
      at = xml.indexOf('>', open) + 1;
      if (at === 0) return 'odd';
      continue;
    }
    if (!readTag(xml, open + 2, CELL, tag)) return 'odd';
    const [reference = '', type = ''] = tag.values;
    column = reference === '' ? column + 1 : columnOf(reference);
    if (column < 0 || column >= SHEET_COLUMNS) return 'odd';
    at = tag.end + 1;
    if (tag.empty) continue;
    const close = xml.indexOf('</c>', at);
    if (close < 0) return 'odd';
    const start = at;
    at = close + 4;
    if (close === start || column >= first) continue;
    if (++cells > SHEET_LIMITS.cells) return 'too-large';
    const content = scanContent(xml, start, close, type, texts);
    if (content === 'odd') return 'odd';
    if (content) row.cells.push({ column, ...content });
  }
  const merges = mergesOf(xml, last);
  return merges ? { rows: inOrder(rows.filter((one) => one.cells.length > 0)), merges } : 'odd';
};
