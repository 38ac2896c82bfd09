import type { Place, Problem, ProblemCode } from './problem';

export type Refusal = { ok: false; problems: Problem[] };
type Details = NonNullable<Problem['details']>;

export function done<T>(value: T, warnings: Problem[] = []): { ok: true; value: T; warnings: Problem[] } {
  return {
    ok: true,
    value,
    warnings,
  };
}

export function error(code: ProblemCode, place: Place = {}, details?: Details): Problem {
  return {
    code,
    severity: 'error',
    place,
    ...(details && { details }),
  };
}

export function warning(code: ProblemCode, place: Place = {}, details?: Details): Problem {
  return {
    ...error(code, place, details),
    severity: 'warning',
  };
}

export function refuse(code: ProblemCode, place: Place = {}, details?: Details): Refusal {
  return {
    ok: false,
    problems: [error(code, place, details)],
  };
}

/** Puts the file's name into the problems and warnings of a step that did not know it. */
export function inFile<R extends Refusal | { ok: true; warnings: Problem[] }>(result: R, file: string): R {
  const placed = (problem: Problem): Problem => ({ ...problem, place: { file, ...problem.place } });
  return result.ok
    ? { ...result, warnings: result.warnings.map(placed) }
    : { ...result, problems: result.problems.map(placed) };
}
