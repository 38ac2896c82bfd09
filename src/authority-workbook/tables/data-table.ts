import { toColumnLetters } from '@phuluc/ooxml/a1';
import { formatSectionLabel, parseSectionLabel } from '../../annex/section-label';
import type { Applicability } from '../../annex/types';
import {
  type DeadlineKind,
  getEffectiveMarks,
  getEntryKey,
  type LedgerEntry,
  MARK_FIELDS,
  type Marks,
} from '../../consolidation/ledger/ledger-entry';
import type { MatchPass } from '../../consolidation/types';
import type { StoredState } from '../../progress/types';
import type { CellValue } from '../../sheets/cell-value';
import { quoteFormulaText } from '../../sheets/formula-text';
import {
  CONSOLIDATION_SHEET_NAMES,
  DEADLINE_LABELS,
  DATA_HEADERS as headers,
  LEVEL_LABELS,
  MATCH_LABELS,
  OUTCOME_LABELS,
  TABLE_NOTES,
  TABLE_TITLES,
  TOTALS_LABELS,
} from '../../sheets/labels/consolidation-labels';
import { APPLICABILITY_LABELS, STATUS_LABELS, VALIDATION_LABELS } from '../../sheets/labels/school-labels';
import { isSameName } from '../../sheets/sheet-names';
import { type CellContent, FIRST_DATE } from '../../sheets/sheet-spec';
import { COLORS } from '../../sheets/styles';
import { toDateCell } from '../../sheets/to-date-cell';
import { parseDateCell } from './parse-date-cell';
import type { ExistingRow, RowContents, TableColumn, TableSchema } from './sync-table';

/** The table of the ledger; formulas and higher levels refer to it by this name. */
export const DATA_TABLE = 'DuLieu';
/** Name of the cell that says up to which day is counted. */
export const AS_OF_NAME = 'TH_NgayTinh';

export type DataColumn = keyof typeof headers;

/** Returns the reference of a cell of the same row. */
const referenceSameRow = (id: DataColumn): string => `[@[${headers[id]}]]`;

/** Says what `outcomeOf` says, so that a correction on the sheet counts at once. */
function buildOutcomeFormula(): string {
  const is = (id: DataColumn, word: string): string => `${referenceSameRow(id)}=${quoteFormulaText(word)}`;
  const dated = `ISNUMBER(${referenceSameRow('due')})`;
  const open = (word: 'inProgress' | 'notStarted', late: 'inProgressLate' | 'notStartedLate'): string =>
    `IF(AND(${dated},${AS_OF_NAME}>${referenceSameRow('due')}),${quoteFormulaText(OUTCOME_LABELS[late])},${quoteFormulaText(OUTCOME_LABELS[word])})`;
  const done =
    `IF(NOT(${dated}),${quoteFormulaText(OUTCOME_LABELS.doneOpen)},IF(NOT(ISNUMBER(${referenceSameRow('doneOn')})),${quoteFormulaText(OUTCOME_LABELS.needsReview)},` +
    `IF(${referenceSameRow('doneOn')}<${referenceSameRow('due')},${quoteFormulaText(OUTCOME_LABELS.doneEarly)},` +
    `IF(${referenceSameRow('doneOn')}=${referenceSameRow('due')},${quoteFormulaText(OUTCOME_LABELS.doneOnTime)},${quoteFormulaText(OUTCOME_LABELS.doneLate)}))))`;
  return (
    `=IF(${is('applicability', APPLICABILITY_LABELS.notPerformed)},${quoteFormulaText(OUTCOME_LABELS.notPerformed)},` +
    `IF(NOT(${is('applicability', APPLICABILITY_LABELS.performed)}),${quoteFormulaText(OUTCOME_LABELS.undecided)},` +
    `IF(${is('state', STATUS_LABELS.nothingArisen)},${quoteFormulaText(OUTCOME_LABELS.nothingArisen)},` +
    `IF(AND(NOT(${dated}),${is('deadline', DEADLINE_LABELS.unread)}),${quoteFormulaText(OUTCOME_LABELS.needsReview)},` +
    `IF(${is('state', STATUS_LABELS.done)},${done},` +
    `IF(${is('state', STATUS_LABELS.inProgress)},${open('inProgress', 'inProgressLate')},` +
    `IF(${is('state', STATUS_LABELS.notStarted)},${open('notStarted', 'notStartedLate')},${quoteFormulaText(OUTCOME_LABELS.needsReview)})))))))`
  );
}

const QUARTER_FORMULA =
  `=IF(ISNUMBER(${referenceSameRow('due')}),"Quý "&ROUNDUP(MONTH(${referenceSameRow('due')})/3,0)&"/"&YEAR(${referenceSameRow('due')}),` +
  `${quoteFormulaText(TOTALS_LABELS.noQuarter)})`;

/** Columns that the officer may set otherwise, with those that keep what the unit reported. */
const REPORTED_COLUMNS = {
  applicability: 'reportedApplicability',
  state: 'reportedState',
  due: 'reportedDue',
  doneOn: 'reportedDoneOn',
} as const satisfies Record<keyof Marks, DataColumn>;

const CORRECTED_FORMULA = `=IF(OR(${MARK_FIELDS.map((mark) => `${referenceSameRow(mark)}<>${referenceSameRow(REPORTED_COLUMNS[mark])}`).join(',')}),"Có","")`;

type DataTableColumn = TableColumn<DataColumn>;
function createTextColumn(
  id: DataColumn,
  width: number,
  more: Partial<DataTableColumn> = {},
): DataTableColumn {
  return {
    id,
    header: headers[id],
    owner: 'ours',
    width,
    numberFormat: '@',
    ...more,
  };
}
function createCenteredColumn(
  id: DataColumn,
  width: number,
  more: Partial<DataTableColumn> = {},
): DataTableColumn {
  return createTextColumn(id, width, { center: true, ...more });
}
function createDateColumn(id: DataColumn, more: Partial<DataTableColumn> = {}): DataTableColumn {
  return createCenteredColumn(id, 66, { numberFormat: 'dd/mm/yyyy', ...more });
}
function createFormulaColumn(id: DataColumn, width: number, formula: string): DataTableColumn {
  return createTextColumn(id, width, { owner: 'formula', numberFormat: 'General', formula: formula });
}

/** Width of what only the add-in reads: keys, times and hashes, behind everything else. */
const HIDDEN = 0;

const DATA_COLUMNS: readonly DataTableColumn[] = [
  createCenteredColumn('unit', 58),
  createTextColumn('unitName', 120),
  createCenteredColumn('task', 52),
  createTextColumn('content', 200),
  createCenteredColumn('applicability', 74, { owner: 'mark' }),
  createDateColumn('due', { owner: 'mark' }),
  createCenteredColumn('state', 84, { owner: 'mark' }),
  createDateColumn('doneOn', { owner: 'mark' }),
  createFormulaColumn('outcome', 130, buildOutcomeFormula()),
  createTextColumn('officerNote', 120, { owner: 'officer' }),
  createFormulaColumn('corrected', 50, CORRECTED_FORMULA),
  createTextColumn('reason', 120),
  createTextColumn('product', 110),
  createTextColumn('evidence', 100),
  createTextColumn('note', 100),
  createCenteredColumn('level', 56),
  createTextColumn('area', 130),
  createCenteredColumn('tt', 34),
  createTextColumn('leadUnit', 120),
  createTextColumn('printedProduct', 100),
  createCenteredColumn('deadline', 76),
  createFormulaColumn('quarter', 80, QUARTER_FORMULA),
  createCenteredColumn('sender', 58),
  createCenteredColumn('kind', 44),
  createCenteredColumn('reportedApplicability', 74),
  createDateColumn('reportedDue'),
  createCenteredColumn('reportedState', 84),
  createDateColumn('reportedDoneOn'),
  createTextColumn('match', 100),
  { ...createCenteredColumn('score', 48), numberFormat: '0%' },
  createTextColumn('file', 160),
  createTextColumn('sheet', 80),
  createCenteredColumn('cell', 44),
  createTextColumn('key', HIDDEN),
  createTextColumn('occurrence', HIDDEN),
  createCenteredColumn('readAt', HIDDEN),
  { ...createCenteredColumn('reader', HIDDEN), numberFormat: '0' },
  createTextColumn('sha256', HIDDEN),
];

export const DATA_TABLE_SCHEMA: TableSchema<DataColumn> = {
  table: DATA_TABLE,
  sheet: CONSOLIDATION_SHEET_NAMES.data,
  title: TABLE_TITLES.data,
  note: TABLE_NOTES.data,
  tabColor: COLORS.greyText,
  key: 'key',
  columns: DATA_COLUMNS,
  freezeColumns: 4,
  conditionalFormats: (area, firstRow) => {
    const at = (id: DataColumn): string =>
      `$${toColumnLetters(DATA_COLUMNS.findIndex((one) => one.id === id))}${firstRow}`;
    return [
      // What the officer has set, each cell beside the one it stands for.
      ...MARK_FIELDS.map((mark) => ({
        area: area(mark),
        formula: `=${at(mark)}<>${at(REPORTED_COLUMNS[mark])}`,
        fillColor: COLORS.blueFill,
        fontColor: COLORS.blueText,
        bold: true,
      })),
      {
        area: area('outcome'),
        formula: `=${at('outcome')}=${quoteFormulaText(OUTCOME_LABELS.needsReview)}`,
        fillColor: COLORS.amberFill,
        fontColor: COLORS.amberText,
      },
      {
        area: area('outcome'),
        formula: `=ISNUMBER(SEARCH("quá hạn",${at('outcome')}))`,
        fillColor: COLORS.redFill,
        fontColor: COLORS.redText,
      },
      {
        area: area('unit', 'note'),
        formula: `=${at('applicability')}=${quoteFormulaText(APPLICABILITY_LABELS.notPerformed)}`,
        fontColor: COLORS.greyText,
      },
    ];
  },
  validations: (area) => [
    {
      area: area('applicability'),
      rule: {
        kind: 'list',
        source: [APPLICABILITY_LABELS.performed, APPLICABILITY_LABELS.notPerformed].join(','),
      },
      alert: 'stop',
      title: VALIDATION_LABELS.title,
      message: VALIDATION_LABELS.applicability,
    },
    {
      area: area('state'),
      rule: { kind: 'list', source: Object.values(STATUS_LABELS).join(',') },
      alert: 'stop',
      title: VALIDATION_LABELS.title,
      message: VALIDATION_LABELS.status,
    },
    ...(['due', 'doneOn'] as const).map((id) => ({
      area: area(id),
      rule: { kind: 'date' as const, from: FIRST_DATE },
      alert: 'stop' as const,
      title: headers[id],
      message: VALIDATION_LABELS.date,
    })),
  ],
};

function toMarkCells(marks: Marks): Record<keyof Marks, CellContent> {
  return {
    applicability: APPLICABILITY_LABELS[marks.applicability],
    state: marks.state === null ? '' : STATUS_LABELS[marks.state],
    due: toDateCell(marks.due),
    doneOn: toDateCell(marks.doneOn),
  };
}

/** Builds the cells of an entry, without formulas and the officer's note. */
export function toDataRow(entry: LedgerEntry): { key: string; cells: RowContents<DataColumn> } {
  const reported = toMarkCells(entry.reported);
  const { task, from } = entry;
  return {
    key: getEntryKey(entry),
    cells: {
      key: getEntryKey(entry),
      sender: entry.sender,
      unit: entry.unit,
      unitName: entry.unitName,
      kind: entry.kind,
      task: task.id,
      level: entry.occurrence === '' ? LEVEL_LABELS.task : LEVEL_LABELS.occurrence,
      occurrence: entry.occurrence,
      area: formatSectionLabel(task.section, task.sectionTitle),
      tt: task.tt,
      content: task.content,
      leadUnit: task.leadUnit,
      printedProduct: task.product,
      ...toMarkCells(getEffectiveMarks(entry)),
      deadline: DEADLINE_LABELS[entry.deadline],
      reason: entry.reason,
      product: entry.product,
      evidence: entry.evidence,
      note: entry.note,
      reportedApplicability: reported.applicability,
      reportedState: reported.state,
      reportedDue: reported.due,
      reportedDoneOn: reported.doneOn,
      match: MATCH_LABELS[entry.match],
      score: entry.score,
      file: from.file,
      sheet: from.sheet,
      cell: from.cell,
      readAt: from.readAt,
      reader: from.readerVersion,
      sha256: from.sha256,
    },
  };
}

function findIdByLabel<Id extends string>(getText: Record<Id, string>, value: CellValue): Id | null {
  return (
    (Object.keys(getText) as Id[]).find(
      (id) => getText[id] !== '' && isSameName(getText[id], String(value)),
    ) ?? null
  );
}

function readMarks(cell: (mark: keyof Marks) => CellValue): Marks {
  return {
    applicability: findIdByLabel<Applicability>(APPLICABILITY_LABELS, cell('applicability')) ?? 'undecided',
    state: findIdByLabel<StoredState>(STATUS_LABELS, cell('state')),
    due: parseDateCell(cell('due')),
    doneOn: parseDateCell(cell('doneOn')),
  };
}

function findCorrections(marks: Marks, reported: Marks): Partial<Marks> {
  return Object.fromEntries(
    MARK_FIELDS.filter((mark) => marks[mark] !== reported[mark]).map((mark) => [mark, marks[mark]]),
  );
}

/** Reads an entry from the sheet; the officer's values replace the reported ones. */
export function toLedgerEntry({ cells }: ExistingRow<DataColumn>): LedgerEntry {
  const getText = (id: DataColumn): string => String(cells[id]);
  const { section, title } = parseSectionLabel(getText('area'));
  const reported = readMarks((mark) => cells[REPORTED_COLUMNS[mark]]);
  return {
    sender: getText('sender'),
    unit: getText('unit'),
    unitName: getText('unitName'),
    kind: getText('kind'),
    task: {
      id: getText('task'),
      section,
      sectionTitle: title,
      tt: getText('tt'),
      content: getText('content'),
      leadUnit: getText('leadUnit'),
      product: getText('printedProduct'),
    },
    occurrence: getText('occurrence'),
    reported,
    corrected: findCorrections(
      readMarks((mark) => cells[mark]),
      reported,
    ),
    reason: getText('reason'),
    product: getText('product'),
    deadline: findIdByLabel<DeadlineKind>(DEADLINE_LABELS, cells.deadline) ?? 'unread',
    evidence: getText('evidence'),
    note: getText('note'),
    match: findIdByLabel<MatchPass>(MATCH_LABELS, cells.match) ?? 'none',
    score: Number(cells.score) || 0,
    from: {
      file: getText('file'),
      sheet: getText('sheet'),
      cell: getText('cell'),
      readAt: getText('readAt'),
      readerVersion: Number(cells.reader) || 0,
      sha256: getText('sha256'),
    },
  };
}
