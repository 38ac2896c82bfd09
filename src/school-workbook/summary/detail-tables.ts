import { type CellRange, createRange } from '@phuluc/ooxml/a1';
import { SUMMARY_SHEET_LABELS as labels } from '../../sheets/labels/school-labels';
import type { CellBlock, CellContent, ConditionalFormatSpec } from '../../sheets/sheet-spec';
import { getDocuments, hasSeveralDocuments, isFollowed, sortDocuments } from '../documents/documents';
import type { WorkbookMetadata } from '../school-workbook';
import { buildChosenName } from './document-choice';
import { ORDER_NAME_COLUMNS, rankLines } from './ranked-lines';
import {
  buildCountLine,
  buildCountTable,
  type CountLine,
  createDocumentLine,
  createLeadUnitLine,
  createSectionLine,
  SUMMARY_COLUMN_COUNT,
  type TaskTableHeaders,
  TOTAL_LINE,
} from './summary-formulas';

/** A table of counts below the page: header, lines, and "(khác)". */
export type DetailTable = {
  top: number;
  area: CellRange;
  cells: CellContent[][];
  lines: readonly CountLine[];
  /** Formula of how many lines show something, where the choice of a document moves them; else null. */
  shown: string | null;
  /** Cells beside the table, out of sight. */
  order: CellBlock[];
  formats: ConditionalFormatSpec[];
};

/** The tables of a unit's *Tổng hợp* whose lines are counts of tasks. */
type DetailTables = {
  total: CountLine;
  sections: DetailTable;
  leadUnits: DetailTable;
  /** Where the workbook has several documents: all of them, then each, whatever is chosen. */
  documents: DetailTable | null;
  /** First row below the tables and a blank one. */
  end: number;
};

type TablePlace = { top: number; title: string; totalRow: number; headers: TaskTableHeaders };

function buildTable({ top, title, totalRow, headers }: TablePlace, lines: readonly CountLine[]): DetailTable {
  const cells = buildCountTable(top, title, lines, totalRow, headers);
  return {
    top,
    area: createRange(top, 0, cells.length, SUMMARY_COLUMN_COUNT),
    cells,
    lines,
    shown: null,
    order: [],
    formats: [],
  };
}

function buildRankedTable(
  place: TablePlace,
  column: 'area' | 'leadUnit',
  fixed: readonly CountLine[],
): DetailTable {
  const { lines, order, shown, format } = rankLines(place.top, fixed, column, place.headers);
  return fixed.length === 0
    ? buildTable(place, fixed)
    : { ...buildTable(place, lines), shown, order: [order], formats: [format] };
}

function buildDocumentTable(place: TablePlace, metadata: WorkbookMetadata): DetailTable {
  const whole: CountLine = { number: '', name: labels.allDocuments, filter: null };
  const lines = sortDocuments(getDocuments(metadata)).filter(isFollowed).map(createDocumentLine);
  const row = place.top + 1;
  const table = buildTable({ ...place, top: row, totalRow: row }, lines);
  const [header = [], ...cells] = table.cells;
  return {
    ...table,
    top: place.top,
    area: { ...table.area, top: place.top },
    cells: [header, buildCountLine(whole, row, place.headers), ...cells],
  };
}

/** Builds the tables from row `top` on. */
export function buildDetailTables(
  metadata: WorkbookMetadata,
  { top, totalRow, headers }: Omit<TablePlace, 'title'>,
): DetailTables {
  const { areas, leadUnits } = metadata.summary;
  const isByChoice = hasSeveralDocuments(metadata);
  const place = (row: number, title: string): TablePlace => ({ top: row, title, totalRow, headers });
  const sections = isByChoice
    ? buildRankedTable(
        place(top, labels.byArea),
        'area',
        areas.map((area) => createSectionLine(area, ORDER_NAME_COLUMNS)),
      )
    : buildTable(
        place(top, labels.byArea),
        areas.map((area) => createSectionLine(area)),
      );
  const leadPlace = place(sections.area.bottom + 2, labels.byLeadUnit);
  const leads = isByChoice
    ? buildRankedTable(
        leadPlace,
        'leadUnit',
        leadUnits.map((unit, index) => createLeadUnitLine(unit, index, ORDER_NAME_COLUMNS)),
      )
    : buildTable(
        leadPlace,
        leadUnits.map((unit, index) => createLeadUnitLine(unit, index)),
      );
  const documents = isByChoice
    ? buildDocumentTable(place(leads.area.bottom + 2, labels.byDocument), metadata)
    : null;
  return {
    total: isByChoice
      ? { ...TOTAL_LINE, name: { formula: `=${buildChosenName(labels.whole)}` }, isByChoice }
      : TOTAL_LINE,
    sections,
    leadUnits: leads,
    documents,
    end: (documents ?? leads).area.bottom + 2,
  };
}
