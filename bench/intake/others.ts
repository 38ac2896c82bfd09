import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Another program over the same bytes: how long it takes, or why it was not tried. */
export type Other = { ms: number } | { missing: string };

/** `pdftotext -layout` (poppler), its start as a process included. */
export const pdftotext = (bytes: Uint8Array, rounds: number): Other => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-intake-'));
  const file = join(folder, 'a.pdf');
  try {
    writeFileSync(file, bytes);
    const times = Array.from({ length: rounds }, () => {
      const start = performance.now();
      const { error, status } = spawnSync('pdftotext', ['-layout', file, '-'], { maxBuffer: 1 << 26 });
      if (error || status !== 0) return NaN;
      return performance.now() - start;
    });
    return times.some(Number.isNaN)
      ? { missing: 'pdftotext is not installed or failed' }
      : { ms: Math.min(...times) };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** mammoth, which turns Word files into HTML; read in this process, like our own reader. */
export const mammoth = async (bytes: Uint8Array, rounds: number): Promise<Other> => {
  const library = await import('mammoth').catch(() => null);
  if (!library) return { missing: 'mammoth is not installed' };
  const times: number[] = [];
  // Once more than is counted: the first reading compiles.
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now();
    await library.default.convertToHtml({ buffer: Buffer.from(bytes) });
    if (round > 0) times.push(performance.now() - start);
  }
  return { ms: Math.min(...times) };
};
