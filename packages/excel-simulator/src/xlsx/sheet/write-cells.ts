import { formatAddress, formatRangeAddress } from '@phuluc/ooxml/a1';
import { escapeText, writeElement } from '@phuluc/ooxml/xml/write-xml';
import { escapeXString } from '@phuluc/ooxml/xstring';
import { isRowHidden } from '../../model/geometry';
import { findTableAt } from '../../model/rewrite-formulas';
import type { Cell, CellValue, RowProps, SheetModel, TableModel } from '../../model/types';
import { findUsedRange } from '../../model/workbook';
import type { FormulaCodec } from '../formulas/formula-codec';
import type { PreservedSheet } from '../preserved-content';
import type { SharedStringsWriter } from '../shared-strings';
import type { StylesWriter } from '../styles/styles-writer';
import { WorkbookFileError } from '../workbook-file-error';

/** Excel refuses more characters in a cell ("Excel specifications and limits"). */
const MAX_TEXT_LENGTH = 32_767;

/** Errors of dynamic arrays have no spelling in a file of their own; they stand as #VALUE! with a note beside. */
const MODERN_ERRORS: ReadonlySet<string> = new Set(['#SPILL!', '#CALC!']);

/**
 * Text that would become a formula, number or date when someone edits the cell carries the mark that an
 * apostrophe before it leaves, unless the cell has the format of text.
 */
function needsQuote(text: string): boolean {
  // Most texts begin with a letter, and every cell is asked.
  if (/^[A-EG-SU-Za-eg-su-z\u00C0-\u024F\u1E00-\u1EFF]/.test(text)) return false;
  return (
    /^[=+\-@']/.test(text) ||
    (text.trim() !== '' && Number.isFinite(Number(text))) ||
    /^\s*\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{1,4})?\s*$/.test(text) ||
    /^(?:true|false)$/i.test(text.trim())
  );
}

const formatNumber = (value: number): string => (Object.is(value, -0) ? '0' : String(value).toUpperCase());

export type CellWriterContext = {
  sheet: SheetModel;
  styles: StylesWriter;
  texts: SharedStringsWriter;
  formulas: FormulaCodec;
  preserved: PreservedSheet;
  /** Set when a formula was written as a dynamic array: the file then needs the part that explains it. */
  dynamic: { used: boolean };
};

/** Header cells by row and column: Excel wants each to be the very text of its column's name. */
function mapHeaderNames(tables: readonly TableModel[]): Map<number, Map<number, string>> {
  const headers = new Map<number, Map<number, string>>();
  for (const { area, columns, showHeaders } of tables) {
    if (!showHeaders) continue;
    const line = headers.get(area.top) ?? new Map<number, string>();
    headers.set(area.top, line);
    columns.forEach(({ name }, index) => line.set(area.left + index, name));
  }
  return headers;
}

type CellAttributes = { address: string; style: number; type: string | undefined; error: string | undefined };

/** Most of a file is cells: their names, numbers and addresses need no escaping. */
function writeCellElement(
  { address, style, type, error }: CellAttributes,
  inside: string,
  isDynamic = false,
): string {
  const start =
    `<c r="${address}"` +
    (style === 0 ? '' : ` s="${style}"`) +
    (type === undefined ? '' : ` t="${type}"`) +
    (error === undefined ? '' : ` local:error="${error}"`) +
    (isDynamic ? ' cm="1"' : '');
  return inside === '' ? `${start}/>` : `${start}>${inside}</c>`;
}

class CellWriter {
  private readonly headers: Map<number, Map<number, string>>;

  constructor(private readonly writing: CellWriterContext) {
    this.headers = mapHeaderNames(writing.sheet.tables);
  }

  private writeContent(
    value: CellValue,
    isResult: boolean,
    address: string,
  ): { t?: string; inside: string; error?: string } {
    const { texts, preserved: preserved } = this.writing;
    if (typeof value === 'number') {
      return Number.isFinite(value)
        ? { inside: `<v>${formatNumber(value)}</v>` }
        : { t: 'e', inside: '<v>#NUM!</v>' };
    }
    if (typeof value === 'boolean') return { t: 'b', inside: value ? '<v>1</v>' : '<v>0</v>' };
    if (typeof value === 'object') {
      const isModern = MODERN_ERRORS.has(value.error);
      return {
        t: 'e',
        inside: `<v>${isModern ? '#VALUE!' : value.error}</v>`,
        ...(isModern ? { error: value.error } : {}),
      };
    }
    if (value.length > MAX_TEXT_LENGTH)
      throw new WorkbookFileError('text-too-long', `${this.writing.sheet.name}!${address}`);
    if (isResult) return { t: 'str', inside: `<v>${escapeText(escapeXString(value))}</v>` };
    if (value === '') return { inside: '' };
    const rich = preserved.richTexts?.[address];
    const number = rich?.text === value ? texts.addMarkup(rich.markup) : texts.addText(value);
    return { t: 's', inside: `<v>${number}</v>` };
  }

  writeCell(row: number, column: number, cell: Cell, rowProps: RowProps | undefined): string {
    const { sheet, styles, formulas, dynamic } = this.writing;
    const address = formatAddress(row, column);
    const header = this.headers.get(row)?.get(column);
    const value = header ?? cell.value;
    const formula = header === undefined ? cell.formula : undefined;
    const format = cell.format ?? rowProps?.format ?? sheet.columns.get(column)?.format;
    const isQuoted =
      typeof value === 'string' && formula === undefined && format?.numberFormat !== '@' && needsQuote(value);
    const s = styles.getXfId(format, isQuoted && !cell.spilledFrom);
    const { t, inside, error } = this.writeContent(value, formula !== undefined, address);
    const attributes: CellAttributes = { address, style: s, type: t, error };
    if (formula === undefined) return writeCellElement(attributes, inside);
    const { text, isArray } = formulas.cellToFile(formula, findTableAt(sheet, row, column)?.name);
    if (!isArray && !cell.spill) return writeCellElement(attributes, `<f>${escapeText(text)}</f>${inside}`);
    dynamic.used = true;
    const { rows, columns } = cell.spill ?? { rows: 1, columns: 1 };
    const ref = formatRangeAddress({
      top: row,
      left: column,
      bottom: row + rows - 1,
      right: column + columns - 1,
    });
    return writeCellElement(
      attributes,
      writeElement('f', { t: 'array', ref }, escapeText(text)) + inside,
      true,
    );
  }

  writeRow(row: number, cells: readonly (readonly [number, Cell])[]): string {
    const { sheet, styles, preserved: preserved } = this.writing;
    const props = sheet.rows.get(row);
    return writeElement(
      'row',
      {
        r: row + 1,
        s: props?.format ? styles.getXfId(props.format) : undefined,
        customFormat: props?.format ? true : undefined,
        ht: props?.height,
        hidden: isRowHidden(sheet, row) || undefined,
        customHeight: props?.height !== undefined && !props.fitted ? true : undefined,
        ...preserved.rows?.[row],
      },
      cells.map(([column, cell]) => this.writeCell(row, column, cell, props)),
    );
  }

  write(): string {
    const { sheet, preserved: preserved } = this.writing;
    const lines = new Map<number, Map<number, Cell>>(sheet.cells);
    for (const [row, headers] of this.headers) {
      for (const column of headers.keys()) {
        if (lines.get(row)?.has(column)) continue;
        lines.set(row, new Map(lines.get(row)).set(column, { value: '' }));
      }
    }
    const rows = new Set([
      ...lines.keys(),
      ...sheet.rows.keys(),
      ...Object.keys(preserved.rows ?? {}).map(Number),
    ]);
    return writeElement(
      'sheetData',
      {},
      [...rows].sort((a, b) => a - b).map((row) => this.writeRow(row, sortByColumn(lines.get(row)))),
    );
  }
}

/** Cells are nearly always entered from left to right. */
function sortByColumn(line: ReadonlyMap<number, Cell> | undefined): (readonly [number, Cell])[] {
  const cells = [...(line ?? [])];
  const isSorted = cells.every(([column], index) => index === 0 || cells[index - 1]![0] < column);
  return isSorted ? cells : cells.sort(([a], [b]) => a - b);
}

/** `sheetData` of a sheet. Throws {@link WorkbookFileError} for a text no cell may hold. */
export const writeSheetData = (writing: CellWriterContext): string => new CellWriter(writing).write();

/** "A1:F20": the cells a sheet uses, or "A1". */
export function formatDimension(sheet: SheetModel): string {
  const area = findUsedRange(sheet);
  return area ? formatRangeAddress(area) : 'A1';
}
