/**
 * Writes which requirement set each served member of Excel's API came in, read from the `[Api set: …]` notes of
 * @types/office-js, to packages/excel-simulator/src/protocol/api-sets.json. Run it after adding members: npx tsx scripts/api-sets.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { CLASSES } from '@phuluc/excel-simulator/classes/class-registry';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';

const TYPES_PATH = 'node_modules/@types/office-js/index.d.ts';
const TARGET_PATH = 'packages/excel-simulator/src/protocol/api-sets.json';

/** "[Api set: ExcelApi 1.7]" → "1.7"; other sets keep their name. */
function parseApiSet(comment: string): string | undefined {
  const match = /\[Api set: (\w+) ([\d.]+)/.exec(comment);
  if (!match) return undefined;
  return match[1] === 'ExcelApi' ? match[2] : `${match[1]} ${match[2]}`;
}

function getLeadingComment(node: ts.Node, text: string): string {
  return (ts.getLeadingCommentRanges(text, node.pos) ?? [])
    .map(({ pos, end }) => text.slice(pos, end))
    .join('\n');
}

/** Every "Class.member" of namespace Excel with its set; a member without a note has its class's. */
function readSets(): Map<string, string> {
  const text = readFileSync(TYPES_PATH, 'utf8');
  const source = ts.createSourceFile(TYPES_PATH, text, ts.ScriptTarget.Latest);
  const sets = new Map<string, string>();
  const visitClass = (node: ts.ClassDeclaration): void => {
    const own = parseApiSet(getLeadingComment(node, text));
    for (const member of node.members) {
      if (!member.name || !node.name) continue;
      const key = `${node.name.text}.${member.name.getText(source)}`;
      const set = parseApiSet(getLeadingComment(member, text)) ?? own;
      // Overloads follow one another; the first one names the set the member came in.
      if (set !== undefined && !sets.has(key)) sets.set(key, set);
    }
  };
  for (const statement of source.statements) {
    if (!ts.isModuleDeclaration(statement) || statement.name.text !== 'Excel') continue;
    if (!statement.body || !ts.isModuleBlock(statement.body)) continue;
    for (const inner of statement.body.statements) if (ts.isClassDeclaration(inner)) visitClass(inner);
  }
  return sets;
}

const sets = readSets();
const served = Object.values(CLASSES).flatMap(({ name, members }) =>
  Object.keys(members).map((member) => `${name}.${member}`),
);
const setsByMember: Record<string, string> = {};
for (const member of served.sort()) {
  const set = sets.get(member);
  if (set !== undefined) setsByMember[member] = set;
}
const config = await resolveConfig(TARGET_PATH);
writeFileSync(
  TARGET_PATH,
  await format(JSON.stringify(setsByMember), { ...config, parser: 'json', filepath: TARGET_PATH }),
);
console.log(`${Object.keys(setsByMember).length} of ${served.length} members have a set.`);
for (const member of served) if (!(member in setsByMember)) console.log(`none: ${member}`);
