import { setRowHidden } from '@phuluc/excel-simulator/model/geometry';
import { createWorkbook, setCell } from '@phuluc/excel-simulator/model/workbook';
import { createGridLayout } from '../../src/workbench/grid/grid-layout';

const BIG_FONT = { font: { size: 40 } };

function listShownRows(hide: (sheet: ReturnType<typeof createWorkbook>['sheets'][number]) => void): number[] {
  const [sheet] = createWorkbook('Sổ').sheets;
  for (const row of [0, 1, 2]) setCell(sheet!, row, 0, { value: 'chữ lớn', format: BIG_FONT });
  hide(sheet!);
  const { rows } = createGridLayout(sheet!, 1, { row: 3, column: 0 });
  return [0, 1, 2, 3].filter((row) => rows.size(row) > 0);
}

describe('createGridLayout', () => {
  it('gives hidden rows no height, also where a large font would make them taller', () => {
    expect(listShownRows((sheet) => setRowHidden(sheet, 1, true))).toEqual([0, 2, 3]);
  });

  it('gives rows that a file hides by default no height, but for those it shows', () => {
    const shown = listShownRows((sheet) => {
      sheet.rowsHiddenByDefault = true;
      setRowHidden(sheet, 0, false);
    });
    expect(shown).toEqual([0]);
  });
});
