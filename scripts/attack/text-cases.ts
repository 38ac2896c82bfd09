import { buildDocx, buildPlainTable } from '../../test/support/documents/build-docx';
import { SAMPLE_HEADERS } from '../../test/support/documents/sample-annex';
import { type Attack, consolidateFiles, createCases, MARKER } from './attack-case';

const MEGABYTE = 1024 * 1024;
const ROW = ['1', 'Lập kế hoạch', 'Văn phòng', 'Trường Thử', 'Kế hoạch', 'Quý I'];

/** A tab-separated annex, one cell of its task replaced. */
function writeTabbed(column: number, text: string): string {
  const row = ROW.map((cell, index) => (index === column ? text : cell));
  return [SAMPLE_HEADERS, row, ROW].map((cells) => cells.join('\t')).join('\n');
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** An annex in Word whose every cell of a row holds this text. */
const writeAnnex = (text: string, columns = [1, 2, 3, 4, 5]): Uint8Array =>
  buildDocx(
    buildPlainTable(
      [...SAMPLE_HEADERS],
      ROW.map((cell, index) => (columns.includes(index) ? escape(text) : cell)),
      ROW,
    ),
  );

const readTimings = (...lines: string[]): Attack => ({
  files: {},
  calls: [['timing', '--stdin', '--year', '2026', '--json']],
  stdin: `${lines.join('\n')}\n`,
});

/** Texts that a pattern with two ways to read the same letters takes a square or more of their length for. */
const REPEATED: Record<string, string> = {
  spaces: ' ',
  digits: '1',
  dots: '.',
  dashes: '-',
  slashes: '1/',
  dates: '1/1/2026 ',
  'ranges of dates': '01/01/2026-',
  months: 'tháng 1, ',
  quarters: 'quý I, ',
  'quarters and': 'quý I và ',
  brackets: '(',
  'closing brackets': ')(',
  'roman numbers': 'I.',
  'plan numbers': '1.1.',
  'letters of a plan': 'a) ',
  commas: ',',
  semicolons: '; ',
  quotes: '"',
  names: 'Trường ',
  'words for before': 'trước ngày ',
  'words for yearly': 'hằng năm ',
  'accents apart': 'a\u0301\u0323',
  'soft hyphens': '\u00ad',
  'no-break spaces': '\u00a0',
  capitals: 'A',
  'x and spaces': 'x ',
  'done and not': 'chưa hoàn thành, đã ',
};

const BIDI = '\u202e\u2066\u200f\u200b\u2060\ufeff';

export const TEXT_CASES = [
  ...createCases('text', 'txt', {
    '!one line of 15 MB': () => 'Nội dung '.repeat(1.2 * MEGABYTE),
    'one line of 50 MB': () => ' '.repeat(50 * MEGABYTE),
    '!a million lines': () => 'a\n'.repeat(1_000_000),
    '!a million empty lines': () => '\n'.repeat(1_000_000),
    '!100,000 lines of a plan': () => '1. Lập kế hoạch trước ngày 30/6/2026\n'.repeat(100_000),
    '!headings that never begin anything': () => `${SAMPLE_HEADERS.join('  ')}\n`.repeat(20_000),
    '!tabs, a million in a line': () => '\t'.repeat(1_000_000),
    '!quotes that never end': () => `${SAMPLE_HEADERS.join('\t')}\n${'"a\t'.repeat(300_000)}`,
    '!20,000 lines of columns': () =>
      `${SAMPLE_HEADERS.join('   ')}\n${`${ROW.join('   ')}\n`.repeat(20_000)}`,
    '!word of 5 MB': () => 'x'.repeat(5 * MEGABYTE),
    NULs: () => writeTabbed(1, `a\0b\0${MARKER}`),
    'control characters': () => writeTabbed(1, `\u001b]0;${MARKER}\u0007\u001b[2J\b\b\u009b31m`),
    'lone surrogates': () => Buffer.from(writeTabbed(1, 'a\ud800b\udc00'), 'utf16le'),
    'bytes that are no UTF-8': () =>
      Buffer.concat([Buffer.from(writeTabbed(1, 'x')), Uint8Array.of(0xc3, 0x28, 0xff, 0xfe, 0x80)]),
    'order of writing turned': () => writeTabbed(1, `${BIDI}${MARKER}`),
    '!million marks on one letter': () => writeTabbed(1, `a${'\u0301'.repeat(1_000_000)}`),
    'letters that grow when folded': () => writeTabbed(1, 'ﷺ'.repeat(30_000)),
    'emoji joined': () => writeTabbed(1, '👨‍👩‍👧‍👦'.repeat(20_000)),
    'UTF-16 cut in a letter': () => Buffer.from(`\ufeff${writeTabbed(1, 'x')}`, 'utf16le').subarray(0, -1),
    'RTF that includes a file': () =>
      `{\\rtf1{\\field{\\*\\fldinst INCLUDETEXT "/etc/passwd"}}${'{'.repeat(100_000)}`,
    'SYLK that runs a program': () => `ID;P\nC;Y1;X1;E=cmd|'/c calc'!A1;K"${MARKER}"\nE\n`,
    'nothing but a mark of byte order': () => Uint8Array.of(0xef, 0xbb, 0xbf),
  }),
  ...createCases(
    'lexers',
    'txt',
    Object.fromEntries(
      Object.entries(REPEATED).map(([name, unit]) => [
        `timing: ${name}, 100,000`,
        () => readTimings(unit.repeat(100_000 / unit.length), `${unit.repeat(50_000 / unit.length)}x`),
      ]),
    ),
  ),
  ...createCases(
    'lexers',
    'docx',
    Object.fromEntries(
      Object.entries(REPEATED).map(([name, unit]) => [
        `cells: ${name}, 30,000`,
        () => writeAnnex(`${unit.repeat(30_000 / unit.length)}x`),
      ]),
    ),
  ),
  ...createCases('lexers', 'txt', {
    ...Object.fromEntries(
      Object.entries(REPEATED).map(([name, unit]) => [
        `!plan: ${name}, 200,000`,
        () => `KẾ HOẠCH\nNăm 2026\nI. Mục đích\n1. ${unit.repeat(200_000 / unit.length)}x\n2. Lập kế hoạch\n`,
      ]),
    ),
    'timing: 20,000 lines': () =>
      readTimings(...Array.from({ length: 20_000 }, (_, index) => `Quý ${index}, tháng ${index}/2026`)),
    'timing: years of 10^30': () =>
      readTimings(`tháng 1/${'9'.repeat(30)}`, `ngày ${'9'.repeat(400)}`, 'tháng 99999999999999999999'),
    'timing: terminal codes': () => ({ files: {}, calls: [['timing', `\u001b[2J\u009b31m${MARKER}`]] }),
    '!names of units: spaces in a list of 2,000': (base) =>
      consolidateFiles(
        { 'a.xlsx': base.school },
        base,
        Array.from(
          { length: 2_000 },
          (_, index) => `TH-${index};Trường ${' '.repeat(200)}${index};${'a, '.repeat(300)}`,
        ).join('\n'),
      ),
    '!answers: long words in every cell': (base) =>
      consolidateFiles(
        {
          'a.docx': buildDocx(
            buildPlainTable(
              [...SAMPLE_HEADERS, 'Trạng thái', 'Ngày hoàn thành'],
              ...Object.values(REPEATED).map((unit, index) => [
                String(index + 1),
                ...Array.from({ length: 7 }, () => escape(`${unit.repeat(10_000 / unit.length)}x`)),
              ]),
            ),
          ),
        },
        base,
      ),
  }),
];
