import { readFileSync } from 'node:fs';
import type { IsoDate } from '../../shared/dates';

/** The totals of a ledger, each a file of src/consolidation/sql, in the order of the sheets. */
export const QUERIES = [
  'overall',
  'by-document',
  'by-area',
  'by-lead-unit',
  'by-quarter',
  'by-sender',
  'by-unit',
  'overdue',
  'needs-review',
  'disagreements',
  'missing-units',
] as const;
export type QueryName = (typeof QUERIES)[number];

const SQL_FOLDER = new URL('../../consolidation/sql/', import.meta.url);
const readSqlFile = (name: string): string =>
  readFileSync(new URL(`${name}.sql`, SQL_FOLDER), 'utf8').trimEnd();

const indentSql = (sql: string): string => sql.replace(/^(?=.)/gm, '  ');

/** The leading comment of a query, without its dashes. */
const FIRST_COMMENT = /^(?:--.*\n)+/;

/**
 * A query whole, as it runs on DuckDB, Spark and Trino alike: it asks the tables `ledger`, `units` and `sources`, and
 * the one row `report_day` names the day that is counted.
 */
export function composeQuery(name: QueryName, asOf: IsoDate): string {
  const query = readSqlFile(name);
  const [comment = ''] = FIRST_COMMENT.exec(query) ?? [];
  const body = query.slice(comment.length).replace('/* figures */', readSqlFile('parts/figures'));
  const counted =
    `WITH report_day AS (\n  SELECT DATE '${asOf}' AS as_of\n),\n` +
    `task_outcomes AS (\n${indentSql(readSqlFile('parts/task-outcomes'))}\n)\n`;
  return `${comment}${body.includes('task_outcomes') ? counted : ''}${body}\n`;
}
