import { findUnit, findUsualUnitName, getCoordinatingUnitName, toUnitKey } from '../../src/annex/unit-names';

describe('unitKey', () => {
  it.each([
    ['Trường Mầm non Hoa Cúc', 'MN Hoa Cúc'],
    ['TRƯỜNG MẦM NON HOA CÚC', 'Trường mầm non Hoa Cúc'],
    ['TMN Hoa Cúc', 'Mầm non Hoa Cúc'],
    ['Trường TH Hoà Bình', 'Trường Tiểu học Hòa Bình'],
    ['UBND Q.1', 'Ủy ban nhân dân Quận 1'],
    ['ƯBND Quận 1', 'UBND quận 1'],
    ['THCS Lý Tự Trọng', 'Trường THCS Lí Tự Trọng'],
    ['MN 20/10', 'Trường Mầm non 20-10'],
  ])('%j and %j are one unit', (one, other) => {
    expect(toUnitKey(one)).toBe(toUnitKey(other));
  });

  it.each([
    ['Trường Mầm non Tân Phú', 'Trường Mầm non Tấn Phú'],
    ['Trường Mầm non Hoa Cúc', 'Trường Tiểu học Hoa Cúc'],
    ['Trường Mầm non 1', 'Trường Mầm non 10'],
  ])('%j and %j are two', (one, other) => {
    expect(toUnitKey(one)).not.toBe(toUnitKey(other));
  });
});

describe('findUnit', () => {
  const units = [
    { code: 'MN01', name: 'Trường Mầm non Hoa Cúc', aliases: ['Hoa Cúc'] },
    { code: 'MN02', name: 'Trường Mầm non Hoa Sen', aliases: ['Hoa Sen', 'Chung'] },
    { code: 'MN03', name: 'Trường Mầm non Hoa Mai', aliases: ['Chung'] },
  ];

  it.each([
    ['mn02', 'MN02'],
    ['MN Hoa Cúc', 'MN01'],
    ['hoa sen', 'MN02'],
    ['Chung', undefined],
    ['Hoa', undefined],
    ['', undefined],
  ])('%j is %j', (name, code) => {
    expect(findUnit(name, units)?.code).toBe(code);
  });
});

describe('coordinatingUnitName', () => {
  it('leaves the marker out', () => {
    expect(getCoordinatingUnitName('Trường Mầm non Hoa Cúc\nkhông thực hiện nội dung này.')).toBe(
      'Trường Mầm non Hoa Cúc',
    );
    expect(getCoordinatingUnitName('Trường Mầm non Hoa Cúc')).toBe('Trường Mầm non Hoa Cúc');
  });
});

describe('usualUnitName', () => {
  it('counts spellings of one unit together, with and without the marker', () => {
    const cells = ['', 'Các trường mầm non', 'Trường Mầm non Hoa Cúc', 'MN Hoa Cúc không thực hiện', '–'];
    expect(findUsualUnitName(cells)).toBe('Trường Mầm non Hoa Cúc');
    expect(findUsualUnitName(['', '-'])).toBe('');
  });
});
