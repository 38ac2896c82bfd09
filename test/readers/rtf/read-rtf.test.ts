import { readDocument } from '../../../src/import/read-document';
import type { RawDocument } from '../../../src/readers/raw-document';
import { rtfRow as row, rtfText as t, writeRtf } from '../../support/documents/write-rtf';

async function readBody(body: string): Promise<RawDocument> {
  const read = await readDocument(writeRtf(body), 'a.rtf');
  if (!read.ok) throw new Error(read.problems[0]!.code);
  return read.value;
}

const listTexts = ({ blocks }: RawDocument): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'text'
      ? [block.text]
      : block.cells.map((cell) => {
          const spans = cell.rowSpan * cell.columnSpan > 1 ? ` (${cell.rowSpan} × ${cell.columnSpan})` : '';
          return `${cell.row},${cell.column}${spans} ${cell.text}`;
        }),
  );

describe('a text in RTF', () => {
  it('has paragraphs and tables, in order', async () => {
    const document = await readBody(
      `${t('KẾ HOẠCH')}\\par\\pard ${t('Năm 2026')}\\par ${row(['TT', 'Nội dung'])}${row(['1', 'Lập kế hoạch\nnăm học'])}${t('Nơi nhận')}\\par`,
    );
    expect(listTexts(document)).toEqual([
      ...['KẾ HOẠCH', 'Năm 2026', '0,0 TT', '0,1 Nội dung', '1,0 1', '1,1 Lập kế hoạch\nnăm học'],
      'Nơi nhận',
    ]);
  });

  it('has cells merged across and down, by their edges', async () => {
    const start = { controls: '\\clvmgf' };
    const down = { controls: '\\clvmrg' };
    const document = await readBody(
      row(['I', 'Chung'], [{}, { right: 6000 }]) +
        row(['1', 'Họp', 'Văn phòng'], [{}, {}, start]) +
        row(['2', 'Báo cáo', ''], [{}, {}, down]) +
        row(['3', 'Tổng kết', ''], [{ controls: '\\clmgf' }, { controls: '\\clmrg' }, down]),
    );
    expect(listTexts(document)).toEqual([
      ...['0,0 I', '0,1 (1 × 2) Chung', '1,0 1', '1,1 Họp', '1,2 (3 × 1) Văn phòng'],
      ...['2,0 2', '2,1 Báo cáo', '3,0 (1 × 2) 3'],
    ]);
  });

  it('takes edges that differ by the width of a rule as one', async () => {
    const document = await readBody(
      row(['a', 'b'], [{ right: 1985 }, { right: 4010 }]) +
        row(['c', 'd'], [{ right: 2000 }, { right: 4000 }]),
    );
    expect(listTexts(document)).toEqual(['0,0 a', '0,1 b', '1,0 c', '1,1 d']);
  });

  it('keeps the text of a table in a cell', async () => {
    const document = await readBody(
      `\\trowd\\cellx3000\\pard\\intbl\\itap1 ngoài\\par\\pard\\intbl\\itap2 a\\nestcell b\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\cellx900\\nestrow}{\\nonesttables\\par}\\pard\\intbl\\itap1\\cell\\row\\pard`,
    );
    expect(listTexts(document).map((text) => text.replace(/\s+/g, ' ').trim())).toEqual(['0,0 ngoài a b']);
  });

  it.each([
    ['the code page of its font', "{\\f1 Tr\\'fd\\'f5\\'ccng}", 'Trường'],
    ['a legacy font', "{\\f2 Tr\\'ad\\'eang}", 'Trường'],
    ['a symbol font', "{\\f3 \\'fe} xong", '☑ xong'],
    ['no fallback characters', '{\\uc0 n\\u259 m}', 'năm'],
    ['a fallback that a control takes the place of', 'n\\u259\\b m\\b0', 'năm'],
    ['raised text that is a word', 'm{\\super 2} c{\\super th}', 'm2 cth'],
    ['signs', 'a\\~b\\endash c\\{d\\}', 'a\u00a0b–c{d}'],
    ['the number of a list', '{\\listtext\\pard 1.\\tab}{\\*\\pn\\pnlvl1}Vi\\u7879?c', '1.\tViệc'],
    ['a field', '{\\field{\\*\\fldinst DATE}{\\fldrslt 2026}}', '2026'],
  ])('decodes %s', async (_, body, text) => {
    const [block] = (await readBody(`${body}\\par`)).blocks;
    expect(block?.kind === 'text' && block.text.normalize('NFC')).toBe(text);
  });

  it('leaves out struck, hidden and deleted text, and says what was struck or deleted', async () => {
    const document = await readBody(
      `A{\\strike B}{\\v C}{\\deleted D}E{\\*\\annotation F}\\par ${row(['1', 'Họp'])}\\trowd\\cellx2000\\cellx4000\\pard\\intbl{\\deleted 2}\\cell{\\deleted x}\\cell\\row\\pard`,
    );
    expect(listTexts(document)).toEqual(['AE', '0,0 1', '0,1 Họp']);
    expect(document.warnings.map(({ code }) => code)).toEqual(['tracked-changes', 'struck-text']);
  });

  it('names the mark of a note, with its text', async () => {
    const document = await readBody(
      `nha truong{\\super\\chftn}{\\footnote {\\super\\chftn} tru diem le}\\par`,
    );
    expect(listTexts(document)).toEqual(['nha truong']);
    expect(document.warnings).toMatchObject([
      { code: 'note-marks', details: { mark: '1', words: 'nha truong', note: 'tru diem le' } },
    ]);
  });

  it('reads text boxes before the paragraph that holds them', async () => {
    const document = await readBody(
      '{\\shp{\\*\\shpinst{\\sp{\\sn fill}{\\sv 1}}{\\shptxt UBND XA A\\par}}{\\shprslt UBND XA A}}KE HOACH\\par',
    );
    expect(listTexts(document)).toEqual(['UBND XA A', 'KE HOACH']);
    expect(document.warnings).toMatchObject([{ code: 'text-box' }]);
  });

  it.each([
    ['cut off', '{\\b a', 'xml-damaged'],
    ['too deep', `${'{'.repeat(1200)}${'}'.repeat(1200)}`, 'xml-too-deep'],
    ['too long', row(['a']).repeat(20_001), 'too-many-rows'],
  ])('is refused if it is %s', async (_, body, code) => {
    await expect(readBody(body)).rejects.toThrow(code);
  });
});
