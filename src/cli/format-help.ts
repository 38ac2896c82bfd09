import { type Locale, t } from '../i18n/locale';
import type { OptionSpec, Subcommand } from './subcommand';

function formatOptionName(name: string, { short, value }: OptionSpec): string {
  return `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`;
}

function formatUsage({ name, files, options }: Subcommand): string {
  const flags = Object.entries(options).map(([option, { short, value }]) => {
    const flag = short ? `-${short}` : `--${option}`;
    return `[${flag}${value ? ` ${value}` : ''}]`;
  });
  return ['phuluc', name, files.names, ...flags, '[--lang vi|en]'].filter(Boolean).join(' ');
}

function formatOptions(verb: Subcommand, locale: Locale): string[] {
  return Object.entries(verb.options).map(
    ([name, option]) => `      ${formatOptionName(name, option).padEnd(22)}  ${t(locale, option.help)}`,
  );
}

/** The help: all verbs, or one. */
export function formatHelp(verbs: readonly Subcommand[], locale: Locale): string[] {
  return [
    t(locale, 'cli.usage'),
    '',
    t(locale, 'cli.verbs'),
    ...verbs.flatMap((verb) => [
      '',
      `  ${formatUsage(verb)}`,
      `      ${t(locale, verb.help)}`,
      ...formatOptions(verb, locale),
    ]),
  ];
}
