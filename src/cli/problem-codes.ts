/** Codes of what the command line reports about its arguments and files. */
export type CliProblem =
  | 'file-not-found'
  | 'file-not-writable'
  | 'input-too-long' // standard input
  | 'answer-not-printed' // standard output takes no more
  | OutputProblem
  | 'usage';
type OutputProblem =
  | 'output-is-folder'
  | 'output-not-a-folder'
  | 'output-not-a-file' // a device, a pipe
  | 'output-read-only'
  | 'output-open' // in Excel or LibreOffice
  | 'output-busy' // another run writes it
  | 'output-changed' // saved by somebody since the run began
  | 'output-not-workbook'
  | 'output-wrong-extension';

declare module '../shared/problem' {
  interface ProblemCodes {
    cli: CliProblem;
  }
}
