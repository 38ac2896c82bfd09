import type { MessageKey } from '../i18n/vi/messages';
import type { Result } from '../shared/result';

/** What a command needs from outside; the open workbook itself is reached through the excel room. */
export type CommandContext = {
  now(): Date;
  /** Stops a command that can be stopped; it rejects with the signal's reason then. */
  signal?: AbortSignal;
  /** Told by commands that take a while. */
  onProgress?: (done: number, total: number) => void;
};

/** One action of the user: the same object serves the button, the ribbon, the shortcut and the command line. */
export type Command<Input, Output> = {
  id: string;
  labelKey: MessageKey;
  /** How far it is, in words, from `done` and `total`; pages where absent. */
  progressKey?: MessageKey;
  /** Can be stopped on its way without leaving anything half done. */
  stoppable?: true;
  run(context: CommandContext, input: Input): Promise<Result<Output>>;
};

/** A command whose effect is shown before it is done: `stage` writes nothing, `run` does what was staged. */
export type StagedCommand<Input, Staged, Output> = Command<Staged, Output> & {
  stage(context: CommandContext, input: Input): Promise<Result<Staged>>;
};
