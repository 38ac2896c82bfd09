import type { MessageKey } from '../i18n/vi/messages';
import type { Result } from '../shared/result';

/** What a command needs from its caller; it reaches the open workbook through src/excel. */
export type CommandContext = {
  now(): Date;
  /** Stops a stoppable command, which then rejects with the reason of the signal. */
  signal?: AbortSignal;
  /** Called by commands that take a while. */
  onProgress?: (done: number, total: number) => void;
};

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
