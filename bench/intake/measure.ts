import { readDocumentContent } from '../../src/import/plan-document/read-document-content';
import { readDocument } from '../../src/import/read-document';
import type { BenchDocument } from './documents';
import { getMillisecondsSince, measureMammoth, measurePdftotext, type OtherResult } from './others';
import { type Score, scoreDocument } from './score';

export type Measurement = {
  document: BenchDocument;
  score: Score;
  /** Least processor time to read the document and put its annex or plan together. */
  ms: number;
  pages: number | null;
  other: ({ name: 'pdftotext -layout' | 'mammoth' } & OtherResult) | null;
};

const ROUNDS = 7;

async function measureOther(name: string, bytes: Uint8Array): Promise<Measurement['other']> {
  if (name.endsWith('.pdf')) return { name: 'pdftotext -layout', ...measurePdftotext(bytes, ROUNDS) };
  return name.endsWith('.docx') ? { name: 'mammoth', ...(await measureMammoth(bytes, ROUNDS)) } : null;
}

/** Reads one document several times and compares it with what is known of it. */
export async function measureDocument(document: BenchDocument): Promise<Measurement> {
  const { name, bytes, expected } = document;
  let pages: number | null = null;
  const read = () => readDocument(bytes.slice(), name, { onPage: (_, total) => (pages = total) });
  const score = scoreDocument(await read(), expected);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.cpuUsage();
    const result = await read();
    if (result.ok) readDocumentContent(result.value);
    times.push(getMillisecondsSince(start));
  }
  const ms = Math.min(...times);
  const other = expected.kind === 'refused' ? null : await measureOther(name, bytes);
  return { document, score, ms, pages, other };
}
