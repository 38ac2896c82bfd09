import { buildDocx, buildPlainTable } from '../../test/support/documents/build-docx';
import { SAMPLE_HEADERS } from '../../test/support/documents/sample-annex';
import {
  type Attack,
  type AttackCase,
  type BaseFiles,
  consolidateFiles,
  createCases,
  MARKER,
} from './attack-case';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Texts that a spreadsheet, a browser, a calendar, Word or a terminal might take for more than text. */
const INJECTIONS: Record<string, string> = {
  'program by DDE': `=cmd|'/c calc'!${MARKER}`,
  link: `=HYPERLINK("http://evil.invalid/${MARKER}","x")`,
  plus: `+1+cmd|'/c calc'!${MARKER}`,
  minus: `-2+3+cmd|'/c calc'!${MARKER}`,
  'at sign': `@SUM(1+1)*${MARKER}`,
  'tab first': `\t=1+1${MARKER}`,
  'carriage return first': `\r=1+1${MARKER}`,
  'line feed first': `\n=1+1${MARKER}`,
  'no-break space first': `\u00a0=1+1${MARKER}`,
  'bar first': `|'/c calc'!${MARKER}`,
  'full-width equals sign': `＝1+1${MARKER}`,
  'quote first': `'=1+1${MARKER}`,
  'quotes closed': `"&cmd|'/c calc'!${MARKER}&"`,
  'fields of a separated list': `x","=1+1${MARKER}`,
  script: `<script>alert('${MARKER}')</script>`,
  handler: `"><img src=x onerror=alert('${MARKER}')>`,
  attribute: `" onmouseover="alert('${MARKER}')`,
  XML: `</w:t></w:r></w:p><w:p/>]]><!--${MARKER}`,
  entities: `&#60;b&#62;${MARKER}&lt;`,
  'field of Word': `{ DDEAUTO c:\\\\windows\\\\cmd.exe "${MARKER}" }`,
  'lines of a calendar': `x\\nEND:VEVENT\\nATTACH:http://evil.invalid/${MARKER}`,
  'place for a value': `{file} {count} \${x} %s $& $1 ${MARKER}`,
  'header code of a page': `&P&"Wingdings"&72${MARKER}`,
  prototype: '__proto__',
  constructor: 'constructor',
  JSON: `{"unit":{"code":"TH-02"}} ${MARKER}`,
  SQL: `'; DROP TABLE ledger; -- ${MARKER}`,
  'order of writing turned': `\u202e${MARKER}xlsx.exe`,
  'letters without width': `\u200b\u2060\ufeff${MARKER}`,
};

/** An annex whose tasks hold a text in every column, and as their area. */
function writeAnnex(text: string): Uint8Array {
  const shown = escape(text);
  return buildDocx(
    buildPlainTable(
      [...SAMPLE_HEADERS],
      ['I', shown, '', '', '', ''],
      ['1', shown, shown, shown, shown, 'Quý I/2026'],
      ['2', `Lập kế hoạch ${shown}`, shown, shown, shown, '30/6/2026'],
      ['3', 'Việc thường', 'Văn phòng', 'Trường', 'Báo cáo', shown],
    ),
  );
}

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The text as content of tasks and name of the unit, through every file that the product writes of them. */
function injectEverywhere(text: string): Attack {
  const units = `Mã,Tên,Tên khác,Loại\nTH-02,${quote(text)},,${quote(text)}\n${quote(text)},Trường Ba,${quote(`Ba ${text}`)},\n`;
  return {
    files: { 'phu-luc.docx': writeAnnex(text), 'don-vi.csv': units },
    calls: [
      [
        'import',
        '@phu-luc.docx',
        '-o',
        '@out/so.xlsx',
        `--unit=${text}`,
        '--unit-code=TH-02',
        '--year',
        '2026',
      ],
      ['import', '@phu-luc.docx', '--into', '@out/so.xlsx', '--merge', 'replace-all', '--year', '2026'],
      ['calendar', '@out/so.xlsx', '-o', '@out/lich.ics'],
      [
        'print',
        '@out/so.xlsx',
        '-o',
        '@out/in.xlsx',
        `--superior=${text}`,
        `--title=${text}`,
        `--label=${text}`,
        `--wording=${text}`,
        `--reference=${text}`,
      ],
      [
        'word',
        '@out/so.xlsx',
        '-o',
        '@out/phu-luc.docx',
        `--superior=${text}`,
        `--title=${text}`,
        `--label=${text}`,
        `--reference=${text}`,
      ],
      [
        'report',
        '@out/so.xlsx',
        '-o',
        '@out/bao-cao.docx',
        '--period',
        'Y',
        '--year',
        '2026',
        `--superior=${text}`,
      ],
      ['summary', '@out/so.xlsx'],
      ['agenda', '@out/so.xlsx'],
      ['issue', '@phu-luc.docx', '--units', '@don-vi.csv', '-o', '@out/phat'],
      [
        'consolidate',
        ...[
          '@out/so.xlsx',
          '--annex',
          '@phu-luc.docx',
          '--units',
          '@don-vi.csv',
          '-o',
          '@out/tong-hop.xlsx',
          '--ledger',
          '@out/so-cai',
        ],
        `--level=P-01:${text}`,
      ],
      ['totals', '--ledger', '@out/so-cai'],
    ],
  };
}

/** The text in what a school answers. */
function answerWith(text: string, base: BaseFiles): Attack {
  const shown = escape(text);
  const table = buildPlainTable(
    [...SAMPLE_HEADERS, 'Trạng thái', 'Ngày hoàn thành', 'Minh chứng', 'Ghi chú', 'Lý do không thực hiện'],
    ['1', 'Lập kế hoạch', 'Văn phòng', 'Trường', 'Báo cáo', 'Quý I', shown, shown, shown, shown, shown],
  );
  return consolidateFiles(
    { 'TH-02 tra loi.docx': buildDocx(`<w:p><w:r><w:t>${shown}</w:t></w:r></w:p>${table}`) },
    base,
    `TH-01;Trường Thử\nTH-02;${quote(text)}\n`,
  );
}

/** Names of files that a terminal, a shell, a browser or Windows might take for more. */
const FILE_NAMES: Record<string, string> = {
  formula: `=cmd|'${MARKER}'!A1.xlsx`,
  'link as formula': `=HYPERLINK("${MARKER}").xlsx`,
  markup: `<img src=x onerror=${MARKER}>.xlsx`,
  option: `--out=${MARKER}.xlsx`,
  'option that is short': `-o.xlsx`,
  'terminal codes': `\u001b]0;${MARKER}\u0007\u001b[2J.xlsx`,
  'codes of one byte': `\u009b31m${MARKER}.xlsx`,
  'line break': `a\nLỗi [giả] – ${MARKER}.xlsx`,
  'carriage return': `a\rLỗi [giả] ${MARKER}.xlsx`,
  'order of writing turned': `\u202exslx.${MARKER}.xlsx`,
  'device of Windows': 'CON.xlsx',
  prototype: '__proto__',
  pattern: `[a-z]*{1,2}(+)?.xlsx`,
  'places for values': '{file} $& %s %n.xlsx',
  'very long': `${'ư'.repeat(120)}.xlsx`,
  'spaces and dots': ' ... .xlsx',
  decomposed: `Tru\u031bo\u031b\u0300ng.xlsx`,
  quotes: `a"b'c\`d.xlsx`,
};

/** A good and a damaged file of the name; each is imported, opened and consolidated. */
function callFile(name: string, base: BaseFiles): Attack {
  const consolidated = consolidateFiles({ [name]: base.school, [`x${name}`]: 'không phải sổ' }, base);
  return {
    files: consolidated.files,
    calls: [
      ['import', `@${name}`],
      ['import', `@x${name}`],
      ['summary', `@${name}`],
      ['summary', `@x${name}`],
      ['calendar', `@${name}`, '-o', '@out/lich.ics'],
      ...consolidated.calls,
    ],
  };
}

/** Lists of units that name more, or other things, than units. */
const UNIT_LISTS: Record<string, string | Uint8Array> = {
  empty: '',
  'header only': 'Mã,Tên\n',
  'codes that climb': 'Mã,Tên\n../../x,Trường Một\n/etc/x,Trường Hai\nC:\\x,Trường Ba\n..,Trường Bốn\n',
  'codes of devices': 'Mã,Tên\nCON,CON\nNUL,NUL\nAUX.xlsx,AUX\n',
  'codes of prototypes':
    'Mã,Tên\n__proto__,__proto__\nconstructor,constructor\ntoString,toString\nhasOwnProperty,valueOf\n',
  'codes twice, in capitals': 'Mã,Tên\nth-01,Trường Một\nTH-01,Trường Hai\n',
  'names of 10,000 letters': `Mã,Tên\nTH-01,${'Trường '.repeat(1_500)}\n`,
  'levels in a circle': 'Mã,Tên,Cấp trên\nA,Trường A,B\nB,Trường B,A\nC,Trường C,C\n',
  'levels 4,000 deep': `Mã,Tên,Cấp trên\n${Array.from({ length: 4_000 }, (_, index) => `U${index},Trường ${index},U${index + 1}`).join('\n')}\n`,
  'dates that are none': 'Mã,Tên,Từ ngày,Đến ngày\nTH-01,Trường Một,99/99/9999,1e300\n',
  '!a million columns': `Mã,Tên${','.repeat(1_000_000)}\nTH-01,Trường Một\n`,
  '!100,000 units': `Mã,Tên\n${Array.from({ length: 100_000 }, (_, index) => `U${index},Trường ${index}`).join('\n')}\n`,
  '!30,000 units of almost one name': `Mã,Tên,Tên khác\n${Array.from({ length: 30_000 }, (_, index) => `U${index},Trường Tiểu học Nguyễn Văn ${index},TH NV ${index}`).join('\n')}\n`,
  'quote that never ends': `Mã,Tên\nTH-01,"Trường Một\nTH-02,Trường Hai\n`,
  '!quotes, a million': `Mã,Tên\nTH-01,${'"'.repeat(1_000_001)}\n`,
  'separators of every kind': 'Mã;Tên,Loại\tCấp trên|x\nTH-01;Trường Một,x\ty|z\n',
  'bytes that are no text': Uint8Array.of(0xff, 0xfe, 0x00, 0xd8, 0x41),
  'letters without width': 'Mã,Tên\nTH\u200b-01,Trường Một\nTH-01,Trường Hai\n',
  'a zip': Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0),
  'an HTML page':
    '<table><tr><td>Mã</td><td>Tên</td></tr><tr><td>TH-01</td><td><script>alert(1)</script>Trường</td></tr></table>',
};

export const NAME_CASES: readonly AttackCase[] = [
  ...createCases('injection', 'docx', {
    ...Object.fromEntries(
      Object.entries(INJECTIONS).map(([name, text]) => [
        `!${name}, everywhere`,
        () => injectEverywhere(text),
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(INJECTIONS).map(([name, text]) => [
        `${name}, as an answer`,
        (base: BaseFiles) => answerWith(text, base),
      ]),
    ),
  }),
  ...createCases(
    'file name',
    'xlsx',
    Object.fromEntries(
      Object.entries(FILE_NAMES).map(([label, name]) => [label, (base: BaseFiles) => callFile(name, base)]),
    ),
  ),
  ...createCases(
    'unit list',
    'csv',
    Object.fromEntries(
      Object.entries(UNIT_LISTS).map(([name, list]) => [
        name,
        (base: BaseFiles): Attack => {
          const attack = consolidateFiles({ 'a.xlsx': base.school }, base);
          return {
            files: { ...attack.files, 'don-vi.csv': list },
            calls: [
              ...attack.calls,
              ...(/^(?:!|levels 4)/.test(name)
                ? []
                : [['issue', '@phu-luc.docx', '--units', '@don-vi.csv', '-o', '@out/phat']]),
            ],
          };
        },
      ]),
    ),
  ),
];
