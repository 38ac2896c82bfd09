import { describe, expect, it } from '@jest/globals';
import { convertLegacyDocument } from '../../../src/intake/legacy/convert-document';
import { encodeTcvn3, encodeTcvn3Small, encodeVni } from '../../../src/intake/legacy/encode';
import type { RawCell, RawDocument } from '../../../src/intake/raw-document';
import { describeShared, sharedPath } from '../../shared-data';
import { readdirSync, readFileSync } from 'node:fs';

const documentOf = (texts: Pick<RawCell, 'text' | 'fonts' | 'runs'>[]): RawDocument => ({
  source: 'docx',
  file: 'a.docx',
  warnings: [],
  blocks: [
    {
      type: 'table',
      rowCount: texts.length,
      columnCount: 1,
      place: {},
      rows: texts.map(() => ({ place: {} })),
      cells: texts.map((cell, row) => ({ ...cell, row, column: 0, rowSpan: 1, columnSpan: 1 })),
    },
  ],
});

const textsOf = (document: RawDocument): string[] =>
  document.blocks.flatMap((block) => (block.type === 'text' ? [block.text] : block.cells.map((c) => c.text)));

const convertTexts = (texts: Pick<RawCell, 'text' | 'fonts' | 'runs'>[]): string[] =>
  textsOf(convertLegacyDocument(documentOf(texts)));

describe('a document in a legacy encoding', () => {
  it('comes in as Unicode, keeps its originals and says how many', () => {
    const stored = encodeTcvn3Small('Báo cáo, kế hoạch');
    const document = convertLegacyDocument(
      documentOf([
        { text: stored, fonts: ['.VnTime'] },
        { text: '2024', fonts: ['.VnTime'] },
      ]),
    );
    expect(textsOf(document)).toEqual(['Báo cáo, kế hoạch', '2024']);
    expect(document.blocks[0]).toHaveProperty('cells.0.original', stored);
    expect(document.warnings).toEqual([
      {
        code: 'legacy-font',
        severity: 'warning',
        place: { file: 'a.docx' },
        details: { encoding: 'TCVN3', cells: 1 },
      },
    ]);
  });

  it('turns runs under the capitals font into capitals', () => {
    const runs = encodeTcvn3('Ủy ban nhân dân QUẬN');
    expect(convertTexts([{ text: runs.map((run) => run.text).join(''), runs }])).toEqual([
      'Ủy ban nhân dân QUẬN',
    ]);
    expect(convertTexts([{ text: 'phô lôc', fonts: ['.VnTimeH'] }])).toEqual(['PHỤ LỤC']);
  });

  it('settles open cells by the certain ones under the same kind of font', () => {
    const open = { text: 'Khoá', fonts: ['VNI-Times'] };
    const legacy = { text: encodeVni('Trường Mầm non'), fonts: ['VNI-Times'] };
    const unicode = { text: 'Trường Mầm non', fonts: ['VNI-Times'] };
    expect(convertTexts([open, legacy])[0]).toBe('Khố');
    expect(convertTexts([open, unicode])[0]).toBe('Khoá');
  });

  it('leaves a document of Unicode as it is', () => {
    const document = documentOf([{ text: 'Khoá toán', fonts: ['Times New Roman'] }, { text: 'Đề án 5 µm' }]);
    expect(convertLegacyDocument(document)).toBe(document);
  });

  it('leaves a single doubtful word alone where the rest is Unicode', () => {
    expect(convertTexts([{ text: 'kh«ng' }, { text: 'Đề án' }, { text: 'kÕ ho¹ch' }])[0]).toBe('kh«ng');
  });
});

describeShared('the seeds', () => {
  const seeds = readdirSync(sharedPath('seeds')).map((name): [string, string[]] => [
    name,
    readFileSync(sharedPath('seeds', name), 'utf8').split('\n'),
  ]);

  it.each(seeds)('%s comes back the same from TCVN3 and from VNI', (_, lines) => {
    const tcvn3 = lines.map((line) => {
      const runs = encodeTcvn3(line);
      return { text: runs.map((run) => run.text).join(''), runs };
    });
    const vni = lines.map((line) => ({ text: encodeVni(line), fonts: ['VNI-Times'] }));
    expect(convertTexts(tcvn3)).toEqual(lines);
    expect(convertTexts(vni)).toEqual(lines);
  });

  it.each(seeds)('%s is never converted where it is Unicode', (_, lines) => {
    for (const fonts of [undefined, ['Times New Roman'], ['.VnTime'], ['VNI-Times']]) {
      const document = documentOf(lines.map((text) => ({ text, fonts })));
      expect(convertLegacyDocument(document)).toBe(document);
    }
  });

  it.each(seeds)('%s is known by its words alone, without fonts', (_, lines) => {
    const stored = documentOf(lines.map((line) => ({ text: encodeVni(line) })));
    expect(textsOf(convertLegacyDocument(stored))).toEqual(lines);
  });
});
