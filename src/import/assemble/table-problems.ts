import { COLUMN_ROLES, type ColumnRole, PRINTED_HEADERS } from '../../annex/header-vocabulary';
import type { RawDocument } from '../../readers/raw-document';
import type { Problem, ProblemLocation } from '../../shared/problem';
import { problem, warning } from '../../shared/result';
import { getHeaderRoles } from './find-header';
import { nameTable } from './name-table';
import { type CandidateReading, isTaskTable } from './read-candidate';

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
 * Finds what prevents the chosen tables from being read.
 *
 * @returns null if nothing does
 */
export function findTableProblem(
  document: RawDocument,
  taken: readonly CandidateReading[],
  { year, asTasks = false }: { year?: unknown; asTasks?: boolean },
): Problem | null {
  const unreadable = taken.find(({ candidate }) => !candidate.readable);
  if (unreadable) return createColumnsProblem(document, unreadable);
  const place = (reading: CandidateReading): ProblemLocation => ({
    file: document.file,
    ...reading.candidate.place,
  });
  const empty = taken.find(({ tasks }) => tasks === 0);
  if (empty) return problem('no-rows', place(empty));
  const other = asTasks ? undefined : taken.find(({ kind }) => kind !== 'tasks');
  if (other) return createKindProblem(document, other);
  const years = [...new Set(taken.flatMap(({ edition }) => edition.year ?? []))];
  if (years.length > 1 && year === undefined)
    return problem('years-differ', { file: document.file }, { years: years.join(', ') });
  return null;
}

const formatQuotedList = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

/** Names the columns that were guessed, that are missing, and that are of no use. */
export function createColumnWarnings({ candidate, roles }: CandidateReading): Problem[] {
  const { header, parts, place } = candidate;
  const warn = (code: Problem['code'], columns: readonly string[]): Problem[] =>
    columns.length === 0 ? [] : [warning(code, place, { columns: formatQuotedList(columns) })];
  const missing = EXPECTED_ROLES.filter((role) => !roles.has(role)).map((role) => PRINTED_HEADERS[role]);
  const unused = header.columns.filter(({ role, tiers }) => role === null && tiers.length > 0);
  const unnamed = header.columns.filter((column) => column.role === 'content' && column.guessed);
  const guessed = header.guessed ? COLUMN_ROLES.filter((role) => roles.has(role)) : [];
  const isTurned = parts.some((part) => part.kind === 'rows' && part.grid.table.turned);
  return [
    ...(isTurned ? [warning('table-turned', place)] : []),
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

/** Says which table was taken where others could have been. */
export function createChoiceWarnings(
  best: CandidateReading,
  readings: readonly CandidateReading[],
): Problem[] {
  const others = readings.filter((reading) => reading !== best && isTaskTable(reading));
  if (others.length === 0) return [];
  const { place } = best.candidate;
  const { sheet } = place;
  const acrossSheets = sheet !== undefined && others.some((other) => other.candidate.place.sheet !== sheet);
  const chosen: Problem = acrossSheets
    ? warning('sheet-chosen', place, { sheet })
    : warning('table-chosen', place, { table: best.index + 1 });
  return [chosen];
}

/** Names each table that the annex is made without, with its number for choosing it. */
export function createLeftOutWarnings(
  document: RawDocument,
  taken: readonly CandidateReading[],
  readings: readonly CandidateReading[],
): Problem[] {
  return readings
    .filter((reading) => !taken.includes(reading) && reading.tasks > 0)
    .map((reading) =>
      warning(
        'table-left-out',
        { file: document.file, ...reading.candidate.place },
        {
          number: reading.index + 1,
          name: nameTable(reading, readings).title,
          rows: reading.tasks,
          tableKind: reading.kind,
        },
      ),
    );
}

/** Says which headers a table has whose contents were not found: by their numbers they can be assigned. */
function createColumnsProblem(document: RawDocument, { candidate, index }: CandidateReading): Problem {
  const roles = getHeaderRoles(candidate.header);
  const missing = EXPECTED_ROLES.filter((role) => !roles.has(role)).map((role) => PRINTED_HEADERS[role]);
  const found = candidate.header.columns.map(({ tiers }, i) => `${i + 1} “${tiers.join(' ')}”`);
  return problem(
    'columns-missing',
    { file: document.file, ...candidate.place },
    { columns: formatQuotedList(missing), found: found.join(', '), table: index + 1 },
  );
}

/** A header that names so many columns is one of tasks that lacks its contents. */
const MIN_KNOWN_COLUMNS = 2;

/** Says why a document has no annex: no table, one of another kind, or one without a column of contents. */
export function createNoTableProblem(
  document: RawDocument,
  readings: readonly CandidateReading[],
  asTasks: boolean,
): Problem {
  const filled = readings.filter(({ tasks }) => tasks > 0);
  const widest = findUnreadTable(readings);
  if (!widest) return problem('no-table', { file: document.file });
  const foreign = filled.find(({ kind }) => kind !== 'other' && kind !== 'tasks');
  if (foreign && !asTasks) return createKindProblem(document, foreign);
  if (asTasks || countRoles(widest) >= MIN_KNOWN_COLUMNS) return createColumnsProblem(document, widest);
  const { found } = createColumnsProblem(document, widest).details ?? {};
  return problem('no-table', { file: document.file }, { found: found ?? '' });
}

function createKindProblem(
  document: RawDocument,
  { candidate, kind, tasks, index }: CandidateReading,
): Problem {
  return problem(
    'other-table',
    { file: document.file, ...candidate.place },
    { tableKind: kind, rows: tasks, table: index + 1 },
  );
}

const countRoles = ({ candidate }: CandidateReading): number => getHeaderRoles(candidate.header).size;

/** Finds the table whose columns a person may assign: of those whose contents were not found, the best known one. */
export function findUnreadTable(readings: readonly CandidateReading[]): CandidateReading | undefined {
  return readings
    .filter(({ candidate, tasks }) => !candidate.readable && tasks > 0)
    .reduce<CandidateReading | undefined>(
      (best, other) => (best === undefined || countRoles(other) > countRoles(best) ? other : best),
      undefined,
    );
}
