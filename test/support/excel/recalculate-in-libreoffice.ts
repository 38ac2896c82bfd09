import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { convertInLibreOffice } from './libreoffice';

/** Formulas alone: what LibreOffice then shows it has calculated itself. */
function removeValues(workbook: Uint8Array): Uint8Array {
  const parts = unzipSync(workbook);
  for (const [name, bytes] of Object.entries(parts)) {
    if (!name.startsWith('xl/worksheets/')) continue;
    parts[name] = strToU8(strFromU8(bytes).replace(/(<f\b[^>]*>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1'));
  }
  return zipSync(parts);
}

/** A workbook as LibreOffice saves it, with every formula calculated by LibreOffice. */
export function recalculateInLibreOffice(workbook: Uint8Array): Uint8Array {
  return convertInLibreOffice(removeValues(workbook), { from: 'xlsx', to: 'xlsx' });
}
