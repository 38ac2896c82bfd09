import type { Annex } from '../../../src/annex/types';
import { consolidate } from '../../../src/consolidation/run/consolidate';
import { prepareConsolidation } from '../../../src/consolidation/run/prepare-consolidation';
import { READER_VERSION } from '../../../src/consolidation/types';
import { readSchoolFile } from '../../../src/school-workbook/read-school-file';
import { COLUMN_HEADERS } from '../../../src/sheets/labels/school-labels';
import { buildTextRow, buildXlsx } from '../../support/documents/build-xlsx';

const HEADERS = [
  'id',
  'tt',
  'content',
  'leadUnit',
  'coordinatingUnit',
  'product',
  'timing',
  'applicability',
  'reason',
  'status',
  'doneOn',
  'evidence',
  'note',
] as const;
type Answer = Partial<Record<(typeof HEADERS)[number], string>>;

const MARKER = 'không thực hiện nội dung này';
const UNIT = 'Trường Mầm non Hoa Sữa';
const TASK: Required<Answer> = {
  id: 'I.1',
  tt: '1',
  content: 'Xây dựng kế hoạch năm',
  leadUnit: 'Phòng A',
  coordinatingUnit: UNIT,
  product: 'Kế hoạch',
  timing: 'Quý I',
  applicability: 'Thực hiện',
  reason: '',
  status: '',
  doneOn: '',
  evidence: '01/KH',
  note: '',
};

function createAnnex(coordinatingUnit: string, date: string): Annex {
  const { id, tt, content, leadUnit, product, timing } = TASK;
  return {
    edition: { issuer: '', number: '', date, title: '', year: 2026 },
    sections: [{ number: 'I', title: 'Chung' }],
    tasks: [
      {
        ...{ id, tt, content, leadUnit, coordinatingUnit, product, timing },
        section: 'I',
        sectionTitle: 'Chung',
        applicability: coordinatingUnit.includes(MARKER) ? 'notPerformed' : 'undecided',
        reason: '',
        note: '',
      },
    ],
  };
}

/** Consolidates one task as a unit sent it back, as of 15 October 2026. `printed`: the coordinating cell of the annex. */
async function consolidateAnswer(answer: Answer, { printed = UNIT, date = '2026-01-15' } = {}) {
  const task = { ...TASK, coordinatingUnit: printed, ...answer };
  const rows = [HEADERS.map((id) => COLUMN_HEADERS[id]), HEADERS.map((id) => task[id])];
  const data = rows.map(buildTextRow).join('');
  const bytes = buildXlsx([{ name: 'Phụ lục', data }]);
  const read = await readSchoolFile({ file: 'so.xlsx', bytes, sha256: 'ab' });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const prepared = prepareConsolidation({
    annex: createAnnex(printed, date),
    units: [{ code: 'MN01', name: UNIT, aliases: [], kind: '', parent: '', validFrom: '', validTo: '' }],
    level: null,
    asOf: '2026-10-15',
    reportDue: null,
    readAt: '2026-10-15T01:00:00.000Z',
    read: [{ kind: 'school', file: read.value }],
    failed: [],
    unchanged: new Map(),
    previous: null,
    readerVersion: READER_VERSION,
  });
  const { entries, findings, drift } = consolidate(prepared!.input);
  return {
    reported: entries[0]!.reported,
    codes: [...findings, ...drift].map(({ code }) => code),
    findings: [...findings, ...drift],
  };
}

describe('the marker of the annex', () => {
  const printed = `${UNIT} ${MARKER}`;

  it('is a changed cell where the unit took it away', async () => {
    const { findings } = await consolidateAnswer(
      { coordinatingUnit: UNIT, applicability: 'Thực hiện' },
      { printed },
    );
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'cell-changed',
        unit: 'MN01',
        task: 'I.1',
        place: expect.objectContaining({ cell: 'E2' }),
        args: expect.objectContaining({ before: printed, after: UNIT }),
      }),
    );
  });

  it('is a changed cell where the unit typed it', async () => {
    const { codes } = await consolidateAnswer({ coordinatingUnit: printed });
    expect(codes).toContain('cell-changed');
  });

  it('is none where it stands as it was printed', async () => {
    const { codes } = await consolidateAnswer({ applicability: 'Không thực hiện' }, { printed });
    expect(codes).not.toContain('cell-changed');
  });
});

describe('an answer beside a blank Áp dụng', () => {
  it.each<[string, Answer]>([
    ['a state', { status: 'Hoàn thành', doneOn: '02/03/2026' }],
    ['work that has begun', { status: 'Đang thực hiện' }],
    ['a day', { doneOn: '02/03/2026' }],
    ['a reason', { reason: 'Không có đối tượng' }],
  ])('is asked about where it is %s', async (_, answer) => {
    const { reported, codes } = await consolidateAnswer({ applicability: '', ...answer });
    expect(reported.applicability).toBe('undecided');
    expect(codes).toContain('undecided-with-answer');
  });

  it('is not asked about where there is none', async () => {
    const { codes } = await consolidateAnswer({ applicability: '', status: 'Chưa thực hiện' });
    expect(codes).not.toContain('undecided-with-answer');
  });
});

describe('a completion outside of the year of the annex', () => {
  it.each<[string, Answer, string]>([
    ['a year before it in the state', { status: 'Hoàn thành năm 2025' }, 'done-before-annex'],
    ['a quarter before it', { status: 'Hoàn thành quý IV/2025' }, 'done-before-annex'],
    ['a year that has not come', { status: 'Đã hoàn thành năm 2027' }, 'done-in-future'],
    [
      'a year before it against the day beside it',
      { status: 'Hoàn thành năm 2025', doneOn: '02/03/2026' },
      'done-before-annex',
    ],
    ['a month in the column of days', { status: 'Hoàn thành', doneOn: 'tháng 12/2025' }, 'done-before-annex'],
    ['a day before it', { status: 'Hoàn thành', doneOn: '28/12/2025' }, 'done-before-annex'],
  ])('does not count as done: %s', async (_, answer, code) => {
    // Issued before its year begins.
    const { reported, codes } = await consolidateAnswer(answer, { date: '2025-12-20' });
    expect(reported.state).toBeNull();
    expect(codes).toContain(code);
  });

  it('counts where the time is of the year', async () => {
    const { reported, codes } = await consolidateAnswer({ status: 'Hoàn thành quý I/2026' });
    expect(reported.state).toBe('done');
    expect(codes).not.toContain('done-before-annex');
  });
});

describe('an answer that says two things, or nothing certain', () => {
  it.each<[string, Answer, string]>([
    ['a note that denies the state', { note: 'Chưa xong, xin gia hạn' }, 'note-contradicts'],
    ['evidence that is not there yet', { evidence: 'chưa có' }, 'evidence-missing'],
    ['evidence that will be sent', { evidence: 'Sẽ bổ sung sau' }, 'evidence-missing'],
    ['a dash for evidence', { evidence: '–' }, 'evidence-missing'],
    ['a day about which nobody is sure', { doneOn: 'khoảng 15/3/2026' }, 'not-a-date'],
    ['a day with a question mark', { doneOn: '15/03/2026?' }, 'not-a-date'],
    ['both answers of a choice', { applicability: 'TH/KTH' }, 'applicability-unclear'],
    ['an answer with a question mark', { applicability: 'Có?' }, 'applicability-unclear'],
    ['a tick under Áp dụng', { applicability: 'x' }, 'applicability-unclear'],
    ['an error value of another language', { status: '#ЗНАЧ!' }, 'cell-error'],
    ['letters of another encoding', { status: 'HoÃ n thÃ nh' }, 'status-unclear'],
    ['a year of another calendar', { doneOn: '15/3/2569' }, 'done-in-future'],
    ['a day that does not exist', { doneOn: '31/02/2026' }, 'not-a-date'],
    ['a span of days', { doneOn: '15/3/26-20/3/26' }, 'several-dates'],
    ['a share above all', { status: '120%' }, 'status-unclear'],
  ])('is asked about: %s', async (_, answer, code) => {
    const { findings } = await consolidateAnswer({ status: 'Hoàn thành', doneOn: '02/03/2026', ...answer });
    const codes = findings.map(({ code: one, args }) => (one === 'file-warning' ? args['problem'] : one));
    expect(codes).toContain(code);
  });

  it('is not asked about where note and evidence are plain', async () => {
    const { findings } = await consolidateAnswer({
      status: 'Hoàn thành',
      doneOn: '02/03/2026',
      note: 'Đã gửi phòng, không có vướng mắc',
    });
    const problems = findings.map(({ args }) => args['problem']).filter(Boolean);
    expect(problems).toEqual(['record-missing']);
  });
});
