import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Another program over the same bytes: how long it takes, or why it was not tried. */
export type OtherResult = { ms: number } | { missing: string };

/** Processor time of this process since then, whatever else the machine does. */
export function getMillisecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** "0m0.030s" of the shell's `times`: user and system time of its children stand in the second line. */
function parseChildTime(said: string): number {
  return [...(said.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + 60_000 * Number(minutes) + 1000 * Number(seconds),
    0,
  );
}

/** So short that the shell's clock hardly sees it: run this often, one after the other. */
const REPEATS = 5;

/** `pdftotext -layout` (poppler), its start as a process included. */
export function measurePdftotext(bytes: Uint8Array, rounds: number): OtherResult {
  const folder = mkdtempSync(join(tmpdir(), 'bench-intake-'));
  const file = join(folder, 'a.pdf');
  try {
    writeFileSync(file, bytes);
    const once = `pdftotext -layout '${file}' /dev/null`;
    const times = Array.from({ length: rounds }, () => {
      const script = `${Array.from({ length: REPEATS }, () => once).join(' && ')} && times`;
      const { error, status, stdout } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
      return error || status !== 0 ? NaN : parseChildTime(stdout) / REPEATS;
    });
    return times.some(Number.isNaN)
      ? { missing: 'pdftotext is not installed or failed' }
      : { ms: Math.min(...times) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** mammoth, which turns Word files into HTML; read in this process, like our own reader. */
export async function measureMammoth(bytes: Uint8Array, rounds: number): Promise<OtherResult> {
  const library = await import('mammoth').catch(() => null);
  if (!library) return { missing: 'mammoth is not installed' };
  const times: number[] = [];
  // Once more than is counted: the first reading compiles.
  for (let round = 0; round <= rounds; round++) {
    const start = process.cpuUsage();
    await library.default.convertToHtml({ buffer: Buffer.from(bytes) });
    if (round > 0) times.push(getMillisecondsSince(start));
  }
  return { ms: Math.min(...times) };
}
