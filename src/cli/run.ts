import { wrongUse } from './wrong-use';
import { refuse } from '../annex/outcome';
import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import type { Problem } from '../annex/problem';
import { formatProblem } from '../locales/format-problem';
import { LOCALES, t } from '../locales/locale';
import type { Locale } from '../locales/locale';
import type { MessageKey } from '../locales/vi';
import type { Figures } from '../locales/words';
import { messageOf } from './files';
import { helpLines } from './help';
import type { OptionValues, Verb, VerbOutcome } from './verb';

export type Terminal = { out(line: string): void; error(line: string): void };
export type Exit = 0 | 1 | 2;

type Values = Record<string, string | boolean | undefined>;
type Parsed = { values: Values; files: string[] };
type Wrong = { key: MessageKey; figures?: Figures };

const isWrong = (parsed: Parsed | Wrong): parsed is Wrong => 'key' in parsed;

function parse(verb: Verb, args: string[]): Parsed | Wrong {
  const options: NonNullable<ParseArgsConfig['options']> = { lang: { type: 'string' } };
  for (const [name, { type, short }] of Object.entries(verb.options)) {
    options[name] = short ? { type, short } : { type };
  }
  let parsed: { values: Values; positionals: string[] };
  try {
    parsed = parseArgs({ args, options, allowPositionals: true, strict: true }) as typeof parsed;
  } catch (error) {
    // Node's message is English; the option it names is all that is needed of it.
    const message = messageOf(error);
    return { key: 'cli.usage.option', figures: { value: /'([^']+)'/.exec(message)?.[1] ?? message } };
  }
  const { values, positionals: files } = parsed;
  for (const [option, { choices }] of Object.entries(verb.options)) {
    const value = values[option];
    if (choices && typeof value === 'string' && !choices.includes(value)) {
      return { key: 'cli.usage.choice', figures: { value, option, choices: choices.join(', ') } };
    }
  }
  const { least, most } = verb.files;
  if (files.length < least || files.length > most) {
    const expected = least === most ? least : `${least}–${most}`;
    return { key: 'cli.usage.arguments', figures: { expected, given: files.length } };
  }
  return { values, files };
}

/** `--lang` is looked for before all else, so that even a wrong call is answered in the language asked for. */
function languageIn(args: readonly string[]): string {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  if (at < 0) return 'vi';
  return (args[at] === '--lang' ? args[at + 1] : args[at]?.slice('--lang='.length)) ?? '';
}

/** Verbs may stand behind `--lang xx`. */
function splitVerb(args: readonly string[]): { name: string | undefined; rest: string[] } {
  const at = args.findIndex((arg, index) => !arg.startsWith('-') && args[index - 1] !== '--lang');
  return at < 0
    ? { name: undefined, rest: [...args] }
    : { name: args[at], rest: [...args.slice(0, at), ...args.slice(at + 1)] };
}

const internal = (error: unknown): VerbOutcome => refuse('internal', {}, { reason: messageOf(error) });

function print(terminal: Terminal, locale: Locale, asJson: boolean, outcome: VerbOutcome): Exit {
  const show = (problems: readonly Problem[]): void => {
    for (const problem of problems) terminal.error(formatProblem(locale, problem));
  };
  if (!outcome.ok) {
    show(outcome.problems);
    return outcome.problems.some(({ code }) => code === 'usage') ? 2 : 1;
  }
  if (asJson) {
    for (const json of outcome.jsonLines ?? [outcome.json]) terminal.out(JSON.stringify(json));
  } else {
    for (const line of outcome.lines) terminal.out(line);
    if (outcome.warnings.length > 0) {
      terminal.error(t(locale, 'cli.warnings', { count: outcome.warnings.length }));
      show(outcome.warnings);
    }
  }
  return 0;
}

/**
 * Runs one call of the command line.
 *
 * @returns 0 done, 1 could not (problems on standard error), 2 wrong usage
 */
export async function runCli(
  verbs: readonly Verb[],
  args: readonly string[],
  terminal: Terminal,
  now: () => Date = () => new Date(),
): Promise<Exit> {
  const language = languageIn(args);
  const known = LOCALES.find((one) => one === language);
  const locale = known ?? 'vi';
  const wrong = ({ key, figures }: Wrong): Exit => {
    for (const problem of wrongUse(locale, key, figures).problems)
      terminal.error(formatProblem(locale, problem));
    return 2;
  };
  if (!known) {
    return wrong({
      key: 'cli.usage.choice',
      figures: { value: language, option: 'lang', choices: LOCALES.join(', ') },
    });
  }
  const { name, rest } = splitVerb(args);
  if (name === 'help' || rest.includes('--help')) {
    const about = verbs.filter((verb) => verb.name === (name === 'help' ? rest.at(-1) : name));
    for (const line of helpLines(about.length > 0 ? about : verbs, locale)) terminal.out(line);
    return 0;
  }
  if (name === undefined) return wrong({ key: 'cli.usage.no-verb' });
  const verb = verbs.find((one) => one.name === name);
  if (!verb) return wrong({ key: 'cli.usage.unknown-verb', figures: { value: name } });
  const parsed = parse(verb, rest);
  if (isWrong(parsed)) return wrong(parsed);
  const { values, files } = parsed;
  let outcome: VerbOutcome;
  try {
    outcome = await verb.run({ files, options: values as OptionValues<Verb['options']>, locale, now });
  } catch (error) {
    outcome = internal(error);
  }
  return print(terminal, locale, values['json'] === true, outcome);
}
