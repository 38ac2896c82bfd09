/**
 * Prints figures about the code: files and lines by layer, import circles, unused exports, functions called
 * `xOf`, long functions, duplicated blocks, banned words. `npm run report:code -- DIR` measures another checkout.
 */
import {
  buildImportGraph,
  countDuplicatedBlocks,
  countLinesByLayer,
  findCircles,
  findUnusedExports,
  MAX_FUNCTION_LINES,
  measureFunctions,
} from './code/measures';
import { readSourceFiles } from './code/source-files';
import { findBannedIdentifiers, findBannedProse } from './code/vocabulary';

const root = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? process.cwd();
const shipped = readSourceFiles(root, ['src', 'packages']).filter(
  ({ path }) => !/^packages\/[^/]+\/test\//.test(path),
);
const others = readSourceFiles(root, ['test', 'scripts', 'bench', 'packages']).filter(
  ({ path }) => !shipped.some((file) => file.path === path),
);

let lines = 0;
console.log('layer                          files    lines');
for (const [layer, sum] of countLinesByLayer(shipped)) {
  lines += sum.lines;
  console.log(`${layer.padEnd(30)} ${String(sum.files).padStart(5)} ${String(sum.lines).padStart(8)}`);
}
const { exported, unused } = findUnusedExports(shipped, others);
const functions = measureFunctions(shipped);
const MEASURES: [string, number][] = [
  ['files', shipped.length],
  ['lines', lines],
  ['files in import circles, types counted', findCircles(buildImportGraph(shipped)).flat().length],
  ['exported names', exported.length],
  ['exported names that no other file mentions', unused.length],
  ['functions', functions.length],
  ['functions named xOf', functions.filter(({ name }) => /[a-z0-9]Of$/.test(name)).length],
  [
    `functions above ${MAX_FUNCTION_LINES} lines`,
    functions.filter((f) => f.lines > MAX_FUNCTION_LINES).length,
  ],
  ['duplicated blocks of six lines', countDuplicatedBlocks(shipped)],
  ['banned words in names', [...shipped, ...others].flatMap(findBannedIdentifiers).length],
  ['banned words in comments and test names', [...shipped, ...others].flatMap(findBannedProse).length],
];
console.log('');
for (const [name, value] of MEASURES) console.log(`${name.padEnd(46)} ${value}`);

if (process.argv.includes('--list')) {
  for (const { path, name } of unused) console.log(`unused ${path} ${name}`);
  for (const circle of findCircles(buildImportGraph(shipped))) console.log(`circle ${circle.join(' ')}`);
  for (const f of functions.filter(({ name }) => /[a-z0-9]Of$/.test(name)))
    console.log(`xOf ${f.path} ${f.name}`);
  for (const f of functions.filter((f) => f.lines > MAX_FUNCTION_LINES)) {
    console.log(`long ${f.path} ${f.name} ${f.lines}`);
  }
  for (const file of [...shipped, ...others]) {
    for (const use of [...findBannedIdentifiers(file), ...findBannedProse(file)]) {
      console.log(`banned ${use.path}:${use.line} ${use.word} → ${use.instead}: ${use.text}`);
    }
  }
}
