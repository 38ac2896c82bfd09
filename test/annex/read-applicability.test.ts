import {
  findMarker,
  getStatedReason,
  isBlankCell,
  readApplicability,
  stripMarker,
} from '../../src/annex/read-applicability';
import { describeShared, readSharedJson } from '../support/shared-data';

function cells(some: Partial<Parameters<typeof readApplicability>[0]>) {
  return {
    coordinatingUnit: 'Trường Mầm non Hoa Cúc',
    product: '',
    timing: '',
    note: '',
    ...some,
  };
}

describe('readApplicability', () => {
  it.each([
    ['Trường Mầm non Hoa Cúc không thực hiện nội dung này', ''],
    ['Trường Mầm non Hoa Cúc\nkhông thực hiện nội dung này.', ''],
    ['Trường MN Hoa Cúc (Không thực hiện nội dung này).', ''],
    ['Trường MN Hoa Cúc KHÔNG THỰC HIỆN', ''],
    ['Ko thực hiện', ''],
    ['Không thực hiện tại trường', ''],
    ['khong ap dung', ''],
    ['K/AD', ''],
    ['Kho\u0302ng thực hiện', ''],
    ['Trường không thuộc phạm vi', 'không thuộc phạm vi'],
    ['Trường được miễn', 'được miễn'],
    ['Nhà trường không tổ chức hoạt động này trong năm 2025', 'không tổ chức hoạt động này trong năm 2025'],
    [
      'Trường không thực hiện do không có thủ tục hành chính',
      'không thực hiện do không có thủ tục hành chính',
    ],
  ])('coordinating cell %j: not performed', (coordinatingUnit, reason) => {
    expect(readApplicability(cells({ coordinatingUnit }))).toEqual({
      applicability: 'notPerformed',
      reason,
      column: 'coordinatingUnit',
      uncertainty: null,
    });
  });

  it('takes for the reason what a note says before the marker', () => {
    const note = 'Không có học sinh lớp 9, không thực hiện';
    expect(readApplicability(cells({ note })).reason).toBe('Không có học sinh lớp 9');
    expect(readApplicability(cells({ note: 'Trường không thực hiện' })).reason).toBe('');
  });

  it.each([
    ['Trường Mầm non Hoa Cúc'],
    ['Trường Mầm non Hoa Cúc; chưa thực hiện'],
    ['Không phát sinh'],
    ['Phòng Nội vụ nhắc các trường không thực hiện đúng quy định'],
    ['Trường Tiểu học Không Lộ'],
  ])('coordinating cell %j: performed', (coordinatingUnit) => {
    expect(readApplicability(cells({ coordinatingUnit })).applicability).toBe('performed');
  });

  it.each([
    ['', 'blank'],
    [' – ', 'blank'],
    ['……', 'blank'],
    ['Không', 'ambiguous'],
    ['Trường Mầm non Hoa Cúc: không', 'ambiguous'],
    ['0', 'ambiguous'],
    ['x', 'ambiguous'],
    ['/', 'ambiguous'],
    ['Không có', 'ambiguous'],
  ])('coordinating cell %j: undecided (%s)', (coordinatingUnit, uncertainty) => {
    expect(readApplicability(cells({ coordinatingUnit }))).toEqual({
      applicability: 'undecided',
      reason: '',
      column: 'coordinatingUnit',
      uncertainty,
    });
  });

  it.each([
    [{ note: 'Trường không thực hiện' }, 'notPerformed'],
    [{ product: 'Không thực hiện nội dung này' }, 'notPerformed'],
    [{ timing: 'Đơn vị không áp dụng.' }, 'notPerformed'],
    [{ product: 'Báo cáo; không thực hiện' }, 'notPerformed'],
    [{ product: 'Danh sách cơ quan không thực hiện' }, 'performed'],
    [{ note: 'Nhắc nhở nếu không thực hiện' }, 'performed'],
    [{ product: '/' }, 'undecided'],
    [{ coordinatingUnit: '', note: 'Không thuộc thẩm quyền' }, 'notPerformed'],
  ])('%j: %s', (some, applicability) => {
    expect(readApplicability(cells(some)).applicability).toBe(applicability);
  });
});

describe('findMarker', () => {
  it('separates the unit from the marker', () => {
    expect(findMarker('Trường Mầm non Hoa Cúc - không thực hiện.')).toEqual({
      before: 'Trường Mầm non Hoa Cúc',
      text: 'không thực hiện',
    });
  });
});

describe('stripMarker', () => {
  it.each([
    ['Kế hoạch', 'Kế hoạch'],
    ['Không thực hiện', ''],
    ['Trường không thực hiện', ''],
    ['Báo cáo (không thực hiện)', 'Báo cáo'],
    ['–', ''],
  ])('%j leaves %j', (cell, text) => {
    expect(stripMarker(cell)).toBe(text);
  });
});

describe('getStatedReason', () => {
  it.each([
    'không thực hiện nội dung này',
    'Trường không thực hiện nội dung này.',
    'TRƯỜNG MẦM NON HOA CÚC KHÔNG THỰC HIỆN NỘI DUNG NÀY',
    'khong thuc hien noi dung nay',
    'Ko thực hiện',
    '(Không thực hiện)',
    'Đơn vị không áp dụng',
    '',
  ])('%j says no reason', (reason) => {
    expect(getStatedReason(reason)).toBe('');
  });

  it.each([
    'Không có tổ chức Đoàn',
    'Không thực hiện do không có học sinh lớp 9',
    'Không có học sinh lớp 9 nên không thực hiện',
    'Trường không thuộc đối tượng',
    'Phòng Nội vụ thực hiện',
  ])('%j stays as it is', (reason) => {
    expect(getStatedReason(reason)).toBe(reason);
  });
});

describe('isBlankCell', () => {
  it.each([
    ['', true],
    ['-', true],
    ['/', false],
    ['x', false],
  ])('%j: %s', (cell, blank) => {
    expect(isBlankCell(cell)).toBe(blank);
  });
});

/** Wordings that say something else than "not performed", by the collection's own notes. */
const OTHERWISE: Record<string, string> = {
  'Địa phương không được giao … thì giảm trừ điểm tối đa tương ứng': 'performed',
  'Không phát sinh': 'performed',
  'Không phát sinh nội dung': 'performed',
  'Không có TTHC phát sinh': 'performed',
  'Chưa thực hiện nội dung này': 'performed',
  'Không có': 'undecided',
  'Đơn vị không có': 'undecided',
  Không: 'undecided',
  '0': 'undecided',
  x: 'undecided',
  '/': 'undecided',
};

describeShared('the collected wordings of "not performed"', () => {
  const { notApplicable } = readSharedJson<{ notApplicable: { text: string }[] }>('corpus', 'wordings.json');

  it.each(notApplicable.map(({ text }) => [text, OTHERWISE[text] ?? 'notPerformed']))(
    '%j: %s',
    (text, expected) => {
      expect(readApplicability(cells({ coordinatingUnit: text })).applicability).toBe(expected);
    },
  );

  it.each(notApplicable.filter(({ text }) => OTHERWISE[text] === undefined).map(({ text }) => [text]))(
    '%j is found after the name of the unit, on its own line and in the note',
    (text) => {
      const coordinatingUnit = `Trường Mầm non Hoa Cúc\n${text}.`;
      expect(readApplicability(cells({ coordinatingUnit })).applicability).toBe('notPerformed');
      expect(readApplicability(cells({ note: text })).applicability).toBe('notPerformed');
    },
  );
});

describe('words that leave it open, and markers among the contents', () => {
  const read = (cells: Partial<Parameters<typeof readApplicability>[0]>) =>
    readApplicability({
      coordinatingUnit: 'Trường A',
      product: 'Báo cáo',
      timing: 'Quý I',
      note: '',
      ...cells,
    });

  it.each([
    'Đề nghị không thực hiện',
    'Trường A đề nghị không thực hiện nội dung này',
    'Tạm thời không thực hiện',
    'Trường A tạm thời không thực hiện nội dung này do thiếu kinh phí',
    'Xin không tham gia',
    'Dự kiến không tổ chức',
    'Tạm dừng',
  ])('asks about %s', (coordinatingUnit) => {
    expect(read({ coordinatingUnit })).toMatchObject({
      applicability: 'undecided',
      uncertainty: 'ambiguous',
      column: 'coordinatingUnit',
    });
    expect(read({ note: coordinatingUnit })).toMatchObject({ applicability: 'undecided' });
  });

  it.each([
    'Tự đánh giá an toàn thông tin (trường không thực hiện nội dung này)',
    'Tự đánh giá an toàn thông tin. Đơn vị không thực hiện',
    'Tự đánh giá an toàn thông tin - Không thực hiện nội dung này',
  ])('notices the marker in %s', (content) => {
    expect(read({ content })).toMatchObject({ applicability: 'notPerformed', column: 'content' });
  });

  it.each(['Rà soát các thủ tục không thực hiện', 'Báo cáo lý do đơn vị không thực hiện'])(
    'takes no contents for a marker: %s',
    (content) => {
      expect(read({ content }).applicability).toBe('performed');
    },
  );
});
