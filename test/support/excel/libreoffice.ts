import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const PROGRAM_NAMES = ['soffice', 'libreoffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'];
const PROGRAM = PROGRAM_NAMES.find(
  (name) => spawnSync(name, ['--version'], { timeout: 60_000 }).status === 0,
);
const SKIP_NOTE = ' (skipped: LibreOffice is not there)';

/** Works like `describe`; skips the tests with a note if LibreOffice is not installed. */
export function describeLibreOffice(name: string, body: () => void): void {
  if (PROGRAM) describe(name, body);
  else describe.skip(name + SKIP_NOTE, body);
}

/** Works like `it`; skips the test with a note if LibreOffice is not installed. */
export function itLibreOffice(name: string, body: () => Promise<void>, milliseconds: number): void {
  if (PROGRAM) it(name, body, milliseconds);
  else it.skip(name + SKIP_NOTE, body, milliseconds);
}

type Conversion = {
  from: 'xlsx' | 'docx';
  /** What `--convert-to` takes: an ending, or an ending with a filter. */
  to: string;
  env?: NodeJS.ProcessEnv;
  /** Settings of its user, as registrymodifications.xcu. */
  settings?: string;
};

/**
 * A file as LibreOffice converts it, with a profile of its own so that no other LibreOffice is in the way. Where it
 * writes several files, the one whose name ends as `which`.
 */
export function convertInLibreOffice(
  bytes: Uint8Array,
  { from, to, env, settings }: Conversion,
  which = '',
): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'phuluc-libreoffice-'));
  const [profile, out] = [join(folder, 'profile'), join(folder, 'out')];
  try {
    const file = join(folder, `book.${from}`);
    writeFileSync(file, bytes);
    if (settings !== undefined) {
      mkdirSync(join(profile, 'user'), { recursive: true });
      writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), settings);
    }
    const { status, stderr } = spawnSync(
      PROGRAM!,
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--convert-to',
        to,
        '--outdir',
        out,
        file,
      ],
      { timeout: 240_000, encoding: 'utf8', env: { ...process.env, ...env } },
    );
    if (status !== 0) throw new Error(stderr);
    const made = readdirSync(out).find((name) => name.normalize('NFC').endsWith(which));
    if (made === undefined) throw new Error(`LibreOffice made no ${to}: ${stderr}`);
    return new Uint8Array(readFileSync(join(out, made)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
