import { getCellFormat } from '@phuluc/excel-simulator/model/cell-formats';
import type { CellRange, CellValue, SheetModel, WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { formatDisplayText, type Locale } from '@phuluc/excel-simulator/model/values/format-display-text';
import { getCell } from '@phuluc/excel-simulator/model/workbook';
import type { CSSProperties, ReactElement } from 'react';
import { toCellStyle } from './cell-style';
import { ChartDrawing } from './ChartDrawing';
import styles from './ChartDrawing.module.css';
import type { ConditionalStyle } from './conditional-style';
import { createGridLayout, type GridLayout } from './grid-layout';
import { getTableFormat } from './table-format';

/** A cell as it is painted. */
export type CellView = {
  row: number;
  column: number;
  /** Its own place, or the merged area it heads. */
  area: CellRange;
  value: CellValue;
  text: string;
  wrap: boolean;
  /** The text reads upwards. */
  upwards: boolean;
  style: CSSProperties;
  /** The bar of a data-bar rule behind the text. */
  bar?: CSSProperties;
};

/** A sheet prepared for painting at one moment: a change of the workbook makes a new one. */
export type SheetView = {
  sheet: SheetModel;
  layout: GridLayout;
  zoom: number;
  /** Null where there is nothing to paint, or a merged area covers it. */
  cellAt: (row: number, column: number) => CellView | null;
  mergedCell: (area: CellRange) => CellView;
  isBlank: (row: number, column: number) => boolean;
  charts: () => ReactElement[];
};

type SheetViewOptions = {
  workbook: WorkbookModel;
  sheet: SheetModel;
  zoom: number;
  locale: Locale;
  reach: { row: number; column: number };
  /** What the sheet's conditional formats make of a cell. */
  conditional: (row: number, column: number) => ConditionalStyle | null;
};

const PIXELS_PER_POINT = 4 / 3;

export function createSheetView(options: SheetViewOptions): SheetView {
  const { workbook, sheet, zoom, locale, reach, conditional } = options;
  const layout = createGridLayout(sheet, zoom, reach);
  const seen = new Map<number, CellView | null>();

  const paint = (row: number, column: number, area: CellRange): CellView | null => {
    const cell = getCell(sheet, row, column);
    const own = getCellFormat(sheet, row, column);
    const fromTable = getTableFormat(sheet, row, column);
    const look = conditional(row, column);
    const isPlain = Object.keys(own).length === 0 && !fromTable && !look;
    if (cell.value === '' && isPlain && area.top === area.bottom && area.left === area.right) return null;
    const format = {
      ...own,
      font: { ...fromTable?.font, ...own.font, ...look?.format?.font },
      fill: { ...fromTable?.fill, ...own.fill, ...look?.format?.fill },
      borders: { ...fromTable?.borders, ...own.borders, ...look?.format?.borders },
    };
    return {
      row,
      column,
      area,
      value: cell.value,
      text: look?.hidesValue
        ? ''
        : formatDisplayText(cell.value, look?.format?.numberFormat ?? own.numberFormat, locale),
      wrap: own.wrapText === true,
      upwards: own.textOrientation === 90,
      style: toCellStyle(format, cell.value, zoom),
      bar: look?.bar,
    };
  };

  const viewAt = (row: number, column: number): CellView | null => {
    const key = row * layout.columns.count + column;
    const known = seen.get(key);
    if (known !== undefined) return known;
    const made = layout.mergeAt(row, column)
      ? null
      : paint(row, column, { top: row, bottom: row, left: column, right: column });
    seen.set(key, made);
    return made;
  };

  return {
    sheet,
    layout,
    zoom,
    cellAt: viewAt,
    mergedCell: (area) =>
      paint(area.top, area.left, area) ?? {
        row: area.top,
        column: area.left,
        area,
        value: '',
        text: '',
        wrap: false,
        upwards: false,
        style: { background: '#ffffff' },
      },
    isBlank: (row, column) => getCell(sheet, row, column).value === '' && !layout.mergeAt(row, column),
    charts: () =>
      sheet.charts.map((chart) => {
        // A chart keeps its place on the sheet in points; hidden lines above it move it, as in Excel.
        const scale = PIXELS_PER_POINT * zoom;
        return (
          <div
            key={chart.id}
            className={styles.chart}
            style={{
              left: chart.left * scale,
              top: chart.top * scale,
              width: chart.width * scale,
              height: chart.height * scale,
            }}
          >
            <ChartDrawing workbook={workbook} chart={chart} />
          </div>
        );
      }),
  };
}
