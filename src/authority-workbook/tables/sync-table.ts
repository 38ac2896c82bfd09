import { type CellRange, createRange } from '@phuluc/ooxml/a1';
import { toMatchKey } from '../../shared/text';
import type { CellValue } from '../../sheets/cell-value';
import { getHeaderHeight } from '../../sheets/header-height';
import { PREVIOUS_CONSOLIDATION_HEADERS } from '../../sheets/labels/consolidation-labels';
import type { Operation } from '../../sheets/operation';
import type { CellContent, ConditionalFormatSpec, SheetSpec, ValidationSpec } from '../../sheets/sheet-spec';
import {
  BODY_STYLE,
  COLORS,
  DEFAULT_PAGE_SETUP,
  HEADER_STYLE,
  NOTE_LINE_STYLE,
  TITLE_LINE_STYLE,
} from '../../sheets/styles';

/**
 * The owner of a column: `managed` is written by each run; `officer` is never written; `mark` is written by a run only
 * where the officer has not set it otherwise; `formula` is the same live formula in every row.
 */
export type ColumnOwner = 'ours' | 'officer' | 'mark' | 'formula';

export type TableColumn<Id extends string = string> = {
  id: Id;
  header: string;
  owner: ColumnOwner;
  /** Points. */
  width: number;
  numberFormat: string;
  center?: boolean;
  wrap?: boolean;
  /** Of a formula column. */
  formula?: string;
};

export type RowContents<Id extends string = string> = Partial<Record<Id, CellContent>>;

/** A sheet that holds one table, one row a key. */
export type TableSchema<Id extends string = string> = {
  table: string;
  sheet: string;
  title: string;
  note: string;
  tabColor: string;
  key: Id;
  columns: readonly TableColumn<Id>[];
  freezeColumns: number;
  /** Areas of whole columns by their id, of the body. */
  conditionalFormats?: (
    area: (first: Id, last?: Id) => CellRange,
    firstRow: number,
  ) => ConditionalFormatSpec[];
  validations?: (area: (id: Id) => CellRange) => ValidationSpec[];
};

/** A table as it stands in a workbook; header row first. Positions are 0-based. */
export type TableCells = {
  table: string;
  sheet: string;
  top: number;
  left: number;
  values: readonly (readonly CellValue[])[];
};

export type ExistingRow<Id extends string> = { index: number; key: string; cells: Record<Id, CellValue> };

const HEADER_ROW = 3;
export const FIRST_BODY_ROW = HEADER_ROW + 1;

/** Finds the current positions of the columns; the officer may have moved some and added others. */
function findColumnPositions<Id extends string>(
  schema: TableSchema<Id>,
  headers: readonly string[],
): Partial<Record<Id, number>> {
  const keys = headers.map(toMatchKey);
  const found: Partial<Record<Id, number>> = {};
  for (const { id, header } of schema.columns) {
    const at = keys.indexOf(toMatchKey(header));
    if (at >= 0) found[id] = at;
  }
  for (const { id, header } of schema.columns) {
    const at = keys.indexOf(toMatchKey(PREVIOUS_CONSOLIDATION_HEADERS[header] ?? header));
    if (found[id] === undefined && at >= 0 && !Object.values(found).includes(at)) found[id] = at;
  }
  return found;
}

/**
 * Writes today's headers in a table that was made before. Formulas of the whole workbook follow, so that this comes
 * before every other step, whose formulas name the columns as they are called today.
 */
export function createHeaderOperations<Id extends string>(
  schema: TableSchema<Id>,
  table: TableCells,
): Operation[] {
  const headers = getHeaders(table);
  const columns = findColumnPositions(schema, headers);
  return schema.columns.flatMap(({ id, header }): Operation[] => {
    const at = columns[id];
    if (at === undefined || toMatchKey(headers[at] ?? '') === toMatchKey(header)) return [];
    const { sheet, top, left } = table;
    return [{ kind: 'write-cells', sheet, row: top, column: left + at, cells: [[header]] }];
  });
}

const getHeaders = ({ values }: TableCells): string[] => (values[0] ?? []).map(String);

/** Reads the rows of a table. Rows without a key are the officer's own and are skipped. */
export function readTableRows<Id extends string>(
  schema: TableSchema<Id>,
  table: TableCells | null,
): ExistingRow<Id>[] {
  if (!table) return [];
  const columns = findColumnPositions(schema, getHeaders(table));
  return table.values.slice(1).flatMap((line, index): ExistingRow<Id>[] => {
    const at = (id: Id): CellValue => line[columns[id] ?? -1] ?? '';
    const key = String(at(schema.key));
    if (key === '') return [];
    const cells = Object.fromEntries(schema.columns.map(({ id }) => [id, at(id)])) as Record<Id, CellValue>;
    return [{ index, key, cells }];
  });
}

/** Returns true if the officer wrote in a row. */
export function hasOfficerText<Id extends string>(schema: TableSchema<Id>, row: ExistingRow<Id>): boolean {
  return schema.columns.some(({ id, owner }) => owner === 'officer' && row.cells[id] !== '');
}

function getCellContent<Id extends string>(
  { id, owner, formula }: TableColumn<Id>,
  row: RowContents<Id>,
): CellContent {
  return owner === 'formula' ? { formula: formula ?? '' } : (row[id] ?? '');
}

/** Builds the sheet of a new table. A table has at least one row, which is blank if there are no rows. */
export function buildTableSheet<Id extends string>(
  schema: TableSchema<Id>,
  rows: readonly RowContents<Id>[],
  name: string = schema.sheet,
): SheetSpec {
  const { columns } = schema;
  const count = Math.max(1, rows.length);
  const body = createRange(FIRST_BODY_ROW, 0, count, columns.length);
  const findIndex = (id: Id): number => columns.findIndex((column) => column.id === id);
  const area = (first: Id, last: Id = first): CellRange => ({
    ...body,
    left: findIndex(first),
    right: findIndex(last),
  });
  const formulaColumns = columns.filter(({ owner }) => owner === 'formula');
  return {
    name,
    visibility: 'Visible',
    showGridlines: false,
    tabColor: schema.tabColor,
    columnWidths: columns.map(({ width }) => width),
    rowHeights: [
      { row: 0, height: 26 },
      { row: HEADER_ROW, height: getHeaderHeight(columns) },
    ],
    merges: [],
    formats: [
      { area: createRange(0, 0, 1, 1), format: { ...TITLE_LINE_STYLE, fontSize: 14 } },
      { area: createRange(1, 0, 1, 1), format: { ...NOTE_LINE_STYLE } },
      { area: createRange(HEADER_ROW, 0, 1, columns.length), format: { ...HEADER_STYLE } },
      {
        area: body,
        format: { ...BODY_STYLE, borders: { sides: ['InsideHorizontal', 'EdgeBottom'], color: COLORS.line } },
      },
      ...columns.flatMap(({ id, center, wrap, owner }) => [
        ...(center ? [{ area: area(id), format: { horizontal: 'Center' as const } }] : []),
        ...(wrap ? [{ area: area(id), format: { wrap: true } }] : []),
        // Where the officer writes, the sheet says so.
        ...(owner === 'officer' || owner === 'mark'
          ? [
              {
                area: { ...area(id), top: HEADER_ROW, bottom: HEADER_ROW },
                format: { fillColor: COLORS.officer },
              },
            ]
          : []),
      ]),
    ],
    blocks: [
      { row: 0, column: 0, numberFormats: ['@'], cells: [[schema.title], [schema.note]] },
      {
        row: HEADER_ROW,
        column: 0,
        numberFormats: columns.map(() => '@'),
        cells: [columns.map(({ header }) => header)],
      },
      {
        row: FIRST_BODY_ROW,
        column: 0,
        numberFormats: columns.map(({ numberFormat }) => numberFormat),
        cells: (rows.length > 0 ? rows : [{}]).map((row) =>
          columns.map((column) =>
            column.owner === 'formula' ? '' : getCellContent(column, row as RowContents<Id>),
          ),
        ),
      },
    ],
    table: {
      name: schema.table,
      area: { ...body, top: HEADER_ROW },
      style: 'TableStyleLight1',
      banded: false,
    },
    afterTables: [],
    columnFormulas:
      rows.length === 0
        ? []
        : formulaColumns.map(({ id, formula }) => ({ area: area(id), formula: formula ?? '' })),
    fitRows: columns.some(({ wrap }) => wrap) ? [{ first: FIRST_BODY_ROW, last: body.bottom }] : [],
    validations: schema.validations?.(area) ?? [],
    conditionalFormats: schema.conditionalFormats?.(area, FIRST_BODY_ROW + 1) ?? [],
    freezeRows: FIRST_BODY_ROW,
    freezeColumns: schema.freezeColumns,
    page: { ...DEFAULT_PAGE_SETUP, titleRows: { first: HEADER_ROW, last: HEADER_ROW } },
    names: [],
  };
}

/** A row that is to stand in a table. `keep` leaves what the cell holds. */
export type DesiredRow<Id extends string> = { key: string; cells: RowContents<Id> };

function isSameContent(a: CellContent, b: CellValue): boolean {
  return typeof a === 'object' ? false : a === b || String(a) === String(b);
}

type WriteOperation = Operation & { kind: 'write-cells' };

/** What changes in a table, for the preview. */
export type TableChanges = { added: number; changed: number; removed: number };

type TableSync = { operations: Operation[]; changes: TableChanges };

/**
 * Brings a table to the rows wanted: managed cells that differ are written, rows that are new are added below, rows
 * no longer wanted are deleted. Officer's columns, columns that were added, sorting and filters stay. Steps go from the
 * edits to the bottom so that each finds its rows where the snapshot saw them.
 */
export function syncTable<Id extends string>(
  schema: TableSchema<Id>,
  table: TableCells,
  wanted: readonly DesiredRow<Id>[],
): TableSync {
  const headers = getHeaders(table);
  const columns = findColumnPositions(schema, headers);
  const rows = readTableRows(schema, table);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const wantedKeys = new Set(wanted.map(({ key }) => key));
  const changedRows = new Set<string>();
  const writes: WriteOperation[] = [];

  const found = wanted
    .flatMap((want) => {
      const row = byKey.get(want.key);
      return row ? [{ want, row }] : [];
    })
    .sort((a, b) => a.row.index - b.row.index);
  for (const { id, owner } of schema.columns) {
    const column = columns[id];
    if (column === undefined || owner === 'formula' || owner === 'officer') continue;
    for (const { want, row } of found) {
      const content = want.cells[id];
      if (content === undefined || isSameContent(content, row.cells[id])) continue;
      changedRows.add(want.key);
      const at = table.top + 1 + row.index;
      const last = writes.at(-1);
      if (last && last.column === table.left + column && last.row + last.cells.length === at) {
        last.cells.push([content]);
      } else {
        writes.push({
          kind: 'write-cells',
          sheet: table.sheet,
          row: at,
          column: table.left + column,
          cells: [[content]],
        });
      }
    }
  }

  const removedRows = rows.filter(({ key }) => !wantedKeys.has(key)).map(({ index }) => index);
  const added = wanted.filter(({ key }) => !byKey.has(key));
  const bodyRows = table.values.length - 1;
  // The one blank row of a table without contents makes room for the first.
  const blank = rows.length === 0 && bodyRows === 1 && (table.values[1] ?? []).every((cell) => cell === '');
  const columnAt = new Map(
    schema.columns.flatMap((column) => {
      const at = columns[column.id];
      return at === undefined ? [] : [[at, column] as const];
    }),
  );
  const line = ({ cells }: DesiredRow<Id>): CellContent[] =>
    headers.map((_, at) => {
      const column = columnAt.get(at);
      return column ? getCellContent(column, cells) : '';
    });
  const insertion: Operation[] =
    added.length === 0
      ? []
      : [
          {
            kind: 'insert-rows',
            sheet: table.sheet,
            table: table.table,
            index: bodyRows,
            block: {
              row: table.top + 1 + bodyRows,
              column: table.left,
              numberFormats: headers.map((_, at) => columnAt.get(at)?.numberFormat ?? 'General'),
              cells: added.map(line),
            },
          },
        ];
  const keepsOne = bodyRows + added.length - removedRows.length - (blank ? 1 : 0) > 0;
  const deletions = groupConsecutiveRows(
    blank && added.length > 0 ? [0] : keepsOne ? removedRows : removedRows.slice(1),
  );
  const cleared = keepsOne || removedRows.length === 0 ? [] : removedRows.slice(0, 1);
  const width = headers.length;
  const writesAnything = writes.length + insertion.length + cleared.length + deletions.length > 0;
  const fit: Operation[] =
    writesAnything && schema.columns.some(({ wrap }) => wrap)
      ? [
          {
            kind: 'fit-rows',
            sheet: table.sheet,
            first: table.top + 1,
            last: table.top + Math.max(1, bodyRows + added.length - removedRows.length),
          },
        ]
      : [];
  return {
    operations: [
      ...writes,
      ...insertion,
      ...cleared.map((index): Operation => ({
        kind: 'write-cells',
        sheet: table.sheet,
        row: table.top + 1 + index,
        column: table.left,
        cells: [headers.map(() => '')],
      })),
      ...deletions
        .sort((a, b) => b.first - a.first)
        .map(({ first, count }): Operation => ({
          kind: 'delete-rows',
          sheet: table.sheet,
          area: createRange(table.top + 1 + first, table.left, count, width),
        })),
      ...fit,
    ],
    changes: { added: added.length, changed: changedRows.size, removed: removedRows.length },
  };
}

/** Neighbours together. */
function groupConsecutiveRows(indexes: readonly number[]): { first: number; count: number }[] {
  const runs: { first: number; count: number }[] = [];
  for (const index of [...indexes].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last.first + last.count === index) last.count += 1;
    else runs.push({ first: index, count: 1 });
  }
  return runs;
}
