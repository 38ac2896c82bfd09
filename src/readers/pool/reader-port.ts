/** What a job is at: its reader's code is being fetched, or the file is being read. */
type JobStage = 'loading' | 'reading';

/** What a reader says of one of its jobs. */
export type ReaderMessage<Outcome> =
  | { job: number; outcome: Outcome }
  | { job: number; stage: JobStage }
  | { job: number; page: { done: number; total: number } };

/** Why a reader is gone: it died, or its memory went beyond its limit (megabytes). */
export type ReaderFailure = { kind: 'stopped'; reason: string } | { kind: 'memory'; megabytes: number };

/** A reader in a worker or a thread; the platform's channel to it. */
export type ReaderPort<Message, Outcome> = {
  post: (message: Message) => void;
  /** Nothing that a reader says before both are set is lost; the last listener counts. */
  onMessage: (listener: (message: ReaderMessage<Outcome>) => void) => void;
  onFailure: (listener: (failure: ReaderFailure) => void) => void;
  /** Ends the reader, whatever it is doing. */
  close: () => void;
  /** Gives back a reader that has nothing to do; the platform keeps it for the next file or ends it. */
  release: () => void;
};

/** What code running in a reader says of the job that it is at. */
export type ReportStage = (stage: JobStage) => void;
