import { computeFingerprint } from '../annex/compute-fingerprint';
import type { Annex } from '../annex/types';
import type { UnitEntry } from '../consolidation/types';
import { applyKindDefaults, type KindDefault } from '../consolidation/units/kind-defaults';
import { isUnitValidOn } from '../consolidation/units/unit-index';
import { type SchoolWorkbook, toTaskTableRow } from '../school-workbook/school-workbook';
import { buildSummaryLines } from '../school-workbook/summary/summary-lines';
import type { IsoDate } from '../shared/dates';

export type IssuedWorkbook = { unit: UnitEntry; file: string; workbook: SchoolWorkbook };

/** Names that Windows keeps for devices. */
const RESERVED_FILE_NAMES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const MAX_STEM_LENGTH = 100;

/** Returns a file name that every file system accepts: no separators, control characters, final dot or space. */
function toFileStem(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\u0000-\u001f]+/g, '-')
    .slice(0, MAX_STEM_LENGTH)
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return plain === '' || RESERVED_FILE_NAMES.test(plain) ? `_${plain}` : plain;
}

/** Creates file names like "MN-07 Trường Mầm non Hoa Cúc.xlsx", numbered where two differ in case only. */
function createFileNames(units: readonly UnitEntry[]): string[] {
  const taken = new Set<string>();
  return units.map(({ code, name }) => {
    const stem = toFileStem(`${code} ${name}`);
    for (let number = 1; ; number += 1) {
      const file = `${number === 1 ? stem : `${stem} (${number})`}.xlsx`;
      if (taken.has(file.toLowerCase())) continue;
      taken.add(file.toLowerCase());
      return file;
    }
  });
}

/**
 * Plans one prefilled workbook for each unit that exists on the day: the tasks as the annex prints them, marked by
 * the defaults of the unit's kind, with the edition, the fingerprint of the annex and the unit's code.
 */
export function planIssue(
  annex: Annex,
  units: readonly UnitEntry[],
  defaults: readonly KindDefault[],
  day: IsoDate,
): IssuedWorkbook[] {
  const issued = units.filter((unit) => isUnitValidOn(unit, day));
  const files = createFileNames(issued);
  const mark = computeFingerprint(annex.tasks);
  return issued.map((unit, index) => {
    const rows = annex.tasks.map((task) => toTaskTableRow(applyKindDefaults(task, unit, defaults)));
    const metadata = {
      unit: {
        name: unit.name,
        code: unit.code,
        ...(unit.aliases.length > 0 && { aliases: unit.aliases }),
      },
      edition: annex.edition,
      fingerprint: mark,
      summary: buildSummaryLines(rows),
    };
    return { unit, file: files[index]!, workbook: { facts: metadata, rows } };
  });
}
