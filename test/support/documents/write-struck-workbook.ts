import { CFB } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';

/** A part of a text in a font of its own. */
type TextPart = { text: string; struck?: boolean; raised?: boolean };
/** A cell in plain font, one struck through as a whole by its style, or one of which parts are in other fonts. */
export type StruckCell = string | { struck: string } | TextPart[];

const PLAIN = 0;
const STRUCK = 1;
const RAISED = 2;

const getFont = ({ struck, raised }: TextPart): number => (struck ? STRUCK : raised ? RAISED : PLAIN);
const isWhollyStruck = (cell: StruckCell): boolean => typeof cell === 'object' && 'struck' in cell;
function getParts(cell: StruckCell): TextPart[] {
  if (typeof cell === 'string') return [{ text: cell }];
  return 'struck' in cell ? [{ text: cell.struck }] : cell;
}
const getText = (cell: StruckCell): string =>
  getParts(cell)
    .map(({ text }) => text)
    .join('');

type Run = { at: number; font: number };

/** The runs behind the first characters, which are in the font of the cell. */
function listRuns(cell: StruckCell): Run[] {
  if (typeof cell === 'string' || 'struck' in cell) return [];
  let at = 0;
  return cell.map((part) => {
    const run = { at, font: getFont(part) };
    at += part.text.length;
    return run;
  });
}

const number = (value: number, size: number): number[] =>
  Array.from({ length: size }, (_, index) => Math.floor(value / 256 ** index) & 0xff);
const u16 = (value: number): number[] => number(value, 2);
const u32 = (value: number): number[] => number(value, 4);
const wide = (text: string): number[] =>
  [...Array(text.length).keys()].flatMap((at) => u16(text.charCodeAt(at)));

const BIFF_NAME = 'Arial';
/** A font of [MS-XLS] 2.4.122. */
const biffFont = (struck: boolean, raised: boolean): number[] => [
  ...u16(220),
  ...u16(struck ? 8 : 0),
  ...u16(0x7fff),
  ...u16(400),
  ...u16(raised ? 1 : 0),
  ...[0, 0, 0, 0, BIFF_NAME.length, 0],
  ...strToU8(BIFF_NAME),
];
/** Fonts are counted without the fourth, so that these are 5 and 6. */
const BIFF_FONTS = [PLAIN, 5, 6];
const biffRecord = (type: number, data: number[]): number[] => [...u16(type), ...u16(data.length), ...data];

function biffText(cell: StruckCell): number[] {
  const runs = listRuns(cell).map(({ at, font }) => [...u16(at), ...u16(BIFF_FONTS[font]!)]);
  const counts = runs.length > 0 ? [9, ...u16(runs.length)] : [1];
  return [...u16(getText(cell).length), ...counts, ...wide(getText(cell)), ...runs.flat()];
}

/** Bytes of a record; what does not fit goes on in another. */
const MAX_RECORD = 8_224;

/** Puts bytes into records, each of which continues the one before it. */
function continueRecord(type: number, data: number[], at = MAX_RECORD): number[] {
  if (data.length <= at) return biffRecord(type, data);
  return [...biffRecord(type, data.slice(0, at)), ...continueRecord(0x003c, data.slice(at))];
}

/**
 * Writes an .xls. `splitAt`: the texts go on in another record after so many characters of the first of them, which
 * must be longer.
 */
export function writeStruckXls(rows: readonly (readonly StruckCell[])[], splitAt?: number): Uint8Array {
  const cells = rows.flatMap((row, index) => row.map((cell, column) => ({ cell, row: index, column })));
  const [first] = cells.map(({ cell }) => biffText(cell));
  const texts = [...u32(cells.length), ...u32(cells.length), ...cells.flatMap(({ cell }) => biffText(cell))];
  const split = 8 + first!.length - 4 * listRuns(cells[0]!.cell).length - 2 * getText(cells[0]!.cell).length;
  const at = splitAt === undefined ? texts.length : split + 2 * splitAt;
  const shared =
    splitAt === undefined
      ? continueRecord(0x00fc, texts)
      : [...biffRecord(0x00fc, texts.slice(0, at)), ...biffRecord(0x003c, [1, ...texts.slice(at)])];
  const style = (font: number): number[] => biffRecord(0x00e0, [...u16(font), ...Array<number>(18).fill(0)]);
  const begin = (kind: number): number[] =>
    biffRecord(0x0809, [...u16(0x0600), ...u16(kind), ...Array<number>(12).fill(0)]);
  const fonts = [0, 1, 2, 3].flatMap(() => biffRecord(0x0031, biffFont(false, false)));
  const other = [biffFont(true, false), biffFont(false, true)].flatMap((font) => biffRecord(0x0031, font));
  const beforeSheet = [...begin(5), ...fonts, ...other, ...style(0), ...style(BIFF_FONTS[STRUCK]!)];
  const name = 'Bảng';
  const sheetRecord = (position: number): number[] =>
    biffRecord(0x0085, [...u32(position), 0, 0, name.length, 1, ...wide(name)]);
  const position = beforeSheet.length + sheetRecord(0).length + shared.length + 4;
  const labels = cells.flatMap(({ cell, row, column }, index) =>
    biffRecord(0x00fd, [...u16(row), ...u16(column), ...u16(isWhollyStruck(cell) ? 1 : 0), ...u32(index)]),
  );
  const end = biffRecord(0x000a, []);
  const stream = [
    ...beforeSheet,
    ...sheetRecord(position),
    ...shared,
    ...end,
    ...begin(0x10),
    ...labels,
    ...end,
  ];
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/Workbook', Uint8Array.from(stream));
  return new Uint8Array(CFB.write(container, { type: 'array' }) as ArrayLike<number>);
}

const binaryRecord = (type: number, data: number[]): number[] => [
  ...(type < 0x80 ? [type] : [(type & 0x7f) | 0x80, type >> 7]),
  ...[(data.length & 0x7f) | 0x80, (data.length >> 7) & 0x7f],
  ...data,
];
const binaryText = (text: string): number[] => [...u32(text.length), ...wide(text)];
const binaryFont = (struck: boolean, raised: boolean): number[] =>
  binaryRecord(43, [
    ...u16(220),
    ...u16(struck ? 8 : 0),
    ...u16(400),
    ...u16(raised ? 1 : 0),
    ...Array<number>(13).fill(0),
    ...binaryText(BIFF_NAME),
  ]);

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const relations = (targets: Record<string, string>): Uint8Array =>
  strToU8(
    `<Relationships xmlns="${RELATIONS}">${Object.entries(targets)
      .map(
        ([type, target], index) =>
          `<Relationship Id="r${index}" Type="${OFFICE}/${type}" Target="${target}"/>`,
      )
      .join('')}</Relationships>`,
  );

/** Writes an .xlsb. */
export function writeStruckXlsb(rows: readonly (readonly StruckCell[])[]): Uint8Array {
  const cells = rows.flat();
  const texts = cells.flatMap((cell) => {
    const runs = listRuns(cell);
    const fonts =
      runs.length === 0
        ? []
        : [...u32(runs.length), ...runs.flatMap(({ at, font }) => [...u16(at), ...u16(font)])];
    return binaryRecord(19, [runs.length > 0 ? 1 : 0, ...binaryText(getText(cell)), ...fonts]);
  });
  const style = (font: number): number[] =>
    binaryRecord(47, [...u16(0), ...u16(0), ...u16(font), ...Array<number>(10).fill(0)]);
  let index = 0;
  const sheet = rows.flatMap((row, at) => [
    ...binaryRecord(0, [...u32(at), ...Array<number>(13).fill(0)]),
    ...row.flatMap((cell, column) =>
      binaryRecord(7, [...u32(column), isWhollyStruck(cell) ? 1 : 0, 0, 0, 0, ...u32(index++)]),
    ),
  ]);
  const types = 'application/vnd.ms-excel.sheet.binary.macroEnabled.main';
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="bin" ContentType="${types}"/></Types>`,
    ),
    '_rels/.rels': relations({ officeDocument: 'xl/workbook.bin' }),
    'xl/_rels/workbook.bin.rels': relations({
      worksheet: 'worksheets/sheet1.bin',
      styles: 'styles.bin',
      sharedStrings: 'sharedStrings.bin',
    }),
    'xl/workbook.bin': Uint8Array.from(
      binaryRecord(156, [...u32(0), ...u32(1), ...binaryText('r0'), ...binaryText('Bảng')]),
    ),
    'xl/styles.bin': Uint8Array.from([
      ...binaryFont(false, false),
      ...binaryFont(true, false),
      ...binaryFont(false, true),
      ...binaryRecord(617, []),
      ...style(PLAIN),
      ...style(STRUCK),
      ...binaryRecord(618, []),
    ]),
    'xl/sharedStrings.bin': Uint8Array.from(texts),
    'xl/worksheets/sheet1.bin': Uint8Array.from(sheet),
  });
}

const ODS_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const ODF = 'urn:oasis:names:tc:opendocument:xmlns';
const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** Writes an .ods. */
export function writeStruckOds(rows: readonly (readonly StruckCell[])[]): Uint8Array {
  const styles = ['', ' text:style-name="T1"', ' text:style-name="T2"'];
  const formatCell = (cell: StruckCell): string =>
    `<table:table-cell office:value-type="string"${isWhollyStruck(cell) ? ' table:style-name="ce1"' : ''}><text:p>${getParts(
      cell,
    )
      .map((part) => {
        const style = styles[getFont(part)]!;
        return style === '' ? escape(part.text) : `<text:span${style}>${escape(part.text)}</text:span>`;
      })
      .join('')}</text:p></table:table-cell>`;
  const content = `<office:document-content xmlns:office="${ODF}:office:1.0" xmlns:table="${ODF}:table:1.0" xmlns:text="${ODF}:text:1.0" xmlns:style="${ODF}:style:1.0" office:version="1.3"><office:automatic-styles><style:style style:name="ce1" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style><style:style style:name="T1" style:family="text"><style:text-properties style:text-line-through-type="single"/></style:style><style:style style:name="T2" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Bảng">${rows
    .map((row) => `<table:table-row>${row.map(formatCell).join('')}</table:table-row>`)
    .join('')}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return zipSync({
    mimetype: [strToU8(ODS_TYPE), { level: 0 }],
    'META-INF/manifest.xml': strToU8(
      `<manifest:manifest xmlns:manifest="${ODF}:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${ODS_TYPE}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    ),
    'content.xml': strToU8(content),
  });
}

/** Writes an XML Spreadsheet 2003. */
export function writeStruckXml(rows: readonly (readonly StruckCell[])[]): Uint8Array {
  const formatPart = (part: TextPart): string => {
    const text = escape(part.text);
    return part.struck ? `<S>${text}</S>` : part.raised ? `<Sup>${text}</Sup>` : text;
  };
  const formatCell = (cell: StruckCell): string =>
    `<Cell${isWhollyStruck(cell) ? ' ss:StyleID="s1"' : ''}><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">${getParts(
      cell,
    )
      .map(formatPart)
      .join('')}</ss:Data></Cell>`;
  const namespace = 'urn:schemas-microsoft-com:office:spreadsheet';
  return strToU8(
    `<?xml version="1.0"?><Workbook xmlns="${namespace}" xmlns:ss="${namespace}"><Styles><Style ss:ID="s1"><Font ss:StrikeThrough="1"/></Style></Styles><Worksheet ss:Name="Bảng"><Table>${rows
      .map((row) => `<Row>${row.map(formatCell).join('')}</Row>`)
      .join('')}</Table></Worksheet></Workbook>`,
  );
}
