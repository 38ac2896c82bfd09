import fc from 'fast-check';
import { pairDeadlines } from '../../src/progress/pair-deadlines';
import { DEFAULT_PRODUCT_VOCABULARY } from '../../src/progress/product-vocabulary';
import { classifyProduct, getProductTypeName, readProducts } from '../../src/progress/read-products';
import { toMatchKey } from '../../src/shared/text';
import { parseTiming } from '../../src/timing/parse-timing';
import { describeShared, readSharedJson } from '../support/shared-data';

const read = (cell: string) => readProducts(cell).map(({ text, type }) => [text, type]);

describe('products of a cell', () => {
  it.each<[string, [string, string | null][]]>([
    [
      'Kế hoạch, báo cáo, clip tuyên truyền',
      [
        ['Kế hoạch', 'plan'],
        ['báo cáo', 'report'],
        ['clip tuyên truyền', 'clip'],
      ],
    ],
    ['Kế hoạch của các phòng, ban, đơn vị', [['Kế hoạch của các phòng, ban, đơn vị', 'plan']]],
    ['Báo cáo quý, 6 tháng, năm', [['Báo cáo quý, 6 tháng, năm', 'report']]],
    [
      'Tờ trình và Quyết định của Hiệu trưởng',
      [
        ['Tờ trình', 'submission'],
        ['Quyết định của Hiệu trưởng', 'decision'],
      ],
    ],
    ['Quyết định ban hành Kế hoạch', [['Quyết định ban hành Kế hoạch', 'decision']]],
    [
      'KH/BC',
      [
        ['KH', 'plan'],
        ['BC', 'report'],
      ],
    ],
    [
      '- Kế hoạch\n- Báo cáo',
      [
        ['Kế hoạch', 'plan'],
        ['Báo cáo', 'report'],
      ],
    ],
    [
      '1. Danh sách\n2. Biên bản',
      [
        ['Danh sách', 'list'],
        ['Biên bản', 'minutes'],
      ],
    ],
    ['Văn bản của\nPhòng', [['Văn bản của Phòng', 'letter']]],
    [
      '90% trẻ đi học đều; 100% lớp có góc thư viện',
      [
        ['90% trẻ đi học đều', 'result'],
        ['100% lớp có góc thư viện', 'result'],
      ],
    ],
    [
      'Các báo cáo; 02 tin bài',
      [
        ['Các báo cáo', 'report'],
        ['02 tin bài', 'article'],
      ],
    ],
    [
      'Phiếu khảo sát, kết quả khảo sát',
      [
        ['Phiếu khảo sát', 'survey'],
        ['kết quả khảo sát', 'survey'],
      ],
    ],
    ['Vở kịch', [['Vở kịch', null]]],
    ['', []],
    ['-', []],
    ['Không', []],
    [' … ', []],
  ])('%j', (cell, products) => expect(read(cell)).toEqual(products));

  it('loses no word and makes none', () => {
    const text = fc.constantFrom(
      'Kế hoạch',
      'báo cáo',
      'của trường',
      'ngành',
      'tin bài',
      '02',
      'và',
      ',',
      ';',
      '/',
      '\n',
      '- ',
    );
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 10 }).map((parts) => parts.join(' ')),
        (cell) => {
          const retained = toMatchKey(
            readProducts(cell)
              .map(({ text }) => text)
              .join(' '),
          ).split(' ');
          const printed = new Set(toMatchKey(cell).split(' '));
          for (const word of retained) expect(printed.has(word)).toBe(true);
        },
      ),
    );
  });

  it('is read with the vocabulary of the office', () => {
    const own = [
      ...DEFAULT_PRODUCT_VOCABULARY,
      { id: 'play', name: 'Vở diễn', words: ['vở kịch', 'tiểu phẩm'] },
    ];
    expect(readProducts('Tiểu phẩm, báo cáo', own).map(({ type }) => type)).toEqual(['play', 'report']);
    expect(getProductTypeName('play', own)).toBe('Vở diễn');
    expect(getProductTypeName('play')).toBe('');
    expect(classifyProduct('Kế hoạch', [])).toBeNull();
  });

  it('names every type once, by words no other type has', () => {
    const ids = DEFAULT_PRODUCT_VOCABULARY.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const text = DEFAULT_PRODUCT_VOCABULARY.flatMap((type) => type.words.map(toMatchKey));
    expect(new Set(text).size).toBe(text.length);
  });
});

describeShared('product wordings of the corpus', () => {
  it('have a type, all but those that name no product', () => {
    const { products } = readSharedJson<{ products: { text: string }[] }>('corpus', 'wordings.json');
    const untyped = products.flatMap(({ text }) => readProducts(text).filter(({ type }) => type === null));
    expect(untyped.map(({ text }) => toMatchKey(text))).toEqual(['theo thuc te']);
    expect(products.filter(({ text }) => readProducts(text).length === 0)).toHaveLength(2);
  });
});

describe('which product is due when', () => {
  const pair = (products: string, timing: string) =>
    pairDeadlines(readProducts(products), parseTiming(timing, { year: 2024 })).map((each) => [
      each.products.map(({ text }) => text).join(' + '),
      each.due,
    ]);

  it.each<[string, string, unknown[]]>([
    ['Kế hoạch, báo cáo', 'Quý II, Quý III', [['Kế hoạch + báo cáo', ['2024-06-30', '2024-09-30']]]],
    [
      'Kế hoạch, báo cáo',
      'Kế hoạch: tháng 1; báo cáo: tháng 6, tháng 12',
      [
        ['Kế hoạch', ['2024-01-31']],
        ['báo cáo', ['2024-06-30', '2024-12-31']],
      ],
    ],
    [
      'Kế hoạch\nBáo cáo',
      'Tháng 3\nTháng 11',
      [
        ['Kế hoạch', ['2024-03-31']],
        ['Báo cáo', ['2024-11-30']],
      ],
    ],
    [
      'KH, BC, tin bài',
      'Xây dựng kế hoạch tháng 1, báo cáo tháng 11',
      [
        ['KH', ['2024-01-31']],
        ['BC', ['2024-11-30']],
        ['tin bài', ['2024-01-31', '2024-11-30']],
      ],
    ],
    [
      'Kế hoạch, danh sách',
      'Kế hoạch: tháng 1; tháng 5',
      [
        ['Kế hoạch', ['2024-01-31']],
        ['danh sách', ['2024-05-31']],
      ],
    ],
    ['Báo cáo', 'Tháng 4, tháng 10', [['Báo cáo', ['2024-04-30', '2024-10-31']]]],
    ['', 'Tháng 4', [['', ['2024-04-30']]]],
    ['Kế hoạch, báo cáo', 'Khi có yêu cầu', [['Kế hoạch + báo cáo', []]]],
  ])('%j by %j', (products, timing, pairs) => expect(pair(products, timing)).toEqual(pairs));
});
