import { createRange } from '@phuluc/ooxml/a1';
import {
  APPLICABILITY_LABELS,
  COLUMN_HEADERS,
  COMMON_REASONS,
  LISTS_SHEET_LABELS as labels,
  SHEET_NAMES,
  STATUS_LABELS,
} from '../../sheets/labels/school-labels';
import { isSameName } from '../../sheets/sheet-names';
import type { CellContent, SheetSpec } from '../../sheets/sheet-spec';
import {
  BODY_STYLE,
  COLORS,
  DEFAULT_PAGE_SETUP,
  HEADER_STYLE,
  NOTE_LINE_STYLE,
  TITLE_LINE_STYLE,
} from '../../sheets/styles';
import { LIST_NAMES, REASON_ROW_COUNT } from './list-names';

/**
 * The reasons are a table: what the office types below the last one belongs to it, and with it to the name of the
 * list. A formula for that would need a list separator, which is not the comma in every region.
 */
const REASON_TABLE = 'DM_BangLyDo';

const HEADER_ROW = 3;
const FIRST_ROW = HEADER_ROW + 1;
const REASON_RANGE = createRange(FIRST_ROW, 2, REASON_ROW_COUNT, 1);

/** People in charge, whom the office types in. */
const PERSON_RANGE = createRange(FIRST_ROW, 3, REASON_ROW_COUNT, 1);
const LIST_COUNT = 4;

const APPLICABILITY_CHOICES = [APPLICABILITY_LABELS.performed, APPLICABILITY_LABELS.notPerformed];
const STATUS_CHOICES = Object.values(STATUS_LABELS);

/** Returns a name for the table of reasons; a sheet that lost its names may still have one. */
function getFreeTableName(tables: readonly { name: string }[]): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? REASON_TABLE : `${REASON_TABLE}${number}`;
    if (!tables.some(({ name }) => isSameName(name, candidate))) return candidate;
  }
}

/**
 * Builds the sheet *Danh mục*: the lists of the drop-downs, one a column.
 *
 * @param tables those of the workbook, whose names are taken
 */
export function buildListsSheet(
  name: string = SHEET_NAMES.lists,
  tables: readonly { name: string }[] = [],
): SheetSpec {
  const cells: CellContent[][] = Array.from({ length: REASON_ROW_COUNT }, (_, row) => [
    APPLICABILITY_CHOICES[row] ?? '',
    STATUS_CHOICES[row] ?? '',
    COMMON_REASONS[row] ?? '',
    '',
  ]);
  return {
    name,
    visibility: 'Visible',
    showGridlines: false,
    tabColor: COLORS.greyText,
    columnWidths: [110, 110, 320, 150],
    rowHeights: [{ row: 0, height: 28 }],
    merges: [],
    formats: [
      { area: createRange(0, 0, 1, 1), format: { ...TITLE_LINE_STYLE, fontSize: 14 } },
      { area: createRange(1, 0, 1, 1), format: { ...NOTE_LINE_STYLE } },
      { area: createRange(HEADER_ROW, 0, 1, LIST_COUNT), format: { ...HEADER_STYLE } },
      {
        area: createRange(FIRST_ROW, 0, REASON_ROW_COUNT, LIST_COUNT),
        format: BODY_STYLE,
      },
      {
        area: { ...REASON_RANGE, right: PERSON_RANGE.right },
        format: { borders: { sides: ['InsideHorizontal', 'EdgeBottom'], color: COLORS.line } },
      },
      {
        area: createRange(FIRST_ROW, 0, APPLICABILITY_CHOICES.length, 1),
        format: { fillColor: COLORS.greyFill },
      },
      { area: createRange(FIRST_ROW, 1, STATUS_CHOICES.length, 1), format: { fillColor: COLORS.greyFill } },
    ],
    blocks: [
      { row: 0, column: 0, numberFormats: ['@'], cells: [[labels.title], [labels.advice]] },
      {
        row: HEADER_ROW,
        column: 0,
        numberFormats: Array.from({ length: LIST_COUNT }, () => '@'),
        cells: [
          [COLUMN_HEADERS.applicability, COLUMN_HEADERS.status, labels.reasons, labels.people],
          ...cells,
        ],
      },
    ],
    table: {
      name: getFreeTableName(tables),
      area: createRange(HEADER_ROW, 2, COMMON_REASONS.length + 1, 1),
      style: 'TableStyleLight1',
      banded: false,
    },
    afterTables: [],
    validations: [],
    fitRows: [],
    conditionalFormats: [],
    freezeRows: FIRST_ROW,
    page: { ...DEFAULT_PAGE_SETUP, orientation: 'Portrait' },
    names: [
      { name: LIST_NAMES.applicability, area: createRange(FIRST_ROW, 0, APPLICABILITY_CHOICES.length, 1) },
      { name: LIST_NAMES.status, area: createRange(FIRST_ROW, 1, STATUS_CHOICES.length, 1) },
      { name: LIST_NAMES.reason, area: { ...REASON_RANGE, bottom: FIRST_ROW + COMMON_REASONS.length - 1 } },
      { name: LIST_NAMES.person, area: PERSON_RANGE },
    ],
  };
}
