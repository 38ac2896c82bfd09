import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { runCli } from '../../src/cli/run-cli';
import { SUBCOMMANDS } from '../../src/cli/subcommands';
import { splitLines } from '../../src/cli/subcommands/timing';

async function run(...args: string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const terminal = {
    out: (line: string) => void out.push(line),
    error: (line: string) => void errors.push(line),
  };
  const code = await runCli(SUBCOMMANDS, ['timing', ...args], terminal, () => new Date(2024, 5, 20));
  return { code, out, errors };
}

describe('phuluc timing', () => {
  it('answers one phrase with one object', async () => {
    const { code, out } = await run('Quý II, Quý III', '--year', '2024', '--json');
    expect(code).toBe(0);
    expect(out.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        text: 'Quý II, Quý III',
        kind: 'quarter',
        due: ['2024-06-30', '2024-09-30'],
        bound: null,
        recurrence: null,
        confidence: 'high',
      },
    ]);
  });

  it('takes the words that the shell parted as one phrase, and this year where none is named', async () => {
    const { out } = await run('trước', 'ngày', '15/7');
    expect(out).toEqual(['trước ngày 15/7 → ngày: 15/07/2024 (trước ngày 15/07/2024) – chắc chắn']);
  });

  it('leaves out what lies before the plan', async () => {
    const { out } = await run('Định kỳ trước ngày 08 hàng tháng', '--from', '2024-06-05', '--json');
    expect((JSON.parse(out[0] ?? '') as { due: string[] }).due).toHaveLength(7);
  });

  it.each([[[]], [['Tháng 6', '--year', '24']], [['Tháng 6', '--from', '5/6/2024']]])(
    'refuses %j as wrong usage',
    async (args) => {
      const { code, errors, out } = await run(...args);
      expect([code, out]).toEqual([2, []]);
      expect(errors.join()).toContain('[usage]');
    },
  );

  it('answers every line of its input with a line, blank ones too', () => {
    const root = resolve(__dirname, '../..');
    const answer = spawnSync(
      process.execPath,
      ['src/cli/phuluc.mjs', 'timing', '--stdin', '--json', '--year', '2024'],
      { cwd: root, input: 'Tháng 6\r\n\nKhi có yêu cầu\n', encoding: 'utf8' },
    );
    const kinds = answer.stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { kind: string }).kind);
    expect(kinds).toEqual(['month', 'unknown', 'onRequest']);
  });
});

describe('lines', () => {
  it.each([
    ['', []],
    ['a', ['a']],
    ['a\n', ['a']],
    ['\ufeffa\r\nb\n\n', ['a', 'b', '']],
  ])('%j', (text, lines) => {
    expect(splitLines(text)).toEqual(lines);
  });
});
