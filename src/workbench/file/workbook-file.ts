/** What the File System Access API adds to a handle; Chrome and Edge have it, other browsers lack it. */
export type WritableFileHandle = FileSystemFileHandle & {
  requestPermission?: (options: { mode: 'readwrite' }) => Promise<PermissionState>;
};

type FilePickers = {
  showOpenFilePicker?: (options: object) => Promise<WritableFileHandle[]>;
  showSaveFilePicker?: (options: object) => Promise<WritableFileHandle>;
};

/** Where the open workbook is kept. */
export type WorkbookFile = {
  name: string;
  /** Null where the browser only uploads and downloads. */
  handle: WritableFileHandle | null;
  /** The file's time when it was last read or written here; null when it never was. */
  modified: number | null;
};

export type ReadFile = WorkbookFile & { bytes: Uint8Array };

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Asks for a workbook, with a handle for saving in place where the browser gives one.
 * @returns null if the person cancels
 */
export async function pickWorkbookFile(): Promise<ReadFile | null> {
  const { showOpenFilePicker } = window as FilePickers;
  if (!showOpenFilePicker) return pickUpload();
  const handle = await showOpenFilePicker({
    types: [{ description: 'Excel', accept: { [XLSX_TYPE]: ['.xlsx', '.xlsm'] } }],
  })
    .then(([first]) => first ?? null)
    .catch(ignoreCancel);
  if (!handle) return null;
  const file = await handle.getFile();
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { name: file.name, handle, modified: file.lastModified, bytes };
}

/** Detects whether another program has written the file since it was read or written here. */
export async function isChangedOnDisk({ handle, modified }: WorkbookFile): Promise<boolean> {
  if (!handle || modified === null) return false;
  const file = await handle.getFile().catch(() => null);
  return file !== null && file.lastModified !== modified;
}

/**
 * Asks where a workbook without a place is to be kept.
 * @returns the file unchanged where the browser can only download, null if the person cancels
 */
export async function choosePlace(file: WorkbookFile): Promise<WorkbookFile | null> {
  const { showSaveFilePicker } = window as FilePickers;
  if (file.handle || !showSaveFilePicker) return file;
  const handle = await showSaveFilePicker({
    suggestedName: file.name,
    types: [{ description: 'Excel', accept: { [XLSX_TYPE]: ['.xlsx'] } }],
  }).catch(ignoreCancel);
  return handle && { name: handle.name, handle, modified: null };
}

/**
 * Writes the bytes in place. The browser writes beside the file and puts the whole in its place at the end.
 * @returns null if the person or the system does not allow it
 */
export async function writeInPlace(
  file: WorkbookFile,
  handle: WritableFileHandle,
  bytes: Uint8Array,
): Promise<WorkbookFile | null> {
  try {
    if ((await handle.requestPermission?.({ mode: 'readwrite' })) === 'denied') return null;
    const writable = await handle.createWritable();
    await writable.write(bytes as Uint8Array<ArrayBuffer>);
    await writable.close();
    return { ...file, modified: (await handle.getFile()).lastModified };
  } catch {
    return null;
  }
}

/** Hands bytes to the person as a download. */
export function downloadXlsx(bytes: Uint8Array, name: string): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: XLSX_TYPE }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

function pickUpload(): Promise<ReadFile | null> {
  return new Promise((resolve, reject) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.xlsx,.xlsm';
    input.oncancel = () => resolve(null);
    input.onchange = () => {
      const file = input.files?.[0];
      if (!file) return resolve(null);
      file
        .arrayBuffer()
        .then((buffer) =>
          resolve({ name: file.name, handle: null, modified: null, bytes: new Uint8Array(buffer) }),
        )
        .catch(reject);
    };
    input.click();
  });
}

function ignoreCancel(error: unknown): null {
  if (error instanceof DOMException && error.name === 'AbortError') return null;
  throw error;
}
