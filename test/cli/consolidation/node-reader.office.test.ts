import { strToU8, unzipSync, zipSync } from 'fflate';
import { NODE_CODEC } from '../../../src/cli/consolidation/node-reader';
import { readSchoolFile } from '../../../src/school-workbook/read-school-file';
import { createRandom } from '../../support/random';
import { createWorkbookDraft, packDraft } from '../../support/returned-workbooks/workbook-draft';

describe('the reader with the codec of Node', () => {
  it('refuses what the portable one refuses: a text nobody asks for that is not UTF-8', async () => {
    const parts = unzipSync(await packDraft(await createWorkbookDraft(createRandom(1))));
    const name = 'xl/sharedStrings.xml';
    const written = new TextDecoder().decode(parts[name]);
    const more = (bytes: Uint8Array): Uint8Array => {
      const [before, after] = written.split('</sst>').map((text) => strToU8(text));
      return new Uint8Array([
        ...before!,
        ...strToU8('<si><t>'),
        ...bytes,
        ...strToU8('</t></si></sst>'),
        ...after!,
      ]);
    };
    const read = async (bytes: Uint8Array) => {
      const source = { file: 'x.xlsx', bytes: zipSync({ ...parts, [name]: more(bytes) }), sha256: '' };
      return [await readSchoolFile(source, NODE_CODEC), await readSchoolFile(source)];
    };
    const [node, portable] = await read(new Uint8Array([0xc3, 0x28]));
    expect(node).toEqual(portable);
    expect(node).toMatchObject({ ok: false, problems: [{ code: 'xml-damaged' }] });
    const [complete] = await read(new Uint8Array([0xc3, 0xa9]));
    expect(complete).toMatchObject({ ok: true });
  }, 60_000);
});
