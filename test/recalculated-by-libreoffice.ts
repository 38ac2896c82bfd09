import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const NAMES = ['soffice', 'libreoffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'];
export const libreOffice = NAMES.find(
  (name) => spawnSync(name, ['--version'], { timeout: 60_000 }).status === 0,
);

/** Skips plainly where LibreOffice is not there. */
export const describeLibreOffice = libreOffice ? describe : describe.skip;

/** Formulas alone: what LibreOffice then shows it has calculated itself. */
const withoutValues = (workbook: Uint8Array): Uint8Array => {
  const parts = unzipSync(workbook);
  for (const [name, bytes] of Object.entries(parts)) {
    if (!name.startsWith('xl/worksheets/')) continue;
    parts[name] = strToU8(strFromU8(bytes).replace(/(<f\b[^>]*>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1'));
  }
  return zipSync(parts);
};

/** A workbook as LibreOffice saves it, with every formula calculated by LibreOffice. */
export const recalculatedByLibreOffice = (workbook: Uint8Array): Uint8Array => {
  const folder = mkdtempSync(join(tmpdir(), 'phuluc-libreoffice-'));
  try {
    const file = join(folder, 'book.xlsx');
    writeFileSync(file, withoutValues(workbook));
    const { status, stderr } = spawnSync(
      libreOffice!,
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        '--convert-to',
        'xlsx',
        '--outdir',
        join(folder, 'out'),
        file,
      ],
      { timeout: 240_000, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(stderr);
    return new Uint8Array(readFileSync(join(folder, 'out', 'book.xlsx')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
