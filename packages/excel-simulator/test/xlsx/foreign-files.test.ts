import type { CellValue, WorkbookModel } from '@phuluc/excel-simulator/model/types';
import { getCell } from '@phuluc/excel-simulator/model/workbook';
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

function value({ sheets }: WorkbookModel, row: number, column: number): CellValue {
  return getCell(sheets[0]!, row, column).value;
}
function formula({ sheets }: WorkbookModel, row: number, column: number) {
  return getCell(sheets[0]!, row, column).formula;
}

/** Opened, saved and opened again it is the same, but for what opening it lost. */
async function expectStable(workbook: WorkbookModel): Promise<WorkbookModel> {
  const again = await openWorkbook(await saveWorkbook(workbook));
  expect({ ...again, losses: [] }).toEqual({ ...workbook, losses: [] });
  return again;
}

describe('files of other programs', () => {
  it('may lack styles, theme, shared strings, dimension and content types', async () => {
    const workbook = await openWorkbook(
      createMinimalWorkbook(formatSheetXml('<row r="2"><c r="B2"><v>7</v></c></row>')),
    );
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Bảng']);
    expect(value(workbook, 1, 1)).toBe(7);
    expect(workbook.losses).toEqual([]);
    await expectStable(workbook);
  });

  it('may leave out addresses', async () => {
    const workbook = await openWorkbook(
      createMinimalWorkbook(
        formatSheetXml('<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>'),
      ),
    );
    expect([value(workbook, 0, 0), value(workbook, 0, 1), value(workbook, 1, 1)]).toEqual([1, 2, 3]);
  });

  it('may prefix every element, as .NET does', async () => {
    const sheet = `<?xml version="1.0" encoding="utf-8"?><x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>Đơn vị</x:t></x:is></x:c><x:c r="B1"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData><x:mergeCells count="1"><x:mergeCell ref="A2:B3"/></x:mergeCells></x:worksheet>`;
    const workbook = await openWorkbook(createMinimalWorkbook(sheet));
    expect(value(workbook, 0, 0)).toBe('Đơn vị');
    expect(formula(workbook, 0, 1)).toBe('=1+1');
    expect(workbook.sheets[0]!.merges).toEqual([{ top: 1, left: 0, bottom: 2, right: 1 }]);
    await expectStable(workbook);
  });

  it('may be strict OOXML, with dates written out', async () => {
    const strict = 'http://purl.oclc.org/ooxml';
    const file = packParts({
      '_rels/.rels': formatRelationships([
        'r',
        `${strict}/officeDocument/relationships/officeDocument`,
        'xl/workbook.xml',
      ]),
      'xl/workbook.xml': `<workbook xmlns="${strict}/spreadsheetml/main" xmlns:r="${strict}/officeDocument/relationships" conformance="strict"><sheets><sheet name="S" sheetId="1" r:id="a"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': formatRelationships([
        'a',
        `${strict}/officeDocument/relationships/worksheet`,
        '/xl/worksheets/sheet1.xml',
      ]),
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${strict}/spreadsheetml/main"><sheetData><row r="1"><c r="A1" t="d"><v>2026-11-21</v></c></row></sheetData></worksheet>`,
    });
    const workbook = await openWorkbook(file);
    expect(value(workbook, 0, 0)).toBe(46347);
    expect(Object.values(readParts(await saveWorkbook(workbook))).join('')).not.toContain('purl.oclc.org');
  });

  it('may share formulas down and across', async () => {
    const rows = `<row r="1"><c r="A1"><f t="shared" ref="A1:B3" si="0">C1*$D$1+'Bảng'!C1</f><v>1</v></c><c r="B1"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>3</v></c></row>`;
    const workbook = await openWorkbook(createMinimalWorkbook(formatSheetXml(rows)));
    expect([formula(workbook, 0, 0), formula(workbook, 0, 1), formula(workbook, 2, 1)]).toEqual([
      "=C1*$D$1+'Bảng'!C1",
      '=D1*$D$1+Bảng!D1',
      '=D3*$D$1+Bảng!D3',
    ]);
  });

  it('may format parts of a text; the parts stay as long as the text does', async () => {
    const rich =
      '<is><r><rPr><b/><color rgb="FFFF0000"/></rPr><t xml:space="preserve">Phụ </t></r><r><t>lục</t></r></is>';
    const workbook = await openWorkbook(
      createMinimalWorkbook(
        formatSheetXml(
          `<row r="1"><c r="A1" t="inlineStr">${rich}</c><c r="B1" t="inlineStr">${rich}</c></row>`,
        ),
      ),
    );
    expect(value(workbook, 0, 0)).toBe('Phụ lục');
    await expectStable(workbook);
    workbook.sheets[0]!.cells.get(0)!.get(1)!.value = 'khác';
    const strings = readParts(await saveWorkbook(workbook))['xl/sharedStrings.xml'];
    expect(strings).toContain(
      '<r><rPr><b/><color rgb="FFFF0000"/></rPr><t xml:space="preserve">Phụ </t></r>',
    );
    expect(strings).toContain('<si><t>khác</t></si>');
  });

  it('may take colours from the theme, by number, and tint them', async () => {
    const styles = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="13"/><name val="Times New Roman"/></font><font><b/><sz val="13"/><color theme="4"/><name val="Times New Roman"/></font></fonts><fills count="3"><fill><patternFill/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="0" tint="-0.249977111117893"/></patternFill></fill></fills><borders count="1"><border/></borders><cellXfs count="2"><xf/><xf fontId="1" fillId="2" numFmtId="14"/></cellXfs></styleSheet>`;
    const file = createMinimalWorkbook(
      formatSheetXml('<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="0"><v>1</v></c></row>'),
      {
        'xl/styles.xml': styles,
        'xl/_rels/workbook.xml.rels': formatRelationships(
          ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
          ['rId2', 'styles', 'styles.xml'],
        ),
      },
    );
    const workbook = await openWorkbook(file);
    const font = { name: 'Times New Roman', size: 13 };
    expect(getCell(workbook.sheets[0]!, 0, 0).format).toEqual({
      numberFormat: 'm/d/yyyy',
      font: { ...font, bold: true, color: '#5B9BD5' },
      fill: { color: '#BFBFBF' },
    });
    expect(getCell(workbook.sheets[0]!, 0, 1).format).toEqual({ font });
    await expectStable(workbook);
  });

  it('may hold settings of an add-in, which are read', async () => {
    const part = `<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="x"><we:properties><we:property name="đơn vị" value="{&quot;ma&quot;:1}"/></we:properties></we:webextension>`;
    const workbook = await openWorkbook(
      createMinimalWorkbook(formatSheetXml(''), { 'xl/webextensions/webextension1.xml': part }),
    );
    expect([...workbook.settings]).toEqual([['đơn vị', { ma: 1 }]]);
  });

  it('may keep rules that name other sheets in the extension', async () => {
    const x14 =
      'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"';
    const lists = `<x14:dataValidations count="1"><x14:dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1"><x14:formula1><xm:f>'Danh mục'!$A$1:$A$9</xm:f></x14:formula1><xm:sqref>B2:B9 D2</xm:sqref></x14:dataValidation></x14:dataValidations>`;
    const rules = `<x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="expression" priority="2" id="{0A0B0C0D-0000-4000-8000-000000000001}"><xm:f>'Danh mục'!$A$1=A1</xm:f><x14:dxf><font><b/></font><fill><patternFill><bgColor rgb="FFFFC000"/></patternFill></fill></x14:dxf></x14:cfRule><xm:sqref>A1:A9</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings>`;
    const after = `<conditionalFormatting sqref="C1"><cfRule type="duplicateValues" priority="9"/></conditionalFormatting><extLst><ext ${x14} uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}">${lists}</ext><ext ${x14} uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}">${rules}</ext></extLst>`;
    const workbook = await openWorkbook(createMinimalWorkbook(formatSheetXml('', after)));
    expect(workbook.sheets[0]!.validations).toEqual([
      {
        areas: [
          { top: 1, left: 1, bottom: 8, right: 1 },
          { top: 1, left: 3, bottom: 1, right: 3 },
        ],
        rule: { list: { inCellDropDown: true, source: "='Danh mục'!$A$1:$A$9" } },
        ignoreBlanks: true,
      },
    ]);
    expect(workbook.sheets[0]!.conditionalFormats).toMatchObject([
      {
        id: '{0A0B0C0D-0000-4000-8000-000000000001}',
        type: 'Custom',
        rule: { formula: "='Danh mục'!$A$1=A1" },
        format: { font: { bold: true }, fill: { color: '#FFC000' } },
        priority: 0,
      },
      { type: 'PresetCriteria', rule: { criterion: 'DuplicateValues' }, format: {}, priority: 1 },
    ]);
    await expectStable(workbook);
  });

  it('name what cannot be kept', async () => {
    const rows =
      '<row r="1"><c r="A1" vm="1" t="e"><v>#VALUE!</v></c><c r="B1"><f t="dataTable" ref="B1:B2"/><v>1</v></c></row>';
    const view =
      '<sheetViews><sheetView workbookViewId="0"><pane xSplit="2000" state="split"/></sheetView></sheetViews>';
    const workbook = await openWorkbook(createMinimalWorkbook(formatSheetXml(rows, '', view)));
    expect(workbook.losses.sort()).toEqual([
      'data-table-formula: Bảng',
      'rich-values: Bảng',
      'split-panes: Bảng',
    ]);
  });
});

describe('what the model does not know', () => {
  const picture = new Uint8Array([137, 80, 78, 71, 1, 2, 3]);
  const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
  const drawing = `<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><xdr:oneCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="100" cy="100"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="Dấu"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId7"/></xdr:blipFill><xdr:spPr/></xdr:pic><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>`;
  const file = (): Uint8Array =>
    createMinimalWorkbook(
      formatSheetXml(
        '<row r="1" outlineLevel="1"><c r="A1"><v>1</v></c></row>',
        '<hyperlinks><hyperlink ref="A1" r:id="rId5"/></hyperlinks><rowBreaks count="1" manualBreakCount="1"><brk id="3" max="16383" man="1"/></rowBreaks><drawing r:id="rId1"/><legacyDrawing r:id="rId3"/><extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:sparklineGroups/></ext></extLst>',
        '<sheetPr codeName="Sheet1"/><sheetViews><sheetView zoomScale="85" rightToLeft="1" workbookViewId="0"/></sheetViews>',
      ),
      {
        '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="png" ContentType="image/png"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/><Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/><Override PartName="/xl/pivotCache/pivotCacheDefinition1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.pivotCacheDefinition+xml"/></Types>`,
        'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr codeName="ThisWorkbook"/><sheets><sheet name="Biểu đồ" sheetId="3" r:id="rId9"/><sheet name="Bảng" sheetId="1" r:id="rId1"/></sheets><externalReferences><externalReference r:id="rId4"/></externalReferences><definedNames><definedName name="CucBo" localSheetId="1">Bảng!$A$1</definedName></definedNames><pivotCaches><pivotCache cacheId="1" r:id="rId3"/></pivotCaches></workbook>`,
        'xl/_rels/workbook.xml.rels': formatRelationships(
          ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
          ['rId2', 'http://schemas.microsoft.com/office/2006/relationships/vbaProject', 'vbaProject.bin'],
          ['rId3', 'pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml'],
          ['rId4', 'externalLink', 'externalLinks/externalLink1.xml'],
          ['rId9', 'chartsheet', 'chartsheets/sheet1.xml'],
        ),
        'xl/vbaProject.bin': new Uint8Array([1, 2, 3]),
        'xl/pivotCache/pivotCacheDefinition1.xml': '<pivotCacheDefinition/>',
        'xl/externalLinks/externalLink1.xml': '<externalLink/>',
        'xl/chartsheets/sheet1.xml': '<chartsheet/>',
        'xl/worksheets/_rels/sheet1.xml.rels': formatRelationships(
          ['rId1', 'drawing', '../drawings/drawing1.xml'],
          ['rId2', 'comments', '../comments1.xml'],
          ['rId3', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
          ['rId5', 'hyperlink', 'https://example.vn/" TargetMode="External'],
        ),
        'xl/comments1.xml': '<comments/>',
        'xl/drawings/vmlDrawing1.vml': '<xml/>',
        'xl/drawings/drawing1.xml': drawing,
        'xl/drawings/_rels/drawing1.xml.rels': formatRelationships(['rId7', 'image', '../media/image1.png']),
        'xl/media/image1.png': picture,
        'xl/stray.xml': '<nobody-points-here/>',
      },
    );

  it('is saved again, with what it is and what points to it', async () => {
    const parts = readParts(await saveWorkbook(await openWorkbook(file())));
    for (const path of [
      'xl/vbaProject.bin',
      'xl/pivotCache/pivotCacheDefinition1.xml',
      'xl/externalLinks/externalLink1.xml',
      'xl/chartsheets/sheet1.xml',
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/media/image1.png',
    ])
      expect(parts).toHaveProperty([path]);
    expect(parts).not.toHaveProperty(['xl/stray.xml']);
    const sheet = parts['xl/worksheets/sheet1.xml']!;
    for (const preserved of [
      'codeName="Sheet1"',
      'zoomScale="85"',
      'rightToLeft="1"',
      'outlineLevel="1"',
      '<hyperlink ',
      '<brk id="3"',
      '<x14:sparklineGroups/>',
    ])
      expect(sheet).toContain(preserved);
    const links = parts['xl/worksheets/_rels/sheet1.xml.rels']!;
    expect(links).toContain('Target="https://example.vn/" TargetMode="External"');
    expect(links).toContain('Target="../comments1.xml"');
    expect(parts['xl/drawings/drawing1.xml']).toContain('r:embed="rId7"');
    expect(parts['xl/drawings/_rels/drawing1.xml.rels']).toContain('Target="../media/image1.png"');
    const types = parts['[Content_Types].xml']!;
    expect(types).toContain('ContentType="application/vnd.ms-office.vbaProject"');
    expect(types).toContain('Extension="png" ContentType="image/png"');
    expect(types).toContain('macroEnabled');
    const book = parts['xl/workbook.xml']!;
    expect(book).toMatch(/<sheet name="Biểu đồ"[^>]*\/><sheet name="Bảng"/);
    expect(book).toContain('localSheetId="1"');
    expect(book).toContain('<pivotCache cacheId="1" ');
    expect(book).toContain('codeName="ThisWorkbook"');
  });

  it('is the same after any number of turns', async () => {
    const again = await expectStable(await openWorkbook(file()));
    expect(await saveWorkbook(await expectStable(again))).toEqual(await saveWorkbook(again));
  });

  it('goes with its sheet when that is deleted', async () => {
    const workbook = await openWorkbook(file());
    workbook.sheets[0]!.name = 'Mới';
    workbook.sheets[0]!.id = '{00000000-0001-0000-0009-000000000000}';
    workbook.activeSheetId = workbook.sheets[0]!.id;
    const parts = readParts(await saveWorkbook(workbook));
    expect(parts).not.toHaveProperty(['xl/media/image1.png']);
    expect(parts).not.toHaveProperty(['xl/comments1.xml']);
    expect(parts).toHaveProperty(['xl/vbaProject.bin']);
  });
});

describe('charts and tables of other programs', () => {
  const C = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
  const chart = `<c:chartSpace xmlns:c="${C}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:plotArea><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:spPr><a:gradFill/></c:spPr><c:val><c:numRef><c:f>Bảng!$A$1:$A$3</c:f></c:numRef></c:val></c:ser></c:barChart><c:catAx/><c:valAx/></c:plotArea><c:legend><c:legendPos val="t"/></c:legend></c:chart></c:chartSpace>`;
  const drawing = `<wsDr xmlns="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><twoCellAnchor editAs="absolute"><from><col>1</col><colOff>12700</colOff><row>2</row><rowOff>0</rowOff></from><to><col>3</col><colOff>0</colOff><row>6</row><rowOff>0</rowOff></to><graphicFrame><nvGraphicFramePr><cNvPr id="4" name="Biểu đồ 1"/><cNvGraphicFramePr/></nvGraphicFramePr><xfrm/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="${C}"><c:chart xmlns:c="${C}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></a:graphicData></a:graphic></graphicFrame><clientData/></twoCellAnchor></wsDr>`;
  const table = `<table xmlns="${MAIN}" id="7" name="Q" displayName="Q" ref="A1:A3" dataDxfId="0"><autoFilter ref="A1:A3"/><sortState ref="A2:A3"/><tableColumns count="1"><tableColumn id="1" name="TT"/></tableColumns><tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/></table>`;
  const file = createMinimalWorkbook(
    formatSheetXml(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>TT</t></is></c></row>',
      '<drawing r:id="rId1"/><tableParts count="1"><tablePart r:id="rId2"/></tableParts>',
    ),
    {
      'xl/worksheets/_rels/sheet1.xml.rels': formatRelationships(
        ['rId1', 'drawing', '../drawings/drawing1.xml'],
        ['rId2', 'table', '../tables/table3.xml'],
      ),
      'xl/drawings/drawing1.xml': drawing,
      'xl/drawings/_rels/drawing1.xml.rels': formatRelationships(['rId1', 'chart', '../charts/chart1.xml']),
      'xl/charts/chart1.xml': chart,
      'xl/tables/table3.xml': table,
    },
  );

  it('are read', async () => {
    const [sheet] = (await openWorkbook(file)).sheets;
    expect(sheet!.charts).toMatchObject([
      {
        name: 'Biểu đồ 1',
        type: 'ColumnClustered',
        left: 49,
        top: 30,
        width: 95,
        height: 60,
        series: [{ valuesFormula: '=Bảng!$A$1:$A$3' }],
      },
    ]);
    expect(sheet!.tables).toMatchObject([{ name: 'Q', columns: [{ name: 'TT' }] }]);
  });

  it('are saved as they were while nothing of them changes', async () => {
    const workbook = await openWorkbook(file);
    const parts = readParts(await saveWorkbook(workbook));
    expect(parts['xl/charts/chart1.xml']).toBe(chart);
    expect(parts['xl/tables/table3.xml']).toBe(table);
    expect(parts['xl/drawings/drawing1.xml']).toContain('editAs="absolute"');
    await expectStable(workbook);
  });

  it('keep their looks when moved or renamed, not when their content changes', async () => {
    const workbook = await openWorkbook(file);
    const own = workbook.sheets[0]!.charts[0]!;
    own.left = 200;
    own.name = 'Tên & mới';
    const moved = await saveWorkbook(workbook);
    expect(readParts(moved)['xl/charts/chart1.xml']).toBe(chart);
    expect((await openWorkbook(moved)).sheets[0]!.charts).toEqual(workbook.sheets[0]!.charts);
    own.title = 'Có tên';
    own.showTitle = true;
    workbook.sheets[0]!.tables[0]!.name = 'R';
    const changed = await saveWorkbook(workbook);
    expect(Object.values(readParts(changed)).join('')).not.toContain('gradFill');
    const opened = await openWorkbook(changed);
    expect(opened.sheets[0]!.charts).toEqual(workbook.sheets[0]!.charts);
    expect(opened.sheets[0]!.tables).toEqual(workbook.sheets[0]!.tables);
  });
});
