import type { ProblemLocation, Problem, ProblemCode } from './problem';

export type Failure = { ok: false; problems: Problem[] };
type ProblemDetails = NonNullable<Problem['details']>;

export function ok<T>(value: T, warnings: Problem[] = []): { ok: true; value: T; warnings: Problem[] } {
  return {
    ok: true,
    value,
    warnings,
  };
}

export function problem(code: ProblemCode, place: ProblemLocation = {}, details?: ProblemDetails): Problem {
  return {
    code,
    severity: 'error',
    place,
    ...(details && { details }),
  };
}

export function warning(code: ProblemCode, place: ProblemLocation = {}, details?: ProblemDetails): Problem {
  return {
    ...problem(code, place, details),
    severity: 'warning',
  };
}

export function err(code: ProblemCode, place: ProblemLocation = {}, details?: ProblemDetails): Failure {
  return {
    ok: false,
    problems: [problem(code, place, details)],
  };
}

/** Puts the file's name into the problems and warnings of a step that did not know it. */
export function addFileName<R extends Failure | { ok: true; warnings: Problem[] }>(
  result: R,
  file: string,
): R {
  const placed = (problem: Problem): Problem => ({ ...problem, place: { file, ...problem.place } });
  return result.ok
    ? { ...result, warnings: result.warnings.map(placed) }
    : { ...result, problems: result.problems.map(placed) };
}
