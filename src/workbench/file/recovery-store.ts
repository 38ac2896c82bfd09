import type { WorkbookFile } from './workbook-file';

/** A copy of an open workbook that has changes not yet saved to its file. */
export type RecoveryCopy = {
  /** Of the open workbook, not of the tab. */
  id: string;
  file: WorkbookFile;
  savedAt: number;
  bytes: Uint8Array;
};

const DATABASE = 'phuluc-workbench';
const STORE = 'recovery';

/** Replaces the copy of this workbook in one transaction: an interrupted one leaves the copy before it whole. */
export async function writeRecoveryCopy(copy: RecoveryCopy): Promise<void> {
  await run('readwrite', (store) => store.put(copy));
}

export async function deleteRecoveryCopy(id: string): Promise<void> {
  await run('readwrite', (store) => store.delete(id));
}

/** Returns the copies whose workbook is open in no tab, newest first. */
export async function readLeftCopies(): Promise<RecoveryCopy[]> {
  const copies = await run<RecoveryCopy[]>('readonly', (store) => store.getAll());
  const locks = await navigator.locks?.query();
  const open = new Set(locks?.held?.map(({ name }) => name));
  return copies.filter(({ id }) => !open.has(getLockName(id))).sort((a, b) => b.savedAt - a.savedAt);
}

/** The name of the lock that a tab holds as long as it has this workbook open; the browser frees it on a crash. */
export const getLockName = (id: string): string => `phuluc-workbook-${id}`;

function run<T>(mode: IDBTransactionMode, action: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'id' });
    opening.onerror = () => reject(opening.error ?? new Error('IndexedDB cannot be opened.'));
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(STORE, mode);
      const request = action(transaction.objectStore(STORE));
      transaction.oncomplete = () => {
        database.close();
        resolve(request.result);
      };
      transaction.onabort = () => {
        database.close();
        reject(transaction.error ?? new Error('The copy was not written.'));
      };
    };
  });
}
