/** What the browser gives of a dropped file or folder. */
type Dropped = Pick<DataTransfer, 'items' | 'files'>;

/** Reads all entries of a folder: the browser gives them a hundred at a time. */
async function listEntries(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return entries;
    entries.push(...some);
  }
}

/** Gives a file the path that it has below the dropped folder, as a picked folder's files have. */
function withPath(file: File, fullPath: string): File {
  const path = fullPath.replace(/^\//, '');
  if (path.includes('/')) Object.defineProperty(file, 'webkitRelativePath', { value: path });
  return file;
}

async function collectEntry(entry: FileSystemEntry): Promise<File[]> {
  try {
    if (entry.isDirectory) {
      const entries = await listEntries(entry as FileSystemDirectoryEntry);
      const found = await Promise.all(entries.map(collectEntry));
      return found.flat();
    }
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    return [withPath(file, entry.fullPath)];
  } catch {
    // What cannot be opened is named all the same: an empty file is refused.
    return [withPath(new File([], entry.name), entry.fullPath)];
  }
}

/**
 * Collects the files that were dropped, those of folders on all levels among them, in the order of their paths. Must be
 * called while the event is handled: the browser forgets its items afterwards.
 */
export async function collectDroppedFiles({ items, files }: Dropped): Promise<File[]> {
  const entries = [...items].map((item) =>
    // Some web views lack it; then a folder is one file that cannot be read.
    item.kind === 'file' && 'webkitGetAsEntry' in item ? item.webkitGetAsEntry() : null,
  );
  const given = [...files];
  const known = entries.flatMap((entry) => entry ?? []);
  if (known.length < given.length) return given;
  const found = (await Promise.all(known.map(collectEntry))).flat();
  const getPath = (file: File): string => file.webkitRelativePath || file.name;
  return found.sort((a, b) => (getPath(a) < getPath(b) ? -1 : 1));
}
