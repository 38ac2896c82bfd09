import { formatListNumber } from '../../../src/readers/docx/format-list-number';
import { listBlocks, p, r, readBody, readCellText, tbl, tc, tr } from '../../support/documents/build-docx';

function level(at: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
}
function abstract(id: number, ...levels: string[]): string {
  return `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
}
function num(id: number, of: number, override = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${override}</w:num>`;
}
function startAt(value: number, at = 0): string {
  return `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${value}"/></w:lvlOverride>`;
}
function numPr(id: number, at = 0): string {
  return `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`;
}
const item = (id: number, at = 0, text = ''): string => p(text, numPr(id, at));

/** Printed lines of a body, for lists 1, 2, … given as numbering.xml. */
function printed(numbering: string, body: string, styles = ''): string[] {
  return listBlocks(readBody(body, { numbering, styles }));
}

const OUTLINE = abstract(
  0,
  level(0, 'upperRoman', '%1.'),
  level(1, 'decimal', '%1.%2'),
  level(2, 'lowerLetter', '%3)'),
);

describe('automatic numbers', () => {
  it('print in cells that hold nothing else', () => {
    const numbering =
      abstract(0, level(0, 'upperRoman', '%1')) +
      abstract(1, level(0, 'decimal', '%1')) +
      num(1, 0) +
      num(2, 1, startAt(1)) +
      num(3, 1, startAt(1));
    const row = (id: number, text: string): string => tr([tc(item(id)), tc(text)]);
    const body = tbl(
      row(1, 'Chỉ đạo'),
      row(2, 'a'),
      row(2, 'b'),
      row(1, 'Thể chế'),
      row(3, 'c'),
      row(3, 'd'),
    );
    expect(printed(numbering, body)).toEqual([
      '0:I | 1:Chỉ đạo',
      '0:1 | 1:a',
      '0:2 | 1:b',
      '0:II | 1:Thể chế',
      '0:1 | 1:c',
      '0:2 | 1:d',
    ]);
  });

  it('count on several levels, lower ones again after higher ones', () =>
    expect(
      printed(OUTLINE + num(1, 0), [0, 1, 1, 2, 2, 1, 2, 0, 1].map((at) => item(1, at, 'x')).join('')),
    ).toEqual(['I. x', 'I.1 x', 'I.2 x', 'a) x', 'b) x', 'I.3 x', 'a) x', 'II. x', 'II.1 x']));

  it('of a lower level before any higher one take its start', () =>
    expect(printed(OUTLINE + num(1, 0), item(1, 1, 'x'))).toEqual(['I.1 x']));

  it('stand before the words, by tab, space or nothing', () => {
    const numbering = ['tab', 'space', 'nothing']
      .map(
        (suffix, i) => abstract(i, level(0, 'decimal', '%1.', `<w:suff w:val="${suffix}"/>`)) + num(i + 1, i),
      )
      .join('');
    expect(printed(numbering, item(1, 0, 'a') + item(2, 0, 'b') + item(3, 0, 'c'))).toEqual([
      '1. a',
      '1. b',
      '1.c',
    ]);
  });

  it('go on over lists of one definition, unless one restarts', () => {
    const numbering = abstract(0, level(0, 'decimal', '%1')) + num(1, 0) + num(2, 0) + num(3, 0, startAt(7));
    expect(printed(numbering, [1, 1, 2, 3, 3, 1].map((id) => item(id, 0, 'x')).join(''))).toEqual([
      '1 x',
      '2 x',
      '3 x',
      '7 x',
      '8 x',
      '9 x',
    ]);
  });

  it('take a level replaced in their list alone', () => {
    const replaced = `<w:lvlOverride w:ilvl="0">${level(0, 'lowerRoman', '(%1)')}</w:lvlOverride>`;
    expect(
      printed(
        abstract(0, level(0, 'decimal', '%1')) + num(1, 0) + num(2, 0, replaced),
        item(1, 0, 'x') + item(2, 0, 'x'),
      ),
    ).toEqual(['1 x', '(ii) x']);
  });

  it.each([
    ['never', '<w:lvlRestart w:val="0"/>', ['1', '2']],
    ['after the level named', '<w:lvlRestart w:val="1"/>', ['1', '1']],
  ])('of a level restart %s', (_, restart, numbers) => {
    const numbering = abstract(0, level(0, 'decimal', '%1'), level(1, 'decimal', '%2', restart)) + num(1, 0);
    expect(printed(numbering, [0, 1, 0, 1].map((at) => item(1, at, 'x')).join(''))).toEqual([
      '1 x',
      `${numbers[0]} x`,
      '2 x',
      `${numbers[1]} x`,
    ]);
  });

  it('restart after the middle level only where that is named', () => {
    const numbering =
      abstract(
        0,
        level(0, 'decimal', '%1'),
        level(1, 'decimal', '%2'),
        level(2, 'decimal', '%3', '<w:lvlRestart w:val="1"/>'),
      ) + num(1, 0);
    expect(
      printed(numbering, [0, 1, 2, 1, 2, 0, 2].map((at) => item(1, at, 'x')).join('')).filter((_, i) =>
        [2, 4, 6].includes(i),
      ),
    ).toEqual(['1 x', '2 x', '1 x']);
  });

  it('print as decimal on a legal level', () =>
    expect(
      printed(
        abstract(0, level(0, 'upperRoman', '%1'), level(1, 'decimal', '%1.%2', '<w:isLgl/>')) + num(1, 0),
        item(1, 0, 'x') + item(1, 0, 'x') + item(1, 1, 'x'),
      ),
    ).toEqual(['I x', 'II x', '2.1 x']));

  it('come through styles, their level by the style tied to it, or as the style says; not for a list of their own', () => {
    const style = (id: string, inner: string): string =>
      `<w:style w:type="paragraph" w:styleId="${id}">${inner}</w:style>`;
    const styles =
      style('LinhVuc', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
      style('ViecCon', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
      style('VanBan', '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>') +
      style('KeThua', '<w:basedOn w:val="LinhVuc"/>') +
      style('ConCuaViec', '<w:basedOn w:val="ViecCon"/>') +
      style('ConCuaVanBan', '<w:basedOn w:val="VanBan"/>');
    const numbering =
      abstract(
        0,
        level(0, 'upperRoman', '%1', '<w:pStyle w:val="LinhVuc"/>'),
        level(1, 'decimal', '%2', '<w:pStyle w:val="ViecCon"/>'),
      ) + num(1, 0);
    const styled = (id: string, more = ''): string => p('x', `<w:pStyle w:val="${id}"/>${more}`);
    expect(
      printed(
        numbering,
        styled('LinhVuc') +
          styled('ViecCon') +
          styled('VanBan') +
          styled('ConCuaViec') +
          styled('ConCuaVanBan') +
          styled('KeThua') +
          styled('LinhVuc', '<w:numPr><w:numId w:val="0"/></w:numPr>') +
          styled('ViecCon', '<w:numPr><w:numId w:val="1"/></w:numPr>'),
        styles,
      ),
    ).toEqual(['I x', '1 x', '2 x', '3 x', '4 x', 'II x', 'x', 'III x']);
  });

  it('come through a numbering style', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="DS"/></w:abstractNum>' +
      `<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="DS"/>${level(0, 'decimal', 'Điều %1')}</w:abstractNum>` +
      num(1, 0) +
      num(2, 1);
    expect(printed(numbering, item(1, 0, 'a') + item(2, 0, 'b'))).toEqual(['Điều 1 a', 'Điều 2 b']);
  });

  it('take the newer of two formats where Word wrote both', () => {
    const both =
      '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>';
    const numbering = abstract(
      0,
      `<w:lvl w:ilvl="0"><w:start w:val="7"/>${both}<w:lvlText w:val="%1"/></w:lvl>`,
    );
    expect(printed(numbering + num(1, 0), item(1, 0, 'x'))).toEqual(['007 x']);
  });

  it('are counted but not printed on a hidden level', () => {
    const hidden = level(0, 'decimal', '%1', '<w:rPr><w:vanish/></w:rPr>');
    const numbering = abstract(0, hidden, level(1, 'decimal', '%1.%2')) + num(1, 0);
    expect(printed(numbering, item(1, 0, 'x') + item(1, 0, 'x') + item(1, 1, 'x'))).toEqual([
      'x',
      'x',
      '2.1 x',
    ]);
  });

  it('are bullets only before words', () => {
    const numbering =
      abstract(0, level(0, 'bullet', '\uF0B7')) +
      abstract(1, level(0, 'bullet', '-')) +
      num(1, 0) +
      num(2, 1);
    expect(readCellText(item(1, 0, 'a') + item(1) + item(2, 0, 'b'), { numbering })).toBe('• a\n- b');
  });

  it('are not counted in deleted rows, nor where the paragraph mark is deleted', () => {
    const numbering = abstract(0, level(0, 'decimal', '%1')) + num(1, 0);
    const deletedRow = tr([tc(item(1))], '<w:del w:id="1"/>');
    const joined = p(r('a'), numPr(1) + '<w:rPr><w:del w:id="2"/></w:rPr>');
    expect(
      printed(numbering, tbl(tr([tc(item(1))]), deletedRow, tr([tc(item(1))])) + joined + item(1, 0, 'b')),
    ).toEqual(['0:1', '0:2', '3 ab']);
  });

  it('are missing where list, level or format are', () =>
    expect(
      printed(
        abstract(0, level(0, 'none', '%1')) + num(1, 0) + num(2, 99),
        item(1, 0, 'a') + item(1, 5, 'b') + item(2, 0, 'c') + item(3, 0, 'd'),
      ),
    ).toEqual(['a', 'b', 'c', 'd']));

  it('stay small whatever their text', () =>
    expect(
      printed(abstract(0, level(0, 'decimal', 'x'.repeat(9999))) + num(1, 0), item(1, 0, 'a'))[0]!.length,
    ).toBeLessThan(300));
});

describe('formatNumber', () => {
  it.each([
    ['decimal', 10, '10'],
    ['decimalZero', 7, '07'],
    ['upperRoman', 1994, 'MCMXCIV'],
    ['lowerRoman', 9, 'ix'],
    ['upperRoman', 0, '0'],
    ['upperLetter', 26, 'Z'],
    ['lowerLetter', 28, 'bb'],
    ['vietnameseCounting', 4, 'bốn'],
    ['vietnameseCounting', 10, 'mười'],
    ['vietnameseCounting', 15, 'mười lăm'],
    ['vietnameseCounting', 11, 'mười một'],
    ['vietnameseCounting', 21, 'hai mươi mốt'],
    ['vietnameseCounting', 100, '100'],
    ['numberInDash', 3, '- 3 -'],
    ['decimalEnclosedCircle', 3, '③'],
    ['decimalEnclosedCircle', 30, '30'],
    ['thaiNumbers', 3, '3'],
    ['none', 3, ''],
  ])('%s %d is %s', (format, value, text) => expect(formatListNumber(value, format)).toBe(text));

  it('pads as a custom format shows', () =>
    expect(formatListNumber(5, 'custom', '001, 002, 003, ...')).toBe('005'));
});
