import type { LedgerTable } from './ledger-column';
import { createTableWriter, type FileSink, ROW_GROUP_SIZE, type TableWriter } from './write-table';

/** Rows held in memory over all files of a table, however many there are. */
const MAX_PENDING_ROWS = 2 * ROW_GROUP_SIZE;

export type WrittenFile = { path: string; rows: number };

type WritePartitionsOptions<Row> = {
  table: LedgerTable<Row>;
  /** Folder of a row below that of the table. */
  getFolder: (row: Row) => string;
  /** Folder of a table without rows: it still has its columns. */
  emptyFolder: string;
  /** Makes a file by its path below the ledger's folder, "ledger/branch=P-01/part-0.parquet". */
  open: (path: string) => FileSink;
  maxPendingRows?: number;
};

/** Names that some file systems take for the same. */
const toFolderKey = (folder: string): string => folder.toLowerCase();

/**
 * Writes the rows of a table into one file a folder as they come. Rows of one folder that come together make large row
 * groups; where folders alternate, the one that holds most is written first, so that memory stays bounded.
 */
export async function writePartitions<Row>(
  rows: Iterable<Row> | AsyncIterable<Row>,
  {
    table,
    getFolder: folderFor,
    emptyFolder,
    open,
    maxPendingRows: maxRows = MAX_PENDING_ROWS,
  }: WritePartitionsOptions<Row>,
): Promise<WrittenFile[]> {
  const files = new Map<string, { path: string; writer: TableWriter<Row> }>();
  const openFile = (folder: string) => {
    const known = files.get(toFolderKey(folder));
    if (known) return known;
    const path = [table.name, folder, 'part-0.parquet'].filter(Boolean).join('/');
    const made = { path, writer: createTableWriter(table, open(path)) };
    files.set(toFolderKey(folder), made);
    return made;
  };
  let pending = 0;
  const add = (row: Row): void => {
    const { writer } = openFile(folderFor(row));
    const before = writer.countPending();
    writer.add(row);
    pending += writer.countPending() - before;
    if (pending < maxRows) return;
    const fullest = [...files.values()].reduce((most, one) =>
      one.writer.countPending() > most.writer.countPending() ? one : most,
    );
    pending -= fullest.writer.countPending();
    fullest.writer.flush();
  };
  if (Symbol.asyncIterator in rows) for await (const row of rows) add(row);
  else for (const row of rows) add(row);
  if (files.size === 0) openFile(emptyFolder);
  return [...files.values()].map(({ path, writer }) => ({ path, rows: writer.finish() }));
}
