import type { IsoDate } from '../../shared/dates';
import { findCellIssues } from './find-cell-issues';
import { findDocumentIssues } from './find-document-issues';
import { findSheetIssues } from './find-sheet-issues';
import { findColumnIssues, findTableIssues } from './find-table-issues';
import type { HealthIssue } from './health-issue';
import type { HealthSnapshot } from './health-snapshot';

/** Finds all issues; those that keep the table from being read come first, single cells last. */
export function findHealthIssues(health: HealthSnapshot, today?: IsoDate): HealthIssue[] {
  return [
    ...findTableIssues(health),
    ...findColumnIssues(health),
    ...findSheetIssues(health),
    ...findDocumentIssues(health),
    ...findCellIssues(health, today),
  ];
}
