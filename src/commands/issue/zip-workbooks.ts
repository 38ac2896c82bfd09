import { type Zippable, zipSync } from 'fflate';
import type { IssuedWorkbook } from '../../authority-workbook/plan-issue';
import { ok, type Result } from '../../shared/result';
import { issueWorkbooks } from './issue-workbooks';

type ZipOptions = {
  now: () => Date;
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
};

/** The workbooks are already compressed. */
const STORE_ONLY = { level: 0 } as const;

/**
 * Creates all workbooks in one .zip, named by unit.
 *
 * @throws the reason of the signal if it is stopped
 */
export async function zipWorkbooks(
  plans: readonly IssuedWorkbook[],
  { now, signal, onProgress }: ZipOptions,
): Promise<Result<Uint8Array>> {
  const files: Zippable = {};
  let done = 0;
  for await (const issued of issueWorkbooks(plans, now)) {
    signal?.throwIfAborted();
    if (!issued.ok) return issued;
    files[issued.value.plan.file] = [issued.value.bytes, STORE_ONLY];
    done += 1;
    onProgress?.(done, plans.length);
  }
  return ok(zipSync(files));
}
