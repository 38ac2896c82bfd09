import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Annex } from '../../src/annex/types';
import type { ProblemCode } from '../../src/annex/problem';
import { laidOutPages, usual, type Layout } from '../../test/intake/pdf/lay-out-sample';
import { writePdf, type DrawnPage } from '../../test/intake/pdf/pdf-writer';
import { scanned, type TextLayer } from '../../test/intake/pdf/rasterize';
import { sharedBytes, sharedDir, sharedPath } from '../../test/shared-data';
import { expectedOf, type Expected } from './expected';
import { goldAnnex, goldPlan } from './gold';

export type BenchDocument = { name: string; bytes: Uint8Array; expected: Expected; target: number };

/** Documents that are to be refused, by how they are named, and with what. */
const REFUSED: readonly [RegExp, ProblemCode][] = [
  [/password/, 'encrypted'],
  [/truncated/, 'pdf-damaged'],
  [/\.doc$/, 'old-word'],
];

/** Least part of the cells that has to be right. */
const TARGETS: readonly [RegExp, number][] = [
  [/text-layout/, 0.8],
  [/text-plain/, 0],
  [/^clipboard.*\.txt$/, 0.95],
  [/^annex.*\.txt$/, 0.98],
  [/^plan/, 0.95],
  [/columns by white space|scan/, 0.95],
  // Its font cannot write toned capitals: where the original has a small letter by mistake, nothing tells.
  [/tcvn3-font/, 0.98],
];
const targetOf = (name: string): number => TARGETS.find(([pattern]) => pattern.test(name))?.[1] ?? 1;

const PLANS: Readonly<Record<string, string>> = {
  'plan-nguyen-thai-binh-2023.txt': '000',
  'plan-20-10-2024.txt': '002',
  'plan-nha-be-2024.txt': '003',
  'plan-huong-sen-2024.txt': '004',
};

/** The same rows printed without their rules and scanned, since no such document is at hand. */
function printed(expected: Expected & { kind: 'annex' }): BenchDocument[] {
  const rows = expected.rows.map(({ cells }) => cells);
  const pages = (rules: Layout['rules'], layout: Partial<Layout> = {}): DrawnPage[] =>
    laidOutPages({ ...usual, ...layout, rules }, rows);
  const scan = (rules: Layout['rules'], dpi: number, skew: number, layer: TextLayer = 'lines'): DrawnPage[] =>
    pages(rules).map((page) => scanned(page, dpi, skew, layer));
  const made: Record<string, DrawnPage[]> = {
    'drawn: rules': pages('single'),
    'drawn: dashed rules': pages('dashed'),
    'drawn: double rules': pages('double'),
    'drawn: no vertical rules, columns by white space': pages('horizontal'),
    'drawn: no horizontal rules, columns by white space': pages('vertical', { align: 'top' }),
    'drawn: no rules, columns by white space': pages('none', { align: 'top' }),
    'drawn: scan with a text layer, rules': scan('single', 150, 0.004),
    'drawn: scan with a text layer, no vertical rules': scan('horizontal', 150, 0.004),
    'drawn: scan with a text layer, no rules': scan('none', 150, -0.004),
    'drawn: scan, each word set by itself in another font, rules': scan('single', 150, 0.004, 'words'),
    'drawn: scan, each word set by itself in another font, no rules': scan('none', 150, 0.004, 'words'),
  };
  return Object.entries(made).map(([name, drawn]) => ({
    name: `${name}.pdf`,
    bytes: writePdf(drawn),
    expected,
    target: targetOf(name),
  }));
}

function sharedDocuments(): BenchDocument[] {
  const gold = goldAnnex();
  const documents = readdirSync(sharedPath('documents')).map((name): BenchDocument => {
    const code = REFUSED.find(([pattern]) => pattern.test(name))?.[1];
    const expected: Expected = code ? { kind: 'refused', code } : gold;
    return { name, bytes: sharedBytes('documents', name), expected, target: targetOf(name) };
  });
  const seeds = readdirSync(sharedPath('seeds')).map((name): BenchDocument => {
    const plan = PLANS[name];
    const expected = plan === undefined ? gold : goldPlan(plan);
    return { name, bytes: sharedBytes('seeds', name), expected, target: targetOf(name) };
  });
  return [...documents, ...seeds, ...printed(gold)];
}

const SAMPLES = join(import.meta.dirname, '../../samples');

function sampleDocuments(): BenchDocument[] {
  const documents = readdirSync(SAMPLES)
    .filter((name) => /\.(?:docx|xlsx)$/.test(name))
    .map((name) => {
      const truth = readFileSync(join(SAMPLES, name.replace(/\.\w+$/, '.json')), 'utf8');
      const expected = expectedOf(JSON.parse(truth) as Annex);
      return { name, bytes: new Uint8Array(readFileSync(join(SAMPLES, name))), expected, target: 1 };
    });
  const [first] = documents;
  return [...documents, ...(first?.expected.kind === 'annex' ? printed(first.expected) : [])];
}

/** The real documents where they are at hand, else the samples; `source` says which. */
export function benchDocuments(): { source: string; documents: BenchDocument[] } {
  return sharedDir()
    ? { source: 'the real documents beside the repository', documents: sharedDocuments() }
    : { source: 'the samples (the real documents are not at hand)', documents: sampleDocuments() };
}
