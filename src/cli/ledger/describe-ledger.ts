import type { LedgerColumn } from '../../consolidation/parquet/ledger-column';
import { formatEditionText, LEDGER_TABLE } from '../../consolidation/parquet/ledger-table';
import { FINDINGS_TABLE, SOURCE_FILES_TABLE, UNITS_TABLE } from '../../consolidation/parquet/side-tables';
import { fillTemplate } from '../../i18n/fill-template';
import { formatDate } from '../../shared/dates';
import {
  BRANCH_DESCRIPTION,
  COLUMN_TYPE_LABELS,
  FINDING_COLUMN_DESCRIPTIONS,
  LEDGER_COLUMN_DESCRIPTIONS,
  LEDGER_TABLE_DESCRIPTIONS,
  QUERY_LABELS,
  SOURCE_COLUMN_DESCRIPTIONS,
  UNIT_COLUMN_DESCRIPTIONS,
  LEDGER_GUIDE as words,
} from './ledger-labels';
import { countTableRows, type Manifest } from './manifest';
import { QUERIES } from './queries';

function formatColumnLine(name: string, type: string, nullable: boolean, meaning: string): string {
  return `| \`${name}\` | ${type} | ${nullable ? words.nullable : ''} | ${meaning} |`;
}

function formatColumns<Name extends string>(
  columns: readonly Pick<LedgerColumn<never, Name>, 'name' | 'type' | 'nullable'>[],
  meanings: Record<Name, string>,
): string[] {
  return columns.map(({ name, type, nullable }) =>
    formatColumnLine(name, COLUMN_TYPE_LABELS[type], nullable, meanings[name]),
  );
}

/** Every table with its columns, as Markdown lines; the same in the folder and in the documentation. */
export function formatSchema(): Record<keyof typeof LEDGER_TABLE_DESCRIPTIONS, string[]> {
  const head = [words.header, '| --- | --- | --- | --- |'];
  return {
    ledger: [
      ...head,
      ...formatColumns(LEDGER_TABLE.columns, LEDGER_COLUMN_DESCRIPTIONS),
      formatColumnLine('branch', COLUMN_TYPE_LABELS.text, true, BRANCH_DESCRIPTION),
    ],
    units: [...head, ...formatColumns(UNITS_TABLE.columns, UNIT_COLUMN_DESCRIPTIONS)],
    sources: [...head, ...formatColumns(SOURCE_FILES_TABLE.columns, SOURCE_COLUMN_DESCRIPTIONS)],
    findings: [...head, ...formatColumns(FINDINGS_TABLE.columns, FINDING_COLUMN_DESCRIPTIONS)],
  };
}

/** The README of a ledger's folder. */
export function describeLedger(manifest: Manifest): string {
  const origin = fillTemplate(words.origin, {
    asOf: formatDate(manifest.asOf),
    edition: formatEditionText(manifest.annex.edition) || manifest.annex.edition.title || '–',
  });
  const schema = formatSchema();
  return [
    `# ${words.title}`,
    '',
    origin,
    '',
    words.layout,
    '',
    words.sql,
    '',
    `## ${words.queries}`,
    '',
    ...QUERIES.map((name) => `- \`sql/${name}.sql\`: ${QUERY_LABELS[name]}`),
    '',
    `## ${words.tables}`,
    ...(Object.keys(schema) as (keyof typeof schema)[]).flatMap((name) => [
      '',
      `### \`${name}\``,
      '',
      `${LEDGER_TABLE_DESCRIPTIONS[name]} – ${fillTemplate(words.rows, { rows: countTableRows(manifest, name) })}`,
      '',
      ...schema[name],
    ]),
    '',
  ].join('\n');
}
