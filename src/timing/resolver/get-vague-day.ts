import type { VagueDay, VagueDays } from '../calendar/calendar-settings';
import type { PeriodPart } from '../parser/calendar-point';

/** Returns the day of a month on which a part of it ends, as the office's settings have it. */
export function getVagueDay(part: PeriodPart | undefined, vague: VagueDays): VagueDay {
  if (typeof part === 'object') return 'days' in part ? part.days : (vague.weeks[part.week - 1] ?? 'last');
  switch (part) {
    case 'start':
      return vague.monthStart;
    case 'middle':
      return vague.monthMiddle;
    case 'firstHalf':
      return 15;
    case 'decade1':
      return 10;
    case 'decade2':
      return 20;
    default:
      return 'last';
  }
}
