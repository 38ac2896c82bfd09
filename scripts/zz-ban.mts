import ts from 'typescript';
import { readFileSync } from 'node:fs';
import { execSync } from 'node:child_process';
const v = await import('/tmp/w/consol/scripts/code/vocabulary.ts');
const files = execSync("git ls-files src/consolidation src/progress src/cli test/consolidation test/progress test/cli test/support/returned-workbooks | grep -E '\\.tsx?$'",{cwd:'/tmp/w/consol'}).toString().trim().split('\n');
for (const path of files) {
  const text = readFileSync('/tmp/w/consol/'+path,'utf8');
  const tree = ts.createSourceFile(path,text,ts.ScriptTarget.Latest,true);
  const f = {path,text,tree} as never;
  for (const u of v.findBannedIdentifiers(f)) console.log(`${u.path}:${u.line} [${u.word}] ${u.text}`);
  for (const u of v.findBannedProse(f)) console.log(`${u.path}:${u.line} {${u.word}} ${u.text}`);
  v.visitNodes(tree,(n:ts.Node)=>{ if((ts.isVariableDeclaration(n)||ts.isFunctionDeclaration(n)||ts.isParameter(n)||ts.isPropertySignature(n)||ts.isBindingElement(n))&&n.name&&ts.isIdentifier(n.name)&&/^[a-z]\w*Of$/.test(n.name.text)&&n.name.text!=='asOf') console.log(`${path}:${tree.getLineAndCharacterOfPosition(n.getStart(tree)).line+1} xOf ${n.name.text}`)});
}
