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

const AT = '2026-11-21T00:00:00.000Z';
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
    const metadata = { ...createSampleMetadata(), fingerprint: 'đ'.repeat(70_000) };
    const { write } = sheet();
    const metadataSheet = write([
      buildSchemaRow(null),
      ...buildMetadataRows(metadata),
      ...buildDoneEntryRows(EMPTY_METADATA_SHEET, 'a', AT, change(90_000)),
    ]);
    expect(metadataSheet.schema).toBe(1);
    expect(metadataSheet.metadata).toEqual(metadata);
    expect(metadataSheet.changes.get(1)).toEqual(change(90_000));
    expect(
      Math.max(...buildMetadataRows(metadata).flatMap(({ cells }) => cells.map((cell) => cell.length))),
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
    const rows = buildDoneEntryRows(EMPTY_METADATA_SHEET, 'a', AT, change());
    const metadataSheet = readMetadataSheet(rows.map(({ cells }) => cells.slice(0, 2)));
    expect(metadataSheet.entries).toHaveLength(1);
    expect(metadataSheet.changes.size).toBe(0);
  });
});

describe('the history', () => {
  it('goes back and forth, and a new change ends the way forth', () => {
    const { write } = sheet();
    let metadataSheet = write(buildDoneEntryRows(EMPTY_METADATA_SHEET, 'one', AT, change(1)));
    metadataSheet = write(buildDoneEntryRows(metadataSheet, 'two', AT, change(2)));
    expect(findLastDone(metadataSheet)?.command).toBe('two');
    expect(findNextUndone(metadataSheet)).toBeNull();

    metadataSheet = write(buildSwitchedEntryRows(metadataSheet, findLastDone(metadataSheet)!, AT, change(3)));
    expect(findLastDone(metadataSheet)?.command).toBe('one');
    expect(findNextUndone(metadataSheet)?.command).toBe('two');
    expect(metadataSheet.changes.get(2)).toEqual(change(3));

    metadataSheet = write(buildSwitchedEntryRows(metadataSheet, findLastDone(metadataSheet)!, AT, change(4)));
    expect(findLastDone(metadataSheet)).toBeNull();
    expect(findNextUndone(metadataSheet)?.command).toBe('one');

    metadataSheet = write(
      buildSwitchedEntryRows(metadataSheet, findNextUndone(metadataSheet)!, AT, change(5)),
    );
    metadataSheet = write(buildDoneEntryRows(metadataSheet, 'three', AT, change(6)));
    expect(metadataSheet.entries.map(({ command }) => command)).toEqual(['one', 'three']);
    expect(findNextUndone(metadataSheet)).toBeNull();
  });

  it('keeps so many entries and so much, and lets the oldest go', () => {
    const { write } = sheet();
    let metadataSheet = EMPTY_METADATA_SHEET;
    for (let number = 1; number <= 50; number++)
      metadataSheet = write(buildDoneEntryRows(metadataSheet, `c${number}`, AT, change()));
    expect(metadataSheet.entries).toHaveLength(MAX_ENTRIES);
    expect(findLastDone(metadataSheet)?.command).toBe('c50');

    metadataSheet = EMPTY_METADATA_SHEET;
    const large = sheet();
    for (let number = 1; number <= 9; number++) {
      metadataSheet = large.write(
        buildDoneEntryRows(metadataSheet, `c${number}`, AT, change(MAX_CHANGE_LENGTH - 200)),
      );
    }
    const retained = metadataSheet.entries.reduce((sum, { size }) => sum + size, 0);
    expect(retained).toBeLessThanOrEqual(MAX_HISTORY_LENGTH);
    expect(metadataSheet.entries.map(({ command }) => command)).toEqual(['c8', 'c9']);
  });

  it('stays complete however often one undoes and does again', () => {
    const { write } = sheet();
    let metadataSheet = write(buildDoneEntryRows(EMPTY_METADATA_SHEET, 'first', AT, change()));
    for (let number = 0; number < 60; number++) {
      metadataSheet = write(buildDoneEntryRows(metadataSheet, `c${number}`, AT, change(number)));
      metadataSheet = write(
        buildSwitchedEntryRows(metadataSheet, findLastDone(metadataSheet)!, AT, change()),
      );
    }
    expect(metadataSheet.entries.map(({ command }) => command)).toEqual(['first', 'c59']);
    expect(metadataSheet.changes.size).toBe(2);
  });

  it('does not keep a change that is too large', () => {
    const metadataSheet = sheet().write(
      buildDoneEntryRows(EMPTY_METADATA_SHEET, 'a', AT, change(MAX_CHANGE_LENGTH)),
    );
    expect(metadataSheet.entries[0]?.size).toBe(0);
    expect(metadataSheet.changes.size).toBe(0);
  });
});
