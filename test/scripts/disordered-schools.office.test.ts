import { consolidateDisordered, createDisorderedSchool } from '../../scripts/fuzz/fuzz-consolidation';
import {
  type ConsolidatedFile,
  findContradiction,
  findLostOrInvented,
} from '../../scripts/fuzz/judge-consolidation';
import type { Finding } from '../../src/consolidation/findings/finding';
import { createRandom } from '../support/random';
import { DISORDER_EDIT_NAMES, DISORDER_EDITS } from '../support/returned-workbooks/disorder-edits';
import { SCHOOL_EDITS } from '../support/returned-workbooks/school-edits';
import {
  createWorkbookDraft,
  getSheetRow,
  packDraft,
  type WorkbookDraft,
} from '../support/returned-workbooks/workbook-draft';

type DisorderName = (typeof DISORDER_EDIT_NAMES)[number];

const SEEDS = [1, 2, 3];

/** What each kind may be reported as; what is plain is read without a word. `always`: what must be. */
const EXPECTED_CODES: Partial<Record<DisorderName, { always: readonly string[]; more: readonly string[] }>> =
  {
    'free states': { always: [], more: ['status-unclear', 'state-unread'] },
    'impossible progress': {
      always: [],
      more: [
        'done-before-annex',
        'done-in-future',
        'done-without-day',
        'not-a-date',
        'status-unclear',
        'state-unread',
      ],
    },
    'two dates': { always: [], more: ['several-dates', 'done-without-day'] },
    'US dates': { always: ['date-order'], more: ['done-in-future', 'done-before-annex'] },
    'typed marker': {
      always: [],
      more: [
        'cell-changed',
        'marker-typed',
        'status-contradicts',
        'refused-without-reason',
        'refused-with-progress',
        'state-unread',
      ],
    },
    'total row': { always: [], more: ['row-added', 'status-unclear', 'applicability-unclear'] },
    'filled copy': { always: ['other-sheet-differs'], more: [] },
    'hidden original': { always: ['other-sheet-differs'], more: [] },
    'quarter sheets': { always: ['sheets-merged'], more: ['state-unread'] },
    'period column': { always: ['sheets-merged'], more: ['state-unread'] },
    'two versions': { always: ['other-sheet-differs', 'sheet-choice'], more: [] },
    'error values': { always: ['cell-error'], more: ['state-unread', 'day-without-done'] },
    'done last year': { always: ['done-before-annex'], more: ['state-unread'] },
    'tick columns': {
      always: [],
      more: ['hidden-sheet', 'sheet-chosen', 'table-left-out', 'column-unread'],
    },
    'own columns': { always: [], more: [] },
    'rows struck': { always: ['struck-out'], more: ['row-missing'] },
    'states struck': { always: ['struck-out'], more: ['state-unread'] },
    'table retyped': { always: [], more: ['cell-changed', 'sheet-chosen', 'table-left-out'] },
    'answers copied': { always: ['answers-copied'], more: [] },
  };

async function judge(draft: WorkbookDraft): Promise<ConsolidatedFile> {
  const judged = await consolidateDisordered({ bytes: await packDraft(draft), draft });
  if (typeof judged === 'string') throw new Error(judged);
  return judged;
}

async function createSchool(seed: number, ...names: DisorderName[]): Promise<WorkbookDraft> {
  const random = createRandom(seed);
  const draft = await createWorkbookDraft(random);
  for (const name of names) await DISORDER_EDITS[name](draft, random);
  return draft;
}

const listFindings = ({ consolidation: { findings, drift } }: ConsolidatedFile): Finding[] => [
  ...findings,
  ...drift,
];
const getCode = ({ code, args }: Finding): string =>
  code === 'file-warning' ? String(args['problem']) : code;

const getRow = ({ place }: Finding): number => Number(/\d+$/.exec(place.cell ?? '')?.[0] ?? place.row);

describe.each(DISORDER_EDIT_NAMES)('a school with %s', (name) => {
  it('is counted as its truth says, or asked', async () => {
    for (const seed of SEEDS) {
      const draft = await createSchool(seed, name);
      const judged = await judge(draft);
      expect([findLostOrInvented(judged, draft), findContradiction(judged, draft)]).toEqual([null, null]);
    }
  });

  it('is reported as what it is, and as nothing else', async () => {
    const expected = EXPECTED_CODES[name];
    if (!expected) return;
    for (const seed of SEEDS) {
      const before = new Set(
        listFindings(await judge(await createWorkbookDraft(createRandom(seed)))).map(
          (finding) => `${getCode(finding)} ${finding.task}`,
        ),
      );
      const codes = listFindings(await judge(await createSchool(seed, name)))
        .filter((finding) => !before.has(`${getCode(finding)} ${finding.task}`))
        .map(getCode);
      expect(codes.filter((code) => ![...expected.always, ...expected.more].includes(code))).toEqual([]);
      expect(codes).toEqual(expect.arrayContaining([...expected.always]));
    }
  });

  it('is reported in the very rows that it is about', async () => {
    for (const seed of SEEDS) {
      const draft = await createSchool(seed, name);
      const findings = listFindings(await judge(draft));
      for (const [code, rows] of draft.reports) {
        const found = findings.filter((finding) => getCode(finding) === code).map(getRow);
        const expected = [...rows].map((row) => getSheetRow(draft, draft.rows.indexOf(row)));
        expect([code, [...new Set(found)].sort()]).toEqual([code, expected.sort()]);
      }
    }
  });
});

describe.each(['US dates', 'filled copy', 'quarter sheets', 'two dates'] as const)(
  'a table of the school with %s',
  (name) => {
    it('is counted as its truth says, or asked', async () => {
      for (const seed of SEEDS) {
        const draft = await createSchool(seed, name, 'table retyped');
        const judged = await judge(draft);
        expect(judged.matched?.origin).toBe('foreign');
        expect([findLostOrInvented(judged, draft), findContradiction(judged, draft)]).toEqual([null, null]);
      }
    });
  },
);

it('a school that ticks is still who its hidden sheet says, and asked where that contradicts itself', async () => {
  for (const name of ['unit code of another', 'name of another'] as const) {
    const random = createRandom(4);
    const draft = await createWorkbookDraft(random);
    SCHOOL_EDITS[name](draft, random);
    await DISORDER_EDITS['tick columns'](draft, random);
    expect((await judge(draft)).consolidation.sources).toMatchObject([{ state: 'question', unit: '' }]);
  }
});

describe('findContradiction', () => {
  const spoil = async (isOpen: boolean, isNamed: boolean): Promise<string | null> => {
    const draft = await createWorkbookDraft(createRandom(8));
    const judged = await judge(draft);
    const { truth } = draft.rows.find((row) => row.truth.state === 'inProgress')!;
    if (isOpen) truth.open = new Set(['state']);
    const entry = judged.consolidation.entries.find(({ task }) => task.id === truth.task)!;
    entry.reported = { ...entry.reported, state: 'done' };
    if (isNamed) {
      const finding: Finding = {
        code: 'state-unread',
        unit: draft.unit.code,
        task: truth.task!,
        place: {},
        args: {},
      };
      Object.assign(judged.consolidation, { findings: [finding] });
    }
    return findContradiction(judged, draft);
  };

  it.each([
    ['a wrong figure without a finding', true, false, /counted as done/],
    ['a wrong figure of what is plain, finding or not', false, true, /counted as done/],
  ])('objects to %s', async (_, isOpen, isNamed, what) => expect(await spoil(isOpen, isNamed)).toMatch(what));

  it('lets a figure differ that is open and reported', async () =>
    expect(await spoil(true, true)).toBeNull());
});

it('createDisorderedSchool makes the same workbook of the same seed, another of another', async () => {
  const [one, again, other] = [
    await createDisorderedSchool(1, 4),
    await createDisorderedSchool(1, 4),
    await createDisorderedSchool(1, 5),
  ];
  expect(again.bytes).toEqual(one.bytes);
  expect(other.bytes).not.toEqual(one.bytes);
});
