/** Codes of what the command line reports about its arguments and files. */
export type CliProblem = 'file-not-found' | 'file-not-writable' | OutputProblem | 'usage';
type OutputProblem =
  | 'output-is-folder'
  | 'output-not-a-file' // a device, a pipe
  | 'output-read-only'
  | 'output-open' // in Excel or LibreOffice
  | 'output-busy' // another run writes it
  | 'output-not-workbook';

declare module '../shared/problem' {
  interface ProblemCodes {
    cli: CliProblem;
  }
}
