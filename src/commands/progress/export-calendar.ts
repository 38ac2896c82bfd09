import { runOnWorkbook } from '../../excel/run-on-workbook';
import { fillTemplate } from '../../i18n/fill-template';
import { getDefaultAlarmDays } from '../../progress/parse-alarm-days';
import { ok } from '../../shared/result';
import { CALENDAR_FILE_LABELS } from '../../sheets/labels/progress-labels';
import type { Command } from '../command';
import { getPeople } from './get-people';
import { readProgressContext, selectDocument } from './progress-context';
import type { CalendarExport, CalendarQuery } from './types';

/**
 * Exports the deadlines as an .ics file with one event for each occurrence. Ids consist of the unit, the annex and the
 * EventId, so that a second file updates the events of the first. Alarms ring as many days before as the workbook says
 * what falls due soon, and the day before. The texts are in the language of the workbook.
 */
export const exportCalendar: Command<CalendarQuery, CalendarExport> = {
  id: 'export-calendar',
  labelKey: 'command.export-calendar',
  run: ({ now }, { alarmDays, person, document }) =>
    runOnWorkbook<CalendarExport>(async (context) => {
      const { buildCalendarFile } = await import('../../progress/build-calendar-file');
      const whole = await readProgressContext(context);
      if (!whole.ok) return whole;
      const read = selectDocument(whole, document);
      if (!read.ok) return read;
      const { snapshot, table, progress, rows } = read.value;
      const { unit, edition } = snapshot.metadataSheet.metadata ?? {
        unit: { name: '', code: '' },
        edition: { number: '', year: null },
      };
      const { settings } = progress;
      const people = getPeople(table);
      const followed = rows.filter(
        ({ untracked, task }) => !untracked && (person === undefined || (people.get(task) ?? '') === person),
      );
      const text = buildCalendarFile(followed, {
        scope: [unit.code || unit.name || 'don-vi', edition.number || String(settings.year ?? '')].join('.'),
        name: fillTemplate(CALENDAR_FILE_LABELS.name, { unit: unit.name }),
        rules: settings.calendar,
        now: now(),
        tasks: table.rows.map(({ task }) => task),
        people,
        alarmDays: alarmDays ?? getDefaultAlarmDays(progress.settings.calendar.soonDays),
        labels: CALENDAR_FILE_LABELS,
      });
      const events = text.split('BEGIN:VEVENT').length - 1;
      const fileName = fillTemplate(CALENDAR_FILE_LABELS.fileName, { year: settings.year ?? '' });
      return ok({ fileName, text, events }, read.warnings);
    }),
};
