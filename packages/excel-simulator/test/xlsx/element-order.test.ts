import { openWorkbook } from '@phuluc/excel-simulator/xlsx/open-workbook';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import { SaxesParser } from 'saxes';
import { readParts } from '../../../ooxml/test/package-parts';
import { createRichWorkbook } from './create-rich-workbook';

/** Sequences of the schema (ECMA-376 part 1, annex A) for elements whose children Excel wants in order. */
const SEQUENCES: Record<string, string> = {
  worksheet:
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst',
  sheetPr: 'tabColor outlinePr pageSetUpPr',
  sheetView: 'pane selection pivotSelection extLst',
  c: 'f v is extLst',
  cfRule: 'formula colorScale dataBar iconSet extLst',
  dataBar: 'cfvo color',
  colorScale: 'cfvo color',
  dataValidation: 'formula1 formula2',
  headerFooter: 'oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter',
  'x14:cfRule': 'xm:f x14:colorScale x14:dataBar x14:iconSet x14:dxf extLst',
  'x14:dataBar':
    'x14:cfvo x14:fillColor x14:borderColor x14:negativeFillColor x14:negativeBorderColor x14:axisColor',
  'x14:conditionalFormatting': 'x14:cfRule xm:sqref extLst',
  workbook:
    'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst',
  styleSheet: 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst',
  border: 'start end left right top bottom diagonal vertical horizontal',
  patternFill: 'fgColor bgColor',
  xf: 'alignment protection extLst',
  dxf: 'font numFmt fill alignment border protection extLst',
  'x14:dxf': 'font numFmt fill alignment border protection extLst',
  table: 'autoFilter sortState tableColumns tableStyleInfo extLst',
  tableColumn: 'calculatedColumnFormula totalsRowFormula xmlColumnPr extLst',
  'xdr:twoCellAnchor': 'xdr:from xdr:to xdr:sp xdr:graphicFrame xdr:pic xdr:clientData',
  'xdr:graphicFrame': 'xdr:nvGraphicFramePr xdr:xfrm a:graphic',
  'c:chartSpace': 'c:date1904 c:lang c:roundedCorners c:style c:chart c:spPr c:txPr c:printSettings',
  'c:chart':
    'c:title c:autoTitleDeleted c:pivotFmts c:view3D c:plotArea c:legend c:plotVisOnly c:dispBlanksAs',
  'c:title': 'c:tx c:layout c:overlay c:spPr c:txPr',
  'c:barChart': 'c:barDir c:grouping c:varyColors c:ser c:dLbls c:gapWidth c:overlap c:serLines c:axId',
  'c:lineChart':
    'c:grouping c:varyColors c:ser c:dLbls c:dropLines c:hiLowLines c:upDownBars c:marker c:smooth c:axId',
  'c:pieChart': 'c:varyColors c:ser c:dLbls c:firstSliceAng',
  'c:doughnutChart': 'c:varyColors c:ser c:dLbls c:firstSliceAng c:holeSize',
  'c:areaChart': 'c:grouping c:varyColors c:ser c:dLbls c:dropLines c:axId',
  'c:ser':
    'c:idx c:order c:tx c:spPr c:invertIfNegative c:marker c:explosion c:dPt c:dLbls c:trendline c:errBars c:cat c:val c:smooth',
  'c:dPt': 'c:idx c:invertIfNegative c:marker c:bubble3D c:explosion c:spPr',
  'c:strCache': 'c:ptCount c:pt',
  'c:numCache': 'c:formatCode c:ptCount c:pt',
  'c:scaling': 'c:logBase c:orientation c:max c:min',
  'c:catAx':
    'c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses c:auto c:lblAlgn c:lblOffset c:noMultiLvlLbl',
  'c:valAx':
    'c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses c:crossBetween c:majorUnit',
  'c:legend': 'c:legendPos c:legendEntry c:layout c:overlay',
  'a:themeElements': 'a:clrScheme a:fontScheme a:fmtScheme',
  'a:clrScheme':
    'a:dk1 a:lt1 a:dk2 a:lt2 a:accent1 a:accent2 a:accent3 a:accent4 a:accent5 a:accent6 a:hlink a:folHlink',
};

/** Parents whose children are not in the order of the schema, with those children; none that the table lacks. */
function disorder(xml: string, path: string): string[] {
  const found: string[] = [];
  const open: { name: string; children: string[] }[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    open.at(-1)?.children.push(name);
    open.push({ name, children: [] });
  });
  parser.on('closetag', () => {
    const { name, children } = open.pop()!;
    const sequence = SEQUENCES[name]?.split(' ');
    if (!sequence) return;
    const places = children.map((child) => sequence.indexOf(child));
    const isOrdered = places.every(
      (place, index) => place >= 0 && (index === 0 || place >= places[index - 1]!),
    );
    if (!isOrdered) found.push(`${path}: ${name} holds ${children.join(' ')}`);
  });
  parser.write(xml).close();
  return found;
}

async function xmlParts(bytes: Uint8Array): Promise<[string, string][]> {
  return Object.entries(readParts(bytes)).filter(([path]) => /\.(xml|rels)$/.test(path));
}

describe('the parts of a saved file', () => {
  it('have their elements in the order of the schema', async () => {
    const parts = await xmlParts(await saveWorkbook(createRichWorkbook()));
    expect(parts.flatMap(([path, xml]) => disorder(xml, path))).toEqual([]);
  });

  it('would be found out of order', () => {
    expect(disorder('<worksheet><cols/><sheetPr/></worksheet>', 'x')).toHaveLength(1);
    expect(disorder('<c><v/><f/></c>', 'x')).toHaveLength(1);
  });

  it('are all named in the content types, and every relationship has its target', async () => {
    const parts = readParts(await saveWorkbook(createRichWorkbook()));
    const types = parts['[Content_Types].xml']!;
    for (const path of Object.keys(parts)) {
      if (path === '[Content_Types].xml' || path.endsWith('.rels') || path.startsWith('customXml/item'))
        continue;
      expect(types).toContain(`PartName="/${path}"`);
    }
    for (const [, name] of types.matchAll(/PartName="\/([^"]*)"/g)) expect(parts).toHaveProperty([name!]);
    for (const [path, xml] of Object.entries(parts).filter(([one]) => one.endsWith('.rels'))) {
      const owner = path.replace(/_rels\/([^/]*)\.rels$/, '$1');
      for (const [, target] of xml.matchAll(/Target="([^"]*)"/g)) {
        const resolved = new URL(target!, `file:///${owner}`).pathname.slice(1);
        expect(parts).toHaveProperty([resolved]);
      }
    }
  });

  it('give each id, number and name once', async () => {
    const parts = readParts(await saveWorkbook(createRichWorkbook()));
    const all = (pattern: RegExp, only: RegExp): string[] =>
      Object.entries(parts)
        .filter(([path]) => only.test(path))
        .flatMap(([, xml]) => [...xml.matchAll(pattern)].map(([, one]) => one!));
    const unique = (list: string[]): void => expect(list).toEqual([...new Set(list)]);
    unique(all(/<table [^>]* id="(\d+)"/g, /tables/));
    unique(all(/xr:uid="([^"]*)"/g, /./));
    unique(all(/sheetId="(\d+)"/g, /workbook\.xml$/));
    unique(all(/<xdr:cNvPr id="(\d+)"/g, /drawing1\.xml$/));
    unique(all(/<cfRule [^>]*priority="(\d+)"/g, /sheet1\.xml$/));
    expect(all(/mc:Ignorable="([^"]*)"/g, /sheet1\.xml$/)).toEqual(['xr local']);
  });

  it('have header cells that are the very names of the table’s columns', async () => {
    const workbook = createRichWorkbook();
    workbook.sheets[0]!.cells.get(3)!.get(0)!.value = 5;
    workbook.sheets[0]!.cells.get(3)!.delete(1);
    const opened = await openWorkbook(await saveWorkbook(workbook));
    const header = opened.sheets[0]!.cells.get(3)!;
    expect([0, 1].map((column) => header.get(column)?.value)).toEqual(['Mã', 'Nội dung\ncông việc']);
    const parts = readParts(await saveWorkbook(workbook));
    expect(parts['xl/tables/table1.xml']).toContain('name="Nội dung_x000a_công việc"');
  });
});
