import { readText } from '../../../src/import/text-tables/read-text';

/** Returns each paragraph, and each row of a table with its cells between slashes. */
function read(text: string): string[] {
  const document = readText(text, 'a.txt');
  if (!document.ok) throw new Error(document.problems[0]!.code);
  return document.value.blocks.flatMap((block) =>
    block.kind === 'text'
      ? [block.text]
      : block.rows.map((_, row) =>
          block.cells
            .filter((cell) => cell.row === row)
            .map(({ text: cell }) => cell)
            .join('/'),
        ),
  );
}

describe('a table drawn with bars', () => {
  it('is read as Markdown writes it, without its marks', () => {
    expect(
      read(
        '# KẾ HOẠCH\n**Số: 5/KH-A**\n\n| TT | Nội dung | Hạn |\n|:--:|---|---|\n| **I** | **Chung** | |\n| 1 | Họp *lớp*, a \\| b<br>c | 5/9 |\n\n> Lưu ý',
      ),
    ).toEqual([
      '# KẾ HOẠCH',
      'Số: 5/KH-A',
      'TT/Nội dung/Hạn',
      'I/Chung/',
      '1/Họp lớp, a | b\nc/5/9',
      '> Lưu ý',
    ]);
  });

  it('may leave out the bars at its sides', () => {
    expect(read('KẾ HOẠCH\n\nTT | Nội dung | Hạn\n---|---|---\n1 | Họp | 5/9\n2 | Thi | 6/9')).toEqual([
      'KẾ HOẠCH',
      ...['TT/Nội dung/Hạn', '1/Họp/5/9', '2/Thi/6/9'],
    ]);
  });

  it('has the lines between two rules as one row', () => {
    const rule = '+----+-----------+-------+';
    const rows = [
      '| TT | Nội dung  | Hạn   |',
      '| 1  | Lập kế    | 5/9   |\n|    | hoạch     |       |',
      '| 2  | - a       | 6/9   |\n|    | - b       |       |',
    ];
    expect(read(`KẾ HOẠCH\n${rule}\n${rows.join(`\n${rule}\n`)}\n${rule}`)).toEqual([
      'KẾ HOẠCH',
      ...['TT/Nội dung/Hạn', '1/Lập kế hoạch/5/9', '2/- a\n- b/6/9'],
    ]);
  });

  it('has a row a line where only its header is ruled off', () => {
    expect(
      read(
        '┌────┬──────┬─────┐\n│ TT │ Việc │ Hạn │\n├────┼──────┼─────┤\n│ 1  │ Họp  │ 5/9 │\n│ 2  │ Thi  │ 6/9 │\n└────┴──────┴─────┘',
      ),
    ).toEqual(['TT/Việc/Hạn', '1/Họp/5/9', '2/Thi/6/9']);
  });

  it('is not seen in prose with bars', () => {
    expect(read('Trang chủ | Tin tức | Liên hệ\nHọp | báo cáo')).toHaveLength(2);
  });
});
