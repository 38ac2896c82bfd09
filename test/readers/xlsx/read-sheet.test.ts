import { openPackage } from '@phuluc/ooxml/open-package';
import { readSheet, type SheetLimits } from '../../../src/readers/xlsx/read-sheet';
import { readWorkbookParts } from '../../../src/readers/xlsx/read-workbook-parts';
import { buildRow, buildXlsx } from '../../support/documents/build-xlsx';

const WIDE: SheetLimits = { rows: 99, rowsScanned: 99, cellsScanned: 99, characters: 99 };

/** 'read', or the error code, of three rows with six cells of which two hold five letters together. */
function outcome(limits: Partial<SheetLimits>): string {
  const data =
    buildRow(1, ['abc', 'de']) +
    '<row r="2"><c r="A2"/><c r="B2"/><c r="C2"/></row><row r="3"><c r="A3"/></row>';
  const office = openPackage(buildXlsx([{ data }]));
  const parts = office.ok ? readWorkbookParts(office.value) : office;
  if (!office.ok || !parts.ok) throw new Error('not a workbook');
  const read = readSheet(office.value, parts.value.sheets[0]!.part, parts.value, { ...WIDE, ...limits });
  return read.ok ? 'read' : read.problems[0]!.code;
}

describe('readSheet stops at its limit of', () => {
  it.each<[keyof SheetLimits, number, string]>([
    ['rows', 1, 'too-many-rows'],
    ['rowsScanned', 3, 'too-many-rows'],
    ['cellsScanned', 6, 'too-many-rows'],
    ['characters', 5, 'file-too-large'],
  ])('%s', (name, enough, code) => {
    expect(outcome({ [name]: enough })).toBe('read');
    expect(outcome({ [name]: enough - 1 })).toBe(code);
  });
});
