/** Codes of problems that the commands report themselves. */
export type CommandProblem = 'content-lost' | 'timing-uncertain' | 'internal';

declare module '../shared/problem' {
  interface ProblemCodes {
    commands: CommandProblem;
  }
}
