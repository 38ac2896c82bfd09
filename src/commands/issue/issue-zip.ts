import type { Annex } from '../../annex/types';
import { planIssue } from '../../authority-workbook/plan-issue';
import type { UnitEntry } from '../../consolidation/types';
import { parseKindDefaults } from '../../consolidation/units/kind-defaults';
import { toLocalIsoDate } from '../../shared/dates';
import { err } from '../../shared/result';
import type { Command } from '../command';
import { zipWorkbooks } from './zip-workbooks';

type IssueInput = {
  annex: Annex;
  units: readonly UnitEntry[];
  /** Kind, task or section, performed or not, reason; as pasted; '' if there are none. */
  defaults: string;
};
type IssuedZip = { fileName: string; bytes: Uint8Array; workbooks: number; tasks: number };

/** Returns a name that mail and old archive programs accept, such as "so-phat-hanh-15-KH-UBND.zip". */
function createZipFileName({ edition }: Annex, day: string): string {
  return `so-phat-hanh-${edition.number.replace(/[^\p{L}\d]+/gu, '-').replace(/^-+|-+$/g, '') || day}.zip`;
}

/** Issues one prefilled workbook for each unit that exists today, in one .zip. The open workbook is not changed. */
export const issueZip: Command<IssueInput, IssuedZip> = {
  id: 'issue-workbooks',
  labelKey: 'command.issue-workbooks',
  progressKey: 'units.issue.progress',
  stoppable: true,
  run: async ({ now, signal, onProgress }, { annex, units, defaults }) => {
    const marks = parseKindDefaults(defaults, annex);
    if (!marks.ok) return marks;
    const day = toLocalIsoDate(now());
    const plans = planIssue(annex, units, marks.value, day);
    if (plans.length === 0) return err('no-units');
    const zip = await zipWorkbooks(plans, { now, signal, onProgress });
    if (!zip.ok) return zip;
    const value = {
      fileName: createZipFileName(annex, day),
      bytes: zip.value,
      workbooks: plans.length,
      tasks: annex.tasks.length,
    };
    return { ...zip, value };
  },
};
