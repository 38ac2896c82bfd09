import { readApplicability } from '../../annex/read-applicability';
import type { Annex, Applicability, Task } from '../../annex/types';
import type { Problem, ProblemLocation } from '../../shared/problem';
import { err, ok, problem, type Result } from '../../shared/result';
import { toMatchKey } from '../../shared/text';
import type { UnitEntry } from '../types';
import { parseSeparatedValues } from './parse-separated-values';

/** What units of a kind do with a task, or with all tasks of a section, unless they say otherwise. */
export type KindDefault = {
  /** A kind of the list of units; "*" for all. */
  kind: string;
  /** Id of a task ("IV.8"), number of a section ("IV"), or "*". */
  task: string;
  applicability: Applicability;
  reason: string;
};

function isSameKind(kind: string, unit: UnitEntry): boolean {
  return kind === '*' || toMatchKey(kind) === toMatchKey(unit.kind);
}

/** How narrowly a default names a task: its id before its section before all. */
function getSpecificity({ task: named }: KindDefault, task: Task): number {
  return named === task.id ? 3 : named === task.section ? 2 : named === '*' ? 1 : 0;
}

/** The task as a unit first finds it in its workbook: the narrowest default for its kind, else as printed. */
export function applyKindDefaults(task: Task, unit: UnitEntry, defaults: readonly KindDefault[]): Task {
  const found = defaults
    .filter(({ kind }) => isSameKind(kind, unit))
    .map((one) => ({ one, weight: getSpecificity(one, task) * 2 + (one.kind === '*' ? 0 : 1) }))
    .filter(({ weight }) => weight > 1)
    .sort((a, b) => b.weight - a.weight)[0]?.one;
  if (!found) return task;
  const { applicability, reason } = found;
  return { ...task, applicability, reason: applicability === 'notPerformed' ? reason : '' };
}

const PERFORMED_KEYS = ['thuc hien', 'co', 'x', 'ap dung', 'performed', 'yes'];

function parseApplicabilityMark(text: string): Applicability | null {
  const key = toMatchKey(text);
  if (key === '') return 'undecided';
  if (PERFORMED_KEYS.includes(key)) return 'performed';
  if (['khong', 'not performed', 'no', 'khong ap dung'].includes(key)) return 'notPerformed';
  const cells = { coordinatingUnit: text, note: '', product: '', timing: '' };
  return readApplicability(cells).applicability === 'notPerformed' ? 'notPerformed' : null;
}

/**
 * Defaults from a list: kind, task or section, performed or not, reason; a header row is left out. Tasks that the
 * annex does not have and marks that cannot be read are problems.
 */
export function parseKindDefaults(
  text: string,
  annex: Annex,
  place: ProblemLocation = {},
): Result<KindDefault[]> {
  const known = new Set(['*', ...annex.tasks.flatMap(({ id, section }) => [id, section])]);
  const defaults: KindDefault[] = [];
  const problems: Problem[] = [];
  parseSeparatedValues(text).forEach(([kind = '', task = '', mark = '', reason = ''], index) => {
    const applicability = parseApplicabilityMark(mark);
    if (kind === '' && task === '' && mark === '') return;
    if (index === 0 && !known.has(task)) return;
    if (!known.has(task) || applicability === null) {
      problems.push(
        problem('kind-default', { ...place, row: index + 1 }, { text: known.has(task) ? mark : task }),
      );
    } else defaults.push({ kind, task, applicability, reason });
  });
  return problems.length > 0 ? err(problems) : ok(defaults);
}
