import fc from 'fast-check';
import { computeFingerprint } from '../../src/annex/compute-fingerprint';
import { reconcileTasks } from '../../src/annex/reconcile-tasks';
import type { Task } from '../../src/annex/types';

function task(id: string, content: string, more: Partial<Task> = {}): Task {
  const dot = id.lastIndexOf('.');
  return {
    id,
    section: id.slice(0, dot),
    sectionTitle: 'Lĩnh vực',
    tt: id.slice(dot + 1),
    content,
    leadUnit: 'Phòng Nội vụ',
    coordinatingUnit: 'Trường Mầm non Hoa Cúc',
    applicability: 'performed',
    reason: '',
    product: 'Báo cáo',
    timing: 'Quý I',
    note: '',
    ...more,
  };
}

const PLAN = 'Xây dựng kế hoạch kiểm tra công tác văn thư, lưu trữ của nhà trường';
const SURVEY = 'Tổ chức khảo sát mức độ hài lòng của cha mẹ trẻ về dịch vụ giáo dục';
const TRAINING = 'Cử viên chức tham gia lớp bồi dưỡng kỹ năng số';
const FINANCE = 'Công khai dự toán thu chi ngân sách';

function summary(before: Task[], after: Task[]): string[] {
  return reconcileTasks(before, after).map((match) => {
    if (match.kind === 'added') return `+${match.after.id}`;
    if (match.kind === 'gone') return `-${match.before.id}`;
    const fields = match.kind === 'changed' ? ` ${match.fields.join(',')}` : '';
    return `${match.before.id}>${match.after.id} ${match.basis}${fields}`;
  });
}

describe('reconcile', () => {
  it('finds everything the same in the same annex', () => {
    const tasks = [task('I.1', PLAN), task('I.2', SURVEY)];
    expect(summary(tasks, tasks)).toEqual(['I.1>I.1 number-and-content', 'I.2>I.2 number-and-content']);
  });

  it('follows tasks that a new one has pushed down', () => {
    expect(
      summary(
        [task('I.1', PLAN), task('I.2', SURVEY)],
        [task('I.1', TRAINING), task('I.2', PLAN), task('I.3', SURVEY)],
      ),
    ).toEqual(['+I.1', 'I.1>I.2 content tt', 'I.2>I.3 content tt']);
  });

  it('knows a reworded task by its number, and what changed', () => {
    const reworded = task('I.1', `${PLAN} năm 2025`, { timing: 'Quý II' });
    expect(summary([task('I.1', PLAN)], [reworded])).toEqual(['I.1>I.1 number content,timing']);
  });

  it('takes a misread letter, but not another task, under one number for the same', () => {
    expect(
      summary(
        [task('I.1', PLAN)],
        [task('I.1', PLAN.replace('trường', 'trường,').replace('hoạch', 'họach'))],
      ),
    ).toEqual(['I.1>I.1 number-and-content content']);
    expect(summary([task('I.1', PLAN)], [task('I.1', FINANCE)])).toEqual(['-I.1', '+I.1']);
  });

  it('finds the closest wording where number and content are both new', () => {
    expect(
      summary(
        [task('I.1', PLAN), task('I.2', FINANCE)],
        [task('II.7', PLAN.replace('kiểm tra', 'tự kiểm tra'))],
      ),
    ).toEqual(['I.1>II.7 wording section,tt,content', '-I.2']);
  });

  it('lets no loose match steal what an exact one wants', () => {
    const before = [task('I.1', PLAN), task('I.2', `${PLAN} trong năm học`)];
    // I.1 now reads nearly like the old I.1, whose exact words stand under I.2.
    const after = [task('I.1', `${PLAN} trong năm học mới`), task('I.2', PLAN)];
    expect(summary(before, after)).toEqual(['I.2>I.1 wording tt,content', 'I.1>I.2 content tt']);
  });

  it('pairs equal contents within their sections and in order', () => {
    const before = [task('I.1', PLAN), task('II.1', PLAN), task('II.2', PLAN)];
    const after = [task('II.1', PLAN), task('II.3', PLAN)];
    expect(summary(before, after)).toEqual(['-I.1', 'II.1>II.1 number-and-content', 'II.2>II.3 content tt']);
  });

  it('does not look at what the clerk decided', () => {
    const decided = task('I.1', PLAN, { applicability: 'notPerformed', reason: 'không thực hiện' });
    expect(summary([task('I.1', PLAN)], [decided])).toEqual(['I.1>I.1 number-and-content']);
  });

  it('uses every row exactly once, whatever is compared', () => {
    const contents = fc.constantFrom(PLAN, `${PLAN} năm 2025`, SURVEY, TRAINING, FINANCE, '');
    const annex = fc
      .array(fc.tuple(fc.constantFrom('I', 'II'), fc.nat(5), contents), { maxLength: 8 })
      .map((rows) => rows.map(([section, tt, content]) => task(`${section}.${tt}`, content)));
    fc.assert(
      fc.property(annex, annex, (before, after) => {
        const matches = reconcileTasks(before, after);
        const used = (side: 'before' | 'after') =>
          matches.flatMap((match) => (side in match ? [(match as Record<typeof side, Task>)[side]] : []));
        expect(new Set(used('before'))).toEqual(new Set(before));
        expect(used('before')).toHaveLength(before.length);
        expect(used('after')).toEqual(after);
      }),
    );
  });

  it('finds a shuffled annex again, whole', () => {
    const tasks = Array.from({ length: 12 }, (_, i) =>
      task(`I.${i + 1}`, `${[PLAN, SURVEY, TRAINING][i % 3]} đợt ${i}`),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(tasks, { minLength: 12 }), (shuffled) => {
        const renumbered = shuffled.map((one, i) => ({ ...one, tt: `${i + 1}`, id: `I.${i + 1}` }));
        expect(
          reconcileTasks(tasks, renumbered).every(
            (m) => 'before' in m && 'after' in m && m.before.content === m.after.content,
          ),
        ).toBe(true);
      }),
    );
  });
});

describe('fingerprint', () => {
  const tasks = [task('I.1', PLAN), task('I.2', SURVEY)];

  it('does not depend on Unicode form, spaces, case, or the clerk’s decisions', () => {
    const same = tasks.map((one) => ({
      ...one,
      content: `  ${one.content.normalize('NFD').toUpperCase()} .`,
      applicability: 'undecided' as const,
    }));
    expect(computeFingerprint(same)).toBe(computeFingerprint(tasks));
    expect(computeFingerprint(tasks)).toMatch(/^[0-9a-f]{16}$/);
  });

  it.each([
    ['a word', [task('I.1', `${PLAN} năm 2025`), task('I.2', SURVEY)]],
    ['a diacritic', [task('I.1', PLAN.replace('kiểm', 'kiêm')), task('I.2', SURVEY)]],
    ['the order', [task('I.2', SURVEY), task('I.1', PLAN)]],
    ['a number', [task('I.1', PLAN), task('I.3', SURVEY)]],
    [
      'a cell moved to its neighbour',
      [task('I.1', PLAN, { product: '', timing: 'Báo cáo Quý I' }), task('I.2', SURVEY)],
    ],
    ['a row less', [task('I.1', PLAN)]],
  ])('changes with %s', (_, other) => {
    expect(computeFingerprint(other)).not.toBe(computeFingerprint(tasks));
  });

  it('distinguishes many annexes', () => {
    const prints = new Set(
      Array.from({ length: 20000 }, (_, i) => computeFingerprint([task('I.1', `Việc ${i}`)])),
    );
    expect(prints.size).toBe(20000);
  });
});
