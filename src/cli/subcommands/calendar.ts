import { recalculate } from '@phuluc/excel-simulator/formulas/recalculate';
import { exportCalendar } from '../../commands/progress/index';
import { t } from '../../i18n/locale';
import { parseAlarmDays } from '../../progress/parse-alarm-days';
import { addFileName } from '../../shared/result';
import { createUsageFailure } from '../create-usage-failure';
import { writeBytes } from '../output-file';
import type { SubcommandInput, SubcommandResult } from '../subcommand';
import { openWorkbookFile, withExcel } from '../workbook-file';
import type { CALENDAR_SPEC } from './specs';

/** `phuluc calendar FILE.xlsx -o out.ics`: the deadlines for a calendar program. */
export async function runCalendar({
  files: [file = ''],
  options,
  locale,
  now,
}: SubcommandInput<typeof CALENDAR_SPEC.options>): Promise<SubcommandResult> {
  if (options.out === undefined) {
    return createUsageFailure(locale, 'cli.usage.no-out');
  }
  const alarmDays = options.alarms === undefined ? undefined : parseAlarmDays(options.alarms);
  if (alarmDays === null)
    return createUsageFailure(locale, 'cli.usage.alarms', { value: options.alarms ?? '' });
  const query = {
    ...(alarmDays && { alarmDays }),
    ...(options.person !== undefined && { person: options.person }),
    ...(options.document !== undefined && { document: options.document }),
  };
  const opened = await openWorkbookFile(file);
  if (!opened.ok) return opened;
  recalculate(opened.value, { now: now() });
  const made = addFileName(await withExcel(opened.value, () => exportCalendar.run({ now }, query)), file);
  if (!made.ok) return made;
  const { text, events } = made.value;
  const saved = await writeBytes(options.out, new TextEncoder().encode(text));
  if (!saved.ok) return saved;
  return {
    ok: true,
    lines: [t(locale, 'calendar.written', { events, file: options.out })],
    json: { events, file: options.out },
    warnings: made.warnings,
  };
}
