import { recalculate } from '@phuluc/excel-simulator/formulas/recalculate';
import type { CellValue } from '@phuluc/excel-simulator/model/types';
import { saveWorkbook } from '@phuluc/excel-simulator/xlsx/save-workbook';
import { convertInLibreOffice, describeLibreOffice } from '../../../../test/support/excel/libreoffice';
import { fillCells, readValues } from '../model/fill-cells';
import { createFormulaWorkbook } from './create-formula-workbook';

/**
 * Formulas that LibreOffice 7.4 reads as Excel does: no XLOOKUP, LET, FILTER, UNIQUE, SORT, SEQUENCE; single
 * results; no TODAY, whose day it takes from the clock; no month of a blank, which it puts in 1899.
 */
const FORMULAS = [
  '=COUNTIFS(NhiemVu[Lĩnh vực],"Chuyên môn")',
  '=COUNTIFS(NhiemVu[Lĩnh vực],A2,NhiemVu[Trạng thái],"hoàn THÀNH")',
  '=COUNTIF(NhiemVu[Sản phẩm],"*báo cáo*")',
  '=COUNTIF(NhiemVu[Sản phẩm],"<>*báo cáo*")',
  '=COUNTIF(NhiemVu[Sản phẩm],"a~*b")',
  '=COUNTIF(NhiemVu[Mã],"I.?")',
  '=COUNTIF(NhiemVu[Sản phẩm],"<>")',
  '=COUNTIF(NhiemVu[TT],"1")',
  '=COUNTIF(NhiemVu[Hạn],"<46347")',
  '=COUNTIF(NhiemVu[Kinh phí (triệu đồng)],0)',
  '=COUNTIF(NhiemVu[Kinh phí (triệu đồng)],"<>0")',
  '=SUMIF(NhiemVu[Lĩnh vực],"Đoàn đội",NhiemVu[% hoàn thành])',
  '=SUMIFS(NhiemVu[Kinh phí (triệu đồng)],NhiemVu[Mã],"I.*",NhiemVu[Hạn],">0")',
  '=AVERAGEIFS(NhiemVu[Kinh phí (triệu đồng)],NhiemVu[Mã],"I.*")',
  '=AVERAGEIF(NhiemVu[Mã],"z",NhiemVu[Hạn])',
  '=MAXIFS(NhiemVu[Hạn],NhiemVu[Trạng thái],"<>Hoàn thành")',
  '=MINIFS(NhiemVu[Hạn],NhiemVu[Mã],"II.*")',
  '=ROWS(NhiemVu)&"-"&COLUMNS(NhiemVu)',
  '=COUNTA(NhiemVu)',
  '=SUM(NhiemVu[Kinh phí (triệu đồng)])',
  '=SUM(NhiemVu[[Kinh phí (triệu đồng)]:[% hoàn thành]])',
  "=COUNTA(NhiemVu[Mã '#1])",
  "=COUNTA(NhiemVu[Ghi '[chú']])",
  '=NhiemVu[[#Headers],[% hoàn thành]]',
  '=COUNTA(NhiemVu[[#All],[Mã]])',
  "=SUM('Phụ lục'!G4:G8)",
  "=COUNTA('Phụ lục'!A:A)",
  "=INDEX('Phụ lục'!A:A,4)",
  '=COUNTA(DanhMục)',
  '=SUM(B2:INDEX(B:B,3))',
  '=SUM(OFFSET(B2,0,0,3,1))',
  '=INDIRECT("B"&4)',
  '=ROW()*100+COLUMN()',
  '=Z99=""',
  '="chuyên môn"=A2',
  '=EXACT("chuyên môn",A2)',
  '=TEXT(46000,"dd/mm/yyyy")',
  '=TEXT(0.256,"0%")',
  '=TEXT(DATE(2026,2,31),"yyyy-mm-dd")',
  '=EOMONTH(DATE(2026,2,1),0)',
  '=EDATE(DATE(2026,1,31),1)',
  '=WEEKDAY(46000,2)',
  '=WEEKNUM(46000)',
  '=ISOWEEKNUM(46000)',
  '=NETWORKDAYS(46000,46031)',
  '=DATEDIF(46000,46400,"m")',
  '=YEAR(46000)*100+MONTH(46000)',
  '=ROUND(1.005,2)',
  '=ROUND(-2.5,0)',
  '=ROUNDUP(-2.1,0)',
  '=ROUNDUP(0.1*3,1)',
  '=ROUNDDOWN(2.99,1)',
  '=MOD(-3,2)',
  '=INT(-2.5)',
  '=-2^2',
  '=TEXTJOIN(", ",TRUE,NhiemVu[Sản phẩm])',
  '=UPPER("đặng thị ỹ")',
  '=PROPER("nguyễn văn an")',
  '=SUBSTITUTE("a-b-c","-","+",2)',
  '=IFS(FALSE,1,TRUE,2)',
  '=IFERROR(1/0,"–")',
  '=IF(AND(B2=1,NOT(FALSE)),"có","không")',
  '=1/0',
  '=INDEX(NhiemVu[Mã],MATCH("đoàn ĐỘI",NhiemVu[Lĩnh vực],0))',
  '=VLOOKUP("I.2",NhiemVu[[Mã]:[Sản phẩm]],4,FALSE)',
  '=MATCH(46100,NhiemVu[Hạn],1)',
  '=SUMPRODUCT(--(MONTH(NhiemVu[Hạn])=11))',
  '=SUMPRODUCT((NhiemVu[Lĩnh vực]="chuyên môn")*NhiemVu[% hoàn thành])',
  '=SUMPRODUCT(ISNUMBER(SEARCH("kế hoạch",NhiemVu[Sản phẩm]))*1)',
  '=SUMPRODUCT(--(LEFT(NhiemVu[Mã],2)="I."))',
  '=SUMPRODUCT(--(LEN(NhiemVu[Sản phẩm])>0))',
  '=SUMPRODUCT(COUNTIF(NhiemVu[Trạng thái],{"Hoàn thành","Quá hạn"}))',
  '=LARGE(NhiemVu[Hạn],2)',
  '=RANK(20,NhiemVu[Kinh phí (triệu đồng)])',
  '=MEDIAN(NhiemVu[Kinh phí (triệu đồng)])',
  '=SUBTOTAL(103,NhiemVu[Mã])',
  '=AVERAGE(NhiemVu[% hoàn thành])',
  '=COUNTBLANK(NhiemVu[Sản phẩm])',
  // M1:M6 are 2, 3, their subtotal, the subtotal plus 1, 7 and a subtotal inside IF; N1:N5 are days off.
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 109].map((code) => `=SUBTOTAL(${code},M1:M6)`),
  '=SUBTOTAL(9,M1,M2,M5)',
  '=SUBTOTAL(9,OFFSET(M1,0,0,3,1))',
  '=SUBTOTAL(9,M1:OFFSET(M6,-1,0))',
  '=SUBTOTAL(9,INDEX(M1:N6,0,1))',
  '=SUBTOTAL(9,M1:INDEX(M:M,6))',
  '=SUMPRODUCT(SUBTOTAL(9,OFFSET(M1,ROW(M1:M2)-ROW(M1),0)))',
  '=SUBTOTAL(9,INDIRECT("M1:M"&6))',
  '=SUMPRODUCT(SUBTOTAL(9,INDIRECT("M"&ROW(M1:M2))))',
  '=AGGREGATE(9,0,M1:M6)',
  '=AGGREGATE(9,4,M1:M6)',
  '=SUMPRODUCT(SUMIF(OFFSET(M1,{0,1},0),">0"))',
  '=SUMPRODUCT(N(OFFSET(M1,{0;4},0)))',
  '=SUMPRODUCT(SUMIF(INDIRECT({"M1","M5"}),">2"))',
  '=SUMPRODUCT(SUMIF(INDIRECT("\'"&{"Tổng hợp"}&"\'!M"&{1,5}),">0"))',
  '=WORKDAY(46265,3,N1:N3)',
  '=WORKDAY(46265,-3,N1:N3)',
  '=WORKDAY(46263,1)',
  '=WORKDAY(46264,0)',
  '=WORKDAY(46265.9,1.9)',
  '=WORKDAY("2026-08-31",3,N1:N3)',
  '=1*WORKDAY.INTL(46265,3,1,N1:N3)',
  '=1*WORKDAY.INTL(46265,3,7,N1:N3)',
  '=1*WORKDAY.INTL(46265,3,11,N1:N3)',
  '=1*WORKDAY.INTL(46265,-3,17,N1:N3)',
  '=1*WORKDAY.INTL(46265,3,"0000011",N1:N3)',
  '=1*WORKDAY.INTL(46265,3,"1000000",N1:N3)',
  '=1*WORKDAY.INTL(46265,3,"1111111")',
  '=NETWORKDAYS(46265,46274,N1:N3)',
  '=NETWORKDAYS(46274,46265,N1:N3)',
  '=NETWORKDAYS(46263,46264)',
  '=NETWORKDAYS(N1,N5,N1:N5)',
  '=NETWORKDAYS.INTL(46265,46274,11,N1:N3)',
  '=NETWORKDAYS.INTL(46274,46265,7,N1:N3)',
  '=NETWORKDAYS.INTL(46265,46300,"0000001",N1:N3)',
  '=NETWORKDAYS.INTL(46265,46274,"1111111",N1:N3)',
];

/** LibreOffice recalculates every file it opens with this setting. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** Returns the values of the second sheet's first column from a row on, as LibreOffice calculates them. */
function asLibreOffice(bytes: Uint8Array): string[] {
  // Tab between fields, no quotes, UTF-8, values as they are, second sheet.
  const to = 'csv:Text - txt - csv (StarCalc):9,,76,1,,0,false,false,false,false,false,2';
  const csv = convertInLibreOffice(bytes, { from: 'xlsx', to, settings: ALWAYS_RECALCULATE }, 'Tổng hợp.csv');
  const text = new TextDecoder().decode(csv);
  return text.split('\n').map((line) => line.split('\t')[9] ?? '');
}

function asText(value: CellValue): string {
  return typeof value === 'object'
    ? value.error
    : typeof value === 'boolean'
      ? String(value).toUpperCase()
      : typeof value === 'number'
        ? String(Number(value.toPrecision(12)))
        : value;
}

function normal(text: string): string {
  return text !== '' && Number.isFinite(Number(text)) ? asText(Number(text)) : text;
}

describeLibreOffice('LibreOffice', () => {
  it('gives the same results', async () => {
    const { workbook, summary } = createFormulaWorkbook();
    fillCells(
      summary,
      'J1',
      FORMULAS.map((formula) => [formula]),
    );
    fillCells(summary, 'M1', [
      [2, 46_267],
      [3, 46_268],
      ['=SUBTOTAL(9,M1:M2)', 46_269],
      ['=SUBTOTAL(9,M1:M2)+1', 46_272],
      [7, 46_273],
      ['=IF(M1>0,SUBTOTAL(9,M1:M2),0)', ''],
    ]);
    recalculate(workbook, { now: new Date(2026, 10, 21), locale: 'en-US' });
    const simulated = readValues(summary, `J1:J${FORMULAS.length}`).flat();
    // Wrong values in the file, so that only a calculation can give the right ones.
    for (const [row] of FORMULAS.entries()) {
      const line = summary.cells.get(row)!;
      line.set(9, { ...line.get(9)!, value: 'not calculated' });
    }
    const theirs = asLibreOffice(await saveWorkbook(workbook));
    const compare = (list: readonly string[]) =>
      FORMULAS.map((formula, index) => `${formula} → ${list[index]}`);
    expect(compare(simulated.map(asText))).toEqual(compare(theirs.map(normal)));
  }, 120_000);
});
