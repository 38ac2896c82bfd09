/** Codes of what the command line reports about its arguments and files. */
export type CliProblem = 'file-not-found' | 'file-not-writable' | 'usage';

declare module '../shared/problem' {
  interface ProblemCodes {
    cli: CliProblem;
  }
}
