import { isSameFormula } from '../../src/sheets/normalize-formula';

describe('isSameFormula', () => {
  it.each([
    ['=INDEX(A1:A9,2)', '=@INDEX(A1:A9,2)'],
    ['=INDEX(A1:A9,2)', '=@index( A1:A9, 2 )'],
    ['=IF([@Hạn]="",0,1)', '=IF(NhiemVu[[#This Row],[Hạn]]="",0,1)'],
    ['=IF([@Hạn]="",0,1)', '=IF(NhiemVu[@Hạn]="",0,1)'],
    ['=[@[Còn (ngày)]]+1', '=TienDo[[#This Row],[Còn (ngày)]]+1'],
    ['=[@[Còn (ngày)]]+1', '=TienDo[ [#This Row], [Còn (ngày)] ] + 1'],
    ["=[@[Số '[1'], '#]]", "=T[[#This Row],[Số '[1'], '#]]"],
    ['=COUNTIFS(NhiemVu[Áp dụng],"?*")', '=COUNTIFS(NhiemVu[[#Data],[Áp dụng]], "?*")'],
    ['=ROW(NhiemVu[[#Headers],[Mã]])', '=ROW(NhiemVu[[#Headers], [Mã]])'],
    ["='Lich'!A1", '=Lich!A1'],
    ['=10000000*2', '=1E+07*2'],
    ['=0.5+1', '=.5+1'],
    ['=CONCAT("a")', '=_xlfn.CONCAT("a")'],
    ['=SUM(A1:A2)', '=SUM(@A1:A2)'],
  ])('%s is %s', (written, echoed) => {
    expect(isSameFormula(written, echoed)).toBe(true);
    expect(isSameFormula(echoed, written)).toBe(true);
  });

  it.each([
    ['="a b"', '="ab"'],
    ['="a"', '="A"'],
    ['=A1', '=A2'],
    ['=[@Hạn]', '=[@[Hạn mới]]'],
    ['=NhiemVu[Hạn]', '=NhiemVu[@Hạn]'],
    ['=NhiemVu[Hạn]', '=TienDo[Hạn]'],
    ['=NhiemVu[[#Headers],[Mã]]', '=NhiemVu[Mã]'],
    ['=COUNTIFS(A1:A9,"x@y")', '=COUNTIFS(A1:A9,"xy")'],
    ["='Tổng hợp'!A1", "='Tổng hợp (2)'!A1"],
    ['=A1+1', '=A1+2'],
    ['=SUM(A1)', '=SUM(A1)*1'],
  ])('%s is not %s', (written, other) => {
    expect(isSameFormula(written, other)).toBe(false);
  });
});
