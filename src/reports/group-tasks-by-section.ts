import { parseNumberLabel } from '../annex/numbering';
import { readDocumentPrefix } from '../annex/tracked-document';
import type { Task } from '../annex/types';
import { groupBy } from '../shared/group-by';

/**
 * Parses a number so that numbers can be ordered: "1.10" after "1.9", "IX" after "VIII".
 * @returns null if it is no number
 */
function parseRank(number: string): number[] | null {
  const label = parseNumberLabel(number);
  if (!label) return null;
  const parts = [...label.prefix, label.text.split(/[.\-/]/).at(-1) ?? ''];
  const values = parts.map((part) => {
    const readings = parseNumberLabel(part)?.readings ?? [];
    return (readings.find(({ kind }) => kind === 'roman') ?? readings[0])?.value;
  });
  return values.every((value) => value !== undefined) ? (values as number[]) : null;
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? -1) - (b[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Sorts stably by number, and only if every number can be read: else the order of the sheet stays. */
function sortByNumber<Item>(items: readonly Item[], getNumber: (item: Item) => string): Item[] {
  const ranked = items.map((item) => ({ item, rank: parseRank(getNumber(item)) }));
  if (ranked.some(({ rank }) => rank === null)) return [...items];
  return ranked.sort((a, b) => compareRanks(a.rank!, b.rank!)).map(({ item }) => item);
}

type TaskSection = { number: string; title: string; tasks: Task[] };

function groupBySection(tasks: readonly Task[], document: string): TaskSection[] {
  const sections = new Map<string, TaskSection>();
  for (const task of tasks) {
    const key = `${task.section}\u001f${task.section === '' ? task.sectionTitle : ''}`;
    const section = sections.get(key);
    const title = [document, task.sectionTitle].filter(Boolean).join(': ');
    if (section) section.tasks.push(task);
    else sections.set(key, { number: task.section, title, tasks: [task] });
  }
  return sortByNumber([...sections.values()], ({ number }) => number).map((section) => ({
    ...section,
    tasks: sortByNumber(section.tasks, ({ tt }) => tt),
  }));
}

/**
 * Tasks by section in the order of the annex, whatever order a clerk has sorted the table into. Sections of several
 * documents stay apart though they have the same number; those of all but the first are named with their document.
 */
export function groupTasksBySection(tasks: readonly Task[]): TaskSection[] {
  const documents = groupBy(tasks, ({ id }) => readDocumentPrefix(id));
  return [...documents].flatMap(([document, own]) => groupBySection(own, document));
}
