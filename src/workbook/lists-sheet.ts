import {
  applicabilityWords,
  columnHeaders,
  listsSheetWords as words,
  sheetNames,
  statusWords,
  usualReasons,
} from '../locales/sheet-words';
import { areaAddress, areaOf, sheetPrefix } from './address';
import { BODY, COLORS, HEADER, NOTE_LINE, PAGE, TITLE_LINE } from './look';
import type { CellContent, SheetPlan } from './sheet-plan';

/** Names of the lists behind the drop-downs. */
export const LIST_NAMES = {
  applicability: 'DM_ApDung',
  status: 'DM_TrangThai',
  reason: 'DM_LyDo',
} as const;

const HEADER_ROW = 3;
const FIRST = HEADER_ROW + 1;
/** Room for the office's own reasons. */
const REASON_ROWS = 20;
const REASONS = areaOf(FIRST, 2, REASON_ROWS, 1);

/** From the list of applicabilities to that of reasons: columns across, and rows more than it has. */
export const REASONS_FROM_APPLICABILITY = { columns: 2, rows: REASON_ROWS - 2 } as const;

const applicabilities = [applicabilityWords.performed, applicabilityWords.notPerformed];
const statuses = Object.values(statusWords);

/** The reasons that are filled in, from the first one down, so that the drop-down has no blank lines. */
function reasonsFormula(sheet: string): string {
  const at = sheetPrefix(sheet);
  const all = at + areaAddress(REASONS, true);
  return `=${at}$C$${FIRST + 1}:INDEX(${all},MAX(1,COUNTA(${all})))`;
}

/** The sheet *Danh mục*: the lists of the drop-downs, three columns. */
export function listsSheet(name: string = sheetNames.lists): SheetPlan {
  const cells: CellContent[][] = Array.from({ length: REASON_ROWS }, (_, row) => [
    applicabilities[row] ?? '',
    statuses[row] ?? '',
    usualReasons[row] ?? '',
  ]);
  return {
    name,
    visibility: 'Visible',
    showGridlines: false,
    tabColor: COLORS.greyText,
    columnWidths: [110, 110, 320],
    rowHeights: [{ row: 0, height: 28 }],
    merges: [],
    formats: [
      { area: areaOf(0, 0, 1, 1), format: { ...TITLE_LINE, fontSize: 14 } },
      { area: areaOf(1, 0, 1, 1), format: { ...NOTE_LINE } },
      { area: areaOf(HEADER_ROW, 0, 1, 3), format: { ...HEADER } },
      {
        area: areaOf(FIRST, 0, REASON_ROWS, 3),
        format: BODY,
      },
      {
        area: REASONS,
        format: { borders: { sides: ['InsideHorizontal', 'EdgeBottom'], color: COLORS.line } },
      },
      { area: areaOf(FIRST, 0, applicabilities.length, 1), format: { fillColor: COLORS.greyFill } },
      { area: areaOf(FIRST, 1, statuses.length, 1), format: { fillColor: COLORS.greyFill } },
    ],
    blocks: [
      { row: 0, column: 0, numberFormats: ['@'], cells: [[words.title], [words.advice]] },
      {
        row: HEADER_ROW,
        column: 0,
        numberFormats: ['@', '@', '@'],
        cells: [[columnHeaders.applicability, columnHeaders.status, words.reasons], ...cells],
      },
    ],
    afterTables: [],
    validations: [],
    fitRows: [],
    conditionalFormats: [],
    freezeRows: FIRST,
    page: { ...PAGE, orientation: 'Portrait' },
    names: [
      { name: LIST_NAMES.applicability, area: areaOf(FIRST, 0, applicabilities.length, 1) },
      { name: LIST_NAMES.status, area: areaOf(FIRST, 1, statuses.length, 1) },
      { name: LIST_NAMES.reason, formula: reasonsFormula(name) },
    ],
  };
}
