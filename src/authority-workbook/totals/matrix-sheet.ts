import { createRange, formatAddress, toColumnLetters } from '@phuluc/ooxml/a1';
import type { Consolidation } from '../../consolidation/ledger/consolidation';
import { TASK_OUTCOMES, type TaskOutcome } from '../../consolidation/ledger/task-outcome';
import {
  CONSOLIDATION_SHEET_NAMES,
  DATA_HEADERS,
  LEVEL_LABELS,
  OUTCOME_LABELS,
  OUTCOME_SYMBOLS,
  TABLE_NOTES,
  TABLE_TITLES,
  TOTALS_LABELS,
} from '../../sheets/labels/consolidation-labels';
import { COLUMN_HEADERS } from '../../sheets/labels/school-labels';
import type { CellContent, ConditionalFormatSpec, SheetSpec } from '../../sheets/sheet-spec';
import {
  BODY_STYLE,
  COLORS,
  DEFAULT_PAGE_SETUP,
  HEADER_STYLE,
  NOTE_LINE_STYLE,
  TITLE_LINE_STYLE,
} from '../../sheets/styles';
import { buildColumnReference } from '../../sheets/table-reference';
import { DATA_TABLE } from '../tables/data-table';

/** Id, content and figures of every task; how many units are late with it, as one column. */
export const MATRIX_TASKS_NAME = 'MT_NhiemVu';
export const MATRIX_LATE_NAME = 'MT_QuaHan';

/** The lines of the sheet, which is written again only when they change. */
export type MatrixLines = {
  tasks: { id: string; content: string }[];
  units: { code: string; name: string }[];
};

export function buildMatrixLines(
  consolidation: Pick<Consolidation, 'annex' | 'units' | 'sources'>,
): MatrixLines {
  const listed = new Set(consolidation.units.map(({ code }) => code));
  const others = new Map(
    consolidation.sources
      .filter(({ state, unit }) => state === 'used' && !listed.has(unit))
      .map(({ unit, unitName }) => [unit, { code: unit, name: unitName }]),
  );
  return {
    tasks: consolidation.annex.tasks.map(({ id, content }) => ({ id, content })),
    units: [...consolidation.units.map(({ code, name }) => ({ code, name })), ...others.values()],
  };
}

const OPEN_LATE_OUTCOMES = ['inProgressLate', 'notStartedLate'] as const satisfies readonly TaskOutcome[];

const LEGEND_ROW = 2;
const HEADER_ROW = 4;
const FIRST_TASK_ROW = HEADER_ROW + 1;
/** Id, content, performed, done, late and still open. */
const FIXED_COLUMN_COUNT = 5;
/** Where the first sign stands, 0-based. */
export const FIRST_SIGN = { row: FIRST_TASK_ROW, column: FIXED_COLUMN_COUNT } as const;
const SIGN_WIDTH = 24;
const UNITS_PER_PAGE = 24;

type SignStyle = { outcomes: readonly TaskOutcome[]; fill: string; text: string };

/** Late before open before done: the sign's first letter is the state, "!" that it is late. */
const SIGN_STYLES: readonly SignStyle[] = [
  {
    outcomes: ['doneLate', 'inProgressLate', 'notStartedLate'],
    fill: COLORS.redFill,
    text: COLORS.redText,
  },
  { outcomes: ['needsReview'], fill: COLORS.amberFill, text: COLORS.amberText },
  { outcomes: ['doneEarly', 'doneOnTime', 'doneOpen'], fill: COLORS.greenFill, text: COLORS.greenText },
  { outcomes: ['inProgress'], fill: COLORS.blueFill, text: COLORS.blueText },
  { outcomes: ['notPerformed', 'nothingArisen'], fill: COLORS.greyFill, text: COLORS.greyText },
];

const referenceDataColumn = (id: keyof typeof DATA_HEADERS): string =>
  buildColumnReference(DATA_HEADERS[id], DATA_TABLE);

/** Signs that mean one thing stand once: "√" is done in time, early or without a deadline. */
const LEGEND: readonly { sign: string; label: string }[] = [
  ...new Map(TASK_OUTCOMES.map((outcome) => [OUTCOME_SYMBOLS[outcome], outcome] as const)),
].map(([sign]) => ({
  sign,
  label: TASK_OUTCOMES.filter((outcome) => OUTCOME_SYMBOLS[outcome] === sign)
    .map((outcome) => OUTCOME_LABELS[outcome])
    .join('; '),
}));

/** Finds the row of the ledger by its key, wherever the officer has sorted it. */
function buildSignFormula(row: number, column: number): string {
  const key = `${formatAddress(HEADER_ROW - 1, column).replace(/(\d+)$/, '$$$1')}&"|"&$A${row + 1}`;
  const outcome = `INDEX(${referenceDataColumn('outcome')},MATCH(${key},${referenceDataColumn('key')},0))`;
  return `=IFERROR(INDEX(MT_Dau,MATCH(${outcome},MT_KetQua,0)),"")`;
}

function buildCountFormula(row: number, column: 'applicability' | 'state', word: string): string {
  return (
    `=COUNTIFS(${referenceDataColumn('task')},$A${row + 1},${referenceDataColumn('level')},"${LEVEL_LABELS.task}",` +
    `${referenceDataColumn('applicability')},"${TOTALS_LABELS.performed}"` +
    (column === 'state' ? `,${referenceDataColumn('state')},"${word}")` : ')')
  );
}

/** Units that are past the deadline and have not done it. */
function buildLateFormula(row: number): string {
  return `=${OPEN_LATE_OUTCOMES.map(
    (outcome) =>
      `COUNTIFS(${referenceDataColumn('task')},$A${row + 1},${referenceDataColumn('level')},"${LEVEL_LABELS.task}",` +
      `${referenceDataColumn('outcome')},"${OUTCOME_LABELS[outcome]}")`,
  ).join('+')}`;
}

function buildSignFormats(area: ReturnType<typeof createRange>): ConditionalFormatSpec[] {
  const first = `${toColumnLetters(area.left)}${area.top + 1}`;
  return SIGN_STYLES.map(({ outcomes, fill, text }) => ({
    area,
    formula: `=OR(${[...new Set(outcomes.map((outcome) => OUTCOME_SYMBOLS[outcome]))]
      .map((sign) => `${first}="${sign}"`)
      .join(',')})`,
    fillColor: fill,
    fontColor: text,
    bold: true,
  }));
}

/** Builds the sheet *Ma trận*: tasks down, units across, each cell a sign and a colour, live over the ledger. */
export function buildMatrixSheet(
  lines: MatrixLines,
  name: string = CONSOLIDATION_SHEET_NAMES.matrix,
): SheetSpec {
  const [rows, columns] = [Math.max(1, lines.tasks.length), lines.units.length];
  const width = FIXED_COLUMN_COUNT + Math.max(1, columns);
  const body = createRange(FIRST_TASK_ROW, FIXED_COLUMN_COUNT, rows, Math.max(1, columns));
  const legendColumn = width + 1;
  const legend = createRange(HEADER_ROW, legendColumn, TASK_OUTCOMES.length, 2);
  const cells: CellContent[][] = lines.tasks.map(({ id, content }, index) => {
    const row = FIRST_TASK_ROW + index;
    return [
      id,
      content,
      { formula: buildCountFormula(row, 'applicability', '') },
      { formula: buildCountFormula(row, 'state', TOTALS_LABELS.done) },
      { formula: buildLateFormula(row) },
      ...lines.units.map((_, unit): CellContent => ({
        formula: buildSignFormula(row, FIXED_COLUMN_COUNT + unit),
      })),
    ];
  });
  return {
    name,
    visibility: 'Visible',
    showGridlines: false,
    tabColor: COLORS.navy,
    columnWidths: [
      44,
      230,
      34,
      34,
      34,
      ...Array.from({ length: Math.max(1, columns) }, () => SIGN_WIDTH),
      12,
      130,
      30,
    ],
    rowHeights: [
      { row: 0, height: 26 },
      { row: HEADER_ROW - 1, height: 14 },
      { row: HEADER_ROW, height: 150 },
    ],
    merges: [],
    formats: [
      { area: createRange(0, 0, 1, 1), format: { ...TITLE_LINE_STYLE, fontSize: 14 } },
      { area: createRange(1, 0, 1, 1), format: { ...NOTE_LINE_STYLE } },
      { area: createRange(LEGEND_ROW, 0, 1, 1), format: { ...BODY_STYLE, fontSize: 9 } },
      {
        area: createRange(HEADER_ROW - 1, 0, 1, width),
        format: { ...BODY_STYLE, fontSize: 6, horizontal: 'Center', fontColor: COLORS.quiet },
      },
      { area: createRange(HEADER_ROW, 0, 1, width), format: { ...HEADER_STYLE, fontSize: 9 } },
      {
        area: createRange(HEADER_ROW, 2, 1, width - 2),
        format: { rotation: 90, vertical: 'Bottom', wrap: true, bold: false },
      },
      { area: createRange(FIRST_TASK_ROW, 0, rows, 2), format: { ...BODY_STYLE, fontSize: 9, wrap: true } },
      {
        area: createRange(FIRST_TASK_ROW, 2, rows, width - 2),
        format: { ...BODY_STYLE, horizontal: 'Center', vertical: 'Center' },
      },
      {
        area: createRange(FIRST_TASK_ROW, 0, rows, width),
        format: {
          borders: { sides: ['InsideHorizontal', 'InsideVertical', 'EdgeBottom'], color: COLORS.line },
        },
      },
      { area: legend, format: { ...BODY_STYLE, fontSize: 9 } },
    ],
    blocks: [
      {
        row: 0,
        column: 0,
        numberFormats: ['@'],
        cells: [
          [TABLE_TITLES.matrix],
          [TABLE_NOTES.matrix],
          [LEGEND.map(({ sign, label }) => `${sign}  ${label}`).join('      ')],
        ],
      },
      {
        row: HEADER_ROW - 1,
        column: FIXED_COLUMN_COUNT,
        numberFormats: lines.units.map(() => '@'),
        cells: columns === 0 ? [] : [lines.units.map(({ code }) => code)],
      },
      {
        row: HEADER_ROW,
        column: 0,
        numberFormats: Array.from({ length: FIXED_COLUMN_COUNT + columns }, () => '@'),
        cells: [
          [
            COLUMN_HEADERS.id,
            COLUMN_HEADERS.content,
            TOTALS_LABELS.performed,
            TOTALS_LABELS.done,
            TOTALS_LABELS.overdue,
            ...lines.units.map((unit) => unit.name),
          ],
        ],
      },
      {
        row: HEADER_ROW,
        column: legendColumn,
        numberFormats: ['@', '@'],
        cells: TASK_OUTCOMES.map((outcome) => [OUTCOME_LABELS[outcome], OUTCOME_SYMBOLS[outcome]]),
      },
    ],
    afterTables: [
      {
        row: FIRST_TASK_ROW,
        column: 0,
        numberFormats: ['@', '@', '0', '0', '0', ...lines.units.map(() => 'General')],
        cells,
      },
    ],
    fitRows:
      lines.tasks.length === 0
        ? []
        : [{ first: FIRST_TASK_ROW, last: FIRST_TASK_ROW + lines.tasks.length - 1 }],
    validations: [],
    conditionalFormats: columns === 0 ? [] : buildSignFormats(body),
    freezeRows: FIRST_TASK_ROW,
    freezeColumns: 2,
    page: {
      ...DEFAULT_PAGE_SETUP,
      titleRows: { first: HEADER_ROW - 1, last: HEADER_ROW },
      titleColumns: { first: 0, last: 1 },
      pagesWide: Math.max(1, Math.ceil(columns / UNITS_PER_PAGE)),
      area: createRange(0, 0, FIRST_TASK_ROW + rows, width),
    },
    names: [
      { name: 'MT_KetQua', area: createRange(HEADER_ROW, legendColumn, TASK_OUTCOMES.length, 1) },
      { name: 'MT_Dau', area: createRange(HEADER_ROW, legendColumn + 1, TASK_OUTCOMES.length, 1) },
      { name: MATRIX_TASKS_NAME, area: createRange(FIRST_TASK_ROW, 0, rows, FIXED_COLUMN_COUNT) },
      { name: MATRIX_LATE_NAME, area: createRange(FIRST_TASK_ROW, FIXED_COLUMN_COUNT - 1, rows, 1) },
    ],
  };
}

export const MATRIX_NAMES = ['MT_KetQua', 'MT_Dau', MATRIX_TASKS_NAME, MATRIX_LATE_NAME] as const;
