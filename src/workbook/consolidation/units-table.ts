import type { Consolidated } from '../../consolidation/ledger/consolidated';
import {
  consolidationSheetNames,
  sendingWords,
  tableNotes,
  tableTitles,
  unitHeaders,
} from '../../locales/consolidation-sheet-words';
import { columnLetters } from '../address';
import { COLORS } from '../look';
import type { BookTableKind, TableColumn, WantedRow } from './book-table';
import { serialOf } from './serial-dates';
import { FIGURES, figureFormat, figureFormula } from './unit-figures';
import type { FigureId } from './unit-figures';

export const UNIT_TABLE = 'TheoDonVi';
/** Name of the cell that says until when units were to send. */
export const REPORT_DUE_NAME = 'TH_HanGui';

export type UnitColumn = keyof typeof unitHeaders | FigureId;

const q = (text: string): string => `"${text}"`;
const sentOn = `[@[${unitHeaders.sentOn}]]`;
const headerOf = (id: FigureId): string => FIGURES.find((figure) => figure.id === id)?.header ?? '';

const sendingFormula =
  `=IF(${sentOn}="",${q(sendingWords.missing)},IF(NOT(ISNUMBER(${REPORT_DUE_NAME})),${q(sendingWords.sent)},` +
  `IF(${sentOn}<=${REPORT_DUE_NAME},${q(sendingWords.onTime)},${q(sendingWords.late)})))`;

type Column = TableColumn<UnitColumn>;
const COLUMNS: readonly Column[] = [
  { id: 'code', header: unitHeaders.code, owner: 'ours', width: 62, numberFormat: '@', center: true },
  { id: 'name', header: unitHeaders.name, owner: 'ours', width: 210, numberFormat: '@' },
  { id: 'kind', header: unitHeaders.kind, owner: 'ours', width: 44, numberFormat: '@', center: true },
  {
    id: 'sentOn',
    header: unitHeaders.sentOn,
    owner: 'ours',
    width: 66,
    numberFormat: 'dd/mm/yyyy',
    center: true,
  },
  {
    id: 'sending',
    header: unitHeaders.sending,
    owner: 'formula',
    width: 64,
    numberFormat: 'General',
    center: true,
    formula: sendingFormula,
  },
  ...FIGURES.map((figure): Column => ({
    id: figure.id,
    header: figure.header,
    owner: 'formula',
    width: figure.width,
    numberFormat: figureFormat(figure.id),
    center: true,
    formula: figureFormula(figure, [['sender', `[@[${unitHeaders.code}]]`]], (id) => `[@[${headerOf(id)}]]`),
  })),
  { id: 'note', header: unitHeaders.note, owner: 'officer', width: 160, numberFormat: '@' },
];

/** One row a unit directly below. */
export const unitTable: BookTableKind<UnitColumn> = {
  table: UNIT_TABLE,
  sheet: consolidationSheetNames.units,
  title: tableTitles.units,
  note: tableNotes.units,
  tabColor: COLORS.navy,
  key: 'code',
  columns: COLUMNS,
  freezeColumns: 2,
  conditionalFormats: (area, firstRow) => {
    const at = (id: UnitColumn): string =>
      `$${columnLetters(COLUMNS.findIndex((one) => one.id === id))}${firstRow}`;
    return [
      {
        area: area('code', 'share'),
        formula: `=${at('sending')}=${q(sendingWords.missing)}`,
        fillColor: COLORS.greyFill,
        fontColor: COLORS.greyText,
      },
      {
        area: area('sending'),
        formula: `=${at('sending')}=${q(sendingWords.late)}`,
        fillColor: COLORS.redFill,
        fontColor: COLORS.redText,
      },
      {
        area: area('late'),
        formula: `=${at('late')}>0`,
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

/** The lines of the units that must report and of those that sent without being asked. */
export function unitRows({ units, sources }: Consolidated): WantedRow<UnitColumn>[] {
  const used = new Map(sources.filter(({ state }) => state === 'used').map((one) => [one.unit, one]));
  const listed = new Set(units.map(({ code }) => code));
  const others = [...used.values()]
    .filter(({ unit }) => !listed.has(unit))
    .map(({ unit, unitName }) => ({ code: unit, name: unitName, kind: '' }));
  return [...units, ...others].map(({ code, name, kind }) => {
    const source = used.get(code);
    const day = source ? (source.contentDate || source.readAt).slice(0, 10) : '';
    return { key: code, cells: { code, name, kind, sentOn: serialOf(day) } };
  });
}
