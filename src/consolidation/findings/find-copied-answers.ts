import { groupBy } from '../../shared/group-by';
import { toMatchKey } from '../../shared/text';
import { getEffectiveMarks, type LedgerEntry } from '../ledger/ledger-entry';
import type { Finding } from './finding';

/** What makes two reports one: below any of these, equal answers are chance or what the authority itself asked for. */
const COPY_THRESHOLDS = {
  /** Of the tasks that either has answered. */
  share: 0.9,
  answers: 5,
  /** Equal pieces of evidence that only one of the two can have. */
  distinctive: 2,
  /** Without evidence, dates must be more than the same few days. */
  datedOnly: 8,
  dates: 4,
};

/** An answer that more units give is the authority's own: a meeting that all attended, a document that all received. */
const MAX_COMMON_UNITS = { count: 5, share: 0.8 };

/** Units that share one of so many rarest answers are compared: equal reports share all of them. */
const SKETCH_SIZE = 6;
/** Units with one answer in common that are compared with each other. */
const MAX_NEIGHBOURS = 8;

type Answer = {
  text: string;
  /** '' where anyone may have given the answer: no evidence, done on its last day. */
  distinctive: string;
  evidence: string;
  doneOn: string;
};

type UnitAnswers = { unit: string; name: string; file: string; answers: Map<string, Answer> };

/** "x", "có", "đã nộp": said by everyone. */
const isOwnText = (key: string): boolean => /\d/.test(key) || key.split(' ').length >= 4;

function readAnswer(entry: LedgerEntry): Answer | null {
  const { applicability, state, doneOn, due } = getEffectiveMarks(entry);
  if (state === null && entry.reason === '' && doneOn === '') return null;
  const evidence = toMatchKey(entry.evidence);
  const text = [applicability, state ?? '', doneOn, evidence, toMatchKey(entry.reason)].join('|');
  const isDistinctive = isOwnText(evidence) || (doneOn !== '' && doneOn !== due);
  return {
    text,
    distinctive: isDistinctive ? `${entry.task.id}|${entry.occurrence}|${text}` : '',
    evidence: isOwnText(evidence) ? evidence : '',
    doneOn,
  };
}

function collectAnswers(entries: readonly LedgerEntry[]): UnitAnswers[] {
  return [...groupBy(entries, ({ unit }) => unit)].map(([unit, group]) => ({
    unit,
    name: group[0]!.unitName,
    file: group[0]!.from.file,
    answers: new Map(
      group.flatMap((entry): [string, Answer][] => {
        const answer = readAnswer(entry);
        return answer ? [[`${entry.task.id}|${entry.occurrence}`, answer]] : [];
      }),
    ),
  }));
}

type Likeness = { same: number; total: number };

/**
 * Compares the answers of two units.
 *
 * @returns null where they are not a copy of each other
 */
function compareAnswers(
  one: UnitAnswers,
  other: UnitAnswers,
  isCommon: (distinctive: string) => boolean,
): Likeness | null {
  const evidence = new Set<string>();
  const dates = new Set<string>();
  let same = 0;
  let dated = 0;
  for (const [key, { text, distinctive, evidence: proof, doneOn }] of one.answers) {
    if (other.answers.get(key)?.text !== text) continue;
    same += 1;
    if (distinctive === '' || isCommon(distinctive)) continue;
    dated += 1;
    dates.add(doneOn);
    if (proof !== '') evidence.add(proof);
  }
  const total =
    one.answers.size +
    other.answers.size -
    [...one.answers.keys()].filter((key) => other.answers.has(key)).length;
  const { share, answers, distinctive, datedOnly, dates: manyDates } = COPY_THRESHOLDS;
  const isDistinctive = evidence.size >= distinctive || (dated >= datedOnly && dates.size >= manyDates);
  return isDistinctive && total >= answers && same >= share * total ? { same, total } : null;
}

/**
 * Finds units whose marks, dates and evidence are those of another unit to a high degree. Answers that
 * anyone may give are no evidence of it. In almost linear time: only units that share one of their rarest answers are
 * compared, so that two thousand are.
 */
export function findCopiedAnswers(entries: readonly LedgerEntry[]): Finding[] {
  const units = collectAnswers(entries);
  const counts = new Map<string, number>();
  for (const { answers } of units)
    for (const { distinctive } of answers.values())
      if (distinctive !== '') counts.set(distinctive, (counts.get(distinctive) ?? 0) + 1);
  const most = Math.max(MAX_COMMON_UNITS.count, units.length * MAX_COMMON_UNITS.share);
  const isCommon = (distinctive: string): boolean => (counts.get(distinctive) ?? 0) > most;

  const neighbours = new Map<string, UnitAnswers[]>();
  return units.flatMap((unit): Finding[] => {
    const sketch = [...unit.answers.values()]
      .flatMap(({ distinctive }) => (distinctive === '' || isCommon(distinctive) ? [] : [distinctive]))
      .sort((a, b) => counts.get(a)! - counts.get(b)! || (a < b ? -1 : 1))
      .filter((distinctive) => counts.get(distinctive)! > 1)
      .slice(0, SKETCH_SIZE);
    const compared = new Set<UnitAnswers>();
    let found: Finding[] = [];
    for (const distinctive of sketch) {
      const before = neighbours.get(distinctive) ?? [];
      for (const other of before) {
        if (found.length > 0 || compared.has(other)) continue;
        compared.add(other);
        const likeness = compareAnswers(unit, other, isCommon);
        if (likeness) found = [createCopyFinding(unit, other, likeness)];
      }
      if (before.length < MAX_NEIGHBOURS) neighbours.set(distinctive, [...before, unit]);
    }
    return found;
  });
}

function createCopyFinding(unit: UnitAnswers, other: UnitAnswers, likeness: Likeness): Finding {
  return {
    code: 'answers-copied',
    unit: unit.unit,
    task: '',
    place: { file: unit.file },
    args: { name: unit.name, other: other.name, otherFile: other.file, at: other.unit, ...likeness },
  };
}
