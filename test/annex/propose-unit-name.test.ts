import { namesOtherUnit, proposeUnitName } from '../../src/annex/propose-unit-name';
import type { Annex } from '../../src/annex/types';
import { readMasterAnnex } from '../support/builders/create-consolidation-input';

const SAMPLE = readMasterAnnex();

function createAnnex(cells: readonly string[], title = ''): Pick<Annex, 'edition' | 'tasks'> {
  const [task] = SAMPLE.tasks;
  return {
    edition: { ...SAMPLE.edition, title },
    tasks: cells.map((coordinatingUnit, at) => ({ ...task!, id: `I.${at + 1}`, coordinatingUnit })),
  };
}

describe('proposeUnitName', () => {
  it('reads the name from the cells of the sample', () => {
    expect(proposeUnitName(SAMPLE)).toBe('Trường Mầm non Nắng Mai');
  });

  it.each([
    [
      'marked cells',
      ['Trường MN Hoa Sen không thực hiện nội dung này', 'Công an xã'],
      '',
      'Trường MN Hoa Sen',
    ],
    [
      'marked cells of an office',
      ['Trạm Y tế phường không thực hiện nội dung này', ''],
      '',
      'Trạm Y tế phường',
    ],
    [
      'the title',
      ['', 'Công an xã'],
      'Phân công nhiệm vụ năm 2026 của Trường Tiểu học Kim Đồng',
      'Trường Tiểu học Kim Đồng',
    ],
    ['the title before its year', [''], 'Nhiệm vụ tại Trường THCS Lê Lợi năm 2026', 'Trường THCS Lê Lợi'],
    ['most cells', ['Trường THCS Lê Lợi', 'Trường THCS Lê Lợi', ''], '', 'Trường THCS Lê Lợi'],
  ])('takes it from %s', (_, cells, title, name) => {
    expect(proposeUnitName(createAnnex(cells, title))).toBe(name);
  });

  it.each([
    ['several units', ['Các trường MN, TH', 'Các trường MN, TH'], ''],
    ['two units in one cell', ['Trường MN A và Trường MN B', 'Trường MN A và Trường MN B'], ''],
    ['different units', ['Trường MN Một', 'Trường MN Hai', 'Công an xã'], ''],
    [
      'an authority',
      ['Phòng Văn hóa - Xã hội', 'Phòng Văn hóa - Xã hội'],
      'Nhiệm vụ của UBND phường Đồng Sen',
    ],
    ['all schools', [''], 'Nhiệm vụ của các trường mầm non năm 2026'],
    [
      'half of the marks',
      ['Trường MN A không thực hiện nội dung này', 'Trường MN B không thực hiện nội dung này'],
      '',
    ],
  ])('proposes nothing for %s', (_, cells, title) => {
    expect(proposeUnitName(createAnnex(cells, title))).toBe('');
  });
});

describe('namesOtherUnit', () => {
  it('compares the name whatever its spelling, and the other names of the unit', () => {
    expect(namesOtherUnit(SAMPLE, { name: 'MN Nắng Mai' })).toBe(false);
    expect(namesOtherUnit(SAMPLE, { name: 'Trường Mầm non Hoa Cúc' })).toBe(true);
    expect(namesOtherUnit(SAMPLE, { name: 'Trường Hoa Cúc', aliases: ['TMN NẮNG MAI'] })).toBe(false);
    expect(namesOtherUnit(SAMPLE, { name: '' })).toBe(false);
  });
});
