import { toSerial } from '../../annex/calendar/dates';
import { readRecorded } from '../../consolidation/reader/read-recorded';
import type { SourceCell } from '../../consolidation/types';
import { applicabilityWords, columnHeaders, statusWords } from '../../locales/sheet-words';
import { cellAddress } from '../address';
import type { ColumnId } from '../columns';
import { readTasks, type TrackedRow, type TrackedTable } from '../read-tasks';
import type { CellValue } from '../snapshot';
import { plainText } from '../typed';
import type { Health } from './health';
import type { Trouble } from './trouble';

const ERROR_VALUE = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/;

type Cell = { table: TrackedTable; row: TrackedRow; id: ColumnId };

function addressOf({ table, row, id }: Cell): string {
  return cellAddress(table.top + 1 + row.index, table.left + (table.columns[id] ?? 0));
}

const contentAt = ({ row, id }: Cell): string => plainText(row.book.cells[id]).trim();

/** A trouble of one cell, with what stands there and what should. */
function ofCell(code: Trouble['code'], cell: Cell, content: string | number | null): Trouble {
  return {
    code,
    place: { sheet: cell.table.sheet, cell: addressOf(cell), task: cell.row.key },
    details: {
      column: columnHeaders[cell.id],
      value: contentAt(cell),
      ...(typeof content === 'string' && { word: content }),
    },
    mend:
      content === null
        ? null
        : { kind: 'edit-rows', edits: [{ key: cell.row.key, cells: { [cell.id]: content } }] },
  };
}

const sourceCell = (cell: Cell): SourceCell => ({ value: contentAt(cell), cell: addressOf(cell) });

/** Words in a column with a list that are not of the list, and what they mean. */
function unlisted(cell: Cell): Trouble | null {
  const value = contentAt(cell);
  if (value === '' || ERROR_VALUE.test(value)) return null;
  const listed: string[] =
    cell.id === 'status'
      ? Object.values(statusWords)
      : [applicabilityWords.performed, applicabilityWords.notPerformed];
  const same = (word: string): boolean =>
    word.toLocaleLowerCase('vi') === value.normalize('NFC').toLocaleLowerCase('vi');
  if (listed.some(same)) return null;
  const field = cell.id === 'status' ? 'status' : 'applicability';
  const { recorded } = readRecorded({ [field]: sourceCell(cell) }, { date1904: false, year: null }, null);
  const word =
    field === 'status'
      ? recorded.state && statusWords[recorded.state]
      : recorded.applicability !== 'undecided' && applicabilityWords[recorded.applicability];
  return word ? ofCell('words-unlisted', cell, word) : ofCell('words-unclear', cell, null);
}

function datedAsText(cell: Cell, year: number | null): Trouble | null {
  const value = cell.row.book.cells[cell.id];
  if (typeof value !== 'string' || value.trim() === '' || ERROR_VALUE.test(value)) return null;
  const { recorded } = readRecorded({ doneOn: sourceCell(cell) }, { date1904: false, year }, null);
  return recorded.doneOn === ''
    ? ofCell('date-unread', cell, null)
    : ofCell('date-as-text', cell, toSerial(recorded.doneOn));
}

/** Rows without an id: the section of the area with TT, where no other row has it. */
function withoutId(table: TrackedTable): Trouble[] {
  const taken = new Set(table.rows.map(({ task }) => task.id).filter((id) => id !== ''));
  return table.rows
    .filter(({ task }) => task.id === '' && task.content !== '')
    .map((row): Trouble => {
      const { section, tt } = row.task;
      const id = section !== '' && tt !== '' ? `${section}.${tt}` : '';
      const isFree = id !== '' && !taken.has(id);
      if (isFree) taken.add(id);
      return ofCell('ids-missing', { table, row, id: 'id' }, isFree ? id : null);
    });
}

function doubledIds(table: TrackedTable): Trouble[] {
  const first = new Map<string, TrackedRow>();
  return table.rows.flatMap((row): Trouble[] => {
    const { id } = row.task;
    const earlier = id === '' ? undefined : first.get(id);
    if (id !== '' && !earlier) first.set(id, row);
    if (!earlier) return [];
    const trouble = ofCell('id-doubled', { table, row, id: 'id' }, null);
    const other = addressOf({ table, row: earlier, id: 'id' });
    return [{ ...trouble, details: { ...trouble.details, other } }];
  });
}

/** Errors that cells show, of formulas too. */
function errors(table: TrackedTable, row: TrackedRow, shown: readonly CellValue[]): Trouble[] {
  return (Object.keys(table.columns) as ColumnId[]).flatMap((id): Trouble[] => {
    const value = String(shown[table.columns[id] ?? -1] ?? '');
    if (!ERROR_VALUE.test(value)) return [];
    const trouble = ofCell('cell-error', { table, row, id }, null);
    return [{ ...trouble, details: { ...trouble.details, value } }];
  });
}

/** What stands in the rows and is not counted, or counted wrongly. */
export function findCellTroubles({ snapshot }: Health): Trouble[] {
  const read = readTasks(snapshot);
  if (!read.ok) return [];
  const table = read.value;
  const year = snapshot.record.facts?.edition.year ?? null;
  const has = (id: ColumnId): boolean => table.columns[id] !== undefined;
  return [
    ...withoutId(table),
    ...doubledIds(table),
    ...table.rows.flatMap((row) => [
      ...(['applicability', 'status'] as const)
        .filter(has)
        .flatMap((id) => unlisted({ table, row, id }) ?? []),
      ...(['due', 'doneOn'] as const)
        .filter(has)
        .flatMap((id) => datedAsText({ table, row, id }, year) ?? []),
      ...errors(table, row, snapshot.tasks?.values[row.index + 1] ?? []),
    ]),
  ];
}
