import { DEFAULT_PRINT_SETTINGS } from '../../src/reports/print-settings';
import type { PrintedAnnex } from '../../src/reports/printed-annex';
import { getPrintableSize, layoutPrintRows } from '../../src/school-workbook/print/print-layout';

const WIDTHS = [30, 200, 100, 100, 100, 100];
const { height: PAGE } = getPrintableSize(DEFAULT_PRINT_SETTINGS);
const HEADER = 40;

const words = (count: number): string => Array.from({ length: count }, (_, at) => `chữ${at}`).join(' ');

function layout(contents: readonly string[]) {
  const annex = {
    rows: contents.map((text, at) => ({
      kind: 'task' as const,
      cells: [String(at + 1), text, '', '', '', ''],
    })),
  } as unknown as PrintedAnnex;
  return layoutPrintRows(annex, WIDTHS, DEFAULT_PRINT_SETTINGS, { headerHeight: HEADER, headHeight: 0 });
}

describe('layoutPrintRows', () => {
  it('keeps rows whole that leave less than a third of a page white', () => {
    const rows = layout(Array.from({ length: 40 }, () => words(20)));
    expect(rows).toHaveLength(40);
    expect(rows.every((row) => row.kind === 'task' && row.part === 'first')).toBe(true);
  });

  it('breaks a row that would leave more, and loses no word of it', () => {
    const [short, long] = [words(20), words(160)];
    const rows = layout([short, short, long]);
    expect(rows.map((row) => row.kind === 'task' && row.part)).toEqual(['first', 'first', 'first', 'next']);
    const used = rows.slice(0, 3).reduce((sum, { height }) => sum + height, 0);
    expect(used).toBeLessThanOrEqual(PAGE - HEADER);
    expect(used).toBeGreaterThan((PAGE - HEADER) * 0.8);
    const parts = rows.slice(2).map((row) => (row.kind === 'task' ? row.cells[1] : ''));
    expect(parts.join(' ')).toBe(long);
  });

  it('continues a task that is taller than two pages on each of them', () => {
    const rows = layout([words(900)]);
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.map((row) => (row.kind === 'task' ? row.cells[1] : '')).join(' ')).toBe(words(900));
    for (const { height } of rows) expect(height).toBeLessThanOrEqual(PAGE - HEADER);
  });
});
