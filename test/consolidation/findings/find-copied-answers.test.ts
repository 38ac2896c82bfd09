import { findCopiedAnswers } from '../../../src/consolidation/findings/find-copied-answers';
import type { LedgerEntry } from '../../../src/consolidation/ledger/ledger-entry';
import { addDays } from '../../../src/shared/dates';

type Answers = (task: number) => Partial<Pick<LedgerEntry, 'evidence' | 'reason'>> & {
  state?: 'done' | 'inProgress' | null;
  doneOn?: string;
};

const DUE = '2026-06-30';
const TASKS = 20;

function createEntries(unit: string, answers: Answers): LedgerEntry[] {
  return Array.from({ length: TASKS }, (_, task): LedgerEntry => {
    const { state = null, doneOn = '', evidence = '', reason = '' } = answers(task);
    return {
      sender: unit,
      unit,
      unitName: `Trường ${unit}`,
      kind: '',
      task: {
        id: `I.${task}`,
        section: 'I',
        sectionTitle: '',
        tt: '',
        content: '',
        leadUnit: '',
        product: '',
      },
      occurrence: '',
      reported: { applicability: 'performed', state, due: DUE, doneOn },
      corrected: {},
      reason,
      product: '',
      deadline: 'dated',
      evidence,
      note: '',
      match: 'id',
      score: 1,
      from: { file: `${unit}.xlsx`, sha256: unit, sheet: '', cell: 'L7', readAt: '', readerVersion: 1 },
    };
  });
}

/** A school that has done every other task, on days and with documents of its own. */
const own =
  (seed: number): Answers =>
  (task) =>
    task % 2 === 0
      ? {
          state: 'done',
          doneOn: addDays('2026-03-01', (seed * 7 + task * 5) % 90),
          evidence: `${seed * 31 + task}/KH-TH`,
        }
      : { state: 'inProgress' };

const find = (...units: [string, Answers][]) =>
  findCopiedAnswers(units.flatMap(([unit, answers]) => createEntries(unit, answers)));

describe('findCopiedAnswers', () => {
  it('names the unit whose marks, dates and evidence are those of another', () => {
    const found = find(['A', own(1)], ['B', own(2)], ['C', own(1)]);
    expect(found).toEqual([
      expect.objectContaining({ code: 'answers-copied', unit: 'C', place: { file: 'C.xlsx' } }),
    ]);
    expect(found[0]!.args).toMatchObject({ name: 'Trường C', other: 'Trường A', same: 20, total: 20 });
  });

  it('names a copy in which one answer in twenty was changed', () => {
    const changed: Answers = (task) => (task === 4 ? { state: 'inProgress' } : own(1)(task));
    expect(find(['A', own(1)], ['C', changed])).toHaveLength(1);
    const rewritten: Answers = (task) => (task < 6 ? own(3)(task) : own(1)(task));
    expect(find(['A', own(1)], ['C', rewritten])).toEqual([]);
  });

  it('names a copy without evidence where many days are the same', () => {
    const dated: Answers = (task) => ({ ...own(1)(task), evidence: '' });
    expect(find(['A', dated], ['C', dated])).toHaveLength(1);
  });

  it.each<[string, Answers]>([
    ['nothing is filled in', () => ({})],
    ['all is done on its last day without evidence', () => ({ state: 'done', doneOn: DUE })],
    [
      'all is done on its last day, with words anyone uses',
      () => ({ state: 'done', doneOn: DUE, evidence: 'Có' }),
    ],
    ['all is under way', () => ({ state: 'inProgress' })],
    ['all is done on one day', () => ({ state: 'done', doneOn: '2026-05-20' })],
    [
      'a single document is named everywhere',
      () => ({ state: 'done', doneOn: DUE, evidence: 'Công văn số 15/UBND' }),
    ],
  ])('finds no copy where %s', (_, answers) => {
    expect(find(['A', answers], ['B', answers], ['C', answers])).toEqual([]);
  });

  it('finds no copy in what nearly all units answer', () => {
    const all: Answers = (task) => ({ state: 'done', doneOn: '2026-04-02', evidence: `Họp lần ${task}` });
    const units = Array.from({ length: 20 }, (_, unit): [string, Answers] => [`U${unit}`, all]);
    expect(find(...units)).toEqual([]);
  });

  it('compares two thousand units in seconds, forty copies among them', () => {
    const units = Array.from({ length: 2000 }, (_, unit): [string, Answers] => [
      `U${unit}`,
      own(unit % 50 === 49 ? unit - 1 : unit),
    ]);
    const entries = units.flatMap(([unit, answers]) => createEntries(unit, answers));
    const start = process.cpuUsage();
    const found = findCopiedAnswers(entries);
    const { user } = process.cpuUsage(start);
    expect(found.map(({ unit, args }) => [unit, args['at']])).toEqual(
      Array.from({ length: 40 }, (_, index) => [`U${index * 50 + 49}`, `U${index * 50 + 48}`]),
    );
    expect(user / 1e6).toBeLessThan(5);
  });
});
