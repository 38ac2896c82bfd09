import { readContent } from '../../src/intake/plan/document-kind';
import { readDocument } from '../../src/intake/read-document';
import type { BenchDocument } from './documents';
import { mammoth, millisecondsSince, pdftotext, type Other } from './others';
import { scoreOf, type Score } from './score';

export type Measured = {
  document: BenchDocument;
  score: Score;
  /** Least processor time to read the document and put its annex or plan together. */
  ms: number;
  pages: number | null;
  other: ({ name: 'pdftotext -layout' | 'mammoth' } & Other) | null;
};

const ROUNDS = 7;

async function otherOf(name: string, bytes: Uint8Array): Promise<Measured['other']> {
  if (name.endsWith('.pdf')) return { name: 'pdftotext -layout', ...pdftotext(bytes, ROUNDS) };
  return name.endsWith('.docx') ? { name: 'mammoth', ...(await mammoth(bytes, ROUNDS)) } : null;
}

/** Reads one document several times and compares it with what is known of it. */
export async function measure(document: BenchDocument): Promise<Measured> {
  const { name, bytes, expected } = document;
  let pages: number | null = null;
  const read = () => readDocument(bytes.slice(), name, { onPage: (_, total) => (pages = total) });
  const score = scoreOf(await read(), expected);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.cpuUsage();
    const result = await read();
    if (result.ok) readContent(result.value);
    times.push(millisecondsSince(start));
  }
  const ms = Math.min(...times);
  const other = expected.kind === 'refused' ? null : await otherOf(name, bytes);
  return { document, score, ms, pages, other };
}
