import { formatDate } from '../../annex/calendar/dates';
import type { LedgerColumn } from '../../consolidation/parquet/column';
import { editionText, ledgerTable } from '../../consolidation/parquet/ledger-table';
import { findingsTable, sourcesTable, unitsTable } from '../../consolidation/parquet/side-tables';
import {
  branchWords,
  findingColumnWords,
  ledgerColumnWords,
  ledgerGuide as words,
  ledgerTableWords,
  queryWords,
  sourceColumnWords,
  typeWords,
  unitColumnWords,
} from '../../locales/ledger-words';
import { fillTemplate } from '../../locales/words';
import { countTableRows } from './manifest';
import type { Manifest } from './manifest';
import { QUERIES } from './queries';

function formatColumnLine(name: string, type: string, nullable: boolean, meaning: string): string {
  return `| \`${name}\` | ${type} | ${nullable ? words.nullable : ''} | ${meaning} |`;
}

function formatColumns<Name extends string>(
  columns: readonly Pick<LedgerColumn<never, Name>, 'name' | 'type' | 'nullable'>[],
  meanings: Record<Name, string>,
): string[] {
  return columns.map(({ name, type, nullable }) =>
    formatColumnLine(name, typeWords[type], nullable, meanings[name]),
  );
}

/** Every table with its columns, as Markdown lines; the same in the folder and in the documentation. */
export function formatSchema(): Record<keyof typeof ledgerTableWords, string[]> {
  const head = [words.header, '| --- | --- | --- | --- |'];
  return {
    ledger: [
      ...head,
      ...formatColumns(ledgerTable.columns, ledgerColumnWords),
      formatColumnLine('branch', typeWords.text, true, branchWords),
    ],
    units: [...head, ...formatColumns(unitsTable.columns, unitColumnWords)],
    sources: [...head, ...formatColumns(sourcesTable.columns, sourceColumnWords)],
    findings: [...head, ...formatColumns(findingsTable.columns, findingColumnWords)],
  };
}

/** The README of a ledger's folder. */
export function describeLedger(manifest: Manifest): string {
  const origin = fillTemplate(words.origin, {
    asOf: formatDate(manifest.asOf),
    edition: editionText(manifest.annex.edition) || manifest.annex.edition.title || '–',
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
    ...QUERIES.map((name) => `- \`sql/${name}.sql\`: ${queryWords[name]}`),
    '',
    `## ${words.tables}`,
    ...(Object.keys(schema) as (keyof typeof schema)[]).flatMap((name) => [
      '',
      `### \`${name}\``,
      '',
      `${ledgerTableWords[name]} – ${fillTemplate(words.rows, { rows: countTableRows(manifest, name) })}`,
      '',
      ...schema[name],
    ]),
    '',
  ].join('\n');
}
