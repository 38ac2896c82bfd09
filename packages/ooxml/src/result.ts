/** Codes of what can be wrong with a package or one of its parts. The application has a text for each of them. */
export type OoxmlProblemCode =
  | 'not-zip'
  | 'zip-damaged'
  | 'zip-bomb'
  | 'file-too-large'
  | 'encrypted'
  | 'part-missing'
  | 'xml-damaged'
  | 'xml-doctype'
  | 'xml-too-deep';

export type ProblemDetails = Record<string, string | number>;

/** `place` is filled in by callers, who know the file; `details` are the values that a message names. */
export type OoxmlProblem = {
  code: OoxmlProblemCode;
  severity: 'error';
  place: { sheet?: string; cell?: string };
  details?: ProblemDetails;
};

export type Failure = { ok: false; problems: OoxmlProblem[] };

/** A value, or what prevented it. Has the shape of the application's own results, so that callers pass it on. */
export type Result<T> = { ok: true; value: T; warnings: OoxmlProblem[] } | Failure;

export function ok<T>(value: T): { ok: true; value: T; warnings: OoxmlProblem[] } {
  return { ok: true, value, warnings: [] };
}

export function err(code: OoxmlProblemCode, details?: ProblemDetails): Failure {
  return { ok: false, problems: [{ code, severity: 'error', place: {}, ...(details && { details }) }] };
}

/** Adds the name of a part to the problems of an operation that did not know it. */
export function addPartName<T>(result: Result<T>, part: string): Result<T> {
  return result.ok
    ? result
    : {
        ok: false,
        problems: result.problems.map((problem) => ({ ...problem, details: { part, ...problem.details } })),
      };
}
