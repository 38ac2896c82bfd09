/**
 * How rightly and how fast documents are read: one line a document (see docs/intake-accuracy.md, which `--write`
 * renews). `--wrong` lists every wrong cell; other words keep the documents whose names have one of them.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBenchDocuments } from './intake/documents';
import { measureDocument, type Measurement } from './intake/measure';
import { findShortfalls, formatPage, formatStrangers, formatTable } from './intake/report';
import { measureStrangers } from './intake/strangers';

const options = process.argv.slice(2);
const nameFilters = options.filter((option) => !option.startsWith('-'));
const { source, documents } = readBenchDocuments();
const MEASUREMENTS: Measurement[] = [];
for (const document of documents)
  if (nameFilters.length === 0 || nameFilters.some((word) => document.name.includes(word)))
    MEASUREMENTS.push(await measureDocument(document));

console.log(`Read: ${source}.\n\n${formatTable(MEASUREMENTS)}`);
const STRANGERS = nameFilters.length === 0 ? await measureStrangers(MEASUREMENTS) : [];
if (STRANGERS.length > 0) console.log(`\nstrangers\n\n${formatStrangers(STRANGERS)}`);
if (options.includes('--wrong'))
  for (const { document, score } of MEASUREMENTS)
    if (score.wrongWarned.length + score.wrongSilent.length > 0)
      console.log(`\n${document.name}\n  ${[...score.wrongSilent, ...score.wrongWarned].join('\n  ')}`);
if (options.includes('--write') && nameFilters.length === 0)
  writeFileSync(
    join(import.meta.dirname, '../docs/intake-accuracy.md'),
    formatPage(source, MEASUREMENTS, STRANGERS),
  );
if (MEASUREMENTS.some((one) => findShortfalls(one).length > 0)) process.exitCode = 1;
