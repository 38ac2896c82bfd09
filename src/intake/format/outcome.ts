import type { Place, Problem, ProblemCode, Result } from '../../annex/problem';

export type Refusal = { ok: false; problems: Problem[] };
type Details = NonNullable<Problem['details']>;

export const done = <T>(value: T, warnings: Problem[] = []): { ok: true; value: T; warnings: Problem[] } => ({
  ok: true,
  value,
  warnings,
});

export const refuse = (code: ProblemCode, place: Place = {}, details?: Details): Refusal => ({
  ok: false,
  problems: [{ code, severity: 'error', place, ...(details && { details }) }],
});

export const warning = (code: ProblemCode, place: Place, details?: Details): Problem => ({
  code,
  severity: 'warning',
  place,
  ...(details && { details }),
});

/** Puts the file's name into the problems of a step that did not know it. */
export const inFile = <T>(result: Result<T>, file: string): Result<T> =>
  result.ok
    ? result
    : {
        ok: false,
        problems: result.problems.map((problem) => ({ ...problem, place: { file, ...problem.place } })),
      };

/** Bytes as messages name them, to one decimal. */
export const megabytes = (bytes: number): number => Math.round((bytes / (1024 * 1024)) * 10) / 10;
