import { readdirSync } from 'node:fs';
import type { Annex } from '../../src/annex/types';
import { assembleAnnex } from '../../src/import/assemble/assemble-annex';
import { readDocument } from '../../src/import/read-document';
import type { Problem } from '../../src/shared/problem';
import {
  describeShared,
  findSharedFolder,
  getSharedPath,
  readSharedBytes,
  readSharedJson,
} from '../support/shared-data';

type GoldRow = Record<
  'section' | 'sectionTitle' | 'tt' | 'content' | 'lead' | 'coop' | 'product' | 'timing',
  string
> & {
  applicable: boolean | null;
};

const oneLine = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

async function read(name: string): Promise<{ annex: Annex; warnings: Problem[] }> {
  const document = await readDocument(readSharedBytes('documents', name), name);
  if (!document.ok) throw new Error(`${name}: ${document.problems.map(({ code }) => code).join()}`);
  const annex = assembleAnnex(document.value);
  if (!annex.ok) throw new Error(`${name}: ${annex.problems.map(({ code }) => code).join()}`);
  return { annex: annex.value, warnings: annex.warnings };
}

const NAMES = findSharedFolder() ? readdirSync(getSharedPath('documents')) : [];
const UNICODE_FILES = NAMES.filter(
  (name) => /^(?:word-.*\.docx|excel-.*\.xlsx)$/.test(name) && !/tcvn3/.test(name),
);

describeShared('the real annex', () => {
  const gold = readSharedJson<GoldRow[]>('corpus', 'annex-ben-thanh-2024.gold.json');
  const tasksWith = (warnings: Problem[], code: Problem['code']): (string | undefined)[] =>
    warnings.filter((warning) => warning.code === code).map(({ place }) => place.task);

  describe.each(UNICODE_FILES)('%s', (name) => {
    it('has all rows, every cell as typed out by hand', async () => {
      const { annex } = await read(name);
      expect(
        annex.tasks.map((task) => ({
          section: task.section,
          sectionTitle: oneLine(task.sectionTitle),
          tt: task.tt,
          content: oneLine(task.content),
          lead: oneLine(task.leadUnit),
          coop: oneLine(task.coordinatingUnit),
          product: oneLine(task.product),
          timing: oneLine(task.timing),
          applicable: { performed: true, notPerformed: false, undecided: null }[task.applicability],
        })),
      ).toEqual(
        gold.map(({ section, sectionTitle, tt, content, lead, coop, product, timing, applicable }) => ({
          section,
          sectionTitle: oneLine(sectionTitle),
          tt,
          content: oneLine(content),
          lead: oneLine(lead),
          coop: oneLine(coop),
          product: oneLine(product),
          timing: oneLine(timing),
          applicable,
        })),
      );
    });

    it('has 25 tasks performed, 21 not, one undecided; the known doubts are named, no others', async () => {
      const { annex, warnings } = await read(name);
      const count = (applicability: string): number =>
        annex.tasks.filter((task) => task.applicability === applicability).length;
      expect([count('performed'), count('notPerformed'), count('undecided')]).toEqual([25, 21, 1]);
      expect(tasksWith(warnings, 'contradictory-row')).toEqual([
        'IV.1',
        'IV.8',
        'V.3',
        'VI.2',
        'VI.6',
        'VII.1',
      ]);
      expect(tasksWith(warnings, 'incomplete-row')).toEqual(['VI.9', 'VIII.1']);
      expect(tasksWith(warnings, 'undecided-row')).toEqual(['VII.3']);
      expect(tasksWith(warnings, 'blank-lead-unit')).toEqual(['IV.7', 'VII.3']);
      const expected = ['contradictory-row', 'incomplete-row', 'undecided-row', 'blank-lead-unit'];
      const ofTheFile = ['hidden-sheet', 'hidden-rows', 'tracked-changes', 'legacy-font'];
      expect(
        warnings.map(({ code }) => code).filter((code) => ![...expected, ...ofTheFile].includes(code)),
      ).toEqual([]);
      expect(warnings.every(({ place }) => place.file === name)).toBe(true);
    });

    it('says which edition it is', async () => {
      const { annex } = await read(name);
      expect(annex.edition).toMatchObject({ number: '165/KH-MNBT', date: '2024-06-05', year: 2024 });
      expect(annex.sections.map(({ number }) => number).join(' ')).toBe('I II III IV V VI VII VIII IX');
    });
  });
});
