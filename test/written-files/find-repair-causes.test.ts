import { formatRelationships, packParts } from '../../packages/ooxml/test/package-parts';
import { findRepairCauses } from '../support/written-files/repair-causes/find-repair-causes';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const [BOOK, SHEET, OTHER, TABLE, STYLES, TYPES] = [
  'xl/workbook.xml',
  'xl/worksheets/sheet1.xml',
  'xl/worksheets/sheet2.xml',
  'xl/tables/table1.xml',
  'xl/styles.xml',
  '[Content_Types].xml',
] as const;
const SHEET_LINKS = 'xl/worksheets/_rels/sheet1.xml.rels';
const OTHER_LINKS = 'xl/worksheets/_rels/sheet2.xml.rels';

/** A whole workbook: two sheets, a table on each, a filter, merges, rules, names. */
const PARTS: Record<string, string> = {
  [TYPES]:
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
  '_rels/.rels': formatRelationships(['rId1', 'officeDocument', BOOK]),
  [BOOK]: `<workbook ${MAIN} ${RELATIONS}><bookViews><workbookView activeTab="0"/></bookViews><sheets><sheet name="Một" sheetId="1" r:id="rId1"/><sheet name="Hai" sheetId="2" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">Hai!$A$1:$B$9</definedName><definedName name="DanhMuc">Một!$A$2:$A$3</definedName></definedNames></workbook>`,
  'xl/_rels/workbook.xml.rels': formatRelationships(
    ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
    ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
    ['rId3', 'styles', 'styles.xml'],
    ['rId4', 'sharedStrings', 'sharedStrings.xml'],
  ),
  'xl/sharedStrings.xml': `<sst ${MAIN}><si><t>Mã</t></si><si><r><t>Nội dung</t></r><r><t>\ncông việc</t></r></si></sst>`,
  [STYLES]: `<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="1"><font/></fonts><fills count="2"><fill/><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="164" fillId="1" xfId="0"/></cellXfs><dxfs count="1"><dxf/></dxfs></styleSheet>`,
  [SHEET]: `<worksheet ${MAIN} ${RELATIONS}><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="2" width="9"/><col min="3" max="3" width="9" style="1"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>1</v></c></row><row r="2"><c r="A2"><v>7</v></c><c r="B2"><f>SUM(A2,1)</f><v>8</v></c></row></sheetData><mergeCells><mergeCell ref="D1:E1"/><mergeCell ref="D2:E2"/></mergeCells><conditionalFormatting sqref="A2"><cfRule type="expression" dxfId="0" priority="1"><formula>A2&gt;1</formula></cfRule></conditionalFormatting><dataValidations><dataValidation type="list" sqref="A2:A3" promptTitle="Mã" prompt="Chọn"><formula1>"Có,Không"</formula1></dataValidation></dataValidations><headerFooter><oddFooter>&amp;P</oddFooter></headerFooter><tableParts><tablePart r:id="rId1"/></tableParts></worksheet>`,
  [SHEET_LINKS]: formatRelationships(['rId1', 'table', '../tables/table1.xml']),
  [TABLE]: `<table ${MAIN} id="1" displayName="NhiemVu" ref="A1:B3"><autoFilter ref="A1:B3"/><tableColumns count="2"><tableColumn id="1" name="Mã"/><tableColumn id="2" name="Nội dung_x000a_công việc"/></tableColumns></table>`,
  [OTHER]: `<worksheet ${MAIN} ${RELATIONS}><sheetData><row r="12"><c r="A12" t="inlineStr"><is><t>Tên</t></is></c></row></sheetData><autoFilter ref="A1:B9"><filterColumn colId="1"/></autoFilter><tableParts><tablePart r:id="rId7"/></tableParts></worksheet>`,
  [OTHER_LINKS]: formatRelationships(['rId7', 'table', '../tables/table2.xml']),
  'xl/tables/table2.xml': `<table ${MAIN} id="2" displayName="DonVi" ref="A12:A13"><tableColumns count="1"><tableColumn id="1" name="Tên"/></tableColumns></table>`,
};

/** The causes after a text of one part was replaced by another. */
function findAfter(part: string, text: string, replacement: string): string[] {
  const spoiled = PARTS[part]!.replace(text, () => replacement);
  if (spoiled === PARTS[part]) throw new Error(`${part} has no “${text}”`);
  return findRepairCauses(packParts({ ...PARTS, [part]: spoiled }));
}

type Spoiling = [what: string, part: string, text: string, replacement: string, cause: string];

const TABLE_SPOILINGS: Spoiling[] = [
  [
    'a column that is not the text of its header cell',
    TABLE,
    '"Mã"',
    '"Mã "',
    'the column “Mã ” has the header cell “Mã”',
  ],
  [
    'a header cell that is no text',
    SHEET,
    '<c r="A1" t="s"><v>0</v></c>',
    '<c r="A1"><v>0</v></c>',
    'the header cell “without text”',
  ],
  ['two columns of one name', TABLE, 'Nội dung_x000a_công việc', 'mã', 'two columns of one name'],
  ['two columns of one id', TABLE, '<tableColumn id="2"', '<tableColumn id="1"', 'two columns of one id'],
  ['a column without a name', TABLE, '"Mã"', '""', 'a column without a name'],
  ['fewer columns than its range', TABLE, ' ref="A1:B3">', ' ref="A1:C3">', '2 columns in A1:C3'],
  ['a wrong count of columns', TABLE, 'count="2"', 'count="3"', 'the count of its columns is wrong'],
  [
    'a filter of other cells',
    TABLE,
    '<autoFilter ref="A1:B3"/>',
    '<autoFilter ref="A1:B2"/>',
    'its filter is of A1:B2',
  ],
  [
    'a filter without a header row',
    TABLE,
    ' ref="A1:B3">',
    ' headerRowCount="0" ref="A1:B3">',
    'it has a filter and no header row',
  ],
  [
    'a filter beyond the last column',
    TABLE,
    '<autoFilter ref="A1:B3"/>',
    '<autoFilter ref="A1:B3"><filterColumn colId="2"/></autoFilter>',
    'filters a column beyond the last',
  ],
  [
    'a part that two sheets refer to',
    OTHER_LINKS,
    'table2.xml',
    'table1.xml',
    'table1.xml is referred to twice',
  ],
  ['an id that stands twice', 'xl/tables/table2.xml', 'id="2"', 'id="1"', 'the id 1 stands twice'],
  ['the name of another table', 'xl/tables/table2.xml', 'DonVi', 'NHIEMVU', 'the name NHIEMVU stands twice'],
  ['the name of a range', TABLE, 'NhiemVu', 'danhmuc', 'the name danhmuc stands twice'],
  ['a name that is a cell', TABLE, 'NhiemVu', 'NV12', 'NV12 is no name'],
];

const RANGE_SPOILINGS: Spoiling[] = [
  ['merges that overlap', SHEET, 'ref="D2:E2"', 'ref="D1:D2"', 'merge D1:E1 overlaps merge D1:D2'],
  ['a merge in a table', SHEET, 'ref="D2:E2"', 'ref="B2:C2"', 'table A1:B3 overlaps merge B2:C2'],
  [
    'a filter over a table',
    OTHER,
    '<autoFilter ref="A1:B9">',
    '<autoFilter ref="A1:B12">',
    'filter A1:B12 overlaps table A12:A13',
  ],
  [
    'the name of a filter of other cells',
    BOOK,
    'Hai!$A$1:$B$9',
    'Hai!$A$1:$B$8',
    'the name of the filter is of Hai!$A$1:$B$8',
  ],
  [
    'the name of a filter without the filter',
    BOOK,
    'localSheetId="1"',
    'localSheetId="0"',
    'the filter of nothing',
  ],
  ['a filter beyond its last column', OTHER, 'colId="1"', 'colId="2"', 'the filter has no column 2'],
  ['a typed list of 256 characters', SHEET, '"Có,Không"', `"${'c'.repeat(256)}"`, 'its list is too long'],
  [
    'a title of 33 characters',
    SHEET,
    'promptTitle="Mã"',
    `promptTitle="${'m'.repeat(33)}"`,
    'a title is too long',
  ],
  [
    'a message of 256 characters',
    SHEET,
    'prompt="Chọn"',
    `prompt="${'m'.repeat(256)}"`,
    'a message is too long',
  ],
  ['a validation without its formula', SHEET, '<formula1>"Có,Không"</formula1>', '', 'it has no formula'],
  ['a validation of no cells', SHEET, 'sqref="A2:A3"', 'sqref=""', 'it is of no cells'],
  ['a validation as it is typed', SHEET, '"Có,Không"', '=DanhMuc', 'its formula begins with ='],
  ['a rule without its format', SHEET, 'dxfId="0"', 'dxfId="1"', 'format 1 is not there'],
  ['a rule without its priority', SHEET, 'priority="1"', 'priority="0"', 'priority 0'],
  [
    'a rule of no cells',
    SHEET,
    '<conditionalFormatting sqref="A2">',
    '<conditionalFormatting sqref="">',
    'it is of no cells',
  ],
  ['a footer of 256 characters', SHEET, '&amp;P', 'p'.repeat(256), 'oddFooter has 256 characters'],
];

const CELL_SPOILINGS: Spoiling[] = [
  ['a text that is not there', SHEET, '<v>1</v>', '<v>2</v>', 'B1: no text 2'],
  ['a format that is not there', SHEET, 's="1"', 's="2"', 'B1: no format 2'],
  ['a format of a column that is not there', SHEET, 'style="1"', 'style="2"', 'the columns 3 to 3'],
  ['columns that overlap', SHEET, '<col min="3"', '<col min="2"', 'the columns 2 to 3'],
  ['rows out of order', SHEET, '<row r="2">', '<row r="1">', 'row 1 after row 1'],
  ['cells out of order', SHEET, '<c r="A2">', '<c r="C2">', 'B2 is out of order'],
  ['a number that is none', SHEET, '<v>7</v>', '<v>NaN</v>', '“NaN” is no number'],
  [
    'a text of 32,768 characters',
    SHEET,
    '<c r="A2"><v>7</v></c>',
    `<c r="A2" t="str"><v>${'x'.repeat(32_768)}</v></c>`,
    'a text of 32768 characters',
  ],
  ['a formula of 8,193 characters', SHEET, 'SUM(A2,1)', '1'.repeat(8_193), 'a formula of 8193 characters'],
  ['a formula as it is typed', SHEET, 'SUM(A2,1)', '=SUM(A2,1)', 'its formula begins with ='],
  [
    'a newer function without its prefix',
    SHEET,
    'SUM(A2,1)',
    'TEXTJOIN(&quot;,&quot;,TRUE,A2)',
    'TEXTJOIN( is written without its prefix',
  ],
  ['cell metadata that is not there', SHEET, '<c r="B2">', '<c r="B2" cm="1">', 'no cell metadata 1'],
  [
    'a frozen pane that begins above its split',
    SHEET,
    'topLeftCell="A2"',
    'topLeftCell="A1"',
    'the frozen pane begins',
  ],
];

const WORKBOOK_SPOILINGS: Spoiling[] = [
  [
    'a format of an absent font',
    STYLES,
    '<xf numFmtId="164"',
    '<xf fontId="1" numFmtId="164"',
    'cellXfs 1 refers to',
  ],
  [
    'a format of an absent number format',
    STYLES,
    '<xf numFmtId="164"',
    '<xf numFmtId="165"',
    'cellXfs 1 refers to',
  ],
  ['a format of an absent style', STYLES, 'xfId="0"', 'xfId="1"', 'cellXfs 1 is of an absent style'],
  [
    'too many formats',
    STYLES,
    '<xf/></cellStyleXfs><cellXfs count="2">',
    `<xf/></cellStyleXfs><cellXfs>${'<xf/>'.repeat(65_490)}`,
    '65492 formats of cells',
  ],
  ['too many fonts', STYLES, '<font/>', '<font/>'.repeat(1_025), '1025 fonts'],
  [
    'a name that stands twice',
    BOOK,
    '</definedNames>',
    '<definedName name="DANHMUC">1</definedName></definedNames>',
    'the name DANHMUC stands twice',
  ],
  ['a name that is none', BOOK, '"DanhMuc"', '"Danh muc"', 'Danh muc is no name'],
  [
    'a name of an absent sheet',
    BOOK,
    '<definedName name="DanhMuc"',
    '<definedName localSheetId="2" name="DanhMuc"',
    'DanhMuc: of an absent sheet',
  ],
  ['a name as it is typed', BOOK, 'Một!$A$2:$A$3', '=Một!$A$2:$A$3', 'is no formula of a file'],
  ['two sheets of one name', BOOK, '"Hai"', '"một"', 'two sheets named một'],
  ['two sheets of one number', BOOK, 'sheetId="2"', 'sheetId="1"', 'two sheets of one sheetId'],
  ['a sheet whose name is too long', BOOK, '"Một"', `"${'M'.repeat(32)}"`, 'no name of a sheet'],
  [
    'no visible sheet',
    BOOK,
    '<sheet name="Một" sheetId="1" r:id="rId1"/><sheet',
    '<sheet state="hidden"',
    'no visible sheet',
  ],
  ['an active sheet beyond the last', BOOK, 'activeTab="0"', 'activeTab="2"', 'the active sheet 2'],
  ['a part of no content type', TYPES, 'Extension="xml"', 'Extension="vml"', 'no content type'],
  [
    'a content type of an absent part',
    TYPES,
    '</Types>',
    '<Override PartName="/xl/calcChain.xml" ContentType="a"/></Types>',
    'the absent part /xl/calcChain.xml',
  ],
  [
    'a relation to an absent part',
    SHEET_LINKS,
    '</Relationships>',
    '<Relationship Id="rId2" Type="x/drawing" Target="../drawings/drawing1.xml"/></Relationships>',
    'refers to the absent part xl/drawings/drawing1.xml',
  ],
  [
    'two relations of one id',
    SHEET_LINKS,
    '</Relationships>',
    '<Relationship Id="rId1" Type="x/table" Target="../tables/table1.xml"/></Relationships>',
    'two relations of one id',
  ],
];

describe('findRepairCauses', () => {
  it('finds none in a whole workbook', () => {
    expect(findRepairCauses(packParts(PARTS))).toEqual([]);
  });

  it.each([...TABLE_SPOILINGS, ...RANGE_SPOILINGS, ...CELL_SPOILINGS, ...WORKBOOK_SPOILINGS])(
    'finds %s',
    (_, part, text, replacement, cause) => {
      const causes = findAfter(part, text, replacement);
      expect(causes.filter((found) => found.includes(cause))).not.toEqual([]);
    },
  );

  it('finds a table that reaches over another', () => {
    const causes = findRepairCauses(
      packParts({
        ...PARTS,
        [SHEET]: PARTS[SHEET]!.replace('</tableParts>', '<tablePart r:id="rId2"/></tableParts>'),
        [SHEET_LINKS]: formatRelationships(
          ['rId1', 'table', '../tables/table1.xml'],
          ['rId2', 'table', '../tables/table3.xml'],
        ),
        'xl/tables/table3.xml': `<table ${MAIN} id="3" displayName="Khac" headerRowCount="0" ref="B3:B4"><tableColumns count="1"><tableColumn id="1" name="Tên"/></tableColumns></table>`,
      }),
    );
    expect(causes).toEqual(['Một: table A1:B3 overlaps table B3:B4']);
  });
});
