import { matchKey } from '../annex/text';
import type { Edition, Task } from '../annex/types';
import { paperHeaders, paperWords as words } from '../locales/paper-words';
import { sectionsOf } from './annex-order';
import { coordinatingCell, usualWording, type UnitNames } from './coordinating-cell';
import { annexReference } from './document-reference';
import type { PaperSettings } from './paper-settings';

export type PaperColumnId = keyof typeof paperHeaders;
export const PAPER_COLUMNS = Object.keys(paperHeaders) as PaperColumnId[];

/** What stands above the table; '' for what is left out. */
export type PaperHead = {
  superior: string;
  agency: string;
  nationalTitle: string;
  motto: string;
  label: string;
  title: string;
  reference: string;
};

export type PaperRow = { kind: 'section'; text: string } | { kind: 'task'; cells: string[] };

/** The official annex of a unit as texts: the same for the sheet to print and for Word. */
export type AnnexPaper = {
  head: PaperHead;
  columns: { id: PaperColumnId; header: string }[];
  rows: PaperRow[];
};

export type PaperFacts = { unit: UnitNames; edition: Edition };

const upper = (text: string): string => text.toLocaleUpperCase('vi');

/** "Phụ lục II. Phân công …" → label and title apart; a title without a label stays whole. */
function splitTitle(title: string): { label: string; title: string } {
  const match = /^(phụ\s+lục(?:\s+(?:số\s+)?(?:[IVXLC]+|\d{1,3}))?)(?=$|[\s:.–-])[\s:.–-]*(.*)$/iu.exec(
    title,
  );
  if (!match) return { label: '', title };
  const [, label = '', rest = ''] = match;
  // "Phụ lục phân công nhiệm vụ" without a number is a title of its own words.
  return matchKey(label) === 'phu luc' ? { label: '', title: rest } : { label, title: rest };
}

function headOf({ unit, edition }: PaperFacts, settings: PaperSettings): PaperHead {
  const own = splitTitle(edition.title);
  return {
    superior: upper(settings.superior),
    agency: upper(unit.name),
    nationalTitle: settings.nationalTitle ? words.nationalTitle : '',
    motto: settings.nationalTitle ? words.motto : '',
    label: settings.label || own.label || words.annexLabel,
    title: upper(settings.title || own.title || words.untitled),
    reference: settings.reference || annexReference(edition),
  };
}

function sectionText(number: string, title: string): string {
  return [number && `${number}.`, upper(title)].filter((part) => part !== '').join(' ') || words.noSection;
}

function cellsOf(task: Task, unit: UnitNames, wording: string): Record<PaperColumnId, string> {
  return {
    tt: task.tt,
    content: task.content,
    leadUnit: task.leadUnit,
    coordinatingUnit: coordinatingCell(task, unit, wording),
    product: task.product,
    timing: task.timing,
    note: task.note,
  };
}

/**
 * The paper of an annex: sections and tasks in the annex's order, the unit's own wording where it does not perform a
 * task, the source's words everywhere else. The column of notes is there only where a task has one.
 */
export function annexPaper(facts: PaperFacts, tasks: readonly Task[], settings: PaperSettings): AnnexPaper {
  const wording = settings.wording || usualWording(tasks);
  const ids = PAPER_COLUMNS.filter((id) => id !== 'note' || tasks.some(({ note }) => note !== ''));
  return {
    head: headOf(facts, settings),
    columns: ids.map((id) => ({ id, header: paperHeaders[id] })),
    rows: sectionsOf(tasks).flatMap(({ number, title, tasks: own }): PaperRow[] => [
      { kind: 'section', text: sectionText(number, title) },
      ...own.map((task): PaperRow => {
        const cells = cellsOf(task, facts.unit, wording);
        return { kind: 'task', cells: ids.map((id) => cells[id]) };
      }),
    ]),
  };
}
