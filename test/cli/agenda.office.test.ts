import { readFileSync, writeFileSync } from 'node:fs';
import ical from 'node-ical';
import { runPhuluc, SAMPLES_FOLDER, useTemporaryFolder } from '../support/run-cli';
import { describeShared, getSharedPath } from '../support/shared-data';

type Item = {
  task: string;
  due: string | null;
  lastDay: string | null;
  daysLeft: number | null;
  timeliness: string;
  event: string;
};
type Agenda = {
  on: string;
  overdue: Item[];
  coming: Item[];
  needsReview: Item[];
  counts: Record<string, number>;
};

const SAMPLE = `${SAMPLES_FOLDER}/phu-luc-2026.docx`;
const folder = useTemporaryFolder();

async function agenda(file: string, ...args: string[]): Promise<Agenda> {
  const answer = await runPhuluc('agenda', file, '--json', ...args);
  expect(answer).toMatchObject({ code: 0 });
  return answer.json<Agenda>();
}

describe('phuluc agenda', () => {
  it('lists what is overdue first, then what comes, and changes nothing', async () => {
    const out = folder.path('school.xlsx');
    await runPhuluc('import', SAMPLE, '-o', out);
    const bytes = readFileSync(out);
    const { on, overdue, coming, needsReview, counts } = await agenda(out, '--on', '2026-06-20');
    expect(on).toBe('2026-06-20');
    expect(overdue.every(({ lastDay }) => lastDay! < on)).toBe(true);
    expect(coming.every(({ daysLeft }) => daysLeft! >= 0 && daysLeft! <= 30)).toBe(true);
    expect([overdue.length, needsReview.length]).toEqual([counts['overdue'], counts['needsReview']]);
    expect(overdue.length).toBeGreaterThan(0);
    const lines = (await runPhuluc('agenda', out, '--on', '2026-06-20')).out;
    expect(lines).toContain('20/06/2026');
    expect(lines.indexOf('Quá hạn')).toBeLessThan(lines.indexOf('Đến hạn trong 30 ngày tới'));
    expect(
      (await agenda(out, '--on', '2026-06-20', '--days', '0')).coming.every(({ daysLeft }) => daysLeft === 0),
    ).toBe(true);
    expect((await runPhuluc('agenda', out, '--on', '2026-06-20', '--lang', 'en')).out).toContain('Overdue');
    expect(Buffer.compare(readFileSync(out), bytes)).toBe(0);
  });

  it.each([
    [['--on', '20/6/2026'], 'cli.usage'],
    [['--days', 'x'], 'cli.usage'],
    [['--days', '99999'], 'cli.usage'],
  ])('refuses %j', async (args) => {
    expect(await runPhuluc('agenda', folder.path('none.xlsx'), ...args)).toMatchObject({ code: 2 });
  });

  it('says so of a file that is no school workbook', async () => {
    writeFileSync(folder.path('a.xlsx'), 'x');
    expect(await runPhuluc('agenda', folder.path('a.xlsx'))).toMatchObject({ code: 1 });
    expect(await runPhuluc('calendar', folder.path('a.xlsx'), '-o', folder.path('a.ics'))).toMatchObject({
      code: 1,
    });
    expect(folder.names()).toEqual(['a.xlsx']);
  });
});

describe('phuluc calendar', () => {
  it('writes one event an occurrence; a second file has the same ids', async () => {
    const out = folder.path('school.xlsx');
    await runPhuluc('import', SAMPLE, '--unit', 'Trường Mầm non Nắng Mai', '-o', out);
    const read = async (name: string) => {
      expect(await runPhuluc('calendar', out, '-o', folder.path(name))).toMatchObject({ code: 0 });
      return Object.values(ical.sync.parseFile(folder.path(name))).filter((part) => part?.type === 'VEVENT');
    };
    const first = await read('one.ics');
    expect(first.length).toBeGreaterThan(20);
    const ids = (events: typeof first) => events.map((event) => event && 'uid' in event && event.uid).sort();
    expect(new Set(ids(first)).size).toBe(first.length);
    await runPhuluc('import', SAMPLE, '-o', out);
    expect(ids(await read('two.ics'))).toEqual(ids(first));
    expect(await runPhuluc('calendar', out)).toMatchObject({ code: 2 });
  });
});

describeShared('the real annex', () => {
  it('has exactly the occurrences that its words mean', async () => {
    const out = folder.path('school.xlsx');
    await runPhuluc('import', getSharedPath('documents', 'word-clean.docx'), '-o', out);
    const before = await agenda(out, '--on', '2024-06-05', '--days', '400');
    expect([before.overdue.length, before.needsReview.map(({ task }) => task)]).toEqual([
      0,
      ['VI.9', 'VIII.1'],
    ]);
    const dues = (task: string) => before.coming.filter((item) => item.task === task).map(({ due }) => due);
    expect(dues('VI.1')).toEqual(
      ['06', '07', '08', '09', '10', '11', '12'].map((month) => `2024-${month}-08`),
    );
    // One month, five quarters of one or two, three of the year; continuous and on request have none.
    expect(new Set(before.coming.map(({ task }) => task)).size).toBe(10);
    expect(before.counts).toMatchObject({ noDeadline: 13, needsReview: 2, nothingArisen: 0, total: 33 });
    const after = await agenda(out, '--on', '2030-01-01');
    expect(after.counts).toMatchObject({ noDeadline: 13, needsReview: 2, overdue: 18, total: 33 });
  });
});
