import { toOfficeProblem } from '../../src/excel/office-problem';

describe('errors of Excel', () => {
  it.each([
    ['AccessDenied', 'sheet-protected'],
    ['InvalidOperationInCellEditMode', 'cell-being-edited'],
    ['RequestPayloadSizeLimitExceeded', 'payload-too-large'],
    ['ResponsePayloadSizeLimitExceeded', 'payload-too-large'],
    ['ItemAlreadyExists', 'sheet-name-taken'],
    ['InsertDeleteConflict', 'rows-not-movable'],
    ['InvalidSelection', 'selection-not-cells'],
    ['FilteredRangeConflict', 'cells-filtered'],
    ['InactiveWorkbook', 'workbook-not-in-front'],
    ['MergedRangeConflict', 'cells-merged'],
    ['NonBlankCellOffSheet', 'no-space-on-sheet'],
    ['FormulaLengthExceedsLimit', 'formula-too-long'],
    ['RowsNotAdded', 'rows-not-added'],
    ['ApiNotFound', 'host-unsupported'],
    ['SomethingNew', 'host-error'],
  ])('%s is reported as %s, whatever its message is', (code, expected) => {
    const error = { code, message: 'ô đang được sửa', debugInfo: { errorLocation: 'Range.values' } };
    expect(toOfficeProblem(error, { sheet: 'Phụ lục' })).toEqual({
      code: expected,
      severity: 'error',
      place: { sheet: 'Phụ lục' },
      details: { hostCode: code, feature: 'Range.values' },
    });
  });

  it('leaves errors of the program alone', () => {
    expect(toOfficeProblem(new TypeError('x is not a function'))).toBeNull();
    expect(toOfficeProblem('x')).toBeNull();
    expect(toOfficeProblem(null)).toBeNull();
  });
});
