import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { ColumnType, LedgerTable, StoredValue } from './ledger-column';

/** Where the bytes of a file go, in order. Both throw where the disk takes no more. */
export type FileSink = { write(bytes: Uint8Array): void; close(): void };

/** Rows of one row group at most. Larger ones take more memory and, as measured, more bytes on the disk too. */
export const ROW_GROUP_SIZE = 25_000;

type PhysicalType = Pick<SchemaElement, 'type' | 'converted_type'>;

/** Types in the words of the format; those of Parquet 1.0, which every engine reads. */
const PHYSICAL_TYPES = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  date: { type: 'INT32', converted_type: 'DATE' },
  time: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
  whole: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  flag: { type: 'BOOLEAN' },
} as const satisfies Record<ColumnType, PhysicalType>;

function buildSchema<Row>({ name, columns }: LedgerTable<Row>): SchemaElement[] {
  return [
    { name, num_children: columns.length },
    ...columns.map((column): SchemaElement => ({
      name: column.name,
      repetition_type: column.nullable ? 'OPTIONAL' : 'REQUIRED',
      ...PHYSICAL_TYPES[column.type],
    })),
  ];
}

const INITIAL_BUFFER_BYTES = 64 * 1024;
const CHUNK_BYTES = 1024 * 1024;

/** Hands bytes on once there is a megabyte of them, and whatever there is after each row group. */
class SinkWriter extends ByteWriter {
  constructor(private readonly sink: FileSink) {
    super(INITIAL_BUFFER_BYTES);
  }

  override ensure(size: number): void {
    if (this.index > CHUNK_BYTES) this.drain();
    super.ensure(size);
  }

  private drain(): void {
    if (this.index > 0) this.sink.write(new Uint8Array(this.buffer, 0, this.index));
    this.index = 0;
  }

  /** Called by the library after each row group. A table in many files must not keep the buffers of all. */
  flush(): void {
    this.drain();
    this.buffer = new ArrayBuffer(INITIAL_BUFFER_BYTES);
    this.view = new DataView(this.buffer);
  }

  override finish(): void {
    this.drain();
    this.sink.close();
  }
}

/** Writes one file of a table row by row; a row group is held in memory, never more. */
export type TableWriter<Row> = {
  add(row: Row): void;
  /** Rows not yet written. */
  countPending(): number;
  /** Writes what is held as a row group. */
  flush(): void;
  /** Ends the file; gives the number of its rows. */
  finish(): number;
};

export function createTableWriter<Row>(table: LedgerTable<Row>, sink: FileSink): TableWriter<Row> {
  const { columns } = table;
  const writer = new ParquetWriter({
    writer: new SinkWriter(sink),
    schema: buildSchema(table),
    createdBy: 'phuluc',
  });
  let data: StoredValue[][] = columns.map(() => []);
  let [pending, written] = [0, 0];
  const flush = (): void => {
    if (pending === 0) return;
    // Without a promise: the writer's own flush gives none.
    void writer.write({
      columnData: columns.map(({ name }, index) => ({ name, data: data[index]! })),
      rowGroupSize: pending,
    });
    written += pending;
    pending = 0;
    data = columns.map(() => []);
  };
  return {
    add(row) {
      for (let index = 0; index < columns.length; index++) data[index]!.push(columns[index]!.getValue(row));
      pending += 1;
      if (pending >= ROW_GROUP_SIZE) flush();
    },
    countPending: () => pending,
    flush,
    finish() {
      flush();
      void writer.finish();
      return written;
    },
  };
}
