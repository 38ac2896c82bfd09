import type { PageLayoutModel } from '../../model/types';
import type { KeptSheet } from '../kept';
import { fromEscapedText, toEscapedText } from '../opc/escaped-text';
import { childNamed, escapeText, flag, fragmentMarkup, numeric, tag, type XmlElement } from '../opc/xml';
import { inchesToPoints, pointsToInches } from '../units';
import type { SheetReading } from './read-context';

/** Names of Excel.PaperType by the numbers of files, from 1 on (ECMA-376 part 1, 18.3.1.63). */
const PAPERS = (
  'Letter LetterSmall Tabloid Ledger Legal Statement Executive A3 A4 A4Small A5 B4 B5 Folio Quatro Paper10x14 Paper11x17 ' +
  'Note Envelope9 Envelope10 Envelope11 Envelope12 Envelope14 Csheet Dsheet Esheet EnvelopeDL EnvelopeC5 EnvelopeC3 ' +
  'EnvelopeC4 EnvelopeC6 EnvelopeC65 EnvelopeB4 EnvelopeB5 EnvelopeB6 EnvelopeItaly EnvelopeMonarch EnvelopePersonal ' +
  'FanfoldUS FanfoldStdGerman FanfoldLegalGerman'
).split(' ');

/** Papers beyond the API's list go by their number. */
const paperName = (number: number): string => PAPERS[number - 1] ?? `Paper${number}`;
function paperNumber(name: string): number | undefined {
  const index = PAPERS.indexOf(name);
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

const OWN_WORDS: ReadonlySet<string> = new Set(['oddHeader', 'oddFooter', 'firstHeader', 'firstFooter']);

type Words = PageLayoutModel['headersFooters'];
const SECTIONS = { L: 'left', C: 'center', R: 'right' } as const;

/** "&LSố 1&CTrang &P" → left and centre; "&&" is a plain "&"; text before any section is the centre's. */
export function splitHeader(text: string, kind: 'Header' | 'Footer'): Words {
  const words: Words = {};
  let section: keyof typeof SECTIONS = 'C';
  for (const piece of text.match(/&[\s\S]|[^&]+|&$/g) ?? []) {
    const letter = piece.slice(1);
    if (piece.startsWith('&') && (letter === 'L' || letter === 'C' || letter === 'R')) section = letter;
    else words[`${SECTIONS[section]}${kind}`] = (words[`${SECTIONS[section]}${kind}`] ?? '') + piece;
  }
  return words;
}

export function joinHeader(words: Words, kind: 'Header' | 'Footer'): string {
  return (Object.keys(SECTIONS) as (keyof typeof SECTIONS)[])
    .map((letter) => {
      const text = words[`${SECTIONS[letter]}${kind}`];
      return text ? `&${letter}${text}` : '';
    })
    .join('');
}

function readZoom(setup: XmlElement | undefined, isFitted: boolean): PageLayoutModel['zoom'] {
  const scale = numeric(setup, 'scale');
  if (!isFitted) return { scale: scale ?? 100 };
  const wide = numeric(setup, 'fitToWidth') ?? 1;
  const tall = numeric(setup, 'fitToHeight') ?? 1;
  return {
    ...(scale === undefined || scale === 100 ? {} : { scale }),
    ...(wide > 0 ? { horizontalFitToPages: wide } : {}),
    ...(tall > 0 ? { verticalFitToPages: tall } : {}),
  };
}

function isFitted({ zoom }: PageLayoutModel): boolean {
  return (
    zoom.scale === undefined ||
    zoom.horizontalFitToPages !== undefined ||
    zoom.verticalFitToPages !== undefined
  );
}

/** Print options, margins, setup, headers and footers; print area and titles are names of the workbook. */
export function readPageLayout(root: XmlElement, { sheet, kept, foreign }: SheetReading): void {
  const layout = sheet.pageLayout;
  const options = childNamed(root, 'printOptions');
  layout.centerHorizontally = flag(options, 'horizontalCentered');
  layout.centerVertically = flag(options, 'verticalCentered');
  layout.printGridlines = flag(options, 'gridLines');
  layout.printHeadings = flag(options, 'headings');
  const margins = childNamed(root, 'pageMargins');
  for (const side of MARGINS) {
    const inches = numeric(margins, side);
    if (inches !== undefined) layout.margins[side] = inchesToPoints(inches);
  }
  const setup = childNamed(root, 'pageSetup');
  layout.orientation = setup?.attributes['orientation'] === 'landscape' ? 'Landscape' : 'Portrait';
  // A setup that names no paper means Letter; a sheet without any setup prints as the printer does.
  if (setup) layout.paperSize = paperName(numeric(setup, 'paperSize') ?? 1);
  layout.printOrder = setup?.attributes['pageOrder'] === 'overThenDown' ? 'OverThenDown' : 'DownThenOver';
  layout.blackAndWhite = flag(setup, 'blackAndWhite');
  const first = numeric(setup, 'firstPageNumber');
  if (first !== undefined && flag(setup, 'useFirstPageNumber')) layout.firstPageNumber = first;
  layout.zoom = readZoom(setup, flag(childNamed(childNamed(root, 'sheetPr'), 'pageSetUpPr'), 'fitToPage'));
  const others = Object.entries(setup?.attributes ?? {}).filter(([name]) => !KNOWN_SETUP.has(name));
  if (others.length > 0) kept.pageSetup = Object.fromEntries(others);
  const words = childNamed(root, 'headerFooter');
  const text = (name: string): string => fromEscapedText(childNamed(words, name)?.text ?? '');
  layout.headersFooters = {
    ...splitHeader(text('oddHeader'), 'Header'),
    ...splitHeader(text('oddFooter'), 'Footer'),
  };
  const differs = flag(words, 'differentFirst');
  const firstWords = {
    ...splitHeader(text('firstHeader'), 'Header'),
    ...splitHeader(text('firstFooter'), 'Footer'),
  };
  if (differs || Object.keys(firstWords).length > 0) layout.firstPage = { differs, words: firstWords };
  const rest = words?.children.filter(({ name }) => !OWN_WORDS.has(name)) ?? [];
  const { differentFirst: _, ...attributes } = words?.attributes ?? {};
  const isPlain = Object.values(attributes).every((value) => value === '0' || value === 'false');
  if (words && (rest.length > 0 || !isPlain)) {
    kept.headerFooter = {
      attributes,
      markup: rest.map((element) => fragmentMarkup(element, foreign)).join(''),
    };
  }
}

/** `pageSetUpPr` of the sheet's properties. */
export function fitMarkup(layout: PageLayoutModel): string {
  return isFitted(layout) ? tag('pageSetUpPr', { fitToPage: true }) : '';
}

/** The page's elements by name, for their places in the sheet. */
export function pageLayoutMarkup(layout: PageLayoutModel, kept: KeptSheet): Record<string, string> {
  const { zoom, headersFooters: words } = layout;
  const flags = {
    horizontalCentered: layout.centerHorizontally || undefined,
    verticalCentered: layout.centerVertically || undefined,
    headings: layout.printHeadings || undefined,
    gridLines: layout.printGridlines || undefined,
  };
  const fitted = isFitted(layout);
  const header = joinHeader(words, 'Header');
  const footer = joinHeader(words, 'Footer');
  const textTag = (name: string, text: string): string =>
    text === '' ? '' : tag(name, {}, escapeText(toEscapedText(text)));
  const first = layout.firstPage;
  // In the order of the schema: odd, even, first.
  const wordsMarkup = [
    textTag('oddHeader', header),
    textTag('oddFooter', footer),
    kept.headerFooter?.markup,
    textTag('firstHeader', joinHeader(first?.words ?? {}, 'Header')),
    textTag('firstFooter', joinHeader(first?.words ?? {}, 'Footer')),
  ].join('');
  const attributes = { ...kept.headerFooter?.attributes, differentFirst: first?.differs || undefined };
  return {
    printOptions: Object.values(flags).includes(true) ? tag('printOptions', flags) : '',
    pageMargins: tag(
      'pageMargins',
      Object.fromEntries(MARGINS.map((side) => [side, pointsToInches(layout.margins[side])])),
    ),
    pageSetup: tag('pageSetup', {
      paperSize: paperNumber(layout.paperSize),
      scale: zoom.scale === 100 ? undefined : zoom.scale,
      fitToWidth: fitted ? (zoom.horizontalFitToPages ?? 0) : undefined,
      fitToHeight: fitted ? (zoom.verticalFitToPages ?? 0) : undefined,
      pageOrder: layout.printOrder === 'OverThenDown' ? 'overThenDown' : undefined,
      orientation: layout.orientation.toLowerCase(),
      blackAndWhite: layout.blackAndWhite || undefined,
      firstPageNumber: layout.firstPageNumber,
      useFirstPageNumber: layout.firstPageNumber === undefined ? undefined : true,
      ...kept.pageSetup,
    }),
    headerFooter:
      wordsMarkup === '' && !kept.headerFooter && !first?.differs
        ? ''
        : tag('headerFooter', attributes, wordsMarkup),
  };
}
