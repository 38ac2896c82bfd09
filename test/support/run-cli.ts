import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runCli } from '../../src/cli/run-cli';
import { SUBCOMMANDS } from '../../src/cli/subcommands';

export const SAMPLES_FOLDER = resolve(__dirname, '../../samples');

export type CliResult = { code: number; out: string; errors: string; json<T = Record<string, unknown>>(): T };

/** Runs one call of the command line in this process. */
export async function runPhuluc(...args: string[]): Promise<CliResult> {
  const out: string[] = [];
  const errors: string[] = [];
  const code = await runCli(
    SUBCOMMANDS,
    args,
    { out: (line) => void out.push(line), error: (line) => void errors.push(line) },
    () => new Date('2026-11-21T08:00:00Z'),
  );
  return {
    code,
    out: out.join('\n'),
    errors: errors.join('\n'),
    json: <T>() => JSON.parse(out.join('')) as T,
  };
}

/** A folder of its own for each test, gone afterwards. */
export function useTemporaryFolder(): { path(name: string): string; names(): string[] } {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'phuluc-cli-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return { path: (name) => join(folder, name), names: () => readdirSync(folder).sort() };
}
