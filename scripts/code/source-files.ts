import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A source file of the project: its path below the root, its text, and its syntax tree. */
export type SourceFile = { path: string; text: string; tree: ts.SourceFile };

/**
 * Returns the TypeScript files that git tracks below the given folders of `root`, parsed. Files that were
 * deleted and not yet committed are left out.
 */
export function readSourceFiles(root: string, folders: readonly string[]): SourceFile[] {
  const present = folders.filter((folder) => existsSync(join(root, folder)));
  if (present.length === 0) return [];
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...present], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return listed
    .split('\n')
    .filter((path) => /\.tsx?$/.test(path) && existsSync(join(root, path)))
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
      return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind) };
    });
}
