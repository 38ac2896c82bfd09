import {
  type CellRange,
  formatAddress,
  MAX_SHEET_COLUMNS,
  MAX_SHEET_ROWS,
  parseAddress,
  parseCellRange,
} from '@phuluc/ooxml/a1';
import type { OfficePackage } from '@phuluc/ooxml/open-package';
import type { XmlAttributes } from '@phuluc/ooxml/xml/read-xml';
import { isTrueValue } from '@phuluc/ooxml/xml/xml-tree';
import { err, type Failure, ok, type Result } from '../../shared/result';
import type { FontedText } from '../fonted-text';
import { MAX_DOCUMENT_CHARACTERS, MAX_TABLE_ROWS } from '../table-limits';
import { formatCellText, isTextCell, type OpenCell } from './format-cell-text';
import type { WorkbookParts } from './read-workbook-parts';
import { createRichTextCollector } from './rich-text-collector';

export type SheetCell = FontedText & { column: number };
export type SheetRow = { row: number; hidden: boolean; cells: SheetCell[] };
/** Something that was noticed in several cells: how often, and where first. */
export type Sighting = { count: number; first: string };

/** The rows of a sheet that hold text, with what else matters to a reader. Indices are 0-based. */
export type SheetContent = {
  rows: SheetRow[];
  merges: CellRange[];
  hiddenColumns: { first: number; last: number }[];
  /** Formulas without a cached value, and texts that begin with "=". */
  formulasWithoutValue: Sighting;
  formulaTexts: Sighting;
};

export type SheetLimits = {
  /** Rows with text. */
  rows: number;
  /** Rows and cells written down, with text or not: formats alone may fill a million. */
  rowsScanned: number;
  cellsScanned: number;
  characters: number;
};

const DEFAULT_SHEET_LIMITS: SheetLimits = {
  rows: MAX_TABLE_ROWS,
  rowsScanned: 200_000,
  cellsScanned: 2_000_000,
  characters: MAX_DOCUMENT_CHARACTERS,
};
const MAX_MERGES = 100_000;

/**
 * Reads a sheet as it is inflated, in memory bounded by its text. The used range is not believed; only rows that
 * hold text count. Problems: those of the part; too-many-rows, file-too-large, xml-damaged (a cell
 * refers to a text that is not there).
 */
export function readSheet(
  office: OfficePackage,
  part: string,
  parts: WorkbookParts,
  limits: SheetLimits = DEFAULT_SHEET_LIMITS,
): Result<SheetContent> {
  const content: SheetContent = {
    rows: [],
    merges: [],
    hiddenColumns: [],
    formulasWithoutValue: { count: 0, first: '' },
    formulaTexts: { count: 0, first: '' },
  };
  let characters = 0;
  let damagedAt: string | null = null;
  let rowsScanned = 0;
  let cellsScanned = 0;
  let row: SheetRow = { row: -1, hidden: false, cells: [] };
  let column = -1;
  let columnsSeen = new Set<number>();
  let cell: OpenCell | null = null;
  let collects: 'value' | 'rich' | null = null;
  const rich = createRichTextCollector();

  const refusal = (): Failure | null => {
    const rows = Math.max(rowsScanned, content.rows.length);
    if (
      rowsScanned > limits.rowsScanned ||
      cellsScanned > limits.cellsScanned ||
      content.rows.length > limits.rows
    )
      return err('too-many-rows', {}, { rows, limit: limits.rows });
    if (characters > limits.characters) return err('file-too-large', {}, { characters });
    return damagedAt === null ? null : err('xml-damaged', { cell: damagedAt }, { reason: 'no-such-text' });
  };
  const openRow = (attributes: XmlAttributes): void => {
    const index = attributes.r === undefined ? row.row + 1 : Number(attributes.r) - 1;
    const hidden = isTrueValue(attributes.hidden) || Number(attributes.ht ?? 1) === 0;
    row = { row: index, hidden, cells: [] };
    column = -1;
    columnsSeen = new Set();
    rowsScanned++;
  };
  const openCell = (attributes: XmlAttributes): void => {
    const address = attributes.r === undefined ? null : parseAddress(attributes.r);
    column = address?.column ?? column + 1;
    cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: null, formula: false };
    cellsScanned++;
  };
  const closeCell = (closed: OpenCell): void => {
    const address = formatAddress(row.row, column);
    if (closed.type === 's' && closed.value && !parts.strings[Number(closed.value)]) damagedAt ??= address;
    const text = formatCellText(closed, rich.consume(), parts);
    characters += text.text.length;
    if (closed.formula && hasNoValue(closed)) recordSighting(content.formulasWithoutValue, address);
    else if (!closed.formula && isTextCell(closed.type) && /^\s*=/.test(text.text))
      recordSighting(content.formulaTexts, address);
    const inside = column < MAX_SHEET_COLUMNS && row.row >= 0 && row.row < MAX_SHEET_ROWS;
    if (text.text === '' || !inside || columnsSeen.has(column)) return;
    columnsSeen.add(column);
    row.cells.push({ column, ...text });
  };

  const outcome = office.readXml(part, {
    open: (name, attributes) => {
      if (cell) {
        if (name === 'x:v') {
          collects = 'value';
          cell.value = '';
        } else if (name === 'x:is') collects = 'rich';
        else if (name === 'x:f') cell.formula = true;
        else if (collects === 'rich') rich.open(name, attributes);
      } else if (name === 'x:row') openRow(attributes);
      else if (name === 'x:c') openCell(attributes);
      else if (name === 'x:mergeCell') {
        const area = parseCellRange(attributes.ref ?? '');
        if (area && content.merges.length < MAX_MERGES) content.merges.push(area);
      } else if (name === 'x:col' && (isTrueValue(attributes.hidden) || Number(attributes.width ?? 1) === 0))
        content.hiddenColumns.push({ first: Number(attributes.min) - 1, last: Number(attributes.max) - 1 });
      return refusal() ? 'stop' : undefined;
    },
    text: (text) => {
      if (collects === 'value' && cell) cell.value = (cell.value ?? '') + text;
      else if (collects === 'rich') rich.text(text);
    },
    close: (name) => {
      if (name === 'x:v' || name === 'x:is') collects = null;
      else if (collects === 'rich') rich.close(name);
      else if (name === 'x:c' && cell) {
        closeCell(cell);
        cell = null;
      } else if (name === 'x:row' && row.cells.length > 0) content.rows.push(row);
    },
  });
  if (!outcome.ok) return outcome;
  return refusal() ?? ok(content);
}

/** Some writers leave an empty value beside a formula they did not calculate; an empty text is one. */
const hasNoValue = ({ type, value }: OpenCell): boolean => value === null || (value === '' && type !== 'str');

function recordSighting(sighting: Sighting, address: string): void {
  if (sighting.count++ === 0) sighting.first = address;
}
