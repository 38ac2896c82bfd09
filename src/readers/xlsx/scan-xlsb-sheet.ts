import { formatAddress } from '@phuluc/ooxml/a1';
import { err, ok, type Result } from '../../shared/result';
import type { FontedText } from '../fonted-text';
import { MAX_DOCUMENT_CHARACTERS, MAX_TABLE_ROWS } from '../table-limits';
import { createCellText, type StoredFont } from './cell-fonts';
import { formatCellNumber, getStoredDate } from './format-cell-number';
import { createEmptyContent, type SheetCell, type SheetContent, type SheetRow } from './read-sheet';
import { decodeRkNumber, getErrorText, type RecordReader, scanXlsbRecords } from './xlsb-records';

/** A text of which parts are in fonts of their own, by their index. */
export type RichText = { text: string; runs: { at: number; font: number }[] };

/** What all sheets of a binary workbook share. */
export type BinaryParts = {
  date1904: boolean;
  fonts: readonly StoredFont[];
  strings: readonly RichText[];
  /** By the style index of a cell. */
  styles: readonly { format: string; font: StoredFont | undefined }[];
};

type CellKind = 'rk' | 'error' | 'boolean' | 'number' | 'text' | 'rich' | 'shared' | 'blank';
type CellRecord = { kind: CellKind; formula?: boolean; short?: boolean };

/**
 * What a cell holds, by the type of its record; one of a formula begins like one of a value, and a short one stands
 * right of the cell before it. Source: [MS-XLSB] 2.3.
 */
const CELL_RECORDS: Readonly<Record<number, CellRecord>> = {
  1: { kind: 'blank' },
  2: { kind: 'rk' },
  3: { kind: 'error' },
  4: { kind: 'boolean' },
  5: { kind: 'number' },
  6: { kind: 'text' },
  7: { kind: 'shared' },
  8: { kind: 'text', formula: true },
  9: { kind: 'number', formula: true },
  10: { kind: 'boolean', formula: true },
  11: { kind: 'error', formula: true },
  12: { kind: 'blank', short: true },
  13: { kind: 'rk', short: true },
  14: { kind: 'error', short: true },
  15: { kind: 'boolean', short: true },
  16: { kind: 'number', short: true },
  17: { kind: 'text', short: true },
  18: { kind: 'shared', short: true },
  62: { kind: 'rich' },
};
const ROW_RECORD = 0;
const COLUMNS_RECORD = 60;
const MERGE_RECORD = 176;

const SHEET_WIDTH = 16_384;
const MAX_MERGES = 100_000;
/** Cells written down, with text or not. */
const MAX_CELLS = 2_000_000;

/**
 * Reads the rows of a sheet. Problems: too-many-rows, file-too-large.
 * @throws DamagedRecordError for a damaged record
 */
export function scanXlsbSheet(part: Uint8Array, parts: BinaryParts): Result<SheetContent> {
  const content = createEmptyContent();
  let row: SheetRow = { row: -1, hidden: false, cells: [] };
  let column = -1;
  let cells = 0;
  let characters = 0;

  const readCell = ({ kind, formula, short }: CellRecord, record: RecordReader): void => {
    column = short ? column + 1 : record.u32();
    cells++;
    const read = column < SHEET_WIDTH ? readCellText(kind, record, parts) : NO_TEXT;
    const address = (): string => formatAddress(row.row, column);
    if (read === null && content.missingTexts.count++ === 0) content.missingTexts.first = address();
    if (read === null || (read.text === '' && read.struck === undefined)) return;
    const isFormulaText = !formula && TEXT_KINDS.has(kind) && /^\s*=/.test(read.text);
    if (isFormulaText && content.formulaTexts.count++ === 0) content.formulaTexts.first = address();
    if (row.cells.length === 0) content.rows.push(row);
    row.cells.push({ column, ...read });
    characters += read.text.length;
  };

  scanXlsbRecords(part, (type, record) => {
    const cell = CELL_RECORDS[type];
    if (cell) readCell(cell, record);
    else if (type === ROW_RECORD) {
      row = readRow(record);
      column = -1;
    } else if (type === MERGE_RECORD && content.merges.length < MAX_MERGES) {
      const [top, bottom, left, right] = [record.u32(), record.u32(), record.u32(), record.u32()];
      content.merges.push({ top, left, bottom, right });
    } else if (type === COLUMNS_RECORD) readColumns(record, content);
    return (
      content.rows.length <= MAX_TABLE_ROWS && cells <= MAX_CELLS && characters <= MAX_DOCUMENT_CHARACTERS
    );
  });
  if (characters > MAX_DOCUMENT_CHARACTERS) return err('file-too-large', {}, { characters });
  return content.rows.length > MAX_TABLE_ROWS || cells > MAX_CELLS
    ? err('too-many-rows', {}, { rows: content.rows.length, limit: MAX_TABLE_ROWS })
    : ok(content);
}

const ROW_HIDDEN_FLAG = 0x10;

function readRow(record: RecordReader): SheetRow {
  const row = record.u32();
  record.skip(7);
  return { row, hidden: (record.u8() & ROW_HIDDEN_FLAG) !== 0, cells: [] };
}

function readColumns(record: RecordReader, { hiddenColumns }: SheetContent): void {
  const [first, last] = [record.u32(), record.u32()];
  record.skip(8);
  if ((record.u16() & 1) !== 0) hiddenColumns.push({ first, last });
}

const TEXT_KINDS: ReadonlySet<CellKind> = new Set(['text', 'rich', 'shared']);
const NO_TEXT: FontedText = { text: '' };

/** @returns null for a cell that refers to a text that the workbook does not have */
function readCellText(
  kind: CellKind,
  record: RecordReader,
  { date1904, fonts, strings, styles }: BinaryParts,
): Omit<SheetCell, 'column'> | null {
  const { format = 'General', font } = styles[record.u24()] ?? {};
  record.skip(1);
  const printNumber = (value: number): Omit<SheetCell, 'column'> => {
    const date = getStoredDate(value, format, date1904);
    return {
      ...createCellText(formatCellNumber(value, format, date1904), font),
      ...(date !== null && { date }),
    };
  };
  const createText = ({ text, runs }: RichText): FontedText =>
    createCellText(
      text,
      font,
      runs.map((run) => ({ at: run.at, font: fonts[run.font] })),
    );
  switch (kind) {
    case 'blank':
      return NO_TEXT;
    case 'rk':
      return printNumber(decodeRkNumber(record.u32()));
    case 'number':
      return printNumber(record.double());
    case 'boolean':
      return createCellText(record.u8() === 0 ? 'FALSE' : 'TRUE', font);
    case 'error':
      return createCellText(getErrorText(record.u8()), font);
    case 'text':
      return createText({ text: record.text(), runs: [] });
    case 'rich':
      return createText(readRichText(record));
    case 'shared': {
      const shared = strings[record.u32()];
      return shared ? createText(shared) : null;
    }
  }
}

const RICH_FLAG = 1;

/** Reads a text with its runs. Source: [MS-XLSB] 2.5.121. */
export function readRichText(record: RecordReader): RichText {
  const flags = record.u8();
  const text = record.text();
  const runs: RichText['runs'] = [];
  if ((flags & RICH_FLAG) !== 0)
    for (let count = record.u32(); count > 0; count--) runs.push({ at: record.u16(), font: record.u16() });
  return { text, runs };
}
