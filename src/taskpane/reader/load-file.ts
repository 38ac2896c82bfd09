import { toMegabytes } from '@phuluc/ooxml/zip/to-megabytes';
import { MAX_FILE_BYTES } from '../../import/file-limits';
import { err, ok, type Result } from '../../shared/result';

/** Returns the bytes of a file that was chosen or dropped; its size is looked at before it is read. */
export async function loadFile(file: Blob, limit = MAX_FILE_BYTES): Promise<Result<Uint8Array>> {
  if (file.size > limit)
    return err('file-too-large', {}, { size: toMegabytes(file.size), limit: toMegabytes(limit) });
  try {
    return ok(new Uint8Array(await file.arrayBuffer()));
  } catch {
    // Taken away or changed since it was chosen.
    return err('file-not-found');
  }
}
