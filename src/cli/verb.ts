import type { Problem } from '../annex/problem';
import type { Locale } from '../locales/locale';
import type { MessageKey } from '../locales/vi';

export type OptionPlan = {
  type: 'string' | 'boolean';
  short?: string;
  /** Key of the line in the help. */
  help: MessageKey;
  /** What stands for the value in the usage line, e.g. "FILE". */
  value?: string;
  choices?: readonly string[];
};

export type OptionValues<Options extends Record<string, OptionPlan>> = {
  [Name in keyof Options]?: Options[Name]['type'] extends 'boolean' ? boolean : string;
};

export type VerbInput<Options extends Record<string, OptionPlan>> = {
  files: string[];
  options: OptionValues<Options>;
  locale: Locale;
  now: () => Date;
};

/**
 * What a verb gives: lines for people, and the one object that `--json` prints, or one object a line where a stream is
 * answered. Warnings go to standard error.
 */
export type VerbOutcome =
  | { ok: true; lines: string[]; json: unknown; jsonLines?: readonly unknown[]; warnings: Problem[] }
  | { ok: false; problems: Problem[] };

/** A verb of the command line as data: its files, its options, and what it does. */
export type Verb<Options extends Record<string, OptionPlan> = Record<string, OptionPlan>> = {
  name: string;
  help: MessageKey;
  files: { least: number; most: number; names: string };
  options: Options;
  run(input: VerbInput<Options>): Promise<VerbOutcome>;
};

/** Keeps the types of a verb's own options inside its `run` while verbs of all kinds stand in one table. */
export function defineVerb<Options extends Record<string, OptionPlan>>(verb: Verb<Options>): Verb {
  return verb as unknown as Verb;
}

export const JSON_OPTION = { type: 'boolean', help: 'cli.option.json' } as const satisfies OptionPlan;
