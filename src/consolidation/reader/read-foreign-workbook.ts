import { detectHeaderRole } from '../../annex/detect-header-role';
import type { Task } from '../../annex/types';
import { findUsualUnitName } from '../../annex/unit-names';
import { assembleTable } from '../../import/assemble/assemble-annex';
import type { TaskSource } from '../../import/assemble/compose-tables';
import type { RawDocument, RawTable } from '../../readers/raw-document';
import { appendAll } from '../../shared/append-all';
import { toExcelSerial } from '../../shared/dates';
import type { Problem, ProblemLocation } from '../../shared/problem';
import { ok, type Result, warning } from '../../shared/result';
import { cleanText } from '../../shared/text';
import type { SchoolFile, SchoolRow, SourceCell, TaskField } from '../types';
import { type AnswerColumn, classifyAnswerHeader, readAnswers } from './answer-columns';
import { chooseSheet, toSheetContent } from './choose-sheet';
import { createDateOrderWarnings } from './create-date-order-warnings';
import { extractNameLines } from './extract-name-lines';
import { parseCellDate, SERIAL_TEXT } from './parse-cell-date';
import { createPeriodColumns, createUnreadColumns, createUnreadColumnWarning } from './read-own-columns';
import { readRecordedValues } from './read-recorded-values';
import type { SheetReading } from './sheet-reading';
import { findContractColumns, type WorkbookContract } from './workbook-contract';

type ForeignWorkbookContent = Pick<
  SchoolFile,
  'edition' | 'claims' | 'sheet' | 'rows' | 'warnings' | 'versions'
>;

/** One table of a document. */
type ForeignTable = SheetReading & Pick<SchoolFile, 'edition' | 'claims'>;

/** Columns that an annex does not have and a unit adds or fills in. */
const FILLED_IN_FIELDS = [
  'applicability',
  'reason',
  'due',
  'status',
  'doneOn',
  'evidence',
] as const satisfies readonly TaskField[];
const PRINTED_TEXT_FIELDS = ['content', 'leadUnit', 'coordinatingUnit', 'product', 'timing', 'note'] as const;

function isSameTable(table: RawTable, { sheet, table: number }: ProblemLocation): boolean {
  return sheet !== undefined ? table.place.sheet === sheet : table.place.table === number;
}

/** Columns of the table that a unit fills in, by the headers above its first task. */
function findFilledInColumns(
  table: RawTable,
  firstTask: number,
  contract: WorkbookContract,
): Partial<Record<TaskField, number>> {
  let best: Partial<Record<TaskField, number>> = {};
  for (let row = 0; row < firstTask; row++) {
    const headers = table.cells.flatMap((cell) =>
      cell.row === row ? [{ column: cell.column, value: cell.text }] : [],
    );
    const columns = findContractColumns(headers, contract.tasks);
    const found = Object.fromEntries(
      FILLED_IN_FIELDS.flatMap((field) => (columns[field] === undefined ? [] : [[field, columns[field]]])),
    ) as Partial<Record<TaskField, number>>;
    best = { ...best, ...found };
  }
  return best;
}

type OwnColumn = { column: number; header: string; answer: AnswerColumn | null };

/** A header that spans more columns than these is a title. */
const MAX_HEADER_SPAN = 4;

/**
 * Finds the columns of a table that are neither of the annex nor of the form, each with what it asks. A second column
 * of a printed role ("Kết quả" next to "Sản phẩm") is the unit's own.
 */
function findOwnColumns(table: RawTable, header: number, contract: WorkbookContract): OwnColumn[] {
  const roles = new Set<string>();
  const columns: OwnColumn[] = [];
  for (let column = 0; column < table.columnCount; column++) {
    const texts = table.cells.filter(
      (cell) =>
        cell.row <= header &&
        cell.column === column &&
        cell.columnSpan <= MAX_HEADER_SPAN &&
        cell.text.trim() !== '',
    );
    const text = texts.at(-1)?.text ?? '';
    const answer = classifyAnswerHeader(text, findHeaderAbove(table, header, column));
    const role = detectHeaderRole(text)?.role ?? null;
    const [named] = Object.keys(
      findContractColumns([{ column, value: text }], contract.tasks),
    ) as TaskField[];
    const isFormColumn = named !== undefined && (FILLED_IN_FIELDS as readonly string[]).includes(named);
    const printed = role ?? (isFormColumn ? null : (named ?? null));
    const isTaken = printed !== null && roles.has(printed);
    if (printed !== null) roles.add(printed);
    if (text === '' || isFormColumn || (printed !== null && !isTaken && !isPlainAnswer(answer))) continue;
    columns.push({ column, header: cleanText(text), answer });
  }
  return columns;
}

/** The text of the header that spans a column and its neighbours; '' where none does. */
function findHeaderAbove(table: RawTable, header: number, column: number): string {
  const above = table.cells.filter(
    (cell) =>
      cell.row < header &&
      cell.columnSpan > 1 &&
      cell.columnSpan <= MAX_HEADER_SPAN &&
      cell.column <= column &&
      column < cell.column + cell.columnSpan &&
      cell.text.trim() !== '',
  );
  return above.at(-1)?.text ?? '';
}

/** "Kết quả" and "Tiến độ" may be a product and a timing; ticks and states of a task are always answers. */
const isPlainAnswer = (answer: AnswerColumn | null): boolean => answer !== null && answer !== 'status';

/** A header names at least so many columns of the annex. */
const MIN_HEADER_ROLES = 3;

/** Returns the last row of a table's header; -1 where it has none. */
function findHeaderRow(table: RawTable): number {
  for (let row = 0; row < Math.min(table.rowCount, MAX_HEADER_ROW); row++) {
    const cells = table.cells.filter((cell) => cell.row === row);
    const roles = new Set(cells.map(({ text }) => detectHeaderRole(text)?.role));
    roles.delete(undefined);
    if (!roles.has('content') || roles.size < MIN_HEADER_ROLES) continue;
    return cells.reduce((last, { rowSpan }) => Math.max(last, row + rowSpan - 1), row);
  }
  return -1;
}

/** A header stands among the first rows. */
const MAX_HEADER_ROW = 30;

/**
 * Removes the columns of deadlines and of answers from a document: next to the printed timing such a column is the unit's, and the annex
 * would be read as if both were one.
 */
function removeOwnColumns(document: RawDocument, contract: WorkbookContract): RawDocument {
  return {
    ...document,
    blocks: document.blocks.map((given) => {
      if (given.kind !== 'table') return given;
      const header = findHeaderRow(given);
      const own = new Set(
        findOwnColumns(given, header, contract).flatMap(({ column, answer }) => (answer ? [column] : [])),
      );
      const block = {
        ...given,
        cells: given.cells.filter(({ row, column }) => row < header || !own.has(column)),
      };
      for (let row = 0; row < Math.min(block.rowCount, MAX_HEADER_ROW); row++) {
        const headers = block.cells.flatMap((cell) =>
          cell.row === row ? [{ column: cell.column, value: cell.text }] : [],
        );
        const { content, timing, due } = findContractColumns(headers, contract.tasks);
        if (content === undefined || timing === undefined || due === undefined) continue;
        return { ...block, cells: block.cells.filter((cell) => cell.row < row || cell.column !== due) };
      }
      return block;
    }),
  };
}

const getCellAddress = (place: ProblemLocation | undefined): string => place?.cell ?? '';

/** The columns of days, and whether numbers in them that are no dates are counted from 1904. */
type DateColumns = { columns: ReadonlySet<number | undefined>; date1904: boolean };

/**
 * Cells of the table in the rows of a task, by column; a column's first filled cell counts. In the columns of
 * days the stored date is taken: an American format shows the month first.
 */
function collectRowCells(
  table: RawTable,
  rows: ReadonlySet<number>,
  { columns, date1904 }: DateColumns,
): Map<number, SourceCell> {
  const cells = new Map<number, SourceCell>();
  for (const { row, rowSpan, column, text, date, place } of table.cells) {
    for (let covered = row; covered < row + rowSpan; covered++) {
      if (!rows.has(covered) || cells.has(column) || text.trim() === '') continue;
      const day = columns.has(column) ? (date ?? (date1904 ? parseCellDate(text, true, null) : '')) : '';
      const isSerial = date !== undefined || SERIAL_TEXT.test(text.trim());
      cells.set(column, {
        value: day !== '' && isSerial ? toExcelSerial(day) : text,
        cell: getCellAddress(place),
      });
    }
  }
  return cells;
}

function createPrintedCells(task: Task, source: TaskSource): SchoolRow['cells'] {
  const first = getCellAddress(source.cells.content ?? source.rows[0]);
  const cells: SchoolRow['cells'] = {};
  const put = (field: TaskField, value: string, place: ProblemLocation | undefined): void => {
    if (value !== '') cells[field] = { value, cell: getCellAddress(place) || first };
  };
  put('id', task.id, source.rows[0]);
  put('tt', task.tt, source.rows[0]);
  put(
    'area',
    task.sectionTitle === '' ? task.section : `${task.section}. ${task.sectionTitle}`,
    source.rows[0],
  );
  for (const field of PRINTED_TEXT_FIELDS) put(field, task[field], source.cells[field]);
  return cells;
}

function collectTitleTexts(document: RawDocument, table: RawTable, firstTask: number): string[] {
  const before = document.blocks.slice(0, document.blocks.indexOf(table));
  return [
    ...before.flatMap((block) =>
      block.kind === 'text' ? [block.text] : block.cells.map(({ text }) => text),
    ),
    ...table.cells.flatMap(({ row, text }) => (row < firstTask ? [text] : [])),
  ];
}

/** Returns the sheets of a workbook that have the table of an annex, each as a document of its own. */
function splitBySheet(document: RawDocument): RawDocument[] {
  const tables = document.blocks.filter(
    (block): block is RawTable =>
      block.kind === 'table' && block.place.sheet !== undefined && findHeaderRow(block) >= 0,
  );
  const sheets = new Set(tables.map(({ place }) => place.sheet));
  return [...sheets].map((sheet) => ({
    ...document,
    blocks: document.blocks.filter(({ place }) => place.sheet === sheet),
  }));
}

function isHiddenSheet(document: RawDocument, sheet: string): boolean {
  const table = document.blocks.find((block) => block.kind === 'table' && block.place.sheet === sheet);
  return table?.kind === 'table' && table.rows.every(({ hidden }) => hidden === true);
}

/**
 * Reads the document of any other file a unit may send (a retyped copy, Word) as an annex by its headers, with the
 * columns of progress found beside it. Of several sheets with the table of tasks the one that is filled in counts.
 * Problems: those of `assembleAnnex`.
 */
export function readForeignWorkbook(
  document: RawDocument,
  file: string,
  contract: WorkbookContract,
): Result<ForeignWorkbookContent> {
  const best = readForeignTable(document, file, contract);
  if (!best.ok) return best;
  const others = splitBySheet(document).flatMap((sheet): ForeignTable[] => {
    const read = readForeignTable(sheet, file, contract);
    return read.ok && read.value.sheet !== best.value.sheet ? [read.value] : [];
  });
  const { chosen, candidates } = chooseSheet([best.value, ...others], file);
  const { edition, claims } = [best.value, ...others].find((one) => one === chosen.reading) ?? best.value;
  return ok({ edition, claims, ...toSheetContent(chosen, candidates, []) });
}

/** Reads the best table of a document. */
function readForeignTable(
  document: RawDocument,
  file: string,
  contract: WorkbookContract,
): Result<ForeignTable> {
  const assembled = assembleTable(removeOwnColumns(document, contract));
  if (!assembled.ok) return assembled;
  const { annex, sources } = assembled.value;
  const place = sources[0]?.rows[0] ?? {};
  const table = document.blocks.find(
    (block): block is RawTable => block.kind === 'table' && isSameTable(block, place),
  );
  const rowIndex = new Map(table?.rows.map((row, index) => [row.place.row, index]));
  const getRowIndex = ({ row }: ProblemLocation): number => rowIndex.get(row) ?? -1;
  const firstTask = table ? Math.max(0, getRowIndex(place)) : 0;
  const columns = table ? findFilledInColumns(table, firstTask, contract) : {};
  const dateColumns = {
    columns: new Set([columns.due, columns.doneOn]),
    date1904: document.date1904 === true,
  };
  const own = table ? findOwnColumns(table, findHeaderRow(table), contract) : [];
  const asksApplicability = own.some(({ answer }) => answer === 'performed' || answer === 'notPerformed');
  const unread = createUnreadColumns();
  const periodColumns = createPeriodColumns();
  const year = annex.edition.year;
  const valueWarnings: Problem[] = [];

  const rows = annex.tasks.map((task, index): SchoolRow => {
    const source = sources[index]!;
    const cells = createPrintedCells(task, source);
    const indices = new Set(source.rows.map(getRowIndex));
    const adjacent = table ? collectRowCells(table, indices, dateColumns) : new Map<number, SourceCell>();
    for (const field of FILLED_IN_FIELDS) {
      const cell = adjacent.get(columns[field] ?? -1);
      if (cell) cells[field] = cell;
    }
    const answers = own.flatMap(({ column, answer, header }) => {
      const cell = adjacent.get(column);
      if (!cell) return [];
      if (answer) return [{ column: answer, cell }];
      if (periodColumns.add(source.rows[0]?.row ?? index + 1, header, cell)) return [];
      unread.add(header, cell.cell);
      return [];
    });
    for (const [field, cell] of Object.entries(readAnswers(answers)) as [TaskField, SourceCell][])
      cells[field] ??= cell;
    // What was printed is already read as dates are shown, so the workbook's date system no longer matters.
    const { recorded, warnings: cellWarnings } = readRecordedValues(
      cells,
      { date1904: false, year },
      asksApplicability && task.applicability === 'performed' ? null : task.applicability,
    );
    if (recorded.reason === '') recorded.reason = task.reason;
    for (const { code, cell, value } of cellWarnings)
      valueWarnings.push(
        warning(
          code,
          { file, ...(place.sheet !== undefined && { sheet: place.sheet }), cell, task: task.id },
          { value },
        ),
      );
    const hidden = table?.rows.some((row, at) => indices.has(at) && row.hidden === true) ?? false;
    return { row: source.rows[0]?.row ?? index + 1, hidden, cells, recorded };
  });

  appendAll(
    valueWarnings,
    createDateOrderWarnings(rows, { date1904: false, place: { file, sheet: place.sheet ?? '' } }),
  );
  const at = { file, ...(place.sheet !== undefined && { sheet: place.sheet }) };
  appendAll(
    valueWarnings,
    unread.list().map((one) => createUnreadColumnWarning(one, at)),
  );

  const column = findUsualUnitName(annex.tasks.map(({ coordinatingUnit }) => coordinatingUnit));
  const titles = table ? extractNameLines(collectTitleTexts(document, table, firstTask)) : [];
  return ok({
    edition: annex.edition,
    sheet: place.sheet ?? '',
    hidden: place.sheet !== undefined && isHiddenSheet(document, place.sheet),
    rows,
    ...periodColumns.summarize(rows, at),
    claims: {
      code: '',
      names: [
        ...titles.map((name) => ({ name, from: 'title' as const })),
        ...(column === '' ? [] : [{ name: column, from: 'column' as const }]),
      ],
    },
    warnings: [...assembled.warnings, ...valueWarnings],
  });
}
