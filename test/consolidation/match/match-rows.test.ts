import fc from 'fast-check';
import '../../support/fixed-seed';
import type { Annex, Task } from '../../../src/annex/types';
import { indexMaster } from '../../../src/consolidation/match/index-master';
import { matchFile } from '../../../src/consolidation/match/match-file';
import { matchRows } from '../../../src/consolidation/match/match-rows';
import type { SchoolFile, SchoolRow, TaskField } from '../../../src/consolidation/types';

const CONTENTS = [
  'Lập kế hoạch công tác năm của đơn vị.',
  'Rà soát quy chế làm việc và quy chế chi tiêu nội bộ.',
  'Báo cáo kết quả thực hiện.',
  'Niêm yết công khai các khoản thu tại bảng tin.',
  'Báo cáo kết quả thực hiện.',
  'Tổ chức tập huấn kỹ năng số cho giáo viên.',
];
const LEADS = ['Văn phòng', 'Văn phòng', 'Văn phòng', 'Phòng Kinh tế', 'Phòng Kinh tế', 'Phòng Kinh tế'];

const tasks = CONTENTS.map((content, index): Task => {
  const section = index < 3 ? 'I' : 'II';
  const tt = String((index % 3) + 1);
  return {
    id: `${section}.${tt}`,
    section,
    sectionTitle: index < 3 ? 'Chỉ đạo' : 'Thể chế',
    tt,
    content,
    leadUnit: LEADS[index]!,
    coordinatingUnit: 'Trường Mầm non Hoa Cúc',
    applicability: 'performed',
    reason: '',
    product: 'Báo cáo',
    timing: 'Quý II',
    note: '',
  };
});
const edition = { issuer: '', number: '12/KH-UBND', date: '2026-01-15', title: '', year: 2026 };
const annex: Annex = { edition, sections: [], tasks };
const master = indexMaster(annex);

const RECORDED = {
  applicability: 'performed',
  reason: '',
  state: null,
  due: '',
  doneOn: '',
  product: '',
  evidence: '',
  note: '',
} as const;

function row(given: Partial<Record<TaskField, string>>, index = 0): SchoolRow {
  return {
    row: index + 7,
    hidden: false,
    cells: Object.fromEntries(
      Object.entries(given).map(([field, value]) => [field, { value, cell: `${field}${index + 7}` }]),
    ),
    recorded: RECORDED,
  };
}

function toCells({ id, section, sectionTitle, tt, content, leadUnit, product }: Task) {
  return {
    id,
    area: `${section}. ${sectionTitle}`,
    tt,
    content,
    leadUnit,
    product,
  };
}

const toRow = (task: Task): SchoolRow => row(toCells(task));

function toFile(rows: SchoolRow[], more: Partial<SchoolFile> = {}): SchoolFile {
  return {
    file: 'so.xlsx',
    sha256: 'ab',
    contentDate: '',
    readerVersion: 1,
    origin: 'own',
    edition,
    fingerprint: master.fingerprint,
    claims: { code: '', names: [] },
    sheet: 'Phụ lục',
    rows,
    progressSheet: '',
    progress: [],
    warnings: [],
    ...more,
  };
}

function reported(rows: SchoolRow[]) {
  return matchRows(rows, master).map(({ task, pass, closest }) => [
    task,
    pass,
    ...(closest ? [closest] : []),
  ]);
}

describe('matchRows', () => {
  it.each<[string, Partial<Record<TaskField, string>>, (string | null)[]]>([
    ['id and content', { id: 'I.1', content: CONTENTS[0]! }, ['I.1', 'id']],
    ['an id typed with blanks', { id: 'i . 1', content: CONTENTS[0]! }, ['I.1', 'id']],
    [
      'section, TT and content',
      { area: 'II. Thể chế', tt: '1', content: CONTENTS[3]! },
      ['II.1', 'number-and-content'],
    ],
    [
      'content alone',
      { content: 'RÀ SOÁT quy chế làm việc, và quy chế chi tiêu nội bộ' },
      ['I.2', 'content'],
    ],
    ['content under another id', { id: 'I.1', content: CONTENTS[3]! }, ['II.1', 'content']],
    [
      'equal contents told apart by lead unit',
      { content: CONTENTS[2]!, leadUnit: 'Phòng Kinh tế' },
      ['II.2', 'content'],
    ],
    [
      'equal contents told apart by section',
      { content: CONTENTS[2]!, area: 'I. Chỉ đạo' },
      ['I.3', 'content'],
    ],
    [
      'an id whose words were changed',
      { id: 'I.1', content: 'Lập kế hoạch công tác năm học của nhà trường' },
      ['I.1', 'id'],
    ],
    ['an id without words', { id: 'II.3' }, ['II.3', 'id']],
    ['closest wording', { content: 'Tổ chức tập huấn kĩ năng số cho các giáo viên' }, ['II.3', 'wording']],
  ])('matches by %s', (_, cells, expected) => {
    expect(reported([row(cells)])).toEqual([expected]);
  });

  it.each<[string, Partial<Record<TaskField, string>>]>([
    ['equal contents that nothing tells apart', { content: CONTENTS[2]! }],
    ['a row of the unit’s own', { content: 'Tổ chức ngày hội đọc sách cho các em học sinh' }],
    [
      'an id that was given to quite another task',
      { id: 'I.1', content: 'Thay bóng đèn hành lang tầng hai' },
    ],
  ])('matches nothing silently: %s', (_, cells) => {
    expect(reported([row(cells)])[0]!.slice(0, 2)).toEqual([null, 'none']);
  });

  it('lets no loose match take what an exact one wants', () => {
    const loose = row({ id: 'I.1', content: `${CONTENTS[3]!} (bổ sung)` });
    const exact = row({ content: CONTENTS[3]! });
    expect(reported([loose, exact])).toEqual([
      [null, 'none', 'II.1'],
      ['II.1', 'content'],
    ]);
  });

  it('matches rows whose ids were sorted without their contents by their contents', () => {
    const shifted = tasks
      .filter((_, index) => index !== 2 && index !== 4)
      .map((task, index, all) => row({ id: all[(index + 1) % all.length]!.id, content: task.content }));
    expect(reported(shifted).map(([task]) => task)).toEqual(['I.1', 'I.2', 'II.1', 'II.3']);
  });

  it('takes each task at most once, whatever the rows', () => {
    const cell = fc.constantFrom('', ...CONTENTS, 'Lập kế hoạch', 'Báo cáo kết quả thực hiện nhiệm vụ');
    const id = fc.constantFrom('', 'I.1', 'I.2', 'II.1', 'II.2', 'IX.9');
    fc.assert(
      fc.property(fc.array(fc.record({ id, content: cell }), { maxLength: 12 }), (rows) => {
        const matches = matchRows(
          rows.map((one, index) => row(one, index)),
          master,
        );
        const taken = matches.flatMap(({ task }) => task ?? []);
        expect(new Set(taken).size).toBe(taken.length);
        expect(matches.map((match) => match.row)).toEqual(rows.map((_, index) => index));
        for (const { task, score } of matches) if (task === null) expect(score).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('does not depend on the order of the rows', () => {
    const rows = tasks.map(toRow);
    fc.assert(
      fc.property(fc.shuffledSubarray(rows), (some) => {
        const matches = matchRows(some, master);
        expect(matches.map(({ task, row: at }) => [task, some[at]!.cells.id!.value])).toEqual(
          some.map((one) => [one.cells.id!.value, one.cells.id!.value]),
        );
      }),
    );
  });
});

describe('matchFile', () => {
  it('reports what is missing, added, copied, reworded and changed, with its place', () => {
    const rows = [
      toRow(tasks[0]!),
      toRow(tasks[0]!),
      row({ ...toCells(tasks[1]!), content: 'Rà soát quy chế làm việc và quy chế thi đua nội bộ.' }, 2),
      row({ ...toCells(tasks[3]!), product: 'Kế hoạch' }, 3),
      row({ content: 'Thay bóng đèn hành lang', tt: '9' }, 4),
    ];
    const { drift } = matchFile(toFile(rows), master);
    expect(drift.filter(({ kind }) => kind !== 'missing')).toMatchObject([
      { kind: 'repeated', task: 'I.1', row: 7 },
      { kind: 'reworded', task: 'I.2', place: { sheet: 'Phụ lục', cell: 'content9' } },
      { kind: 'changed', task: 'II.1', field: 'product', before: 'Báo cáo', after: 'Kế hoạch' },
      { kind: 'added', content: 'Thay bóng đèn hành lang', row: 11 },
    ]);
    expect(drift.flatMap((one) => (one.kind === 'missing' ? [one.task] : []))).toEqual([
      'I.3',
      'II.2',
      'II.3',
    ]);
  });

  it('does not call a mark in the coordinating cell of a typed copy a changed word', () => {
    const cells = {
      ...toCells(tasks[0]!),
      coordinatingUnit: 'Trường Mầm non Hoa Cúc không thực hiện nội dung này.',
    };
    const { drift } = matchFile({ ...toFile([row(cells)]), origin: 'foreign' }, master);
    expect(drift.filter(({ kind }) => kind !== 'missing')).toEqual([]);
  });

  it('reports a mark that was typed into the coordinating cell of an issued workbook', () => {
    const cells = {
      ...toCells(tasks[0]!),
      coordinatingUnit: 'Trường Mầm non Hoa Cúc không thực hiện nội dung này.',
    };
    const { drift } = matchFile(toFile([row(cells)]), master);
    expect(drift.filter(({ kind }) => kind !== 'missing')).toMatchObject([
      { kind: 'changed', field: 'coordinatingUnit' },
    ]);
  });

  it('names the edition a unit worked from where it is another one', () => {
    const previous = { ...edition, number: '7/KH-UBND', date: '2025-01-10', year: 2025 };
    const { drift } = matchFile(
      toFile([toRow(tasks[0]!)], { edition: previous, fingerprint: 'old' }),
      master,
    );
    expect(drift).toContainEqual({
      kind: 'edition',
      before: '12/KH-UBND, 15/01/2026',
      after: '7/KH-UBND, 10/01/2025',
    });
  });

  it('puts the master’s ids into the log of a renumbered annex', () => {
    const progress = [{ row: 3, cells: {}, task: 'X.7', occurrence: 'X.7||2026-06-30', recorded: RECORDED }];
    const rows = [row({ id: 'X.7', content: CONTENTS[5]! })];
    expect(matchFile(toFile(rows, { progress }), master).progress).toMatchObject([{ task: 'II.3' }]);
  });
});
