import { describe, expect, it } from '@jest/globals';
import { extractPlanText } from '../../../src/import/plan-document/extract-plan-text';
import { joinPrintedLines, type PrintedLine } from '../../../src/import/plan-document/join-printed-lines';
import { readPlanDocument } from '../../../src/import/plan-document/read-plan-document';
import { readText } from '../../../src/import/text-tables/read-text';
import type { RawDocument } from '../../../src/readers/raw-document';
import { PRINTED_PLAN } from '../../support/documents/printed-plan';

/** Lines of 400 points: "from–to text". */
function placed(...lines: [from: number, to: number, text: string][]): PrintedLine[] {
  return lines.map(([from, to, text]) => ({ from, to, text }));
}

describe('printed lines whose places are known', () => {
  it.each<[string, PrintedLine[], number]>([
    [
      'an indented line begins a paragraph, after a full line and without a full stop too',
      placed(
        [100, 400, 'Nhà trường tổ chức ngày hội đọc sách cho học'],
        [80, 400, 'sinh toàn trường vào dịp đầu năm học, có sự'],
        [80, 398, 'tham gia của cha mẹ học sinh và Thư viện phường'],
        [100, 400, 'Thư viện mở cửa cả tuần'],
      ),
      2,
    ],
    [
      'short paragraphs, each indented',
      placed([100, 390, 'Thực hiện việc khảo sát.'], [100, 400, 'Đăng ký sáng kiến'], [80, 120, 'năm học.']),
      2,
    ],
    [
      'lines after a bullet go on though they stand farther in',
      placed(
        [80, 400, '- Rà soát các thủ tục thuộc lĩnh vực của'],
        [98, 400, 'Trường và của'],
        [98, 200, 'Thư viện'],
      ),
      1,
    ],
    [
      'a line that ends early ends its paragraph, whatever it ends with',
      placed(
        [80, 400, 'Nhà trường tổ chức ngày hội đọc sách cho học'],
        [80, 150, 'sinh'],
        [80, 400, 'Thư viện mở cửa cả tuần cho học sinh đọc'],
      ),
      2,
    ],
    [
      'a full line goes on with a name',
      placed([80, 400, 'Nhà trường tổ chức ngày hội theo văn bản của'], [80, 300, 'Ủy ban nhân dân phường.']),
      1,
    ],
  ])('%s', (_, lines, paragraphs) => expect(joinPrintedLines(lines)).toHaveLength(paragraphs));
});

describe('Word files', () => {
  const document = (lines: string[]): RawDocument => ({
    source: 'docx',
    file: 'a.docx',
    warnings: [],
    blocks: lines.map((text) => ({ kind: 'text', text, place: {} })),
  });

  it('that have a paragraph for each printed line read like text', () => {
    const text = readText(PRINTED_PLAN, 'a.txt');
    const lines = readPlanDocument(document(PRINTED_PLAN.split('\n')));
    expect(text.ok && readPlanDocument(text.value)).toMatchObject({ ok: true });
    expect(lines.ok && lines.value).toEqual(
      text.ok && (readPlanDocument(text.value) as { value: unknown }).value,
    );
  });

  it('keep their paragraphs where these are sentences', () => {
    const lines = [
      'I. NHIỆM VỤ',
      'Đọc sách',
      'Viết bài',
      'a) kể chuyện',
      'b) hát',
      'Thi kể',
      'Thi vẽ',
      'Trao giải',
      'Tổng kết',
    ];
    expect(extractPlanText(document(lines)).paragraphs).toEqual(lines);
  });
});
