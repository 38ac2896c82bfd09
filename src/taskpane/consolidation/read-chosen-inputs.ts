import { readLowerWorkbook } from '../../authority-workbook/read-lower-workbook';
import { type FileSource, type ReadInputs, readInputs } from '../../consolidation/run/run-consolidation';
import type { Problem } from '../../shared/problem';
import { toInternalProblem } from '../shell/to-internal-problem';
import type { ChosenFiles } from './collect-chosen-files';
import { readArchivedFiles, readChosenFiles } from './read-chosen-files';

/** The files of an officer, read in workers. */
export function createChosenSource({ files, leftOut }: ChosenFiles): FileSource {
  return {
    files: [...files.keys()],
    leftOut,
    read: (options) => readChosenFiles(files, options),
    readArchived: readArchivedFiles,
    load: async (file) => {
      const bytes = await files.get(file)?.arrayBuffer();
      return bytes ? new Uint8Array(bytes) : null;
    },
    readLowerWorkbook,
  };
}

/**
 * Reads the files of a run; an error of the program is reported, so that no officer waits for what has ended.
 *
 * @returns null where reading was cancelled or failed
 */
export async function readChosenInputs(
  source: FileSource,
  request: Parameters<typeof readInputs>[0],
  options: Parameters<typeof readInputs>[2],
  report: (problems: Problem[]) => void,
): Promise<ReadInputs | null> {
  try {
    return await readInputs(request, source, options);
  } catch (fault) {
    report([toInternalProblem(fault)]);
    return null;
  }
}
