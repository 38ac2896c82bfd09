import { readXmlWorkbook } from '../../../src/readers/xlsx/read-xml-workbook';

/** A workbook of Excel 2003's XML with a date that is written out, and one that is counted in days. */
const buildXml = (settings: string, days: number): Uint8Array =>
  new TextEncoder().encode(
    `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>` +
      `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">` +
      `<x:ExcelWorkbook>${settings}</x:ExcelWorkbook>` +
      `<Styles><Style ss:ID="d"><NumberFormat ss:Format="dd/mm/yyyy"/></Style></Styles>` +
      `<Worksheet ss:Name="A"><Table><Row>` +
      `<Cell><Data ss:Type="String">Ngày</Data></Cell>` +
      `<Cell ss:StyleID="d"><Data ss:Type="DateTime">2026-03-05T00:00:00.000</Data></Cell>` +
      `<Cell ss:StyleID="d"><Data ss:Type="Number">${days}</Data></Cell>` +
      `</Row></Table></Worksheet></Workbook>`,
  );

function readCells(bytes: Uint8Array) {
  const read = readXmlWorkbook(bytes, 'so.xml');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const [table] = read.value.blocks;
  if (table?.kind !== 'table') throw new Error('no table');
  return { date1904: read.value.date1904, texts: table.cells.map((cell) => cell.text) };
}

const DAYS_FROM_1900 = 46_086;
/** Four years and a day lie between the two beginnings. */
const DAYS_FROM_1904 = DAYS_FROM_1900 - 1462;

describe('readXmlWorkbook', () => {
  it('counts the days of a number from 1900', () => {
    expect(readCells(buildXml('', DAYS_FROM_1900))).toEqual({
      date1904: undefined,
      texts: ['Ngày', '05/03/2026', '05/03/2026'],
    });
  });

  it('counts them from 1904 where the workbook does, and leaves a date that is written out', () => {
    expect(readCells(buildXml('<x:Date1904/>', DAYS_FROM_1904))).toEqual({
      date1904: true,
      texts: ['Ngày', '05/03/2026', '05/03/2026'],
    });
  });
});
