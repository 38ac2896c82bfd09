import { finishDocument } from '../../src/readers/finish-document';
import { readHtml } from '../../src/readers/html/read-html';
import type { RawDocument } from '../../src/readers/raw-document';
import {
  buildPlainTable,
  p,
  r,
  readBody,
  readCellText,
  t,
  tbl,
  tc,
  tr,
} from '../support/documents/build-docx';
import { readSheets } from '../support/documents/build-xlsx';

/** The cells of all tables, a line a row, after the steps that are the same for every source. */
function listRows(document: RawDocument): string[] {
  return finishDocument(document).blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.map((_, row) =>
          block.cells
            .filter((cell) => cell.row === row)
            .map((cell) => cell.text)
            .join('|'),
        )
      : [block.text],
  );
}

function listWarnings(document: RawDocument): string[] {
  return finishDocument(document).warnings.map(
    ({ code, place, details }) =>
      `${code} ${place.cell ?? place.row ?? ''} ${details?.words ?? details?.value ?? ''}`,
  );
}

function readPage(html: string): RawDocument {
  const read = readHtml(html, 'thử.html');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

const STRIKE = '<w:strike/>';
const TASK = ['1', 'Lập kế hoạch năm học', 'Văn phòng', 'Kế hoạch', 'Tháng 9'];

describe('struck-through text of Word', () => {
  const styles =
    '<w:style w:type="character" w:styleId="Bo"><w:rPr><w:strike/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Huy"><w:rPr><w:dstrike/></w:rPr></w:style>';
  const cases: [string, string][] = [
    ['by a run', p(r('Tháng 8', STRIKE) + r(' Tháng 9'))],
    ['twice', p(r('Tháng 8', '<w:dstrike/>') + r(' Tháng 9'))],
    ['by a character style', p(r('Tháng 8', '<w:rStyle w:val="Bo"/>') + r(' Tháng 9'))],
    ['by a paragraph style', p(r('Tháng 8'), '<w:pStyle w:val="Huy"/>') + p('Tháng 9')],
  ];

  it.each(cases)('is left out and reported where it is struck %s', (_, cell) => {
    const document = readBody(tbl(tr([tc('1'), tc('Lập kế hoạch'), tc(cell)])), { styles });
    expect(listRows(document)).toEqual(['1|Lập kế hoạch|Tháng 9']);
    expect(listWarnings(document)).toEqual(['struck-text 1 Tháng 8']);
  });

  it('stands where the run switches the strike of its style off', () => {
    expect(readCellText(p(r('Tháng 9', '<w:rStyle w:val="Bo"/><w:strike w:val="0"/>')), { styles })).toBe(
      'Tháng 9',
    );
  });

  it('removes a row whose task is struck through, and what its merged cells cover stays', () => {
    const struck = (text: string): string => tc(p(r(text, STRIKE)));
    const document = readBody(
      tbl(
        tr([tc('1'), tc('Lập kế hoạch năm học'), tc('Văn phòng', '<w:vMerge w:val="restart"/>')]),
        tr([tc('2'), struck('Tổ chức hội thảo cấp trường'), tc('', '<w:vMerge/>')]),
        tr([tc('3'), tc('Báo cáo sơ kết'), tc('', '<w:vMerge/>')]),
      ),
    );
    expect(listRows(document)).toEqual(['1|Lập kế hoạch năm học|Văn phòng', '3|Báo cáo sơ kết']);
    expect(finishDocument(document).blocks[0]).toMatchObject({ rowCount: 2 });
    expect(listWarnings(document)).toEqual(['struck-text 2 2 | Tổ chức hội thảo cấp trường']);
  });

  it('removes only the cell where another cell than the task is struck through', () => {
    const document = readBody(
      tbl(tr([tc('1'), tc('Lập kế hoạch'), tc(p(r('Biên bản họp hội đồng', STRIKE)))])),
    );
    expect(listRows(document)).toEqual(['1|Lập kế hoạch|']);
  });

  it('leaves out a struck paragraph outside of tables', () => {
    const document = readBody(p(r('Dự thảo lần 2', STRIKE)) + p('Kế hoạch') + buildPlainTable(TASK));
    expect(listRows(document)).toEqual(['Kế hoạch', TASK.join('|')]);
    expect(listWarnings(document)).toEqual(['struck-text  Dự thảo lần 2']);
  });
});

describe('struck-through text of Excel', () => {
  const styles =
    '<fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs>';
  const cell = (address: string, inner: string, style = 0): string =>
    `<c r="${address}" s="${style}" t="inlineStr"><is>${inner}</is></c>`;

  it('is left out by cell style and by run', () => {
    const data =
      `<row r="1">${cell('A1', '<t>1</t>')}${cell('B1', '<t>Lập kế hoạch</t>')}${cell('C1', '<t>Báo cáo</t>', 1)}</row>` +
      `<row r="2">${cell('A2', '<t>2</t>')}${cell('B2', '<t>Sơ kết</t>', 2)}${cell('C2', '<r><rPr><strike/></rPr><t>Tháng 1</t></r><r><t> Tháng 2</t></r>')}</row>` +
      `<row r="3">${cell('A3', '<t>3</t>', 1)}${cell('B3', '<t>Tổng kết</t>', 1)}</row>`;
    const document = readSheets([{ data }], { styles });
    expect(listRows(document)).toEqual(['1|Lập kế hoạch|', '2|Sơ kết|Tháng 2']);
    expect(listWarnings(document)).toEqual([
      'struck-text C1 Báo cáo',
      'struck-text C2 Tháng 1',
      'struck-text 3 3 | Tổng kết',
    ]);
  });
});

describe('struck-through text of HTML', () => {
  it.each([
    '<s>Tháng 8</s>',
    '<strike>Tháng 8</strike>',
    '<del>Tháng 8</del>',
    '<span style="text-decoration:line-through">Tháng 8</span>',
    '<span class="bo">Tháng 8</span>',
  ])('is left out of %s', (struck) => {
    const document = readPage(
      `<style>.bo{text-decoration: line-through}</style><table><tr><td>1<td>Lập kế hoạch<td>${struck} Tháng 9</table>`,
    );
    expect(listRows(document)).toEqual(['1|Lập kế hoạch|Tháng 9']);
    expect(listWarnings(document)).toEqual(['struck-text 1 Tháng 8']);
  });
});

describe('error values of Excel', () => {
  it.each(['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#SPILL!', 'Err:502'])(
    'are removed from a cell and reported: %s',
    (value) => {
      const data = `<row r="1"><c r="A1" t="inlineStr"><is><t>Báo cáo</t></is></c><c r="B1" t="e"><v>${value}</v></c></row>`;
      const document = readSheets([{ data }]);
      expect(listRows(document)).toEqual(['Báo cáo|']);
      expect(listWarnings(document)).toEqual([`error-value B1 ${value}`]);
    },
  );

  it('stay where they are part of a text', () => {
    expect(listRows(readPage('<table><tr><td>Sửa lỗi #N/A trong sổ<td>x</table>'))).toEqual([
      'Sửa lỗi #N/A trong sổ|x',
    ]);
  });
});

describe('marks of notes', () => {
  const raised = '<w:vertAlign w:val="superscript"/>';

  it.each([
    ['nhà trường', '1', 'nhà trường'],
    ['Đơn vị', '(2)', 'Đơn vị'],
    ['Diện tích 120 m', '2', 'Diện tích 120 m2'],
    ['Đạt 10', '3', 'Đạt 103'],
    ['Ngày 1', 'st', 'Ngày 1st'],
  ])('are no part of the words: "%s" + "%s"', (text, mark, expected) => {
    expect(readCellText(p(r(text) + r(mark, raised)))).toBe(expected);
    expect(listRows(readPage(`<table><tr><td>${text}<sup>${mark}</sup><td>x</table>`))).toEqual([
      `${expected}|x`,
    ]);
  });
});

describe('the warning of marks of notes', () => {
  const raised = '<w:vertAlign w:val="superscript"/>';
  const find = (document: RawDocument) => {
    const warnings = finishDocument(document).warnings.filter(({ code }) => code === 'note-marks');
    expect(warnings.length).toBeLessThan(2);
    return warnings[0];
  };
  const noted = (text: string, mark: string): string => tc(p(r(text) + r(mark, raised)));

  it('is one for a document, at the first of them, with its note', () => {
    const body =
      tbl(
        tr([tc(p(r('TT'))), tc(p(r('Nội dung')))]),
        tr([tc(p(r('1'))), noted('Lập kế hoạch', '(1)')]),
        tr([tc(p(r('2'))), noted('Báo cáo', '(2)')]),
      ) +
      p(r('(2) Gửi bản giấy.')) +
      p(r('(1) Chỉ áp dụng cho các trường có bán trú.'));
    expect(find(readBody(body))).toMatchObject({
      place: { table: 1, row: 2 },
      details: {
        mark: '(1)',
        words: 'Lập kế hoạch',
        count: 2,
        note: 'Chỉ áp dụng cho các trường có bán trú.',
      },
    });
  });

  it.each([
    ['*', '* Có thể dời ngày.', 'Có thể dời ngày.'],
    ['1', '1 Có thể dời ngày.', 'Có thể dời ngày.'],
    ['1', '1. Việc khác của kế hoạch.', ''],
    ['1', '12 Việc khác.', ''],
    ['[2]', 'Nơi nhận', ''],
  ])('takes for the note of "%s" a line that begins with it: "%s"', (mark, line, note) => {
    const page = readPage(`<table><tr><td>1<td>Lập kế hoạch<sup>${mark}</sup></table><p>${line}</p>`);
    expect(find(page)?.details).toMatchObject({ mark, words: 'Lập kế hoạch', count: '', note });
  });

  it('has the text of a footnote that Word links', () => {
    const body = tbl(tr([tc(p(r('1'))), tc(p(r('Lập kế hoạch') + r('<w:footnoteReference w:id="7"/>')))]));
    const footnotes =
      '<w:footnote w:id="7"><w:p><w:r><w:t>Trừ điểm trường lẻ.</w:t></w:r></w:p></w:footnote>';
    expect(find(readBody(body, { footnotes }))?.details).toMatchObject({
      mark: '1',
      words: 'Lập kế hoạch',
      note: 'Trừ điểm trường lẻ.',
    });
  });

  it('is not given for exponents', () => {
    expect(find(readBody(tbl(tr([tc(p(r('1'))), noted('Diện tích 120 m', '2')]))))).toBeUndefined();
  });
});

describe('form fields of Word', () => {
  const field = (data: string): string =>
    r(`<w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar>`) +
    r('<w:instrText>FORM</w:instrText>') +
    r('<w:fldChar w:fldCharType="end"/>');
  const entries = '<w:listEntry w:val="Báo cáo"/><w:listEntry w:val="Kế hoạch"/>';

  it.each([
    ['the selected entry of a drop-down', `<w:ddList><w:result w:val="1"/>${entries}</w:ddList>`, 'Kế hoạch'],
    ['its default entry', `<w:ddList><w:default w:val="1"/>${entries}</w:ddList>`, 'Kế hoạch'],
    ['its first entry', `<w:ddList>${entries}</w:ddList>`, 'Báo cáo'],
    ['a checked box', '<w:checkBox><w:checked/></w:checkBox>', '☑'],
    ['an unchecked box', '<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', '☐'],
  ])('show %s', (_, data, expected) => {
    expect(readCellText(p(field(data) + r(t(''))))).toBe(expected);
  });
});
