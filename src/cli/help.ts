import { t } from '../locales/locale';
import type { Locale } from '../locales/locale';
import type { OptionPlan, Verb } from './verb';

function optionName(name: string, { short, value }: OptionPlan): string {
  return `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`;
}

function usageOf({ name, files, options }: Verb): string {
  const flags = Object.entries(options).map(([option, { short, value }]) => {
    const flag = short ? `-${short}` : `--${option}`;
    return `[${flag}${value ? ` ${value}` : ''}]`;
  });
  return ['phuluc', name, files.names, ...flags, '[--lang vi|en]'].filter(Boolean).join(' ');
}

function optionLines(verb: Verb, locale: Locale): string[] {
  return Object.entries(verb.options).map(
    ([name, option]) => `      ${optionName(name, option).padEnd(22)}  ${t(locale, option.help)}`,
  );
}

/** The help: all verbs, or one. */
export function helpLines(verbs: readonly Verb[], locale: Locale): string[] {
  return [
    t(locale, 'cli.usage'),
    '',
    t(locale, 'cli.verbs'),
    ...verbs.flatMap((verb) => [
      '',
      `  ${usageOf(verb)}`,
      `      ${t(locale, verb.help)}`,
      ...optionLines(verb, locale),
    ]),
  ];
}
