import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import type { SourceFile } from './source-files';
import { visitNodes } from './vocabulary';

/** Functions longer than this are listed: style.md asks for about 60 lines. */
export const MAX_FUNCTION_LINES = 60;
/** A run of equal lines at least this long counts as a duplicated block. */
const DUPLICATE_LINES = 6;

/** Returns the number of lines per layer: a folder of src, or a package. */
export function countLinesByLayer(
  files: readonly SourceFile[],
): Map<string, { files: number; lines: number }> {
  const layers = new Map<string, { files: number; lines: number }>();
  for (const { path, text } of files) {
    const layer = path.split('/').slice(0, 2).join('/');
    const sum = layers.get(layer) ?? { files: 0, lines: 0 };
    sum.files += 1;
    sum.lines += text.split('\n').length - 1;
    layers.set(layer, sum);
  }
  return new Map([...layers].sort(([a], [b]) => a.localeCompare(b)));
}

const EXTENSIONS = ['', '.ts', '.tsx', '.d.ts', '/index.ts'];
/** Workspaces are imported by name: `@phuluc/ooxml/zip/open-zip` stands for packages/ooxml/src/zip/open-zip.ts. */
const WORKSPACE = /^@phuluc\/([^/]+)\/(.+)$/;

/** Returns every file with the files that it imports, type-only imports included. */
export function buildImportGraph(files: readonly SourceFile[]): Map<string, string[]> {
  const known = new Set(files.map(({ path }) => path));
  const resolve = (from: string, specifier: string): string | undefined => {
    const base = specifier.startsWith('.')
      ? normalize(join(dirname(from), specifier)).replaceAll('\\', '/')
      : specifier.replace(WORKSPACE, 'packages/$1/src/$2');
    return EXTENSIONS.map((extension) => base + extension).find((path) => known.has(path));
  };
  return new Map(
    files.map(({ path, tree }) => {
      const targets = new Set<string>();
      visitNodes(tree, (node) => {
        const specifier = getModuleSpecifier(node);
        const target = specifier === undefined ? undefined : resolve(path, specifier);
        if (target !== undefined) targets.add(target);
      });
      return [path, [...targets]];
    }),
  );
}

/** Returns the module that an import, an export or an import type names; undefined for other nodes. */
function getModuleSpecifier(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)
      ? node.moduleSpecifier.text
      : undefined;
  }
  if (
    ts.isImportTypeNode(node) &&
    ts.isLiteralTypeNode(node.argument) &&
    ts.isStringLiteral(node.argument.literal)
  ) {
    return node.argument.literal.text;
  }
  return undefined;
}

/** Returns the groups of files that import each other in a circle (Tarjan's strongly connected components). */
export function findCircles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const indexes = new Map<string, number>();
  const lows = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): number => {
    const index = indexes.size;
    indexes.set(file, index);
    lows.set(file, index);
    stack.push(file);
    for (const target of graph.get(file) ?? []) {
      if (!indexes.has(target)) lows.set(file, Math.min(lows.get(file) ?? index, visit(target)));
      else if (stack.includes(target)) {
        lows.set(file, Math.min(lows.get(file) ?? index, indexes.get(target) ?? index));
      }
    }
    if (lows.get(file) === index) {
      const circle = stack.splice(stack.indexOf(file));
      if (circle.length > 1) circles.push(circle);
    }
    return lows.get(file) ?? index;
  };
  for (const file of graph.keys()) if (!indexes.has(file)) visit(file);
  return circles;
}

/** Where a name is declared. */
type NamePlace = { path: string; name: string };

/** Returns the exported names and, of those, the names that no other file mentions. */
export function findUnusedExports(
  files: readonly SourceFile[],
  users: readonly SourceFile[],
): { exported: NamePlace[]; unused: NamePlace[] } {
  const mentions = new Map<string, Set<string>>();
  for (const { path, tree } of [...files, ...users]) {
    visitNodes(tree, (node) => {
      if (!ts.isIdentifier(node)) return;
      const paths = mentions.get(node.text) ?? new Set();
      mentions.set(node.text, paths.add(path));
    });
  }
  const exported = files.flatMap(({ path, tree }) =>
    tree.statements
      .filter((statement) => hasExport(statement))
      .flatMap((statement) => getDeclaredNames(statement))
      .map((name) => ({ path, name })),
  );
  const isUnused = ({ path, name }: NamePlace): boolean =>
    [...(mentions.get(name) ?? [])].every((user) => user === path);
  return { exported, unused: exported.filter(isUnused) };
}

function hasExport(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}

function getDeclaredNames(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name) ? [name.text] : [],
    );
  }
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isClassDeclaration(statement);
  return isNamed && statement.name ? [statement.name.text] : [];
}

/** A function of a file with the number of its lines. */
type FunctionLength = NamePlace & { lines: number };

/** Returns every named function, declared or held by a constant, with its length in lines. */
export function measureFunctions(files: readonly SourceFile[]): FunctionLength[] {
  return files.flatMap(({ path, tree }) => {
    const found: FunctionLength[] = [];
    visitNodes(tree, (node) => {
      const name = getFunctionName(node);
      if (name === undefined) return;
      const start = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line;
      const end = tree.getLineAndCharacterOfPosition(node.end).line;
      found.push({ path, name, lines: end - start + 1 });
    });
    return found;
  });
}

function getFunctionName(node: ts.Node): string | undefined {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) {
    return node.name && ts.isIdentifier(node.name) ? node.name.text : undefined;
  }
  const isInConstant =
    ts.isVariableDeclaration(node) &&
    node.initializer !== undefined &&
    (ts.isArrowFunction(node.initializer) || ts.isFunctionExpression(node.initializer));
  return isInConstant && ts.isIdentifier(node.name) ? node.name.text : undefined;
}

/** Returns how many blocks of six equal lines stand in more than one place; blank and one-sign lines do not count. */
export function countDuplicatedBlocks(files: readonly SourceFile[]): number {
  const blocks = new Map<string, number>();
  for (const { text } of files) {
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line.length > 2 && !/^(import |\/\/|\*|\/\*)/.test(line) && !/^\} from /.test(line));
    for (let start = 0; start + DUPLICATE_LINES <= lines.length; start++) {
      const block = lines.slice(start, start + DUPLICATE_LINES).join('\n');
      blocks.set(block, (blocks.get(block) ?? 0) + 1);
    }
  }
  return [...blocks.values()].filter((count) => count > 1).length;
}
