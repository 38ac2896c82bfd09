import { NAMESPACES } from '@phuluc/ooxml/xml/namespaces';
import { writeElement } from '@phuluc/ooxml/xml/write-xml';
import { STANDARD_PALETTE, THEME_ORDER } from '../styles/colors';

/** The part lists dark before light, cells number light before dark. */
const PART_ORDER = ['dk1', 'lt1', 'dk2', 'lt2', ...THEME_ORDER.slice(4)];

const writeSchemeFill = (val: string): string =>
  writeElement('a:solidFill', {}, writeElement('a:schemeClr', { val }));
const repeatThrice = (markup: string): string => markup.repeat(3);
function writeThemeFont(name: string, typeface: string): string {
  return writeElement(
    name,
    {},
    writeElement('a:latin', { typeface }),
    writeElement('a:ea', { typeface: '' }),
    writeElement('a:cs', { typeface: '' }),
  );
}

/**
 * Office's colours and fonts as a theme, for workbooks that have none of their own: charts without colours take
 * theirs from it, and LibreOffice draws nothing where it is missing.
 */
export function writeStandardTheme(): string {
  return writeElement(
    'a:theme',
    { 'xmlns:a': NAMESPACES.a, name: 'Office' },
    writeElement(
      'a:themeElements',
      {},
      writeElement(
        'a:clrScheme',
        { name: 'Office' },
        PART_ORDER.map((name) =>
          writeElement(
            `a:${name}`,
            {},
            writeElement('a:srgbClr', { val: STANDARD_PALETTE.theme[THEME_ORDER.indexOf(name)] }),
          ),
        ),
      ),
      writeElement(
        'a:fontScheme',
        { name: 'Office' },
        writeThemeFont('a:majorFont', 'Calibri Light'),
        writeThemeFont('a:minorFont', 'Calibri'),
      ),
      writeElement(
        'a:fmtScheme',
        { name: 'Office' },
        writeElement('a:fillStyleLst', {}, repeatThrice(writeSchemeFill('phClr'))),
        writeElement(
          'a:lnStyleLst',
          {},
          repeatThrice(writeElement('a:ln', { w: 9525 }, writeSchemeFill('phClr'))),
        ),
        writeElement(
          'a:effectStyleLst',
          {},
          repeatThrice(writeElement('a:effectStyle', {}, writeElement('a:effectLst'))),
        ),
        writeElement('a:bgFillStyleLst', {}, repeatThrice(writeSchemeFill('phClr'))),
      ),
    ),
  );
}
