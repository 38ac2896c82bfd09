import type { BookChange } from '../../src/workbook/book-change';
import { lastDone, nextUndone, recordDone, recordSwitched } from '../../src/workbook/history';
import {
  EMPTY_RECORD,
  LARGEST_KEPT,
  MOST_ENTRIES,
  MOST_KEPT,
  factRows,
  readRecord,
  schemaRow,
} from '../../src/workbook/record';
import type { RecordRow, WorkbookRecord } from '../../src/workbook/record';
import { someFacts } from './some-annex';

/** The hidden sheet, as rows are written to it. */
function sheet() {
  const cells: string[][] = [];
  const write = (rows: readonly RecordRow[]): WorkbookRecord => {
    for (const { row, cells: line } of rows) cells[row] = [...line];
    return readRecord(Array.from(cells, (line) => line ?? []));
  };
  return { write };
}

const at = '2026-11-21T00:00:00.000Z';
function change(size = 0): BookChange {
  return {
    kind: 'revise',
    facts: null,
    edits: [{ key: 'x'.repeat(size), cells: {} }],
    add: [],
    remove: [],
  };
}

describe('the record', () => {
  it('gives back what was written, however long', () => {
    const facts = { ...someFacts(), fingerprint: 'đ'.repeat(70_000) };
    const { write } = sheet();
    const record = write([
      schemaRow(),
      ...factRows(facts),
      ...recordDone(EMPTY_RECORD, 'a', at, change(90_000)),
    ]);
    expect(record.schema).toBe(1);
    expect(record.facts).toEqual(facts);
    expect(record.changes.get(1)).toEqual(change(90_000));
    expect(
      Math.max(...factRows(facts).flatMap(({ cells }) => cells.map((cell) => cell.length))),
    ).toBeLessThan(32_767);
  });

  it('is empty where the sheet says nothing or something else', () => {
    expect(
      readRecord([
        ['a', 'b'],
        ['facts', '{"unit":'],
        ['entry', 'x'],
      ]),
    ).toEqual(EMPTY_RECORD);
  });

  it('reads entries without their changes from two columns alone', () => {
    const rows = recordDone(EMPTY_RECORD, 'a', at, change());
    const record = readRecord(rows.map(({ cells }) => cells.slice(0, 2)));
    expect(record.entries).toHaveLength(1);
    expect(record.changes.size).toBe(0);
  });
});

describe('the history', () => {
  it('goes back and forth, and a new change ends the way forth', () => {
    const { write } = sheet();
    let record = write(recordDone(EMPTY_RECORD, 'one', at, change(1)));
    record = write(recordDone(record, 'two', at, change(2)));
    expect(lastDone(record)?.command).toBe('two');
    expect(nextUndone(record)).toBeNull();

    record = write(recordSwitched(record, lastDone(record)!, at, change(3)));
    expect(lastDone(record)?.command).toBe('one');
    expect(nextUndone(record)?.command).toBe('two');
    expect(record.changes.get(2)).toEqual(change(3));

    record = write(recordSwitched(record, lastDone(record)!, at, change(4)));
    expect(lastDone(record)).toBeNull();
    expect(nextUndone(record)?.command).toBe('one');

    record = write(recordSwitched(record, nextUndone(record)!, at, change(5)));
    record = write(recordDone(record, 'three', at, change(6)));
    expect(record.entries.map(({ command }) => command)).toEqual(['one', 'three']);
    expect(nextUndone(record)).toBeNull();
  });

  it('keeps so many entries and so much, and lets the oldest go', () => {
    const { write } = sheet();
    let record = EMPTY_RECORD;
    for (let number = 1; number <= 50; number++)
      record = write(recordDone(record, `c${number}`, at, change()));
    expect(record.entries).toHaveLength(MOST_ENTRIES);
    expect(lastDone(record)?.command).toBe('c50');

    record = EMPTY_RECORD;
    const large = sheet();
    for (let number = 1; number <= 9; number++) {
      record = large.write(recordDone(record, `c${number}`, at, change(LARGEST_KEPT - 200)));
    }
    const kept = record.entries.reduce((sum, { size }) => sum + size, 0);
    expect(kept).toBeLessThanOrEqual(MOST_KEPT);
    expect(record.entries.map(({ command }) => command)).toEqual(['c8', 'c9']);
  });

  it('stays whole however often one undoes and does anew', () => {
    const { write } = sheet();
    let record = write(recordDone(EMPTY_RECORD, 'first', at, change()));
    for (let number = 0; number < 60; number++) {
      record = write(recordDone(record, `c${number}`, at, change(number)));
      record = write(recordSwitched(record, lastDone(record)!, at, change()));
    }
    expect(record.entries.map(({ command }) => command)).toEqual(['first', 'c59']);
    expect(record.changes.size).toBe(2);
  });

  it('does not keep a change that is too large', () => {
    const record = sheet().write(recordDone(EMPTY_RECORD, 'a', at, change(LARGEST_KEPT)));
    expect(record.entries[0]?.size).toBe(0);
    expect(record.changes.size).toBe(0);
  });
});
