import type { IsoDate } from '../../annex/calendar/dates';
import { superiorOn, type OfficeSettings } from '../../annex/office-settings';
import type { Problem, Result } from '../../annex/problem';
import type { Edition } from '../../annex/types';
import { annexPaper } from '../../paper/annex-paper';
import type { AnnexPaper } from '../../paper/annex-paper';
import { USUAL_PAPER } from '../../paper/paper-settings';
import type { PaperSettings } from '../../paper/paper-settings';
import { readOffice } from '../progress/read-settings';
import { readTasks } from '../read-tasks';
import type { TrackedTable } from '../read-tasks';
import type { Facts } from '../school-book';
import type { Snapshot } from '../snapshot';

const NO_EDITION: Edition = { issuer: '', number: '', date: '', title: '', year: null };

/** The unit and the edition of the annex, as far as the workbook knows them. */
export function paperFacts(facts: Facts | null): Pick<Facts, 'unit' | 'edition'> {
  return facts ?? { unit: { name: '', code: '' }, edition: NO_EDITION };
}

/** The settings in force: what is decided now, else what the workbook keeps, else what the Decree has as usual. */
export function settingsOf(facts: Facts | null, given: Partial<PaperSettings> = {}): PaperSettings {
  return {
    ...USUAL_PAPER,
    ...facts?.paper,
    ...given,
  };
}

/** What the workbook's settings say of the office; needs a snapshot with `office`, `print` or `progress`. */
export function officeOf({ progress, office }: Snapshot): OfficeSettings {
  return readOffice(progress?.settings ?? office ?? {}).office;
}

/** Settings of a paper of a day: what the paper itself leaves open comes from the office's settings. */
export function settingsOn(settings: PaperSettings, office: OfficeSettings, on: IsoDate): PaperSettings {
  return {
    ...settings,
    superior: settings.superior || superiorOn(office, on),
    wording: settings.wording || office.wording,
  };
}

export type BookPaper = {
  paper: AnnexPaper;
  /** As the workbook keeps them. */
  settings: PaperSettings;
  /** With what the office's settings say on the day. */
  inForce: PaperSettings;
  table: TrackedTable;
  tasks: number;
};

/** The annex of a tracked workbook as it is to be printed on a day. */
export function paperOfBook(
  snapshot: Snapshot,
  on: IsoDate,
  given: Partial<PaperSettings> = {},
): Result<BookPaper> {
  const table = readTasks(snapshot);
  if (!table.ok) return table;
  const tasks = table.value.rows.map(({ task }) => task).filter(({ content }) => content !== '');
  if (tasks.length === 0) {
    const problem: Problem = { code: 'nothing-to-print', severity: 'error', place: {} };
    return { ok: false, problems: [problem] };
  }
  const { facts } = snapshot.record;
  const settings = settingsOf(facts, given);
  const inForce = settingsOn(settings, officeOf(snapshot), on);
  const paper = annexPaper(paperFacts(facts), tasks, inForce);
  const value = { paper, settings, inForce, table: table.value, tasks: tasks.length };
  return { ok: true, value, warnings: [] };
}
