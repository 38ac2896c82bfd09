import type { RawDocument } from '../../readers/raw-document';
import { findMax } from '../../shared/min-max';
import { err, ok, type Result } from '../../shared/result';
import type { AnnexYear } from './annex-year';
import type { ColumnAssignment } from './assign-columns';
import { getHeaderRoles, hasTaskColumns } from './find-header';
import { type CandidateReading, isTaskTable, readAssigned, readTables } from './read-candidate';
import { createNoTableProblem, findUnreadTable } from './table-problems';

/** A list of contents without units, products and times counts so much of a table of tasks. */
const PLAIN_LIST_SHARE = 0.1;

/** What a user has chosen of a document; where nothing is said, the document decides. */
export type AssembleOptions = {
  /** Indexes of the tables to be read, or all tables of tasks; the best one where absent. */
  tables?: readonly number[] | 'all';
  /** What the columns of the chosen table hold; the first table whose columns are not known where none is chosen. */
  columns?: ColumnAssignment;
  /** The year of the annex, whatever is printed. */
  year?: AnnexYear;
  /** Takes the rows as tasks although the table seems to be of another kind. */
  asTasks?: boolean;
};

/** All tables of a document, and those that its annex is made of. */
type ChosenTables = { readings: readonly CandidateReading[]; taken: CandidateReading[] };

/** Reads the tables of a document and chooses those that the annex is made of: those asked for, else the best one. */
export function chooseTables(document: RawDocument, options: AssembleOptions): Result<ChosenTables> {
  const readings = readTables(document);
  const found = findWantedTables(document, readings, options);
  if (!found.ok) return found;
  const { columns, asTasks } = options;
  if (!columns && !asTasks) return ok({ readings, taken: found.value });
  const taken = found.value.map((reading) => readAssigned(reading, columns ?? {}));
  return ok({
    readings: readings.map((reading) => taken.find(({ index }) => index === reading.index) ?? reading),
    taken,
  });
}

function findWantedTables(
  document: RawDocument,
  readings: readonly CandidateReading[],
  { tables, columns, asTasks = false }: AssembleOptions,
): Result<CandidateReading[]> {
  if (tables !== undefined && tables !== 'all') {
    const missing = tables.find((index) => !readings[index]);
    if (missing === undefined) return ok(tables.flatMap((index) => readings[index] ?? []));
    return err('table-not-there', { file: document.file }, { table: missing + 1, count: readings.length });
  }
  const ofTasks = readings.filter((reading) => isTaskTable(reading) && !isHidden(document, reading));
  if (tables === 'all' && ofTasks.length > 0) return ok(ofTasks);
  const best = (columns && findUnreadTable(readings)) ?? selectBestReading(document, readings, asTasks);
  return best ? ok([best]) : err([createNoTableProblem(document, readings, asTasks)]);
}

function isHidden(document: RawDocument, { candidate }: CandidateReading): boolean {
  const { sheet } = candidate.place;
  return (
    sheet !== undefined &&
    document.warnings.some(({ code, place }) => code === 'hidden-sheet' && place.sheet === sheet)
  );
}

/** Scores how likely a table is the annex of its document. */
export function scoreReading(document: RawDocument, reading: CandidateReading): number {
  const { candidate, tasks } = reading;
  const known = getHeaderRoles(candidate.header).size;
  const share =
    (candidate.header.guessed ? 0.5 : 1) *
    (hasTaskColumns(candidate.header) ? 1 : PLAIN_LIST_SHARE) *
    (isHidden(document, reading) ? 0.01 : 1);
  return tasks * known * share;
}

function selectBestReading(
  document: RawDocument,
  readings: readonly CandidateReading[],
  asTasks: boolean,
): CandidateReading | undefined {
  const readable = readings.filter(
    ({ candidate, roles }) => candidate.readable || (asTasks && roles.has('content')),
  );
  const ofTasks = asTasks ? [] : readable.filter(isTaskTable);
  const candidates = ofTasks.length > 0 ? ofTasks : readable;
  const scores = candidates.map((reading) => scoreReading(document, reading));
  return candidates[scores.indexOf(findMax(scores))];
}
