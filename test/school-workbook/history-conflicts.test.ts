import { findBlockingEntry } from '../../src/school-workbook/history-conflicts';
import type { HistoryEntry, MetadataSheet } from '../../src/school-workbook/metadata-sheet';
import { NO_LOG_CHANGES, RENEWAL_CHANGE } from '../../src/school-workbook/progress/progress-change';
import type { WorkbookChange } from '../../src/school-workbook/workbook-change';
import { createSampleMetadata } from '../support/builders/create-sample-annex';

function metadataSheet(...changes: (WorkbookChange | null)[]): MetadataSheet {
  return {
    schema: 1,
    metadata: null,
    entries: changes.map((change, index): HistoryEntry => ({
      id: index + 1,
      command: 'x',
      at: '',
      state: 'done',
      size: change ? 1 : 0,
    })),
    changes: new Map(changes.flatMap((change, index) => (change ? [[index + 1, change] as const] : []))),
  };
}

function edit(key: string, ...cells: ('status' | 'note')[]): WorkbookChange {
  return {
    kind: 'revise',
    facts: null,
    edits: [{ key, cells: Object.fromEntries(cells.map((cell) => [cell, 'x'])) }],
    add: [],
    remove: [],
  };
}
const metadata: WorkbookChange = {
  kind: 'revise',
  facts: createSampleMetadata(),
  edits: [],
  add: [],
  remove: [],
};
const removal: WorkbookChange = { kind: 'revise', facts: null, edits: [], add: [], remove: ['I.1'] };
const print: WorkbookChange = { kind: 'print', paper: null, settings: null };
const report: WorkbookChange = { kind: 'report-sheet', action: 'remove', sheet: 'A', document: {} as never };
function cells(sheet: string, row: number): WorkbookChange {
  return {
    kind: 'cells',
    sheet,
    cells: [{ row, column: 0, before: { content: '', font: '' }, after: { content: '', font: '' } }],
  };
}
function logged(key: string): WorkbookChange {
  return {
    ...RENEWAL_CHANGE,
    renew: false,
    log: { ...NO_LOG_CHANGES, edits: [{ key, cells: { note: 'x' } }] },
  };
}
function targets(key: string): WorkbookChange {
  return {
    kind: 'targets',
    what: 'revise',
    edits: [{ key, cells: {} }],
    add: [],
    remove: [key],
  };
}

describe('entries that stand in one another’s way', () => {
  it.each<[string, WorkbookChange, WorkbookChange | null, boolean]>([
    ['the same cell', edit('I.1', 'status'), edit('I.1', 'status'), true],
    ['another cell of a row', edit('I.1', 'status'), edit('I.1', 'note'), false],
    ['another row', edit('I.1', 'status'), edit('I.10', 'status'), false],
    ['a row that was changed and went', edit('I.1', 'note'), removal, true],
    ['rows that go, and a cell of another row', removal, edit('I.2', 'note'), false],
    [
      'the same cell within several',
      edit('I.1', 'note'),
      { kind: 'several', changes: [print, edit('I.1', 'note')] },
      true,
    ],
    ['the whole workbook', edit('I.1', 'note'), { kind: 'remove' }, true],
    ['a change that was not kept', edit('I.1', 'note'), null, true],
    ['a print and a mark', edit('I.1', 'note'), print, false],
    ['a print and the facts', print, metadata, true],
    ['two reports on sheets of their own', report, { ...report, sheet: 'B' } as WorkbookChange, false],
    ['a cell of a report that goes', report, cells('A', 3), true],
    ['cells of one sheet', cells('A', 1), cells('A', 2), false],
    ['two rows of the log', logged('a'), logged('b'), false],
    ['a row of the log and a renewal', logged('a'), RENEWAL_CHANGE, true],
    ['a mark and a renewal', edit('I.1', 'note'), RENEWAL_CHANGE, true],
    ['a row of the log and a mark', logged('a'), edit('I.1', 'note'), false],
    ['two targets', targets('a'), targets('b'), true],
    ['a target and a task of one key', targets('I.1'), edit('I.1', 'note'), false],
    ['a key with a stroke in it', edit('12/KH.1', 'note'), edit('12', 'note'), false],
  ])('%s', (_, first, second, isInTheWay) => {
    const retained = metadataSheet(first, second);
    const found = findBlockingEntry(retained, retained.entries[0]!);
    expect(found?.id ?? null).toBe(isInTheWay ? 2 : null);
    expect(findBlockingEntry(retained, retained.entries[1]!)).toBeNull();
  });

  it('the newest of them is named', () => {
    const retained = metadataSheet(...['a', 'b', 'c'].map(() => edit('I.1', 'note')));
    expect(findBlockingEntry(retained, retained.entries[0]!)?.id).toBe(3);
  });

  it('what is undone stands in no way', () => {
    const retained = metadataSheet(edit('I.1', 'note'), edit('I.1', 'note'));
    retained.entries[1]!.state = 'undone';
    expect(findBlockingEntry(retained, retained.entries[0]!)).toBeNull();
  });
});
