import { createRange } from '@phuluc/ooxml/a1';
import { findFormulaColumns } from '../../src/sheets/find-formula-columns';

/** A table of 4 columns from B3, with a header and 5 rows. */
const TABLE = createRange(2, 1, 6, 4);

describe('findFormulaColumns', () => {
  it('returns the columns whose every cell is a formula, and those with some', () => {
    const formulas = [createRange(3, 1, 5, 1), createRange(3, 3, 2, 2), createRange(6, 4, 2, 1)];
    expect(findFormulaColumns(formulas, TABLE)).toEqual({ full: [0], partial: [2, 3] });
  });

  it('joins ranges of a column and ignores the header', () => {
    const formulas = [createRange(2, 2, 2, 1), createRange(4, 2, 4, 1)];
    expect(findFormulaColumns(formulas, TABLE)).toEqual({ full: [1], partial: [] });
  });

  it('returns none without formulas', () => {
    expect(findFormulaColumns([], TABLE)).toEqual({ full: [], partial: [] });
  });
});
