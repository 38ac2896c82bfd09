/** Codes of problems that the pane reports itself. */
export type PaneProblem = 'code-not-loaded'; // the connection is lost, or a new release has replaced the files

declare module '../shared/problem' {
  interface ProblemCodes {
    taskpane: PaneProblem;
  }
}
