import { createRange } from '@phuluc/ooxml/a1';
import { DECREE_30, mmToPoints } from '../../reports/decree-30';
import type { PrintColumnId } from '../../reports/labels/document-labels';
import type { PrintSettings } from '../../reports/print-settings';
import type { PrintedAnnex } from '../../reports/printed-annex';
import { findMax } from '../../shared/min-max';
import type { CellContent, FormatSpec, PageSetup, SheetSpec } from '../../sheets/sheet-spec';
import { HEAD_HEIGHT, layoutPrintHead } from './print-head';
import { getRowHeight, layoutPrintRows, type PrintLayoutRow, wrapCellText } from './print-layout';
import { PRINT_NAMES } from './print-names';

const INK = '#000000';
const ALL_SIDES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical'] as const;
const CENTERED_COLUMNS: readonly PrintColumnId[] = ['tt'];

/** Points from the sheet's edge to the page number: it stands in the middle of the top margin. */
const getPageNumberOffset = (margin: number): number => mmToPoints(margin) / 2;

/** Builds the page number, from the second page on (Decree 30/2020/NĐ-CP). */
export function buildPageHeader(): NonNullable<PageSetup['header']> {
  return {
    center: `&"${DECREE_30.font},Regular"&${DECREE_30.sizes.pageNumber.default}&P`,
    onFirstPage: false,
  };
}

function buildPageSetup({ margins }: PrintSettings, columns: number, rows: number): PageSetup {
  return {
    orientation: 'Landscape',
    margins: {
      top: mmToPoints(margins.top),
      bottom: mmToPoints(margins.bottom),
      left: mmToPoints(margins.left),
      right: mmToPoints(margins.right),
      header: getPageNumberOffset(margins.top),
      footer: getPageNumberOffset(margins.bottom),
    },
    centerHorizontally: false,
    titleRows: { first: HEAD_HEIGHT, last: HEAD_HEIGHT },
    centerFooter: '',
    header: buildPageHeader(),
    area: createRange(0, 0, rows, columns),
  };
}

function toCellRows(rows: readonly PrintLayoutRow[], columns: number): CellContent[][] {
  return rows.map((row) =>
    row.kind === 'task' ? row.cells : [row.text, ...Array.from({ length: columns - 1 }, () => '')],
  );
}

/** Rows of one kind side by side are looked after together. */
function groupByKind(
  rows: readonly PrintLayoutRow[],
): { kind: PrintLayoutRow['kind']; first: number; count: number }[] {
  const runs: { kind: PrintLayoutRow['kind']; first: number; count: number }[] = [];
  rows.forEach(({ kind }, index) => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.count += 1;
    else runs.push({ kind, first: index, count: 1 });
  });
  return runs;
}

/**
 * Builds the sheet *Bản in*: the official annex arranged for the printer, A4 landscape, by the sizes of Decree
 * 30/2020/NĐ-CP.
 *
 * @param widths points, one a column; those of the sheet if it exists
 */
export function buildPrintSheet(
  annex: PrintedAnnex,
  widths: readonly number[],
  settings: PrintSettings,
  name: string,
): SheetSpec {
  const columns = annex.columns.length;
  const size = settings.fontSize;
  const head = layoutPrintHead(annex.head, widths);
  const headerHeight = getRowHeight(
    findMax(
      annex.columns.map(({ header }, at) => wrapCellText(header, widths[at] ?? 0, size, 'bold').length),
    ),
    size,
  );
  const headHeight = head.rowHeights.reduce((sum, { height }) => sum + height, 0);
  const rows = layoutPrintRows(annex, widths, settings, { headerHeight, headHeight });
  const top = HEAD_HEIGHT + 1;
  const table = createRange(HEAD_HEIGHT, 0, rows.length + 1, columns);
  const text: FormatSpec = { fontName: DECREE_30.font, fontSize: size, wrap: true, vertical: 'Center' };
  return {
    name,
    visibility: 'Visible',
    showGridlines: false,
    columnWidths: widths,
    merges: [
      ...head.merges,
      ...rows.flatMap((row, index) =>
        row.kind === 'section' ? [createRange(top + index, 0, 1, columns)] : [],
      ),
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
      { area: createRange(HEAD_HEIGHT, 0, 1, columns), format: { bold: true, horizontal: 'Center' } },
      ...annex.columns.flatMap(({ id }, column) =>
        CENTERED_COLUMNS.includes(id)
          ? [
              {
                area: createRange(top, column, rows.length, 1),
                format: { horizontal: 'Center' } satisfies FormatSpec,
              },
            ]
          : [],
      ),
      ...groupByKind(rows).flatMap(({ kind, first, count }) =>
        kind === 'section'
          ? [
              {
                area: createRange(top + first, 0, count, columns),
                format: { bold: true, horizontal: 'Left' } satisfies FormatSpec,
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
        numberFormats: annex.columns.map(() => '@'),
        cells: [annex.columns.map(({ header }) => header), ...toCellRows(rows, columns)],
      },
    ],
    afterTables: [],
    fitRows: [],
    validations: [],
    conditionalFormats: [],
    freezeRows: 0,
    page: buildPageSetup(settings, columns, HEAD_HEIGHT + table.bottom - table.top + 1),
    names: [{ name: PRINT_NAMES.table, area: table }],
  };
}
