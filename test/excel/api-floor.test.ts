import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { OFFICE_FILES } from '../../scripts/release/office-files.js';
import { REQUIRED_API_SET } from '../../src/excel/capabilities';

const ROOT = resolve(import.meta.dirname, '../..');
const OFFICE_JS = join(ROOT, 'node_modules/@microsoft/office-js/dist');
/** Of the first Excel 2016, below the floor: there the pane only says which Excel it needs. */
const BELOW_FLOOR = 'excel-win32-16.00.js';
/** The libraries that are shipped; their readable form has the same members. */
const BUNDLES = OFFICE_FILES.filter((file) => file.startsWith('excel-') && file !== BELOW_FLOOR).map((file) =>
  file.replace(/js$/, 'debug.js'),
);

/** A use of a member of Excel's API: "Range.values", the requirement set that introduced it, and where it is used. */
type Use = { member: string; set: string; at: string };

const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: ['office-js'],
};

function isOfficeDeclaration(node: ts.Node): boolean {
  return node.getSourceFile().fileName.includes('@types/office-js/');
}

/** Returns the requirement set in the comment of a declaration or, if it has none, of its class. */
function readApiSet(node: ts.Node): string {
  for (let at: ts.Node | undefined = node; at && !ts.isSourceFile(at); at = at.parent) {
    const text = at.getSourceFile().text.slice(at.getFullStart(), at.getStart());
    const match = /\[Api set: (\w+ [\d.]+)/.exec(text);
    if (match) return match[1]!;
    if (ts.isClassDeclaration(at) || ts.isInterfaceDeclaration(at)) break;
  }
  return '';
}

function isWithinFloor(set: string): boolean {
  const [name, version = ''] = set.split(' ');
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [floorMajor = 0, floorMinor = 0] = REQUIRED_API_SET.version.split('.').map(Number);
  return (
    name === REQUIRED_API_SET.set && (major < floorMajor || (major === floorMajor && minor <= floorMinor))
  );
}

/** Collects the members of Excel's API that the files use: by name, in `load` texts and in objects passed to it. */
function collectUses(files: readonly string[], host?: ts.CompilerHost): Use[] {
  const program = ts.createProgram([...files], compilerOptions, host);
  const checker = program.getTypeChecker();
  const uses: Use[] = [];
  const add = (symbol: ts.Symbol | undefined, node: ts.Node): void => {
    // A use is allowed if one of the overloads is; the first one names the set that introduced the member.
    const declaration = symbol?.declarations?.find(isOfficeDeclaration);
    const owner = declaration?.parent;
    if (!declaration || !owner || !(ts.isClassDeclaration(owner) || ts.isInterfaceDeclaration(owner))) return;
    if (!declaration.getFullText().includes('Excel') && !readApiSet(declaration).startsWith('Excel')) return;
    const source = node.getSourceFile();
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    const member = `${owner.name?.text ?? ''}.${symbol!.name}`;
    uses.push({ member, set: readApiSet(declaration), at: `${source.fileName}:${line + 1}` });
  };
  /** Follows "items/worksheet/name" from the type of the object that is loaded. */
  const addPath = (type: ts.Type, path: string, node: ts.Node): void => {
    let current: ts.Type | undefined = checker.getNonNullableType(type);
    for (const part of path.split('/')) {
      const property: ts.Symbol | undefined = current && checker.getPropertyOfType(current, part.trim());
      if (!property) throw new Error(`${path} is not a path of ${checker.typeToString(type)}`);
      add(property, node);
      const next: ts.Type = checker.getTypeOfSymbol(property);
      current = checker.getIndexTypeOfType(next, ts.IndexKind.Number) ?? checker.getNonNullableType(next);
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) add(checker.getSymbolAtLocation(node.name), node);
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const name = node.propertyName ?? node.name;
      if (ts.isIdentifier(name)) add(checker.getTypeAtLocation(node.parent).getProperty(name.text), node);
    }
    if (ts.isObjectLiteralExpression(node)) {
      const context = checker.getContextualType(node);
      for (const { name } of node.properties)
        if (context && name && ts.isIdentifier(name)) add(context.getProperty(name.text), name);
    }
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === 'load'
    ) {
      const [argument] = node.arguments;
      const type = checker.getTypeAtLocation(node.expression.expression);
      if (argument && ts.isStringLiteralLike(argument))
        for (const path of argument.text.split(',')) addPath(type, path.trim(), node);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of files) visit(program.getSourceFile(file)!);
  return uses;
}

const SOURCES = ts.sys
  .readDirectory(join(ROOT, 'src/excel'), ['.ts'])
  .concat(ts.sys.readDirectory(join(ROOT, 'src/commands'), ['.ts']));
const USES = collectUses(SOURCES);

/** Returns the members that a library defines on its prototypes, as "Range.values". */
function readBundleMembers(bundle: string): Set<string> {
  const text = readFileSync(join(OFFICE_JS, bundle), 'utf8');
  const methods = text.matchAll(/\b(\w+)\.prototype\.(\w+) = /g);
  const properties = text.matchAll(/defineProperty\((\w+)\.prototype, "(\w+)"/g);
  return new Set([...methods, ...properties].map(([, owner, member]) => `${owner}.${member}`));
}

describe('the members of Excel’s API that src/excel uses', () => {
  it('are found by the type checker', () => {
    const members = new Set(USES.map(({ member }) => member));
    for (const member of ['Range.values', 'Worksheet.visibility', 'WorksheetProtection.protected'])
      expect(members).toContain(member);
    expect(members.size).toBeGreaterThan(80);
  });

  it(`came in ${REQUIRED_API_SET.set} ${REQUIRED_API_SET.version} or before`, () => {
    expect(USES.filter(({ set }) => set !== '' && !isWithinFloor(set))).toEqual([]);
  });

  it('depend neither on the list separator nor on the text of joined addresses', () => {
    const joined = ['Worksheet.getRanges', 'RangeAreas.address', 'WorkbookRangeAreas.addresses'];
    expect(USES.filter(({ member }) => joined.includes(member))).toEqual([]);
  });

  it('reports a member above the floor', () => {
    const file = join(ROOT, 'src/excel/above-floor.ts');
    const host = ts.createCompilerHost(compilerOptions);
    const read = host.getSourceFile.bind(host);
    host.getSourceFile = (name, ...rest) =>
      name === file
        ? ts.createSourceFile(name, 'declare const areas: Excel.RangeAreas; areas.select();', rest[0], true)
        : read(name, ...rest);
    const found = collectUses([file], host).filter(({ set }) => !isWithinFloor(set));
    expect(found).toMatchObject([{ member: 'RangeAreas.select', set: 'ExcelApi 1.18' }]);
  });

  it('are shipped with libraries of Excel', () => {
    expect(BUNDLES.length).toBeGreaterThan(0);
  });

  it.each(BUNDLES)('are members of the prototypes of %s', (bundle) => {
    const known = readBundleMembers(bundle);
    const classes = new Set([...known].map((member) => member.split('.')[0]));
    const used = [...new Set(USES.map(({ member }) => member))].filter((member) =>
      classes.has(member.split('.')[0]),
    );
    expect(used.length).toBeGreaterThan(60);
    expect(used.filter((member) => !known.has(member))).toEqual([]);
  });
});
