import { unzipSync } from 'fflate';
import { createSchoolMutant } from '../../scripts/fuzz/fuzz-consolidation';
import {
  type ConsolidatedFile,
  consolidateFile,
  findContradiction,
  findLostOrInvented,
} from '../../scripts/fuzz/judge-consolidation';
import { dropEntry, repeatEntry } from '../support/documents/edit-zip';
import { createRandom } from '../support/random';
import { SCHOOL_EDITS } from '../support/returned-workbooks/school-edits';
import {
  createWorkbookDraft,
  packDraft,
  type WorkbookDraft,
} from '../support/returned-workbooks/workbook-draft';

async function judge(bytes: Uint8Array): Promise<ConsolidatedFile> {
  const judged = await consolidateFile(bytes);
  if (typeof judged === 'string') throw new Error(judged);
  return judged;
}

async function plain(): Promise<{ draft: WorkbookDraft; judged: ConsolidatedFile }> {
  const draft = await createWorkbookDraft(createRandom(5));
  SCHOOL_EDITS['row copied'](draft, createRandom(1));
  return { draft, judged: await judge(await packDraft(draft)) };
}

describe('the judge of consolidated mutants', () => {
  let draft: WorkbookDraft;
  let judged: ConsolidatedFile;
  beforeEach(async () => {
    ({ draft, judged } = await plain());
  }, 60_000);

  it('has nothing against a workbook that is read rightly', () => {
    expect([findLostOrInvented(judged, draft), findContradiction(judged, draft)]).toEqual([null, null]);
  });

  it.each<[string, RegExp, (judged: ConsolidatedFile) => void]>([
    [
      'counts a file as of another unit',
      /counted as of/,
      ({ consolidation: book }) => {
        Object.assign(book.sources[0]!, { unit: 'TH-20' });
      },
    ],
    [
      'loses a row',
      /is lost$/,
      ({ matched }) => {
        matched!.drift = matched!.drift.filter(({ kind }) => kind !== 'repeated');
      },
    ],
    [
      'forgets a task',
      /^I\.1 is lost/,
      ({ matched }) => {
        matched!.matches[0] = { ...matched!.matches[0]!, task: null };
        matched!.drift.push({ kind: 'repeated', task: 'I.1', row: matched!.rows[0]!.row, place: {} });
      },
    ],
    [
      'takes two rows for one task',
      /matched twice/,
      ({ matched }) => {
        matched!.matches[1] = { ...matched!.matches[1]!, task: matched!.matches[0]!.task };
      },
    ],
    [
      'drops a finding',
      /1 × row-repeated, 0 reported/,
      ({ consolidation: book }) => {
        Object.assign(book, { drift: book.drift.filter(({ code }) => code !== 'row-repeated') });
      },
    ],
    [
      'leaves a task out of the ledger',
      /other tasks/,
      ({ consolidation: book }) => {
        Object.assign(book, { entries: book.entries.slice(1) });
      },
    ],
    [
      'neither reads nor fails',
      /neither failed nor read/,
      (one) => {
        one.matched = null;
      },
    ],
  ])('sees what %s', (_, what, spoil) => {
    spoil(judged);
    expect(findLostOrInvented(judged, draft)).toMatch(what);
  });

  it.each<[string, RegExp, (judged: ConsolidatedFile) => void]>([
    [
      'reads another state',
      /state is/,
      ({ matched }) => {
        const [row] = matched!.rows;
        row!.recorded = { ...row!.recorded, state: row!.recorded.state === 'done' ? null : 'done' };
      },
    ],
    [
      'counts another state',
      /counted as/,
      ({ consolidation: book }) => {
        const { reported } = book.entries[0]!;
        reported.state = reported.state === 'done' ? null : 'done';
      },
    ],
    [
      'takes a row for another task',
      /read as/,
      ({ matched }) => {
        matched!.matches[3] = { ...matched!.matches[3]!, task: 'VIII.3' };
      },
    ],
    [
      'does not read a row',
      /was not read/,
      ({ matched }) => {
        matched!.rows.pop();
      },
    ],
    [
      'invents a row',
      /invented/,
      ({ matched }) => {
        matched!.rows.push({ ...matched!.rows[0]!, row: 999 });
      },
    ],
    [
      'does not know whose it is',
      /not known/,
      ({ consolidation: book }) => {
        Object.assign(book.sources[0]!, { unit: '' });
      },
    ],
  ])('sees what %s', (_, what, spoil) => {
    spoil(judged);
    expect(findContradiction(judged, draft)).toMatch(what);
  });

  it('wants a question where a workbook contradicts itself', () => {
    expect(findContradiction(judged, { ...draft, identity: 'contradictory' })).toMatch(/in silence/);
  });
});

describe('mutants', () => {
  it('are the same for the same seed and run', async () => {
    const [one, again, other] = [
      await createSchoolMutant(1, 4),
      await createSchoolMutant(1, 4),
      await createSchoolMutant(1, 5),
    ];
    expect(again.bytes).toEqual(one.bytes);
    expect(other.bytes).not.toEqual(one.bytes);
  });

  it('may name a part twice, which fails, or lack one', async () => {
    const complete = await packDraft(await createWorkbookDraft(createRandom(2)));
    expect((await judge(repeatEntry(complete, createRandom(1)))).consolidation.sources[0]).toMatchObject({
      state: 'failed',
      problems: 'zip-damaged',
    });
    const parts = (zip: Uint8Array): number => Object.keys(unzipSync(zip)).length;
    expect(parts(dropEntry(complete, createRandom(1)))).toBe(parts(complete) - 1);
  });
});
