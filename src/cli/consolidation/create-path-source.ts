import { readLowerWorkbook } from '../../authority-workbook/read-lower-workbook';
import type { FileSource } from '../../consolidation/run/run-consolidation';
import type { ExpandedPaths } from '../expand-paths';
import { readBytes } from '../files';
import { readArchivedFiles, readPaths } from './read-paths';

/** The files of the command line, read by their paths, in threads where there are many. */
export function createPathSource({ files, leftOut, problems }: ExpandedPaths): FileSource {
  return {
    files,
    leftOut,
    read: (options) => readPaths(files, options),
    readArchived: readArchivedFiles,
    load: async (file) => {
      const bytes = await readBytes(file);
      return bytes.ok ? bytes.value : null;
    },
    readLowerWorkbook,
    failed: problems.map((problem) => ({
      file: problem.place.file ?? '',
      sha256: '',
      problems: [problem],
    })),
  };
}
