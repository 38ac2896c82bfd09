/** Codes of what is noticed in the record of an occurrence. */
export type RecordProblem =
  | 'not-a-date'
  | 'done-without-date'
  | 'done-in-future'
  | 'date-without-done'
  | 'no-evidence' // neither evidence nor an explanation
  | 'document-number'
  | 'document-type'; // the number's abbreviation is that of another product

/** Codes of what is noticed while the log is renewed, recorded in, and its settings are read. */
export type LogProblem =
  | 'no-progress-sheet'
  | 'no-occurrence-selected'
  | 'log-rows-kept' // typed in, no longer asked for
  | 'recorded-on-task' // a result of a task with several occurrences, now on each of them
  | 'setting-unread'
  | 'meaning-not-read'
  | 'task-not-found'
  | 'nothing-to-carry';

declare module '../shared/problem' {
  interface ProblemCodes {
    progress: RecordProblem | LogProblem;
  }
}
