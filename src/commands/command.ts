import type { SchoolFile } from '../consolidation/types';
import type { MessageKey } from '../i18n/vi/messages';
import type { DocumentReader } from '../import/document-reader';
import type { Result } from '../shared/result';

/** Reads the user's files where what takes too much time or memory can be ended: in workers, threads. */
export type FileReaders = {
  readDocument: DocumentReader;
  /** `source`: whatever the platform finds the bytes by. */
  readWorkbook: (file: string, source: unknown) => Promise<Result<SchoolFile>>;
};

/** What a command needs from its caller; it reaches the open workbook through src/excel. */
export type CommandContext = {
  now(): Date;
  /** Stops a stoppable command, which then rejects with the reason of the signal. */
  signal?: AbortSignal;
  /** For commands that read files. */
  readers?: FileReaders;
  /** Called by commands that take a while. */
  onProgress?: (done: number, total: number) => void;
};

/**
 * Returns the readers of files.
 *
 * @throws if the caller of a command that reads files has none
 */
export function getReaders({ readers }: CommandContext): FileReaders {
  if (!readers) throw new Error('a command that reads files was run without readers');
  return readers;
}

/** One action of the user, shared by the button, the ribbon, the shortcut and the command line. */
export type Command<Input, Output> = {
  id: string;
  labelKey: MessageKey;
  /** Text of the progress, with `done` and `total`; by default it counts pages. */
  progressKey?: MessageKey;
  /** Set if the command can be stopped without leaving anything half done. */
  stoppable?: true;
  run(context: CommandContext, input: Input): Promise<Result<Output>>;
};

/** A command whose effect is shown first: `stage` writes nothing, `run` does what was staged. */
export type StagedCommand<Input, Staged, Output> = Command<Staged, Output> & {
  stage(context: CommandContext, input: Input): Promise<Result<Staged>>;
};
