import { MAX_SHEET_COLUMNS, MAX_SHEET_ROWS } from '@phuluc/ooxml/a1';
import type { CellRange, PageLayoutModel } from '../../model/types';
import {
  isHostObject,
  readBooleanArg,
  readChoiceArg,
  readIntegerArg,
  readNumberArg,
  readObjectArg,
  readTextArg,
} from '../../protocol/arguments';
import {
  createRangeAreasObject,
  createRangeObject,
  getCellRange,
  getCellRanges,
  requireSheet,
} from '../../protocol/batch-context';
import { readRangeArg, resolveAddresses } from '../../protocol/cells/resolve-address';
import {
  defineClass,
  defineMethod,
  defineNavigation,
  defineObjectMethod,
  defineProperty,
} from '../../protocol/define-class';
import { createInvalidArgumentError, createItemNotFoundError } from '../../protocol/host-error';
import type { HostObject, ObjectOf } from '../../protocol/host-objects';
import type { Argument, BatchContext, Member } from '../../protocol/types';
import type { Json, JsonObject } from '../../protocol/wire';

type Self = ObjectOf<'PageLayout'>;

function getPageLayout(self: { sheetId: string }, context: BatchContext): PageLayoutModel {
  return requireSheet(context, self.sheetId).pageLayout;
}

function defineFlag(
  name: 'centerHorizontally' | 'centerVertically' | 'printGridlines' | 'printHeadings' | 'blackAndWhite',
): Member<'PageLayout'> {
  return defineProperty(
    (self, context) => getPageLayout(self, context)[name],
    (self, value, context) => {
      getPageLayout(self, context)[name] = readBooleanArg(value, name);
    },
  );
}

type MarginName = keyof PageLayoutModel['margins'];

function readPoints(value: Argument, name: string): number {
  const number = readNumberArg(value, name);
  if (number < 0) throw createInvalidArgumentError(`'${name}' must not be negative.`);
  return number;
}

function defineMargin(name: MarginName): Member<'PageLayout'> {
  return defineProperty(
    (self, context) => getPageLayout(self, context).margins[name],
    (self, value, context) => {
      getPageLayout(self, context).margins[name] = readPoints(value, `${name}Margin`);
    },
  );
}

/** Reads a zoom: a scale in per cent, or the number of pages to fit on; Excel accepts one of the two. */
function readZoom(given: JsonObject): PageLayoutModel['zoom'] {
  const { scale, horizontalFitToPages, verticalFitToPages } = given;
  const pages = (value: Json | undefined, name: string): number | undefined =>
    value === undefined || value === null ? undefined : readIntegerArg(value, name, 0, 32_767);
  const fit = {
    horizontalFitToPages: pages(horizontalFitToPages, 'zoom.horizontalFitToPages'),
    verticalFitToPages: pages(verticalFitToPages, 'zoom.verticalFitToPages'),
  };
  const fits = fit.horizontalFitToPages !== undefined || fit.verticalFitToPages !== undefined;
  if (scale === undefined || scale === null) {
    if (!fits) throw createInvalidArgumentError(`'zoom' needs a scale or pages to fit on.`);
    return fit;
  }
  if (fits) throw createInvalidArgumentError(`'zoom' takes a scale or pages to fit on, not both.`);
  return { scale: readIntegerArg(scale, 'zoom.scale', 10, 400) };
}

const MARGIN_UNITS = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;

function getTitleRows(self: Self, context: BatchContext): HostObject | null {
  const rows = getPageLayout(self, context).titleRows;
  return rows
    ? createRangeObject(context, self.sheetId, {
        top: rows.first,
        bottom: rows.last,
        left: 0,
        right: MAX_SHEET_COLUMNS - 1,
      })
    : null;
}

function getTitleColumns(self: Self, context: BatchContext): HostObject | null {
  const columns = getPageLayout(self, context).titleColumns;
  return columns
    ? createRangeObject(context, self.sheetId, {
        left: columns.first,
        right: columns.last,
        top: 0,
        bottom: MAX_SHEET_ROWS - 1,
      })
    : null;
}

function getPrintArea(self: Self, context: BatchContext): HostObject | null {
  const areas = getPageLayout(self, context).printArea;
  return areas ? createRangeAreasObject(context, self.sheetId, [...areas]) : null;
}

function readRangesArg(self: Self, value: Argument, context: BatchContext): CellRange[] {
  if (!isHostObject(value, 'Range', 'RangeAreas')) {
    return resolveAddresses(context, requireSheet(context, self.sheetId), readTextArg(value, 'printArea'));
  }
  if (value.sheetId !== self.sheetId)
    throw createInvalidArgumentError('The print area must be on the same sheet.');
  return [...getCellRanges(value)];
}

function defineRequiredGetter(
  get: (self: Self, context: BatchContext) => HostObject | null,
  what: string,
): Member<'PageLayout'> {
  return defineObjectMethod((self, _args, context) => {
    const found = get(self, context);
    if (!found) throw createItemNotFoundError(`The page layout has no ${what}.`);
    return found;
  });
}

function defineOptionalGetter(
  get: (self: Self, context: BatchContext) => HostObject | null,
): Member<'PageLayout'> {
  return defineObjectMethod((self, _args, context) => get(self, context));
}

/** The members of Excel.PaperType that an office printer has. */
const PAPER_SIZES = [
  'Letter',
  'Legal',
  'Executive',
  'A3',
  'A4',
  'A4Small',
  'A5',
  'B4',
  'B5',
  'Folio',
  'Tabloid',
  'Statement',
] as const;

export const pageLayoutClass = defineClass<'PageLayout'>({
  name: 'PageLayout',
  members: {
    orientation: defineProperty(
      (self, context) => getPageLayout(self, context).orientation,
      (self, value, context) => {
        getPageLayout(self, context).orientation = readChoiceArg(value, 'orientation', [
          'Portrait',
          'Landscape',
        ]);
      },
    ),
    paperSize: defineProperty(
      (self, context) => getPageLayout(self, context).paperSize,
      (self, value, context) => {
        getPageLayout(self, context).paperSize = readChoiceArg(value, 'paperSize', PAPER_SIZES);
      },
    ),
    zoom: defineProperty(
      (self, context) => ({ ...getPageLayout(self, context).zoom }),
      (self, value, context) => {
        getPageLayout(self, context).zoom = readZoom(readObjectArg(value, 'zoom'));
      },
    ),
    printOrder: defineProperty(
      (self, context) => getPageLayout(self, context).printOrder,
      (self, value, context) => {
        getPageLayout(self, context).printOrder = readChoiceArg(value, 'printOrder', [
          'DownThenOver',
          'OverThenDown',
        ]);
      },
    ),
    blackAndWhite: defineFlag('blackAndWhite'),
    firstPageNumber: defineProperty(
      (self, context) => getPageLayout(self, context).firstPageNumber ?? '',
      (self, value, context) => {
        getPageLayout(self, context).firstPageNumber =
          value === '' ? undefined : readIntegerArg(value, 'firstPageNumber', -32_765, 32_767);
      },
    ),
    centerHorizontally: defineFlag('centerHorizontally'),
    centerVertically: defineFlag('centerVertically'),
    printGridlines: defineFlag('printGridlines'),
    printHeadings: defineFlag('printHeadings'),
    topMargin: defineMargin('top'),
    bottomMargin: defineMargin('bottom'),
    leftMargin: defineMargin('left'),
    rightMargin: defineMargin('right'),
    headerMargin: defineMargin('header'),
    footerMargin: defineMargin('footer'),
    headersFooters: defineNavigation((self) => ({ class: 'HeaderFooterGroup', sheetId: self.sheetId })),
    setPrintArea: defineMethod((self, [area], context) => {
      getPageLayout(self, context).printArea = readRangesArg(self, area, context);
    }),
    setPrintMargins: defineMethod((self, [unit, options], context) => {
      const factor = MARGIN_UNITS[readChoiceArg(unit, 'unit', ['Points', 'Inches', 'Centimeters'])];
      const { margins } = getPageLayout(self, context);
      for (const [name, value] of Object.entries(readObjectArg(options, 'marginOptions'))) {
        if (value === undefined || value === null) continue;
        if (!(name in margins)) throw createInvalidArgumentError(`There is no margin ${name}.`);
        margins[name as MarginName] = readPoints(value, name) * factor;
      }
    }),
    setPrintTitleRows: defineMethod((self, [rows], context) => {
      const { top, bottom } = getCellRange(readRangeArg(context, rows, 'printTitleRows', self.sheetId));
      getPageLayout(self, context).titleRows = { first: top, last: bottom };
    }),
    setPrintTitleColumns: defineMethod((self, [columns], context) => {
      const { left, right } = getCellRange(readRangeArg(context, columns, 'printTitleColumns', self.sheetId));
      getPageLayout(self, context).titleColumns = { first: left, last: right };
    }),
    getPrintArea: defineRequiredGetter(getPrintArea, 'print area'),
    getPrintAreaOrNullObject: defineOptionalGetter(getPrintArea),
    getPrintTitleRows: defineRequiredGetter(getTitleRows, 'title rows'),
    getPrintTitleRowsOrNullObject: defineOptionalGetter(getTitleRows),
    getPrintTitleColumns: defineRequiredGetter(getTitleColumns, 'title columns'),
    getPrintTitleColumnsOrNullObject: defineOptionalGetter(getTitleColumns),
  },
});

type FirstPage = NonNullable<PageLayoutModel['firstPage']>;

function getFirstPage(self: { sheetId: string }, context: BatchContext): FirstPage {
  return (getPageLayout(self, context).firstPage ??= { differs: false, content: {} });
}

export const headerFooterGroupClass = defineClass<'HeaderFooterGroup'>({
  name: 'HeaderFooterGroup',
  members: {
    // The model has no odd and even pages.
    state: defineProperty(
      (self, context) => (getPageLayout(self, context).firstPage?.differs ? 'FirstAndDefault' : 'Default'),
      (self, value, context) => {
        const differs = readChoiceArg(value, 'state', ['Default', 'FirstAndDefault']) === 'FirstAndDefault';
        getFirstPage(self, context).differs = differs;
      },
    ),
    defaultForAllPages: defineNavigation((self) => ({
      class: 'HeaderFooter',
      sheetId: self.sheetId,
      page: 'all',
    })),
    firstPage: defineNavigation((self) => ({ class: 'HeaderFooter', sheetId: self.sheetId, page: 'first' })),
  },
});

type HeaderFooterPart = keyof PageLayoutModel['headersFooters'];

function defineTextPart(place: HeaderFooterPart): Member<'HeaderFooter'> {
  return defineProperty(
    (self, context) =>
      (self.page === 'all'
        ? getPageLayout(self, context).headersFooters
        : getPageLayout(self, context).firstPage?.content)?.[place] ?? '',
    (self, value, context) => {
      const content =
        self.page === 'all'
          ? getPageLayout(self, context).headersFooters
          : getFirstPage(self, context).content;
      content[place] = readTextArg(value, place);
    },
  );
}

export const headerFooterClass = defineClass<'HeaderFooter'>({
  name: 'HeaderFooter',
  members: {
    leftHeader: defineTextPart('leftHeader'),
    centerHeader: defineTextPart('centerHeader'),
    rightHeader: defineTextPart('rightHeader'),
    leftFooter: defineTextPart('leftFooter'),
    centerFooter: defineTextPart('centerFooter'),
    rightFooter: defineTextPart('rightFooter'),
  },
});
