import { formatAddress } from '@phuluc/ooxml/a1';
import { findSheetOfName, hasDefinedName } from '../../sheets/sheet-names';
import { METADATA_SHEET, SCHEMA_VERSION } from '../metadata-sheet';
import { SUMMARY_NAMES } from '../summary/summary-names';
import { LIST_NAMES } from '../tasks/list-names';
import type { HealthIssue } from './health-issue';
import type { HealthSnapshot } from './health-snapshot';

const ERROR_VALUE = /^#[A-Z/0!?]+$/;

/**
 * Finds the first cell of the summary that shows an error.
 * @returns null if there is no error
 */
function findBrokenTotal({ snapshot, used }: HealthSnapshot): string | null {
  const cells = used.find(({ sheet }) => sheet === snapshot.summary?.sheet);
  for (const [down, row] of (cells?.values ?? []).entries()) {
    const across = row.findIndex((value) => typeof value === 'string' && ERROR_VALUE.test(value));
    if (cells && across >= 0) return formatAddress(cells.top + down, cells.left + across);
  }
  return null;
}

function findSummaryIssues(health: HealthSnapshot): HealthIssue[] {
  const { snapshot } = health;
  if (!snapshot.tasks) return [];
  const { whole: total, byArea, byLeadUnit } = SUMMARY_NAMES;
  // The tables of progress are there only where progress is followed.
  const names = Object.values(SUMMARY_NAMES).filter(
    (name) => [total, byArea, byLeadUnit].some((always) => always === name) || hasDefinedName(snapshot, name),
  );
  if (!snapshot.summary) {
    return [{ code: 'summary-gone', place: {}, details: {}, fix: { kind: 'make-summary' } }];
  }
  const place = { sheet: snapshot.summary.sheet };
  const cell = findBrokenTotal(health);
  const isNameRemoved = names.some((name) => findSheetOfName(snapshot, name) === null);
  return cell !== null || isNameRemoved
    ? [
        {
          code: 'summary-broken',
          place: cell === null ? place : { ...place, cell },
          details: {},
          fix: { kind: 'make-summary' },
        },
      ]
    : [];
}

/** Finds issues of the sheets around the table, and what keeps the add-in from writing. */
export function findSheetIssues(health: HealthSnapshot): HealthIssue[] {
  const { snapshot } = health;
  const { tasks, summary, metadataSheet } = snapshot;
  const lists = findSheetOfName(snapshot, LIST_NAMES.applicability);
  const managed = new Set([tasks?.sheet, summary?.sheet, lists, METADATA_SHEET]);
  return [
    ...(metadataSheet.schema > SCHEMA_VERSION
      ? [
          {
            code: 'schema-newer',
            place: { sheet: METADATA_SHEET },
            details: {},
            fix: null,
          } satisfies HealthIssue,
        ]
      : []),
    ...findSummaryIssues(health),
    ...(tasks && lists === null
      ? [{ code: 'lists-gone', place: {}, details: {}, fix: { kind: 'make-lists' } } satisfies HealthIssue]
      : []),
    ...snapshot.sheets
      .filter(({ name, isProtected }) => isProtected && managed.has(name))
      .map(({ name }): HealthIssue => ({
        code: 'sheet-protected',
        place: { sheet: name },
        details: {},
        fix: null,
      })),
    ...snapshot.sheets
      .filter(({ name, visible }) => !visible && name === tasks?.sheet)
      .map(({ name }): HealthIssue => ({
        code: 'annex-hidden',
        place: { sheet: name },
        details: { counted: name },
        fix: null,
      })),
  ];
}
