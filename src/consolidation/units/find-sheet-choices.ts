import { toMatchKey } from '../../shared/text';
import type { MatchedFile, SheetChoice } from '../types';
import { compareFiles } from './find-duplicates';

/**
 * Returns the sheet that the officer means by a name: as it is written, else the only one that is spelt so.
 *
 * @returns undefined where the file has no such sheet to choose
 */
function findVersion({ versions = [] }: MatchedFile, name: string) {
  const exact = versions.find(({ sheet }) => sheet === name);
  const alike = versions.filter(({ sheet }) => toMatchKey(sheet) === toMatchKey(name));
  return exact ?? (alike.length === 1 ? alike[0] : undefined);
}

/** A file by the sheet that the officer chose; `choice`: what there is to choose, null where the file has one sheet. */
export function applySheetChoice(
  file: MatchedFile,
  unit: string,
  name: string,
): { file: MatchedFile; choice: SheetChoice | null } {
  const { versions } = file;
  const [first, ...others] = versions ?? [];
  if (!versions || !first) return { file, choice: null };
  const chosen = name === '' ? undefined : findVersion(file, name);
  return {
    file: chosen ? { ...file, ...chosen } : file,
    choice: {
      unit,
      file: file.file,
      sha256: file.sha256,
      sheets: versions.map(({ sheet }) => sheet),
      chosen: chosen?.sheet ?? null,
      differences: others.flatMap((other) =>
        compareFiles({ ...file, ...first }, { ...file, ...other }).map((one) => ({
          ...one,
          other: other.sheet,
        })),
      ),
    },
  };
}
