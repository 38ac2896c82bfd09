import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Annex } from '../../src/annex/types';
import type { ProblemCode } from '../../src/shared/problem';
import {
  DEFAULT_PRINT_LAYOUT,
  type PrintLayout,
  printSamplePages,
} from '../../test/support/documents/print-sample-pages';
import { createScannedPage, type TextLayer } from '../../test/support/documents/rasterize-page';
import { type DrawnPage, writePdf } from '../../test/support/documents/write-pdf';
import { findSharedFolder, getSharedPath, readSharedBytes } from '../../test/support/shared-data';
import { createExpectedContent, type ExpectedContent } from './expected';
import { readGoldAnnex, readGoldPlan } from './gold';

export type BenchDocument = { name: string; bytes: Uint8Array; expected: ExpectedContent; target: number };

/** Documents that are to be refused, by how they are named, and with what. */
const REFUSED_DOCUMENTS: readonly [RegExp, ProblemCode][] = [
  [/password/, 'encrypted'],
  [/truncated/, 'pdf-damaged'],
  [/\.doc$/, 'old-word'],
];

/** Least part of the cells that has to be right. */
const ACCURACY_TARGETS: readonly [RegExp, number][] = [
  [/text-layout/, 0.8],
  [/text-plain/, 0],
  [/^clipboard.*\.txt$/, 0.95],
  [/^annex.*\.txt$/, 0.98],
  [/^plan/, 0.95],
  [/columns by white space|scan/, 0.95],
  // Its font cannot write toned capitals: where the original has a small letter by mistake, nothing shows it.
  [/tcvn3-font/, 0.98],
];
const getAccuracyTarget = (name: string): number =>
  ACCURACY_TARGETS.find(([pattern]) => pattern.test(name))?.[1] ?? 1;

const PLAN_IDS: Readonly<Record<string, string>> = {
  'plan-nguyen-thai-binh-2023.txt': '000',
  'plan-20-10-2024.txt': '002',
  'plan-nha-be-2024.txt': '003',
  'plan-huong-sen-2024.txt': '004',
};

/** The same rows printed without their rules and scanned, since no such document is at hand. */
function createPrintedDocuments(expected: ExpectedContent & { kind: 'annex' }): BenchDocument[] {
  const rows = expected.rows.map(({ cells }) => cells);
  const pages = (rules: PrintLayout['rules'], layout: Partial<PrintLayout> = {}): DrawnPage[] =>
    printSamplePages({ ...DEFAULT_PRINT_LAYOUT, ...layout, rules }, rows);
  const scan = (
    rules: PrintLayout['rules'],
    dpi: number,
    skew: number,
    layer: TextLayer = 'lines',
  ): DrawnPage[] => pages(rules).map((page) => createScannedPage(page, dpi, skew, layer));
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
    target: getAccuracyTarget(name),
  }));
}

function readSharedDocuments(): BenchDocument[] {
  const gold = readGoldAnnex();
  const documents = readdirSync(getSharedPath('documents')).map((name): BenchDocument => {
    const code = REFUSED_DOCUMENTS.find(([pattern]) => pattern.test(name))?.[1];
    const expected: ExpectedContent = code ? { kind: 'refused', code } : gold;
    return { name, bytes: readSharedBytes('documents', name), expected, target: getAccuracyTarget(name) };
  });
  const seeds = readdirSync(getSharedPath('seeds')).map((name): BenchDocument => {
    const plan = PLAN_IDS[name];
    const expected = plan === undefined ? gold : readGoldPlan(plan);
    return { name, bytes: readSharedBytes('seeds', name), expected, target: getAccuracyTarget(name) };
  });
  return [...documents, ...seeds, ...createPrintedDocuments(gold)];
}

const SAMPLES_FOLDER = join(import.meta.dirname, '../../samples');

function readSampleDocuments(): BenchDocument[] {
  const documents = readdirSync(SAMPLES_FOLDER)
    .filter((name) => /\.(?:docx|xlsx)$/.test(name))
    .map((name) => {
      const truth = readFileSync(join(SAMPLES_FOLDER, name.replace(/\.\w+$/, '.json')), 'utf8');
      const expected = createExpectedContent(JSON.parse(truth) as Annex);
      return { name, bytes: new Uint8Array(readFileSync(join(SAMPLES_FOLDER, name))), expected, target: 1 };
    });
  const [first] = documents;
  return [...documents, ...(first?.expected.kind === 'annex' ? createPrintedDocuments(first.expected) : [])];
}

/** The real documents where they are at hand, else the samples; `source` says which. */
export function readBenchDocuments(): { source: string; documents: BenchDocument[] } {
  return findSharedFolder()
    ? { source: 'the real documents beside the repository', documents: readSharedDocuments() }
    : { source: 'the samples (the real documents are not at hand)', documents: readSampleDocuments() };
}
