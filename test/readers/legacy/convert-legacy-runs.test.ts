import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { convertLegacyRuns } from '../../../src/readers/legacy/convert-legacy-runs';
import { detectLegacy } from '../../../src/readers/legacy/detect-legacy';
import { encodeTcvn3, encodeVni } from '../../../src/readers/legacy/encode-legacy';
import { getFontEncoding, isCapitalsFont } from '../../../src/readers/legacy/font-encoding';
import { restoreTonedCapitals } from '../../../src/readers/legacy/restore-toned-capitals';

const LETTERS = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ';
const text = fc.string({ unit: fc.constantFrom(...LETTERS, ...LETTERS.toUpperCase(), ...'abchT 5/-.\n–“”') });

describe('legacy encodings there and back', () => {
  it('gives any Vietnamese text back from TCVN3 runs', () => {
    fc.assert(
      fc.property(text, (source) => {
        // Words like "QUậN" do not occur but as "QUẬN" typed without the capitals' font.
        fc.pre(restoreTonedCapitals(source) === source);
        expect(convertLegacyRuns(encodeTcvn3(source), 'tcvn3')).toBe(source);
      }),
    );
  });

  it('gives any Vietnamese text back from VNI', () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(convertLegacyRuns([{ text: encodeVni(source), font: 'VNI-Times' }], 'vni')).toBe(source);
      }),
    );
  });

  it.each([
    ['Tr\u00adêng MÇm non', 'tcvn3', 'Trường Mầm non'],
    ['kh«ng thùc hiÖn néi dung nµy', 'tcvn3', 'không thực hiện nội dung này'],
    ['ñY BAN NH¢N D¢N', 'tcvn3', 'ỦY BAN NHÂN DÂN'],
    ['Së GD§T', 'tcvn3', 'Sở GDĐT'],
    ['VÒ VIÖC KIÓM TRA', 'tcvn3', 'VỀ VIỆC KIỂM TRA'],
    ['cña ñy ban nh©n d©n x·, ñy quyÒn', 'tcvn3', 'của Ủy ban nhân dân xã, ủy quyền'],
    ['uû ban mÆt trËn', 'tcvn3', 'Uỷ ban mặt trận'],
    ['øng dông phÇn mÒm. ®«n ®èc. Ýt nhÊt', 'tcvn3', 'Ứng dụng phần mềm. đôn đốc. Ít nhất'],
    ['Tröôøng Maàm non', 'vni', 'Trường Mầm non'],
    ['ÑAÏI HOÄI', 'vni', 'ĐẠI HỘI'],
  ] as const)('reads "%s"', (stored, encoding, meant) => {
    expect(convertLegacyRuns([{ text: stored }], encoding)).toBe(meant);
  });

  it('reads a VNI letter and its mark from two runs, and leaves runs under other fonts', () => {
    const runs = [
      { text: 'Maà', font: 'VNI-Times' },
      { text: 'm', font: 'VNI-Helve' },
      { text: ' Toán', font: 'Arial' },
    ];
    expect(convertLegacyRuns(runs, 'vni')).toBe('Mầm Toán');
  });
});

describe('fonts', () => {
  it.each([
    ['.VnTime', 'tcvn3', false],
    ['.VnTimeH', 'tcvn3', true],
    ['.VnArial NarrowH', 'tcvn3', true],
    ['ABCDEF+.VnTimeH,Bold', 'tcvn3', true],
    ['.vntime', 'tcvn3', false],
    ['VNI-Times', 'vni', false],
    ['Times New Roman', null, false],
    ['Vnote', null, false],
  ])('%s', (font, encoding, capitals) => {
    expect(getFontEncoding(font)).toBe(encoding);
    expect(isCapitalsFont(font)).toBe(capitals);
  });
});

describe('detection', () => {
  it.each([
    ['B¸o c¸o', ['.VnTime'], 'tcvn3', 'certain'],
    ['Baùo caùo', ['VNI-Times'], 'vni', 'certain'],
    // Valid both ways: the font proposes, the document decides.
    ['né', ['.VnTime'], 'tcvn3', 'likely'],
    ['khoá', ['VNI-Times'], 'vni', 'likely'],
    ['phô lôc', ['.VnTimeH'], 'tcvn3', 'certain'],
    ['phô lôc', [], 'tcvn3', 'likely'],
    ['Quý III', ['.VnTime'], null, null],
    ['tt', ['.VnTimeH'], 'tcvn3', 'likely'],
    // No font: two words at least.
    ['Tr\u00adêng MÇm non', [], 'tcvn3', 'certain'],
    ['Tröôøng Maàm non', [], 'vni', 'certain'],
    ['kh«ng', [], 'tcvn3', 'likely'],
  ])('%s under %j is %s, %s', (stored, fonts, encoding, certainty) => {
    expect(detectLegacy(stored, fonts)).toEqual(encoding === null ? null : { encoding, certainty });
  });

  it.each([
    'Báo cáo',
    'Khoá toán',
    'Trong năm',
    'né tránh',
    'TRƯỜNG MẦM NON',
    'Tru\u031bo\u031b\u0300ng',
    'Tháng 6',
    '½ năm',
    '«an toàn»',
    'Quý III',
    'Số 5 × 3 © 2024',
    'PHÒNG GD',
  ])('is never certain of Unicode "%s", whatever its font', (unicode) => {
    for (const fonts of [[], ['Times New Roman'], ['.VnTime'], ['.VnTimeH'], ['VNI-Times']])
      expect(detectLegacy(unicode, fonts)?.certainty).not.toBe('certain');
  });
});
