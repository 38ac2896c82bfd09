import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';

const SRC = join(process.cwd(), 'src');
const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).map((file) => join(SRC, file));
const MODULES = FILES.filter((file) => file.endsWith('.module.css'));
const COMPONENTS = FILES.filter((file) => file.endsWith('.tsx'));

/** Custom properties that are no colours: set by a parent element or measured by a script. */
const SET_IN_SCRIPTS_OR_PARENTS = ['--problem-detail', '--notices-height'];

function readClasses(file: string): Set<string> {
  const css = readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/:global\([^)]*\)/g, '');
  return new Set([...css.matchAll(/\.([a-z][A-Za-z]*)(?=[^{}]*\{)/g)].map(([, name = '']) => name));
}

/** Names used of each CSS module; null where a name is computed. */
const USED = new Map<string, Set<string> | null>();
const MISSING: string[] = [];
for (const component of COMPONENTS) {
  const source = readFileSync(component, 'utf8');
  for (const [, alias = '', path = ''] of source.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)) {
    const file = resolve(dirname(component), path);
    const classes = readClasses(file);
    for (const [, name = ''] of source.matchAll(new RegExp(`[^/\\w]${alias}\\.(\\w+)`, 'g'))) {
      USED.get(file)?.add(name);
      if (!USED.has(file)) USED.set(file, new Set([name]));
      if (!classes.has(name)) MISSING.push(`${relative(SRC, component)}: ${alias}.${name}`);
    }
    if (source.includes(`${alias}[`)) USED.set(file, null);
  }
}

describe('CSS MODULES', () => {
  it('have every class that a component names', () => expect(MISSING).toEqual([]));

  it('have no class that nobody uses', () => {
    const unused = MODULES.flatMap((file) => {
      const names = USED.get(file);
      return names === null
        ? []
        : [...readClasses(file)]
            .filter((name) => !names?.has(name))
            .map((name) => `${relative(SRC, file)}: ${name}`);
    });
    // Composed by another module.
    expect(unused).toEqual([]);
  });

  it('have names of their own, which the class names begin with', () => {
    const names = MODULES.map((file) => basename(file));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('take every colour of the pane from tokens.css', () => {
    const tokens = readFileSync(join(SRC, 'pages/tokens.css'), 'utf8');
    const literal = MODULES.filter((file) => file.includes('taskpane')).filter((file) =>
      /#[0-9a-f]{3,8}\b|rgb\(/i.test(readFileSync(file, 'utf8')),
    );
    expect(literal).toEqual([]);
    const variables = FILES.filter((file) => file.endsWith('.css'))
      .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/var\((--[\w-]+)/g)])
      .map(([, name = '']) => name)
      .filter((name) => !SET_IN_SCRIPTS_OR_PARENTS.includes(name));
    expect([...new Set(variables)].filter((name) => !tokens.includes(`${name}:`))).toEqual([]);
  });
});
