import { dropEntry, repeatEntry } from '../../test/support/documents/edit-zip';
import { mutateBytes, mutateParts, type Mutation } from '../../test/support/documents/mutate';
import { createRandom, pick, type Random } from '../../test/support/random';
import { SCHOOL_EDIT_NAMES, SCHOOL_EDITS } from '../../test/support/returned-workbooks/school-edits';
import {
  createWorkbookDraft,
  packDraft,
  type WorkbookDraft,
} from '../../test/support/returned-workbooks/workbook-draft';
import { consolidateFile, findContradiction, findLostOrInvented } from './judge-consolidation';

const MAX_EDITS = 5;

/** Damage to the packed file. Where a checksum speaks for what is left, the words must be those that were written. */
const DAMAGE_MUTATIONS: readonly { mutate: Mutation; checked: boolean }[] = [
  { mutate: mutateBytes, checked: true },
  { mutate: (bytes, random) => bytes.slice(0, random(bytes.length)), checked: true },
  { mutate: mutateParts, checked: false },
  { mutate: dropEntry, checked: false },
  { mutate: repeatEntry, checked: false },
];

type ConsolidateRun = {
  bytes: Uint8Array;
  draft: WorkbookDraft;
  edits: string[];
  damage: 'none' | 'checked' | 'any';
};

function chooseEdits(random: Random): (typeof SCHOOL_EDIT_NAMES)[number][] {
  const wanted = new Set(
    Array.from({ length: 1 + random(MAX_EDITS) }, () => pick(SCHOOL_EDIT_NAMES, random)),
  );
  return SCHOOL_EDIT_NAMES.filter((name) => wanted.has(name));
}

/** The workbook of one run, edited by hand and, two times in five, damaged: the same for the same seed and run. */
export async function createSchoolMutant(seed: number, run: number): Promise<ConsolidateRun> {
  const random = createRandom(seed * 1_000_003 + run);
  const draft = await createWorkbookDraft(random);
  const edits = chooseEdits(random);
  for (const name of edits) SCHOOL_EDITS[name](draft, random);
  const bytes = await packDraft(draft);
  if (random(5) > 1) return { bytes, draft, edits, damage: 'none' };
  const { mutate, checked } = pick(DAMAGE_MUTATIONS, random);
  return { bytes: mutate(bytes, random), draft, edits, damage: checked ? 'checked' : 'any' };
}

/** Consolidates one mutant; null where nothing was lost, invented or taken for another's, else what was. */
export async function fuzzConsolidation(seed: number, run: number): Promise<string | null> {
  const { bytes, draft, edits, damage } = await createSchoolMutant(seed, run);
  const what = async (): Promise<string | null> => {
    const judged = await consolidateFile(bytes);
    if (typeof judged === 'string') return judged;
    const wrong = findLostOrInvented(judged, draft);
    if (wrong !== null || damage === 'any' || (damage === 'checked' && !judged.matched)) return wrong;
    // What is damaged may say less of whose it is.
    return findContradiction(judged, damage === 'none' ? draft : { ...draft, identity: 'less' });
  };
  try {
    const wrong = await what();
    return wrong === null ? null : `${wrong} [${[...edits, `damage: ${damage}`].join(', ')}]`;
  } catch (error) {
    return `${error instanceof Error ? (error.stack ?? error.message) : String(error)} [${edits.join(', ')}]`;
  }
}
