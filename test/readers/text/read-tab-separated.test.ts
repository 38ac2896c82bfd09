import { describe, expect, it } from '@jest/globals';
import { readTabSeparated } from '../../../src/readers/text/read-tab-separated';

function readRows(text: string): string[][] {
  const table = readTabSeparated(text, 'a.txt')?.blocks.find((block) => block.kind === 'table');
  if (!table) throw new Error('no table');
  return table.rows.map((_, row) => table.cells.filter((cell) => cell.row === row).map((cell) => cell.text));
}

describe('tab-separated text', () => {
  it('unquotes cells as Excel quotes them', () => {
    expect(readRows('TT\tViệc\tGhi chú\r\n1\t"Một\nhai"\t"nói ""vâng"""\r\n2\ta"b\t\r\n')).toEqual([
      ['TT', 'Việc', 'Ghi chú'],
      ['1', 'Một\nhai', 'nói "vâng"'],
      ['2', 'a"b', ''],
    ]);
  });

  it('unquotes cells of several lines below a title and above other lines', () => {
    const read = readTabSeparated(
      'TUẦN LỄ "XANH\nTT\tViệc\tĐơn vị\n1\tTrồng "cây"\t"Tổ ""1""\nTổ 2"\n2\tTưới cây\tTổ 3\nNơi nhận: các tổ',
      'a.txt',
    );
    expect(read?.blocks[0]).toMatchObject({ kind: 'text', text: 'TUẦN LỄ "XANH' });
    expect(read?.blocks[1]).toMatchObject({ rowCount: 4, columnCount: 3 });
    const texts = read?.blocks[1]?.kind === 'table' ? read.blocks[1].cells.map(({ text }) => text) : [];
    expect(texts).toContain('Tổ "1"\nTổ 2');
    expect(texts).toContain('Trồng "cây"');
  });

  it('rebuilds Word’s rows by counting tabs', () => {
    const text = [
      'PHỤ LỤC',
      'TT\tViệc\tĐơn vị\tThời gian',
      'I\tLĩnh vực một',
      '1\tMột',
      'đoạn hai\tTrường',
      'không thực hiện\t',
      '2\tHai\tPhòng\tQuý I,',
      'Quý II',
      '\tBa\tPhòng\t',
    ].join('\r\n');
    expect(readRows(text)).toEqual([
      ['TT', 'Việc', 'Đơn vị', 'Thời gian'],
      ['I', 'Lĩnh vực một'],
      ['1', 'Một\nđoạn hai', 'Trường\nkhông thực hiện', ''],
      ['2', 'Hai', 'Phòng', 'Quý I,\nQuý II'],
      ['', 'Ba', 'Phòng', ''],
    ]);
  });

  it('lets the last cell of a short row span what is left', () => {
    const table = readTabSeparated('TT\ta\tb\nI\tx', '')?.blocks[0];
    expect(table).toHaveProperty('cells.4.columnSpan', 2);
  });

  it('takes a quote that closes nothing as a quote', () => {
    expect(readRows('TT\tViệc\n1\t"Nâng cao" chất lượng\n2\tx')).toEqual([
      ['TT', 'Việc'],
      ['1', '"Nâng cao" chất lượng'],
      ['2', 'x'],
    ]);
  });

  it('is not for text without tabs', () => {
    expect(readTabSeparated('một\nhai', '')).toBeNull();
    expect(readTabSeparated('', '')).toBeNull();
  });
});
