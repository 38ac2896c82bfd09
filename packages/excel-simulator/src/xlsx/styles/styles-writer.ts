import { findBuiltInFormatId, FIRST_CUSTOM_FORMAT_ID } from '@phuluc/ooxml/number-formats';
import { SPREADSHEET_NAMESPACE } from '@phuluc/ooxml/xml/namespaces';
import { writeElement } from '@phuluc/ooxml/xml/write-xml';
import { escapeXString } from '@phuluc/ooxml/xstring';
import type { Border, CellFormat } from '../../model/types';
import { toArgb } from './colors';
import { STANDARD_FONT } from './read-styles';
import { HORIZONTAL_ALIGNMENTS, toFileLine, UNDERLINE_STYLES, VERTICAL_ALIGNMENTS } from './style-mappings';

/** Pieces of markup, each once, numbered in the order they came. */
class MarkupIndex {
  readonly items: string[];
  private readonly numbers: Map<string, number>;

  constructor(first: readonly string[] = []) {
    this.items = [...first];
    this.numbers = new Map(first.map((item, index) => [item, index]));
  }

  getIndex(item: string): number {
    const known = this.numbers.get(item);
    if (known !== undefined) return known;
    this.numbers.set(item, this.items.length);
    return this.items.push(item) - 1;
  }
}

function writeColor(name: string, color: string | undefined): string {
  const rgb = toArgb(color);
  return rgb ? writeElement(name, { rgb }) : '';
}

function writeFont(font: NonNullable<CellFormat['font']>): string {
  const underline = UNDERLINE_STYLES.toFile(font.underline);
  return writeElement(
    'font',
    {},
    font.bold === undefined ? '' : writeElement('b', { val: font.bold ? undefined : false }),
    font.italic === undefined ? '' : writeElement('i', { val: font.italic ? undefined : false }),
    font.strikethrough === undefined
      ? ''
      : writeElement('strike', { val: font.strikethrough ? undefined : false }),
    underline ? writeElement('u', { val: underline === 'single' ? undefined : underline }) : '',
    font.size === undefined ? '' : writeElement('sz', { val: font.size }),
    writeColor('color', font.color),
    font.name === undefined ? '' : writeElement('name', { val: font.name }),
  );
}

/** Order of CT_Border: left, right, top, bottom, diagonal. */
function writeBorder(borders: CellFormat['borders'], isDifferential: boolean): string {
  const side = (name: string, border: Border | undefined): string => {
    const style = border && toFileLine(border);
    if (!style) return isDifferential ? '' : writeElement(name);
    return writeElement(name, { style }, writeColor('color', border.color));
  };
  const down = borders?.DiagonalDown;
  const up = borders?.DiagonalUp;
  return writeElement(
    'border',
    { diagonalUp: up ? true : undefined, diagonalDown: down ? true : undefined },
    side('left', borders?.EdgeLeft),
    side('right', borders?.EdgeRight),
    side('top', borders?.EdgeTop),
    side('bottom', borders?.EdgeBottom),
    side('diagonal', down ?? up),
  );
}

function toFileRotation(degrees: number | undefined): number | undefined {
  return degrees === undefined || degrees === 0
    ? undefined
    : degrees === 180
      ? 255
      : degrees < 0
        ? 90 - degrees
        : degrees;
}

function writeAlignment(format: CellFormat): string {
  const attributes = {
    horizontal: HORIZONTAL_ALIGNMENTS.toFile(format.horizontalAlignment),
    vertical: VERTICAL_ALIGNMENTS.toFile(format.verticalAlignment),
    textRotation: toFileRotation(format.textOrientation),
    wrapText: format.wrapText || undefined,
    indent: format.indentLevel || undefined,
    shrinkToFit: format.shrinkToFit || undefined,
  };
  return Object.values(attributes).some((value) => value !== undefined)
    ? writeElement('alignment', attributes)
    : '';
}

function writeCellProtection(format: CellFormat): string {
  return format.locked === false || format.formulaHidden
    ? writeElement('protection', {
        locked: format.locked === false ? false : undefined,
        hidden: format.formulaHidden || undefined,
      })
    : '';
}

export type PreservedStyles = {
  defaultFont?: { name: string; size: number; markup: string };
  dxfs?: readonly string[];
  /** The kept differential formats as the model has them: rules that look the same take their numbers. */
  dxfFormats?: readonly CellFormat[];
  elements?: Record<string, string>;
};

const toFormatKey = (format: CellFormat): string =>
  JSON.stringify(format, Object.keys(collectKeys(format)).sort());

/** Every key that occurs anywhere in a format: the list JSON.stringify orders by. */
function collectKeys(value: object, into: Record<string, true> = {}): Record<string, true> {
  for (const [key, one] of Object.entries(value)) {
    into[key] = true;
    if (typeof one === 'object' && one !== null) collectKeys(one as object, into);
  }
  return into;
}

/** Collects the formats of a workbook while it is written, then gives the style part. */
export class StylesWriter {
  private readonly numFmts = new Map<string, number>();
  private readonly fonts: MarkupIndex;
  private readonly fills = new MarkupIndex([
    writeElement('fill', {}, writeElement('patternFill', { patternType: 'none' })),
    writeElement('fill', {}, writeElement('patternFill', { patternType: 'gray125' })),
  ]);
  private readonly borders = new MarkupIndex([writeBorder(undefined, false)]);
  private readonly xfs = new MarkupIndex();
  private readonly dxfs: MarkupIndex;
  private readonly preservedDxfs: Map<string, number>;
  private readonly defaultFont: { name: string; size: number };
  private readonly numbers = new Map<CellFormat, [plain: number | undefined, quoted: number | undefined]>();

  constructor(private readonly preserved: PreservedStyles = {}) {
    this.defaultFont = preserved.defaultFont ?? STANDARD_FONT;
    this.fonts = new MarkupIndex([preserved.defaultFont?.markup ?? writeFont({ ...STANDARD_FONT })]);
    this.dxfs = new MarkupIndex(preserved.dxfs);
    this.preservedDxfs = new Map(
      (preserved.dxfFormats ?? []).map((format, index) => [toFormatKey(format), index]),
    );
    this.getXfId(PLAIN_FORMAT);
  }

  private getNumFmtId(code: string | undefined): number {
    if (code === undefined) return 0;
    const known = findBuiltInFormatId(code) ?? this.numFmts.get(code);
    if (known !== undefined) return known;
    const next = FIRST_CUSTOM_FORMAT_ID + this.numFmts.size;
    this.numFmts.set(code, next);
    return next;
  }

  private getFontId(font: CellFormat['font']): number {
    const whole = { ...this.defaultFont, ...font };
    for (const key of ['bold', 'italic', 'strikethrough'] as const) if (!whole[key]) delete whole[key];
    if (whole.underline === 'None') delete whole.underline;
    const isDefault =
      whole.name === this.defaultFont.name &&
      whole.size === this.defaultFont.size &&
      Object.values(whole).filter((value) => value !== undefined).length === 2;
    return isDefault ? 0 : this.fonts.getIndex(writeFont(whole));
  }

  private getFillId(fill: CellFormat['fill']): number {
    const rgb = toArgb(fill?.color);
    if (!rgb) return 0;
    return this.fills.getIndex(
      writeElement(
        'fill',
        {},
        writeElement(
          'patternFill',
          { patternType: 'solid' },
          writeElement('fgColor', { rgb }),
          writeElement('bgColor', { indexed: 64 }),
        ),
      ),
    );
  }

  /** Number of a cell's format. `quoted`: text that would read as a formula or a number stays text when edited. */
  getXfId(format: CellFormat = PLAIN_FORMAT, quoted = false): number {
    const known = this.numbers.get(format)?.[quoted ? 1 : 0];
    if (known !== undefined) return known;
    const numFmtId = this.getNumFmtId(format.numberFormat);
    const fontId = this.getFontId(format.font);
    const fillId = this.getFillId(format.fill);
    const borderId = format.borders ? this.borders.getIndex(writeBorder(format.borders, false)) : 0;
    const alignment = writeAlignment(format);
    const protection = writeCellProtection(format);
    const number = this.xfs.getIndex(
      writeElement(
        'xf',
        {
          numFmtId,
          fontId,
          fillId,
          borderId,
          xfId: 0,
          quotePrefix: quoted || undefined,
          applyNumberFormat: numFmtId !== 0 || undefined,
          applyFont: fontId !== 0 || undefined,
          applyFill: fillId !== 0 || undefined,
          applyBorder: borderId !== 0 || undefined,
          applyAlignment: alignment !== '' || undefined,
          applyProtection: protection !== '' || undefined,
        },
        alignment,
        protection,
      ),
    );
    const entry = this.numbers.get(format) ?? [undefined, undefined];
    entry[quoted ? 1 : 0] = number;
    this.numbers.set(format, entry);
    return number;
  }

  /** Number of a differential format: of a conditional format, or of a filter by colour. */
  getDxfId(format: CellFormat): number {
    const known = this.preservedDxfs.get(toFormatKey(format));
    return known ?? this.dxfs.getIndex(this.writeDxf('dxf', format));
  }

  /** Order of CT_Dxf: font, numFmt, fill, border. The x14 extension writes it out where it is used. */
  writeDxf(name: string, { numberFormat, font, fill, borders }: CellFormat): string {
    const rgb = toArgb(fill?.color);
    return writeElement(
      name,
      {},
      font ? writeFont(font) : '',
      numberFormat === undefined
        ? ''
        : writeElement('numFmt', {
            numFmtId: this.getNumFmtId(numberFormat),
            formatCode: escapeXString(numberFormat),
          }),
      rgb
        ? writeElement(
            'fill',
            {},
            writeElement(
              'patternFill',
              { patternType: 'solid' },
              writeElement('fgColor', { rgb }),
              writeElement('bgColor', { rgb }),
            ),
          )
        : '',
      borders ? writeBorder(borders, true) : '',
    );
  }

  /** Order of CT_Stylesheet: numFmts, fonts, fills, borders, cellStyleXfs, cellXfs, cellStyles, dxfs, tableStyles… */
  write(): string {
    const list = (name: string, items: readonly string[]): string =>
      items.length === 0 ? '' : writeElement(name, { count: items.length }, items);
    const numFmts = [...this.numFmts].map(([code, numFmtId]) =>
      writeElement('numFmt', { numFmtId, formatCode: escapeXString(code) }),
    );
    const { tableStyles, colors, extLst } = this.preserved.elements ?? {};
    return writeElement(
      'styleSheet',
      { xmlns: SPREADSHEET_NAMESPACE },
      list('numFmts', numFmts),
      list('fonts', this.fonts.items),
      list('fills', this.fills.items),
      list('borders', this.borders.items),
      list('cellStyleXfs', [writeElement('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })]),
      list('cellXfs', this.xfs.items),
      list('cellStyles', [writeElement('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })]),
      list('dxfs', this.dxfs.items) || writeElement('dxfs', { count: 0 }),
      tableStyles ??
        writeElement('tableStyles', {
          count: 0,
          defaultTableStyle: 'TableStyleMedium2',
          defaultPivotStyle: 'PivotStyleLight16',
        }),
      colors,
      extLst,
    );
  }
}

const PLAIN_FORMAT: CellFormat = Object.freeze({});
