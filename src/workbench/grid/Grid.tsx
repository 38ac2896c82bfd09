import type { CellRange } from '@phuluc/excel-simulator/model/types';
import type { Locale } from '@phuluc/excel-simulator/model/values/format-display-text';
import { findUsedRange } from '@phuluc/excel-simulator/model/workbook';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Cursor, Editor } from '../editor/create-editor';
import { getChoices } from '../editor/list-validation';
import { useEditor } from '../editor/use-editor';
import type { WorkbenchMessages } from '../messages';
import { CellEditor } from './CellEditor';
import { createConditionalStyles } from './conditional-style';
import { DropDown } from './DropDown';
import styles from './Grid.module.css';
import { GridHeaders, HEADER_HEIGHT, HEADER_WIDTH } from './GridHeaders';
import { GridPane } from './GridPane';
import { getMovement } from './keyboard-movement';
import { createSheetView } from './sheet-view';
import { getScrollOffset, getVisibleSpans, type Span } from './spans';
import { type ElementSize, useElementSize } from './use-element-size';

type GridProps = {
  editor: Editor;
  zoom: number;
  messages: WorkbenchMessages;
  /** A text being typed in the formula bar or in the cell; null when nothing is typed. */
  draft: string | null;
  onDraft: (draft: string | null) => void;
  /** The menu of the selected cells is asked for, at a place in the window. */
  onMenu: (place: { left: number; top: number }) => void;
};

/** The sheet on screen: a window of cells that follows the scroll bars, with selection, typing and lists. */
export function Grid({ editor, zoom, messages, draft, onDraft, onMenu }: GridProps): ReactElement {
  useEditor(editor);
  const scroller = useRef<HTMLDivElement>(null);
  const size = useElementSize(scroller);
  const [scroll, setScroll] = useState({ left: 0, top: 0 });
  const [choices, setChoices] = useState<string[] | null>(null);
  const [typingInCell, setTypingInCell] = useState(false);
  const drag = useRef<Cursor | null>(null);
  const corner = useRef<Cursor>(editor.active);

  const { workbook } = editor.session;
  const sheet = editor.sheet();
  const { selection, active, contentVersion } = editor;
  // In steps, so that the grid is arranged again only now and then while the selection wanders beyond it.
  const reach = {
    row: selection.bottom - (selection.bottom % 50),
    column: selection.right - (selection.right % 8),
  };
  const view = useMemo(
    () =>
      createSheetView({
        workbook,
        sheet,
        zoom,
        locale: editor.session.locale as Locale,
        reach: { row: reach.row, column: reach.column },
        conditional: createConditionalStyles(workbook, sheet, editor.session.now()),
      }),
    // The view is of one moment of the content, which the version stands for.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [workbook, sheet, zoom, contentVersion, reach.row, reach.column],
  );
  const { layout } = view;
  const inner: ElementSize = { width: size.width - HEADER_WIDTH, height: size.height - HEADER_HEIGHT };
  const rows = getVisibleSpans(layout.rows, layout.frozenRows, scroll.top, inner.height);
  const columns = getVisibleSpans(layout.columns, layout.frozenColumns, scroll.left, inner.width);
  const edge = {
    left: layout.columns.start(layout.frozenColumns),
    top: layout.rows.start(layout.frozenRows),
  };

  // A sheet is opened where it was left the last time: at its top.
  useEffect(() => {
    scroller.current?.scrollTo(0, 0);
    corner.current = { row: 0, column: 0 };
  }, [sheet.id]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const { row, column } = corner.current;
    const isOwn =
      row >= selection.top &&
      row <= selection.bottom &&
      column >= selection.left &&
      column <= selection.right;
    // What the add-in selected is brought into sight too.
    if (!isOwn) corner.current = active;
    const at = corner.current;
    const top = getScrollOffset(layout.rows, layout.frozenRows, at.row, element.scrollTop, inner.height - 16);
    const left = getScrollOffset(
      layout.columns,
      layout.frozenColumns,
      at.column,
      element.scrollLeft,
      inner.width - 16,
    );
    if (top !== element.scrollTop || left !== element.scrollLeft) element.scrollTo(left, top);
    // Only a move of the selection brings it into sight; a scroll by hand stays where it is.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selection.top, selection.left, selection.bottom, selection.right, active.row, active.column]);

  const cellUnder = (event: { clientX: number; clientY: number }): Cursor => {
    const box = scroller.current?.getBoundingClientRect() ?? { left: 0, top: 0 };
    const x = event.clientX - box.left - HEADER_WIDTH;
    const y = event.clientY - box.top - HEADER_HEIGHT;
    const row = layout.rows.at(y < edge.top ? y : y + scroll.top);
    const column = layout.columns.at(x < edge.left ? x : x + scroll.left);
    const merge = layout.mergeAt(row, column);
    return merge ? { row: merge.top, column: merge.left } : { row, column };
  };
  const span = (a: Cursor, b: Cursor): CellRange => ({
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  });
  const goTo = (to: Cursor, extend = false): void => {
    corner.current = to;
    editor.select(extend ? span(active, to) : span(to, to), extend ? active : to);
    setChoices(null);
  };

  const startTyping = (text: string): void => {
    setTypingInCell(true);
    onDraft(text);
  };
  const commit = (key: 'Enter' | 'Tab' | null, shift: boolean): void => {
    if (draft === null) return;
    const accepted = editor.enter(active, draft);
    if (!accepted && key) return;
    onDraft(null);
    setTypingInCell(false);
    scroller.current?.focus();
    if (key) {
      const by = shift ? -1 : 1;
      goTo(
        key === 'Enter'
          ? { row: layout.rows.step(active.row, by), column: active.column }
          : { row: active.row, column: layout.columns.step(active.column, by) },
      );
    }
  };
  const openChoices = (): void => setChoices(getChoices(workbook, sheet, active.row, active.column));

  const shortcuts: Record<string, () => void> = {
    z: editor.undo,
    y: editor.redo,
    d: editor.fillDown,
    a: () => {
      const used = findUsedRange(sheet);
      if (used) editor.select(used, active);
    },
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (draft !== null || choices) return;
    const control = event.ctrlKey || event.metaKey;
    const shortcut = control && !event.altKey ? shortcuts[event.key.toLowerCase()] : undefined;
    const moved = getMovement(
      event,
      layout,
      view.isBlank,
      event.shiftKey ? corner.current : active,
      Math.max(1, rows.scrolled.last - rows.scrolled.first - 1),
      findUsedRange(sheet),
    );
    if (event.altKey && event.key === 'ArrowDown') openChoices();
    else if (shortcut) shortcut();
    else if (control && event.key === '+') editor.insertRows();
    else if (control && event.key === '-') editor.deleteRows();
    else if (control && event.key === 'PageDown') switchSheet(1);
    else if (control && event.key === 'PageUp') switchSheet(-1);
    else if (moved) goTo(moved.to, moved.extend);
    else if (event.key === 'F2') startTyping(editor.source(active));
    else if (event.key === 'Delete' || event.key === 'Backspace') editor.clear();
    else if (!control && !event.altKey && event.key.length === 1) startTyping(event.key);
    else return;
    event.preventDefault();
  };
  const switchSheet = (by: 1 | -1): void => {
    const shown = workbook.sheets.filter(({ visibility }) => visibility === 'Visible');
    const next = shown[shown.indexOf(sheet) + by];
    if (next) editor.activateSheet(next.id);
  };

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0 || (event.target as HTMLElement).closest('textarea, ul, button')) return;
    const box = scroller.current?.getBoundingClientRect();
    // The scroll bars belong to the same element; a press on them selects nothing.
    if (box && (event.clientX - box.left > size.width || event.clientY - box.top > size.height)) return;
    const { x, y } = { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
    const cell = cellUnder(event);
    if (draft !== null) commit(null, false);
    if (y < HEADER_HEIGHT && x >= HEADER_WIDTH) {
      editor.select({ top: 0, bottom: layout.rows.count - 1, left: cell.column, right: cell.column });
      return;
    }
    if (x < HEADER_WIDTH && y >= HEADER_HEIGHT) {
      editor.select({ top: cell.row, bottom: cell.row, left: 0, right: layout.columns.count - 1 });
      return;
    }
    goTo(cell, event.shiftKey);
    drag.current = event.shiftKey ? active : cell;
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (!drag.current) return;
    const to = cellUnder(event);
    if (to.row === corner.current.row && to.column === corner.current.column) return;
    corner.current = to;
    editor.select(span(drag.current, to), drag.current);
  };

  const onCopy = (event: ClipboardEvent): void => {
    if (draft !== null) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', editor.copy());
  };

  const activeArea = layout.mergeAt(active.row, active.column) ?? span(active, active);
  const inFrozen = { row: active.row < layout.frozenRows, column: active.column < layout.frozenColumns };
  const activeBox = {
    left: HEADER_WIDTH + layout.columns.start(activeArea.left) - (inFrozen.column ? 0 : scroll.left),
    top: HEADER_HEIGHT + layout.rows.start(activeArea.top) - (inFrozen.row ? 0 : scroll.top),
    width: layout.columns.start(activeArea.right + 1) - layout.columns.start(activeArea.left),
    height: layout.rows.start(activeArea.bottom + 1) - layout.rows.start(activeArea.top),
  };
  const hasChoices = getChoices(workbook, sheet, active.row, active.column) !== null;
  const copied = editor.copied?.sheetId === sheet.id ? editor.copied.area : null;

  const bands = (frozen: Span | null, scrolled: Span): Span[] => (frozen ? [frozen, scrolled] : [scrolled]);
  const isFrozenBand = (band: Span, frozen: Span | null): boolean => band === frozen;
  const panes = bands(rows.frozen, rows.scrolled).flatMap((rowBand) =>
    bands(columns.frozen, columns.scrolled).map((columnBand) => {
      const top = isFrozenBand(rowBand, rows.frozen) ? 0 : edge.top;
      const left = isFrozenBand(columnBand, columns.frozen) ? 0 : edge.left;
      return (
        <GridPane
          key={`${top}-${left}-${rowBand === rows.frozen}-${columnBand === columns.frozen}`}
          view={view}
          rows={rowBand}
          columns={columnBand}
          selection={selection}
          active={active}
          copied={copied}
          clip={{
            left,
            top,
            width: isFrozenBand(columnBand, columns.frozen)
              ? edge.left
              : Math.max(0, inner.width - edge.left),
            height: isFrozenBand(rowBand, rows.frozen) ? edge.top : Math.max(0, inner.height - edge.top),
          }}
        />
      );
    }),
  );

  return (
    <div
      ref={scroller}
      className={styles.grid}
      role="grid"
      tabIndex={0}
      aria-label={messages.gridLabel(sheet.name)}
      aria-rowcount={layout.rows.count}
      aria-colcount={layout.columns.count}
      aria-activedescendant={`cell-${active.row}-${active.column}`}
      onScroll={(event) =>
        setScroll({ left: event.currentTarget.scrollLeft, top: event.currentTarget.scrollTop })
      }
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        drag.current = null;
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        const { left, top } = scroller.current?.getBoundingClientRect() ?? { left: 0, top: 0 };
        // By the keyboard it is asked for without a place.
        const byMouse = event.nativeEvent instanceof MouseEvent && event.button === 2;
        const { row, column } = cellUnder(event);
        const isInside =
          row >= selection.top &&
          row <= selection.bottom &&
          column >= selection.left &&
          column <= selection.right;
        if (byMouse && !isInside) goTo({ row, column });
        onMenu(
          byMouse
            ? { left: event.clientX, top: event.clientY }
            : { left: left + activeBox.left, top: top + activeBox.top + activeBox.height },
        );
      }}
      onDoubleClick={() => startTyping(editor.source(active))}
      onCopy={onCopy}
      onCut={(event) => {
        onCopy(event);
        editor.clear();
      }}
      onPaste={(event) => {
        if (draft !== null) return;
        event.preventDefault();
        editor.paste(event.clipboardData.getData('text/plain'));
      }}
    >
      <div
        className={styles.extent}
        style={{
          width: HEADER_WIDTH + layout.columns.start(layout.columns.count),
          height: HEADER_HEIGHT + layout.rows.start(layout.rows.count),
        }}
      />
      <div className={styles.window} style={size}>
        <GridHeaders
          rows={{ axis: layout.rows, ...rows }}
          columns={{ axis: layout.columns, ...columns }}
          edge={edge}
          size={inner}
          selection={selection}
        />
        <div className={styles.panes} style={{ left: HEADER_WIDTH, top: HEADER_HEIGHT, ...inner }}>
          {panes}
          {edge.top > 0 && (
            <div className={styles.freezeLine} style={{ top: edge.top - 1, left: 0, right: 0, height: 1 }} />
          )}
          {edge.left > 0 && (
            <div className={styles.freezeLine} style={{ left: edge.left - 1, top: 0, bottom: 0, width: 1 }} />
          )}
        </div>
        {hasChoices && draft === null && (
          <button
            type="button"
            className={styles.choicesButton}
            tabIndex={-1}
            aria-label={messages.openList}
            style={{ left: activeBox.left + activeBox.width, top: activeBox.top + activeBox.height - 22 }}
            onClick={openChoices}
          >
            ▾
          </button>
        )}
        {choices && (
          <DropDown
            place={{ left: activeBox.left, top: activeBox.top + activeBox.height, minWidth: activeBox.width }}
            choices={choices}
            current={editor.source(active)}
            label={messages.openList}
            onPick={(choice) => {
              editor.enter(active, choice);
              setChoices(null);
              scroller.current?.focus();
            }}
            onClose={() => {
              setChoices(null);
              scroller.current?.focus();
            }}
          />
        )}
        {draft !== null && typingInCell && (
          <CellEditor
            box={activeBox}
            text={draft}
            label={messages.cellEditor}
            onChange={onDraft}
            onCommit={commit}
            onCancel={() => {
              onDraft(null);
              setTypingInCell(false);
              scroller.current?.focus();
            }}
          />
        )}
      </div>
    </div>
  );
}
