import { constants, deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { countMappedCodes } from '../../../src/readers/pdf/count-mapped-codes';
import { createStream, joinObjects } from '../../support/documents/create-hostile-pdf';

const count = (...streams: string[]): ReturnType<typeof countMappedCodes> =>
  countMappedCodes(joinObjects(streams.map((content) => createStream('', content))));
const deflate = (text: string): string => deflateSync(Buffer.from(text, 'latin1')).toString('latin1');

describe('countMappedCodes', () => {
  it.each([
    ['1 beginbfrange <0000> <FFFF> <0000> endbfrange', 65_536],
    ['1 beginbfrange <00> <00FfFFff> <0041> endbfrange', 2 ** 24],
    ['2 beginbfrange <00> <01> <41> <10> <1f> 65 endbfrange', 18],
    ['1 beginbfrange<00><% ff\n><41>endbfrange', 256],
    ['1 begincidrange <0000> <00FFFF00> 0 endcidrange', 0xffff01],
    ['1 beginbfrange (\\000\\000) (\\377\x80\\377) <41> endbfrange', 0xff80ff + 1],
    ['1 beginbfrange %<00> <01>\n <0000> % note\n <00ff> <41> endbfrange', 256],
    ['1 beginbfrange <f> <ff> <41>', 16],
    ['beginbfrange <00> <ff> <41> endbfrange beginbfrange <00> <ff> <41> endbfrange', 512],
  ])('counts the codes of ranges as pdf.js reads them: %s', (map, largest) => {
    expect(count(map).largest).toBe(largest);
    expect(count(deflate(map)).largest).toBe(largest);
  });

  it.each([
    ['letters of a map', '1 beginbfchar <01> <D835DC00> endbfchar'],
    ['the code space', '1 begincodespacerange <00000000> <ffffffff> endcodespacerange'],
    ['a list, which maps its entries', '1 beginbfrange <00> <00ffffff> [<41> <42>] endbfrange'],
    ['a range that pdf.js leaves out', '1 beginbfrange <00000000> <ffffffff> <41> endbfrange'],
    ['a range backwards', '1 beginbfrange <ff> <00> <41> endbfrange'],
    ['what stands behind something that is no range', '1 beginbfrange 7 <00> <ffffff> <41> endbfrange'],
  ])('does not count %s', (_, map) => {
    expect(count(map)).toEqual({ largest: 0, total: 0, isDamaged: false });
  });

  it('distinguishes a map that is damaged in its packing from anything else that is', () => {
    // Behind the text begins a block of a kind that there is none of.
    const damage = (text: string): string =>
      `${deflateSync(Buffer.from(text), { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1')}\x07`;
    expect(count(damage('begincmap 1 beginbfrange <00> <01>')).isDamaged).toBe(true);
    expect(count(damage('BT (A) Tj')).isDamaged).toBe(false);
    expect(count(deflate('begincmap 1 beginbfrange <00> <01>')).isDamaged).toBe(false);
  });

  it('adds the codes of all maps', () => {
    const map = '1 beginbfrange <0000> <ffff> <0000> endbfrange';
    expect(count(map, deflate(map), 'BT (stream) Tj ET')).toEqual({
      largest: 65_536,
      total: 131_072,
      isDamaged: false,
    });
  });
});
