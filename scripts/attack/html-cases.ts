import { SAMPLE_HEADERS } from '../../test/support/documents/sample-annex';
import { createCases, MARKER } from './attack-case';

const MEGABYTE = 1024 * 1024;
const ROW = ['1', 'Lập kế hoạch', 'Văn phòng', 'Trường Thử', 'Kế hoạch', 'Quý I'];

const formatRow = (cells: readonly string[], attributes = ''): string =>
  `<tr>${cells.map((cell) => `<td${attributes}>${cell}</td>`).join('')}</tr>`;
const HEADER = formatRow(SAMPLE_HEADERS);
const TABLE = `<table>${HEADER}${formatRow(ROW)}</table>`;
const writePage = (body: string, head = ''): string =>
  `<html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const writeStyled = (css: string): string => writePage(TABLE, `<style>${css}</style>`);

const SCRIPTS = [
  `<script>${MARKER}</script>`,
  `<img src=x onerror="${MARKER}">`,
  `<svg onload=${MARKER}>`,
  `<a href="javascript:${MARKER}">x</a>`,
  `<iframe srcdoc="<script>${MARKER}</script>"></iframe>`,
  `&lt;script&gt;${MARKER}&lt;/script&gt;`,
  `&lt;img src=x onerror=${MARKER}&gt;`,
].join('');

/** A page as mail programs and browsers save it. */
const writeMail = (body: string, head = 'Content-Type: text/html; charset=utf-8'): string =>
  `MIME-Version: 1.0\r\n${head}\r\n\r\n${body}`;

export const HTML_CASES = [
  ...createCases('html', 'html', {
    'scripts and handlers in cells': () =>
      writePage(`<table>${HEADER}${formatRow(['1', SCRIPTS, SCRIPTS, SCRIPTS, SCRIPTS, 'Quý I'])}</table>`),
    'scripts around a table': () =>
      writePage(
        `${SCRIPTS}${TABLE}${SCRIPTS}<meta http-equiv="refresh" content="0;url=http://evil.invalid/${MARKER}">`,
      ),
    'pages that are loaded': () =>
      writePage(
        `${TABLE}<iframe src="file:///etc/passwd"></iframe><object data="http://evil.invalid"></object><link rel="stylesheet" href="http://evil.invalid/a.css"><base href="http://evil.invalid/">`,
      ),
    '!CSS of one word, 15 MB': () => writeStyled('a'.repeat(15 * MEGABYTE)),
    '!CSS of open braces': () => writeStyled('{'.repeat(2 * MEGABYTE)),
    '!CSS of colons': () => writeStyled(`td{${'a:'.repeat(MEGABYTE)}`),
    '!CSS of commas and selectors': () => writeStyled(`${'td,'.repeat(MEGABYTE)}{font-family:".VnTime"}`),
    '!CSS of comments that never end': () => writeStyled('/*'.repeat(MEGABYTE)),
    '!CSS of quotes': () => writeStyled(`td{font-family:"${'\\"'.repeat(MEGABYTE)}`),
    '!CSS of at-rules in one another': () => writeStyled('@media a{'.repeat(200_000)),
    '!CSS of spaces': () => writeStyled(`td${' '.repeat(5 * MEGABYTE)}x`),
    '!100,000 rules for a class, on 5,000 cells': () =>
      writePage(
        `<table>${HEADER}${formatRow(ROW, ' class="c"').repeat(800)}</table>`,
        `<style>${Array.from({ length: 100_000 }, (_, index) => `.c${index}{display:none}`).join('')}</style>`,
      ),
    '!style attributes of 100 KB': () =>
      writePage(`<table>${HEADER}${formatRow(ROW, ` style="${'a:b;'.repeat(25_000)}"`).repeat(20)}</table>`),
    'rowspan of 1,000,000,000': () =>
      writePage(`<table>${HEADER}${formatRow(ROW, ' rowspan=1000000000')}${formatRow(ROW)}</table>`),
    'colspan of 1,000,000,000': () =>
      writePage(`<table>${HEADER}${formatRow(ROW, ' colspan=1000000000')}</table>`),
    'both spans of 60,000': () =>
      writePage(`<table>${HEADER}${formatRow(ROW, ' rowspan=60000 colspan=60000')}</table>`),
    'spans below zero and no numbers': () =>
      writePage(
        `<table>${HEADER}${formatRow(ROW, ' rowspan=-1 colspan="1e9"')}${formatRow(ROW, ' rowspan=NaN colspan=0')}</table>`,
      ),
    '!rowspan of 19,000, in 19,000 rows': () =>
      writePage(`<table>${HEADER}${formatRow(ROW, ' rowspan=19000').repeat(3_000)}</table>`),
    '!1,000 columns, each over 1,000': () =>
      writePage(`<table>${HEADER}${formatRow(Array<string>(1_000).fill('x'), ' colspan=1000')}</table>`),
    'tables 10,000 deep': () => writePage('<table><tr><td>'.repeat(10_000)),
    '!elements 500,000 deep': () => writePage('<div>'.repeat(500_000) + TABLE),
    '!lists 50,000 deep': () => writePage('<ol start=999999999><li>'.repeat(50_000) + TABLE),
    '!tags that are never closed': () => writePage('<b><i><u>'.repeat(300_000) + TABLE),
    '!tags that were never opened': () => writePage(`<p>${'</b>'.repeat(1_000_000)}${TABLE}`),
    '!tag that never ends': () => writePage(`${TABLE}<a ${'x'.repeat(10 * MEGABYTE)}`),
    '!300,000 attributes': () =>
      writePage(
        `<table ${Array.from({ length: 300_000 }, (_, index) => `a${index}=1`).join(' ')}>${HEADER}${formatRow(ROW)}</table>`,
      ),
    '!angles, ten million': () => writePage('<'.repeat(10_000_000)),
    '!ampersands, ten million': () => writePage('&'.repeat(10_000_000) + TABLE),
    '!comments that never end': () => writePage(TABLE + '<!--'.repeat(1_000_000)),
    'comment over the table': () => writePage(`<!--[if gte mso 9]>${TABLE}<![endif]-->`),
    'data: and blob: addresses': () =>
      writePage(
        `<img src="data:image/svg+xml,<svg onload=${MARKER}>"><a href="data:text/html,${MARKER}">x</a>${TABLE}`,
      ),
    '!data: address of 14 MB': () =>
      writePage(`<img src="data:image/png;base64,${'A'.repeat(14 * MEGABYTE)}">${TABLE}`),
    'charset that is another': () => Buffer.from(writePage(TABLE).replace('utf-8', 'utf-16'), 'utf8'),
    'charset that nobody knows': () => writePage(TABLE).replace('utf-8', 'x-evil'),
    'charset UTF-7': () =>
      writePage(`+ADw-script+AD4-${MARKER}+ADw-/script+AD4-${TABLE}`).replace('utf-8', 'utf-7'),
    'charsets, ten thousand': () => writePage(TABLE, '<meta charset="windows-1258">'.repeat(10_000)),
    '!19,000 rows of headers': () => writePage(`<table>${HEADER.repeat(19_000)}</table>`),
    '!3,000 tables': () => writePage(TABLE.repeat(3_000)),
    '!cell of 10 MB': () =>
      writePage(`<table>${HEADER}${formatRow(['1', 'x '.repeat(5 * MEGABYTE), ...ROW.slice(2)])}</table>`),
    '!million line breaks in a cell': () =>
      writePage(`<table>${HEADER}${formatRow(['1', '<br>'.repeat(1_000_000), ...ROW.slice(2)])}</table>`),
    'template, noscript, textarea, title that hide': () =>
      writePage(
        `<textarea>${TABLE}</textarea><noscript>${TABLE}</noscript><template>${TABLE}</template><title>${TABLE}</title><xmp>${TABLE}</xmp><plaintext>${TABLE}`,
      ),
    'NULs in tags': () => writePage(`<ta\0ble>${HEADER}</table><scr\0ipt>${MARKER}</scr\0ipt>${TABLE}`),
  }),
  ...createCases('mail', 'mht', {
    'boundary that never comes': () =>
      writeMail(`--x\r\n${TABLE}`, 'Content-Type: multipart/related; boundary="y"'),
    '!boundary of 100 KB': () =>
      writeMail(TABLE, `Content-Type: multipart/related; boundary="${'y'.repeat(100_000)}"`),
    '!boundary, a million times': () =>
      writeMail('--y\r\n'.repeat(1_000_000), 'Content-Type: multipart/related; boundary="y"'),
    'parts 5,000 in one another': () =>
      writeMail(
        Array.from(
          { length: 5_000 },
          (_, level) => `--b${level}\r\nContent-Type: multipart/related; boundary="b${level + 1}"\r\n\r\n`,
        ).join(''),
        'Content-Type: multipart/related; boundary="b0"',
      ),
    'boundary that is empty': () =>
      writeMail(`--\r\n\r\n${TABLE}`, 'Content-Type: multipart/related; boundary=""'),
    'base64 that is none': () =>
      writeMail('%%%%'.repeat(10_000), 'Content-Type: text/html\r\nContent-Transfer-Encoding: base64'),
    '!quoted-printable of 5 MB of "="': () =>
      writeMail(
        '='.repeat(5 * MEGABYTE),
        'Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable',
      ),
    '!head of 10 MB': () =>
      writeMail(TABLE, `Content-Type: text/html\r\nX: ${' y\r\n'.repeat(2 * MEGABYTE)}`),
    'head with patterns': () => writeMail(TABLE, 'Content-Type: multipart/related; boundary="(.*)+$"'),
  }),
];
