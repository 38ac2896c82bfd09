import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatSchema } from '../../../src/cli/ledger/describe-ledger';
import { QUERY_LABELS } from '../../../src/cli/ledger/ledger-labels';
import { composeQuery, QUERIES } from '../../../src/cli/ledger/queries';
import { LEDGER_TABLES, SETUP_SCRIPTS } from '../../../src/cli/ledger/setup-scripts';
import { LEDGER_TABLE } from '../../../src/consolidation/parquet/ledger-table';
import { SOURCE_FILES_TABLE, UNITS_TABLE } from '../../../src/consolidation/parquet/side-tables';

const ROOT = join(__dirname, '../../..');
const SQL = join(ROOT, 'src/consolidation/sql');

/** What one of DuckDB, Spark SQL and Trino does not take, or takes otherwise than the others. */
const NOT_COMMON: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/::/, 'a cast of PostgreSQL and DuckDB; CAST(… AS …) is everywhere'],
  [/\bQUALIFY\b/i, 'not in Trino'],
  [/\bFILTER\s*\(/i, 'not in Spark before 3.0; COUNT(CASE …) is everywhere'],
  [/\bEXCLUDE\b|\bREPLACE\s*\(|\bCOLUMNS\s*\(/i, 'star expressions of DuckDB'],
  [/\bGROUP\s+BY\s+ALL\b|\bORDER\s+BY\s+ALL\b/i, 'not in Trino'],
  [/\bGROUP\s+BY\s+\d|\bORDER\s+BY\s+\d/i, 'positions depend on a setting in Spark'],
  [/\bILIKE\b|\bSIMILAR\b|\bGLOB\b|\bRLIKE\b/i, 'not in all three'],
  [/\bLIMIT\b|\bFETCH\b|\bOFFSET\b/i, 'written differently'],
  [/\bSTRING_AGG\b|\bLISTAGG\b|\bGROUP_CONCAT\b|\bCOLLECT_LIST\b|\bARRAY_AGG\b/i, 'named differently'],
  [
    /\bDATE_?DIFF\b|\bDATE_?ADD\b|\bDATE_?SUB\b|\bINTERVAL\b|\bDATE_PART\b|\bDATE_TRUNC\b/i,
    'arguments in another order',
  ],
  [/\bSTRFTIME\b|\bDATE_FORMAT\b|\bTO_CHAR\b|\bFORMAT\b/i, 'patterns differ'],
  [/\bIFNULL\b|\bNVL\b|\bISNULL\b|\bIIF\b|\bIF\s*\(/i, 'COALESCE and CASE are everywhere'],
  [/\bREAD_PARQUET\b|\bREAD_CSV\b|\bPARQUET_SCAN\b/i, 'where the data is stands outside of the query'],
  [/\bCREATE\b|\bINSERT\b|\bATTACH\b|\bSET\b|\bUSE\b|\bTEMP\b/i, 'a total only asks'],
  [/`|\[|\]|\{|\}/, 'quoted names, lists and structs differ'],
  [/"/, 'in Spark a text, elsewhere a name'],
  [/\|\||\bCONCAT\b/i, 'NULL is taken differently'],
  [/[?$@]|:\w/, 'parameters are written differently; the day is a row of report_day'],
  [/\bLATERAL\b|\bUNNEST\b|\bEXPLODE\b|\bPIVOT\b|\bASOF\b/i, 'not in all three'],
  [
    /\bBOOL_OR\b|\bCOUNT_IF\b|\bANY_VALUE\b|\bARG_MAX\b|\bMAX_BY\b|\bFIRST\s*\(|\bLAST\s*\(/i,
    'named differently',
  ],
  [/\bNULLS\s+(?:FIRST|LAST)\b/i, 'not needed: what is sorted by is not NULL'],
  [/\w\s*%|\bMOD\b|\bDIV\b|\/\//i, 'whole-number division differs'],
  [/;/, 'a query is one statement; a naive splitter would cut a comment'],
  [/\/\*/, 'a part that was not put in'],
];

/** What the queries may use beside keywords and names; a new one must be looked up in all three manuals first. */
const FUNCTIONS = ['COUNT', 'MIN', 'MAX', 'COALESCE', 'NULLIF', 'CAST', 'LOWER', 'EXTRACT'];
const CALLERS = ['AS', 'IN', 'EXISTS', 'AND', 'OR', 'NOT', 'THEN', 'WHEN'];

const withoutComments = (sql: string): string => sql.replace(/--.*$/gm, '');

describe('the SQL of a ledger', () => {
  const all = QUERIES.map((name) => [name, composeQuery(name, '2026-07-15')] as const);

  it('is every file of the folder, each with its words', () => {
    const files = readdirSync(SQL)
      .filter((name) => name.endsWith('.sql'))
      .map((name) => name.slice(0, -'.sql'.length));
    expect([...QUERIES].sort()).toEqual(files.sort());
    expect(Object.keys(QUERY_LABELS)).toEqual([...QUERIES]);
  });

  it.each(NOT_COMMON)('has no %s: %s', (pattern) => {
    for (const [name, sql] of all) {
      const text = pattern.source === ';' ? sql : withoutComments(sql);
      expect([name, pattern.exec(text)?.[0] ?? '']).toEqual([name, '']);
    }
  });

  it.each([
    'SELECT a::INT FROM ledger',
    'SELECT a FROM ledger QUALIFY ROW_NUMBER() OVER (ORDER BY a) = 1',
    'SELECT COUNT(*) FILTER (WHERE late) FROM ledger',
    'SELECT * EXCLUDE (a) FROM ledger',
    'SELECT a FROM ledger ORDER BY 1',
    'SELECT a FROM ledger LIMIT 10',
    "SELECT a || 'b' FROM ledger",
    'SELECT "a" FROM ledger',
    'SELECT a FROM ledger WHERE due > :as_of',
    'SELECT DATE_DIFF(due, done_on) FROM ledger',
  ])('would see %s', (sql) => {
    expect(NOT_COMMON.filter(([pattern]) => pattern.test(sql))).not.toEqual([]);
  });

  it('calls only functions that all three have', () => {
    for (const [name, sql] of all) {
      const called = [...withoutComments(sql).matchAll(/\b([A-Z_]+)\s*\(/gi)].map(([, word = '']) => word);
      const others = called.filter((word) => ![...FUNCTIONS, ...CALLERS].includes(word.toUpperCase()));
      expect([name, others]).toEqual([name, []]);
    }
  });

  it('asks only columns of the tables as they are written', () => {
    const columns = Object.fromEntries(
      [LEDGER_TABLE, UNITS_TABLE, SOURCE_FILES_TABLE].map((table) => [
        table.name,
        table.columns.map((column): string => column.name),
      ]),
    );
    for (const [, sql] of all) {
      for (const [, table = '', column = ''] of sql.matchAll(/\b(ledger|units|sources)\.(\w+)/g)) {
        expect(columns[table]).toContain(column);
      }
    }
  });

  it('names the day once', () => {
    for (const [name, sql] of all) {
      const days = [...sql.matchAll(/DATE '([\d-]+)'/g)]
        .map(([, day]) => day)
        .filter((day) => day !== '9999-12-31');
      expect([name, days]).toEqual([name, sql.includes('task_outcomes') ? ['2026-07-15'] : []]);
    }
  });
});

describe('the files that open a ledger', () => {
  it.each(Object.entries(SETUP_SCRIPTS))(
    'of %s name every table once, each column in Trino’s with its type',
    (engine, text) => {
      const sql = text();
      for (const { name, columns } of LEDGER_TABLES) {
        expect([
          engine,
          name,
          sql.match(new RegExp(`(?:VIEW|TABLE hive\\.phuluc\\.)\\s*${name}\\b`, 'g'))?.length,
        ]).toEqual([engine, name, 1]);
        if (engine !== 'trino') continue;
        for (const { name: column } of columns) expect(sql).toMatch(new RegExp(`^  ${column} \\w+`, 'm'));
      }
    },
  );
});

describe('the documentation of a ledger', () => {
  it('lists every column as it is written', () => {
    const documented = readFileSync(join(ROOT, 'docs/ledger.md'), 'utf8');
    // Markdown tables may be padded; their cells are what counts.
    const cells = (line: string): string =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .join('|');
    const lines = new Set(documented.split('\n').map(cells));
    for (const [table, wanted] of Object.entries(formatSchema())) {
      const missing = wanted
        .filter((line) => !line.startsWith('| ---'))
        .filter((line) => !lines.has(cells(line)));
      expect([table, missing]).toEqual([table, []]);
    }
    for (const name of QUERIES) expect(documented).toContain(`sql/${name}.sql`);
  });
});
