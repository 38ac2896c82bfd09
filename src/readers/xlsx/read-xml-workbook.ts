import { formatAddress } from '@phuluc/ooxml/a1';
import type { NamespacePolicy } from '@phuluc/ooxml/xml/name-scope';
import { readXml, type XmlAttributes } from '@phuluc/ooxml/xml/read-xml';
import { toExcelSerialTime } from '../../shared/dates';
import { lookUp } from '../../shared/look-up';
import { addFileName, err, type Result } from '../../shared/result';
import type { RawDocument } from '../raw-document';
import { MAX_DOCUMENT_CHARACTERS, MAX_TABLE_ROWS } from '../table-limits';
import { createCellText, type FontRun, type StoredFont } from './cell-fonts';
import { createWorkbookDocument, type WorkbookSheet } from './create-workbook-document';
import { formatCellNumber, getStoredDate } from './format-cell-number';
import { createEmptyContent, type SheetCell, type SheetRow } from './read-sheet';

const SPREADSHEET = 'urn:schemas-microsoft-com:office:spreadsheet';
const PREFIXES: Readonly<Record<string, string>> = {
  [SPREADSHEET]: 'ss',
  'urn:schemas-microsoft-com:office:excel': 'x',
  'http://www.w3.org/TR/REC-html40': 'html',
};
const spreadsheetPrefixes: NamespacePolicy = (uri) => lookUp(PREFIXES, uri) ?? '?';

const SHEET_WIDTH = 16_384;
const SHEET_HEIGHT = 1_048_576;
const MAX_MERGES = 100_000;
/** Cells written down, with text or not. */
const MAX_CELLS = 2_000_000;

/** Formats that are named, not written; dates as a Vietnamese region prints them. */
const NAMED_FORMATS: Readonly<Record<string, string>> = {
  'General Date': 'dd/mm/yyyy h:mm',
  'Short Date': 'dd/mm/yyyy',
  'Medium Date': 'd-mmm-yy',
  'Long Date': 'dd/mm/yyyy',
  Percent: '0.00%',
  Fixed: '0.00',
  Standard: '#,##0.00',
  Scientific: '0.00E+00',
};

type XmlStyle = { font: StoredFont; format: string };
const DEFAULT_STYLE: XmlStyle = { font: { struck: false, raised: false }, format: 'General' };

type OpenCell = {
  column: number;
  type: string;
  style: XmlStyle;
  formula: boolean;
  text: string;
  runs: FontRun[];
};

/** A whole number of an attribute within bounds; `fallback` where there is none. */
function readCount(attribute: string | undefined, fallback: number, most: number): number {
  const count = Number.parseInt(attribute ?? '', 10);
  return Number.isNaN(count) ? fallback : Math.min(Math.max(count, 0), most);
}

/**
 * Reads "XML Spreadsheet 2003", often named .xls, as `readXlsx` reads .xlsx.
 * Problems: format-unsupported (other XML), those of the XML, too-many-rows, file-too-large.
 */
export function readXmlWorkbook(bytes: Uint8Array, file: string): Result<RawDocument> {
  const start = new TextDecoder().decode(bytes.subarray(0, 4096)).replaceAll('\0', '');
  if (!start.includes(SPREADSHEET)) return err('format-unsupported', { file }, { format: 'xml' });
  const scanner = createXmlScanner();
  const outcome = readXml(
    (sink) => {
      sink(bytes);
      return { ok: true, value: undefined, warnings: [] };
    },
    { open: (name, attributes) => scanner.open(name, attributes), text: scanner.text, close: scanner.close },
    { prefixes: spreadsheetPrefixes },
  );
  if (!outcome.ok) return addFileName(outcome, file);
  const { sheets, characters, isTooLarge, date1904 } = scanner.finish();
  if (characters > MAX_DOCUMENT_CHARACTERS) return err('file-too-large', { file }, { characters });
  if (isTooLarge) return err('too-many-rows', { file }, { rows: MAX_TABLE_ROWS + 1, limit: MAX_TABLE_ROWS });
  return addFileName(createWorkbookDocument(sheets, file, date1904), file);
}

function createXmlScanner() {
  const styles = new Map<string, XmlStyle>();
  const sheets: WorkbookSheet[] = [];
  let style: XmlStyle = DEFAULT_STYLE;
  let sheet: WorkbookSheet | null = null;
  let row: SheetRow = { row: -1, hidden: false, cells: [] };
  let rowStyle: string | undefined;
  let nextRow = 0;
  let nextColumn = 0;
  let columnAt = 0;
  let cell: OpenCell | null = null;
  /** Fonts of the parts that are open inside of a cell's data, the outermost first. */
  const fonts: StoredFont[] = [];
  let inData = false;
  let inComment = false;
  let setting = '';
  let settingText = '';
  let date1904 = false;
  let cells = 0;
  let characters = 0;
  let isTooLarge = false;

  const findStyle = (id: string | undefined): XmlStyle => styles.get(id ?? 'Default') ?? DEFAULT_STYLE;

  const openStyle = (name: string, attributes: XmlAttributes): void => {
    if (name === 'ss:Style') {
      style = { ...findStyle(attributes['ss:Parent']) };
      styles.set(attributes['ss:ID'] ?? '', style);
    } else if (name === 'ss:Font') {
      style.font = {
        struck: attributes['ss:StrikeThrough'] === '1',
        raised: attributes['ss:VerticalAlign'] === 'Superscript',
        ...(attributes['ss:FontName'] !== undefined && { name: attributes['ss:FontName'] }),
      };
    } else if (name === 'ss:NumberFormat') {
      const format = attributes['ss:Format'] ?? 'General';
      style.format = lookUp(NAMED_FORMATS, format) ?? format;
    }
  };

  const openRow = (attributes: XmlAttributes): void => {
    const index = readCount(attributes['ss:Index'], nextRow + 1, SHEET_HEIGHT) - 1;
    row = { row: Math.max(index, nextRow), hidden: attributes['ss:Hidden'] === '1', cells: [] };
    nextRow = row.row + 1 + readCount(attributes['ss:Span'], 0, SHEET_HEIGHT);
    nextColumn = 0;
    rowStyle = attributes['ss:StyleID'];
  };

  const openCell = ({ content }: WorkbookSheet, attributes: XmlAttributes): void => {
    const index = readCount(attributes['ss:Index'], nextColumn + 1, SHEET_WIDTH) - 1;
    const column = Math.max(index, nextColumn);
    const across = readCount(attributes['ss:MergeAcross'], 0, SHEET_WIDTH);
    const down = readCount(attributes['ss:MergeDown'], 0, SHEET_HEIGHT);
    nextColumn = column + across + 1;
    if (++cells > MAX_CELLS || column >= SHEET_WIDTH) isTooLarge = true;
    if (across + down > 0 && content.merges.length < MAX_MERGES)
      content.merges.push({ top: row.row, left: column, bottom: row.row + down, right: column + across });
    cell = {
      column,
      type: '',
      style: findStyle(attributes['ss:StyleID'] ?? rowStyle),
      formula: attributes['ss:Formula'] !== undefined,
      text: '',
      runs: [],
    };
  };

  const openColumn = ({ content }: WorkbookSheet, attributes: XmlAttributes): void => {
    const first = readCount(attributes['ss:Index'], columnAt + 1, SHEET_WIDTH) - 1;
    const last = Math.min(first + readCount(attributes['ss:Span'], 0, SHEET_WIDTH), SHEET_WIDTH);
    if (attributes['ss:Hidden'] === '1') content.hiddenColumns.push({ first, last });
    columnAt = last + 1;
  };

  const openPart = (into: OpenCell, name: string): void => {
    const font = { ...(fonts.at(-1) ?? into.style.font) };
    if (name === 'html:S') font.struck = true;
    else if (name === 'html:Sup') font.raised = true;
    fonts.push(font);
  };

  const closeCell = ({ content }: WorkbookSheet, closed: OpenCell): void => {
    const address = formatAddress(row.row, closed.column);
    const shown = createShownText(closed, date1904);
    if (closed.formula && closed.type === '' && content.formulasWithoutValue.count++ === 0)
      content.formulasWithoutValue.first = address;
    if (shown.text.trim() === '' && shown.struck === undefined) return;
    const isFormulaText = !closed.formula && closed.type === 'String' && /^\s*=/.test(shown.text);
    if (isFormulaText && content.formulaTexts.count++ === 0) content.formulaTexts.first = address;
    if (row.cells.length === 0) content.rows.push(row);
    row.cells.push({ column: closed.column, ...shown });
    characters += shown.text.length;
    if (content.rows.length > MAX_TABLE_ROWS) isTooLarge = true;
  };

  return {
    open: (name: string, attributes: XmlAttributes): 'stop' | void => {
      if (isTooLarge || characters > MAX_DOCUMENT_CHARACTERS) return 'stop';
      if (name === 'ss:Worksheet') {
        sheet = {
          sheet: { name: attributes['ss:Name'] ?? '', hidden: false },
          content: createEmptyContent(),
        };
        sheets.push(sheet);
        nextRow = columnAt = 0;
      } else if (name === 'ss:Comment') inComment = true;
      else if (name === 'x:Visible' || name === 'x:Date1904') {
        setting = name;
        settingText = '';
        date1904 ||= name === 'x:Date1904';
      } else if (!sheet) openStyle(name, attributes);
      else if (name === 'ss:Column') openColumn(sheet, attributes);
      else if (name === 'ss:Row') openRow(attributes);
      else if (name === 'ss:Cell') openCell(sheet, attributes);
      else if (cell && name === 'ss:Data' && !inComment) {
        cell.type = attributes['ss:Type'] ?? 'String';
        inData = true;
      } else if (cell && inData) openPart(cell, name);
      return;
    },
    text: (text: string): void => {
      if (setting !== '') settingText += text;
      if (!cell || !inData) return;
      const font = fonts.at(-1) ?? cell.style.font;
      if ((cell.runs.at(-1)?.font ?? cell.style.font) !== font)
        cell.runs.push({ at: cell.text.length, font });
      cell.text += text;
    },
    close: (name: string): void => {
      if (name === 'ss:Worksheet') sheet = null;
      else if (name === 'ss:Comment') inComment = false;
      else if (name === setting) {
        if (name === 'x:Visible' && sheet) sheet.sheet.hidden = /Hidden/.test(settingText);
        setting = '';
      } else if (name === 'ss:Cell' && sheet && cell) {
        closeCell(sheet, cell);
        cell = null;
      } else if (name === 'ss:Data') {
        inData = false;
        fonts.length = 0;
      } else if (inData) fonts.pop();
    },
    finish: () => ({ sheets, characters, isTooLarge, date1904 }),
  };
}

function createShownText(
  { type, text, runs, style }: OpenCell,
  date1904: boolean,
): Omit<SheetCell, 'column'> {
  const { font, format } = style;
  if (type === 'Boolean') return createCellText(text.trim() === '1' ? 'TRUE' : 'FALSE', font);
  const isNumber = type === 'Number' || type === 'DateTime';
  // A date is written out, so the year that numbers count from plays no part.
  const value = type === 'DateTime' ? toExcelSerialTime(Date.parse(`${text.trim()}Z`)) : Number(text);
  if (!isNumber || text.trim() === '' || !Number.isFinite(value)) return createCellText(text, font, runs);
  const from1904 = date1904 && type === 'Number';
  const date = getStoredDate(value, format, from1904);
  return {
    ...createCellText(formatCellNumber(value, format, from1904), font),
    ...(date !== null && { date }),
  };
}
