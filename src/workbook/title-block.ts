import type { Edition } from '../annex/types';
import { annexSheetWords as words } from '../locales/sheet-words';
import { fillTemplate } from '../locales/words';
import type { Facts } from './school-book';

/** "2026-06-05" → "05/06/2026"; '' stays ''. */
const printedDate = (iso: string): string => iso.split('-').reverse().join('/');

/** "Kèm theo văn bản số 05/KH-UBND ngày 05/06/2024 của UBND …", of what is known; '' where nothing is. */
export const referenceLine = ({ number, date, issuer }: Edition): string => {
  const parts = [
    number && fillTemplate(words.document, { number }),
    date && fillTemplate(words.issued, { date: printedDate(date) }),
    issuer && fillTemplate(words.by, { issuer }),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${words.attachedTo} ${parts.join(' ')}`;
};

/** The printed lines above the table: unit, title, reference. Each may be ''. */
export const titleLines = ({ unit, edition }: Facts): [unit: string, title: string, reference: string] => [
  unit.name,
  edition.title || words.untitled,
  referenceLine(edition),
];
