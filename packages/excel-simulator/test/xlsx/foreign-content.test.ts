import { recalculate } from '@phuluc/excel-simulator/formulas/recalculate';
import { isRowHidden } from '@phuluc/excel-simulator/model/geometry';
import { createTable } from '@phuluc/excel-simulator/model/tables/tables';
import type { WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { addSheet, getCell, setCell } from '@phuluc/excel-simulator/model/workbook';
import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import {
  createMinimalWorkbook,
  formatRelationships,
  formatSheetXml,
  packParts,
  readParts,
} from '../../../ooxml/test/package-parts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const reopen = async (workbook: WorkbookModel): Promise<WorkbookModel> =>
  openWorkbook(await saveWorkbook(workbook));

const textCell = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;

describe('a workbook with tables of its own', () => {
  /** A sheet with a table whose part is preserved: it has content that the model does not have. */
  const openWithTable = (part: string): Promise<WorkbookModel> =>
    openWorkbook(
      createMinimalWorkbook(
        formatSheetXml(
          `<row r="1">${textCell('A1', 'Tên')}</row><row r="2">${textCell('A2', 'Lớp một')}</row>`,
          '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
        ),
        {
          'xl/worksheets/_rels/sheet1.xml.rels': formatRelationships(['rId1', 'table', `/${part}`]),
          [part]: `<table xmlns="${MAIN}" id="1" name="T" displayName="BangLop" ref="A1:A2"><autoFilter ref="A1:A2"/><tableColumns count="1"><tableColumn id="1" name="Tên" dataDxfId="0" dataCellStyle="Normal"/></tableColumns><extLst><ext uri="{504A1905-F514-4f6f-8877-14C23A59335A}"/></extLst></table>`,
        },
      ),
    );

  it.each([['xl/tables/table1.xml'], ['xl/Tables/Table1.XML'], ['xl/tables/table2.xml']])(
    'keeps %s beside two new tables, and after its rows have changed',
    async (part) => {
      const workbook = await openWithTable(part);
      const sheet = workbook.sheets[0]!;
      setCell(sheet, 2, 0, { value: 'Lớp hai' });
      sheet.tables[0]!.area.bottom = 2;
      for (const name of ['NhiemVu', 'TienDo']) {
        const added = addSheet(workbook, name);
        setCell(added, 0, 0, { value: name });
        const area = { top: 0, left: 0, bottom: 1, right: 0 };
        const table = createTable(workbook, added, area, { hasHeaders: true, name: `Bang${name}` });
        if (!table.ok) throw new Error(table.message);
      }
      const again = await reopen(workbook);
      expect(again.sheets.map(({ tables }) => tables.map(({ name, area }) => [name, area.bottom]))).toEqual([
        [['BangLop', 2]],
        [['BangNhiemVu', 1]],
        [['BangTienDo', 1]],
      ]);
    },
  );
});

describe('a workbook larger than the arguments of one call', () => {
  const MANY = 130_000;

  it('keeps all of its different texts and merged cells', async () => {
    const workbook = await openWorkbook(createMinimalWorkbook(formatSheetXml('')));
    const sheet = workbook.sheets[0]!;
    for (let row = 0; row < MANY; row++) {
      setCell(sheet, row, 0, { value: `Việc ${row}` });
      sheet.merges.push({ top: row, bottom: row, left: 1, right: 2 });
    }
    const again = await reopen(workbook);
    expect(getCell(again.sheets[0]!, MANY - 1, 0).value).toBe(`Việc ${MANY - 1}`);
    expect(again.sheets[0]!.merges).toHaveLength(MANY);
  }, 60_000);
});

describe('a workbook in Strict Open XML', () => {
  it('is saved with one relationship to each part of its properties', async () => {
    const strict = 'http://purl.oclc.org/ooxml';
    const file = packParts({
      '_rels/.rels': formatRelationships(
        ['rId1', `${strict}/officeDocument/relationships/officeDocument`, 'xl/workbook.xml'],
        ['rId2', `${strict}/officeDocument/relationships/extendedProperties`, 'docProps/app.xml'],
        ['rId3', `${strict}/officeDocument/relationships/customProperties`, 'docProps/custom.xml'],
      ),
      'docProps/app.xml': `<Properties xmlns="${strict}/officeDocument/extendedProperties"><Company>Trường A</Company></Properties>`,
      'docProps/custom.xml': `<Properties xmlns="${strict}/officeDocument/customProperties" xmlns:vt="${strict}/officeDocument/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Số"><vt:lpwstr>12</vt:lpwstr></property></Properties>`,
      'xl/workbook.xml': `<workbook conformance="strict" xmlns="${strict}/spreadsheetml/main" xmlns:r="${strict}/officeDocument/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': formatRelationships([
        'rId1',
        `${strict}/officeDocument/relationships/worksheet`,
        'worksheets/sheet1.xml',
      ]),
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${strict}/spreadsheetml/main"><sheetData/></worksheet>`,
    });
    const saved = await saveWorkbook(await openWorkbook(file));
    const parts = readParts(saved);
    expect(parts['_rels/.rels']!.match(/docProps\/app\.xml/g)).toHaveLength(1);
    expect(parts['_rels/.rels']!.match(/docProps\/custom\.xml/g)).toHaveLength(1);
    expect(Object.values(parts).filter((part) => /purl\.oclc\.org|conformance/.test(part))).toEqual([]);
    expect((await openWorkbook(saved)).properties).toEqual({ company: 'Trường A', Số: '12' });
  });
});

describe('rows that a sheet hides by default', () => {
  const sheet = formatSheetXml(
    `<row r="1">${textCell('A1', 'Hiện')}</row><row r="3"/><row r="4" hidden="1">${textCell('A4', 'Ẩn')}</row>`,
    '',
    '<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>',
  );

  it('stay hidden, and rows that the file writes stay visible', async () => {
    const workbook = await openWorkbook(createMinimalWorkbook(sheet));
    setCell(workbook.sheets[0]!, 8, 0, { value: 'mới' });
    for (const model of [workbook, await reopen(workbook)]) {
      const hidden = [0, 1, 2, 3, 8, 900].map((row) => isRowHidden(model.sheets[0]!, row));
      expect(hidden).toEqual([false, true, false, true, true, true]);
    }
  });
});

describe('a text of a plain part and runs', () => {
  it.each([
    ['runs without format', '<t xml:space="preserve">Danh sách </t><r><t>năm học</t></r>'],
    [
      'runs with format',
      '<t xml:space="preserve">Danh sách </t><r><rPr><b/></rPr><t>năm học</t></r><rPh sb="0" eb="1"><t>x</t></rPh>',
    ],
  ])('keeps both parts with %s', async (_, markup) => {
    const workbook = await openWorkbook(
      createMinimalWorkbook(
        formatSheetXml(`<row r="1"><c r="A1" t="inlineStr"><is>${markup}</is></c></row>`),
      ),
    );
    for (const model of [workbook, await reopen(workbook)])
      expect(getCell(model.sheets[0]!, 0, 0).value).toBe('Danh sách năm học');
  });
});

it('names the cell whose text the file does not have, and opens the rest', async () => {
  const rows = '<row r="1"><c r="A1"><v>7</v></c><c r="B1" t="s"><v>3</v></c></row>';
  const workbook = await openWorkbook(createMinimalWorkbook(formatSheetXml(rows)));
  expect(getCell(workbook.sheets[0]!, 0, 0).value).toBe(7);
  expect(workbook.losses).toEqual(['missing-text: Bảng!B1']);
});

describe('formulas that read another workbook', () => {
  const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const openLinked = (formulas: readonly string[]): Promise<WorkbookModel> =>
    openWorkbook(
      createMinimalWorkbook(
        formatSheetXml(
          `<row r="1">${formulas.map((text) => `<c><f>${text}</f><v>42</v></c>`).join('')}</row>`,
        ),
        {
          'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="B" sheetId="1" r:id="rId1"/></sheets><externalReferences><externalReference r:id="rId9"/></externalReferences><definedNames><definedName name="SiSo">[1]Lop!$A$1</definedName><definedName name="Ngoai">[1]!SiSo</definedName></definedNames></workbook>`,
          'xl/_rels/workbook.xml.rels': formatRelationships(
            ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
            ['rId9', 'externalLink', 'externalLinks/externalLink1.xml'],
          ),
          'xl/externalLinks/externalLink1.xml': `<externalLink xmlns="${MAIN}"><externalBook xmlns:r="${OFFICE}" r:id="rId1"><sheetNames><sheetName val="Lop"/></sheetNames></externalBook></externalLink>`,
        },
      ),
    );

  it.each([
    ['a cell', '[1]Lop!A1'],
    ['a quoted sheet', "'[1]Lớp 1'!A1+0"],
    ['a name', '[1]!SiSo'],
    ['a name in a sum', 'SUM([1]!SiSo,A9)'],
    ['a quoted name', "'[1]'!SiSo"],
    ['a name by its file', "'si so.xlsx'!SiSo"],
    ['a function', '[1]!TinhSiSo(A9)'],
    ['a name of this workbook for a cell', 'SiSo'],
    ['a name of this workbook for a name', 'Ngoai*1'],
  ])('keep their text and value: %s', async (_, formula) => {
    const workbook = await openLinked([formula, 'A1+1']);
    recalculate(workbook);
    setCell(workbook.sheets[0]!, 8, 0, { value: 1 });
    recalculate(workbook);
    for (const model of [workbook, await reopen(workbook)]) {
      const { value, formula: text } = getCell(model.sheets[0]!, 0, 0);
      expect([value, text]).toEqual([42, `=${formula}`]);
      expect(getCell(model.sheets[0]!, 0, 1).value).toBe(43);
    }
  });
});
