import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import {
  createFlagColumn,
  createIntegerColumn,
  createTextColumn,
} from '../../../src/consolidation/parquet/ledger-column';
import { writePartitions } from '../../../src/consolidation/parquet/write-partitions';
import { ROW_GROUP_SIZE } from '../../../src/consolidation/parquet/write-table';

type Row = { folder: string; number: number };
const table = {
  name: 't',
  columns: [
    createTextColumn('folder', ({ folder }: Row) => folder),
    createIntegerColumn('number', ({ number }: Row) => number),
    createFlagColumn('even', ({ number }: Row) => number % 2 === 0),
  ],
};

/** Files in memory, with how many are open. */
function memory() {
  const files = new Map<string, Uint8Array[]>();
  const closed: string[] = [];
  return {
    closed,
    open: (path: string) => {
      if (files.has(path)) throw new Error(`twice: ${path}`);
      const chunks: Uint8Array[] = [];
      files.set(path, chunks);
      return {
        write: (bytes: Uint8Array) => void chunks.push(bytes.slice()),
        close: () => void closed.push(path),
      };
    },
    file: (path: string): ArrayBuffer => {
      const bytes = Buffer.concat(files.get(path) ?? []);
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
    },
    names: () => [...files.keys()],
  };
}

function write(
  rows: Iterable<Row> | AsyncIterable<Row>,
  disk: ReturnType<typeof memory>,
  maxPendingRows?: number,
) {
  return writePartitions(rows, {
    table,
    getFolder: ({ folder }) => folder,
    emptyFolder: 'none',
    open: disk.open,
    ...(maxPendingRows !== undefined && { maxPendingRows: maxPendingRows }),
  });
}

function rowsFrom(folders: readonly string[], count: number): Row[] {
  return Array.from({ length: count }, (_, number) => ({
    folder: folders[number % folders.length]!,
    number,
  }));
}

describe('tables in partitions', () => {
  it('have each row once, in the file of its folder, in the order they came', async () => {
    const disk = memory();
    const rows = rowsFrom(['a', 'b', 'c'], 100);
    const written = await write(rows, disk, 7);
    expect(written).toEqual([
      { path: 't/a/part-0.parquet', rows: 34 },
      { path: 't/b/part-0.parquet', rows: 33 },
      { path: 't/c/part-0.parquet', rows: 33 },
    ]);
    expect(disk.closed).toEqual(disk.names());
    for (const folder of ['a', 'b', 'c']) {
      const read = await parquetReadObjects({ file: disk.file(`t/${folder}/part-0.parquet`) });
      expect(read).toEqual(
        rows
          .filter((row) => row.folder === folder)
          .map(({ number }) => ({ folder, number, even: number % 2 === 0 })),
      );
    }
  });

  it('hold few rows, whatever their order: the fullest file is written first', async () => {
    const disk = memory();
    await write(rowsFrom(['a', 'a', 'a', 'b'], 40), disk, 8);
    const groups = (path: string): number[] =>
      parquetMetadata(disk.file(path)).row_groups.map(({ num_rows }) => Number(num_rows));
    expect(groups('t/a/part-0.parquet')).toEqual([6, 5, 4, 6, 5, 4]);
    expect(groups('t/b/part-0.parquet').reduce((sum, rows) => sum + rows, 0)).toBe(10);
  });

  it('end a row group where it is full', async () => {
    const disk = memory();
    await write(rowsFrom(['a'], ROW_GROUP_SIZE + 1), disk);
    const { row_groups, num_rows } = parquetMetadata(disk.file('t/a/part-0.parquet'));
    expect(row_groups.map(({ num_rows: rows }) => Number(rows))).toEqual([ROW_GROUP_SIZE, 1]);
    expect(Number(num_rows)).toBe(ROW_GROUP_SIZE + 1);
  });

  it('take a stream, and folders that a disk may take for one', async () => {
    const disk = memory();
    async function* stream(): AsyncIterable<Row> {
      yield { folder: 'P-01', number: 1 };
      yield { folder: 'p-01', number: 2 };
    }
    expect(await write(stream(), disk)).toEqual([{ path: 't/P-01/part-0.parquet', rows: 2 }]);
  });

  it('have their columns even without a row', async () => {
    const disk = memory();
    expect(await write([], disk)).toEqual([{ path: 't/none/part-0.parquet', rows: 0 }]);
    const { schema } = parquetMetadata(disk.file('t/none/part-0.parquet'));
    expect(schema.slice(1).map(({ name }) => name)).toEqual(['folder', 'number', 'even']);
  });
});
