import {
  buildPlainTable,
  getTables,
  listBlocks,
  p,
  r,
  readBody,
  readCellText,
  t,
  tbl,
  tc,
  tr,
} from '../../support/documents/build-docx';

function field(instruction: string, result: string): string {
  return (
    r('<w:fldChar w:fldCharType="begin"/>') +
    instruction +
    r('<w:fldChar w:fldCharType="separate"/>') +
    result +
    r('<w:fldChar w:fldCharType="end"/>')
  );
}
const instruction = (text: string): string => r(`<w:instrText>${text}</w:instrText>`);
function box(inner: string): string {
  return `<w:drawing><wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx></w:drawing>`;
}

/** What prints of one paragraph's content. */
const CASES: readonly (readonly [string, string, string])[] = [
  ['runs without a space between them', r('Kế ho') + r('ạch'), 'Kế hoạch'],
  ['a line break', r(t('KH-') + '<w:br/>' + t('UBND')), 'KH-\nUBND'],
  ['a carriage return', r(t('a') + '<w:cr/>' + t('b')), 'a\nb'],
  ['a tab', r(t('Số:') + '<w:tab/>' + t('05')), 'Số:\t05'],
  ['a no-break hyphen', r(t('05/KH') + '<w:noBreakHyphen/>' + t('UBND')), '05/KH-UBND'],
  ['an optional hyphen', r(t('Tr') + '<w:softHyphen/>' + t('êng')), 'Tr\u00adêng'],
  ['a symbol with a meaning', r('<w:sym w:font="Wingdings" w:char="F0FE"/>' + t(' Có')), '☑ Có'],
  ['a symbol that is a letter', r('<w:sym w:font="Times New Roman" w:char="0110"/>'), 'Đ'],
  ['an ornament', r(t('a') + '<w:sym w:font="Webdings" w:char="F021"/>'), 'a'],
  ['space that is kept', r('Tháng ') + r('6'), 'Tháng 6'],
  ['space that Word drops', r('<w:t>\n  Tháng 6\n </w:t>'), 'Tháng 6'],
  ['a no-break space at the edge', r('<w:t>\u00a0a</w:t>'), '\u00a0a'],
  ['inserted text', `<w:ins>${r('mới')}</w:ins>`, 'mới'],
  [
    'deleted text',
    r('Tháng ') + `<w:del>${r('<w:delText>5</w:delText>')}</w:del><w:ins>${r('6')}</w:ins>`,
    'Tháng 6',
  ],
  ['text moved away and here', `<w:moveFrom>${r('đi')}</w:moveFrom><w:moveTo>${r('đến')}</w:moveTo>`, 'đến'],
  ['a link', `<w:hyperlink w:anchor="a">${r('xem')}</w:hyperlink>`, 'xem'],
  [
    'a smart tag in custom XML',
    `<w:customXml><w:smartTag>${r('Hà Nội')}</w:smartTag></w:customXml>`,
    'Hà Nội',
  ],
  ['a content control', `<w:sdt><w:sdtContent>${r('Phòng')}</w:sdtContent></w:sdt>`, 'Phòng'],
  [
    'the prompt of an empty control',
    r('a') +
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('Bấm vào đây')}</w:sdtContent></w:sdt>`,
    'a',
  ],
  ['hidden text', r('a') + r('ẩn', '<w:vanish/>') + r('b', '<w:vanish w:val="false"/>'), 'ab'],
  ['a simple field', `<w:fldSimple w:instr="DATE">${r('01/6')}</w:fldSimple>`, '01/6'],
  ['a field', r('trang ') + field(instruction('PAGE'), r('7')) + r('.'), 'trang 7.'],
  [
    'a field in an instruction',
    field(instruction('IF ') + field(instruction('PAGE'), r('3')), r('có')),
    'có',
  ],
  [
    'the first of several alternatives',
    r(
      `<mc:AlternateContent><mc:Choice Requires="x">${t('mới')}</mc:Choice><mc:Fallback>${t('cũ')}</mc:Fallback></mc:AlternateContent>`,
    ),
    'mới',
  ],
  [
    'a fallback alone',
    r(`<mc:AlternateContent><mc:Fallback>${t('cũ')}</mc:Fallback></mc:AlternateContent>`),
    'cũ',
  ],
  ['a formula', `<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num></m:f></m:oMath>`, '1'],
  [
    'text with a reading above',
    r(`<w:ruby><w:rt>${r('âm')}</w:rt><w:rubyBase>${r('chữ')}</w:rubyBase></w:ruby>`),
    'chữ',
  ],
  ['notes and comments', r(t('a') + '<w:footnoteReference w:id="2"/><w:commentReference w:id="1"/>'), 'a'],
];

describe('text of a paragraph', () => {
  it.each(CASES)('%s', (_, content, text) => {
    expect(readCellText(p(content))).toBe(text);
    expect(listBlocks(readBody(p(content)))).toEqual([text]);
  });

  it('of one cell is joined by line ends, blank lines apart', () =>
    expect(readCellText(p('Kế hoạch') + p() + p('Báo cáo') + p(' '))).toBe('Kế hoạch\nBáo cáo'));

  it('goes on where its mark was deleted', () => {
    const removed = '<w:rPr><w:del w:id="1"/></w:rPr>';
    expect(readCellText(p('Kế ho', removed) + p('ạch') + p('năm'))).toBe('Kế hoạch\nnăm');
    expect(readCellText(p('một mình', removed))).toBe('một mình');
    expect(listBlocks(readBody(p('Kế ho', removed) + p('ạch') + p('cuối', removed)))).toEqual([
      'Kế hoạch',
      'cuối',
    ]);
    expect(listBlocks(readBody(p('trước', removed) + buildPlainTable(['bảng'])))).toEqual([
      'trước',
      '0:bảng',
    ]);
  });

  it('survives a field that never ends', () =>
    expect(listBlocks(readBody(p(r('<w:fldChar w:fldCharType="begin"/>') + r('x')) + p('sau')))).toEqual([
      'sau',
    ]));

  it('is hidden by the style of its run or paragraph', () => {
    const styles =
      '<w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="AnHet"><w:basedOn w:val="Goc"/></w:style><w:style w:type="paragraph" w:styleId="Goc"><w:rPr><w:vanish/></w:rPr></w:style>';
    const body = p(r('a') + r('b', '<w:rStyle w:val="An"/>')) + p('c', '<w:pStyle w:val="AnHet"/>');
    expect(listBlocks(readBody(body, { styles }))).toEqual(['a']);
  });

  it('is read under any prefix and in strict documents', () => {
    const body = p('a') + buildPlainTable(['b']);
    for (const parts of [
      { prefix: 'ns7' },
      { strict: true },
      { strict: true, mainPart: 'tai_lieu/chinh.xml' },
    ])
      expect(listBlocks(readBody(body, parts))).toEqual(['a', '0:b']);
  });
});

describe('text boxes', () => {
  it('follow the paragraph or table they are anchored in, and are named', () => {
    const document = readBody(
      p(r(t('trước') + box(p('trong hộp')))) + tbl(tr([tc(p(r(t('ô') + box(p('hộp trong ô')))))])) + p('sau'),
    );
    expect(listBlocks(document)).toEqual(['trước', 'trong hộp', '0:ô', 'hộp trong ô', 'sau']);
    expect(document.warnings).toMatchObject([{ code: 'text-box', details: { boxes: 2 } }]);
  });

  it('are read once though written for old and new Word', () => {
    const both = `<mc:AlternateContent><mc:Choice Requires="wps">${box(p('một lần'))}</mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p('một lần')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>`;
    expect(listBlocks(readBody(p(r(both))))).toEqual(['một lần']);
  });

  it('may hold the table itself', () =>
    expect(listBlocks(readBody(p(r(box(buildPlainTable(['TT', 'Nội dung']))))))).toEqual([
      '0:TT | 1:Nội dung',
    ]));
});

describe('fonts', () => {
  const font = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
  const cell = (paragraphs: string, styles = ''): { fonts?: string[]; runs?: unknown } => {
    const { fonts, runs } = getTables(readBody(tbl(tr([tc(paragraphs)])), { styles }))[0]!.cells[0]!;
    return { fonts, runs };
  };

  it('of the runs', () =>
    expect(cell(p(r('Tr­êng', font('.VnTime'))))).toEqual({ fonts: ['.VnTime'], runs: undefined }));

  it('apart where several meet', () =>
    expect(
      cell(
        p(r('Tr­êng', font('.VnTime')) + r(' mầm', font('Arial')) + r(' ', font('X'))) +
          p(r('non', font('Arial'))),
      ),
    ).toEqual({
      fonts: ['.VnTime', 'Arial'],
      runs: [
        { text: 'Tr­êng', font: '.VnTime' },
        { text: ' mầm', font: 'Arial' },
        { text: ' \n', font: 'X' },
        { text: 'non', font: 'Arial' },
      ],
    }));

  it('from style, base style and document defaults, the nearest first', () => {
    const style = (id: string, inner: string, more = ''): string =>
      `<w:style w:type="paragraph" w:styleId="${id}"${more}>${inner}</w:style>`;
    const styles =
      `<w:docDefaults><w:rPrDefault><w:rPr>${font('Mặc định')}</w:rPr></w:rPrDefault></w:docDefaults>` +
      style('Goc', `<w:rPr>${font('.VnTimeH')}</w:rPr>`) +
      style('Con', '<w:basedOn w:val="Goc"/>') +
      style('Vong', '<w:basedOn w:val="Vong"/>');
    const fonts = (properties: string, run = ''): string[] | undefined =>
      cell(p(r('a', run), properties), styles).fonts;
    expect(fonts('')).toEqual(['Mặc định']);
    expect(fonts('<w:pStyle w:val="Con"/>')).toEqual(['.VnTimeH']);
    expect(fonts('<w:pStyle w:val="Con"/>', font('VNI-Times'))).toEqual(['VNI-Times']);
    expect(fonts('<w:pStyle w:val="Vong"/>')).toEqual(['Mặc định']);
  });

  it('of the default paragraph style', () =>
    expect(
      cell(
        p('a'),
        `<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr>${font('.VnTime')}</w:rPr></w:style>`,
      ).fonts,
    ).toEqual(['.VnTime']));

  it('of the theme are not known', () =>
    expect(
      cell(p(r('a', '<w:rFonts w:ascii=".VnTime" w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')))
        .fonts,
    ).toBeUndefined());

  it('for letters beyond ASCII as Word chooses', () =>
    expect(cell(p(r('ª', '<w:rFonts w:ascii="Arial" w:hAnsi=".VnTime"/>'))).fonts).toEqual(['.VnTime']));

  it('of paragraphs outside tables', () =>
    expect(readBody(p(r('Céng hßa', font('.VnTime')))).blocks).toMatchObject([
      { kind: 'text', fonts: ['.VnTime'] },
    ]));
});
