import { areaAddress, MAX_COLUMNS, MAX_ROWS, parseArea, quoteSheetName } from '../../model/address';
import type { Area, NameModel, SheetModel, WorkbookModel } from '../../model/types';
import { absoluteCells } from '../addresses';
import type { FormulaCodec } from '../formula-codec';
import type { Losses } from '../losses';
import { fromEscapedText, toEscapedText } from '../opc/escaped-text';
import { escapeText, flag, numeric, tag, type XmlElement } from '../opc/xml';

const PRINT_AREA = '_xlnm.Print_Area';
const PRINT_TITLES = '_xlnm.Print_Titles';
/** Excel's own note of a sheet's filter; made anew when a sheet is written. */
const FILTER = '_xlnm._FilterDatabase';

/** "'Phụ lục'!$A$1:$C$6,'Phụ lục'!1:2" → areas; null where a piece is no area. */
function areasOf(formula: string): Area[] | null {
  const areas = (formula.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? []).map((piece) =>
    parseArea(piece.slice(piece.lastIndexOf('!') + 1)),
  );
  return areas.length > 0 && areas.every((area) => area !== null) ? areas : null;
}

function takeTitles(sheet: SheetModel, areas: readonly Area[]): void {
  for (const area of areas) {
    if (area.left === 0 && area.right === MAX_COLUMNS - 1) {
      sheet.pageLayout.titleRows = { first: area.top, last: area.bottom };
    } else if (area.top === 0 && area.bottom === MAX_ROWS - 1) {
      sheet.pageLayout.titleColumns = { first: area.left, last: area.right };
    }
  }
}

/**
 * Names of the workbook and its sheets; print areas and titles go to the sheets' page layouts.
 * @param sheetAt the sheet of the model at a place among all sheets of the file
 */
export function readNames(
  elements: readonly XmlElement[],
  workbook: WorkbookModel,
  sheetAt: (position: number) => SheetModel | undefined,
  formulas: FormulaCodec,
  losses: Losses,
): void {
  for (const element of elements) {
    const name = fromEscapedText(element.attributes['name'] ?? '');
    const position = numeric(element, 'localSheetId');
    const sheet = position === undefined ? undefined : sheetAt(position);
    if (name === '' || name === FILTER || (position !== undefined && !sheet)) continue;
    if (flag(element, 'function') || flag(element, 'vbProcedure') || flag(element, 'xlm')) {
      losses.add('macro-name');
      continue;
    }
    const areas = sheet && (name === PRINT_AREA || name === PRINT_TITLES) ? areasOf(element.text) : null;
    if (sheet && areas) {
      if (name === PRINT_AREA) sheet.pageLayout.printArea = areas;
      else takeTitles(sheet, areas);
      continue;
    }
    const model: NameModel = {
      name,
      formula: formulas.fromFile(element.text),
      visible: !flag(element, 'hidden'),
      comment: fromEscapedText(element.attributes['comment'] ?? ''),
      scope: sheet ? { sheetId: sheet.id } : 'Workbook',
    };
    (sheet ?? workbook).names.push(model);
  }
}

const absoluteLines = (area: Area): string => areaAddress(area).replace(/[A-Z]+|\d+/g, (part) => `$${part}`);

/** Excel's own names for a sheet: its filter, print area and print titles. */
function ownNames(sheet: SheetModel): [name: string, formula: string, hidden?: true][] {
  const { printArea, titleRows: rows, titleColumns: columns } = sheet.pageLayout;
  const place = (address: string): string => `${quoteSheetName(sheet.name)}!${address}`;
  const titles = [
    columns &&
      place(absoluteLines({ top: 0, bottom: MAX_ROWS - 1, left: columns.first, right: columns.last })),
    rows && place(absoluteLines({ left: 0, right: MAX_COLUMNS - 1, top: rows.first, bottom: rows.last })),
  ].filter((one) => one !== undefined);
  return [
    ...(sheet.autoFilter
      ? [[FILTER, place(absoluteCells(sheet.autoFilter.area)), true] as [string, string, true]]
      : []),
    ...(printArea?.length
      ? [[PRINT_AREA, printArea.map((area) => place(absoluteLines(area))).join(',')] as [string, string]]
      : []),
    ...(titles.length > 0 ? [[PRINT_TITLES, titles.join(',')] as [string, string]] : []),
  ];
}

/** @param positions place of each sheet of the model among all sheets of the file, by id */
export function namesMarkup(
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
      tag(
        'definedName',
        {
          name: toEscapedText(name),
          comment: more.comment ? toEscapedText(more.comment) : undefined,
          localSheetId,
          hidden: more.hidden || undefined,
        },
        escapeText(formula),
      ),
    );
  };
  for (const sheet of workbook.sheets) {
    const position = positions.get(sheet.id);
    for (const [name, formula, hidden] of ownNames(sheet))
      add(name, toEscapedText(formula), position, { hidden });
  }
  const all = [...workbook.names, ...workbook.sheets.flatMap(({ names }) => names)];
  for (const { name, formula, visible, comment, scope } of all) {
    const position = scope === 'Workbook' ? undefined : positions.get(scope.sheetId);
    if (scope !== 'Workbook' && position === undefined) continue;
    add(name, formulas.toFile(formula), position, { hidden: !visible, comment });
  }
  return written.length === 0 ? '' : tag('definedNames', {}, ...written);
}
