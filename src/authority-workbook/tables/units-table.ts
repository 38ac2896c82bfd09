import { toColumnLetters } from '@phuluc/ooxml/a1';
import type { Consolidation } from '../../consolidation/ledger/consolidation';
import { quoteFormulaText } from '../../sheets/formula-text';
import {
  CONSOLIDATION_SHEET_NAMES,
  SUBMISSION_LABELS,
  TABLE_NOTES,
  TABLE_TITLES,
  UNIT_HEADERS,
} from '../../sheets/labels/consolidation-labels';
import { COLORS } from '../../sheets/styles';
import { toDateCell } from '../../sheets/to-date-cell';
import {
  buildTotalFormula,
  getTotalFormat,
  TOTAL_DEFINITIONS,
  type TotalId,
} from '../totals/total-definitions';
import type { DesiredRow, TableColumn, TableSchema } from './sync-table';

export const UNIT_TABLE = 'TheoDonVi';
/** Name of the cell that says until when units were to send. */
export const REPORT_DUE_NAME = 'TH_HanGui';

export type UnitColumn = keyof typeof UNIT_HEADERS | TotalId;

const SENT_ON_REFERENCE = `[@[${UNIT_HEADERS.sentOn}]]`;
const getTotalHeader = (id: TotalId): string =>
  TOTAL_DEFINITIONS.find((figure) => figure.id === id)?.header ?? '';

const SENDING_FORMULA =
  `=IF(${SENT_ON_REFERENCE}="",${quoteFormulaText(SUBMISSION_LABELS.missing)},IF(NOT(ISNUMBER(${REPORT_DUE_NAME})),${quoteFormulaText(SUBMISSION_LABELS.sent)},` +
  `IF(${SENT_ON_REFERENCE}<=${REPORT_DUE_NAME},${quoteFormulaText(SUBMISSION_LABELS.onTime)},${quoteFormulaText(SUBMISSION_LABELS.late)})))`;

type UnitTableColumn = TableColumn<UnitColumn>;
const UNIT_COLUMNS: readonly UnitTableColumn[] = [
  { id: 'code', header: UNIT_HEADERS.code, owner: 'ours', width: 62, numberFormat: '@', center: true },
  { id: 'name', header: UNIT_HEADERS.name, owner: 'ours', width: 210, numberFormat: '@' },
  { id: 'kind', header: UNIT_HEADERS.kind, owner: 'ours', width: 44, numberFormat: '@', center: true },
  {
    id: 'sentOn',
    header: UNIT_HEADERS.sentOn,
    owner: 'ours',
    width: 66,
    numberFormat: 'dd/mm/yyyy',
    center: true,
  },
  {
    id: 'sending',
    header: UNIT_HEADERS.sending,
    owner: 'formula',
    width: 64,
    numberFormat: 'General',
    center: true,
    formula: SENDING_FORMULA,
  },
  ...TOTAL_DEFINITIONS.map((figure): UnitTableColumn => ({
    id: figure.id,
    header: figure.header,
    owner: 'formula',
    width: figure.width,
    numberFormat: getTotalFormat(figure.id),
    center: true,
    formula: buildTotalFormula(
      figure,
      [['sender', `[@[${UNIT_HEADERS.code}]]`]],
      (id) => `[@[${getTotalHeader(id)}]]`,
    ),
  })),
  { id: 'note', header: UNIT_HEADERS.note, owner: 'officer', width: 160, numberFormat: '@' },
];

/** One row a unit directly below. */
export const UNIT_TABLE_SCHEMA: TableSchema<UnitColumn> = {
  table: UNIT_TABLE,
  sheet: CONSOLIDATION_SHEET_NAMES.units,
  title: TABLE_TITLES.units,
  note: TABLE_NOTES.units,
  tabColor: COLORS.navy,
  key: 'code',
  columns: UNIT_COLUMNS,
  freezeColumns: 2,
  conditionalFormats: (area, firstRow) => {
    const at = (id: UnitColumn): string =>
      `$${toColumnLetters(UNIT_COLUMNS.findIndex((one) => one.id === id))}${firstRow}`;
    return [
      {
        area: area('code', 'share'),
        formula: `=${at('sending')}=${quoteFormulaText(SUBMISSION_LABELS.missing)}`,
        fillColor: COLORS.greyFill,
        fontColor: COLORS.greyText,
      },
      {
        area: area('sending'),
        formula: `=${at('sending')}=${quoteFormulaText(SUBMISSION_LABELS.late)}`,
        fillColor: COLORS.redFill,
        fontColor: COLORS.redText,
      },
      {
        area: area('overdue'),
        formula: `=${at('overdue')}>0`,
        fillColor: COLORS.redFill,
        fontColor: COLORS.redText,
        bold: true,
      },
      {
        area: area('needsReview'),
        formula: `=${at('needsReview')}>0`,
        fillColor: COLORS.amberFill,
        fontColor: COLORS.amberText,
        bold: true,
      },
    ];
  },
};

/** Builds the rows of the units that must report, and of those that sent without being asked. */
export function buildUnitRows({ units, sources }: Consolidation): DesiredRow<UnitColumn>[] {
  const used = new Map(sources.filter(({ state }) => state === 'used').map((one) => [one.unit, one]));
  const listed = new Set(units.map(({ code }) => code));
  const others = [...used.values()]
    .filter(({ unit }) => !listed.has(unit))
    .map(({ unit, unitName }) => ({ code: unit, name: unitName, kind: '' }));
  return [...units, ...others].map(({ code, name, kind }) => {
    const source = used.get(code);
    const day = source ? (source.contentDate || source.readAt).slice(0, 10) : '';
    return { key: code, cells: { code, name, kind, sentOn: toDateCell(day) } };
  });
}
