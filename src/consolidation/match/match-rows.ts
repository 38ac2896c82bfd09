import { buildTrigramProfile, computeSimilarity, type TrigramProfile } from '../../annex/compute-similarity';
import { DEFAULT_MATCH_THRESHOLDS, type MatchThresholds } from '../../annex/reconcile-tasks';
import { addNumberPrefix } from '../../annex/section-levels';
import { groupBy } from '../../shared/group-by';
import { toMatchKey } from '../../shared/text';
import type { FileOrigin, RowMatch, SchoolRow, TaskField } from '../types';
import { getWrittenText } from './get-written-text';
import { getContentKey, type MasterTask, type TaskIndex, toIdKey, toLeadUnitKey } from './index-master';

type RowMatchThresholds = MatchThresholds & {
  /** How much closer the closest wording must be than the next, lest the choice be a guess. */
  margin: number;
};

const ROW_MATCH_THRESHOLDS: RowMatchThresholds = { ...DEFAULT_MATCH_THRESHOLDS, margin: 0.03 };

type MatchableRow = {
  index: number;
  id: string;
  /** Id made of section and TT, for rows without one. */
  number: string;
  text: string;
  key: string;
  cells: SchoolRow['cells'];
  profile: TrigramProfile | null;
  match: RowMatch | null;
};

const getFieldText = (row: MatchableRow, name: TaskField): string => getWrittenText(row.cells[name]);

/** "IV. Cải cách …" and TT 8 → "IV.8"; '' where either is not there. */
function toTaskNumber(area: string, tt: string): string {
  const section = /^\s*([\p{L}\d]{1,12})\s*[.:)]/u.exec(area)?.[1] ?? '';
  return section === '' || tt === '' ? '' : toIdKey(addNumberPrefix(section, tt.trim()));
}

function createMatchableRow({ cells }: SchoolRow, index: number): MatchableRow {
  return {
    index,
    id: toIdKey(getWrittenText(cells.id)),
    number: '',
    text: getWrittenText(cells.content),
    key: '',
    cells,
    profile: null,
    match: null,
  };
}

type RowTaskPair = { row: MatchableRow; task: MasterTask; score: number };

/** Tasks looked at for each row: those that share the most words with it. */
const MAX_CANDIDATES = 25;

/** The tasks that could be a row's, the likest first. */
function findCandidates(row: MatchableRow, master: TaskIndex): RowTaskPair[] {
  row.profile ??= buildTrigramProfile(row.text);
  const { profile } = row;
  const shared = new Map<MasterTask, number>();
  for (const word of new Set(row.key.split(' ')))
    for (const task of master.byWord.get(word) ?? []) shared.set(task, (shared.get(task) ?? 0) + 1);
  return [...shared]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MAX_CANDIDATES)
    .map(([task]) => ({ row, task, score: computeSimilarity(profile, task.profile) }))
    .sort((a, b) => b.score - a.score);
}

/**
 * Matches the rows of a workbook with the tasks of the master. Passes run over all rows, strictest first, so that a
 * loose match never takes a task that an exact one wants: id and content; section, TT and content; content alone,
 * disambiguated by lead unit, then section; id with like content; closest wording. A row below the bar, or as close to
 * one task as to another, matches none and keeps the closest as a question.
 */
export function matchRows(
  rows: readonly SchoolRow[],
  master: TaskIndex,
  origin: FileOrigin = 'own',
  bars: RowMatchThresholds = ROW_MATCH_THRESHOLDS,
): RowMatch[] {
  const all = rows.map(createMatchableRow);
  const taken = new Set<MasterTask>();
  const pair = (row: MatchableRow, task: MasterTask, pass: RowMatch['pass'], score: number): void => {
    taken.add(task);
    row.match = { row: row.index, task: task.task.id, pass, score };
  };
  const free = (): MatchableRow[] => all.filter(({ match }) => match === null);

  // Ids of foreign tables are made of section and TT while reading: no more than that is claimed for them.
  const byId = origin === 'own' ? 'id' : 'number-and-content';
  for (const row of all) {
    const task = row.id === '' ? undefined : master.byId.get(row.id);
    if (!task || taken.has(task) || row.text === '') continue;
    // Most rows are what was issued: no key is needed to see that.
    if (row.text !== task.task.content) {
      row.key = getContentKey(row.text);
      if (row.key !== task.contentKey) continue;
    }
    pair(row, task, byId, 1);
  }
  if (taken.size === all.length) return all.map(({ match }) => match!);

  for (const row of free()) {
    row.key ||= getContentKey(row.text);
    row.number = toTaskNumber(getFieldText(row, 'area'), getFieldText(row, 'tt'));
    const task = row.number === '' ? undefined : master.byId.get(row.number);
    if (task && !taken.has(task) && row.key !== '' && row.key === task.contentKey)
      pair(row, task, 'number-and-content', 1);
  }
  pairByContent(free(), master, taken, pair);

  const ids = free().flatMap((row): RowTaskPair[] => {
    const task = master.byId.get(row.id) ?? master.byId.get(row.number);
    if (!task || taken.has(task)) return [];
    row.profile ??= buildTrigramProfile(row.text);
    return [{ row, task, score: row.key === '' ? 0 : computeSimilarity(row.profile, task.profile) }];
  });
  const open = ({ row, task }: RowTaskPair): boolean => row.match === null && !taken.has(task);
  // An id with likely words first, then closest wordings, last an id whose words were much changed.
  for (const one of ids) if (one.score >= bars.wording && open(one)) pair(one.row, one.task, 'id', one.score);
  for (const one of findClosestPairs(free(), master, taken, bars))
    if (open(one)) pair(one.row, one.task, 'wording', one.score);
  for (const one of ids) {
    const isBlank = one.row.key === '' && one.row.id !== '';
    if ((one.score >= bars.number || isBlank) && open(one)) pair(one.row, one.task, 'id', one.score);
  }

  return all.map((row): RowMatch => {
    if (row.match) return row.match;
    const [closest] = row.key === '' ? [] : findCandidates(row, master);
    return {
      row: row.index,
      task: null,
      pass: 'none',
      score: closest?.score ?? 0,
      ...(closest && { closest: closest.task.task.id }),
    };
  });
}

/** Rows and tasks of one content. Where there are several, the lead unit and then the section must tell which. */
function pairByContent(
  rows: readonly MatchableRow[],
  master: TaskIndex,
  taken: ReadonlySet<MasterTask>,
  pair: (row: MatchableRow, task: MasterTask, pass: 'content', score: 1) => void,
): void {
  const known = rows.filter(({ key }) => key !== '' && master.byContent.has(key));
  for (const [key, group] of groupBy(known, (row) => row.key)) {
    const tasks = (): MasterTask[] => master.byContent.get(key)!.filter((task) => !taken.has(task));
    const open = (): MatchableRow[] => group.filter(({ match }) => match === null);
    for (const fits of [
      (row: MatchableRow, task: MasterTask) => toLeadUnitKey(getFieldText(row, 'leadUnit')) === task.leadKey,
      (row: MatchableRow, task: MasterTask) => getSectionKey(row) === toMatchKey(task.task.section),
      () => true,
    ]) {
      for (const row of open()) {
        const [task, another] = tasks().filter((one) => fits(row, one));
        if (!task || another) continue;
        const candidates = open().filter((other) => fits(other, task));
        // A copied row: the first one counts, the other is reported as repeated.
        if (candidates.length === 1 || candidates.every((other) => other.id === row.id))
          pair(row, task, 'content', 1);
      }
    }
  }
}

function getSectionKey(row: MatchableRow): string {
  return toMatchKey(
    /^\s*([\p{L}\d]{1,12})\s*[.:)]/u.exec(getFieldText(row, 'area'))?.[1] ?? row.id.split('.')[0] ?? '',
  );
}

/** Pairs at or above the bar and clearly the closest from the row's side, best first. */
function findClosestPairs(
  rows: readonly MatchableRow[],
  master: TaskIndex,
  taken: ReadonlySet<MasterTask>,
  bars: RowMatchThresholds,
): RowTaskPair[] {
  const pairs: RowTaskPair[] = [];
  for (const row of rows) {
    if (row.key === '') continue;
    const [best, next] = findCandidates(row, master).filter(({ task }) => !taken.has(task));
    if (!best || best.score < bars.wording) continue;
    if (!next || best.score - next.score >= bars.margin) pairs.push(best);
  }
  return pairs.sort((a, b) => b.score - a.score);
}
