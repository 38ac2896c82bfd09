import {
  getCellFormat,
  getNumberFormat,
  mergeFormat,
  setCellFormat,
} from '@phuluc/excel-simulator/model/cell-formats';
import { writeCellContent } from '@phuluc/excel-simulator/model/cells';
import type { ModelChange } from '@phuluc/excel-simulator/model/edit-result';
import { copyFormula } from '@phuluc/excel-simulator/model/formula-references';
import { deleteCells, insertCells } from '@phuluc/excel-simulator/model/insert-delete-cells';
import { createEntireRows } from '@phuluc/excel-simulator/model/shift-ranges';
import { resizeTable } from '@phuluc/excel-simulator/model/tables/resize-table';
import type { CellRange, SheetModel } from '@phuluc/excel-simulator/model/types';
import { formatDisplayText, type Locale } from '@phuluc/excel-simulator/model/values/format-display-text';
import { parseTypedValue } from '@phuluc/excel-simulator/model/values/parse-typed-value';
import { getCell } from '@phuluc/excel-simulator/model/workbook';
import { deliverEvents, EVENT_TYPES, WORKBOOK_TARGET } from '@phuluc/excel-simulator/protocol/events';
import type { Session } from '@phuluc/excel-simulator/protocol/types';
import { notifyChanges } from '@phuluc/excel-simulator/protocol/user-edits';
import { formatRange } from '@phuluc/ooxml/a1';
import { findMax } from '../../shared/min-max';
import { growOverMerges } from '../grid/grid-layout';
import { captureCells, captureWorkbook, createEditHistory, recordEdit, restoreImage } from './edit-history';
import { findListViolation } from './list-validation';
import { formatTabText, parseTabText } from './tab-text';

export type Cursor = { row: number; column: number };

/** What the editor has to say to the person: a key of the workbench's words, or the author's own words. */
export type EditorNotice = { key: 'protected' | 'notWellFormed' | 'notInList' | 'refused'; text?: string };

/** The person's hand on the workbook: everything the grid can do to it. */
export type Editor = {
  readonly session: Session;
  /** Rises with every change of content or selection; views are made again by it. */
  readonly version: number;
  /** Rises with every change of content only. */
  readonly contentVersion: number;
  readonly selection: CellRange;
  readonly active: Cursor;
  readonly copied: { sheetId: string; area: CellRange } | null;
  readonly notice: EditorNotice | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  sheet: () => SheetModel;
  subscribe: (listener: () => void) => () => void;
  select: (area: CellRange, active?: Cursor) => void;
  activateSheet: (sheetId: string) => void;
  /** Types a text into a cell; false when it was refused (the notice says why). */
  enter: (cell: Cursor, text: string) => boolean;
  clear: () => void;
  /** The selection as text for the clipboard; marks it as copied. */
  copy: () => string;
  paste: (text: string) => void;
  fillDown: () => void;
  insertRows: () => void;
  deleteRows: () => void;
  undo: () => void;
  redo: () => void;
  /** What a cell shows in the formula bar. */
  source: (cell: Cursor) => string;
  /** The add-in has done a batch: show it, and forget the person's own steps if it wrote. */
  batchDone: (wrote: boolean) => void;
};

const toCellRange = ({ row, column }: Cursor): CellRange => ({
  top: row,
  bottom: row,
  left: column,
  right: column,
});

export function createEditor(session: Session): Editor {
  const { workbook } = session;
  const locale = session.locale as Locale;
  const listeners = new Set<() => void>();
  let history = createEditHistory();
  let notice: EditorNotice | null = null;
  let copied: Editor['copied'] = null;
  let version = 0;
  let contentVersion = 0;
  let active: Cursor = { row: 0, column: 0 };

  const sheet = (): SheetModel => {
    const found = workbook.sheets.find(({ id }) => id === workbook.activeSheetId) ?? workbook.sheets[0];
    if (!found) throw new Error('The workbook has no sheet.');
    return found;
  };
  const selection = (): CellRange =>
    (workbook.selection.sheetId === workbook.activeSheetId && workbook.selection.areas[0]) ||
    toCellRange(active);
  const changed = (content: boolean): void => {
    version += 1;
    if (content) contentVersion += 1;
    for (const listener of listeners) listener();
  };
  const showNotice = (next: EditorNotice | null): void => {
    notice = next;
    changed(false);
  };

  const emitSelection = (): void => {
    const id = workbook.activeSheetId;
    const message = { address: formatRange(selection()), worksheetId: id };
    deliverEvents(
      session,
      [id, WORKBOOK_TARGET].map((target) => ({
        type: EVENT_TYPES.worksheetSelectionChanged,
        target,
        message,
      })),
    );
  };
  const settle = (changes: ModelChange[]): void => {
    notifyChanges(session, changes);
    notice = null;
    changed(true);
  };

  const isLocked = (area: CellRange): boolean => {
    const here = sheet();
    if (!here.protection.protected) return false;
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        if (getCellFormat(here, row, column).locked !== false) return true;
      }
    }
    return false;
  };

  /** Runs an edit of some cells with its place in the history. */
  const editCells = (area: CellRange, edit: () => void): void => {
    const here = sheet();
    const before = captureCells(workbook, here.id, area);
    edit();
    const after = captureCells(workbook, here.id, area);
    recordEdit(history, { before, after, selection: selection() });
    settle([{ kind: 'cells', sheetId: here.id, area, type: 'RangeEdited' }]);
  };
  /** The same for an edit that moves cells. */
  const editShape = (edit: () => ModelChange[] | null): void => {
    const before = captureWorkbook(workbook);
    const changes = edit();
    if (!changes) {
      showNotice({ key: 'refused' });
      return;
    }
    recordEdit(history, { before, after: captureWorkbook(workbook), selection: selection() });
    settle(changes);
  };

  const write = (cell: Cursor, text: string): boolean => {
    const here = sheet();
    const numberFormat = getNumberFormat(here, cell.row, cell.column);
    const typed = parseTypedValue(text, { numberFormat, locale, now: session.now() });
    if (!typed.ok) return false;
    writeCellContent(here, cell.row, cell.column, typed.content);
    if (typed.numberFormat && numberFormat === 'General') {
      const base = getCell(here, cell.row, cell.column).format;
      setCellFormat(here, cell.row, cell.column, mergeFormat(base, { numberFormat: typed.numberFormat }));
    }
    return true;
  };

  /** Excel's tables take in the row that is typed right below them. */
  const growTable = ({ row, column }: Cursor): ModelChange[] => {
    const here = sheet();
    const table = here.tables.find(
      ({ area, showTotals }) =>
        !showTotals && row === area.bottom + 1 && column >= area.left && column <= area.right,
    );
    const grown = table && resizeTable(workbook, here, table, { ...table.area, bottom: row });
    return grown?.ok ? grown.changes : [];
  };

  const enter = (cell: Cursor, text: string): boolean => {
    const here = sheet();
    if (isLocked(toCellRange(cell))) {
      showNotice({ key: 'protected' });
      return false;
    }
    const refused = findListViolation(workbook, here, cell.row, cell.column, text);
    if (refused) {
      showNotice({ key: 'notInList', text: refused.message || undefined });
      return false;
    }
    if (!parseTypedValue(text, { numberFormat: getNumberFormat(here, cell.row, cell.column), locale }).ok) {
      showNotice({ key: 'notWellFormed' });
      return false;
    }
    const below = here.tables.some(
      ({ area, showTotals }) =>
        !showTotals && cell.row === area.bottom + 1 && cell.column >= area.left && cell.column <= area.right,
    );
    if (below && text !== '') {
      editShape(() => {
        write(cell, text);
        return [
          { kind: 'cells', sheetId: here.id, area: toCellRange(cell), type: 'RangeEdited' },
          ...growTable(cell),
        ];
      });
    } else editCells(toCellRange(cell), () => write(cell, text));
    return true;
  };

  const paste = (text: string): void => {
    const { top, left } = selection();
    const rows = parseTabText(text);
    const own =
      copied && formatTabText(texts(copied.sheetId, copied.area)) === text.replace(/\r\n?/g, '\n')
        ? copied
        : null;
    const width = Math.max(1, findMax(rows.map((row) => row.length)));
    const area: CellRange = { top, left, bottom: top + rows.length - 1, right: left + width - 1 };
    if (isLocked(area)) {
      showNotice({ key: 'protected' });
      return;
    }
    const source = own ? workbook.sheets.find(({ id }) => id === own.sheetId) : undefined;
    // Taken beforehand: the copied cells may lie under the place they are pasted to.
    const cells = own && source ? captureCells(workbook, own.sheetId, own.area) : null;
    editCells(area, () => {
      if (own && cells?.kind === 'cells') {
        for (const { row, column, cell } of cells.cells) {
          const target = { row: top + row - own.area.top, column: left + column - own.area.left };
          const formula = cell.formula && copyFormula(cell.formula, target.row - row, target.column - column);
          writeCellContent(
            sheet(),
            target.row,
            target.column,
            formula ? { value: '', formula } : { value: cell.value },
          );
          setCellFormat(sheet(), target.row, target.column, cell.format);
        }
        return;
      }
      rows.forEach((row, down) =>
        row.forEach((cell, across) => write({ row: top + down, column: left + across }, cell)),
      );
    });
    select(area, { row: top, column: left });
  };

  const texts = (sheetId: string, area: CellRange): string[][] => {
    const from = workbook.sheets.find(({ id }) => id === sheetId) ?? sheet();
    return Array.from({ length: area.bottom - area.top + 1 }, (_, down) =>
      Array.from({ length: area.right - area.left + 1 }, (_, across) => {
        const [row, column] = [area.top + down, area.left + across];
        return formatDisplayText(
          getCell(from, row, column).value,
          getNumberFormat(from, row, column),
          locale,
        );
      }),
    );
  };

  const select = (area: CellRange, next: Cursor = { row: area.top, column: area.left }): void => {
    workbook.selection = { sheetId: workbook.activeSheetId, areas: [growOverMerges(sheet(), area)] };
    active = next;
    notice = null;
    changed(false);
    emitSelection();
  };

  const travel = (from: 'done' | 'undone', to: 'done' | 'undone', side: 'before' | 'after'): void => {
    const step = history[from].at(-1);
    if (!step) return;
    history = { ...history, [from]: history[from].slice(0, -1), [to]: [...history[to], step] };
    const image = step[side];
    restoreImage(workbook, image);
    active = { row: step.selection.top, column: step.selection.left };
    const sheetId = image.kind === 'cells' ? image.sheetId : workbook.activeSheetId;
    workbook.activeSheetId = sheetId;
    workbook.selection = { sheetId, areas: [step.selection] };
    settle([{ kind: 'cells', sheetId, area: step.selection, type: 'RangeEdited' }]);
  };

  return {
    session,
    get version() {
      return version;
    },
    get contentVersion() {
      return contentVersion;
    },
    get selection() {
      return selection();
    },
    get active() {
      return active;
    },
    get copied() {
      return copied;
    },
    get notice() {
      return notice;
    },
    get canUndo() {
      return history.done.length > 0;
    },
    get canRedo() {
      return history.undone.length > 0;
    },
    sheet,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    select,
    activateSheet: (sheetId) => {
      const before = workbook.activeSheetId;
      if (before === sheetId) return;
      workbook.activeSheetId = sheetId;
      active = { row: 0, column: 0 };
      workbook.selection = { sheetId, areas: [toCellRange(active)] };
      changed(false);
      deliverEvents(session, [
        ...[before, WORKBOOK_TARGET].map((target) => ({
          type: EVENT_TYPES.worksheetDeactivated,
          target,
          message: { worksheetId: before },
        })),
        ...[sheetId, WORKBOOK_TARGET].map((target) => ({
          type: EVENT_TYPES.worksheetActivated,
          target,
          message: { worksheetId: sheetId },
        })),
      ]);
      emitSelection();
    },
    enter,
    clear: () => {
      const area = selection();
      if (isLocked(area)) {
        showNotice({ key: 'protected' });
        return;
      }
      editCells(area, () => {
        for (let row = area.top; row <= area.bottom; row += 1) {
          for (let column = area.left; column <= area.right; column += 1)
            writeCellContent(sheet(), row, column, { value: '' });
        }
      });
    },
    copy: () => {
      copied = { sheetId: workbook.activeSheetId, area: selection() };
      changed(false);
      return formatTabText(texts(copied.sheetId, copied.area));
    },
    paste,
    fillDown: () => {
      const area = selection();
      if (isLocked(area)) {
        showNotice({ key: 'protected' });
        return;
      }
      editCells(area, () => {
        for (let column = area.left; column <= area.right; column += 1) {
          const head = getCell(sheet(), area.top, column);
          for (let row = area.top + 1; row <= area.bottom; row += 1) {
            const formula = head.formula && copyFormula(head.formula, row - area.top, 0);
            writeCellContent(sheet(), row, column, formula ? { value: '', formula } : { value: head.value });
          }
        }
      });
    },
    insertRows: () =>
      editShape(() => {
        const outcome = insertCells(
          workbook,
          sheet(),
          createEntireRows(selection().top, selection().bottom),
          'Down',
        );
        return outcome.ok ? outcome.changes : null;
      }),
    deleteRows: () =>
      editShape(() => {
        const outcome = deleteCells(
          workbook,
          sheet(),
          createEntireRows(selection().top, selection().bottom),
          'Up',
        );
        return outcome.ok ? outcome.changes : null;
      }),
    undo: () => travel('done', 'undone', 'before'),
    redo: () => travel('undone', 'done', 'after'),
    source: ({ row, column }) => {
      const cell = getCell(sheet(), row, column);
      if (cell.formula !== undefined) return cell.formula;
      if (typeof cell.value === 'object') return cell.value.error;
      const format = getNumberFormat(sheet(), row, column);
      if (typeof cell.value === 'number' && /[dmyh]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]/g, ''))) {
        return formatDisplayText(cell.value, format, locale);
      }
      return typeof cell.value === 'boolean' ? String(cell.value).toUpperCase() : String(cell.value);
    },
    batchDone: (wrote) => {
      if (wrote) history = createEditHistory();
      const area = selection();
      active = { row: area.top, column: area.left };
      changed(wrote);
    },
  };
}
