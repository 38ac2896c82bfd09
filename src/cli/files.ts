import { constants, readFileSync, statSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { toMegabytes } from '@phuluc/ooxml/zip/to-megabytes';
import { MAX_ARCHIVE_BYTES, MAX_FILE_BYTES } from '../import/file-limits';
import type { Problem } from '../shared/problem';
import { err, ok, type Result } from '../shared/result';

function getErrorText(error: unknown, name: 'code' | 'message'): string | undefined {
  const text =
    typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[name] : undefined;
  return typeof text === 'string' ? text : undefined;
}

/** What an error says, in the words of the system. */
export const getErrorMessage = (error: unknown): string => getErrorText(error, 'message') ?? String(error);

/** Whether the system refused something, and not a program that is wrong. */
export const isSystemError = (error: unknown): boolean => getErrorText(error, 'code') !== undefined;

/** "ENOENT", "EACCES" …: what the system calls it, where it has a name for it. */
export const getErrorReason = (error: unknown): string =>
  getErrorText(error, 'code') ?? getErrorMessage(error);

function createFileFailure(
  code: Problem['code'],
  path: string,
  error: unknown,
): { ok: false; problems: Problem[] } {
  return err(code, { file: path }, { reason: getErrorReason(error) });
}

/**
 * The bytes of a document, at once: small files take longer to wait for than to read, and a reader has nothing else to
 * do meanwhile. Kind and size are looked at before it is read: a device never ends.
 * Problems: file-not-found, file-too-large.
 */
export function readInput(path: string, limit = MAX_FILE_BYTES): Result<Uint8Array> {
  try {
    const about = statSync(path);
    if (!about.isFile() && !about.isDirectory())
      return err('file-not-found', { file: path }, { reason: 'EFTYPE' });
    if (about.size > limit)
      return err(
        'file-too-large',
        { file: path },
        { size: toMegabytes(about.size), limit: toMegabytes(limit) },
      );
    const bytes = readFileSync(path);
    // pdf.js rejects the Buffer that Node reads files into.
    return ok(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    return createFileFailure('file-not-found', path, error);
  }
}

/** What comes on standard input, up to a limit: it may never end. Problems: input-too-long. */
export async function readStandardInput(limit = MAX_FILE_BYTES): Promise<Result<string>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) return err('input-too-long', {}, { limit: toMegabytes(limit) });
  }
  return ok(Buffer.concat(chunks).toString('utf8'));
}

/** The bytes of a file; folders and what cannot be read are problems. */
export async function readBytes(path: string): Promise<Result<Uint8Array>> {
  return readInput(path, MAX_ARCHIVE_BYTES);
}

export async function fileExists(path: string): Promise<boolean> {
  try {
    await access(path, constants.F_OK);
    return true;
  } catch {
    return false;
  }
}
