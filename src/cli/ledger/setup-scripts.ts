import type { ColumnType, LedgerTable } from '../../consolidation/parquet/ledger-column';
import { LEDGER_TABLE } from '../../consolidation/parquet/ledger-table';
import { FINDINGS_TABLE, SOURCE_FILES_TABLE, UNITS_TABLE } from '../../consolidation/parquet/side-tables';
import { TABLES_FOLDER } from './ledger-folder';
import { SETUP_LABELS as words } from './ledger-labels';

type AnyTable = Pick<LedgerTable<never>, 'name' | 'columns'>;

/** Every table of a ledger, the partitioned one first. */
export const LEDGER_TABLES: readonly AnyTable[] = [
  LEDGER_TABLE,
  UNITS_TABLE,
  SOURCE_FILES_TABLE,
  FINDINGS_TABLE,
];

const PARTITION_COLUMN = 'branch';
const isPartitioned = ({ name }: AnyTable): boolean => name === LEDGER_TABLE.name;

/** Types as Trino's Hive connector names them. */
const TRINO_TYPES = {
  text: 'varchar',
  date: 'date',
  time: 'timestamp(3)',
  whole: 'integer',
  number: 'double',
  flag: 'boolean',
} as const satisfies Record<ColumnType, string>;

/** A folder as a pattern of DuckDB names it: brackets and stars in it are themselves. */
const escapePattern = (folder: string): string => folder.replace(/[[*?]/g, '[$&]').replaceAll("'", "''");

/** Files of a table in a folder, as DuckDB reads them; partitions stay text, so that "07" is not 7. */
export function buildDuckDbSource(table: AnyTable, folder: string): string {
  const files = `${escapePattern(folder)}/${TABLES_FOLDER}/${table.name}/**/*.parquet`;
  return `read_parquet('${files}', hive_partitioning = ${isPartitioned(table)}, hive_types_autocast = false)`;
}

const buildDuckDbView = (table: AnyTable): string =>
  `CREATE VIEW ${table.name} AS SELECT * FROM ${buildDuckDbSource(table, '.')}`;

function buildSparkView({ name }: AnyTable): string {
  return `CREATE OR REPLACE TEMPORARY VIEW ${name} USING parquet OPTIONS (path '${words.place}/${TABLES_FOLDER}/${name}')`;
}

function buildTrinoTable(table: AnyTable): string {
  return [
    `CREATE TABLE hive.phuluc.${table.name} (`,
    [
      ...table.columns.map(({ name, type }) => `  ${name} ${TRINO_TYPES[type]}`),
      ...(isPartitioned(table) ? [`  ${PARTITION_COLUMN} varchar`] : []),
    ].join(',\n'),
    `) WITH (format = 'PARQUET', external_location = '${words.place}/${TABLES_FOLDER}/${table.name}'` +
      `${isPartitioned(table) ? `, partitioned_by = ARRAY['${PARTITION_COLUMN}']` : ''})`,
  ].join('\n');
}

function buildScript(note: string, statements: readonly string[]): string {
  return `-- ${note}\n${statements.map((statement) => `${statement};\n`).join('\n')}`;
}

/** Files that make the tables known to an engine, each in its own words; the totals are the same for all. */
export const SETUP_SCRIPTS = {
  duckdb: () => buildScript(words.duckdb, LEDGER_TABLES.map(buildDuckDbView)),
  spark: () =>
    buildScript(words.spark, [
      'SET spark.sql.sources.partitionColumnTypeInference.enabled = false',
      ...LEDGER_TABLES.map(buildSparkView),
    ]),
  trino: () =>
    buildScript(words.trino, [
      ...LEDGER_TABLES.map(buildTrinoTable),
      `CALL hive.system.sync_partition_metadata('phuluc', '${LEDGER_TABLE.name}', 'FULL')`,
      'USE hive.phuluc',
    ]),
} as const satisfies Record<string, () => string>;
