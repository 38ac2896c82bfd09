import { findCellTroubles } from './find-cells';
import { findSheetTroubles } from './find-sheets';
import { findColumnTroubles, findTableTroubles } from './find-table';
import type { Health } from './health';
import type { Trouble } from './trouble';

/** All that is not as it should be: what keeps the table from being read first, single cells last. */
export function findTroubles(health: Health): Trouble[] {
  return [
    ...findTableTroubles(health),
    ...findColumnTroubles(health),
    ...findSheetTroubles(health),
    ...findCellTroubles(health),
  ];
}
