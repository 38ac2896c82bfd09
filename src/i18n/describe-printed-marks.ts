import type { Problem } from '../shared/problem';
import { formatTaskKey } from './format-task-key';
import { type Locale, t } from './locale';

/** "Không thực hiện" beside a printed product or timing is normal in an annex: a note at most, no warning (issue 19). */
const isPrintedMark = ({ code }: Problem): boolean => code === 'contradictory-row';

/** Splits what a reading noticed into what asks for a look and one line on what is normal, '' without it. */
export function describePrintedMarks(
  locale: Locale,
  problems: readonly Problem[],
): { warnings: Problem[]; note: string } {
  const marks = problems.filter(isPrintedMark);
  const tasks = marks.flatMap(({ place }) => (place.task ? [formatTaskKey(locale, place.task)] : []));
  return {
    warnings: problems.filter((problem) => !isPrintedMark(problem)),
    note:
      marks.length === 0 ? '' : t(locale, 'import.printed', { count: marks.length, tasks: tasks.join(', ') }),
  };
}
