import { runOnWorkbook } from '../../excel/run-on-workbook';
import { fillTemplate } from '../../i18n/fill-template';
import { ok } from '../../shared/result';
import { CALENDAR_FILE_LABELS as words } from '../../sheets/labels/progress-labels';
import type { Command } from '../command';
import { readProgressContext } from './progress-context';
import type { CalendarExport } from './types';

/**
 * The deadlines as an .ics file, one event an occurrence. Ids are made of the unit, the annex and the EventId, so that
 * a second file updates the events of the first. Its words are those of the workbook.
 */
export const exportCalendar: Command<void, CalendarExport> = {
  id: 'export-calendar',
  labelKey: 'command.export-calendar',
  run: ({ now }) =>
    runOnWorkbook<CalendarExport>(async (context) => {
      const { buildCalendarFile: calendarFile } = await import('../../progress/build-calendar-file');
      const read = await readProgressContext(context);
      if (!read.ok) return read;
      const { snapshot, table, progress, rows } = read.value;
      const { unit, edition } = snapshot.metadataSheet.metadata ?? {
        unit: { name: '', code: '' },
        edition: { number: '', year: null },
      };
      const { settings } = progress;
      const followed = rows.filter(({ untracked: gone }) => !gone);
      const text = calendarFile(followed, {
        scope: [unit.code || unit.name || 'don-vi', edition.number || String(settings.year ?? '')].join('.'),
        name: fillTemplate(words.name, { unit: unit.name }),
        rules: settings.calendar,
        now: now(),
        tasks: table.rows.map(({ task }) => task),
        labels: words,
      });
      const events = text.split('BEGIN:VEVENT').length - 1;
      const fileName = fillTemplate(words.fileName, { year: settings.year ?? '' });
      return ok({ fileName, text, events }, read.warnings);
    }),
};
