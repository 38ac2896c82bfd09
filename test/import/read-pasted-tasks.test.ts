import { readPastedTasks } from '../../src/import/read-pasted-tasks';

const read = (text: string) =>
  readPastedTasks(text).map((task) =>
    Object.fromEntries(Object.entries(task).filter(([, cell]) => cell !== '')),
  );

describe('readPastedTasks', () => {
  it('reads rows by their header, in any order', () => {
    const text =
      'TT\tThời gian\tNội dung công việc\tĐơn vị chủ trì\tNgười phụ trách\n1\tQuý II\tKiểm kê tủ sách.\tThư viện\tCô Lan';
    expect(read(text)).toEqual([
      { content: 'Kiểm kê tủ sách.', timing: 'Quý II', leadUnit: 'Thư viện', person: 'Cô Lan' },
    ]);
  });

  it.each([
    ['Kiểm kê tủ sách.\tQuý II', { content: 'Kiểm kê tủ sách.', timing: 'Quý II' }],
    ['1\tKiểm kê tủ sách.\tQuý II', { content: 'Kiểm kê tủ sách.', timing: 'Quý II' }],
    [
      'Kiểm kê tủ sách.\tBiên bản\tQuý II',
      { content: 'Kiểm kê tủ sách.', product: 'Biên bản', timing: 'Quý II' },
    ],
    [
      '2.\tKiểm kê tủ sách.\tThư viện\tTổ 1\tBiên bản\tQuý II',
      {
        content: 'Kiểm kê tủ sách.',
        leadUnit: 'Thư viện',
        coordinatingUnit: 'Tổ 1',
        product: 'Biên bản',
        timing: 'Quý II',
      },
    ],
  ])('reads %j by the number of its columns', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it('reads cells with line ends as Excel quotes them', () => {
    expect(read('"Kiểm kê tủ sách.\nBáo cáo."\tQuý II\r\nSơn cổng.\tTháng 7\r\n')).toEqual([
      { content: 'Kiểm kê tủ sách.\nBáo cáo.', timing: 'Quý II' },
      { content: 'Sơn cổng.', timing: 'Tháng 7' },
    ]);
  });

  it('reads one task a line, without its bullet or number', () => {
    expect(read('- Kiểm kê tủ sách.\n2) Sơn cổng.\n\n3 việc khác.')).toEqual([
      { content: 'Kiểm kê tủ sách.' },
      { content: 'Sơn cổng.' },
      { content: '3 việc khác.' },
    ]);
  });

  it('reads nothing from nothing', () => {
    expect(readPastedTasks(' \n\t\n')).toEqual([]);
  });
});
