import {
  formatRange,
  formatRangeAddress,
  MAX_SHEET_COLUMNS,
  MAX_SHEET_ROWS,
  parseRange,
  quoteSheetName,
} from '@phuluc/ooxml/a1';
import { escapeText, writeElement } from '@phuluc/ooxml/xml/write-xml';
import { readBooleanAttribute, readNumberAttribute, type XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import { escapeXString, unescapeXString } from '@phuluc/ooxml/xstring';
import type { CellRange, NameModel, SheetModel, WorkbookModel } from '../../model/types';
import type { FormulaCodec } from '../formulas/formula-codec';
import type { Losses } from '../losses';

const PRINT_AREA = '_xlnm.Print_Area';
const PRINT_TITLES = '_xlnm.Print_Titles';
/** Excel's own note of a sheet's filter; made again when a sheet is written. */
const FILTER_DATABASE = '_xlnm._FilterDatabase';

/** "'Phụ lục'!$A$1:$C$6,'Phụ lục'!1:2" → areas; null where a piece is no area. */
function parseAreaList(formula: string): CellRange[] | null {
  const areas = (formula.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? []).map((part) =>
    parseRange(part.slice(part.lastIndexOf('!') + 1)),
  );
  return areas.length > 0 && areas.every((area) => area !== null) ? areas : null;
}

function applyPrintTitles(sheet: SheetModel, areas: readonly CellRange[]): void {
  for (const area of areas) {
    if (area.left === 0 && area.right === MAX_SHEET_COLUMNS - 1) {
      sheet.pageLayout.titleRows = { first: area.top, last: area.bottom };
    } else if (area.top === 0 && area.bottom === MAX_SHEET_ROWS - 1) {
      sheet.pageLayout.titleColumns = { first: area.left, last: area.right };
    }
  }
}

/**
 * Names of the workbook and its sheets; print areas and titles go to the sheets' page layouts.
 * @param sheetAt the sheet of the model at a place among all sheets of the file
 */
export function readDefinedNames(
  elements: readonly XmlElement[],
  workbook: WorkbookModel,
  sheetAt: (position: number) => SheetModel | undefined,
  formulas: FormulaCodec,
  losses: Losses,
): void {
  for (const element of elements) {
    const name = unescapeXString(element.attributes['name'] ?? '');
    const position = readNumberAttribute(element, 'localSheetId');
    const sheet = position === undefined ? undefined : sheetAt(position);
    if (name === '' || name === FILTER_DATABASE || (position !== undefined && !sheet)) continue;
    if (
      readBooleanAttribute(element, 'function') ||
      readBooleanAttribute(element, 'vbProcedure') ||
      readBooleanAttribute(element, 'xlm')
    ) {
      losses.add('macro-name');
      continue;
    }
    const areas =
      sheet && (name === PRINT_AREA || name === PRINT_TITLES) ? parseAreaList(element.text) : null;
    if (sheet && areas) {
      if (name === PRINT_AREA) sheet.pageLayout.printArea = areas;
      else applyPrintTitles(sheet, areas);
      continue;
    }
    const model: NameModel = {
      name,
      formula: formulas.fromFile(element.text),
      visible: !readBooleanAttribute(element, 'hidden'),
      comment: unescapeXString(element.attributes['comment'] ?? ''),
      scope: sheet ? { sheetId: sheet.id } : 'Workbook',
    };
    (sheet ?? workbook).names.push(model);
  }
}

const formatAbsoluteLines = (area: CellRange): string =>
  formatRange(area).replace(/[A-Z]+|\d+/g, (part) => `$${part}`);

/** Excel's own names for a sheet: its filter, print area and print titles. */
function listBuiltInNames(sheet: SheetModel): [name: string, formula: string, hidden?: true][] {
  const { printArea, titleRows: rows, titleColumns: columns } = sheet.pageLayout;
  const place = (address: string): string => `${quoteSheetName(sheet.name)}!${address}`;
  const titles = [
    columns &&
      place(
        formatAbsoluteLines({ top: 0, bottom: MAX_SHEET_ROWS - 1, left: columns.first, right: columns.last }),
      ),
    rows &&
      place(
        formatAbsoluteLines({ left: 0, right: MAX_SHEET_COLUMNS - 1, top: rows.first, bottom: rows.last }),
      ),
  ].filter((one) => one !== undefined);
  return [
    ...(sheet.autoFilter
      ? [
          [FILTER_DATABASE, place(formatRangeAddress(sheet.autoFilter.area, true)), true] as [
            string,
            string,
            true,
          ],
        ]
      : []),
    ...(printArea?.length
      ? [
          [PRINT_AREA, printArea.map((area) => place(formatAbsoluteLines(area))).join(',')] as [
            string,
            string,
          ],
        ]
      : []),
    ...(titles.length > 0 ? [[PRINT_TITLES, titles.join(',')] as [string, string]] : []),
  ];
}

/** @param positions place of each sheet of the model among all sheets of the file, by id */
export function writeDefinedNames(
  workbook: WorkbookModel,
  positions: ReadonlyMap<string, number>,
  formulas: FormulaCodec,
): string {
  const written: string[] = [];
  const add = (
    name: string,
    formula: string,
    localSheetId?: number,
    more: { hidden?: boolean; comment?: string } = {},
  ) => {
    written.push(
      writeElement(
        'definedName',
        {
          name: escapeXString(name),
          comment: more.comment ? escapeXString(more.comment) : undefined,
          localSheetId,
          hidden: more.hidden || undefined,
        },
        escapeText(formula),
      ),
    );
  };
  for (const sheet of workbook.sheets) {
    const position = positions.get(sheet.id);
    for (const [name, formula, hidden] of listBuiltInNames(sheet))
      add(name, escapeXString(formula), position, { hidden });
  }
  const all = [...workbook.names, ...workbook.sheets.flatMap(({ names }) => names)];
  for (const { name, formula, visible, comment, scope } of all) {
    const position = scope === 'Workbook' ? undefined : positions.get(scope.sheetId);
    if (scope !== 'Workbook' && position === undefined) continue;
    add(name, formulas.toFile(formula), position, { hidden: !visible, comment });
  }
  return written.length === 0 ? '' : writeElement('definedNames', {}, written);
}
