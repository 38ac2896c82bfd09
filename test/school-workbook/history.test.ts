import {
  buildDoneEntryRows,
  buildSwitchedEntryRows,
  findLastDone,
  findNextUndone,
} from '../../src/school-workbook/history';
import {
  buildMetadataRows,
  buildSchemaRow,
  EMPTY_METADATA_SHEET,
  MAX_CHANGE_LENGTH,
  MAX_ENTRIES,
  MAX_HISTORY_LENGTH,
  type MetadataRow,
  type MetadataSheet,
  readMetadataSheet,
} from '../../src/school-workbook/metadata-sheet';
import type { WorkbookChange } from '../../src/school-workbook/workbook-change';
import { createSampleMetadata } from '../support/builders/create-sample-annex';

/** The hidden sheet, as rows are written to it. */
function sheet() {
  const cells: string[][] = [];
  const write = (rows: readonly MetadataRow[]): MetadataSheet => {
    for (const { row, cells: line } of rows) cells[row] = [...line];
    return readMetadataSheet(Array.from(cells, (line) => line ?? []));
  };
  return { write };
}

const at = '2026-11-21T00:00:00.000Z';
function change(size = 0): WorkbookChange {
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
    const facts = { ...createSampleMetadata(), fingerprint: 'đ'.repeat(70_000) };
    const { write } = sheet();
    const record = write([
      buildSchemaRow(),
      ...buildMetadataRows(facts),
      ...buildDoneEntryRows(EMPTY_METADATA_SHEET, 'a', at, change(90_000)),
    ]);
    expect(record.schema).toBe(1);
    expect(record.metadata).toEqual(facts);
    expect(record.changes.get(1)).toEqual(change(90_000));
    expect(
      Math.max(...buildMetadataRows(facts).flatMap(({ cells }) => cells.map((cell) => cell.length))),
    ).toBeLessThan(32_767);
  });

  it('is empty where the sheet says nothing or something else', () => {
    expect(
      readMetadataSheet([
        ['a', 'b'],
        ['facts', '{"unit":'],
        ['entry', 'x'],
      ]),
    ).toEqual(EMPTY_METADATA_SHEET);
  });

  it('reads entries without their changes from two columns alone', () => {
    const rows = buildDoneEntryRows(EMPTY_METADATA_SHEET, 'a', at, change());
    const record = readMetadataSheet(rows.map(({ cells }) => cells.slice(0, 2)));
    expect(record.entries).toHaveLength(1);
    expect(record.changes.size).toBe(0);
  });
});

describe('the history', () => {
  it('goes back and forth, and a new change ends the way forth', () => {
    const { write } = sheet();
    let record = write(buildDoneEntryRows(EMPTY_METADATA_SHEET, 'one', at, change(1)));
    record = write(buildDoneEntryRows(record, 'two', at, change(2)));
    expect(findLastDone(record)?.command).toBe('two');
    expect(findNextUndone(record)).toBeNull();

    record = write(buildSwitchedEntryRows(record, findLastDone(record)!, at, change(3)));
    expect(findLastDone(record)?.command).toBe('one');
    expect(findNextUndone(record)?.command).toBe('two');
    expect(record.changes.get(2)).toEqual(change(3));

    record = write(buildSwitchedEntryRows(record, findLastDone(record)!, at, change(4)));
    expect(findLastDone(record)).toBeNull();
    expect(findNextUndone(record)?.command).toBe('one');

    record = write(buildSwitchedEntryRows(record, findNextUndone(record)!, at, change(5)));
    record = write(buildDoneEntryRows(record, 'three', at, change(6)));
    expect(record.entries.map(({ command }) => command)).toEqual(['one', 'three']);
    expect(findNextUndone(record)).toBeNull();
  });

  it('keeps so many entries and so much, and lets the oldest go', () => {
    const { write } = sheet();
    let record = EMPTY_METADATA_SHEET;
    for (let number = 1; number <= 50; number++)
      record = write(buildDoneEntryRows(record, `c${number}`, at, change()));
    expect(record.entries).toHaveLength(MAX_ENTRIES);
    expect(findLastDone(record)?.command).toBe('c50');

    record = EMPTY_METADATA_SHEET;
    const large = sheet();
    for (let number = 1; number <= 9; number++) {
      record = large.write(buildDoneEntryRows(record, `c${number}`, at, change(MAX_CHANGE_LENGTH - 200)));
    }
    const kept = record.entries.reduce((sum, { size }) => sum + size, 0);
    expect(kept).toBeLessThanOrEqual(MAX_HISTORY_LENGTH);
    expect(record.entries.map(({ command }) => command)).toEqual(['c8', 'c9']);
  });

  it('stays whole however often one undoes and does anew', () => {
    const { write } = sheet();
    let record = write(buildDoneEntryRows(EMPTY_METADATA_SHEET, 'first', at, change()));
    for (let number = 0; number < 60; number++) {
      record = write(buildDoneEntryRows(record, `c${number}`, at, change(number)));
      record = write(buildSwitchedEntryRows(record, findLastDone(record)!, at, change()));
    }
    expect(record.entries.map(({ command }) => command)).toEqual(['first', 'c59']);
    expect(record.changes.size).toBe(2);
  });

  it('does not keep a change that is too large', () => {
    const record = sheet().write(
      buildDoneEntryRows(EMPTY_METADATA_SHEET, 'a', at, change(MAX_CHANGE_LENGTH)),
    );
    expect(record.entries[0]?.size).toBe(0);
    expect(record.changes.size).toBe(0);
  });
});
