import { type AnnexRow, composeAnnex } from '../../annex/compose-annex';
import { TASK_CELL_FIELDS, type TaskCellField } from '../../annex/task-cells';
import type { Annex, Edition } from '../../annex/types';
import type { Problem, ProblemLocation } from '../../shared/problem';
import { warning } from '../../shared/result';
import { type AnnexYear, setEditionYear } from './annex-year';
import type { ClassifiedRow } from './classify-rows';
import { nameByHeadings, nameTable, type TableName } from './name-table';
import type { CandidateReading } from './read-candidate';

/** Where a task was read, for showing it beside its source. */
export type TaskSource = {
  task: string;
  /** The rows of the source it was put together from. */
  rows: ProblemLocation[];
  cells: Partial<Record<TaskCellField, ProblemLocation>>;
};

/** A row of the annex in its order, as it was given to `composeAnnex`, and the rows of the source it comes from. */
export type AssembledRow = { row: AnnexRow; sourceRows: ProblemLocation[] };

export type ComposedTables = {
  annex: Annex;
  /** One for each task, in order. */
  sources: TaskSource[];
  /** Sections and tasks before they were composed; composing them again gives the same annex. */
  rows: AssembledRow[];
  /** The columns the tables have; no warning is given for what they cannot have. */
  fields: ReadonlySet<TaskCellField | 'tt'>;
  warnings: Problem[];
};

/**
 * What several tables say of their document: what one leaves out another may say. Each keeps its own title as that of
 * its area; the title of all is that of the document they are annexes of, else that of the first.
 */
function combineEditions(readings: readonly CandidateReading[]): Edition {
  const editions = readings.map(({ edition }) => edition);
  const pick = (field: 'issuer' | 'number' | 'date' | 'title'): string =>
    editions.map((edition) => edition[field]).find((text) => text !== '') ?? '';
  const amends = editions.find((edition) => edition.amends !== undefined)?.amends;
  const documentTitle = readings.length > 1 ? readings[0]!.documentTitle : '';
  return {
    issuer: pick('issuer'),
    number: pick('number'),
    ...(amends !== undefined && { amends }),
    date: pick('date'),
    title: documentTitle || pick('title'),
    year: editions.find(({ year }) => year !== null)?.year ?? null,
  };
}

/** Puts the rows of a table under an area of its own, which the titles of its sections name too. */
function nestRows(reading: CandidateReading, { number, label, title }: TableName): ClassifiedRow[] {
  const place = reading.candidate.place;
  return [
    { row: { kind: 'section', number, title, place, outermost: true }, from: null },
    ...reading.rows.map(({ row, from }): ClassifiedRow => ({
      row: row.kind === 'section' ? { ...row, title: `${label} – ${row.title}` } : row,
      from,
    })),
  ];
}

/** Composes the annex that one table makes, or several, each of which becomes an area. */
export function composeTables(readings: readonly CandidateReading[], year?: AnnexYear): ComposedTables {
  const names = nameByHeadings(readings) ?? readings.map((reading) => nameTable(reading, readings));
  const classified = readings.flatMap((reading, index) =>
    readings.length > 1 ? nestRows(reading, names[index]!) : reading.rows,
  );
  const fields = new Set<TaskCellField | 'tt'>(
    [...TASK_CELL_FIELDS, 'tt' as const].filter((field) => readings.some(({ roles }) => roles.has(field))),
  );
  const edition = combineEditions(readings);
  const composed = composeAnnex(
    year === undefined ? edition : setEditionYear(edition, year),
    classified.map(({ row }) => row),
    fields,
  );
  const getSource = (taskIndex: number): ClassifiedRow['from'] | undefined =>
    classified[composed.rowIndexes[taskIndex] ?? -1]?.from;
  const { annex } = composed;
  return {
    annex,
    sources: annex.tasks.map(({ id }, i): TaskSource => {
      const from = getSource(i);
      return { task: id, rows: from?.sourceRows ?? [], cells: from?.places ?? {} };
    }),
    rows: classified.map(({ row, from }) => ({ row, sourceRows: from?.sourceRows ?? [row.place] })),
    fields,
    warnings: [
      ...annex.tasks.flatMap(({ id }, i): Problem[] => {
        const at = getSource(i)?.joinedAt;
        return at ? [warning('row-rejoined', { ...at, task: id })] : [];
      }),
      ...classified.flatMap(({ row, guessed }) =>
        guessed && row.kind === 'section'
          ? [warning('section-guessed', row.place, { title: row.title })]
          : [],
      ),
      ...composed.warnings,
    ],
  };
}
