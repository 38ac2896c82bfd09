import { formatAddress } from '@phuluc/ooxml/a1';
import type { XmlAttributes } from '@phuluc/ooxml/xml/read-xml';
import { formatDate, fromExcelSerial, type IsoDate, parseIsoDate } from '../../shared/dates';
import { err, type Failure } from '../../shared/result';
import { MAX_DOCUMENT_CHARACTERS, MAX_TABLE_ROWS } from '../table-limits';
import { createCellText, type FontRun, type StoredFont } from './cell-fonts';
import type { WorkbookSheet } from './create-workbook-document';
import type { NumberKind, OdsStyles } from './ods-styles';
import { createEmptyContent, type SheetCell, type SheetRow } from './read-sheet';

const SHEET_WIDTH = 16_384;
const SHEET_HEIGHT = 1_048_576;
const MAX_MERGES = 100_000;
const MAX_PICTURES = 100_000;
/** Cells written down or repeated, with text or not. */
const MAX_CELLS = 2_000_000;

/** What stands beside the cells, with texts and cells of its own: comments, drawings, notes, changes, links. */
const OTHER_CONTENT =
  /^(?:office:annotation|drawing:.*|table:shapes|text:note|table:tracked-changes|table:dde-links|text:ruby-text)$/;

const PLAIN_FONT: StoredFont = { struck: false, raised: false };

type OpenSheet = WorkbookSheet & { row: number; headerFrom: number; columnStyles: (string | undefined)[] };
type OpenRow = {
  hidden: boolean;
  style: string | undefined;
  repeated: number;
  cells: SheetCell[];
  column: number;
};
type OpenCell = {
  attributes: XmlAttributes;
  font: StoredFont;
  numberKind: NumberKind | null;
  covered: boolean;
  text: string;
  runs: FontRun[];
  paragraphs: number;
};

/** Receives the elements of the content of an OpenDocument workbook and gathers its sheets. */
type OdsScanner = {
  open: (name: string, attributes: XmlAttributes) => void;
  text: (text: string) => void;
  close: (name: string) => void;
  sheets: WorkbookSheet[];
  /** @returns null while no limit is passed */
  findFailure: () => Failure | null;
};

const countRepeated = (attribute: string | undefined, most: number): number =>
  Math.min(most, Math.max(1, Number.parseInt(attribute ?? '1', 10) || 1));

const isHidden = (attributes: XmlAttributes): boolean =>
  ['collapse', 'filter'].includes(attributes['table:visibility'] ?? '');

export function createOdsScanner(styles: OdsStyles): OdsScanner {
  const sheets: WorkbookSheet[] = [];
  let sheet: OpenSheet | null = null;
  let row: OpenRow | null = null;
  let cell: OpenCell | null = null;
  const spans: StoredFont[] = [];
  /** Elements inside of what is passed over. */
  let passedOver = 0;
  /** The frame that was opened last holds a chart or another object, which is no picture. */
  let holdsObject = false;
  let cells = 0;
  let characters = 0;

  const openSheet = (attributes: XmlAttributes): void => {
    const hidden = styles.isHiddenSheet(attributes['table:style-name']);
    const reference = { name: attributes['table:name'] ?? '', hidden };
    sheet = { sheet: reference, content: createEmptyContent(), row: 0, headerFrom: 0, columnStyles: [] };
    sheets.push(sheet);
  };

  const openColumn = ({ columnStyles, content }: OpenSheet, attributes: XmlAttributes): void => {
    const first = columnStyles.length;
    const repeated = countRepeated(attributes['table:number-columns-repeated'], SHEET_WIDTH - first);
    for (let index = 0; index < repeated && first + index < SHEET_WIDTH; index++)
      columnStyles.push(attributes['table:default-cell-style-name']);
    if (isHidden(attributes)) content.hiddenColumns.push({ first, last: first + repeated - 1 });
  };

  const openCell = (
    { columnStyles }: OpenSheet,
    { column, style }: OpenRow,
    attributes: XmlAttributes,
    covered: boolean,
  ): void => {
    const name = attributes['table:style-name'] ?? style ?? columnStyles[column];
    const font = styles.findFont('table-cell', name, PLAIN_FONT);
    cell = {
      attributes,
      font,
      numberKind: styles.findNumberKind(name),
      covered,
      text: '',
      runs: [],
      paragraphs: 0,
    };
    spans.length = 0;
  };

  const addText = (into: OpenCell, text: string): void => {
    if (text === '') return;
    const font = spans.at(-1) ?? into.font;
    if ((into.runs.at(-1)?.font ?? into.font) !== font) into.runs.push({ at: into.text.length, font });
    into.text += text;
  };

  const openText = (into: OpenCell, name: string, attributes: XmlAttributes): void => {
    if (name === 'text:p') {
      if (into.paragraphs++ > 0) addText(into, '\n');
    } else if (name === 'text:span' || name === 'text:a')
      spans.push(styles.findFont('text', attributes['text:style-name'], spans.at(-1) ?? into.font));
    else if (name === 'text:s') addText(into, ' '.repeat(countRepeated(attributes['text:c'], MAX_SPACES)));
    else if (name === 'text:tab') addText(into, '\t');
    else if (name === 'text:line-break') addText(into, '\n');
  };

  const addPicture = (): void => {
    if (!sheet || !row || !cell || holdsObject || sheet.content.pictures.length >= MAX_PICTURES) return;
    const { row: top } = sheet;
    const { column: left } = row;
    sheet.content.pictures.push({ top, left, bottom: top, right: left });
  };

  const openDrawing = (name: string): void => {
    if (name === 'drawing:frame' || name === 'drawing:custom-shape') holdsObject = false;
    else if (name === 'drawing:object') holdsObject = true;
    if (name === 'drawing:custom-shape') addPicture();
  };

  const closeCell = (into: OpenSheet, inRow: OpenRow, { attributes, covered, ...stored }: OpenCell): void => {
    const { column } = inRow;
    const repeated = countRepeated(attributes['table:number-columns-repeated'], SHEET_WIDTH - column);
    inRow.column += repeated;
    const { content } = into;
    const rowSpan = countRepeated(attributes['table:number-rows-spanned'], SHEET_HEIGHT);
    const columnSpan = countRepeated(attributes['table:number-columns-spanned'], SHEET_WIDTH);
    if (rowSpan * columnSpan > 1 && content.merges.length < MAX_MERGES)
      content.merges.push({
        top: into.row,
        left: column,
        bottom: into.row + rowSpan - 1,
        right: column + columnSpan - 1,
      });
    const shown = createShownText(attributes, stored);
    const first = formatAddress(into.row, column);
    const hasFormula = attributes['table:formula'] !== undefined;
    if (hasFormula && shown.text === '' && attributes['office:value-type'] === undefined) {
      if (content.formulasWithoutValue.count++ === 0) content.formulasWithoutValue.first = first;
    }
    // What is covered by a merge is not shown.
    if (covered || (shown.text.trim() === '' && shown.struck === undefined)) return;
    if (!hasFormula && /^\s*=/.test(shown.text) && content.formulaTexts.count++ === 0)
      content.formulaTexts.first = first;
    for (let index = 0; index < repeated && cells <= MAX_CELLS; index++, cells++) {
      characters += shown.text.length;
      inRow.cells.push({ column: column + index, ...shown });
    }
  };

  const closeRow = (into: OpenSheet, { hidden, repeated, cells: found }: OpenRow): void => {
    const copies = found.length === 0 ? 0 : Math.min(repeated, MAX_TABLE_ROWS + 1);
    const isBelowLimits = (): boolean => into.content.rows.length <= MAX_TABLE_ROWS && cells <= MAX_CELLS;
    for (let index = 0; index < copies && isBelowLimits(); index++) {
      const added: SheetRow = { row: into.row + index, hidden, cells: index === 0 ? found : [...found] };
      into.content.rows.push(added);
      if (index > 0) {
        cells += found.length;
        for (const { text } of found) characters += text.length;
      }
    }
    into.row += repeated;
  };

  return {
    sheets,
    findFailure: () => {
      const rows = sheet?.content.rows.length ?? 0;
      if (rows > MAX_TABLE_ROWS || cells > MAX_CELLS)
        return err('too-many-rows', { sheet: sheet?.sheet.name ?? '' }, { rows, limit: MAX_TABLE_ROWS });
      return characters > MAX_DOCUMENT_CHARACTERS ? err('file-too-large', {}, { characters }) : null;
    },
    open: (name, attributes) => {
      if (passedOver > 0 || OTHER_CONTENT.test(name)) {
        passedOver++;
        openDrawing(name);
      } else if (name === 'table:table' && !sheet) openSheet(attributes);
      else if (!sheet) return;
      else if (name === 'table:table-column') openColumn(sheet, attributes);
      else if (name === 'table:table-header-rows') sheet.headerFrom = sheet.row;
      else if (name === 'table:table-row')
        row = {
          hidden: isHidden(attributes),
          style: attributes['table:default-cell-style-name'],
          repeated: countRepeated(attributes['table:number-rows-repeated'], SHEET_HEIGHT - sheet.row),
          cells: [],
          column: 0,
        };
      else if (row && (name === 'table:table-cell' || name === 'table:covered-table-cell'))
        openCell(sheet, row, attributes, name !== 'table:table-cell');
      else if (cell) openText(cell, name, attributes);
    },
    text: (text) => {
      if (!cell || passedOver > 0 || cell.paragraphs === 0) return;
      const isAtStart = cell.text === '' || /\s$/.test(cell.text);
      const collapsed = text.replace(/\s+/g, ' ');
      addText(cell, isAtStart ? collapsed.trimStart() : collapsed);
    },
    close: (name) => {
      if (passedOver > 0) {
        passedOver--;
        // A frame says at its end what it holds.
        if (name === 'drawing:frame') addPicture();
      } else if (!sheet) return;
      else if (name === 'table:table') sheet = null;
      else if (name === 'table:table-header-rows')
        sheet.sheet.printTitles = [sheet.headerFrom, sheet.row - 1];
      else if (name === 'table:table-row' && row) {
        closeRow(sheet, row);
        row = null;
      } else if (row && cell && /^table:(?:covered-)?table-cell$/.test(name)) {
        closeCell(sheet, row, cell);
        cell = null;
      } else if (name === 'text:span' || name === 'text:a') spans.pop();
    },
  };
}

/** Blanks in a row that a text may have. */
const MAX_SPACES = 1_000;

/** Returns the text that a cell shows; one without any shows its value. */
function createShownText(
  attributes: XmlAttributes,
  { text, font, runs, numberKind }: Pick<OpenCell, 'text' | 'font' | 'runs' | 'numberKind'>,
): Omit<SheetCell, 'column'> {
  const type = attributes['office:value-type'];
  if (type === 'boolean')
    return createCellText(attributes['office:boolean-value'] === 'true' ? 'TRUE' : 'FALSE', font);
  if (type === 'date') {
    const stored = (attributes['office:date-value'] ?? '').slice(0, 'yyyy-mm-dd'.length);
    return parseIsoDate(stored) ? createShownDate(text, stored, font) : createCellText(text, font, runs);
  }
  const number = Number(attributes['office:value']);
  // Some programs write the number itself where its format shows something else.
  if (type === 'float' && numberKind !== null && Number(text) === number)
    return createFormattedNumber(number, numberKind, font);
  const value = attributes['office:string-value'] ?? attributes['office:value'] ?? '';
  return text === '' ? createCellText(value, font) : createCellText(text, font, runs);
}

function createFormattedNumber(
  number: number,
  kind: NumberKind,
  font: StoredFont,
): Omit<SheetCell, 'column'> {
  const date = kind === 'date' ? fromExcelSerial(number) : null;
  if (date !== null) return { ...createCellText(formatDate(date), font), date };
  return createCellText(
    kind === 'percentage' ? `${Number((number * 100).toFixed(2))}%` : String(number),
    font,
  );
}

const MONTH_FIRST = /^(\d{1,2})\D(\d{1,2})\D\d{2,4}\b/;

/** A date that shows its day; shown by an American format, which puts the month first, it is printed by a Vietnamese one. */
function createShownDate(text: string, date: IsoDate, font: StoredFont): Omit<SheetCell, 'column'> {
  const parts = parseIsoDate(date);
  const [, first, second] = MONTH_FIRST.exec(text) ?? [];
  const isMonthFirst = Number(first) === parts?.month && Number(second) === parts.day && first !== second;
  const printed = text === '' || isMonthFirst ? formatDate(date) : text;
  const showsDay = (printed.match(/\d+/g) ?? []).length >= 3;
  return { ...createCellText(printed, font), ...(showsDay && { date }) };
}
