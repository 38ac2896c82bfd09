import type { InputFile } from './prepare-consolidation';

/** A file of a run by its name, and its content. */
type NamedFile = { file: string; sha256: string };

/** What an officer decided of files by their names: whose a file is, or that it is the one to use. */
export type NamedDecisions = ReadonlyMap<string, string>;

const toNameKey = (file: string): string => file.normalize('NFC').replaceAll('\\', '/').toLowerCase();

/** Finds the files of a name: by the whole path, else by its end. Copies of one content are one file. */
function findByName(name: string, files: readonly NamedFile[]): NamedFile[] {
  const key = toNameKey(name);
  const exact = files.filter(({ file }) => toNameKey(file) === key);
  const found = exact.length > 0 ? exact : files.filter(({ file }) => toNameKey(file).endsWith(`/${key}`));
  return [...new Map(found.map((one) => [one.sha256, one])).values()];
}

/** Lists the files of a run that can be decided of. */
export function listNamedFiles(
  read: readonly InputFile[],
  unchanged: ReadonlyMap<string, string>,
): NamedFile[] {
  return [
    ...read.map((one) => {
      const { file, sha256 } = one.kind === 'school' ? one.file : one;
      return { file, sha256 };
    }),
    ...[...unchanged].map(([sha256, file]) => ({ file, sha256 })),
  ];
}

/** Resolves decisions by the names of files to decisions by content; `missed`: names that no file, or several, have. */
export function resolveNamedDecisions(
  named: NamedDecisions,
  files: readonly NamedFile[],
): { decisions: Map<string, string>; missed: { file: string; count: number }[] } {
  const decisions = new Map<string, string>();
  const missed: { file: string; count: number }[] = [];
  for (const [file, decision] of named) {
    const found = findByName(file, files);
    if (found.length === 1) decisions.set(found[0]!.sha256, decision);
    else missed.push({ file, count: found.length });
  }
  return { decisions, missed };
}
