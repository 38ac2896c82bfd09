import {
  containsRange,
  formatAddress,
  MAX_SHEET_COLUMNS,
  MAX_SHEET_ROWS,
  parseAddress,
  parseRange,
} from '@phuluc/ooxml/a1';
import { isErrorCode } from '@phuluc/ooxml/error-values';
import {
  findChild,
  readBooleanAttribute,
  readNumberAttribute,
  type XmlElement,
} from '@phuluc/ooxml/xml/xml-tree';
import { unescapeXString } from '@phuluc/ooxml/xstring';
import { copyFormula } from '../../model/formula-references';
import type { Cell, CellFormat, CellRange, CellValue, ErrorValue, TableModel } from '../../model/types';
import { readStringItem } from '../shared-strings';
import { parseIsoSerial } from './iso-date';
import type { SheetReaderContext } from './sheet-reader-context';

/** Errors newer than the model's read as #VALUE!, which is also what files fall back to. */
function readError(text: string): ErrorValue {
  return {
    error: isErrorCode(text) ? text : text === '#GETTING_DATA' ? '#N/A' : '#VALUE!',
  };
}

const NO_FORMAT: CellFormat = Object.freeze({});

/** Row attributes the model has; the others are kept as they are. */
const KNOWN_ROW_ATTRIBUTES = new Set([
  'r',
  'spans',
  's',
  'customFormat',
  'ht',
  'customHeight',
  'hidden',
  'x14ac:dyDescent',
]);

/** Reads a sheet's rows one after another, as they stream by. */
export class CellReader {
  private row = -1;
  private readonly shared = new Map<string, { formula: string; row: number; column: number }>();
  private readonly arrays: { area: CellRange; row: number; column: number }[] = [];

  constructor(private readonly reading: SheetReaderContext) {}

  readonly readRow = (element: XmlElement): void => {
    const { sheet, preserved: preserved, styles } = this.reading;
    const given = readNumberAttribute(element, 'r');
    this.row = given !== undefined && given >= 1 ? given - 1 : this.row + 1;
    if (this.row >= MAX_SHEET_ROWS) return;
    const height = readNumberAttribute(element, 'ht');
    const hidden = readBooleanAttribute(element, 'hidden');
    const format = readBooleanAttribute(element, 'customFormat')
      ? styles.formats[readNumberAttribute(element, 's') ?? 0]
      : undefined;
    // Where rows are hidden by default, the file writes those that are not.
    const isShown = sheet.rowsHiddenByDefault === true && !hidden;
    if (height !== undefined || hidden || isShown || format) {
      sheet.rows.set(this.row, {
        ...(height === undefined ? {} : { height }),
        ...(height === undefined || readBooleanAttribute(element, 'customHeight') ? {} : { fitted: true }),
        ...(hidden || isShown ? { hidden } : {}),
        ...(format ? { format } : {}),
      });
    }
    const others = Object.entries(element.attributes).filter(
      ([name, value]) =>
        !KNOWN_ROW_ATTRIBUTES.has(name) && !name.includes(':') && value !== '0' && value !== 'false',
    );
    if (others.length > 0) (preserved.rows ??= {})[this.row] = Object.fromEntries(others);
    let column = -1;
    const line = new Map<number, Cell>();
    for (const cell of element.children) {
      if (cell.name !== 'c') continue;
      const address = parseAddress(cell.attributes['r'] ?? '');
      column = address?.column ?? column + 1;
      if (column >= MAX_SHEET_COLUMNS) break;
      const read = this.readCell(cell, column, format);
      if (read) line.set(column, read);
    }
    if (line.size > 0) sheet.cells.set(this.row, line);
  };

  private readCell(element: XmlElement, column: number, rowFormat: CellFormat | undefined): Cell | undefined {
    const { sheet, styles, losses } = this.reading;
    if (element.attributes['vm'] !== undefined && element.attributes['local:error'] === undefined) {
      losses.add('rich-values', sheet.name);
    }
    const value = this.readValue(element, column);
    const own = styles.formats[readNumberAttribute(element, 's') ?? 0];
    const inherited = rowFormat ?? sheet.columns.get(column)?.format;
    const format = own === inherited ? undefined : (own ?? NO_FORMAT);
    const cell: Cell = { value };
    if (format) cell.format = format;
    this.readFormula(findChild(element, 'f'), column, cell, element.attributes['cm'] !== undefined);
    const source =
      cell.formula === undefined ? this.arrays.find(({ area }) => this.isIn(area, column)) : undefined;
    if (source) cell.spilledFrom = { row: source.row, column: source.column };
    return cell.value === '' && cell.formula === undefined && !cell.format && !source ? undefined : cell;
  }

  private isIn(area: CellRange, column: number): boolean {
    return containsRange(area, { top: this.row, bottom: this.row, left: column, right: column });
  }

  private findTableHere(column: number): TableModel | undefined {
    return this.reading.sheet.tables.find(({ area }) => this.isIn(area, column));
  }

  private readValue(element: XmlElement, column: number): CellValue {
    const { texts, preserved: preserved, workbook, sheet, losses } = this.reading;
    const text = findChild(element, 'v')?.text;
    switch (element.attributes['t']) {
      case 's':
      case 'inlineStr': {
        const inline = findChild(element, 'is');
        const read =
          element.attributes['t'] === 's' && text
            ? texts[Number(text)]
            : inline && readStringItem(inline, this.reading.foreign);
        if (!read && element.attributes['t'] === 's' && text)
          losses.add('missing-text', `${sheet.name}!${formatAddress(this.row, column)}`);
        if (read?.markup) {
          const address = element.attributes['r'] ?? `${this.row}:${column}`;
          (preserved.richTexts ??= {})[address] = { text: read.text, markup: read.markup };
        }
        return read?.text ?? '';
      }
      case 'str':
        return unescapeXString(text ?? '');
      case 'b':
        return text === '1' || text === 'true';
      case 'e':
        return readError(element.attributes['local:error'] ?? text ?? '');
      case 'd':
        return parseIsoSerial(text ?? '', workbook.date1904) ?? unescapeXString(text ?? '');
      default: {
        const number = text?.trim() ? Number(text) : NaN;
        return Number.isFinite(number) ? number : '';
      }
    }
  }

  private readFormula(element: XmlElement | undefined, column: number, cell: Cell, isDynamic: boolean): void {
    if (!element) return;
    const { sheet, formulas, losses } = this.reading;
    const { t: kind = 'normal', si = '', ref = '' } = element.attributes;
    const table = this.findTableHere(column)?.name;
    if (kind === 'dataTable') {
      losses.add('data-table-formula', sheet.name);
      return;
    }
    if (kind === 'shared') {
      const first = this.shared.get(si);
      if (element.text === '') {
        if (first) cell.formula = copyFormula(first.formula, this.row - first.row, column - first.column);
        return;
      }
      cell.formula = formulas.cellFromFile(element.text, false, table);
      this.shared.set(si, { formula: cell.formula, row: this.row, column });
      return;
    }
    if (element.text === '') return;
    const isArray = kind === 'array';
    cell.formula = formulas.cellFromFile(element.text, isArray, table);
    const area = isArray ? parseRange(ref) : null;
    if (!area || (area.top === area.bottom && area.left === area.right)) return;
    if (!isDynamic) losses.add('array-formula-area', sheet.name);
    cell.spill = { rows: area.bottom - area.top + 1, columns: area.right - area.left + 1 };
    this.arrays.push({ area, row: this.row, column });
  }
}
