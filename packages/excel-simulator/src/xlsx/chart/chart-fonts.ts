import { writeElement } from '@phuluc/ooxml/xml/write-xml';
import { findChild, findDescendant, readNumberAttribute, type XmlElement } from '@phuluc/ooxml/xml/xml-tree';
import type { ChartFontModel } from '../../model/types';
import { type Palette, toArgb } from '../styles/colors';
import { readSolidColor } from './read-solid-color';

/** Attributes and children of the properties of a run; sizes are hundredths of a point in files. */
function writeFontProperties({
  name,
  size,
  color,
  bold,
}: ChartFontModel): [Record<string, string | number>, string] {
  const rgb = toArgb(color)?.slice(2);
  return [
    {
      ...(size === undefined ? {} : { sz: Math.round(size * 100) }),
      ...(bold === undefined ? {} : { b: bold ? 1 : 0 }),
    },
    (rgb ? writeElement('a:solidFill', {}, writeElement('a:srgbClr', { val: rgb })) : '') +
      (name === undefined ? '' : writeElement('a:latin', { typeface: name })),
  ];
}

/** The text properties of a chart or its labels. */
export function writeTextProperties(font: ChartFontModel | undefined): string {
  if (!font) return '';
  const [attributes, children] = writeFontProperties(font);
  return writeElement(
    'c:txPr',
    {},
    writeElement('a:bodyPr'),
    writeElement('a:lstStyle'),
    writeElement(
      'a:p',
      {},
      writeElement('a:pPr', {}, writeElement('a:defRPr', attributes, children)),
      writeElement('a:endParaRPr', { lang: 'vi-VN' }),
    ),
  );
}

/** The properties of a run of a title. */
export function writeRunProperties(font: ChartFontModel | undefined): string {
  const [attributes, children] = writeFontProperties(font ?? {});
  return writeElement('a:rPr', { lang: 'vi-VN', ...attributes }, children);
}

function readRunFont(element: XmlElement | undefined, palette: Palette): ChartFontModel | undefined {
  if (!element) return undefined;
  const size = readNumberAttribute(element, 'sz');
  const bold = element.attributes['b'];
  const name = findChild(element, 'a:latin')?.attributes['typeface'];
  const color = readSolidColor(element, palette);
  const font: ChartFontModel = {
    // "+mn-lt" is the theme's.
    ...(name === undefined || name.startsWith('+') ? {} : { name }),
    ...(size === undefined ? {} : { size: size / 100 }),
    ...(color === undefined ? {} : { color }),
    ...(bold === undefined ? {} : { bold: bold === '1' || bold === 'true' }),
  };
  return Object.keys(font).length > 0 ? font : undefined;
}

/** The font of a chart or of labels, from their text properties. */
export function readChartFont(owner: XmlElement | undefined, palette: Palette): ChartFontModel | undefined {
  return readRunFont(findDescendant(owner, 'c:txPr', 'a:p', 'a:pPr', 'a:defRPr'), palette);
}

/** The font of a title: that of its first run, else of its paragraph. */
export function readTitleFont(title: XmlElement | undefined, palette: Palette): ChartFontModel | undefined {
  const paragraph = findDescendant(title, 'c:tx', 'c:rich', 'a:p');
  return (
    readRunFont(findDescendant(paragraph, 'a:r', 'a:rPr'), palette) ??
    readRunFont(findDescendant(paragraph, 'a:pPr', 'a:defRPr'), palette) ??
    readChartFont(title, palette)
  );
}
