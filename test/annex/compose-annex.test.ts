import { type AnnexRow, type AnnexTaskRow, composeAnnex, formatTaskId } from '../../src/annex/compose-annex';
import type { TaskCellField } from '../../src/annex/task-cells';

const EDITION = { issuer: '', number: '', date: '', title: '', year: null };
const place = { file: 'a.docx' };

function section(number: string, title = `Lĩnh vực ${number}`): AnnexRow {
  return {
    kind: 'section',
    number,
    title,
    place,
  };
}

function task(tt: string, cells: Partial<AnnexTaskRow['cells']> = {}): AnnexRow {
  return {
    kind: 'task',
    tt,
    place,
    cells: {
      content: `Việc ${tt}`,
      leadUnit: 'Phòng Nội vụ',
      coordinatingUnit: 'Trường Mầm non Hoa Cúc',
      product: 'Báo cáo',
      timing: 'Quý I',
      note: '',
      ...cells,
    },
  };
}

const compose = (rows: AnnexRow[], columns?: ReadonlySet<TaskCellField>) =>
  composeAnnex(EDITION, rows, columns);
const ids = (rows: AnnexRow[]) => compose(rows).annex.tasks.map(({ id }) => id);
function codes(rows: AnnexRow[], columns?: ReadonlySet<TaskCellField>) {
  return compose(rows, columns).warnings.map(({ code, place: where }) => `${code} ${where.task ?? '–'}`);
}

describe('identity', () => {
  it.each([
    ['section and TT', [section('I'), task('1'), task('2.'), section('II'), task('1')], 'I.1 I.2 II.1'],
    [
      'sections within sections',
      [section('A'), section('I'), task('1'), section('B'), section('I'), task('1')],
      'A.I.1 B.I.1',
    ],
    ['TT that repeats its section', [section('2'), task('2.1'), section('IV'), task('IV.8')], '2.1 IV.8'],
    ['a TT twice', [section('I'), task('1'), task('1'), task('1')], 'I.1 I.1-2 I.1-3'],
    [
      'rows without a number',
      [section('I'), task('1'), task(''), task('-'), task('2')],
      'I.1 I.1+1 I.1+2 I.2',
    ],
    [
      'letters under a number',
      [section('I'), task('1'), task('a)'), task('b)'), task('2'), task('a)')],
      'I.1 I.1.a I.1.b I.2 I.2.a',
    ],
    ['no section', [task('1'), task('2')], '1 2'],
    [
      'headings without a number',
      [section('', 'Chung'), task('1'), section('', 'Riêng'), task('1')],
      'M1.1 M2.1',
    ],
    ['1.10 is not 1.1', [section('I'), task('1.1'), task('1.10')], 'I.1.1 I.1.10'],
  ])('%s', (_, rows, expected) => {
    expect(ids(rows as AnnexRow[])).toEqual((expected as string).split(' '));
  });

  it('is one function for all who need it', () => {
    expect(formatTaskId('IV', '8')).toBe('IV.8');
    expect(formatTaskId('', '8')).toBe('8');
  });

  it('keeps a section that is printed again at the top of a page', () => {
    const { annex } = compose([
      section('I', 'Thể chế'),
      task('1'),
      section('I', 'THỂ CHẾ (tiếp theo)'),
      task('2'),
    ]);
    expect(annex.sections).toEqual([{ number: 'I', title: 'Thể chế' }]);
    expect(annex.tasks.map(({ id }) => id)).toEqual(['I.1', 'I.2']);
  });
});

describe('warnings', () => {
  const notPerformed = 'Trường Mầm non Hoa Cúc không thực hiện nội dung này.';

  it.each([
    ['nothing to say', [task('1')], []],
    [
      'refused, nothing printed',
      [task('1', { coordinatingUnit: notPerformed, product: '', timing: '–' })],
      [],
    ],
    [
      'refused, product printed',
      [task('1', { coordinatingUnit: notPerformed, timing: '' })],
      ['contradictory-row I.1'],
    ],
    [
      'refused, timing printed',
      [task('1', { coordinatingUnit: notPerformed, product: '' })],
      ['contradictory-row I.1'],
    ],
    ['refused in the product cell', [task('1', { product: 'Không thực hiện', timing: '' })], []],
    ['performed without product', [task('1', { product: '' })], ['incomplete-row I.1']],
    ['performed without both', [task('1', { product: '', timing: '-' })], ['incomplete-row I.1']],
    ['blank coordinating cell', [task('1', { coordinatingUnit: '' })], ['undecided-row I.1']],
    ['ambiguous coordinating cell', [task('1', { coordinatingUnit: 'x' })], ['ambiguous-marker I.1']],
    ['blank lead unit', [task('1', { leadUnit: '' })], ['blank-lead-unit I.1']],
    ['blank content', [task('1', { content: '' })], ['blank-content I.1']],
    ['a gap', [task('1'), task('3')], ['numbering-gap I.3']],
    ['a start that is not one', [task('2')], ['numbering-gap I.2']],
    ['a duplicate', [task('1'), task('1')], ['duplicate-task I.1-2']],
    ['no number', [task('1'), task('')], ['unnumbered-row I.1+1']],
  ])('%s', (_, rows, expected) => {
    expect(codes([section('I'), ...(rows as AnnexRow[])])).toEqual(expected);
  });

  it('does not miss what the source has no column for', () => {
    const bare = task('1', { coordinatingUnit: '', product: '', timing: '', leadUnit: '' });
    expect(codes([section('I'), bare], new Set(['content']))).toEqual([]);
  });

  it('lets the numbering run on over sections', () => {
    expect(codes([section('I'), task('1'), task('2'), section('II'), task('3')])).toEqual([]);
  });

  it('names tasks before the first section once', () => {
    expect(codes([task('1'), task('2'), section('I'), task('1')])).toEqual(['no-section –']);
  });

  it('names the numbers around a gap, and a section left out', () => {
    const { warnings } = compose([section('I'), task('1'), task('4'), section('III'), task('1')]);
    expect(warnings.map(({ details }) => details)).toEqual([
      { before: '1', after: '4' },
      { before: 'I', after: 'III' },
    ]);
  });
});

describe('ditto marks', () => {
  it('take the cell above in the same section only, and say so', () => {
    const { annex, warnings } = compose([
      section('I'),
      task('1', { leadUnit: 'Phòng Nội vụ', timing: 'Tháng 6' }),
      task('2', { leadUnit: 'nt', timing: '″' }),
      task('3', { leadUnit: '-nt-' }),
      section('II'),
      task('1', { leadUnit: 'như trên' }),
    ]);
    expect(annex.tasks.map(({ leadUnit, timing }) => [leadUnit, timing])).toEqual([
      ['Phòng Nội vụ', 'Tháng 6'],
      ['Phòng Nội vụ', 'Tháng 6'],
      ['Phòng Nội vụ', 'Quý I'],
      ['như trên', 'Quý I'],
    ]);
    expect(warnings.map(({ code, place: where }) => `${code} ${where.task}`)).toEqual([
      'ditto-filled I.2',
      'ditto-filled I.2',
      'ditto-filled I.3',
      'ditto-unresolved II.1',
    ]);
  });
});

it('says which row each task came from', () => {
  expect(compose([section('I'), task('1'), section('II'), task('1')]).rowIndexes).toEqual([1, 3]);
});
