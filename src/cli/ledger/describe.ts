import { printDate } from '../../annex/calendar/dates';
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
import { rowsOfTable } from './manifest';
import type { Manifest } from './manifest';
import { QUERIES } from './queries';

function lineOf(name: string, type: string, nullable: boolean, meaning: string): string {
  return `| \`${name}\` | ${type} | ${nullable ? words.nullable : ''} | ${meaning} |`;
}

function tableLines<Name extends string>(
  columns: readonly Pick<LedgerColumn<never, Name>, 'name' | 'type' | 'nullable'>[],
  meanings: Record<Name, string>,
): string[] {
  return columns.map(({ name, type, nullable }) => lineOf(name, typeWords[type], nullable, meanings[name]));
}

/** Every table with its columns, as Markdown lines; the same in the folder and in the documentation. */
export function schemaLines(): Record<keyof typeof ledgerTableWords, string[]> {
  const head = [words.header, '| --- | --- | --- | --- |'];
  return {
    ledger: [
      ...head,
      ...tableLines(ledgerTable.columns, ledgerColumnWords),
      lineOf('branch', typeWords.text, true, branchWords),
    ],
    units: [...head, ...tableLines(unitsTable.columns, unitColumnWords)],
    sources: [...head, ...tableLines(sourcesTable.columns, sourceColumnWords)],
    findings: [...head, ...tableLines(findingsTable.columns, findingColumnWords)],
  };
}

/** The README of a ledger's folder. */
export function describeLedger(manifest: Manifest): string {
  const origin = fillTemplate(words.origin, {
    asOf: printDate(manifest.asOf),
    edition: editionText(manifest.annex.edition) || manifest.annex.edition.title || '–',
  });
  const schema = schemaLines();
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
      `${ledgerTableWords[name]} – ${fillTemplate(words.rows, { rows: rowsOfTable(manifest, name) })}`,
      '',
      ...schema[name],
    ]),
    '',
  ].join('\n');
}
