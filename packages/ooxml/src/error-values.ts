/** The errors that a cell can hold (ECMA-376 part 1, 18.17.3), with the two that Excel 365 added. */
const ERROR_CODES = [
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#SPILL!',
  '#CALC!',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

const KNOWN_ERRORS: ReadonlySet<string> = new Set(ERROR_CODES);

export const isErrorCode = (text: string): text is ErrorCode => KNOWN_ERRORS.has(text);
