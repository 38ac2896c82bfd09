import { type Locale, t } from '../../i18n/locale';
import { formatDate, parseIsoDate } from '../../shared/dates';
import { TOTALS_LABELS } from '../../sheets/labels/consolidation-labels';
import { createUsageFailure } from '../create-usage-failure';
import { formatTextTable } from '../format-text-table';
import type { QueryRow } from '../ledger/ledger-database';
import { QUERY_LABELS } from '../ledger/ledger-labels';
import { openLedgerParts } from '../ledger/open-ledger-parts';
import { composeQuery, type QueryName } from '../ledger/queries';
import {
  formatTotalsSection,
  type LedgerCounts,
  type LedgerTotals,
  queryLedgerTotals,
} from '../ledger/query-ledger-totals';
import type { SubcommandInput, SubcommandResult } from '../subcommand';
import type { TOTALS_SPEC } from './specs';

const SHOWN_COUNTS = [
  'required',
  'performed',
  'notPerformed',
  'undecided',
  'done',
  'overdue',
  'needsReview',
] as const satisfies (keyof LedgerCounts)[];

/** Lines of a part that a terminal shows; the rest by --query. */
const MAX_LINES = 40;

function formatTotals(totals: LedgerTotals, locale: Locale): string[] {
  const header = SHOWN_COUNTS.map((id) => t(locale, `totals.${id}`));
  const part = (query: QueryName, lines: readonly (readonly [string, LedgerCounts])[]): string[] => {
    const more = lines.length - MAX_LINES;
    return [
      '',
      ...formatTextTable([
        [QUERY_LABELS[query], ...header],
        ...lines
          .slice(0, MAX_LINES)
          .map(([name, counts]) => [name, ...SHOWN_COUNTS.map((id) => String(counts[id]))]),
      ]),
      ...(more > 0 ? [t(locale, 'totals.more', { count: more, query })] : []),
    ];
  };
  const { units } = totals;
  const isMany = totals.byDocument.length > 1;
  return [
    t(locale, 'totals.asOf', { day: formatDate(totals.asOf), rows: totals.rows }),
    t(locale, 'consolidate.units', {
      ...units,
      missing: units.missing.length,
      codes: units.missing
        .slice(0, MAX_LINES)
        .map(({ code }) => code)
        .join(', '),
    }),
    ...part('overall', [[TOTALS_LABELS.whole, totals.totals]]),
    ...(isMany
      ? part(
          'by-document',
          totals.byDocument.map((line) => [line.code, line]),
        )
      : []),
    ...part(
      'by-area',
      totals.byArea.map((line) => [
        isMany ? `${line.document}: ${formatTotalsSection(line)}` : formatTotalsSection(line),
        line,
      ]),
    ),
    ...part(
      'by-lead-unit',
      totals.byLeadUnit.map((line) => [line.leadUnit || TOTALS_LABELS.noLeadUnit, line]),
    ),
    ...part(
      'by-quarter',
      totals.byQuarter.map((line) => [line.quarter, line]),
    ),
    ...part(
      'by-sender',
      totals.byUnit.map((line) => [[line.code, line.name].filter(Boolean).join(' '), line]),
    ),
  ];
}

/** Every row of one query, as it is. */
function formatQueryRows(rows: readonly QueryRow[], locale: Locale): string[] {
  const [first] = rows;
  return first
    ? formatTextTable([
        Object.keys(first),
        ...rows.map((row) => Object.values(row).map((value) => String(value ?? ''))),
      ])
    : [t(locale, 'totals.none')];
}

/**
 * `phuluc totals --ledger DIR`: the totals of a ledger, or of several that were written by parts, by the same SQL files
 * that lie in them, run by DuckDB.
 */
export async function runTotals({
  options,
  locale,
}: SubcommandInput<typeof TOTALS_SPEC.options>): Promise<SubcommandResult> {
  const { ledger: folders, day, query } = options;
  if (folders === undefined) return createUsageFailure(locale, 'cli.usage.no-ledger');
  if (day !== undefined && !parseIsoDate(day))
    return createUsageFailure(locale, 'cli.usage.date', { value: day });
  const opened = await openLedgerParts(folders, day);
  if (!opened.ok) return opened;
  const { database, asOf } = opened.value;
  const { warnings } = opened;
  try {
    if (query !== undefined) {
      const rows = await database.rows(composeQuery(query as QueryName, asOf));
      return { ok: true, lines: formatQueryRows(rows, locale), json: rows, jsonLines: rows, warnings };
    }
    const totals = await queryLedgerTotals(database, asOf);
    return { ok: true, lines: formatTotals(totals, locale), json: totals, warnings };
  } finally {
    database.close();
  }
}
