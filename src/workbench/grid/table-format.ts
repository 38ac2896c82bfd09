import type { CellFormat, SheetModel, TableModel } from '@phuluc/excel-simulator/model/types';

/** Accent colours of Office's default theme; 0 is the styles' black and white variant. */
const ACCENT_COLORS = ['#595959', '#4472c4', '#ed7d31', '#a5a5a5', '#ffc000', '#5b9bd5', '#70ad47'];
const PALE_COLORS = ['#d9d9d9', '#d9e1f2', '#fce4d6', '#ededed', '#fff2cc', '#ddebf7', '#e2efda'];

type TableStyleFamily = 'Light' | 'Medium' | 'Dark';

function parseTableStyle(style: string): { family: TableStyleFamily; variant: number } | null {
  const match = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(style);
  return match ? { family: match[1] as TableStyleFamily, variant: (Number(match[2]) - 1) % 7 } : null;
}

function getTableRowFormat(table: TableModel, row: number): CellFormat | null {
  const style = parseTableStyle(table.style);
  if (!style) return null;
  const accent = ACCENT_COLORS[style.variant] ?? '#595959';
  const pale = PALE_COLORS[style.variant] ?? '#d9d9d9';
  const isHeader = table.showHeaders && row === table.area.top;
  const isTotals = table.showTotals && row === table.area.bottom;
  if (isHeader) {
    return style.family === 'Light'
      ? {
          font: { bold: true, color: accent },
          borders: { EdgeBottom: { style: 'Continuous', color: accent, weight: 'Thin' } },
        }
      : { font: { bold: true, color: '#ffffff' }, fill: { color: accent } };
  }
  const borders: CellFormat['borders'] = {
    EdgeBottom: { style: 'Continuous', color: style.family === 'Light' ? pale : accent, weight: 'Hairline' },
  };
  if (isTotals)
    return { font: { bold: true }, borders: { EdgeTop: { style: 'Double', color: accent, weight: 'Thin' } } };
  const odd = (row - table.area.top - (table.showHeaders ? 1 : 0)) % 2 === 0;
  return { borders, ...(table.showBandedRows && odd ? { fill: { color: pale } } : {}) };
}

/**
 * Returns what a table's style gives a cell under its own format.
 * @returns null outside of tables
 */
export function getTableFormat(sheet: SheetModel, row: number, column: number): CellFormat | null {
  const table = sheet.tables.find(
    ({ area }) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
  );
  return table ? getTableRowFormat(table, row) : null;
}
