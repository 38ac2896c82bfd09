import type { Problem } from '../../shared/problem';
import { err, ok, problem, type Result, warning } from '../../shared/result';
import type { Operation } from '../../sheets/operation';
import type { SheetState } from '../../sheets/sheet-state';
import { trySend } from './try-send';

/** How many cells of a filtered sheet are written one by one; for more, its filters are lifted. */
const MAX_SINGLE_CELLS = 500;

type ColumnCriteria = { column: number; criteria: Excel.FilterCriteria };

/** Filters of a sheet that are lifted while it is written, with what sets them again. */
type LiftedSheet = { sheet: string; filters: { filter: Excel.AutoFilter; columns: ColumnCriteria[] }[] };
type LiftedFilters = readonly LiftedSheet[];

/** How operations reach filtered sheets. */
type FilteredWriting = {
  /** Sheets whose cells are written one by one. */
  singly: ReadonlySet<string>;
  /** Sheets whose filters have to be lifted first. */
  lifted: readonly string[];
};

/**
 * Counts the cells that an operation writes one by one; Infinity if it moves rows or changes ranges.
 *
 * @returns null if it touches no rows of a sheet that stands
 */
function countSingleCells(operation: Operation): { sheet: string; cells: number } | null {
  switch (operation.kind) {
    case 'write-cells':
      return {
        sheet: operation.sheet,
        cells: operation.cells.reduce((sum, line) => sum + line.length, 0),
      };
    case 'rewrite-sheet':
      return { sheet: operation.sheet.name, cells: Infinity };
    case 'add-sheets':
    case 'remove-sheets':
    case 'remove-names':
    case 'place-sheet':
    case 'rename-table':
      return null;
    default:
      return { sheet: operation.sheet, cells: Infinity };
  }
}

/**
 * Chooses how operations reach filtered sheets. Excel does not store an array row by row over rows that a filter hides
 * (OfficeDev/office-js 224) and refuses to delete rows there: a few cells are written one by one, so that the rows in
 * view stay; for all else the filters are lifted.
 */
export function planFilteredWriting(
  operations: readonly Operation[],
  sheets: readonly SheetState[],
): FilteredWriting {
  const filtered = new Set(sheets.flatMap(({ name, isFiltered }) => (isFiltered ? [name] : [])));
  const counts = new Map<string, number>();
  for (const operation of operations) {
    const count = countSingleCells(operation);
    if (count && filtered.has(count.sheet))
      counts.set(count.sheet, (counts.get(count.sheet) ?? 0) + count.cells);
  }
  const lifted = [...counts].flatMap(([sheet, cells]) => (cells > MAX_SINGLE_CELLS ? [sheet] : []));
  return { singly: new Set([...counts.keys()].filter((sheet) => !lifted.includes(sheet))), lifted };
}

/** What a filter on colors or icons needs; Excel does not tell it for cells without one. */
const NEEDED_FIELDS = new Map<string, keyof Excel.FilterCriteria>([
  ['CellColor', 'color'],
  ['FontColor', 'color'],
  ['Icon', 'icon'],
]);

/** Fields that Excel gives for columns without a filter too. */
const ACCOMPANYING_FIELDS = new Set(['filterOn', 'operator', 'subField']);

/**
 * Copies criteria without the fields that are null: Excel gives these, and refuses criteria that have them
 * (OfficeDev/office-js 1226).
 *
 * @returns null for a column without a filter, 'unknown' for a filter that cannot be set again
 */
function copyCriteria(given: Excel.FilterCriteria | null): Excel.FilterCriteria | 'unknown' | null {
  const known = Object.entries(given ?? {}).filter(
    ([, field]) => field !== null && field !== undefined && field !== 'Unknown',
  );
  const isGiven = (name: string | undefined): boolean => known.some(([field]) => field === name);
  const needed = given ? NEEDED_FIELDS.get(given.filterOn) : undefined;
  if (needed !== undefined && !isGiven(needed)) return 'unknown';
  return isGiven('filterOn') && known.some(([field]) => !ACCOMPANYING_FIELDS.has(field))
    ? (Object.fromEntries(known) as unknown as Excel.FilterCriteria)
    : null;
}

/**
 * Copies what filters the columns.
 *
 * @returns null if a filter cannot be set again
 */
function copyColumnCriteria(criteria: readonly (Excel.FilterCriteria | null)[]): ColumnCriteria[] | null {
  const columns: ColumnCriteria[] = [];
  for (const [column, given] of criteria.entries()) {
    const copy = copyCriteria(given);
    if (copy === 'unknown') return null;
    if (copy) columns.push({ column, criteria: copy });
  }
  return columns.length > 0 ? columns : null;
}

/**
 * Reads the filters of sheets and queues their lifting. Takes one sync if there are any, otherwise none. Fails with
 * `filter-not-readable` before anything is queued if one could not be set again.
 */
export async function liftFilters(
  context: Excel.RequestContext,
  sheets: readonly string[],
): Promise<Result<LiftedFilters>> {
  if (sheets.length === 0) return ok([]);
  const queued = sheets.map((name) => {
    const { autoFilter, tables } = context.workbook.worksheets.getItem(name);
    autoFilter.load('isDataFiltered,criteria');
    tables.load('items/name,items/autoFilter/isDataFiltered,items/autoFilter/criteria');
    return { name, autoFilter, tables };
  });
  await context.sync();
  const problems: Problem[] = [];
  const lifted = queued.map(({ name, autoFilter, tables }): LiftedSheet => {
    const filters = [autoFilter, ...tables.items.map((table) => table.autoFilter)]
      .filter(({ isDataFiltered }) => isDataFiltered)
      .map((filter) => ({ filter, columns: copyColumnCriteria(filter.criteria) }));
    if (filters.some(({ columns }) => columns === null))
      problems.push(problem('filter-not-readable', { sheet: name }));
    return {
      sheet: name,
      filters: filters.map(({ filter, columns }) => ({ filter, columns: columns ?? [] })),
    };
  });
  if (problems.length > 0) return err(problems);
  // Not Table.clearFilters: it fails while another workbook is in front.
  for (const { filters } of lifted) for (const { filter } of filters) filter.clearCriteria();
  return ok(lifted);
}

/**
 * Sets lifted filters again, each sheet in a request of its own so that one does not cost another.
 *
 * @returns a warning for each sheet: set again, or not
 * @throws every error that does not come from office.js
 */
export async function restoreFilters(
  context: Excel.RequestContext,
  lifted: LiftedFilters,
): Promise<Problem[]> {
  const warnings: Problem[] = [];
  for (const { sheet, filters } of lifted) {
    const rejected = await trySend(context, () => {
      for (const { filter, columns } of filters) {
        for (const { column, criteria } of columns) filter.apply(filter.getRange(), column, criteria);
        filter.load('isDataFiltered');
      }
    });
    const isSet = !rejected && filters.every(({ filter }) => filter.isDataFiltered);
    warnings.push(
      isSet ? warning('filter-set-again', { sheet }) : warning('filter-lost', { sheet }, rejected?.details),
    );
  }
  return warnings;
}
