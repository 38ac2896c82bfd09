import type { ColumnRole } from '../../annex/header-vocabulary';
import type { RawDocument } from '../../readers/raw-document';
import type { Problem, ProblemLocation } from '../../shared/problem';
import { scoreReading } from './choose-tables';
import { nameTable } from './name-table';
import { type CandidateReading, readTables } from './read-candidate';
import type { TableKind } from './table-kind';
import { createLeftOutWarnings } from './table-problems';

export type AssembledColumn = { role: ColumnRole | null; header: string };

/** A table of the document, whether or not it can be read as an annex. */
export type TableSummary = {
  /** For `AssembleOptions.tables`. */
  index: number;
  place: ProblemLocation;
  /** "Phụ lục II", the name of its sheet, … */
  name: string;
  kind: TableKind;
  /** Its header says which column holds the contents. */
  readable: boolean;
  columns: AssembledColumn[];
  /** Its first row, for showing what each column holds. */
  sample: string[];
  /** Tasks, or rows where the columns are not known. */
  tasks: number;
  sections: number;
  /** Tasks times columns known; half for a guessed header, little for a hidden sheet. */
  score: number;
};

/** Lists the tables of a document in its order. */
export function listTables(document: RawDocument): TableSummary[] {
  const readings = readTables(document);
  return readings.map((reading): TableSummary => {
    const { candidate, index, kind, tasks, sections } = reading;
    return {
      index,
      place: candidate.place,
      name: nameTable(reading, readings).title,
      kind,
      readable: candidate.readable,
      columns: toAssembledColumns(reading),
      sample: getSample(reading),
      tasks,
      sections,
      score: scoreReading(document, reading),
    };
  });
}

/** Returns warnings that name the tables of a document which is read without them, as a plan in prose is. */
export function nameTablesLeftOut(document: RawDocument): Problem[] {
  return createLeftOutWarnings(document, [], readTables(document));
}

export function toAssembledColumns({ candidate }: CandidateReading): AssembledColumn[] {
  return candidate.header.columns.map(({ role, tiers }) => ({ role, header: tiers.join(' ') }));
}

function getSample({ candidate }: CandidateReading): string[] {
  const part = candidate.parts.find((one) => one.kind === 'rows');
  if (part?.kind !== 'rows') return [];
  const { grid, header, from, to } = part;
  const rows = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  const row = rows.find((one) => grid.getCells(one).length > 2) ?? from;
  return header.columns.map((column) => grid.at(row, column.from)?.text ?? '');
}
