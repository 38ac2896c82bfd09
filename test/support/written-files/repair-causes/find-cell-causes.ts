import { formatAddress, parseAddress } from '@phuluc/ooxml/a1';
import type { XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import { findElements, readCellText, type SheetFile, type WorkbookFile } from './workbook-file';

/** Limits of "Excel specifications and limits". */
const MAX_CELL_TEXT = 32_767;
const MAX_FORMULA = 8_192;

/** Functions newer than the file format: without their prefix Excel takes them for names it does not know. */
const PREFIXED_FUNCTIONS =
  /(?<![\w.])(?:ARRAYTOTEXT|BYCOL|BYROW|CONCAT|DROP|EXPAND|FILTER|IFNA|IFS|LAMBDA|LET|MAXIFS|MINIFS|SEQUENCE|SORT|SORTBY|SWITCH|TAKE|TEXTAFTER|TEXTBEFORE|TEXTJOIN|TEXTSPLIT|UNIQUE|VSTACK|XLOOKUP|XMATCH|XOR)\(/i;

/** Cells out of order, numbers of texts and formats that are not there, texts and formulas beyond Excel's limits. */
export function findCellCauses(file: WorkbookFile, sheet: SheetFile): string[] {
  const causes: string[] = [];
  const formats = Math.max(1, findElements(file.styles, 'cellXfs', 'xf').length);
  let lastRow = 0;
  for (const row of sheet.rows) {
    const number = Number(row.attributes['r']);
    if (!(number > lastRow)) causes.push(`row ${row.attributes['r']} after row ${lastRow}`);
    lastRow = number;
    let lastColumn = -1;
    for (const cell of findElements(row, 'c')) {
      const address = cell.attributes['r'] ?? '';
      const place = parseAddress(address);
      if (place?.row !== number - 1 || place.column <= lastColumn) causes.push(`${address} is out of order`);
      lastColumn = place?.column ?? lastColumn;
      if (Number(cell.attributes['s'] ?? 0) >= formats)
        causes.push(`${address}: no format ${cell.attributes['s']}`);
      causes.push(...findContentCauses(file, cell).map((cause) => `${address}: ${cause}`));
    }
    if (Number(row.attributes['s'] ?? 0) >= formats)
      causes.push(`row ${number}: no format ${row.attributes['s']}`);
  }
  causes.push(...findColumnCauses(sheet, formats), ...findPaneCauses(sheet));
  return causes.map((cause) => `${sheet.name}: ${cause}`);
}

function findContentCauses(file: WorkbookFile, cell: XmlElement): string[] {
  const causes: string[] = [];
  const value = findElements(cell, 'v')[0]?.text ?? '';
  const { t: type, cm } = cell.attributes;
  if (type === 's' && file.strings[Number(value)] === undefined) causes.push(`no text ${value}`);
  if ((type === undefined || type === 'n') && value !== '' && !Number.isFinite(Number(value))) {
    causes.push(`“${value}” is no number`);
  }
  const text = readCellText(file, cell);
  if (text !== null && text.length > MAX_CELL_TEXT) causes.push(`a text of ${text.length} characters`);
  if (cm !== undefined && Number(cm) > file.cellMetadata) causes.push(`no cell metadata ${cm}`);
  const formula = findElements(cell, 'f')[0]?.text ?? '';
  if (formula.startsWith('=')) causes.push('its formula begins with =');
  if (formula.length > MAX_FORMULA) causes.push(`a formula of ${formula.length} characters`);
  const withoutTexts = formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/'(?:[^']|'')*'!/g, 'S!');
  const unprefixed = PREFIXED_FUNCTIONS.exec(withoutTexts)?.[0];
  if (unprefixed !== undefined) causes.push(`${unprefixed} is written without its prefix`);
  return causes;
}

function findColumnCauses({ root }: SheetFile, formats: number): string[] {
  let last = 0;
  return findElements(root, 'cols', 'col').flatMap(({ attributes: { min, max, style = '0' } }) => {
    const isRight = Number(min) > last && Number(max) >= Number(min) && Number(style) < formats;
    last = Number(max);
    return isRight ? [] : [`the columns ${min} to ${max} overlap others or have no format`];
  });
}

/** A frozen pane begins where it is split. */
function findPaneCauses({ root }: SheetFile): string[] {
  return findElements(root, 'sheetViews', 'sheetView', 'pane').flatMap(({ attributes }) => {
    if (attributes['state'] !== 'frozen') return [];
    const topLeft = parseAddress(attributes['topLeftCell'] ?? 'A1');
    const split = { row: Number(attributes['ySplit'] ?? 0), column: Number(attributes['xSplit'] ?? 0) };
    const isInside = topLeft !== null && topLeft.row >= split.row && topLeft.column >= split.column;
    return isInside ? [] : [`the frozen pane begins at ${formatAddress(split.row, split.column)}, not there`];
  });
}
