import { type ReferenceStruct, stringifyA1Ref } from '@borgar/fx';
import { findTable, tableAt } from './every-formula';
import { readStructured } from './formula-refs';
import { mapTokens } from './formula-tokens';
import { columnArea, columnIndexOf, totalsArea, bodyArea, headerArea } from './table-columns';
import type { Area, ErrorValue, SheetModel, TableModel, WorkbookModel } from './types';

/** The cell of the formula with the reference. */
export type CellPlace = { sheet: SheetModel; row: number; column: number };
export type SheetArea = { sheet: SheetModel; area: Area };

const asError = (error: ErrorValue['error']): ErrorValue => ({ error });

/** Rows of the table that the item specifiers name; neighbours join ("#Headers","#Data"). */
function rowsOf(table: TableModel, sections: readonly string[], place: CellPlace | null): Area | ErrorValue {
  if (sections.length === 0) return bodyArea(table);
  const parts: Area[] = [];
  for (const section of sections) {
    const body = bodyArea(table);
    const part: Area | null =
      section === 'all'
        ? table.area
        : section === 'headers'
          ? headerArea(table)
          : section === 'totals'
            ? totalsArea(table)
            : section === 'this row'
              ? place && place.row >= body.top && place.row <= body.bottom
                ? { ...body, top: place.row, bottom: place.row }
                : null
              : body;
    if (!part) return asError(section === 'this row' ? '#VALUE!' : '#REF!');
    parts.push(part);
  }
  return {
    ...table.area,
    top: Math.min(...parts.map((part) => part.top)),
    bottom: Math.max(...parts.map((part) => part.bottom)),
  };
}

/**
 * The cells a structured reference means. An unknown table or column, a header or totals row that is not
 * there give #REF!; "this row" outside the table's rows #VALUE!.
 */
export function resolveStructured(
  workbook: WorkbookModel,
  reference: ReferenceStruct,
  place: CellPlace | null,
): SheetArea | ErrorValue {
  const home = place && tableAt(place.sheet, place.row, place.column);
  const found = reference.table
    ? findTable(workbook, reference.table)
    : place && home && { sheet: place.sheet, table: home };
  if (!found) return asError('#REF!');
  const { sheet, table } = found;
  const rows = rowsOf(table, reference.sections ?? [], place && place.sheet === sheet ? place : null);
  if ('error' in rows) return rows;
  const columns = reference.columns ?? [];
  if (columns.length === 0) return { sheet, area: rows };
  const indexes = columns.map((column) => columnIndexOf(table, column));
  if (indexes.includes(-1)) return asError('#REF!');
  const first = columnArea(rows, Math.min(...indexes));
  const last = columnArea(rows, Math.max(...indexes));
  return { sheet, area: { ...rows, left: first.left, right: last.right } };
}

function absolute({ sheet, area }: SheetArea, home: SheetModel | null): string {
  return stringifyA1Ref({
    context: sheet === home ? [] : [sheet.name],
    range: { ...area, $top: true, $left: true, $bottom: true, $right: true },
  });
}

/**
 * A formula with structured references written as absolute A1 references, as when a table is converted to a
 * range.
 * @param only leaves references to other tables as they are.
 */
export function structuredToA1(
  workbook: WorkbookModel,
  formula: string,
  home: SheetModel | null,
  place: CellPlace | null,
  only?: TableModel,
): string {
  return mapTokens(formula, (token) => {
    const isBareName = token.type === 'range_named';
    if (!isBareName && token.type !== 'structured') return null;
    const reference: ReferenceStruct | null = isBareName
      ? findTable(workbook, token.value)?.table.name === undefined
        ? null
        : { table: token.value }
      : readStructured(token.value);
    if (!reference) return null;
    if (only) {
      const table = reference.table
        ? findTable(workbook, reference.table)?.table
        : place && tableAt(place.sheet, place.row, place.column);
      if (table !== only) return null;
    }
    const resolved = resolveStructured(workbook, reference, place);
    return 'error' in resolved ? resolved.error : absolute(resolved, home);
  });
}
