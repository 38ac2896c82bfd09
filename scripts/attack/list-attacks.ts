import { readdirSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { findSharedFolder, getSharedPath, readSharedBytes } from '../../test/support/shared-data';
import { type AttackCase, consolidateFiles, importFile } from './attack-case';
import { HTML_CASES } from './html-cases';
import { NAME_CASES } from './name-cases';
import { PDF_CASES } from './pdf-cases';
import { TEXT_CASES } from './text-cases';
import { WORKBOOK_CASES } from './workbook-cases';
import { XML_CASES } from './xml-cases';
import { ZIP_CASES } from './zip-cases';

/** Every generated attack. */
export const GENERATED_ATTACKS: readonly AttackCase[] = [
  ...ZIP_CASES,
  ...XML_CASES,
  ...HTML_CASES,
  ...PDF_CASES,
  ...TEXT_CASES,
  ...WORKBOOK_CASES,
  ...NAME_CASES,
];

/** Files of attacks beside the repository, each imported and consolidated; none where the folder is not there. */
export function listSharedAttacks(): AttackCase[] {
  if (findSharedFolder() === null) return [];
  return readdirSync(getSharedPath('cases-attack'), { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(getSharedPath('cases-attack', path)).isFile())
    .map((path) => ({
      kind: 'shared',
      name: path,
      heavy: true,
      build: (base) => {
        const file = `a${extname(path)}`;
        const bytes = readSharedBytes('cases-attack', path);
        const consolidated = consolidateFiles({ [file]: bytes }, base);
        const imported = importFile(file, bytes);
        return { files: consolidated.files, calls: [...imported.calls, ...consolidated.calls] };
      },
    }));
}
