import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { assembleAnnex } from '../../src/import/assemble/assemble-annex';
import { readClipboard } from '../../src/import/read-clipboard';
import { encodeTcvn3Small } from '../../src/readers/legacy/encode-legacy';
import { cleanText } from '../../src/shared/text';
import { describeShared, getSharedPath, readSharedJson } from '../support/shared-data';

function readBlocks(clipboard: Parameters<typeof readClipboard>[0]) {
  const read = readClipboard(clipboard, 'dán');
  if (!read.ok) throw new Error(read.problems[0]!.code);
  return { source: read.value.source, blocks: read.value.blocks };
}

describe('what was pasted', () => {
  const table = '<table><tr><td>TT<td>Việc</tr><tr><td>1<td>Một</tr></table>';

  it('prefers the table of the HTML', () => {
    expect(readBlocks({ html: table, text: 'TT\tkhác' }).source).toBe('html');
  });

  it('takes the text where the HTML has no table', () => {
    expect(readBlocks({ html: '<p>TT Việc</p>', text: 'TT\tViệc\n1\tMột' }).source).toBe('text');
    expect(readBlocks({ text: 'Một dòng' }).blocks).toHaveLength(1);
    expect(readBlocks({ html: '<p>Một dòng</p>' }).blocks).toHaveLength(1);
  });

  it('reads legacy fonts', () => {
    const stored = encodeTcvn3Small('Báo cáo kế hoạch');
    const { blocks } = readBlocks({
      html: `<table><tr><td style="font-family:.VnTime">${stored}<td>b</tr><tr><td>c<td>d</table>`,
    });
    expect(blocks[0]).toHaveProperty('cells.0.text', 'Báo cáo kế hoạch');
  });

  it('refuses nothing at all', () => {
    expect(readClipboard({}, 'dán')).toMatchObject({ problems: [{ code: 'file-empty' }] });
  });
});

describeShared('pasted from the real annex', () => {
  it.each(['clipboard-word', 'clipboard-excel'])('%s, as HTML and as text', (name) => {
    const read = (extension: string): string =>
      readFileSync(getSharedPath('documents', name + extension), 'utf8');
    const gold = readSharedJson<{ section: string; tt: string; content: string; timing: string }[]>(
      'corpus',
      'annex-ben-thanh-2024.gold.json',
    ).map(({ section, tt, content, timing }) => ({ section, tt, content, timing }));
    for (const clipboard of [{ html: read('.html') }, { text: read('.txt') }]) {
      const pasted = readClipboard(clipboard, name);
      const annex = pasted.ok ? assembleAnnex(pasted.value) : pasted;
      const tasks = annex.ok ? annex.value.tasks : [];
      // The gold table has no line ends; those of the cells are kept.
      expect(
        tasks.map(({ section, tt, content, timing }) => ({
          section,
          tt,
          content: cleanText(content),
          timing,
        })),
      ).toEqual(gold);
    }
  });
});
