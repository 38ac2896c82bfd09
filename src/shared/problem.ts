/**
 * Errors are values: a code, a place and the values for the message. The texts (what happened, what to do
 * next) stand in i18n/, keyed by the code, so that every layer can report without knowing a language.
 */

/**
 * The problem codes by layer. Each layer declares its own in its `problem-codes.ts`; i18n must have a text for
 * every one of them (type-checked). An interface, because only interfaces can be added to.
 */
export interface ProblemCodes {}

export type ProblemCode = ProblemCodes[keyof ProblemCodes];

/** Where in the user's files a problem was noticed. */
export type ProblemLocation = {
  file?: string;
  sheet?: string;
  /** A1 address. */
  cell?: string;
  page?: number;
  /** 1-based number of the table in its document. */
  table?: number;
  /** 1-based row of the table or sheet. */
  row?: number;
  task?: string;
};

export type Problem = {
  code: ProblemCode;
  severity: 'error' | 'warning';
  place: ProblemLocation;
  /** The values and words that the message names, e.g. {rows: 3}. */
  details?: Record<string, string | number>;
};
