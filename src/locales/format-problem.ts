import type { ProblemLocation, Problem } from '../annex/problem';
import { dictionaryOf, t } from './locale';
import type { Locale } from './locale';
import { formatMoment } from './format-moment';
import { lostContent } from './lost-content';
import type { MessageKey } from './vi';
import { fillTemplate } from './words';

/** From the widest to the narrowest, the order in which a person looks for a place. */
const PARTS = [
  'file',
  'sheet',
  'page',
  'table',
  'cell',
  'row',
  'task',
] as const satisfies (keyof ProblemLocation)[];

/** "tệp a.xlsx, trang tính “Phụ lục”, ô B4"; '' where nothing is known of the place. */
export function formatPlace(locale: Locale, place: ProblemLocation): string {
  return (
    PARTS.filter((part) => place[part] !== undefined && place[part] !== '')
      // A cell's address says its row already.
      .filter((part) => part !== 'row' || place.cell === undefined)
      .map((part) => t(locale, `place.${part}`, { value: place[part] ?? '' }))
      .join(', ')
  );
}

export type ProblemText = { what: string; where: string; next: string };

/** What happened, where, and what to do next, in the words of a language. */
export function describeProblem(locale: Locale, problem: Problem): ProblemText {
  const { what, next } = dictionaryOf(locale).problems[problem.code];
  const { details = {} } = problem;
  const { what: lost, command, at } = details;
  const figures = {
    ...details,
    ...(problem.code === 'content-lost' && typeof lost === 'string' && { what: lostContent(locale, lost) }),
    ...(typeof command === 'string' && { command: t(locale, `command.${command}` as MessageKey) }),
    ...(typeof at === 'string' && { at: formatMoment(locale, at) }),
  };
  return {
    what: fillTemplate(what, figures),
    where: formatPlace(locale, problem.place),
    next: fillTemplate(next, figures),
  };
}

/** One paragraph: "Lỗi [code] – place: what happened. Việc cần làm: next step." */
export function formatProblem(locale: Locale, problem: Problem): string {
  const { what, where, next } = describeProblem(locale, problem);
  const head = `${t(locale, `severity.${problem.severity}`)} [${problem.code}]`;
  return `${head}${where ? ` – ${where}` : ''}: ${what} ${t(locale, 'problem.next', { next })}`;
}
