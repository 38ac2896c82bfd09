import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EN_MESSAGES } from '../../src/i18n/en/messages';
import { VI_MESSAGES } from '../../src/i18n/vi/messages';

/** All code but the words themselves. */
const sources = ['src', 'scripts'].flatMap((name) => {
  const folder = join(process.cwd(), name);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/^locales[\\/](?:vi|en)/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
});

/** Whole keys as they stand in the code. */
const LITERALS = new Set(
  sources.flatMap((source) => source.match(/(?<=['"`])[a-z][\w.-]+(?=['"`])/gi) ?? []),
);

/** Keys that are put together: `pane.tab.${key}` names every key of that form. */
const templates = [
  ...new Set(
    sources.flatMap((source) => source.match(/(?<=`)[a-z][\w.-]*\.(?:\$\{[^`}]*\}[\w.-]*)+(?=`)/gi) ?? []),
  ),
].map((template) => {
  const [first = '', ...rest] = template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'));
  return new RegExp(`^${[first, ...rest].join('[\\w.-]+')}$`);
});

function isUsed(key: string): boolean {
  return LITERALS.has(key) || templates.some((template) => template.test(key));
}

describe('the words of the product', () => {
  it('are all said somewhere', () => {
    expect(Object.keys(VI_MESSAGES).filter((key) => !isUsed(key))).toEqual([]);
  });

  it('finds a key that nobody says', () => {
    expect(['pane.nobody-says-this', 'paneXtitle'].filter(isUsed)).toEqual([]);
  });

  it('are translated: only what the reader of timings must understand is the same in both languages', () => {
    const words = EN_MESSAGES as Record<string, string>;
    const same = Object.entries(VI_MESSAGES).filter(
      ([key, text]) => words[key] === text && /\p{L}{2}/u.test(text.replace(/\{[^}]*\}/g, '')),
    );
    // A language stands by its own name in every list of languages.
    const isSame = (key: string): boolean => /^(?:track\.offer|settings\.language)\./.test(key);
    expect(same.map(([key]) => key).filter((key) => !isSame(key))).toEqual([]);
  });
});
