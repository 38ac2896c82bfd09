import { readLowerWorkbook } from '../../authority-workbook/read-lower-workbook';
import type { FileSource } from '../../consolidation/run/run-consolidation';
import { MAX_ARCHIVE_BYTES } from '../../import/file-limits';
import type { ExpandedPaths } from '../expand-paths';
import { readInput } from '../files';
import { readArchivedFiles, readPaths } from './read-paths';

/** The files of the command line, read by their paths, in threads where there are many. */
export function createPathSource({ files, leftOut, problems }: ExpandedPaths): FileSource {
  return {
    files,
    leftOut,
    read: (options) => readPaths(files, options),
    readArchived: readArchivedFiles,
    load: (file) => {
      const bytes = readInput(file, MAX_ARCHIVE_BYTES);
      return Promise.resolve(bytes.ok ? bytes.value : null);
    },
    readLowerWorkbook,
    failed: problems.map((problem) => ({
      file: problem.place.file ?? '',
      sha256: '',
      problems: [problem],
    })),
  };
}
