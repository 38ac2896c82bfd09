import type { ColumnRole } from '../../annex/header-vocabulary';
import { type NumberLabel, parseLeadingLabel, parseNumberLabel, parseTaskCode } from '../../annex/numbering';
import { TASK_CELL_FIELDS, type TaskCellField } from '../../annex/task-cells';
import { lookUp } from '../../shared/look-up';
import type { ProblemLocation } from '../../shared/problem';
import { joinLines, joinText, toMatchKey } from '../../shared/text';
import { getRowLocation, type Grid, type GridCell } from './build-grid';
import type { TableHeader } from './find-header';
import type { HeaderColumn } from './read-header-columns';
import { splitUnits } from './split-units';

/** One row of a table under its header. */
export type RowView = {
  grid: Grid;
  header: TableHeader;
  row: number;
  place: ProblemLocation;
  /** Cells that begin in this row. */
  cells: readonly GridCell[];
  /** The text of the TT column, or of the number a title begins with. */
  tt: string;
  label: NumberLabel | null;
  /** Text of each column; `mergedFromAbove` names those that a merge fills from above. */
  texts: Record<TaskCellField, string>;
  places: Partial<Record<TaskCellField, ProblemLocation>>;
  /** Columns whose text begins in a row above and covers this one. */
  mergedFromAbove: ReadonlySet<ColumnRole>;
  /** Text of the column that names the area on every row. */
  section: string;
  /** A heading: text merged across most of the table, or alone beside the number. */
  heading: string | null;
  /** The heading is merged across the columns of a task, not merely alone in its row. */
  spansColumns: boolean;
  startsPage: boolean;
  continues: boolean;
  /** A cell names several units, and not which of them is in charge. */
  unitsUncertain: boolean;
};

const CHECK_MARK = /^[xX✓✔√+*vV]$/u;

function findColumn(header: TableHeader, cell: GridCell): HeaderColumn | undefined {
  return header.columns.find(({ from, to }) => cell.column >= from && cell.column <= to);
}

/**
 * Returns the distinct cells under a column, left to right; one merged across from another column belongs to
 * that one.
 */
function getCellsUnder(grid: Grid, row: number, column: HeaderColumn): GridCell[] {
  const found: GridCell[] = [];
  for (let x = column.from; x <= column.to; x++) {
    const cell = grid.at(row, x);
    if (cell && cell.column >= column.from && !found.includes(cell)) found.push(cell);
  }
  return found;
}

/** What stands before the month in "Quý I T1", "Học kỳ I Tháng 9": the month alone says when. */
const PERIOD_BEFORE_MONTH = /^(?:quý|học kỳ|hk|năm)\s*\S+\s+(?=(?:t|tháng)\s?\d{1,2}$)/iu;

function getLastHeader({ tiers }: HeaderColumn): string | undefined {
  return tiers.at(-1)?.replace(PERIOD_BEFORE_MONTH, '');
}

/** Returns the text of a cell with its lines; for a mere mark ("x" under "Quý II") that of its header. */
function getColumnText(cells: GridCell[], column: HeaderColumn, several: boolean): string {
  return cells
    .map(({ text, lines }) => (several && CHECK_MARK.test(text) ? (getLastHeader(column) ?? text) : lines))
    .reduce(joinLines, '');
}

/** Headers of columns that hold only the number of a month, week or quarter. */
const CALENDAR_UNITS: Readonly<Record<string, string>> = {
  thang: 'Tháng',
  tuan: 'Tuần',
  quy: 'Quý',
  nam: 'Năm',
};

/** Headers of columns that hold only the name of a class, kept among the notes. */
const CLASS_WORDS: Readonly<Record<string, string>> = { lop: 'Lớp', khoi: 'Khối', 'khoi lop': 'Khối' };

/** Returns "Tháng 9" for a bare "9" under the header "Tháng", "Lớp 9A" for "9A" under "Lớp". */
function nameBareValue(field: TaskCellField, column: HeaderColumn, text: string): string {
  const key = toMatchKey(column.tiers.at(-1) ?? '');
  const className = field === 'note' ? lookUp(CLASS_WORDS, key) : undefined;
  if (className !== undefined && /^\d{1,2}(?:\s?[\p{L}/.]\s?\d{0,2})?$/u.test(text))
    return `${className} ${text}`;
  const unit = lookUp(CALENDAR_UNITS, key);
  return field === 'timing' && unit !== undefined && /^(?:\d{1,4}|[IVX]{1,4})$/u.test(text)
    ? `${unit} ${text}`
    : text;
}

/** Fills in the month, week or day that is printed only beside the first of its rows, left of the contents. */
function fillTimeFromAbove(
  grid: Grid,
  header: TableHeader,
  row: number,
  columns: readonly HeaderColumn[],
  texts: string[],
): void {
  const content = header.columns.find(({ role }) => role === 'content');
  const hasContent = content !== undefined && getCellsUnder(grid, row, content).length > 0;
  for (const [i, column] of columns.entries()) {
    if (texts[i] !== '' || !hasContent || !groupsRows(header, column, content)) return;
    for (let above = row - 1; above > header.last && texts[i] === ''; above--) {
      const cells = getCellsUnder(grid, above, column);
      if (cells.length > 0) texts[i] = nameBareValue('timing', column, getColumnText(cells, column, true));
    }
  }
}

/** Headers of the first column of a schedule, whose rows belong to the time printed above them. */
const GROUPING_TIMES = /^(?:thang|tuan|quy|ngay|thu ngay|ngay thang|thang nam)$/;

function groupsRows(header: TableHeader, column: HeaderColumn, content: HeaderColumn | undefined): boolean {
  return (
    content !== undefined &&
    column.from < content.from &&
    !header.columns.some(({ role }) => role === 'tt') &&
    GROUPING_TIMES.test(toMatchKey(column.tiers.at(-1) ?? ''))
  );
}

const COLUMN_SEPARATORS: Partial<Record<TaskCellField, string>> = { note: '; ', product: '; ', timing: ', ' };

function joinColumnTexts(field: TaskCellField, columns: HeaderColumn[], columnTexts: string[]): string {
  const bounds = columns.map(({ tiers }) => toMatchKey(tiers.join(' ')));
  const isPeriod =
    columns.length === 2 &&
    /bat dau|tu ngay/.test(bounds[0] ?? '') &&
    /ket thuc|den ngay|hoan thanh/.test(bounds[1] ?? '');
  return columnTexts.filter((word) => word !== '').join(isPeriod ? ' - ' : (COLUMN_SEPARATORS[field] ?? ' '));
}

/** Reads one row under a header. */
export function readRowView(grid: Grid, header: TableHeader, row: number): RowView {
  const cells = grid.getCells(row);
  const texts = Object.fromEntries(TASK_CELL_FIELDS.map((field) => [field, ''])) as Record<
    TaskCellField,
    string
  >;
  const places: Partial<Record<TaskCellField, ProblemLocation>> = {};
  const mergedFromAbove = new Set<ColumnRole>();
  const under = (role: ColumnRole): { columns: HeaderColumn[]; cells: GridCell[][] } => {
    const columns = header.columns.filter((column) => column.role === role);
    const found = columns.map((column) => getCellsUnder(grid, row, column));
    const all = found.flat();
    if (all.length > 0 && all.every((cell) => cell.row < row)) mergedFromAbove.add(role);
    return { columns, cells: found };
  };
  const heading = findHeadingCell(cells, header);
  for (const field of TASK_CELL_FIELDS) {
    const { columns, cells: found } = under(field);
    const columnTexts = found.map((ones, i) =>
      nameBareValue(
        field,
        columns[i] as HeaderColumn,
        getColumnText(ones, columns[i] as HeaderColumn, columns.length > 1),
      ),
    );
    if (field === 'timing') fillTimeFromAbove(grid, header, row, columns, columnTexts);
    texts[field] = joinColumnTexts(field, columns, columnTexts);
    const place = found.flat()[0]?.place;
    if (place) places[field] = place;
  }
  readRoleMarks(cells, header, texts, places);
  const unitsUncertain = splitUnitCells(texts, places, header, (role) => under(role).cells.flat());
  if (mergedFromAbove.has('leadUnit') && !hasCoordinatingColumn(header))
    mergedFromAbove.add('coordinatingUnit');
  const ttCells = under('tt')
    .cells.flat()
    .filter((cell) => cell !== heading?.cell);
  const printed = ttCells.map(({ text }) => text).reduce(joinText, '');
  const fromTitle = printed === '' && heading ? parseHeadingLabel(heading.cell.text, header) : null;
  const view: RowView = {
    grid,
    header,
    row,
    place: getRowLocation(grid, row),
    cells,
    tt: fromTitle?.label.text ?? printed,
    label: fromTitle?.label ?? parseNumberLabel(printed) ?? parseTaskCode(printed),
    texts,
    places,
    mergedFromAbove: mergedFromAbove,
    section: under('section')
      .cells.flat()
      .map(({ text }) => text)
      .reduce(joinText, ''),
    heading: heading ? (fromTitle?.rest ?? heading.cell.text) : null,
    spansColumns: heading?.across ?? false,
    startsPage: grid.rows[row]?.startsPage ?? false,
    continues: grid.rows[row]?.continues ?? false,
    unitsUncertain,
  };

  if (!heading && !header.columns.some(({ role }) => role === 'tt')) {
    const [first = '', ...rest] = texts.content.split('\n');
    const leading = parseLeadingLabel(first);
    if (leading)
      return {
        ...view,
        tt: leading.label.text,
        label: leading.label,
        texts: { ...texts, content: [leading.rest, ...rest].join('\n') },
      };
  }
  return view;
}
/** In a table with a column a unit: "CT" where it is in charge, "PH" where it takes part. */
const ROLE_MARK = /^(?:(CT|chủ trì)|PH|phối hợp)$/iu;

/** Names the units whose columns are marked with a role: the marks themselves are no units. */
function readRoleMarks(
  cells: readonly GridCell[],
  header: TableHeader,
  texts: Record<TaskCellField, string>,
  places: Partial<Record<TaskCellField, ProblemLocation>>,
): void {
  const marked = cells.flatMap((cell) => {
    const mark = ROLE_MARK.exec(cell.text);
    const column = findColumn(header, cell);
    const unit = column?.tiers.at(-1);
    const role = column?.role ?? null;
    const isUnit = role === null || role === 'leadUnit' || role === 'coordinatingUnit';
    return mark && unit && isUnit ? [{ cell, unit, leads: mark[1] !== undefined }] : [];
  });
  if (marked.length === 0) return;
  for (const [field, leads] of [
    ['leadUnit', true],
    ['coordinatingUnit', false],
  ] as const) {
    const found = marked.filter((one) => one.leads === leads);
    texts[field] = found.map(({ unit }) => unit).join('; ');
    const place = found[0]?.cell.place;
    if (place) places[field] = place;
  }
}

const hasCoordinatingColumn = (header: TableHeader): boolean =>
  header.columns.some(({ role }) => role === 'coordinatingUnit');

/** Splits a cell that names both kinds of units where the other has no cell; returns true if it is uncertain how. */
function splitUnitCells(
  texts: Record<TaskCellField, string>,
  places: Partial<Record<TaskCellField, ProblemLocation>>,
  header: TableHeader,
  getCells: (role: ColumnRole) => GridCell[],
): boolean {
  const field = texts.leadUnit !== '' ? 'leadUnit' : 'coordinatingUnit';
  const other = field === 'leadUnit' ? 'coordinatingUnit' : 'leadUnit';
  if (texts[other] !== '') return false;
  const combined = header.columns.some((column) => column.role === field && column.combined);
  const units = splitUnits(
    getCells(field)
      .map(({ printed }) => printed)
      .join('\n'),
    combined,
  );
  if (!units) return false;
  texts.leadUnit = units.leadUnit;
  texts.coordinatingUnit = units.coordinatingUnit;
  const place = places[field];
  if (place) places[other] = place;
  return units.uncertain;
}

/** Parses the number at the start of a title; an Arabic one only if the table has no column for it. */
function parseHeadingLabel(text: string, header: TableHeader): ReturnType<typeof parseLeadingLabel> {
  const found = parseLeadingLabel(text);
  if (!found) return null;
  const numbered = header.columns.some(({ role }) => role === 'tt');
  const arabic = found.label.readings.every(({ kind }) => kind === 'arabic' || kind === 'small');
  return numbered && arabic && found.label.prefix.length === 0 ? null : found;
}

/** Finds the only cell of a row, apart from the number, if it can be a heading. */
function findHeadingCell(
  cells: readonly GridCell[],
  header: TableHeader,
): { cell: GridCell; across: boolean } | null {
  const getRole = (cell: GridCell): ColumnRole | null => findColumn(header, cell)?.role ?? null;
  const known = header.columns.filter(({ role }) => role !== null);
  const countCoveredColumns = (cell: GridCell): number =>
    known.filter(({ from, to }) => from < cell.column + cell.columnSpan && to >= cell.column).length;
  const others = cells.filter(
    (cell) => getRole(cell) !== 'tt' || countCoveredColumns(cell) > 1 || !isLabelCell(cell),
  );
  const cell = others[0];
  if (!cell || others.length > 1) return null;
  const across = countCoveredColumns(cell) >= Math.max(2, known.length / 2);
  const role = getRole(cell);
  return across || role === 'content' || role === 'tt' ? { cell, across } : null;
}

const isLabelCell = (cell: GridCell): boolean => parseNumberLabel(cell.text) !== null;
