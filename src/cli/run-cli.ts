import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { MessageParams } from '../i18n/fill-template';
import { formatProblem } from '../i18n/format-problem';
import { type Locale, LOCALES, t } from '../i18n/locale';
import type { MessageKey } from '../i18n/vi/messages';
import type { Problem } from '../shared/problem';
import { err } from '../shared/result';
import { createUsageFailure } from './create-usage-failure';
import { escapeLine } from './escape-line';
import { getErrorMessage } from './files';
import { formatHelp } from './format-help';
import { withOutputs } from './output-file';
import type { OptionValues, Subcommand, SubcommandResult } from './subcommand';

type Terminal = { out(line: string): void; error(line: string): void };
type ExitCode = 0 | 1 | 2;

type RawOptionValues = Record<string, string | string[] | boolean | undefined>;
type ParsedCall = { values: RawOptionValues; files: string[] };
type UsageError = { key: MessageKey; params?: MessageParams };

const isUsageError = (parsed: ParsedCall | UsageError): parsed is UsageError => 'key' in parsed;

function parseCall(subcommand: Subcommand, args: string[]): ParsedCall | UsageError {
  const options: NonNullable<ParseArgsConfig['options']> = { lang: { type: 'string' } };
  for (const [name, { type, short, multiple }] of Object.entries(subcommand.options)) {
    options[name] = { type, ...(short && { short }), ...(multiple && { multiple }) };
  }
  let parsed: { values: RawOptionValues; positionals: string[] };
  try {
    parsed = parseArgs({ args, options, allowPositionals: true, strict: true }) as typeof parsed;
  } catch (error) {
    // Node's message is English; the option it names is all that is needed of it.
    const message = getErrorMessage(error);
    return { key: 'cli.usage.option', params: { value: /'([^']+)'/.exec(message)?.[1] ?? message } };
  }
  const { values, positionals: files } = parsed;
  for (const [option, { choices }] of Object.entries(subcommand.options)) {
    const value = values[option];
    if (choices && typeof value === 'string' && !choices.includes(value)) {
      return { key: 'cli.usage.choice', params: { value, option, choices: choices.join(', ') } };
    }
  }
  const { least, most } = subcommand.files;
  if (files.length < least || files.length > most) {
    const expected = least === most ? least : `${least}–${most}`;
    return { key: 'cli.usage.arguments', params: { expected, given: files.length } };
  }
  return { values, files };
}

/** `--lang` is looked for before all else, so that even a wrong call is answered in the language asked for. */
function findLanguage(args: readonly string[]): string {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  if (at < 0) return 'vi';
  return (args[at] === '--lang' ? args[at + 1] : args[at]?.slice('--lang='.length)) ?? '';
}

/** The language of a call; Vietnamese where it names none that is spoken here. */
export function findLocale(args: readonly string[]): Locale {
  const language = findLanguage(args);
  return LOCALES.find((one) => one === language) ?? 'vi';
}

/** Verbs may stand behind `--lang xx`. */
function splitSubcommand(args: readonly string[]): { name: string | undefined; rest: string[] } {
  const at = args.findIndex((arg, index) => !arg.startsWith('-') && args[index - 1] !== '--lang');
  return at < 0
    ? { name: undefined, rest: [...args] }
    : { name: args[at], rest: [...args.slice(0, at), ...args.slice(at + 1)] };
}

const createInternalFailure = (error: unknown): SubcommandResult =>
  err('internal', {}, { reason: getErrorMessage(error) });

function printResult(
  terminal: Terminal,
  locale: Locale,
  asJson: boolean,
  outcome: SubcommandResult,
): ExitCode {
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
  subcommands: readonly Subcommand[],
  args: readonly string[],
  { out, error }: Terminal,
  now: () => Date = () => new Date(),
): Promise<ExitCode> {
  const terminal: Terminal = {
    out: (line) => out(escapeLine(line)),
    error: (line) => error(escapeLine(line)),
  };
  const language = findLanguage(args);
  const known = LOCALES.find((one) => one === language);
  const locale = known ?? 'vi';
  const wrong = ({ key, params: params }: UsageError): ExitCode => {
    for (const problem of createUsageFailure(locale, key, params).problems)
      terminal.error(formatProblem(locale, problem));
    return 2;
  };
  if (!known) {
    return wrong({
      key: 'cli.usage.choice',
      params: { value: language, option: 'lang', choices: LOCALES.join(', ') },
    });
  }
  const { name, rest } = splitSubcommand(args);
  if (name === 'help' || rest.includes('--help')) {
    const about = subcommands.filter(
      (subcommand) => subcommand.name === (name === 'help' ? rest.at(-1) : name),
    );
    for (const line of formatHelp(about.length > 0 ? about : subcommands, locale)) terminal.out(line);
    return 0;
  }
  if (name === undefined) return wrong({ key: 'cli.usage.no-verb' });
  const subcommand = subcommands.find((one) => one.name === name);
  if (!subcommand) return wrong({ key: 'cli.usage.unknown-verb', params: { value: name } });
  const parsed = parseCall(subcommand, rest);
  if (isUsageError(parsed)) return wrong(parsed);
  const { values, files } = parsed;
  const input = { files, options: values as OptionValues<Subcommand['options']>, locale, now };
  let outcome: SubcommandResult;
  try {
    outcome = await withOutputs(subcommand.outputs?.(input) ?? [], () => subcommand.run(input));
  } catch (reason) {
    outcome = createInternalFailure(reason);
  }
  return printResult(terminal, locale, values['json'] === true, outcome);
}
