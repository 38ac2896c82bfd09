import { findSchoolYear } from '../../annex/document-references';
import { getCurrentEdition } from '../../annex/tracked-document';
import type { Edition } from '../../annex/types';
import {
  createDefaultProgressSettings,
  type DocumentTime,
  type ProgressSettings,
} from '../../progress/progress-settings';
import { fromExcelSerial, type IsoDate } from '../../shared/dates';
import type { Problem } from '../../shared/problem';
import { ok, type Result } from '../../shared/result';
import { getDocuments, hasSeveralDocuments, listEndedCodes } from '../documents/documents';
import { type EditionYear, readSettings } from '../settings/read-settings';
import type { Snapshot } from '../snapshot';
import { type LogTable, readLog } from './read-log';

/** What a workbook holds of progress. */
export type ProgressState = {
  /** Null where there is no *Tiến độ*. */
  log: LogTable | null;
  settings: ProgressSettings;
  /** Codes of the documents that are not followed any more. */
  ended: string[];
  /** The day of the workbook; null where its cell is gone or holds no date. */
  today: IsoDate | null;
  warnings: Problem[];
};

function toEditionYear({ year, date: from, title, schoolYear }: Edition): EditionYear {
  return {
    year,
    from,
    isSchoolYear: schoolYear === true || (year !== null && findSchoolYear(title) === year),
  };
}

function getEditionYear({ metadataSheet }: Snapshot): EditionYear {
  const edition = metadataSheet.metadata?.edition;
  return edition ? toEditionYear(edition) : { year: null, from: '', isSchoolYear: false };
}

/** Adds the years of the documents after the first, which the settings on the sheet are of. */
function addDocumentTimes(settings: ProgressSettings, { metadataSheet }: Snapshot): ProgressSettings {
  const { metadata } = metadataSheet;
  if (!metadata || !hasSeveralDocuments(metadata)) return settings;
  const documents = getDocuments(metadata)
    .slice(1)
    .map((document): DocumentTime => {
      const { year, from, isSchoolYear } = toEditionYear(getCurrentEdition(document));
      return year === null
        ? { code: document.code, year: settings.year, isSchoolYear: settings.isSchoolYear === true, from }
        : { code: document.code, year, isSchoolYear, from };
    });
  return { ...settings, documents };
}

/** Settings of a workbook that has none yet: those of its annex. */
export function getInitialSettings(snapshot: Snapshot): ProgressSettings {
  const { year, from, isSchoolYear } = getEditionYear(snapshot);
  return addDocumentTimes({ ...createDefaultProgressSettings(year, from), isSchoolYear }, snapshot);
}

/** Reads the log and its settings from a snapshot taken with them. */
export function readProgress(snapshot: Snapshot): Result<ProgressState> {
  const { progress } = snapshot;
  const edition = getEditionYear(snapshot);
  const ended = listEndedCodes(snapshot.metadataSheet.metadata);
  if (!progress) {
    const settings = getInitialSettings(snapshot);
    return ok({ log: null, settings, ended, today: null, warnings: [] });
  }
  const read = readSettings(progress.settings, edition);
  const { warnings } = read;
  const settings = addDocumentTimes(read.settings, snapshot);
  const day = progress.settings.today?.[0]?.[0];
  const today = typeof day === 'number' ? fromExcelSerial(day) : null;
  if (!progress.log) return ok({ log: null, settings, ended, today, warnings });
  const log = readLog(progress.log, settings.products);
  return log.ok ? ok({ log: log.value, settings, ended, today, warnings }) : log;
}
