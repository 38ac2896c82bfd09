import { findSchoolYear } from '../../annex/document-references';
import { createDefaultProgressSettings, type ProgressSettings } from '../../progress/progress-settings';
import { fromExcelSerial, type IsoDate } from '../../shared/dates';
import type { Problem } from '../../shared/problem';
import { ok, type Result } from '../../shared/result';
import { type EditionYear, readSettings } from '../settings/read-settings';
import type { Snapshot } from '../snapshot';
import { type LogTable, readLog } from './read-log';

/** What a workbook holds of progress. */
export type ProgressState = {
  /** Null where there is no *Tiến độ*. */
  log: LogTable | null;
  settings: ProgressSettings;
  /** The day of the workbook; null where its cell is gone or holds no date. */
  today: IsoDate | null;
  warnings: Problem[];
};

function getEditionYear({ metadataSheet }: Snapshot): EditionYear {
  const edition = metadataSheet.metadata?.edition;
  if (!edition) return { year: null, from: '', isSchoolYear: false };
  const { year, date: from, title, schoolYear = false } = edition;
  return { year, from, isSchoolYear: schoolYear || (year !== null && findSchoolYear(title) === year) };
}

/** Settings of a workbook that has none yet: those of its annex. */
export function getInitialSettings(snapshot: Snapshot): ProgressSettings {
  const { year, from, isSchoolYear } = getEditionYear(snapshot);
  return { ...createDefaultProgressSettings(year, from), isSchoolYear };
}

/** Reads the log and its settings from a snapshot taken with them. */
export function readProgress(snapshot: Snapshot): Result<ProgressState> {
  const { progress } = snapshot;
  const edition = getEditionYear(snapshot);
  if (!progress) {
    const settings = getInitialSettings(snapshot);
    return ok({ log: null, settings, today: null, warnings: [] });
  }
  const { settings, warnings } = readSettings(progress.settings, edition);
  const day = progress.settings.today?.[0]?.[0];
  const today = typeof day === 'number' ? fromExcelSerial(day) : null;
  if (!progress.log) return ok({ log: null, settings, today, warnings });
  const log = readLog(progress.log, settings.products);
  return log.ok ? ok({ log: log.value, settings, today, warnings }) : log;
}
