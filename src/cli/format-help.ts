import { type Locale, t } from '../i18n/locale';
import type { OptionSpec, Subcommand } from './subcommand';

function formatOptionName(name: string, { short, value }: OptionSpec): string {
  return `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`;
}

function formatUsage({ name, files, options }: Subcommand): string {
  const flags = Object.entries(options).map(([option, { short, value, multiple }]) => {
    const flag = short ? `-${short}` : `--${option}`;
    return `[${flag}${value ? ` ${value}` : ''}]${multiple ? '…' : ''}`;
  });
  return ['phuluc', name, files.names, ...flags, '[--lang vi|en]'].filter(Boolean).join(' ');
}

function formatOptions(subcommand: Subcommand, locale: Locale): string[] {
  return Object.entries(subcommand.options).map(
    ([name, option]) => `      ${formatOptionName(name, option).padEnd(22)}  ${t(locale, option.help)}`,
  );
}

/** The help: all verbs, or one. */
export function formatHelp(subcommands: readonly Subcommand[], locale: Locale): string[] {
  return [
    t(locale, 'cli.usage'),
    '',
    t(locale, 'cli.verbs'),
    ...subcommands.flatMap((subcommand) => [
      '',
      `  ${formatUsage(subcommand)}`,
      `      ${t(locale, subcommand.help)}`,
      ...formatOptions(subcommand, locale),
    ]),
  ];
}
