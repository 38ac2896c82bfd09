import { getHeaderHeight } from '../../src/sheets/header-height';

describe('getHeaderHeight', () => {
  it('is the usual height where every header has room', () => {
    expect(getHeaderHeight([{ header: 'Đơn vị', width: 200 }])).toBe(32);
  });

  it('grows with the lines of the longest header', () => {
    const narrow = [{ header: 'Đang thực hiện, quá hạn', width: 58 }];
    expect(getHeaderHeight(narrow)).toBeGreaterThanOrEqual(3 * 13 + 6);
    expect(getHeaderHeight([...narrow, { header: 'Ghi chú', width: 160 }])).toBe(getHeaderHeight(narrow));
  });

  it('leaves out hidden columns', () => {
    expect(getHeaderHeight([{ header: 'Khóa của dòng trong sổ', width: 0 }])).toBe(32);
  });
});
