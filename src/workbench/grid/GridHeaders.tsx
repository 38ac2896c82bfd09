import type { CellRange } from '@phuluc/excel-simulator/model/types';
import { toColumnLetters } from '@phuluc/ooxml/a1';
import type { ReactElement } from 'react';
import type { Axis } from './axis';
import styles from './GridHeaders.module.css';
import type { Span } from './spans';

export const HEADER_HEIGHT = 22;
export const HEADER_WIDTH = 46;

type HeaderBandProps = {
  kind: 'rows' | 'columns';
  span: Span;
  axis: Axis;
  /** Where the band begins, in pixels after the corner. */
  edge: number;
  selection: CellRange;
};

/** The headers of a frozen or a scrolled part of an axis. */
function HeaderBand({ kind, span, axis, edge, selection }: HeaderBandProps): ReactElement {
  const isRows = kind === 'rows';
  const [from, to] = isRows ? [selection.top, selection.bottom] : [selection.left, selection.right];
  const headers: ReactElement[] = [];
  for (let index = span.first; index <= span.last; index += 1) {
    const size = axis.size(index);
    if (size === 0) continue;
    const start = axis.start(index) + span.shift - edge;
    const isAfterHidden = index > 0 && axis.size(index - 1) === 0;
    const isMarked = index >= from && index <= to;
    headers.push(
      <span
        key={index}
        className={[styles.header, isMarked && styles.marked, isAfterHidden && styles.afterHidden]
          .filter(Boolean)
          .join(' ')}
        style={isRows ? { top: start, height: size } : { left: start, width: size }}
      >
        {isRows ? index + 1 : toColumnLetters(index)}
      </span>,
    );
  }
  return (
    <div
      className={styles.band}
      style={{ top: isRows ? edge : 0, left: isRows ? 0 : edge, right: 0, bottom: 0 }}
    >
      {headers}
    </div>
  );
}

type GridHeadersProps = {
  rows: { axis: Axis; frozen: Span | null; scrolled: Span };
  columns: { axis: Axis; frozen: Span | null; scrolled: Span };
  /** Size of the frozen parts. */
  edge: { left: number; top: number };
  size: { width: number; height: number };
  selection: CellRange;
};

/** Column letters and row numbers; those of the selection are marked, a double line stands for hidden ones. */
export function GridHeaders({ rows, columns, edge, size, selection }: GridHeadersProps): ReactElement {
  const bands = (kind: 'rows' | 'columns'): ReactElement => {
    const { axis, frozen, scrolled } = kind === 'rows' ? rows : columns;
    const common = { kind, axis, selection };
    return (
      <>
        <HeaderBand {...common} span={scrolled} edge={kind === 'rows' ? edge.top : edge.left} />
        {frozen && <HeaderBand {...common} span={frozen} edge={0} />}
      </>
    );
  };
  return (
    <div aria-hidden="true">
      <div className={styles.corner} style={{ width: HEADER_WIDTH, height: HEADER_HEIGHT }} />
      <div
        className={styles.columns}
        style={{ left: HEADER_WIDTH, height: HEADER_HEIGHT, width: size.width }}
      >
        {bands('columns')}
      </div>
      <div className={styles.rows} style={{ top: HEADER_HEIGHT, width: HEADER_WIDTH, height: size.height }}>
        {bands('rows')}
      </div>
    </div>
  );
}
