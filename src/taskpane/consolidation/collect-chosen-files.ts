import { findLeftOutReason, type LeftOutFile } from '../../consolidation/run/left-out';

/** What an officer chose or dropped: files to read by their names, and those that are nobody's report. */
export type ChosenFiles = { files: Map<string, File>; leftOut: LeftOutFile[] };

const getFilePath = (file: File): string => file.webkitRelativePath || file.name;

/** Names each file once: two of one name, dropped from two folders, are two files. */
export function collectChosenFiles(chosen: readonly File[]): ChosenFiles {
  const files = new Map<string, File>();
  const leftOut: LeftOutFile[] = [];
  for (const file of chosen) {
    const path = getFilePath(file);
    const reason = findLeftOutReason(path);
    if (reason) {
      leftOut.push({ file: path, reason });
      continue;
    }
    let name = path;
    for (let count = 2; files.has(name); count += 1) name = `${path} (${count})`;
    files.set(name, file);
  }
  return { files, leftOut };
}
