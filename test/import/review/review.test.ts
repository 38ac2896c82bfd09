import { assembleTable } from '../../../src/import/assemble/assemble-annex';
import { readDocument } from '../../../src/import/read-document';
import { composeReview } from '../../../src/import/review/compose-review';
import { editReview } from '../../../src/import/review/edit-review';
import { createReview, getUnconfirmedRows } from '../../../src/import/review/review-row';
import { createSourceIndex, getFragmentLines } from '../../../src/import/review/source-index';
import { readText } from '../../../src/import/text-tables/read-text';
import type { RawDocument } from '../../../src/readers/raw-document';
import { createFixedWidthText, createRunningText } from '../../support/documents/sample-text';
import { describeShared, readSharedBytes } from '../../support/shared-data';

function opened(document: RawDocument) {
  const read = assembleTable(document);
  if (!read.ok) throw new Error(read.problems[0]?.code);
  const review = createReview(document, read.value, read.warnings);
  return { ...read.value, review, source: createSourceIndex(document), warnings: read.warnings };
}
function textDocument(text: string): RawDocument {
  const read = readText(text, 'a.txt');
  if (!read.ok) throw new Error(read.problems[0]?.code);
  return read.value;
}

function table(rows: string[][], more: Partial<RawDocument> = {}): RawDocument {
  return {
    source: 'docx',
    file: 'a.docx',
    warnings: [],
    blocks: [
      {
        kind: 'table',
        rowCount: rows.length,
        columnCount: 6,
        place: { file: 'a.docx', table: 1 },
        rows: rows.map((_, index) => ({ place: { row: index + 1 } })),
        cells: rows.flatMap((texts, index) =>
          texts.flatMap((text, column) =>
            text === '' ? [] : [{ row: index, column, rowSpan: 1, columnSpan: 1, text }],
          ),
        ),
      },
    ],
    ...more,
  };
}
const HEADER = ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Sản phẩm', 'Thời gian'];
const some = table([
  HEADER,
  ['I', 'Tuyên truyền', '', '', '', ''],
  ['1', 'Treo bảng tin\nở cổng', 'Văn phòng', 'Trường Mầm non Sao Mai', 'Bảng tin', 'Quý I'],
  ['3', 'Họp dân phố', 'nt', 'Trường Mầm non Sao Mai', 'Biên bản', 'Quý II'],
]);

describe('a review of found rows', () => {
  it('without any correction makes the annex that was read', () => {
    const { annex, review, fields } = opened(some);
    const composed = composeReview(review, annex.edition, fields);
    expect(composed.annex).toEqual(annex);
    expect([...composed.tasks.values()]).toEqual(['I.1', 'I.3']);
    expect(getUnconfirmedRows(review)).toEqual([]);
  });

  it('shows problems at their rows, again after each correction', () => {
    const { annex, review, fields } = opened(some);
    const codes = (now: typeof review) =>
      [...composeReview(now, annex.edition, fields).problems].map(
        ([key, problems]) => `${key}: ${problems.map(({ code }) => code).join(' ')}`,
      );
    expect(codes(review)).toEqual(['2: ditto-filled numbering-gap']);
    const numbered = editReview(review, { kind: 'write', key: 2, field: 'tt', text: '2' });
    expect(codes(numbered)).toEqual(['2: ditto-filled']);
    expect(composeReview(numbered, annex.edition, fields).annex.tasks[1]?.id).toBe('I.2');
    const without = editReview(numbered, { kind: 'delete', key: 1 });
    expect(codes(without)).toEqual(['2: ditto-unresolved numbering-gap']);
  });

  it('leads from a row to the lines of its source, and back to two rows', () => {
    const merged = table([
      HEADER,
      ['I', 'Tuyên truyền'],
      ['1\n2', 'Treo bảng tin\nHọp dân phố', 'Văn phòng\nCông an', 'Trường A\nTrường A', 'Tin', 'Quý I'],
    ]);
    const { annex, review, source, fields } = opened(merged);
    const lines = review.rows[1]!.sourceRows.flatMap((place) => getFragmentLines(source(place)!));
    expect(lines).toEqual(['1 Treo bảng tin Văn phòng Trường A Tin Quý I', '2 Họp dân phố Công an Trường A']);
    const split = editReview(review, {
      kind: 'split-lines',
      key: 1,
      earlier: lines.slice(0, 1),
      later: lines.slice(1),
    });
    const { tasks } = composeReview(split, annex.edition, fields).annex;
    expect(tasks.map(({ id, content, leadUnit }) => [id, content, leadUnit])).toEqual([
      ['I.1', 'Treo bảng tin', 'Văn phòng'],
      ['I.2', 'Họp dân phố', 'Công an'],
    ]);
  });

  it('keeps the text as stored beside what was converted', () => {
    const stored = structuredClone(some);
    const block = stored.blocks[0]!;
    if (block.kind !== 'table') throw new Error('a table');
    block.cells.find(({ row, column }) => row === 2 && column === 2)!.original = 'V¨n phßng';
    const { review, source } = opened(stored);
    const sourceRow = source(review.rows[1]!.sourceRows[0]!)!;
    expect(sourceRow.cells.map(({ original }) => original).filter(Boolean)).toEqual(['V¨n phßng']);
  });

  it.each([
    ['running text', createRunningText()],
    ['text laid out with blanks', createFixedWidthText()],
  ])('%s: every row has its source lines; what the reader doubts waits', (_, text) => {
    const document = textDocument(text);
    const { review, source } = opened(document);
    expect(review.rows.length).toBeGreaterThan(5);
    for (const { sourceRows } of review.rows)
      expect(sourceRows.every((place) => source(place)?.lines?.length)).toBe(true);
    const uncertain = structuredClone(document);
    for (const block of uncertain.blocks)
      if (block.kind === 'table') for (const row of block.rows) if (!row.header) row.confidence = 0.5;
    const doubted = opened(uncertain).review;
    expect(getUnconfirmedRows(doubted)).toHaveLength(doubted.rows.length);
  });
});

describeShared('a review of the real documents', () => {
  it.each([
    'word-clean.docx',
    'word-tcvn3-font.docx',
    'excel-clerk-messy.xlsx',
    'pdf-clean.pdf',
    'clipboard-word.html',
    'text-plain.txt',
    'text-layout.txt',
  ])('%s: without any correction it is the annex that was read, each row beside its source', async (name) => {
    const read = await readDocument(readSharedBytes('documents', name), name);
    if (!read.ok) throw new Error(read.problems[0]?.code);
    const { annex, review, fields, source } = opened(read.value);
    expect(composeReview(review, annex.edition, fields).annex).toEqual(annex);
    for (const { sourceRows } of review.rows)
      for (const place of sourceRows) expect(source(place)).not.toBeNull();
  });
});
