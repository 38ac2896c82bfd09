import { type Problem, type ProblemCode, type ProblemLocation } from './problem';

/** What prevented a value: at least one problem of severity "error". */
export type Failure = { ok: false; problems: Problem[] };

/** A value with the warnings noticed on the way, or the problems that prevented it. */
export type Result<T> = { ok: true; value: T; warnings: Problem[] } | Failure;

type ProblemDetails = NonNullable<Problem['details']>;

/** Returns a successful result: the value and the warnings noticed on the way. */
export function ok<T>(value: T, warnings: Problem[] = []): { ok: true; value: T; warnings: Problem[] } {
  return { ok: true, value, warnings };
}

/** Returns a failure with one problem, given by its code, or with the problems given. */
export function err(problems: Problem[]): Failure;
export function err(code: ProblemCode, place?: ProblemLocation, details?: ProblemDetails): Failure;
export function err(
  cause: ProblemCode | Problem[],
  place: ProblemLocation = {},
  details?: ProblemDetails,
): Failure {
  return { ok: false, problems: typeof cause === 'string' ? [problem(cause, place, details)] : cause };
}

/** Returns a problem of severity "error". `details` are the values that its message names, e.g. {rows: 3}. */
export function problem(code: ProblemCode, place: ProblemLocation = {}, details?: ProblemDetails): Problem {
  return { code, severity: 'error', place, ...(details && { details }) };
}

/** Returns a problem of severity "warning". `details` are the values that its message names, e.g. {rows: 3}. */
export function warning(code: ProblemCode, place: ProblemLocation = {}, details?: ProblemDetails): Problem {
  return { ...problem(code, place, details), severity: 'warning' };
}

/** Adds the file's name to the problems and warnings of an operation that did not know it. */
export function addFileName<R extends Failure | { ok: true; warnings: Problem[] }>(
  result: R,
  file: string,
): R {
  const addName = (each: Problem): Problem => ({ ...each, place: { file, ...each.place } });
  return result.ok
    ? { ...result, warnings: result.warnings.map(addName) }
    : { ...result, problems: result.problems.map(addName) };
}
