import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDocument } from '../../../src/import/read-document';
import { convertLegacyDocument } from '../../../src/readers/legacy/convert-legacy-document';
import { encodeTcvn3, encodeTcvn3Small, encodeVni } from '../../../src/readers/legacy/encode-legacy';
import type { RawCell, RawDocument } from '../../../src/readers/raw-document';
import { SAMPLE_SECTIONS } from '../../support/documents/sample-annex';
import { describeShared, getSharedPath, readSharedBytes } from '../../support/shared-data';

function createDocument(texts: Pick<RawCell, 'text' | 'fonts' | 'runs'>[]): RawDocument {
  return {
    source: 'docx',
    file: 'a.docx',
    warnings: [],
    blocks: [
      {
        kind: 'table',
        rowCount: texts.length,
        columnCount: 1,
        place: {},
        rows: texts.map(() => ({ place: {} })),
        cells: texts.map((cell, row) => ({ ...cell, row, column: 0, rowSpan: 1, columnSpan: 1 })),
      },
    ],
  };
}

function getTexts(document: RawDocument): string[] {
  return document.blocks.flatMap((block) =>
    block.kind === 'text' ? [block.text] : block.cells.map((c) => c.text),
  );
}

function convertTexts(texts: Pick<RawCell, 'text' | 'fonts' | 'runs'>[]): string[] {
  return getTexts(convertLegacyDocument(createDocument(texts)));
}

describe('a document in a legacy encoding', () => {
  it('comes in as Unicode, keeps its originals and says how many', () => {
    const stored = encodeTcvn3Small('Báo cáo, kế hoạch');
    const document = convertLegacyDocument(
      createDocument([
        { text: stored, fonts: ['.VnTime'] },
        { text: '2024', fonts: ['.VnTime'] },
      ]),
    );
    expect(getTexts(document)).toEqual(['Báo cáo, kế hoạch', '2024']);
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

  it('gives names and sentences the capitals that the font could not write, unless the typist wrote them', () => {
    const plain = { text: encodeTcvn3Small('trình ủy ban nhân dân phường'), fonts: ['.VnTime'] };
    expect(convertTexts([plain])).toEqual(['trình Ủy ban nhân dân phường']);
    const runs = encodeTcvn3('Ý kiến của Ủy ban');
    const typed = { text: runs.map((run) => run.text).join(''), runs };
    expect(convertTexts([plain, typed])).toEqual(['trình ủy ban nhân dân phường', 'Ý kiến của Ủy ban']);
  });

  it('settles open cells by the certain ones under the same kind of font', () => {
    const open = { text: 'Khoá', fonts: ['VNI-Times'] };
    const legacy = { text: encodeVni('Trường Mầm non'), fonts: ['VNI-Times'] };
    const unicode = { text: 'Trường Mầm non', fonts: ['VNI-Times'] };
    expect(convertTexts([open, legacy])[0]).toBe('Khố');
    expect(convertTexts([open, unicode])[0]).toBe('Khoá');
  });

  it('leaves a document of Unicode as it is', () => {
    const document = createDocument([
      { text: 'Khoá toán', fonts: ['Times New Roman'] },
      { text: 'Đề án 5 µm' },
    ]);
    expect(convertLegacyDocument(document)).toBe(document);
  });

  it('leaves a single doubtful word alone where the rest is Unicode', () => {
    expect(convertTexts([{ text: 'kh«ng' }, { text: 'Đề án' }, { text: 'kÕ ho¹ch' }])[0]).toBe('kh«ng');
  });
});

describe('Unicode', () => {
  const task = fc.constantFrom(
    ...SAMPLE_SECTIONS.flatMap(({ title, tasks }) => [title, ...tasks.flatMap((one) => Object.values(one))]),
  );
  const word = fc.constantFrom(
    ...SAMPLE_SECTIONS.flatMap(({ tasks }) => tasks.flatMap(({ content }) => content.split(/\s+/))),
  );
  const written = fc.oneof(
    task,
    fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')),
  );
  const cell = fc.record({
    text: fc.tuple(written, fc.constantFrom('NFC', 'NFD')).map(([text, form]) => text.normalize(form)),
    fonts: fc.constantFrom<string[] | undefined>(
      undefined,
      ['Times New Roman'],
      ['Arial', 'Times New Roman'],
    ),
  });

  it('is never converted, whatever words stand in whatever cells', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 12 }), (cells) => {
        const document = createDocument(cells);
        expect(convertLegacyDocument(document)).toBe(document);
      }),
    );
  });

  it('is not converted beside cells that are', () => {
    const legacy = { text: encodeTcvn3Small('Báo cáo, kế hoạch thực hiện'), fonts: ['.VnTime'] };
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 12 }), (cells) => {
        expect(convertTexts([legacy, ...cells]).slice(1)).toEqual(cells.map(({ text }) => text));
      }),
    );
  });
});

describeShared('the real documents', () => {
  it.each(
    readdirSync(getSharedPath('documents')).filter((name) => !/tcvn3|\.doc$|password|truncated/.test(name)),
  )('%s: no cell is converted', async (name) => {
    const read = await readDocument(readSharedBytes('documents', name), name);
    expect(read.ok && read.value.warnings.filter(({ code }) => code === 'legacy-font')).toEqual([]);
  });
});

describeShared('the seeds', () => {
  const seeds = readdirSync(getSharedPath('seeds')).map((name): [string, string[]] => [
    name,
    readFileSync(getSharedPath('seeds', name), 'utf8').split('\n'),
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
      const document = createDocument(lines.map((text) => ({ text, fonts })));
      expect(convertLegacyDocument(document)).toBe(document);
    }
  });

  it.each(seeds)('%s is known by its words alone, without fonts', (_, lines) => {
    const stored = createDocument(lines.map((line) => ({ text: encodeVni(line) })));
    expect(getTexts(convertLegacyDocument(stored))).toEqual(lines);
  });
});
