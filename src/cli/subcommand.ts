import type { Locale } from '../i18n/locale';
import type { MessageKey } from '../i18n/vi/messages';
import type { Problem } from '../shared/problem';
import type { Output } from './output-file';

export type OptionSpec = {
  type: 'string' | 'boolean';
  short?: string;
  /** Key of the line in the help. */
  help: MessageKey;
  /** What stands for the value in the usage line, e.g. "FILE". */
  value?: string;
  choices?: readonly string[];
  /** May be given several times. */
  multiple?: true;
};

export type OptionValues<Options extends Record<string, OptionSpec>> = {
  [Name in keyof Options]?: Options[Name]['type'] extends 'boolean'
    ? boolean
    : Options[Name] extends { multiple: true }
      ? string[]
      : string;
};

export type SubcommandInput<Options extends Record<string, OptionSpec>> = {
  files: string[];
  options: OptionValues<Options>;
  locale: Locale;
  now: () => Date;
};

/**
 * What a verb gives: lines for people, and the one object that `--json` prints, or one object a line where a stream is
 * answered. Warnings go to standard error.
 */
export type SubcommandResult =
  | { ok: true; lines: string[]; json: unknown; jsonLines?: readonly unknown[]; warnings: Problem[] }
  | { ok: false; problems: Problem[] };

/** A verb of the command line as data: its files, its options and what it writes. */
export type SubcommandSpec<Options extends Record<string, OptionSpec> = Record<string, OptionSpec>> = {
  name: string;
  help: MessageKey;
  files: { least: number; most: number; names: string };
  options: Options;
  /** Checked and claimed before the verb runs; a name that follows from what is read is checked when it is written. */
  outputs?(call: Pick<SubcommandInput<Options>, 'files' | 'options'>): Output[];
};

/** A verb with what it does. */
export type Subcommand<Options extends Record<string, OptionSpec> = Record<string, OptionSpec>> =
  SubcommandSpec<Options> & { run(input: SubcommandInput<Options>): Promise<SubcommandResult> };

/**
 * Keeps the types of a verb's own options inside its `run` while verbs of all kinds stand in one table. The code of a
 * verb is loaded when it runs.
 */
export function defineSubcommand<Options extends Record<string, OptionSpec>>(
  spec: SubcommandSpec<Options>,
  load: () => Promise<Subcommand<Options>['run']>,
): Subcommand {
  const run: Subcommand<Options>['run'] = async (input) => (await load())(input);
  return { ...spec, run } as unknown as Subcommand;
}

export const JSON_OPTION = { type: 'boolean', help: 'cli.option.json' } as const satisfies OptionSpec;
