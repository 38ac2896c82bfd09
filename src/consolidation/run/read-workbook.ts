import { err, ok, type Result } from '../../shared/result';
import type { SchoolFile } from '../types';
import { type FileToRead, readFiles } from './read-files';
import type { FileReaderPort, ReadOutcome } from './reader-messages';

/** Reads one school workbook behind a port, without matching it. Problems: those of the reader; read-timeout. */
export async function readWorkbook(
  file: FileToRead,
  openPort: () => FileReaderPort,
): Promise<Result<SchoolFile>> {
  const outcomes: ReadOutcome[] = [];
  await readFiles([file], {
    annex: null,
    readers: 1,
    openPort,
    onOutcome: (outcome) => outcomes.push(outcome),
  });
  const [outcome] = outcomes;
  if (outcome?.kind === 'read') return ok(outcome.file);
  return outcome?.kind === 'failed'
    ? err(outcome.failed.problems)
    : err('reader-stopped', { file: file.file }, { reason: 'no answer' });
}
