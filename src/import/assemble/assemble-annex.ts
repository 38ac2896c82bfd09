import { type AnnexRow, composeAnnex } from '../../annex/compose-annex';
import { COLUMN_ROLES, type ColumnRole, PRINTED_HEADERS } from '../../annex/header-vocabulary';
import { readEdition } from '../../annex/read-edition';
import { TASK_CELL_FIELDS, type TaskCellField } from '../../annex/task-cells';
import type { Annex } from '../../annex/types';
import type { RawDocument } from '../../readers/raw-document';
import type { Problem, ProblemLocation } from '../../shared/problem';
import { err, ok, problem, type Result, warning } from '../../shared/result';
import { classifyRows } from './classify-rows';
import { getHeaderRoles, hasTaskColumns, type TableHeader } from './find-header';
import { findTables, type FoundTables, type TableCandidate } from './find-tables';
import { parseTableRows } from './parse-table-rows';

/** Where a task was read, for showing it beside its source. */
export type TaskSource = {
  task: string;
  /** The rows of the source it was put together from. */
  rows: ProblemLocation[];
  cells: Partial<Record<TaskCellField, ProblemLocation>>;
};

/** A row of the annex in its order, as it was given to `composeAnnex`, and the rows of the source it comes from. */
export type AssembledRow = { row: AnnexRow; sourceRows: ProblemLocation[] };

type AssembledColumn = { role: ColumnRole | null; header: string };

/** An annex with the table it was read from. */
export type AssembledTable = {
  annex: Annex;
  columns: AssembledColumn[];
  /** One for each task, in order. */
  sources: TaskSource[];
  /** Sections and tasks before they were composed; composing them again gives the same annex. */
  rows: AssembledRow[];
  /** The columns the table has; no warning is given for what it cannot have. */
  fields: ReadonlySet<TaskCellField | 'tt'>;
};

/** A table of the document that can be read as an annex. */
export type CandidateTableSummary = {
  /** For `assembleTable`. */
  index: number;
  place: ProblemLocation;
  columns: AssembledColumn[];
  tasks: number;
  sections: number;
  /** Tasks times columns known; half for a guessed header, little for a hidden sheet. */
  score: number;
};

/** A list of contents without units, products and times counts so much of a table of tasks. */
const PLAIN_LIST_SHARE = 0.1;

type CandidateReading = { candidate: TableCandidate; assembled: AssembledTable; warnings: Problem[] };

/** The columns no annex should lack; without others nothing is amiss. */
const EXPECTED_ROLES: readonly ColumnRole[] = [
  'tt',
  'content',
  'leadUnit',
  'coordinatingUnit',
  'product',
  'timing',
];

/**
 * Turns a document into an annex: finds its table, the columns by their headers, sections, tasks, the title block.
 * Where several tables can be read, the best is taken and a warning names it (`sheet-chosen`, `table-chosen`).
 * Problems: no-table, columns-missing, no-rows. Warnings have the place in the file.
 */
export function assembleAnnex(document: RawDocument): Result<Annex> {
  const result = assembleTable(document);
  return result.ok ? { ...result, value: result.value.annex } : result;
}

/**
 * Assembles the candidate table with that index as `assembleAnnex` does, and returns where each task was
 * read.
 */
export function assembleTable(document: RawDocument, index?: number): Result<AssembledTable> {
  const found = findTables(document);
  const readings = found.candidates.map((candidate) => readCandidate(document, candidate));
  const best = index === undefined ? selectBestReading(document, readings) : readings[index];
  if (!best) return err([createNoTableProblem(document, found)]);
  if (best.assembled.annex.tasks.length === 0) {
    return err('no-rows', best.candidate.place);
  }
  const chosen = index === undefined ? createChoiceWarnings(best, readings) : [];
  return ok(best.assembled, [...document.warnings, ...chosen, ...best.warnings]);
}

/** Lists the tables of a document that can be read as an annex, in its order. */
export function listCandidateTables(document: RawDocument): CandidateTableSummary[] {
  return findTables(document)
    .candidates.map((candidate) => readCandidate(document, candidate))
    .map((reading, index) => ({
      index,
      place: reading.candidate.place,
      columns: reading.assembled.columns,
      tasks: reading.assembled.annex.tasks.length,
      sections: reading.assembled.annex.sections.length,
      score: scoreReading(document, reading),
    }));
}

function readCandidate(document: RawDocument, candidate: TableCandidate): CandidateReading {
  const { header, parts, titleLines } = candidate;
  const headers = header.columns.map(({ tiers }) => tiers.join(' '));
  const gathered = parseTableRows(parts);
  const classified = classifyRows(gathered.rows);
  const roles = getHeaderRoles(header);
  // A cell of another column may name them: "Chủ trì: … Phối hợp: …".
  if (gathered.rows.some(({ texts }) => texts.coordinatingUnit !== '')) roles.add('coordinatingUnit');
  const columns = new Set<TaskCellField | 'tt'>(
    [...TASK_CELL_FIELDS, 'tt' as const].filter((field) => roles.has(field)),
  );
  const composed = composeAnnex(
    readEdition(titleLines, headers),
    classified.map(({ row }) => row),
    columns,
  );
  const sources = composed.annex.tasks.map(({ id }, i): TaskSource => {
    const from = classified[composed.rowIndexes[i] ?? -1]?.from;
    return { task: id, rows: from?.sourceRows ?? [], cells: from?.places ?? {} };
  });
  const rejoined = composed.annex.tasks.flatMap(({ id }, i): Problem[] => {
    const at = classified[composed.rowIndexes[i] ?? -1]?.from?.joinedAt;
    return at ? [warning('row-rejoined', { ...at, task: id })] : [];
  });
  const warnings = [
    ...createColumnWarnings(candidate, roles),
    ...gathered.warnings,
    ...rejoined,
    ...composed.warnings,
    ...(composed.annex.edition.year === null ? [warning('year-unknown', candidate.place)] : []),
  ].map((problem) => ({ ...problem, place: { file: document.file, ...problem.place } }));
  const assembled: AssembledTable = {
    annex: composed.annex,
    columns: toAssembledColumns(header),
    sources,
    rows: classified.map(({ row, from }) => ({ row, sourceRows: from?.sourceRows ?? [row.place] })),
    fields: columns,
  };
  return { candidate, assembled, warnings };
}

function toAssembledColumns(header: TableHeader): AssembledColumn[] {
  return header.columns.map(({ role, tiers }) => ({ role, header: tiers.join(' ') }));
}

const formatQuotedList = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

function createColumnWarnings({ header, place }: TableCandidate, roles: ReadonlySet<ColumnRole>): Problem[] {
  const warn = (code: Problem['code'], columns: readonly string[]): Problem[] =>
    columns.length === 0 ? [] : [warning(code, place, { columns: formatQuotedList(columns) })];
  const missing = EXPECTED_ROLES.filter((role) => !roles.has(role)).map((role) => PRINTED_HEADERS[role]);
  const unused = header.columns.filter(({ role, tiers }) => role === null && tiers.length > 0);
  const unnamed = header.columns.filter((column) => column.role === 'content' && column.guessed);
  const guessed = header.guessed ? COLUMN_ROLES.filter((role) => roles.has(role)) : [];
  return [
    ...warn(
      'header-guessed',
      guessed.map((role) => PRINTED_HEADERS[role]),
    ),
    ...warn(
      'content-guessed',
      unnamed.map(({ tiers }) => tiers.join(' ')),
    ),
    ...warn('columns-missing', missing),
    ...warn(
      'columns-unused',
      unused.map(({ tiers }) => tiers.join(' ')),
    ),
  ];
}

function scoreReading(document: RawDocument, { candidate, assembled }: CandidateReading): number {
  const { sheet } = candidate.place;
  const hidden = document.warnings.some(
    ({ code, place }) => code === 'hidden-sheet' && place.sheet === sheet && sheet,
  );
  const known = getHeaderRoles(candidate.header).size;
  const share =
    (candidate.header.guessed ? 0.5 : 1) *
    (hasTaskColumns(candidate.header) ? 1 : PLAIN_LIST_SHARE) *
    (hidden ? 0.01 : 1);
  return assembled.annex.tasks.length * known * share;
}

function selectBestReading(
  document: RawDocument,
  readings: CandidateReading[],
): CandidateReading | undefined {
  const scores = readings.map((reading) => scoreReading(document, reading));
  return readings[scores.indexOf(Math.max(...scores))];
}

function createChoiceWarnings(best: CandidateReading, readings: CandidateReading[]): Problem[] {
  const others = readings.filter((reading) => reading !== best && reading.assembled.annex.tasks.length > 0);
  if (others.length === 0) return [];
  const { place } = best.candidate;
  const { sheet } = place;
  const acrossSheets = sheet !== undefined && others.some((other) => other.candidate.place.sheet !== sheet);
  const chosen: Problem = acrossSheets
    ? warning('sheet-chosen', place, { sheet })
    : warning('table-chosen', place, { table: readings.indexOf(best) + 1 });
  return [chosen];
}

function createNoTableProblem(document: RawDocument, { incomplete }: FoundTables): Problem {
  const widest = [...incomplete].sort(
    (a, b) => getHeaderRoles(b.header).size - getHeaderRoles(a.header).size,
  )[0];
  if (!widest) return problem('no-table', { file: document.file });
  const roles = getHeaderRoles(widest.header);
  const missing = EXPECTED_ROLES.filter((role) => !roles.has(role)).map((role) => PRINTED_HEADERS[role]);
  const foundHeaders = toAssembledColumns(widest.header).flatMap(({ header }) => header || []);
  return problem(
    'columns-missing',
    { file: document.file, ...widest.place },
    { columns: formatQuotedList(missing), found: formatQuotedList(foundHeaders) },
  );
}
