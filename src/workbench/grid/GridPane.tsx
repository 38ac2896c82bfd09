import type { CellRange } from '@phuluc/excel-simulator/model/types';
import { areRangesIntersecting } from '@phuluc/ooxml/a1';
import { type CSSProperties, memo, type ReactElement } from 'react';
import styles from './GridPane.module.css';
import type { CellView, SheetView } from './sheet-view';
import type { Span } from './spans';

type Box = { left: number; top: number; width: number; height: number };

/** Place on the sheet; the pane moves as a whole when it is scrolled, so that its lines need no new drawing. */
function getBox(view: SheetView, area: CellRange): Box {
  const left = view.layout.columns.start(area.left);
  const top = view.layout.rows.start(area.top);
  return {
    left,
    top,
    width: view.layout.columns.start(area.right + 1) - left,
    height: view.layout.rows.start(area.bottom + 1) - top,
  };
}

function Cell({
  cell,
  box,
  id,
  spills,
}: {
  cell: CellView;
  box: Box;
  id: string;
  spills: boolean;
}): ReactElement {
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={cell.column + 1}
      aria-rowspan={cell.area.bottom > cell.area.top ? cell.area.bottom - cell.area.top + 1 : undefined}
      aria-colspan={cell.area.right > cell.area.left ? cell.area.right - cell.area.left + 1 : undefined}
      className={[styles.cell, cell.wrap && styles.wrap, cell.upwards && styles.upwards]
        .filter(Boolean)
        .join(' ')}
      data-upwards={cell.upwards || undefined}
      style={{ ...cell.style, ...box }}
    >
      {cell.bar !== undefined && <span className={styles.bar} style={cell.bar} />}
      <span className={spills ? `${styles.text} ${styles.invisible}` : styles.text}>{cell.text}</span>
    </div>
  );
}

/** The text of a cell alone, over the blank cells beside it. */
function OverflowText({ cell, box }: { cell: CellView; box: Box }): ReactElement {
  return (
    <div
      className={styles.cell}
      aria-hidden="true"
      style={{ ...cell.style, background: 'none', border: 0, ...box }}
    >
      <span className={styles.text}>{cell.text}</span>
    </div>
  );
}

/** How far a text that is not wrapped runs on over the blank cells to its right; null when it does not. */
function findOverflowRange(view: SheetView, cell: CellView, last: number): CellRange | null {
  if (
    cell.wrap ||
    cell.upwards ||
    typeof cell.value !== 'string' ||
    cell.text === '' ||
    cell.style.textAlign !== 'left'
  )
    return null;
  if (cell.area.right > cell.area.left || cell.area.bottom > cell.area.top) return null;
  let right = cell.area.right;
  while (right < last && view.isBlank(cell.row, right + 1)) right += 1;
  return right === cell.area.right ? null : { ...cell.area, right };
}

/** The nearest filled cell left of the pane, whose text may run into it. */
const MAX_LOOK_LEFT = 16;
function findCellBefore(view: SheetView, row: number, column: number): CellView | null {
  for (let left = column - 1; left >= Math.max(0, column - MAX_LOOK_LEFT); left -= 1) {
    if (!view.isBlank(row, left)) return view.cellAt(row, left);
  }
  return null;
}

type LineProps = { view: SheetView; row: number; first: number; last: number };

/** The cells of a row from the first to the last column shown. */
const Line = memo(({ view, row, first, last }: LineProps): ReactElement | null => {
  const cells: ReactElement[] = [];
  const spilled: ReactElement[] = [];
  const spill = (cell: CellView): boolean => {
    const area = findOverflowRange(view, cell, last);
    if (!area || area.right < first) return false;
    spilled.push(<OverflowText key={`s${cell.column}`} cell={cell} box={getBox(view, area)} />);
    return true;
  };
  const before = findCellBefore(view, row, first);
  if (before) spill(before);
  for (let column = first; column <= last; column += 1) {
    if (view.layout.columns.size(column) === 0) continue;
    const cell = view.cellAt(row, column);
    if (!cell) continue;
    const box = getBox(view, cell.area);
    cells.push(<Cell key={column} cell={cell} box={box} id={`cell-${row}-${column}`} spills={spill(cell)} />);
  }
  if (cells.length === 0) return <>{spilled}</>;
  return (
    <div role="row" aria-rowindex={row + 1} className={styles.line}>
      {cells}
      {spilled}
    </div>
  );
});
Line.displayName = 'Line';

/** Merged areas that reach into the pane are painted whole; the pane cuts them, on both sides of a freeze line. */
function MergedCells({ view, rows, columns }: { view: SheetView; rows: Span; columns: Span }): ReactElement {
  const shown: CellRange = { top: rows.first, bottom: rows.last, left: columns.first, right: columns.last };
  return (
    <>
      {view.sheet.merges
        .filter((area) => areRangesIntersecting(area, shown))
        .map((area) => (
          <div
            key={`${area.top}-${area.left}`}
            role="row"
            aria-rowindex={area.top + 1}
            className={styles.line}
          >
            <Cell
              cell={view.mergedCell(area)}
              box={getBox(view, area)}
              id={`cell-${area.top}-${area.left}`}
              spills={false}
            />
          </div>
        ))}
    </>
  );
}

type GridlinesProps = { view: SheetView; top: number; bottom: number; left: number; right: number };

const Gridlines = memo((shown: GridlinesProps): ReactElement => {
  const { view } = shown;
  const box = getBox(view, shown);
  const lines: ReactElement[] = [];
  for (let row = shown.top; row <= shown.bottom; row += 1) {
    const top = view.layout.rows.start(row + 1) - 1;
    lines.push(<i key={`r${row}`} style={{ top, left: box.left, width: box.width, height: 1 }} />);
  }
  for (let column = shown.left; column <= shown.right; column += 1) {
    const left = view.layout.columns.start(column + 1) - 1;
    lines.push(<i key={`c${column}`} style={{ left, top: box.top, height: box.height, width: 1 }} />);
  }
  return (
    <div className={styles.gridlines} aria-hidden="true">
      {lines}
    </div>
  );
});
Gridlines.displayName = 'Gridlines';

type GridPaneProps = {
  view: SheetView;
  rows: Span;
  columns: Span;
  selection: CellRange;
  active: { row: number; column: number };
  copied: CellRange | null;
  clip: CSSProperties;
};

/** One of the up to four parts that frozen panes cut the window into. */
export function GridPane({
  view,
  rows,
  columns,
  selection,
  active,
  copied,
  clip,
}: GridPaneProps): ReactElement {
  const origin = { left: Number(clip.left ?? 0), top: Number(clip.top ?? 0) };
  const inner: CSSProperties = {
    transform: `translate(${columns.shift - origin.left}px, ${rows.shift - origin.top}px)`,
  };
  const lines: ReactElement[] = [];
  for (let row = rows.first; row <= rows.last; row += 1) {
    if (view.layout.rows.size(row) > 0) {
      lines.push(<Line key={row} view={view} row={row} first={columns.first} last={columns.last} />);
    }
  }
  const activeArea = view.layout.mergeAt(active.row, active.column) ?? {
    top: active.row,
    bottom: active.row,
    left: active.column,
    right: active.column,
  };
  return (
    <div className={styles.pane} role="rowgroup" style={clip}>
      <div className={styles.inner} style={inner}>
        {view.sheet.showGridlines && (
          <Gridlines
            view={view}
            top={rows.first}
            bottom={rows.last}
            left={columns.first}
            right={columns.last}
          />
        )}
        {lines}
        <MergedCells view={view} rows={rows} columns={columns} />
        {view.charts()}
        <div className={styles.selection} style={getBox(view, selection)} />
        <div className={styles.active} style={getBox(view, activeArea)} />
        {copied && <div className={styles.copied} style={getBox(view, copied)} />}
      </div>
    </div>
  );
}
