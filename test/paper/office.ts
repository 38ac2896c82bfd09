import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const NAMES = ['soffice', 'libreoffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'];
export const libreOffice = NAMES.find(
  (name) => spawnSync(name, ['--version'], { timeout: 60_000 }).status === 0,
);
/** Skips plainly where LibreOffice is not there. */
export const describeOffice = libreOffice ? describe : describe.skip;

/** Faces as wide as those of Windows, with the size at which their digits are as wide as the standard font's. */
const FACES = {
  'Times New Roman': { folder: 'tinos', digits: 10.5 },
  Arial: { folder: 'arimo', digits: 9.5 },
} as const;
export type Face = keyof typeof FACES;

const fontsConf = (face: Face, cache: string): string => {
  const folder = join(__dirname, '../../node_modules/@expo-google-fonts', FACES[face].folder);
  const weights = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];
  const folders = weights.map((weight) => `<dir>${join(folder, weight)}</dir>`).join('');
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}<cachedir>${cache}</cachedir></fontconfig>`;
};

/**
 * Column widths of a workbook are in digits of its standard font. That font is not here; the face that stands in has
 * digits as wide at a smaller size.
 */
const withDigitsOfStandardFont = (workbook: Uint8Array, face: Face): Uint8Array => {
  const parts = unzipSync(workbook);
  const styles = strFromU8(parts['xl/styles.xml'] ?? new Uint8Array());
  parts['xl/styles.xml'] = strToU8(
    styles.replace(
      '<sz val="11"/><name val="Calibri"/>',
      `<sz val="${FACES[face].digits}"/><name val="Calibri"/>`,
    ),
  );
  return zipSync(parts);
};

/**
 * A file printed to PDF by LibreOffice, with no font but one of the widths of a face, and with a profile of its own so
 * that no other LibreOffice is in the way.
 */
export const printToPdf = (
  bytes: Uint8Array,
  kind: 'xlsx' | 'docx',
  face: Face = 'Times New Roman',
): Uint8Array => {
  const folder = mkdtempSync(join(tmpdir(), 'phuluc-paper-'));
  try {
    const file = join(folder, `paper.${kind}`);
    writeFileSync(file, kind === 'xlsx' ? withDigitsOfStandardFont(bytes, face) : bytes);
    const conf = join(folder, 'fonts.conf');
    writeFileSync(conf, fontsConf(face, join(folder, 'fonts')));
    const { status, stderr } = spawnSync(
      libreOffice!,
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        file,
      ],
      { timeout: 200_000, encoding: 'utf8', env: { ...process.env, FONTCONFIG_FILE: conf } },
    );
    if (status !== 0) throw new Error(stderr);
    return new Uint8Array(readFileSync(join(folder, `${basename(file, `.${kind}`)}.pdf`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
