import type { Annex, Applicability, Task } from '../../../src/annex/types';
import { formatCoordinatingCell, type SampleEdition, type SampleMark, WARD } from './plan-2026';
import { formatSectionNumber } from './printed-texts';

const APPLICABILITY_BY_MARK: Readonly<Record<SampleMark, Applicability>> = {
  performs: 'performed',
  not: 'notPerformed',
  'not.': 'notPerformed',
  blank: 'undecided',
};

/** Line ends stay, but a sign cut after its dash is one word. */
const joinCutSigns = (printed: string): string => printed.replace(/(?<=KH-)\n/g, '');

/** What a reader should make of a sample: the truth that the documents were printed from. */
export function createExpectedAnnex(edition: SampleEdition): Annex {
  return {
    edition: {
      issuer: `Ủy ban nhân dân ${WARD}`,
      number: edition.number,
      date: edition.date,
      title: edition.title.join(' '),
      year: edition.year,
    },
    sections: edition.sections.map(({ title }, index) => ({ number: formatSectionNumber(index), title })),
    tasks: edition.sections.flatMap(({ title, tasks }, index) => {
      const section = formatSectionNumber(index);
      let leadAbove = '';
      return tasks.map((task, at): Task => {
        leadAbove = task.lead === 'nt' ? leadAbove : task.lead;
        const applicability = APPLICABILITY_BY_MARK[task.mark];
        return {
          id: `${section}.${at + 1}`,
          section,
          sectionTitle: title,
          tt: String(at + 1),
          content: joinCutSigns(task.content),
          leadUnit: leadAbove,
          coordinatingUnit: formatCoordinatingCell(task.mark),
          applicability,
          reason: '',
          product: joinCutSigns(task.product),
          timing: task.timing,
          note: '',
        };
      });
    }),
  };
}
