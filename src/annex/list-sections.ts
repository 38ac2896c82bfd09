import type { Section, Task } from './types';

/** Lists the sections of tasks, each once, in the order of the tasks. */
export function listSections(tasks: readonly Pick<Task, 'section' | 'sectionTitle'>[]): Section[] {
  const titles = new Map(tasks.map(({ section, sectionTitle }) => [section, sectionTitle]));
  return [...titles].map(([number, title]) => ({ number, title }));
}
