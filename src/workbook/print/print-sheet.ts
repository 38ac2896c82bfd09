import type { AnnexPaper, PaperColumnId } from '../../paper/annex-paper';
import { DECREE_30, mmToPoints } from '../../paper/decree-30';
import type { PaperSettings } from '../../paper/paper-settings';
import { areaOf } from '../address';
import type { CellContent, FormatPlan, PagePlan, SheetPlan } from '../sheet-plan';
import { HEAD_HEIGHT, layHead } from './print-head';
import { heightOf, layRows, linesIn } from './print-layout';
import type { LaidRow } from './print-layout';

/** Names of the workbook by which the sheet is found again: its table, and what it was made of. */
export const PRINT_NAMES = { table: 'BI_BanIn', mark: 'BI_DauVet' } as const;

const INK = '#000000';
const ALL_SIDES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical'] as const;
const CENTRED: readonly PaperColumnId[] = ['tt'];

/** Points from the sheet's edge to the page number: it stands in the middle of the top margin. */
const numberPlace = (margin: number): number => mmToPoints(margin) / 2;

/** The page's number, from the second page on (Decree 30/2020/NĐ-CP). */
export function pageHeader(): NonNullable<PagePlan['header']> {
  return {
    center: `&"${DECREE_30.font},Regular"&${DECREE_30.sizes.pageNumber.usual}&P`,
    onFirstPage: false,
  };
}

function pageOf({ margins }: PaperSettings, columns: number, rows: number): PagePlan {
  return {
    orientation: 'Landscape',
    margins: {
      top: mmToPoints(margins.top),
      bottom: mmToPoints(margins.bottom),
      left: mmToPoints(margins.left),
      right: mmToPoints(margins.right),
      header: numberPlace(margins.top),
      footer: numberPlace(margins.bottom),
    },
    centerHorizontally: false,
    titleRows: { first: HEAD_HEIGHT, last: HEAD_HEIGHT },
    centerFooter: '',
    header: pageHeader(),
    area: areaOf(0, 0, rows, columns),
  };
}

function contentsOf(rows: readonly LaidRow[], columns: number): CellContent[][] {
  return rows.map((row) =>
    row.kind === 'task' ? row.cells : [row.text, ...Array.from({ length: columns - 1 }, () => '')],
  );
}

/** Rows of one kind side by side are looked after together. */
function runsOf(rows: readonly LaidRow[]): { kind: LaidRow['kind']; first: number; count: number }[] {
  const runs: { kind: LaidRow['kind']; first: number; count: number }[] = [];
  rows.forEach(({ kind }, index) => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.count += 1;
    else runs.push({ kind, first: index, count: 1 });
  });
  return runs;
}

/**
 * The sheet *Bản in*: the official annex laid out for the printer, A4 across, by the figures of Decree 30/2020/NĐ-CP.
 *
 * @param widths points, one a column; those of the sheet where it is there already
 */
export function printSheet(
  paper: AnnexPaper,
  widths: readonly number[],
  settings: PaperSettings,
  name: string,
): SheetPlan {
  const columns = paper.columns.length;
  const size = settings.fontSize;
  const head = layHead(paper.head, widths);
  const headerHeight = heightOf(
    Math.max(...paper.columns.map(({ header }, at) => linesIn(header, widths[at] ?? 0, size, 'bold').length)),
    size,
  );
  const rows = layRows(paper, widths, settings, headerHeight);
  const top = HEAD_HEIGHT + 1;
  const table = areaOf(HEAD_HEIGHT, 0, rows.length + 1, columns);
  const text: FormatPlan = { fontName: DECREE_30.font, fontSize: size, wrap: true, vertical: 'Center' };
  return {
    name,
    visibility: 'Visible',
    showGridlines: false,
    columnWidths: widths,
    merges: [
      ...head.merges,
      ...rows.flatMap((row, index) => (row.kind === 'section' ? [areaOf(top + index, 0, 1, columns)] : [])),
    ],
    rowHeights: [
      ...head.rowHeights,
      { row: HEAD_HEIGHT, height: headerHeight },
      ...rows.map(({ height }, index) => ({ row: top + index, height })),
    ],
    formats: [
      ...head.formats,
      {
        area: table,
        format: { ...text, borders: { sides: [...ALL_SIDES, 'InsideHorizontal'], color: INK } },
      },
      { area: areaOf(HEAD_HEIGHT, 0, 1, columns), format: { bold: true, horizontal: 'Center' } },
      ...paper.columns.flatMap(({ id }, column) =>
        CENTRED.includes(id)
          ? [
              {
                area: areaOf(top, column, rows.length, 1),
                format: { horizontal: 'Center' } satisfies FormatPlan,
              },
            ]
          : [],
      ),
      ...runsOf(rows).flatMap(({ kind, first, count }) =>
        kind === 'section'
          ? [
              {
                area: areaOf(top + first, 0, count, columns),
                format: { bold: true, horizontal: 'Left' } satisfies FormatPlan,
              },
            ]
          : [],
      ),
    ],
    blocks: [
      ...head.blocks,
      {
        row: HEAD_HEIGHT,
        column: 0,
        numberFormats: paper.columns.map(() => '@'),
        cells: [paper.columns.map(({ header }) => header), ...contentsOf(rows, columns)],
      },
    ],
    afterTables: [],
    fitRows: [],
    validations: [],
    conditionalFormats: [],
    freezeRows: 0,
    page: pageOf(settings, columns, HEAD_HEIGHT + table.bottom - table.top + 1),
    names: [{ name: PRINT_NAMES.table, area: table }],
  };
}
