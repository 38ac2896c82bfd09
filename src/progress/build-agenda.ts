import type { Task } from '../annex/types';
import { addDays, countDaysBetween, type IsoDate } from '../shared/dates';
import { type DeadlineRules, getRowLastDay, getTimeliness, type Timeliness } from './timeliness';
import type { LogRow } from './types';

export type AgendaItem = {
  row: LogRow;
  timeliness: Timeliness;
  /** Last day in time; null for what needs review. */
  lastDay: IsoDate | null;
  /** Days from the day of the agenda to the last day; negative where it has passed. */
  daysLeft: number | null;
  leadUnit: string;
  /** Who is in charge of the task; '' for nobody yet. */
  person: string;
};

/** What there is to do on a day: overdue first, then what falls due, then what must be settled before it can. */
export type Agenda = { on: IsoDate; overdue: AgendaItem[]; coming: AgendaItem[]; needsReview: AgendaItem[] };

type AgendaOptions = {
  on: IsoDate;
  rules: DeadlineRules;
  /** Days ahead that `coming` looks. */
  horizon?: number;
  leadUnit?: string;
  person?: string;
  /** Who is in charge, by id of the task. */
  people?: ReadonlyMap<string, string>;
};

const DEFAULT_HORIZON_DAYS = 30;

function compareByLastDay(a: AgendaItem, b: AgendaItem): number {
  const [one, other] = [a.lastDay ?? '', b.lastDay ?? ''];
  if (one !== other) return one < other ? -1 : 1;
  return a.row.key < b.row.key ? -1 : a.row.key > b.row.key ? 1 : 0;
}

/** The agenda of a day. Tasks on request are never in it until a date is set for them. */
export function buildAgenda(
  rows: readonly LogRow[],
  tasks: readonly Pick<Task, 'id' | 'leadUnit'>[],
  { on, rules, horizon = DEFAULT_HORIZON_DAYS, leadUnit, person, people }: AgendaOptions,
): Agenda {
  const units = new Map(tasks.map((task) => [task.id, task.leadUnit]));
  const until = addDays(on, horizon);
  const agenda: Agenda = { on, overdue: [], coming: [], needsReview: [] };
  for (const row of rows) {
    const unit = units.get(row.task) ?? '';
    const inCharge = people?.get(row.task) ?? '';
    if (leadUnit !== undefined && unit !== leadUnit) continue;
    if (person !== undefined && inCharge !== person) continue;
    const timeliness = getTimeliness(row, on, rules);
    const lastDay = getRowLastDay(row, rules);
    const daysLeft = lastDay === null ? null : countDaysBetween(on, lastDay);
    const item: AgendaItem = { row, timeliness, lastDay, daysLeft, leadUnit: unit, person: inCharge };
    if (timeliness === 'overdue') agenda.overdue.push(item);
    else if (timeliness === 'needsReview') agenda.needsReview.push(item);
    else if (
      (timeliness === 'dueSoon' || timeliness === 'notDueYet') &&
      lastDay !== null &&
      lastDay <= until
    ) {
      agenda.coming.push(item);
    }
  }
  agenda.overdue.sort(compareByLastDay);
  agenda.coming.sort(compareByLastDay);
  agenda.needsReview.sort(compareByLastDay);
  return agenda;
}
