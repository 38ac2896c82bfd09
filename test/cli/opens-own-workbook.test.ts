import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { opensOwnWorkbook, WORKBOOK_SUBCOMMANDS } from '../../src/cli/opens-own-workbook';

const FOLDER = resolve('src/cli/subcommands');
const THERE = resolve('package.json');

describe('opensOwnWorkbook', () => {
  it('knows every subcommand whose code opens one; import does by an option', () => {
    const found = readdirSync(FOLDER)
      .filter((name) => readFileSync(join(FOLDER, name), 'utf8').includes('openWorkbookFile('))
      .map((name) => basename(name, '.ts'));
    expect([...WORKBOOK_SUBCOMMANDS, 'import'].sort()).toEqual(found.sort());
  });

  it.each([
    [true, ['summary', 'so.xlsx']],
    [true, ['--lang', 'en', 'word', 'so.xlsx']],
    [true, ['import', 'a.docx', '--into', THERE]],
    [true, ['import', 'a.docx', `--out=${THERE}`]],
    [true, ['import', 'a.docx', `-o${THERE}`]],
    [false, ['import', 'a.docx']],
    [false, ['import', 'a.docx', '-o', 'không-có.xlsx']],
    [false, ['timing', 'Quý I']],
  ])('is %s for %j', (expected, args) => {
    expect(opensOwnWorkbook(args)).toBe(expected);
  });
});
