import { dropEntry, repeatEntry } from '../../test/support/documents/edit-zip';
import { mutateBytes, mutateParts, type Mutation } from '../../test/support/documents/mutate';
import { createRandom, pick, type Random } from '../../test/support/random';
import {
  CONFLICTING_EDITS,
  DISORDER_EDIT_NAMES,
  DISORDER_EDITS,
} from '../../test/support/returned-workbooks/disorder-edits';
import { SCHOOL_EDIT_NAMES, SCHOOL_EDITS } from '../../test/support/returned-workbooks/school-edits';
import {
  createWorkbookDraft,
  packDraft,
  type WorkbookDraft,
} from '../../test/support/returned-workbooks/workbook-draft';
import {
  type ComparisonCounts,
  type ConsolidatedFile,
  consolidateFile,
  findContradiction,
  findLostOrInvented,
} from './judge-consolidation';

const MAX_EDITS = 5;
const MAX_DISORDERS = 3;

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

/** Some of the names, in their order. */
function chooseNames<Name extends string>(names: readonly Name[], most: number, random: Random): Name[] {
  const wanted = new Set(Array.from({ length: 1 + random(most) }, () => pick(names, random)));
  return names.filter((name) => wanted.has(name));
}

function isInConflict(name: string, others: readonly string[]): boolean {
  return CONFLICTING_EDITS.some(
    (pair) => pair.includes(name) && pair.some((one) => one !== name && others.includes(one)),
  );
}

/** The workbook of one run, edited by hand and, two times in five, damaged: the same for the same seed and run. */
export async function createSchoolMutant(seed: number, run: number): Promise<ConsolidateRun> {
  const random = createRandom(seed * 1_000_003 + run);
  const draft = await createWorkbookDraft(random);
  const edits = chooseNames(SCHOOL_EDIT_NAMES, MAX_EDITS, random);
  for (const name of edits) SCHOOL_EDITS[name](draft, random);
  const bytes = await packDraft(draft);
  if (random(5) > 1) return { bytes, draft, edits, damage: 'none' };
  const { mutate, checked } = pick(DAMAGE_MUTATIONS, random);
  return { bytes: mutate(bytes, random), draft, edits, damage: checked ? 'checked' : 'any' };
}

/** The workbook of one run in disorder, and now and then edited otherwise too: the same for the same seed and run. */
export async function createDisorderedSchool(
  seed: number,
  run: number,
): Promise<Omit<ConsolidateRun, 'damage'>> {
  const random = createRandom(seed * 1_000_003 + run);
  const draft = await createWorkbookDraft(random);
  const disorders = chooseNames(DISORDER_EDIT_NAMES, MAX_DISORDERS, random).reduce<
    (typeof DISORDER_EDIT_NAMES)[number][]
  >((kept, name) => (isInConflict(name, kept) ? kept : [...kept, name]), []);
  const edits = random(2) === 0 ? [] : chooseNames(SCHOOL_EDIT_NAMES, MAX_EDITS, random);
  const compatible = edits.filter((name) => !isInConflict(name, disorders));
  for (const name of compatible) SCHOOL_EDITS[name](draft, random);
  for (const name of disorders) await DISORDER_EDITS[name](draft, random);
  return { bytes: await packDraft(draft), draft, edits: [...compatible, ...disorders] };
}

/** Runs a judgement; what it finds wrong, or throws, is followed by what was done to the workbook. */
async function judgeRun(
  { edits }: { edits: readonly string[] },
  judge: () => Promise<string | null>,
): Promise<string | null> {
  try {
    const wrong = await judge();
    return wrong === null ? null : `${wrong} [${edits.join(', ')}]`;
  } catch (error) {
    return `${error instanceof Error ? (error.stack ?? error.message) : String(error)} [${edits.join(', ')}]`;
  }
}

/** Consolidates one mutant; null where nothing was lost, invented or taken for another's, else what was. */
export async function fuzzConsolidation(seed: number, run: number): Promise<string | null> {
  const { bytes, draft, edits, damage } = await createSchoolMutant(seed, run);
  return judgeRun({ edits: [...edits, `damage: ${damage}`] }, async () => {
    const judged = await consolidateFile(bytes);
    if (typeof judged === 'string') return judged;
    const wrong = findLostOrInvented(judged, draft);
    if (wrong !== null || damage === 'any' || (damage === 'checked' && !judged.matched)) return wrong;
    // What is damaged may say less of whose it is.
    return findContradiction(judged, damage === 'none' ? draft : { ...draft, identity: 'less' });
  });
}

/** Consolidates a school in disorder, with the one whose answers it copied. */
export async function consolidateDisordered({
  bytes,
  draft,
}: Pick<ConsolidateRun, 'bytes' | 'draft'>): Promise<ConsolidatedFile | string> {
  return consolidateFile(bytes, draft.companion && (await packDraft(draft.companion)));
}

/** Consolidates one school in disorder; null where no figure differs from the truth without a finding. */
export async function fuzzDisorder(
  seed: number,
  run: number,
  counts?: ComparisonCounts,
): Promise<string | null> {
  const school = await createDisorderedSchool(seed, run);
  return judgeRun(school, async () => {
    const judged = await consolidateDisordered(school);
    if (typeof judged === 'string') return judged;
    return findLostOrInvented(judged, school.draft) ?? findContradiction(judged, school.draft, counts);
  });
}
