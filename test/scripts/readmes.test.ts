import { readFileSync } from 'node:fs';
import { SUBCOMMANDS } from '../../src/cli/subcommands';

const DEVELOPERS = '## For developers';
/** What concerns developers stands in one of them only. */
const [VIETNAMESE, ENGLISH] = ['README.md', 'README.en.md'].map(
  (path) => readFileSync(path, 'utf8').split(DEVELOPERS)[0] ?? '',
) as [string, string];

const sortUnique = (words: Iterable<string>): string[] => [...new Set(words)].sort();
const findOptions = (text: string): string[] =>
  sortUnique(text.match(/(?<![\w|-])--[a-z]+(?:-[a-z]+)*/g) ?? []);
const findCommands = (text: string): string[] =>
  sortUnique([...text.matchAll(/phuluc -- ([a-z]+(?:-[a-z]+)*)/g)].map((match) => match[1] ?? ''));
const countSections = (text: string): number => text.match(/^## /gm)?.length ?? 0;

describe('the two READMEs', () => {
  it('name the same options and commands, in as many sections', () => {
    expect(findOptions(ENGLISH)).toEqual(findOptions(VIETNAMESE));
    expect(findCommands(ENGLISH)).toEqual(findCommands(VIETNAMESE));
    expect(countSections(ENGLISH)).toBe(countSections(VIETNAMESE));
  });

  it('name every command', () => {
    expect(findCommands(VIETNAMESE)).toEqual(sortUnique([...SUBCOMMANDS.map(({ name }) => name), 'help']));
  });

  it('name no option of a command that it does not have', () => {
    const known = new Set(SUBCOMMANDS.flatMap(({ options }) => Object.keys(options)));
    const other = ['lang', 'silent', 'port', 'open', 'no-browser'];
    const used = findOptions(VIETNAMESE).map((option) => option.slice(2));
    expect(used.filter((option) => !known.has(option) && !other.includes(option))).toEqual([]);
  });
});
