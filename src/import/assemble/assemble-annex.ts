import type { Annex } from '../../annex/types';
import type { RawDocument } from '../../readers/raw-document';
import { err, ok, type Result, warning } from '../../shared/result';
import { type AssembleOptions, chooseTables } from './choose-tables';
import { type ComposedTables, composeTables } from './compose-tables';
import { type AssembledColumn, toAssembledColumns } from './list-tables';
import {
  createChoiceWarnings,
  createColumnWarnings,
  createLeftOutWarnings,
  findTableProblem,
} from './table-problems';

/** An annex with the table it was read from. */
export type AssembledTable = Omit<ComposedTables, 'warnings'> & {
  /** Those of the first table. */
  columns: AssembledColumn[];
  /** Indexes of the tables it was read from. */
  tables: number[];
};

/**
 * Turns a document into an annex: finds its table, the columns by their headers, sections, tasks, the title block.
 * Where several tables can be read, the best is taken; a warning names it (`sheet-chosen`, `table-chosen`), and one
 * each of those left out (`table-left-out`).
 * Problems: no-table, columns-missing, no-rows, other-table, table-not-there, years-differ. Warnings have the place
 * in the file.
 */
export function assembleAnnex(document: RawDocument, options: AssembleOptions = {}): Result<Annex> {
  const result = assembleTable(document, options);
  return result.ok ? { ...result, value: result.value.annex } : result;
}

/** Assembles the chosen tables as `assembleAnnex` does, and returns where each task was read. */
export function assembleTable(document: RawDocument, options: AssembleOptions = {}): Result<AssembledTable> {
  const chosen = chooseTables(document, options);
  if (!chosen.ok) return chosen;
  const { readings, taken } = chosen.value;
  const [first] = taken;
  if (!first) return err('no-table', { file: document.file });
  const failure = findTableProblem(document, taken, options);
  if (failure) return err([failure]);

  const { warnings, ...composed } = composeTables(taken, options.year);
  const { year } = composed.annex.edition;
  const noticed = [
    ...taken.flatMap(createColumnWarnings),
    ...taken.flatMap((reading) => reading.warnings),
    ...warnings,
    ...(year === null ? [warning('year-unknown', first.candidate.place)] : []),
  ].map((each) => ({ ...each, place: { file: document.file, ...each.place } }));
  return ok(
    {
      ...composed,
      columns: toAssembledColumns(first),
      tables: taken.map(({ index }) => index),
    },
    [
      ...document.warnings,
      ...(options.tables === undefined ? createChoiceWarnings(first, readings) : []),
      ...createLeftOutWarnings(document, taken, readings),
      ...noticed,
    ],
  );
}
