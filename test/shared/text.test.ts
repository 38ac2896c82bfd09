import fc from 'fast-check';
import { cleanLines, cleanText, joinLines, joinText, toIdentityKey, toMatchKey } from '../../src/shared/text';

/** Text that hits the hazards: Vietnamese letters in both forms, odd spaces, line ends, signs. */
const parts = fc.constantFrom(
  ...['ư', 'ờ', 'a\u0301', 'e\u0302\u0323', 'Đ', 'Ð', 'ð', '\u00ad', '\u200b', '\ufeff', '\u00a0', '\u202f'],
  ...['\n', '\r\n', '_x000D_', ' ', 'KH-', 'UBND', '3815/', 'Ⅳ', '１', '–', '.', 'quí', 'hoà', '\u0301', 'İ'],
);
const hazardous = fc.oneof(
  fc.array(parts, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
);

describe('cleanText', () => {
  it.each([
    ['a decomposed letter', 'Tru\u031bo\u031b\u0300ng', 'Trường'],
    ['spaces of every kind', ' Phòng\u00a0 Nội\u202fvụ\u2007', 'Phòng Nội vụ'],
    ['invisible characters', 'Kế\u200b hoạch\ufeff\u2060', 'Kế hoạch'],
    ['a soft hyphen', 'kế hoạch\u00ad', 'kế hoạch'],
    ['look-alikes of Đ', 'Ðơn vị, Ɖơn vị, ðơn vị', 'Đơn vị, Đơn vị, đơn vị'],
    ['a sign cut by a line end', 'số 3815/KH-\nUBND ngày', 'số 3815/KH-UBND ngày'],
    ['a sign cut with blanks at the line end', '12/QĐ- \r\n UBND', '12/QĐ-UBND'],
    ['a dash of prose at a line end', 'Độc lập -\nTự do', 'Độc lập - Tự do'],
    ['a hyphen before an ordinary word', 'PAR-\nIndex', 'PAR- Index'],
    ['a carriage return escaped by Excel', 'Báo cáo_x000D_\nKế hoạch', 'Báo cáo Kế hoạch'],
    ['a zero-width character before a combining mark', 'a\u200b\u0301', 'á'],
    ['nothing', ' \n\u00a0', ''],
  ])('cleans %s', (_, raw, clean) => {
    expect(cleanText(raw)).toBe(clean);
  });

  it('keeps what is written: dashes, quotes, case, spelling', () => {
    const text = 'Phòng Tài chính – Kế hoạch “uỷ quyền” số 01/2024/TT-BNV; ‑ ½';
    expect(cleanText(text)).toBe(text);
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(hazardous, (raw) => cleanText(cleanText(raw)) === cleanText(raw)));
  });

  it('gives the same for composed and decomposed text', () => {
    fc.assert(
      fc.property(hazardous, (raw) => cleanText(raw.normalize('NFD')) === cleanText(raw.normalize('NFC'))),
    );
  });
});

describe('joinText', () => {
  it('joins two halves of a cell with one space, a cut sign without', () => {
    expect(joinText('Kế hoạch,', 'báo cáo')).toBe('Kế hoạch, báo cáo');
    expect(joinText('Kế hoạch số 3815/KH-', 'UBND ngày')).toBe('Kế hoạch số 3815/KH-UBND ngày');
    expect(joinText('', 'báo cáo')).toBe('báo cáo');
  });
});

describe('matchKey', () => {
  it.each([
    ['Đơn vị  \n\nchủ trì', 'don vi chu tri'],
    ['Thời gian trình/ thực hiện', 'thoi gian trinh thuc hien'],
    ['Uỷ ban – Ủy ban', 'uy ban uy ban'],
    ['Mục Ⅳ, quí １', 'muc iv quy 1'],
    ['QUÝ II; Định kì', 'quy ii dinh ky'],
    ['187/QĐ- UBND', '187 qd ubnd'],
    ['187/QĐ‑UBND', '187 qd ubnd'],
    ['khi, thi, quit', 'khi thi quit'],
    ['...', ''],
  ])('of %j is %j', (text, key) => {
    expect(toMatchKey(text)).toBe(key);
  });

  it('is the same for composed, decomposed, capital and already keyed text', () => {
    const vietnamese = fc.array(parts, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(vietnamese, (text) => {
        const key = toMatchKey(text);
        expect(toMatchKey(text.normalize('NFD'))).toBe(key);
        expect(toMatchKey(key)).toBe(key);
        expect(toMatchKey(key.toUpperCase())).toBe(key);
      }),
    );
    fc.assert(
      fc.property(
        hazardous,
        (text) => toMatchKey(text.normalize('NFD')) === toMatchKey(text.normalize('NFC')),
      ),
    );
  });
});

describe('identityKey', () => {
  it('distinguishes names that differ by a diacritic', () => {
    expect(toIdentityKey('Phường Tân Phú')).not.toBe(toIdentityKey('Phường Tấn Phú'));
    expect(toIdentityKey('Đồng Tâm')).not.toBe(toIdentityKey('Dồng Tâm'));
  });

  it.each([
    ['Hoà Bình', 'HÒA BÌNH'],
    ['Thuỷ Tiên', 'Thủy  Tiên'],
    ['Quí Đôn', 'Quý Đôn'],
    ['Lý Tự Trọng', 'Lí Tự Trọng'],
    ['MN 20/10', 'MN 20-10'],
    ['Trường Mầm non', 'trường mầm non'.normalize('NFD')],
  ])('takes %j and %j as one', (one, other) => {
    expect(toIdentityKey(one)).toBe(toIdentityKey(other));
  });
});

describe('cleanLines', () => {
  it.each([
    ['  Kế hoạch \r\n\n - Báo cáo\u00a0 ', 'Kế hoạch\n- Báo cáo'],
    ['Quy chế_x000D_\nTờ trình', 'Quy chế\nTờ trình'],
    ['số 3815/KH-\nUBND\vngày 5/3', 'số 3815/KH-UBND\nngày 5/3'],
    ['Một  dòng', 'Một dòng'],
  ])('keeps the line ends of %j', (raw, lines) => expect(cleanLines(raw)).toBe(lines));

  it('gives the words of cleanText, and changes nothing the second time', () => {
    fc.assert(
      fc.property(hazardous, (raw) => {
        const lines = cleanLines(raw);
        expect(cleanLines(lines)).toBe(lines);
        expect(cleanText(lines)).toBe(cleanText(raw));
      }),
    );
  });
});

describe('joinLines', () => {
  it('joins at the seam as a line end inside a cell, and keeps the lines of both parts', () => {
    expect(joinLines('Kế hoạch\n12/QĐ-', 'UBND\nBáo cáo')).toBe('Kế hoạch\n12/QĐ-UBND\nBáo cáo');
    expect(joinLines('Rà soát', 'văn bản')).toBe('Rà soát văn bản');
    expect(joinLines('', 'văn bản')).toBe('văn bản');
  });
});
