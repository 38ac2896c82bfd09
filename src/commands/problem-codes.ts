/** Codes of what a command reports by itself. */
export type CommandProblem = 'content-lost' | 'internal';

declare module '../shared/problem' {
  interface ProblemCodes {
    commands: CommandProblem;
  }
}
