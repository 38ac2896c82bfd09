import type { Problem, ProblemLocation } from '../shared/problem';
import { describeLostContent } from './describe-lost-content';
import { fillTemplate } from './fill-template';
import { formatDateTime } from './format-date-time';
import { formatTaskKey } from './format-task-key';
import { getDictionary, type Locale, t } from './locale';
import type { MessageKey } from './vi/messages';

/** From the widest to the narrowest, the order in which a person looks for a place. */
const LOCATION_PARTS = [
  'file',
  'sheet',
  'page',
  'table',
  'cell',
  'row',
  'task',
] as const satisfies (keyof ProblemLocation)[];

function formatPart(locale: Locale, part: keyof ProblemLocation, value: string | number): string | number {
  return part === 'task' ? formatTaskKey(locale, String(value)) : value;
}

/** "tệp a.xlsx, trang tính “Phụ lục”, ô B4"; '' where nothing is known of the place. */
export function formatLocation(locale: Locale, place: ProblemLocation): string {
  return (
    LOCATION_PARTS.filter((part) => place[part] !== undefined && place[part] !== '')
      // A cell's address says its row already.
      .filter((part) => part !== 'row' || place.cell === undefined)
      .map((part) => t(locale, `place.${part}`, { value: formatPart(locale, part, place[part] ?? '') }))
      .join(', ')
  );
}

/** "đĩa đã đầy, ENOSPC": what the system calls a fault, with words where there are some for it. */
function describeReason(locale: Locale, reason: string): string {
  const key = `system.${reason}`;
  return key in getDictionary(locale).messages ? `${t(locale, key as MessageKey)}, ${reason}` : reason;
}

export type ProblemDescription = { what: string; where: string; next: string };

/** What happened, where, and what to do next, in the words of a language. */
export function describeProblem(locale: Locale, problem: Problem): ProblemDescription {
  const { what, next } = getDictionary(locale).problems[problem.code];
  const { details = {} } = problem;
  const { what: lost, command, at, task, tableKind, reason } = details;
  const params = {
    ...details,
    ...(problem.code === 'content-lost' &&
      typeof lost === 'string' && { what: describeLostContent(locale, lost) }),
    ...(typeof tableKind === 'string' && {
      tableKind: t(locale, `table.kind.${tableKind}` as MessageKey),
    }),
    ...(typeof reason === 'string' && { reason: describeReason(locale, reason) }),
    ...(typeof task === 'string' && { task: formatTaskKey(locale, task) }),
    ...(typeof command === 'string' && { command: t(locale, `command.${command}` as MessageKey) }),
    ...(typeof at === 'string' && { at: formatDateTime(at) }),
  };
  return {
    what: fillTemplate(what, params),
    where: formatLocation(locale, problem.place),
    next: fillTemplate(next, params),
  };
}

/** One paragraph: "Lỗi [code] – place: what happened. Việc cần làm: next step." */
export function formatProblem(locale: Locale, problem: Problem): string {
  const { what, where, next } = describeProblem(locale, problem);
  const head = `${t(locale, `severity.${problem.severity}`)} [${problem.code}]`;
  return `${head}${where ? ` – ${where}` : ''}: ${what} ${t(locale, 'problem.next', { next })}`;
}
