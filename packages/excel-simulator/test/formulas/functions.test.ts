import type { CellValue, ErrorValue } from '@phuluc/excel-simulator/model/types';
import { computeFormula, computeFormulaIn, createFormulaWorkbook } from './create-formula-workbook';

const error = (code: ErrorValue['error']): ErrorValue => ({ error: code });
type Case = [formula: string, expected: CellValue | CellValue[][]];
function check(name: string, cases: Case[]): void {
  describe(name, () =>
    it.each(cases)('%s', (formula, expected) => expect(computeFormula(formula)).toEqual(expected)),
  );
}

check('criteria', [
  ['=COUNTIFS(NhiemVu[Lĩnh vực],"Chuyên môn")', 2],
  ['=COUNTIFS(NhiemVu[Lĩnh vực],A2,NhiemVu[Trạng thái],"hoàn THÀNH")', 1],
  ['=COUNTIF(NhiemVu[Sản phẩm],"*báo cáo*")', 2],
  ['=COUNTIF(NhiemVu[Sản phẩm],"<>*báo cáo*")', 3],
  ['=COUNTIF(NhiemVu[Sản phẩm],"=kế hoạch*")', 2],
  ['=COUNTIF(NhiemVu[Sản phẩm],"a~*b")', 1],
  ['=COUNTIF(NhiemVu[Mã],"I.?")', 2],
  ['=COUNTIF(NhiemVu[Sản phẩm],"")', 1],
  ['=COUNTIF(NhiemVu[Sản phẩm],"=")', 1],
  ['=COUNTIF(NhiemVu[Sản phẩm],"<>")', 4],
  ['=COUNTIF(NhiemVu[Sản phẩm],"?*")', 4],
  // A text that reads as a number counts as that number, and the other way about.
  ['=COUNTIF(NhiemVu[TT],1)', 2],
  ['=COUNTIF(NhiemVu[TT],"1")', 2],
  ['=COUNTIF(B2:B4,2)', 1],
  // Blanks are no numbers.
  ['=COUNTIF(NhiemVu[Hạn],"<"&TODAY())', 3],
  ['=COUNTIF(NhiemVu[Hạn],">=46340")', 2],
  ['=COUNTIF(NhiemVu[Kinh phí (triệu đồng)],0)', 1],
  ['=COUNTIF(NhiemVu[Kinh phí (triệu đồng)],"<>0")', 4],
  ['=COUNTIF(NhiemVu[Hạn],">=01/12/2025")', 4],
  // An empty cell as criterion asks for 0.
  ['=COUNTIF(NhiemVu[Kinh phí (triệu đồng)],Z99)', 1],
  ['=COUNTIF(B2:B5,NA())', 1],
  ['=SUM(COUNTIFS(NhiemVu[Trạng thái],{"Hoàn thành","Quá hạn"}))', 2],
  ['=COUNTIFS(NhiemVu[Lĩnh vực],A2:A3)', [[2], [2]]],
  ['=SUMIF(NhiemVu[Lĩnh vực],"Đoàn đội",NhiemVu[% hoàn thành])', 0.25],
  ['=SUMIFS(NhiemVu[Kinh phí (triệu đồng)],NhiemVu[Mã],"I.*",NhiemVu[Hạn],">0")', 30],
  ['=AVERAGEIFS(NhiemVu[Kinh phí (triệu đồng)],NhiemVu[Mã],"I.*")', 15],
  ['=AVERAGEIF(NhiemVu[Mã],"z",NhiemVu[Hạn])', error('#DIV/0!')],
  ['=MAXIFS(NhiemVu[Hạn],NhiemVu[Trạng thái],"<>Hoàn thành")', 46_400],
  ['=MINIFS(NhiemVu[Hạn],NhiemVu[Mã],"II.*")', 46_340],
  ['=COUNTIFS(NhiemVu[Mã],"I.*",B2:B4,1)', error('#VALUE!')],
  ['=SUMIF(B2:B5,">0",B2:B5)', 4],
  ['=SUMIFS(B2:B5,B2:B5,NA())', error('#N/A')],
]);

check('references', [
  ['=ROWS(NhiemVu)&"-"&COLUMNS(NhiemVu[#All])', '5-10'],
  ['=SUM(NhiemVu[Kinh phí (triệu đồng)])', 35.5],
  ['=SUM(NhiemVu[[Kinh phí (triệu đồng)]:[% hoàn thành]])', 37.25],
  ["=COUNTA(NhiemVu[Mã '#1])", 5],
  ["=COUNTA(NhiemVu[Ghi '[chú']])", 3],
  ['=NhiemVu[[#Headers],[% hoàn thành]]', '% hoàn thành'],
  ['=SUM(NhiemVu[[#Totals],[Hạn]])', error('#REF!')],
  ['=COUNTA(NhiemVu[[#All],[Mã]])', 6],
  ['=COUNTA(NhiemVu[[#Headers],[#Data],[Mã]])', 6],
  ['=SUM(NhiemVu[Không có])', error('#REF!')],
  ['=SUM(KhôngCóBảng[x])', error('#REF!')],
  ["=SUM('Phụ lục'!G4:G8)", 35.5],
  ["=COUNTA('Phụ lục'!A:A)", 6],
  ["=SUM('Phụ lục'!4:4)", 46_011],
  ["=INDEX('Phụ lục'!A:A,4)", 'I.1'],
  ["='PHỤ LỤC'!A4", 'I.1'],
  ['=KhôngCóTrang!A1', error('#REF!')],
  ['=COUNTA(DanhMục)', 2],
  ['=DanhMục', [['Chuyên môn'], ['Đoàn đội']]],
  ['=HệSố', 7],
  ["='Tổng hợp'!HệSố+1", 8],
  ['=Gấp', 14],
  ['=COUNTA(ĐộngDài)', 2],
  ['=KhôngCóTên', error('#NAME?')],
  ['=KHÔNGCÓHÀM(1)', error('#NAME?')],
  ['=FOOBAR(B2:B3)', error('#NAME?')],
  ['=SUM(B2:INDEX(B:B,3))', 1],
  ['=SUM(B2:B3 B3:B4)', 0],
  ['=SUM((B2,B4))', 4],
  ['=SUM(OFFSET(B2,0,0,3,1))', 4],
  ['=INDIRECT("B"&4)', 3],
  ['=SUM(INDIRECT("NhiemVu[Hạn]"))', 184_771],
  ['=ROW(NhiemVu[Mã])', [[4], [5], [6], [7], [8]]],
  ['=ROW()*100+COLUMN()', 2008],
  ['=ROW(DanhMục)', [[2], [3]]],
  ['=ROWS(DanhMục)*10+COLUMN(DanhMục)', 21],
  ['=SUMPRODUCT(LARGE(ROW(DanhMục)-MIN(ROW(DanhMục))+1,1))', 2],
  ['=SUM(#REF!)', error('#REF!')],
  ['=Z99', 0],
  ['=Z99=""', true],
  ['=@NhiemVu[Mã]', error('#VALUE!')],
]);

check('texts, numbers and dates', [
  ['="chuyên môn"=A2', true],
  ['=EXACT("chuyên môn",A2)', false],
  ['=TEXT(46000,"dd/mm/yyyy")', '09/12/2025'],
  ['=TEXT(TODAY(),"""Ngày ""dd"" tháng ""mm"" năm ""yyyy")', 'Ngày 21 tháng 11 năm 2026'],
  ['=TEXT(1234567.5,"#,##0.0")', '1.234.567,5'],
  ['=TEXT(0.256,"0%")', '26%'],
  ['=TODAY()', 46_347],
  ['=TEXT(NOW(),"hh:mm")', '09:30'],
  ['=MONTH(Z99)&"/"&YEAR(Z99)&"/"&DAY(Z99)', '1/1900/0'],
  ['=MONTH("15/10/2026")', 10],
  ['=YEAR(-1)', error('#NUM!')],
  ['=DATE(2026,2,31)', 46_084],
  ['=EOMONTH(DATE(2026,2,1),0)', 46_081],
  ['=MONTH(DATE(2026,2,1))', 2],
  ['=DATEVALUE("15/10/2026")', 46_310],
  ['=VALUE("1.234,5")', 1234.5],
  ['=ROUND(1.005,2)', 1.01],
  ['=ROUND(-2.5,0)', -3],
  ['=ROUND(1234.5,-2)', 1200],
  ['=ROUNDUP(2.1,0)', 3],
  ['=ROUNDUP(-2.1,0)', -3],
  ['=ROUNDUP(0.1*3,1)', 0.3],
  ['=ROUNDUP(1201,-2)', 1300],
  ['=ROUNDDOWN(-2.9,0)', -2],
  ['=ROUNDDOWN(2.99,1)', 2.9],
  ['=ROUNDUP(4/3,0)', 2],
  ['="Đạt "&ROUND(1/3*100,1)&"%"', 'Đạt 33,3%'],
  ['=0.1+0.2&""', '0,3'],
  ['=1/3&"/"&B2=B2&"x"', false],
  ['=1&2=12&""', true],
  ['=B2:B4&"."', [['1.'], ['2.'], ['3.']]],
  ['=COUNTIF(NhiemVu[% hoàn thành],">"&0.3)', 2],
  ['=-2^2', 4],
  ['=TEXTJOIN(", ",TRUE,NhiemVu[Sản phẩm])', 'Kế hoạch, Báo cáo, Kế hoạch, báo cáo, a*b'],
  ['=HYPERLINK("#\'Phụ lục\'!A1","Xem")', 'Xem'],
  ['=UPPER("đặng thị ỹ")', 'ĐẶNG THỊ Ỹ'],
  ['=IFS(FALSE,1,TRUE,2)', 2],
  ['=IFERROR(1/0,"–")', '–'],
  ['=IF(AND(B2=1,NOT(FALSE)),"có","không")', 'có'],
  ['=LET(tổng,SUM(B2:B4),số,COUNT(B2:B4),tổng/số)', 2],
  ['=1/0', error('#DIV/0!')],
  ['="a"+1', error('#VALUE!')],
]);

check('cells referred to one by one', [
  // B3 holds the text "2", A2 a text, Z99 nothing.
  ['=SUM(B2,B3,A2)', 1],
  ['=SUM(B2,"3")', 4],
  ['=B2+B3', 3],
  ['=AVERAGE(B2,B3,B4,Z99)', 2],
  ['=COUNT(B2,B3,5)', 2],
  ['=COUNTA(B2,Z99,"")', 2],
  ['=MAX(A2,B2,-1)', 1],
  ['=PRODUCT(B2,B4,Z99)', 3],
  ['=AND(B2,A2)', true],
  ['=SUM(B2,B5)', error('#N/A')],
]);

check('areas with texts in them', [
  ['=SUM(B2:B4)', 4],
  ['=SUM(B2:B4*1)', 6],
  ['=SUMPRODUCT(B2:B4,B2:B4)', 10],
  ['=SUMPRODUCT(B2:B4*1)', 6],
  ['=AVERAGE(B2:B4)', 2],
  ['=COUNT(NhiemVu[TT])', 0],
  ['=COUNT(NhiemVu[Hạn])', 4],
  ['=MIN(NhiemVu[Hạn])', 46_000],
  ['=AND(A2:B2)', true],
  ['=SUM(B2:B5)', error('#N/A')],
  ['=SUM(IFERROR(B2:B5*1,0))', 6],
  ['=CONCAT(A2:A3)', 'Chuyên mônĐoàn đội'],
]);

check('lookups', [
  ['=INDEX(NhiemVu[Mã],MATCH("đoàn ĐỘI",NhiemVu[Lĩnh vực],0))', 'I.10'],
  ['=MATCH("*cáo",NhiemVu[Sản phẩm],0)', 2],
  ['=XLOOKUP("II.1",NhiemVu[Mã],NhiemVu[Hạn])', 46_400],
  ['=XLOOKUP("III",NhiemVu[Mã],NhiemVu[Hạn],"không có")', 'không có'],
  ['=VLOOKUP("I.2",NhiemVu[[Mã]:[Sản phẩm]],4,FALSE)', 'Báo cáo'],
  ['=XLOOKUP({"I.1","I.2"},NhiemVu[Mã],NhiemVu[TT])', [['1', '2']]],
  ['=INDEX(NhiemVu[Mã],{1;3})', [['I.1'], ['I.10']]],
]);

check('arrays', [
  ['=SUMPRODUCT(--(MONTH(NhiemVu[Hạn])=12))', 1],
  ['=SUMPRODUCT((NhiemVu[Lĩnh vực]="chuyên môn")*NhiemVu[% hoàn thành])', 1.5],
  ['=SUMPRODUCT(ISNUMBER(SEARCH("kế hoạch",NhiemVu[Sản phẩm]))*1)', 2],
  ['=SUM(--(LEFT(NhiemVu[Mã],2)="I."))', 3],
  ['=SUM(IF(YEAR(NhiemVu[Hạn])=2026,1,0))', 2],
  ['=LEN(NhiemVu[Mã])', [[3], [3], [4], [4], [4]]],
  [
    '=ROUND(B2:B4/3,{1,2})',
    [
      [0.3, 0.33],
      [0.7, 0.67],
      [1, 1],
    ],
  ],
  ['=FILTER(NhiemVu[Mã],NhiemVu[Trạng thái]="Chưa thực hiện")', [['I.10'], ['II.1']]],
  ['=FILTER(NhiemVu[Mã],NhiemVu[Trạng thái]="Xong","không có")', 'không có'],
  ['=FILTER(NhiemVu[Mã],NhiemVu[Trạng thái]="Xong")', error('#CALC!')],
  ['=UNIQUE(NhiemVu[Lĩnh vực])', [['Chuyên môn'], ['Đoàn đội'], ['Tài chính']]],
  ['=SORT(UNIQUE(NhiemVu[Lĩnh vực]))', [['Chuyên môn'], ['Đoàn đội'], ['Tài chính']]],
  ['=SORT(NhiemVu[Kinh phí (triệu đồng)],1,-1)', [[20], [10], [5.5], [0], [0]]],
  ['=SORTBY(NhiemVu[Mã],NhiemVu[Hạn])', [['I.1'], ['I.2'], ['II.2'], ['II.1'], ['I.10']]],
  ['=TEXTJOIN("; ",TRUE,FILTER(NhiemVu[Mã],NhiemVu[Hạn]<TODAY()))', 'I.1; I.2; I.10; II.2'],
  ['=COUNTA(UNIQUE(NhiemVu[Lĩnh vực]))', 3],
  [
    '=SEQUENCE(2,2)',
    [
      [1, 2],
      [3, 4],
    ],
  ],
  ['=TRANSPOSE(B2:B3)', [[1, '2']]],
  ['=MAP(B2:B4,LAMBDA(x,x*2))', [[2], [4], [6]]],
  ['=MAP(A2:A3,LAMBDA(x,LEFT(x,2)&"-"&LEN(x)))', [['Ch-10'], ['Đo-8']]],
  ['=REDUCE(0,A2:A3,LAMBDA(tổng,x,tổng+LEN(x)))', 18],
  ['=BYROW(NhiemVu[[Mã]:[TT]],LAMBDA(dòng,COUNTA(dòng)))', [[3], [3], [3], [3], [3]]],
  ['=A2:A3&"!"', [['Chuyên môn!'], ['Đoàn đội!']]],
  ['=LARGE(NhiemVu[Hạn],{1,2})', [[46_400, 46_340]]],
  // An error instead of the library's answer for the first value only.
  ['=CHOOSE({1,2},A2:A3,B2:B3)', error('#VALUE!')],
  ['=FV(B2:B4,1,1)', error('#VALUE!')],
]);

describe('in the rows of a table', () => {
  it.each<Case>([
    ['=[@[Lĩnh vực]]&"/"&[@TT]', 'chuyên MÔN/2'],
    ['=NhiemVu[@Hạn]', 46_031],
    ['=[@[% hoàn thành]]*2', 1],
    ["=[@[Ghi '[chú']]]", 0],
    ['=IF([@[Kinh phí (triệu đồng)]]="","–",[@[Kinh phí (triệu đồng)]])', 20],
    ['=SUM(NhiemVu[@[Kinh phí (triệu đồng)]:[% hoàn thành]])', 20.5],
    ['=COUNTIFS([Lĩnh vực],[@[Lĩnh vực]])', 2],
    ['=@[Mã]', 'I.2'],
    ['=ROW()-ROW(NhiemVu[#Headers])', 2],
  ])('%s', (formula, expected) => {
    const { workbook, tasks } = createFormulaWorkbook();
    expect(computeFormulaIn(workbook, tasks, formula, 'I5')).toEqual(expected);
  });

  it('"this row" outside the table is an error', () =>
    expect(computeFormula('=NhiemVu[@Mã]')).toEqual(error('#VALUE!')));

  it('an array cannot spill inside a table', () => {
    const { workbook, tasks } = createFormulaWorkbook();
    expect(computeFormulaIn(workbook, tasks, '=SEQUENCE(2)', 'I4')).toEqual(error('#SPILL!'));
  });
});

check('functions that the library lacks or computes otherwise', [
  ['=FLOOR(-2.5,1)', -3],
  ['=CEILING(-2.5,1)', -2],
  ['=FLOOR(-2.5,-1)', -2],
  ['=CEILING(-2.5,-1)', -3],
  ['=FLOOR(2.5,-1)', error('#NUM!')],
  ['=FLOOR(0,0)', 0],
  ['=FLOOR(1,0)', error('#DIV/0!')],
  ['=CEILING(1,0)', 0],
  ['=FLOOR(0.3,0.1)', 0.3],
  ['=DATE(1900,1,1)', 1],
  ['=DATE(1900,3,1)', 61],
  ['=ROUND(NPER(0.01,1,10),4)', -9.5786],
  ['=ROUND(POISSON(2,5,TRUE),6)', 0.124652],
  ['=DEVSQ(B2:B4)', 2],
  ['=TYPE({1,2})', 64],
  ['=MDETERM({1,2;3,4})', -2],
  // 31 August 2026, and the three days of the feast of independence.
  ['=WORKDAY(46265,3,{46267;46268;46269})', 46_273],
  ['=NETWORKDAYS(46265,46274,{46267;46268;46269})', 5],
  ['=WORKDAY.INTL(46265,3,8)', error('#NUM!')],
  ['=WORKDAY.INTL(46265,3,"00000")', error('#VALUE!')],
  ['=WORKDAY(1,1E9)', error('#NUM!')],
  ['=WORKDAY("31/8/2026",1)', 46_266],
  ['=WORKDAY("không phải ngày",1)', error('#VALUE!')],
]);

check('references to several sheets', [
  ["=SUM('Phụ lục:Tổng hợp'!B4)", 3],
  ["=COUNT('Phụ lục:Tổng hợp'!B2:B4)", 2],
  // Elsewhere Excel takes none: an error, never the value of one sheet.
  ["=COUNTIF('Phụ lục:Tổng hợp'!B2:B4,3)", error('#REF!')],
  ["=SUM('Phụ lục:Không có'!B4)", error('#REF!')],
]);

check('criteria over addresses of several sheets', [
  [`=SUMPRODUCT(SUMIF(INDIRECT("'"&{"Phụ lục","Tổng hợp"}&"'!B4"),">0"))`, 3],
  [`=SUMPRODUCT(COUNTIF(INDIRECT({"'Tổng hợp'!B2:B4","'Phụ lục'!A4:A8"}),"<>"))`, 8],
  ['=COUNTIF(INDIRECT("không có!A1"),1)', error('#NAME?')],
  // A cell that contains an error is no error of the function.
  ['=COUNTIF(B5,1)', 0],
]);
