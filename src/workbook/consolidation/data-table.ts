import type { StoredState } from '../../annex/progress/types';
import type { Applicability } from '../../annex/types';
import { MARKS, keyOf, marksOf } from '../../consolidation/ledger/entry';
import type { DeadlineKind, LedgerEntry, Marks } from '../../consolidation/ledger/entry';
import type { MatchPass } from '../../consolidation/types';
import {
  consolidationSheetNames,
  dataHeaders as headers,
  deadlineWords,
  levelWords,
  matchWords,
  outcomeWords,
  tableNotes,
  tableTitles,
  totalsWords,
} from '../../locales/consolidation-sheet-words';
import { applicabilityWords, statusWords, validationWords } from '../../locales/sheet-words';
import { columnLetters } from '../address';
import { COLORS } from '../look';
import { areaLabel } from '../school-book';
import type { CellContent } from '../sheet-plan';
import type { CellValue } from '../snapshot';
import { readAreaLabel } from '../summary-lines';
import type { BookTableKind, Contents, ReadRow, TableColumn } from './book-table';
import { dateOf, serialOf } from './serial-dates';

/** The table of the ledger; formulas and higher levels refer to it by this name. */
export const DATA_TABLE = 'DuLieu';
/** Name of the cell that says up to which day is counted. */
export const AS_OF_NAME = 'TH_NgayTinh';

export type DataColumn = keyof typeof headers;

const q = (text: string): string => `"${text.replaceAll('"', '""')}"`;
/** A cell of the same row. */
const here = (id: DataColumn): string => `[@[${headers[id]}]]`;

/** Says what `outcomeOf` says, so that a correction on the sheet counts at once. */
function outcomeFormula(): string {
  const is = (id: DataColumn, word: string): string => `${here(id)}=${q(word)}`;
  const dated = `ISNUMBER(${here('due')})`;
  const open = (word: 'inProgress' | 'notStarted', late: 'inProgressLate' | 'notStartedLate'): string =>
    `IF(AND(${dated},${AS_OF_NAME}>${here('due')}),${q(outcomeWords[late])},${q(outcomeWords[word])})`;
  const done =
    `IF(NOT(${dated}),${q(outcomeWords.doneOpen)},IF(NOT(ISNUMBER(${here('doneOn')})),${q(outcomeWords.needsReview)},` +
    `IF(${here('doneOn')}<${here('due')},${q(outcomeWords.doneEarly)},` +
    `IF(${here('doneOn')}=${here('due')},${q(outcomeWords.doneOnTime)},${q(outcomeWords.doneLate)}))))`;
  return (
    `=IF(${is('applicability', applicabilityWords.notPerformed)},${q(outcomeWords.notPerformed)},` +
    `IF(NOT(${is('applicability', applicabilityWords.performed)}),${q(outcomeWords.undecided)},` +
    `IF(${is('state', statusWords.nothingArisen)},${q(outcomeWords.nothingArisen)},` +
    `IF(AND(NOT(${dated}),${is('deadline', deadlineWords.unread)}),${q(outcomeWords.needsReview)},` +
    `IF(${is('state', statusWords.done)},${done},` +
    `IF(${is('state', statusWords.inProgress)},${open('inProgress', 'inProgressLate')},` +
    `IF(${is('state', statusWords.notStarted)},${open('notStarted', 'notStartedLate')},${q(outcomeWords.needsReview)})))))))`
  );
}

const quarterFormula =
  `=IF(ISNUMBER(${here('due')}),"Quý "&ROUNDUP(MONTH(${here('due')})/3,0)&"/"&YEAR(${here('due')}),` +
  `${q(totalsWords.noQuarter)})`;

/** Columns that the officer may set otherwise, with those that keep what the unit reported. */
const REPORTED = {
  applicability: 'reportedApplicability',
  state: 'reportedState',
  due: 'reportedDue',
  doneOn: 'reportedDoneOn',
} as const satisfies Record<keyof Marks, DataColumn>;

const correctedFormula = `=IF(OR(${MARKS.map((mark) => `${here(mark)}<>${here(REPORTED[mark])}`).join(',')}),"Có","")`;

type Column = TableColumn<DataColumn>;
function text(id: DataColumn, width: number, more: Partial<Column> = {}): Column {
  return {
    id,
    header: headers[id],
    owner: 'ours',
    width,
    numberFormat: '@',
    ...more,
  };
}
function centred(id: DataColumn, width: number, more: Partial<Column> = {}): Column {
  return text(id, width, { center: true, ...more });
}
function date(id: DataColumn, more: Partial<Column> = {}): Column {
  return centred(id, 66, { numberFormat: 'dd/mm/yyyy', ...more });
}
function formula(id: DataColumn, width: number, words: string): Column {
  return text(id, width, { owner: 'formula', numberFormat: 'General', formula: words });
}

const COLUMNS: readonly Column[] = [
  text('key', 92),
  centred('unit', 58),
  text('unitName', 150),
  centred('task', 52),
  text('content', 240),
  centred('applicability', 74, { owner: 'mark' }),
  date('due', { owner: 'mark' }),
  centred('state', 84, { owner: 'mark' }),
  date('doneOn', { owner: 'mark' }),
  formula('outcome', 130, outcomeFormula()),
  text('officerNote', 120, { owner: 'officer' }),
  formula('corrected', 50, correctedFormula),
  text('reason', 120),
  text('product', 110),
  text('evidence', 100),
  text('note', 100),
  centred('level', 56),
  text('occurrence', 100),
  text('area', 130),
  centred('tt', 34),
  text('leadUnit', 120),
  text('printedProduct', 100),
  centred('deadline', 76),
  formula('quarter', 80, quarterFormula),
  centred('sender', 58),
  centred('kind', 44),
  centred('reportedApplicability', 74),
  date('reportedDue'),
  centred('reportedState', 84),
  date('reportedDoneOn'),
  text('match', 100),
  { ...centred('score', 48), numberFormat: '0%' },
  text('file', 160),
  text('sheet', 80),
  centred('cell', 44),
  centred('readAt', 110),
  { ...centred('reader', 44), numberFormat: '0' },
  text('sha256', 120),
];

export const dataTable: BookTableKind<DataColumn> = {
  table: DATA_TABLE,
  sheet: consolidationSheetNames.data,
  title: tableTitles.data,
  note: tableNotes.data,
  tabColor: COLORS.greyText,
  key: 'key',
  columns: COLUMNS,
  freezeColumns: 4,
  conditionalFormats: (area, firstRow) => {
    const at = (id: DataColumn): string =>
      `$${columnLetters(COLUMNS.findIndex((one) => one.id === id))}${firstRow}`;
    return [
      // What the officer has set, each cell beside the one it stands for.
      ...MARKS.map((mark) => ({
        area: area(mark),
        formula: `=${at(mark)}<>${at(REPORTED[mark])}`,
        fillColor: COLORS.blueFill,
        fontColor: COLORS.blueText,
        bold: true,
      })),
      {
        area: area('outcome'),
        formula: `=${at('outcome')}=${q(outcomeWords.needsReview)}`,
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
        area: area('key', 'note'),
        formula: `=${at('applicability')}=${q(applicabilityWords.notPerformed)}`,
        fontColor: COLORS.greyText,
      },
    ];
  },
  validations: (area) => [
    {
      area: area('applicability'),
      rule: {
        kind: 'list',
        source: [applicabilityWords.performed, applicabilityWords.notPerformed].join(','),
      },
      alert: 'stop',
      title: validationWords.title,
      message: validationWords.applicability,
    },
    {
      area: area('state'),
      rule: { kind: 'list', source: Object.values(statusWords).join(',') },
      alert: 'stop',
      title: validationWords.title,
      message: validationWords.status,
    },
    ...(['due', 'doneOn'] as const).map((id) => ({
      area: area(id),
      rule: { kind: 'date' as const, from: '=DATE(2000,1,1)' },
      alert: 'stop' as const,
      title: headers[id],
      message: validationWords.date,
    })),
  ],
};

function markCells(marks: Marks): Record<keyof Marks, CellContent> {
  return {
    applicability: applicabilityWords[marks.applicability],
    state: marks.state === null ? '' : statusWords[marks.state],
    due: serialOf(marks.due),
    doneOn: serialOf(marks.doneOn),
  };
}

/** The cells of an entry; formulas and the officer's note are not among them. */
export function dataRow(entry: LedgerEntry): { key: string; cells: Contents<DataColumn> } {
  const reported = markCells(entry.reported);
  const { task, from } = entry;
  return {
    key: keyOf(entry),
    cells: {
      key: keyOf(entry),
      sender: entry.sender,
      unit: entry.unit,
      unitName: entry.unitName,
      kind: entry.kind,
      task: task.id,
      level: entry.occurrence === '' ? levelWords.task : levelWords.occurrence,
      occurrence: entry.occurrence,
      area: areaLabel(task.section, task.sectionTitle),
      tt: task.tt,
      content: task.content,
      leadUnit: task.leadUnit,
      printedProduct: task.product,
      ...markCells(marksOf(entry)),
      deadline: deadlineWords[entry.deadline],
      reason: entry.reason,
      product: entry.product,
      evidence: entry.evidence,
      note: entry.note,
      reportedApplicability: reported.applicability,
      reportedState: reported.state,
      reportedDue: reported.due,
      reportedDoneOn: reported.doneOn,
      match: matchWords[entry.match],
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

function idOf<Id extends string>(words: Record<Id, string>, value: CellValue): Id | null {
  return (
    (Object.keys(words) as Id[]).find(
      (id) => words[id] !== '' && words[id].toLocaleLowerCase('vi') === String(value).toLocaleLowerCase('vi'),
    ) ?? null
  );
}

function marksIn(cell: (mark: keyof Marks) => CellValue): Marks {
  return {
    applicability: idOf<Applicability>(applicabilityWords, cell('applicability')) ?? 'undecided',
    state: idOf<StoredState>(statusWords, cell('state')),
    due: dateOf(cell('due')),
    doneOn: dateOf(cell('doneOn')),
  };
}

function correctionsOf(marks: Marks, reported: Marks): Partial<Marks> {
  return Object.fromEntries(
    MARKS.filter((mark) => marks[mark] !== reported[mark]).map((mark) => [mark, marks[mark]]),
  );
}

/** An entry as it stands on the sheet, with what the officer has set in place of what was reported. */
export function entryOfRow({ cells }: ReadRow<DataColumn>): LedgerEntry {
  const words = (id: DataColumn): string => String(cells[id]);
  const { section, title } = readAreaLabel(words('area'));
  const reported = marksIn((mark) => cells[REPORTED[mark]]);
  return {
    sender: words('sender'),
    unit: words('unit'),
    unitName: words('unitName'),
    kind: words('kind'),
    task: {
      id: words('task'),
      section,
      sectionTitle: title,
      tt: words('tt'),
      content: words('content'),
      leadUnit: words('leadUnit'),
      product: words('printedProduct'),
    },
    occurrence: words('occurrence'),
    reported,
    corrected: correctionsOf(
      marksIn((mark) => cells[mark]),
      reported,
    ),
    reason: words('reason'),
    product: words('product'),
    deadline: idOf<DeadlineKind>(deadlineWords, cells.deadline) ?? 'unread',
    evidence: words('evidence'),
    note: words('note'),
    match: idOf<MatchPass>(matchWords, cells.match) ?? 'none',
    score: Number(cells.score) || 0,
    from: {
      file: words('file'),
      sheet: words('sheet'),
      cell: words('cell'),
      readAt: words('readAt'),
      readerVersion: Number(cells.reader) || 0,
      sha256: words('sha256'),
    },
  };
}
