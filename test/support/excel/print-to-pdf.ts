import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { convertInLibreOffice } from './libreoffice';

/** Faces as wide as those of Windows, with the size at which their digits are as wide as the standard font's. */
const FACES = {
  'Times New Roman': { folder: 'tinos', digits: 10.5 },
  Arial: { folder: 'arimo', digits: 9.5 },
} as const;
type Face = keyof typeof FACES;

function formatFontConfig(face: Face, cache: string): string {
  const folder = join(__dirname, '../../../node_modules/@expo-google-fonts', FACES[face].folder);
  const weights = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];
  const folders = weights.map((weight) => `<dir>${join(folder, weight)}</dir>`).join('');
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}<cachedir>${cache}</cachedir></fontconfig>`;
}

/**
 * Column widths of a workbook are in digits of its standard font. That font is not here; the face that stands in has
 * digits as wide at a smaller size.
 */
function adjustStandardFontSize(workbook: Uint8Array, face: Face): Uint8Array {
  const parts = unzipSync(workbook);
  const styles = strFromU8(parts['xl/styles.xml'] ?? new Uint8Array());
  parts['xl/styles.xml'] = strToU8(
    styles.replace(
      '<sz val="11"/><name val="Calibri"/>',
      `<sz val="${FACES[face].digits}"/><name val="Calibri"/>`,
    ),
  );
  return zipSync(parts);
}

/** A file printed to PDF by LibreOffice, with no font but one of the widths of a face. */
export function printToPdf(
  bytes: Uint8Array,
  kind: 'xlsx' | 'docx',
  face: Face = 'Times New Roman',
): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'phuluc-paper-'));
  try {
    const conf = join(folder, 'fonts.conf');
    writeFileSync(conf, formatFontConfig(face, join(folder, 'fonts')));
    const given = kind === 'xlsx' ? adjustStandardFontSize(bytes, face) : bytes;
    return convertInLibreOffice(given, { from: kind, to: 'pdf', env: { FONTCONFIG_FILE: conf } });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
