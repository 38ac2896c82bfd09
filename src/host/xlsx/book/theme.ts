import { NAMESPACES } from '../opc/namespaces';
import { tag } from '../opc/xml';
import { STANDARD_PALETTE, THEME_ORDER } from '../styles/colors';

/** The part lists dark before light, cells number light before dark. */
const PART_ORDER = ['dk1', 'lt1', 'dk2', 'lt2', ...THEME_ORDER.slice(4)];

const scheme = (val: string): string => tag('a:solidFill', {}, tag('a:schemeClr', { val }));
const thrice = (markup: string): string => markup.repeat(3);
function font(name: string, typeface: string): string {
  return tag(
    name,
    {},
    tag('a:latin', { typeface }),
    tag('a:ea', { typeface: '' }),
    tag('a:cs', { typeface: '' }),
  );
}

/**
 * Office's colours and fonts as a theme, for workbooks that have none of their own: charts without colours take
 * theirs from it, and LibreOffice draws nothing where it is missing.
 */
export function standardTheme(): string {
  return tag(
    'a:theme',
    { 'xmlns:a': NAMESPACES.a, name: 'Office' },
    tag(
      'a:themeElements',
      {},
      tag(
        'a:clrScheme',
        { name: 'Office' },
        ...PART_ORDER.map((name) =>
          tag(`a:${name}`, {}, tag('a:srgbClr', { val: STANDARD_PALETTE.theme[THEME_ORDER.indexOf(name)] })),
        ),
      ),
      tag(
        'a:fontScheme',
        { name: 'Office' },
        font('a:majorFont', 'Calibri Light'),
        font('a:minorFont', 'Calibri'),
      ),
      tag(
        'a:fmtScheme',
        { name: 'Office' },
        tag('a:fillStyleLst', {}, thrice(scheme('phClr'))),
        tag('a:lnStyleLst', {}, thrice(tag('a:ln', { w: 9525 }, scheme('phClr')))),
        tag('a:effectStyleLst', {}, thrice(tag('a:effectStyle', {}, tag('a:effectLst')))),
        tag('a:bgFillStyleLst', {}, thrice(scheme('phClr'))),
      ),
    ),
  );
}
