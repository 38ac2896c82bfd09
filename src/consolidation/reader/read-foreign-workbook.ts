import type { Task } from '../../annex/types';
import { findUsualUnitName } from '../../annex/unit-names';
import { assembleTable, type TaskSource } from '../../import/assemble/assemble-annex';
import type { RawDocument, RawTable } from '../../readers/raw-document';
import type { Problem, ProblemLocation } from '../../shared/problem';
import { ok, type Result, warning } from '../../shared/result';
import type { SchoolFile, SchoolRow, SourceCell, TaskField } from '../types';
import { extractNameLines } from './extract-name-lines';
import { readRecordedValues } from './read-recorded-values';
import { findContractColumns, type WorkbookContract } from './workbook-contract';

type ForeignWorkbookContent = Pick<SchoolFile, 'edition' | 'claims' | 'sheet' | 'rows' | 'warnings'>;

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

/** A header stands among the first rows. */
const MAX_HEADER_ROW = 30;

/**
 * The document without its columns of deadlines: beside the printed timing such a column is the unit's, and the annex
 * would be read as if both were one.
 */
function removeDeadlineColumns(document: RawDocument, contract: WorkbookContract): RawDocument {
  return {
    ...document,
    blocks: document.blocks.map((block) => {
      if (block.kind !== 'table') return block;
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

/** Cells of the table in the rows of a task, by column; a column's first filled cell counts. */
function collectRowCells(table: RawTable, rows: ReadonlySet<number>): Map<number, SourceCell> {
  const cells = new Map<number, SourceCell>();
  for (const { row, rowSpan, column, text, place } of table.cells) {
    for (let covered = row; covered < row + rowSpan; covered++) {
      if (!rows.has(covered) || cells.has(column) || text.trim() === '') continue;
      cells.set(column, { value: text, cell: getCellAddress(place) });
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

/**
 * Reads the document of any other file a unit may send (a retyped copy, Word) as an annex by its headers, with the
 * columns of progress found beside it. Problems: those of `assembleAnnex`.
 */
export function readForeignWorkbook(
  document: RawDocument,
  file: string,
  contract: WorkbookContract,
): Result<ForeignWorkbookContent> {
  const assembled = assembleTable(removeDeadlineColumns(document, contract));
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
  const year = annex.edition.year;
  const valueWarnings: Problem[] = [];

  const rows = annex.tasks.map((task, index): SchoolRow => {
    const source = sources[index]!;
    const cells = createPrintedCells(task, source);
    const indices = new Set(source.rows.map(getRowIndex));
    const adjacent = table ? collectRowCells(table, indices) : new Map<number, SourceCell>();
    for (const field of FILLED_IN_FIELDS) {
      const cell = adjacent.get(columns[field] ?? -1);
      if (cell) cells[field] = cell;
    }
    // What was printed is already read as dates are shown, so the workbook's date system no longer matters.
    const { recorded, warnings: cellWarnings } = readRecordedValues(
      cells,
      { date1904: false, year },
      task.applicability,
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

  const column = findUsualUnitName(annex.tasks.map(({ coordinatingUnit }) => coordinatingUnit));
  const titles = table ? extractNameLines(collectTitleTexts(document, table, firstTask)) : [];
  return ok({
    edition: annex.edition,
    sheet: place.sheet ?? '',
    rows,
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
