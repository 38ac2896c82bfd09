/**
 * How rightly and how fast documents are read: one line a document (see docs/intake-accuracy.md, which `--write`
 * renews). `--wrong` lists every wrong cell; other words keep the documents whose names have one of them.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchDocuments } from './intake/documents';
import { measure, type Measured } from './intake/measure';
import { missed, page, table } from './intake/report';

const options = process.argv.slice(2);
const words = options.filter((option) => !option.startsWith('-'));
const { source, documents } = benchDocuments();
const all: Measured[] = [];
for (const document of documents)
  if (words.length === 0 || words.some((word) => document.name.includes(word)))
    all.push(await measure(document));

console.log(`Read: ${source}.\n\n${table(all)}`);
if (options.includes('--wrong'))
  for (const { document, score } of all)
    if (score.wrong.length > 0) console.log(`\n${document.name}\n  ${score.wrong.join('\n  ')}`);
if (options.includes('--write') && words.length === 0)
  writeFileSync(join(import.meta.dirname, '../docs/intake-accuracy.md'), page(source, all));
if (all.some((one) => missed(one).length > 0)) process.exitCode = 1;
