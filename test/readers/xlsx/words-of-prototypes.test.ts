import { strToU8, zipSync } from 'fflate';
import { readOds } from '../../../src/readers/xlsx/read-ods';
import { readXmlWorkbook } from '../../../src/readers/xlsx/read-xml-workbook';

const SPREADSHEET = 'urn:schemas-microsoft-com:office:spreadsheet';
const PROTOTYPE_WORDS = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];

/** The texts of the first table; the codes of the problems where there is none. */
function listTexts(read: ReturnType<typeof readXmlWorkbook>): string[] {
  if (!read.ok) return read.problems.map(({ code }) => code);
  return read.value.blocks.flatMap((block) =>
    block.kind === 'table' ? block.cells.map(({ text }) => text) : [],
  );
}

/** A workbook whose number has a format of this name, and whose cells may hold elements of another namespace. */
const writeXmlBook = (format: string, namespace: string): Uint8Array =>
  strToU8(
    `<?xml version="1.0"?><Workbook xmlns="${SPREADSHEET}" xmlns:ss="${SPREADSHEET}" xmlns:x="${namespace}"><Styles><Style ss:ID="s1"><NumberFormat ss:Format="${format}"/></Style></Styles><Worksheet ss:Name="A"><Table><Row><Cell ss:StyleID="s1"><Data ss:Type="Number">5</Data></Cell><Cell><Data ss:Type="String">Việc</Data><x:Data>?</x:Data></Cell></Row></Table></Worksheet></Workbook>`,
  );

function writeOds(namespace: string): Uint8Array {
  const odf = (name: string): string => `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`;
  const content = `<office:document-content xmlns:office="${odf('office')}" xmlns:table="${odf('table')}" xmlns:text="${odf('text')}" xmlns:x="${namespace}"><office:body><office:spreadsheet><table:table table:name="A"><table:table-row><table:table-cell office:value-type="string"><text:p>Việc</text:p><x:p>?</x:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`;
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8(content),
    'styles.xml': strToU8(`<office:document-styles xmlns:office="${odf('office')}"/>`),
    'META-INF/manifest.xml': strToU8(`<m:manifest xmlns:m="${odf('manifest')}"/>`),
  });
}

describe('words of a file that every object knows', () => {
  it.each(PROTOTYPE_WORDS)('are neither formats nor namespaces: %s', (word) => {
    const plain = listTexts(readXmlWorkbook(writeXmlBook('General', 'urn:x'), 'a.xml'));
    expect(plain).toEqual(['5', 'Việc']);
    expect(listTexts(readXmlWorkbook(writeXmlBook('General', word), 'a.xml'))).toEqual(plain);
    // "_" is a blank of a format, other letters are letters.
    expect(readXmlWorkbook(writeXmlBook(word, 'urn:x'), 'a.xml').ok).toBe(true);
    expect(listTexts(readOds(writeOds(word), 'a.ods'))).toEqual(
      listTexts(readOds(writeOds('urn:x'), 'a.ods')),
    );
  });
});
