import { parseNumberLabel } from '../annex/numbering';
import type { Task } from '../annex/types';

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

/** Tasks by section in the order of the annex, whatever order a clerk has sorted the table into. */
export function groupTasksBySection(tasks: readonly Task[]): TaskSection[] {
  const sections = new Map<string, TaskSection>();
  for (const task of tasks) {
    const key = `${task.section}\u001f${task.section === '' ? task.sectionTitle : ''}`;
    const section = sections.get(key);
    if (section) section.tasks.push(task);
    else sections.set(key, { number: task.section, title: task.sectionTitle, tasks: [task] });
  }
  return sortByNumber([...sections.values()], ({ number }) => number).map((section) => ({
    ...section,
    tasks: sortByNumber(section.tasks, ({ tt }) => tt),
  }));
}
