import { MAX_COLUMNS, MAX_ROWS } from '../../model/address';
import type { Area, PageLayoutModel } from '../../model/types';
import { areasFromAddress, rangeArg } from '../addresses';
import { booleanArg, choiceArg, integerArg, isObjectOf, numberArg, objectArg, textArg } from '../arguments';
import {
  type Argument,
  type Member,
  defineClass,
  method,
  navigation,
  object,
  property,
} from '../class-table';
import { type BatchContext, areaOf, areasOf, makeRange, makeRangeAreas, sheetOf } from '../context';
import { invalidArgument, itemNotFound } from '../host-error';
import type { HostObject, ObjectOf } from '../objects';
import type { Json, JsonObject } from '../wire';

type Self = ObjectOf<'PageLayout'>;

function own(self: { sheetId: string }, context: BatchContext): PageLayoutModel {
  return sheetOf(context, self.sheetId).pageLayout;
}

function flag(
  name: 'centerHorizontally' | 'centerVertically' | 'printGridlines' | 'printHeadings' | 'blackAndWhite',
): Member<'PageLayout'> {
  return property(
    (self, context) => own(self, context)[name],
    (self, value, context) => {
      own(self, context)[name] = booleanArg(value, name);
    },
  );
}

type Margin = keyof PageLayoutModel['margins'];

function points(value: Argument, name: string): number {
  const number = numberArg(value, name);
  if (number < 0) throw invalidArgument(`'${name}' must not be negative.`);
  return number;
}

function margin(name: Margin): Member<'PageLayout'> {
  return property(
    (self, context) => own(self, context).margins[name],
    (self, value, context) => {
      own(self, context).margins[name] = points(value, `${name}Margin`);
    },
  );
}

/** Scale in per cent, or pages to fit on; Excel takes one of the two. */
function zoomOf(given: JsonObject): PageLayoutModel['zoom'] {
  const { scale, horizontalFitToPages, verticalFitToPages } = given;
  const pages = (value: Json | undefined, name: string): number | undefined =>
    value === undefined || value === null ? undefined : integerArg(value, name, 0, 32_767);
  const fit = {
    horizontalFitToPages: pages(horizontalFitToPages, 'zoom.horizontalFitToPages'),
    verticalFitToPages: pages(verticalFitToPages, 'zoom.verticalFitToPages'),
  };
  const fits = fit.horizontalFitToPages !== undefined || fit.verticalFitToPages !== undefined;
  if (scale === undefined || scale === null) {
    if (!fits) throw invalidArgument(`'zoom' needs a scale or pages to fit on.`);
    return fit;
  }
  if (fits) throw invalidArgument(`'zoom' takes a scale or pages to fit on, not both.`);
  return { scale: integerArg(scale, 'zoom.scale', 10, 400) };
}

const UNITS = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;

function titleRows(self: Self, context: BatchContext): HostObject | null {
  const rows = own(self, context).titleRows;
  return rows
    ? makeRange(context, self.sheetId, {
        top: rows.first,
        bottom: rows.last,
        left: 0,
        right: MAX_COLUMNS - 1,
      })
    : null;
}

function titleColumns(self: Self, context: BatchContext): HostObject | null {
  const columns = own(self, context).titleColumns;
  return columns
    ? makeRange(context, self.sheetId, {
        left: columns.first,
        right: columns.last,
        top: 0,
        bottom: MAX_ROWS - 1,
      })
    : null;
}

function printArea(self: Self, context: BatchContext): HostObject | null {
  const areas = own(self, context).printArea;
  return areas ? makeRangeAreas(context, self.sheetId, [...areas]) : null;
}

function areasArg(self: Self, value: Argument, context: BatchContext): Area[] {
  if (!isObjectOf(value, 'Range', 'RangeAreas')) {
    return areasFromAddress(context, sheetOf(context, self.sheetId), textArg(value, 'printArea'));
  }
  if (value.sheetId !== self.sheetId) throw invalidArgument('The print area must be on the same sheet.');
  return [...areasOf(value)];
}

function required(
  get: (self: Self, context: BatchContext) => HostObject | null,
  what: string,
): Member<'PageLayout'> {
  return object((self, _args, context) => {
    const found = get(self, context);
    if (!found) throw itemNotFound(`The page layout has no ${what}.`);
    return found;
  });
}

function orNull(get: (self: Self, context: BatchContext) => HostObject | null): Member<'PageLayout'> {
  return object((self, _args, context) => get(self, context));
}

/** Excel.PaperType, the sheets a printer of an office has. */
const PAPERS = [
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

export const pageLayout = defineClass<'PageLayout'>({
  name: 'PageLayout',
  members: {
    orientation: property(
      (self, context) => own(self, context).orientation,
      (self, value, context) => {
        own(self, context).orientation = choiceArg(value, 'orientation', ['Portrait', 'Landscape']);
      },
    ),
    paperSize: property(
      (self, context) => own(self, context).paperSize,
      (self, value, context) => {
        own(self, context).paperSize = choiceArg(value, 'paperSize', PAPERS);
      },
    ),
    zoom: property(
      (self, context) => ({ ...own(self, context).zoom }),
      (self, value, context) => {
        own(self, context).zoom = zoomOf(objectArg(value, 'zoom'));
      },
    ),
    printOrder: property(
      (self, context) => own(self, context).printOrder,
      (self, value, context) => {
        own(self, context).printOrder = choiceArg(value, 'printOrder', ['DownThenOver', 'OverThenDown']);
      },
    ),
    blackAndWhite: flag('blackAndWhite'),
    firstPageNumber: property(
      (self, context) => own(self, context).firstPageNumber ?? '',
      (self, value, context) => {
        own(self, context).firstPageNumber =
          value === '' ? undefined : integerArg(value, 'firstPageNumber', -32_765, 32_767);
      },
    ),
    centerHorizontally: flag('centerHorizontally'),
    centerVertically: flag('centerVertically'),
    printGridlines: flag('printGridlines'),
    printHeadings: flag('printHeadings'),
    topMargin: margin('top'),
    bottomMargin: margin('bottom'),
    leftMargin: margin('left'),
    rightMargin: margin('right'),
    headerMargin: margin('header'),
    footerMargin: margin('footer'),
    headersFooters: navigation((self) => ({ class: 'HeaderFooterGroup', sheetId: self.sheetId })),
    setPrintArea: method((self, [area], context) => {
      own(self, context).printArea = areasArg(self, area, context);
    }),
    setPrintMargins: method((self, [unit, options], context) => {
      const factor = UNITS[choiceArg(unit, 'unit', ['Points', 'Inches', 'Centimeters'])];
      const { margins } = own(self, context);
      for (const [name, value] of Object.entries(objectArg(options, 'marginOptions'))) {
        if (value === undefined || value === null) continue;
        if (!(name in margins)) throw invalidArgument(`There is no margin ${name}.`);
        margins[name as Margin] = points(value, name) * factor;
      }
    }),
    setPrintTitleRows: method((self, [rows], context) => {
      const { top, bottom } = areaOf(rangeArg(context, rows, 'printTitleRows', self.sheetId));
      own(self, context).titleRows = { first: top, last: bottom };
    }),
    setPrintTitleColumns: method((self, [columns], context) => {
      const { left, right } = areaOf(rangeArg(context, columns, 'printTitleColumns', self.sheetId));
      own(self, context).titleColumns = { first: left, last: right };
    }),
    getPrintArea: required(printArea, 'print area'),
    getPrintAreaOrNullObject: orNull(printArea),
    getPrintTitleRows: required(titleRows, 'title rows'),
    getPrintTitleRowsOrNullObject: orNull(titleRows),
    getPrintTitleColumns: required(titleColumns, 'title columns'),
    getPrintTitleColumnsOrNullObject: orNull(titleColumns),
  },
});

type FirstPage = NonNullable<PageLayoutModel['firstPage']>;

function firstPageOf(self: { sheetId: string }, context: BatchContext): FirstPage {
  return (own(self, context).firstPage ??= { differs: false, words: {} });
}

export const headerFooterGroup = defineClass<'HeaderFooterGroup'>({
  name: 'HeaderFooterGroup',
  members: {
    // Odd and even pages of their own are not kept in the model.
    state: property(
      (self, context) => (own(self, context).firstPage?.differs ? 'FirstAndDefault' : 'Default'),
      (self, value, context) => {
        const differs = choiceArg(value, 'state', ['Default', 'FirstAndDefault']) === 'FirstAndDefault';
        firstPageOf(self, context).differs = differs;
      },
    ),
    defaultForAllPages: navigation((self) => ({
      class: 'HeaderFooter',
      sheetId: self.sheetId,
      page: 'all',
    })),
    firstPage: navigation((self) => ({ class: 'HeaderFooter', sheetId: self.sheetId, page: 'first' })),
  },
});

type Place = keyof PageLayoutModel['headersFooters'];

function text(place: Place): Member<'HeaderFooter'> {
  return property(
    (self, context) =>
      (self.page === 'all' ? own(self, context).headersFooters : own(self, context).firstPage?.words)?.[
        place
      ] ?? '',
    (self, value, context) => {
      const words =
        self.page === 'all' ? own(self, context).headersFooters : firstPageOf(self, context).words;
      words[place] = textArg(value, place);
    },
  );
}

export const headerFooter = defineClass<'HeaderFooter'>({
  name: 'HeaderFooter',
  members: {
    leftHeader: text('leftHeader'),
    centerHeader: text('centerHeader'),
    rightHeader: text('rightHeader'),
    leftFooter: text('leftFooter'),
    centerFooter: text('centerFooter'),
    rightFooter: text('rightFooter'),
  },
});
