import { type ReferenceStruct, stringifyA1Ref } from '@borgar/fx';
import { getMaximum, getMinimum } from './collections';
import { parseStructuredReference } from './formula-references';
import { mapTokens } from './formula-tokens';
import { findTable, findTableAt } from './rewrite-formulas';
import {
  findTableColumnIndex,
  getTableBodyRange,
  getTableColumnRange,
  getTableHeaderRange,
  getTableTotalsRange,
} from './tables/table-columns';
import type { CellRange, ErrorValue, SheetModel, TableModel, WorkbookModel } from './types';

/** The cell of the formula that contains the reference. */
export type CellLocation = { sheet: SheetModel; row: number; column: number };
type SheetRange = { sheet: SheetModel; area: CellRange };

const toErrorValue = (error: ErrorValue['error']): ErrorValue => ({ error });

/** Returns the rows of the table that the item specifiers name; adjacent ones join ("#Headers","#Data"). */
function resolveRows(
  table: TableModel,
  sections: readonly string[],
  place: CellLocation | null,
): CellRange | ErrorValue {
  if (sections.length === 0) return getTableBodyRange(table);
  const parts: CellRange[] = [];
  for (const section of sections) {
    const body = getTableBodyRange(table);
    const part: CellRange | null =
      section === 'all'
        ? table.area
        : section === 'headers'
          ? getTableHeaderRange(table)
          : section === 'totals'
            ? getTableTotalsRange(table)
            : section === 'this row'
              ? place && place.row >= body.top && place.row <= body.bottom
                ? { ...body, top: place.row, bottom: place.row }
                : null
              : body;
    if (!part) return toErrorValue(section === 'this row' ? '#VALUE!' : '#REF!');
    parts.push(part);
  }
  return {
    ...table.area,
    top: getMinimum(
      parts.map((part) => part.top),
      Infinity,
    ),
    bottom: getMaximum(
      parts.map((part) => part.bottom),
      -Infinity,
    ),
  };
}

/**
 * Resolves a structured reference. An unknown table or column, or a header or totals row that is not shown,
 * gives #REF!; "this row" outside the table's rows gives #VALUE!.
 * @returns the range, or the error that the reference gives.
 */
export function resolveStructuredReference(
  workbook: WorkbookModel,
  reference: ReferenceStruct,
  place: CellLocation | null,
): SheetRange | ErrorValue {
  const home = place && findTableAt(place.sheet, place.row, place.column);
  const found = reference.table
    ? findTable(workbook, reference.table)
    : place && home && { sheet: place.sheet, table: home };
  if (!found) return toErrorValue('#REF!');
  const { sheet, table } = found;
  const rows = resolveRows(table, reference.sections ?? [], place && place.sheet === sheet ? place : null);
  if ('error' in rows) return rows;
  const columns = reference.columns ?? [];
  if (columns.length === 0) return { sheet, area: rows };
  const indexes = columns.map((column) => findTableColumnIndex(table, column));
  if (indexes.includes(-1)) return toErrorValue('#REF!');
  const first = getTableColumnRange(rows, getMinimum(indexes, Infinity));
  const last = getTableColumnRange(rows, getMaximum(indexes, -Infinity));
  return { sheet, area: { ...rows, left: first.left, right: last.right } };
}

function formatAbsoluteRange({ sheet, area }: SheetRange, home: SheetModel | null): string {
  return stringifyA1Ref({
    context: sheet === home ? [] : [sheet.name],
    range: { ...area, $top: true, $left: true, $bottom: true, $right: true },
  });
}

/**
 * Rewrites structured references as absolute A1 references, as when a table is converted to a range.
 * @param only leaves references to other tables as they are.
 */
export function replaceStructuredReferences(
  workbook: WorkbookModel,
  formula: string,
  home: SheetModel | null,
  place: CellLocation | null,
  only?: TableModel,
): string {
  return mapTokens(formula, (token) => {
    const isBareName = token.type === 'range_named';
    if (!isBareName && token.type !== 'structured') return null;
    const reference: ReferenceStruct | null = isBareName
      ? findTable(workbook, token.value)?.table.name === undefined
        ? null
        : { table: token.value }
      : parseStructuredReference(token.value);
    if (!reference) return null;
    if (only) {
      const table = reference.table
        ? findTable(workbook, reference.table)?.table
        : place && findTableAt(place.sheet, place.row, place.column);
      if (table !== only) return null;
    }
    const resolved = resolveStructuredReference(workbook, reference, place);
    return 'error' in resolved ? resolved.error : formatAbsoluteRange(resolved, home);
  });
}
