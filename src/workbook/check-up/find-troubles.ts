import { findCellIssues } from './find-cells';
import { findSheetIssues } from './find-sheets';
import { findColumnIssues, findTableIssues } from './find-table';
import type { HealthSnapshot } from './health';
import type { HealthIssue } from './trouble';

/** All that is not as it should be: what keeps the table from being read first, single cells last. */
export function findHealthIssues(health: HealthSnapshot): HealthIssue[] {
  return [
    ...findTableIssues(health),
    ...findColumnIssues(health),
    ...findSheetIssues(health),
    ...findCellIssues(health),
  ];
}
