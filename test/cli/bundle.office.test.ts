import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { useTemporaryFolder } from '../support/run-cli';

const ROOT = resolve(__dirname, '../..');
const COPIED = ['src', 'packages', 'samples', 'package.json', 'package-lock.json', 'tsconfig.json'];
const MESSAGES = 'src/i18n/vi/messages.ts';

/** A checkout of its own, with the packages of this one. */
function createCheckout(root: string): void {
  for (const name of COPIED) cpSync(join(ROOT, name), join(root, name), { recursive: true });
  const packages = join(ROOT, 'node_modules');
  const names = readdirSync(packages).filter((name) => !name.startsWith('.') && name !== '@phuluc');
  for (const name of names) linkFolder(join(packages, name), join(root, 'node_modules', name));
  for (const name of ['ooxml', 'excel-simulator']) {
    linkFolder(join(root, 'packages', name), join(root, 'node_modules/@phuluc', name));
  }
}

function linkFolder(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  symlinkSync(from, to, 'junction');
}

type Answer = { status: number; out: string; errors: string };

async function run(root: string, ...args: string[]): Promise<Answer> {
  const child: ChildProcess = spawn(process.execPath, [join(root, 'src/cli/phuluc.mjs'), ...args], {
    env: { ...process.env, TMPDIR: root, TEMP: root },
  });
  const [out, errors, [status]] = await Promise.all([
    text(child.stdout!),
    text(child.stderr!),
    once(child, 'exit') as Promise<[number]>,
  ]);
  return { status, out, errors };
}

describe('the bundle of the command line', () => {
  const folder = useTemporaryFolder();
  const at = (name: string): string => folder.path(`kho mã/${name}`);
  const getRecord = (): string => readFileSync(at('node_modules/.cache/phuluc/bundle.json'), 'utf8');

  it('is built by first runs at the same time, kept, and built again when a source has changed', async () => {
    createCheckout(at(''));
    const both = await Promise.all([run(at(''), 'timing', 'Quý II'), run(at(''), 'timing', 'Quý II')]);
    for (const { status, out, errors } of both) {
      expect([status, errors]).toEqual([0, '']);
      expect(out).toContain('quý: 30/06');
    }

    // A file that changed just before it was bundled is not trusted; by now none has.
    await new Promise((done) => setTimeout(done, 2_500));
    await run(at(''), 'help');
    const record = getRecord();
    expect((await run(at(''), 'import', join(ROOT, 'samples/phu-luc-2026.docx'), '--json')).status).toBe(0);
    expect(getRecord()).toBe(record);

    const before = readFileSync(at(MESSAGES), 'utf8');
    writeFileSync(at(MESSAGES), before.replace("'cli.verbs': '", "'cli.verbs': 'ĐÃ ĐỔI "));
    expect((await run(at(''), 'help')).out).toContain('ĐÃ ĐỔI ');
  });

  it('stands among temporary files where the repository cannot be written', async () => {
    createCheckout(at(''));
    writeFileSync(at('node_modules/.cache'), '');
    const { status, out, errors } = await run(at(''), 'import', at('samples/phu-luc-2026.docx'), '--json');
    expect([status, errors]).toEqual([0, '']);
    expect((JSON.parse(out) as { rows: unknown[] }).rows).toHaveLength(48);
    expect(readdirSync(at('')).filter((name) => name.startsWith('phuluc-'))).toHaveLength(1);
  });
});
