import { escapeText, writeElement, writeFragment } from '@phuluc/ooxml/xml/write-xml';
import {
  findChild,
  readBooleanAttribute,
  readNumberAttribute,
  type XmlElement,
} from '@phuluc/ooxml/xml/xml-tree';
import { escapeXString, unescapeXString } from '@phuluc/ooxml/xstring';
import type { PageLayoutModel } from '../../model/types';
import type { PreservedSheet } from '../preserved-content';
import { convertInchesToPoints, convertPointsToInches } from '../units';
import type { SheetReaderContext } from './sheet-reader-context';

/** Names of Excel.PaperType by the numbers of files, from 1 on (ECMA-376 part 1, 18.3.1.63). */
const PAPER_TYPES = (
  'Letter LetterSmall Tabloid Ledger Legal Statement Executive A3 A4 A4Small A5 B4 B5 Folio Quatro Paper10x14 Paper11x17 ' +
  'Note Envelope9 Envelope10 Envelope11 Envelope12 Envelope14 Csheet Dsheet Esheet EnvelopeDL EnvelopeC5 EnvelopeC3 ' +
  'EnvelopeC4 EnvelopeC6 EnvelopeC65 EnvelopeB4 EnvelopeB5 EnvelopeB6 EnvelopeItaly EnvelopeMonarch EnvelopePersonal ' +
  'FanfoldUS FanfoldStdGerman FanfoldLegalGerman'
).split(' ');

/** Papers beyond the API's list go by their number. */
const toPaperName = (number: number): string => PAPER_TYPES[number - 1] ?? `Paper${number}`;
function toPaperNumber(name: string): number | undefined {
  const index = PAPER_TYPES.indexOf(name);
  if (index >= 0) return index + 1;
  const number = Number(/^Paper(\d+)$/.exec(name)?.[1]);
  return Number.isInteger(number) ? number : undefined;
}

const MARGINS = ['left', 'right', 'top', 'bottom', 'header', 'footer'] as const;
const KNOWN_SETUP = new Set([
  'orientation',
  'paperSize',
  'scale',
  'fitToWidth',
  'fitToHeight',
  'pageOrder',
  'blackAndWhite',
  'firstPageNumber',
  'useFirstPageNumber',
]);

const MODELLED_ELEMENTS: ReadonlySet<string> = new Set([
  'oddHeader',
  'oddFooter',
  'firstHeader',
  'firstFooter',
]);

type HeaderFooterParts = PageLayoutModel['headersFooters'];
const SECTIONS = { L: 'left', C: 'center', R: 'right' } as const;

/** "&LSố 1&CTrang &P" → left and centre; "&&" is a plain "&"; text before any section is the centre's. */
export function splitHeaderFooter(text: string, kind: 'Header' | 'Footer'): HeaderFooterParts {
  const words: HeaderFooterParts = {};
  let section: keyof typeof SECTIONS = 'C';
  for (const part of text.match(/&[\s\S]|[^&]+|&$/g) ?? []) {
    const letter = part.slice(1);
    if (part.startsWith('&') && (letter === 'L' || letter === 'C' || letter === 'R')) section = letter;
    else words[`${SECTIONS[section]}${kind}`] = (words[`${SECTIONS[section]}${kind}`] ?? '') + part;
  }
  return words;
}

export function joinHeaderFooter(words: HeaderFooterParts, kind: 'Header' | 'Footer'): string {
  return (Object.keys(SECTIONS) as (keyof typeof SECTIONS)[])
    .map((letter) => {
      const text = words[`${SECTIONS[letter]}${kind}`];
      return text ? `&${letter}${text}` : '';
    })
    .join('');
}

function readZoom(setup: XmlElement | undefined, isFitted: boolean): PageLayoutModel['zoom'] {
  const scale = readNumberAttribute(setup, 'scale');
  if (!isFitted) return { scale: scale ?? 100 };
  const wide = readNumberAttribute(setup, 'fitToWidth') ?? 1;
  const tall = readNumberAttribute(setup, 'fitToHeight') ?? 1;
  return {
    ...(scale === undefined || scale === 100 ? {} : { scale }),
    ...(wide > 0 ? { horizontalFitToPages: wide } : {}),
    ...(tall > 0 ? { verticalFitToPages: tall } : {}),
  };
}

function isFittedToPages({ zoom }: PageLayoutModel): boolean {
  return (
    zoom.scale === undefined ||
    zoom.horizontalFitToPages !== undefined ||
    zoom.verticalFitToPages !== undefined
  );
}

/** Print options, margins, setup, headers and footers; print area and titles are names of the workbook. */
export function readPageLayout(
  root: XmlElement,
  { sheet, preserved: preserved, foreign }: SheetReaderContext,
): void {
  const layout = sheet.pageLayout;
  const options = findChild(root, 'printOptions');
  layout.centerHorizontally = readBooleanAttribute(options, 'horizontalCentered');
  layout.centerVertically = readBooleanAttribute(options, 'verticalCentered');
  layout.printGridlines = readBooleanAttribute(options, 'gridLines');
  layout.printHeadings = readBooleanAttribute(options, 'headings');
  const margins = findChild(root, 'pageMargins');
  for (const side of MARGINS) {
    const inches = readNumberAttribute(margins, side);
    if (inches !== undefined) layout.margins[side] = convertInchesToPoints(inches);
  }
  const setup = findChild(root, 'pageSetup');
  layout.orientation = setup?.attributes['orientation'] === 'landscape' ? 'Landscape' : 'Portrait';
  // A setup that names no paper means Letter; a sheet without any setup prints as the printer does.
  if (setup) layout.paperSize = toPaperName(readNumberAttribute(setup, 'paperSize') ?? 1);
  layout.printOrder = setup?.attributes['pageOrder'] === 'overThenDown' ? 'OverThenDown' : 'DownThenOver';
  layout.blackAndWhite = readBooleanAttribute(setup, 'blackAndWhite');
  const first = readNumberAttribute(setup, 'firstPageNumber');
  if (first !== undefined && readBooleanAttribute(setup, 'useFirstPageNumber'))
    layout.firstPageNumber = first;
  layout.zoom = readZoom(
    setup,
    readBooleanAttribute(findChild(findChild(root, 'sheetPr'), 'pageSetUpPr'), 'fitToPage'),
  );
  const others = Object.entries(setup?.attributes ?? {}).filter(([name]) => !KNOWN_SETUP.has(name));
  if (others.length > 0) preserved.pageSetup = Object.fromEntries(others);
  const words = findChild(root, 'headerFooter');
  const text = (name: string): string => unescapeXString(findChild(words, name)?.text ?? '');
  layout.headersFooters = {
    ...splitHeaderFooter(text('oddHeader'), 'Header'),
    ...splitHeaderFooter(text('oddFooter'), 'Footer'),
  };
  const differs = readBooleanAttribute(words, 'differentFirst');
  const firstWords = {
    ...splitHeaderFooter(text('firstHeader'), 'Header'),
    ...splitHeaderFooter(text('firstFooter'), 'Footer'),
  };
  if (differs || Object.keys(firstWords).length > 0) layout.firstPage = { differs, content: firstWords };
  const rest = words?.children.filter(({ name }) => !MODELLED_ELEMENTS.has(name)) ?? [];
  const { differentFirst: _, ...attributes } = words?.attributes ?? {};
  const isPlain = Object.values(attributes).every((value) => value === '0' || value === 'false');
  if (words && (rest.length > 0 || !isPlain)) {
    preserved.headerFooter = {
      attributes,
      markup: rest.map((element) => writeFragment(element, foreign)).join(''),
    };
  }
}

/** `pageSetUpPr` of the sheet's properties. */
export function writeFitToPage(layout: PageLayoutModel): string {
  return isFittedToPages(layout) ? writeElement('pageSetUpPr', { fitToPage: true }) : '';
}

/** The page's elements by name, for their places in the sheet. */
export function writePageLayout(layout: PageLayoutModel, preserved: PreservedSheet): Record<string, string> {
  const { zoom, headersFooters: words } = layout;
  const flags = {
    horizontalCentered: layout.centerHorizontally || undefined,
    verticalCentered: layout.centerVertically || undefined,
    headings: layout.printHeadings || undefined,
    gridLines: layout.printGridlines || undefined,
  };
  const fitted = isFittedToPages(layout);
  const header = joinHeaderFooter(words, 'Header');
  const footer = joinHeaderFooter(words, 'Footer');
  const textTag = (name: string, text: string): string =>
    text === '' ? '' : writeElement(name, {}, escapeText(escapeXString(text)));
  const first = layout.firstPage;
  // In the order of the schema: odd, even, first.
  const wordsMarkup = [
    textTag('oddHeader', header),
    textTag('oddFooter', footer),
    preserved.headerFooter?.markup,
    textTag('firstHeader', joinHeaderFooter(first?.content ?? {}, 'Header')),
    textTag('firstFooter', joinHeaderFooter(first?.content ?? {}, 'Footer')),
  ].join('');
  const attributes = { ...preserved.headerFooter?.attributes, differentFirst: first?.differs || undefined };
  return {
    printOptions: Object.values(flags).includes(true) ? writeElement('printOptions', flags) : '',
    pageMargins: writeElement(
      'pageMargins',
      Object.fromEntries(MARGINS.map((side) => [side, convertPointsToInches(layout.margins[side])])),
    ),
    pageSetup: writeElement('pageSetup', {
      paperSize: toPaperNumber(layout.paperSize),
      scale: zoom.scale === 100 ? undefined : zoom.scale,
      fitToWidth: fitted ? (zoom.horizontalFitToPages ?? 0) : undefined,
      fitToHeight: fitted ? (zoom.verticalFitToPages ?? 0) : undefined,
      pageOrder: layout.printOrder === 'OverThenDown' ? 'overThenDown' : undefined,
      orientation: layout.orientation.toLowerCase(),
      blackAndWhite: layout.blackAndWhite || undefined,
      firstPageNumber: layout.firstPageNumber,
      useFirstPageNumber: layout.firstPageNumber === undefined ? undefined : true,
      ...preserved.pageSetup,
    }),
    headerFooter:
      wordsMarkup === '' && !preserved.headerFooter && !first?.differs
        ? ''
        : writeElement('headerFooter', attributes, wordsMarkup),
  };
}
