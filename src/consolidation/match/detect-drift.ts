import { formatEditionLabel } from '../../annex/format-edition-label';
import { findMarker } from '../../annex/read-applicability';
import type { Task } from '../../annex/types';
import { getCoordinatingUnitName } from '../../annex/unit-names';
import type { ProblemLocation } from '../../shared/problem';
import { cleanText } from '../../shared/text';
import type { Drift, FileOrigin, RowMatch, SchoolFile, SourceCell, TaskField } from '../types';
import { getWrittenText } from './get-written-text';
import { hasSameWords, type TaskIndex, toIdKey } from './index-master';

/** Printed columns besides the content. The note is the unit's; the mark in the coordinating cell is its answer. */
export const PRINTED_FIELDS = [
  'id',
  'area',
  'tt',
  'leadUnit',
  'coordinatingUnit',
  'product',
  'timing',
] as const satisfies readonly TaskField[];
type PrintedField = (typeof PRINTED_FIELDS)[number];

function formatSection({ section, sectionTitle }: Task): string {
  return section === '' ? sectionTitle : sectionTitle === '' ? `${section}.` : `${section}. ${sectionTitle}`;
}

/** What the master prints in a column. */
function getPrintedText(task: Task, field: PrintedField | 'content'): string {
  return field === 'area' ? formatSection(task) : task[field];
}

/** Whether a cell still says what the master prints; numbers of rows may have become numbers. */
export function isPrintedTextUnchanged(
  task: Task,
  field: PrintedField | 'content',
  cell: SourceCell | undefined,
  origin: FileOrigin,
): boolean {
  const [before, after] = [getPrintedText(task, field), getWrittenText(cell)];
  if (before === after || hasSameWords(before, after)) return true;
  if (field === 'id') return toIdKey(before) === toIdKey(after);
  // A mark that the annex prints and the unit took away is its answer too.
  if (
    field === 'coordinatingUnit' &&
    origin === 'own' &&
    findMarker(before) !== null &&
    findMarker(after) === null
  )
    return false;
  // In a typed copy the mark is the unit's answer, and the annex may print it; typed into our table it is a change.
  return (
    field === 'coordinatingUnit' &&
    (origin === 'foreign' || task.applicability === 'notPerformed' || findMarker(after) === null) &&
    hasSameWords(getCoordinatingUnitName(before), getCoordinatingUnitName(after))
  );
}

function detectEditionDrift(file: SchoolFile, master: TaskIndex): Drift[] {
  const { number, date, year } = file.edition;
  const differs =
    file.fingerprint !== ''
      ? file.fingerprint !== master.fingerprint
      : (number !== '' && !hasSameWords(number, master.edition.number)) ||
        (date !== '' && date !== master.edition.date) ||
        (year !== null && master.edition.year !== null && year !== master.edition.year);
  return differs
    ? [
        {
          kind: 'edition',
          before: formatEditionLabel(master.edition),
          after: formatEditionLabel(file.edition),
        },
      ]
    : [];
}

/**
 * How the rows of a file differ from the master: tasks that are gone, rows that were added or copied, contents
 * reworded, other printed words changed, and the edition where it is another one.
 */
export function detectDrift(file: SchoolFile, matches: readonly RowMatch[], master: TaskIndex): Drift[] {
  const drift = detectEditionDrift(file, master);
  // Columns that a foreign table may simply lack: what is in no row was not changed in any.
  const fields = PRINTED_FIELDS.filter((field) => file.rows.some(({ cells }) => cells[field]));
  const found = new Set(matches.flatMap(({ task }) => (task === null ? [] : [task])));
  const getPlace = (index: number, cell: SourceCell | undefined): ProblemLocation => ({
    file: file.file,
    ...(file.sheet !== '' && { sheet: file.rows[index]!.sheet ?? file.sheet }),
    ...(cell && cell.cell !== '' ? { cell: cell.cell } : { row: file.rows[index]!.row }),
  });
  for (const match of matches) {
    const row = file.rows[match.row]!;
    const { cells } = row;
    const place = getPlace(match.row, cells.content ?? cells.id);
    const content = cleanText(getWrittenText(cells.content));
    if (match.task === null) {
      const copied = findCopiedTask(match, getWrittenText(cells.id), found, master);
      drift.push(
        copied === null
          ? {
              kind: 'added',
              row: row.row,
              place,
              content,
              closest: match.closest ?? null,
              score: match.score,
            }
          : { kind: 'repeated', task: copied, row: row.row, place },
      );
      continue;
    }
    const { task } = master.byId.get(toIdKey(match.task))!;
    if (!isPrintedTextUnchanged(task, 'content', cells.content, file.origin))
      drift.push({
        kind: 'reworded',
        task: task.id,
        place,
        score: match.score,
        before: task.content,
        after: content,
      });
    for (const field of fields) {
      if (isPrintedTextUnchanged(task, field, cells[field], file.origin)) continue;
      const after = cleanText(getWrittenText(cells[field]));
      const at = getPlace(match.row, cells[field] ?? cells.content);
      drift.push({
        kind: 'changed',
        task: task.id,
        place: at,
        field,
        before: getPrintedText(task, field),
        after,
      });
    }
  }
  for (const { task } of master.tasks)
    if (!found.has(task.id)) drift.push({ kind: 'missing', task: task.id });
  return drift;
}

/** The task that a row without a match is a copy of: its content is that of a task another row has. */
function findCopiedTask(
  { closest, score }: RowMatch,
  id: string,
  found: ReadonlySet<string>,
  master: TaskIndex,
): string | null {
  if (closest !== undefined && score === 1 && found.has(closest)) return closest;
  const same = master.byId.get(toIdKey(id));
  return same && closest === same.task.id && found.has(closest) && score >= MIN_COPY_SCORE ? closest : null;
}

/** Likeness from which a row under the id of a task that another row has is its copy (0 to 1). */
const MIN_COPY_SCORE = 0.9;
