import type { CellRange } from '@phuluc/excel-simulator/model/types';
import type { Cursor } from '../editor/create-editor';
import type { GridLayout } from './grid-layout';

type Direction = { rows: -1 | 0 | 1; columns: -1 | 0 | 1 };

const ARROWS: Record<string, Direction> = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
};

type Movement = { to: Cursor; extend: boolean };

function stepFrom(layout: GridLayout, { row, column }: Cursor, { rows, columns }: Direction): Cursor {
  // Out of a merged area the step starts at its far side.
  const merge = layout.mergeAt(row, column);
  const from = {
    row: merge && rows > 0 ? merge.bottom : row,
    column: merge && columns > 0 ? merge.right : column,
  };
  const next = {
    row: rows ? layout.rows.step(from.row, rows) : row,
    column: columns ? layout.columns.step(from.column, columns) : column,
  };
  const target = layout.mergeAt(next.row, next.column);
  return target ? { row: target.top, column: target.left } : next;
}

/** Ctrl+arrow: to the edge of what is filled, or to the next filled cell, or to the end. */
function jumpFrom(
  layout: GridLayout,
  isBlank: (row: number, column: number) => boolean,
  from: Cursor,
  direction: Direction,
): Cursor {
  let place = stepFrom(layout, from, direction);
  const blankNow = isBlank(from.row, from.column);
  const wantEdge = !blankNow && !isBlank(place.row, place.column);
  for (;;) {
    const next = stepFrom(layout, place, direction);
    if (next.row === place.row && next.column === place.column) return place;
    if (wantEdge ? isBlank(next.row, next.column) : !isBlank(place.row, place.column)) return place;
    place = next;
  }
}

/**
 * Finds where a key moves the cell cursor. `corner` is the end of the selection that moves while Shift is held.
 * @returns null if the key moves nothing
 */
export function getMovement(
  event: { key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean },
  layout: GridLayout,
  isBlank: (row: number, column: number) => boolean,
  corner: Cursor,
  page: number,
  used: CellRange | null,
): Movement | null {
  const control = event.ctrlKey || event.metaKey;
  const extend = event.shiftKey && event.key !== 'Tab' && event.key !== 'Enter';
  const arrow = ARROWS[event.key];
  if (arrow)
    return {
      to: control ? jumpFrom(layout, isBlank, corner, arrow) : stepFrom(layout, corner, arrow),
      extend,
    };
  switch (event.key) {
    case 'Home':
      return {
        to: control
          ? { row: layout.frozenRows, column: layout.frozenColumns }
          : { row: corner.row, column: 0 },
        extend,
      };
    case 'End':
      return control ? { to: { row: used?.bottom ?? 0, column: used?.right ?? 0 }, extend } : null;
    case 'PageDown':
      return control
        ? null
        : { to: { row: Math.min(layout.rows.count - 1, corner.row + page), column: corner.column }, extend };
    case 'PageUp':
      return control ? null : { to: { row: Math.max(0, corner.row - page), column: corner.column }, extend };
    case 'Tab':
      return { to: stepFrom(layout, corner, { rows: 0, columns: event.shiftKey ? -1 : 1 }), extend };
    case 'Enter':
      return { to: stepFrom(layout, corner, { rows: event.shiftKey ? -1 : 1, columns: 0 }), extend };
    default:
      return null;
  }
}
