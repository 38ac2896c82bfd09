import type { Edition } from '../annex/types';
import { fillTemplate } from '../i18n/fill-template';
import { formatDate } from '../shared/dates';
import { ANNEX_SHEET_LABELS as words } from '../sheets/labels/school-labels';

/** "Kèm theo văn bản số 05/KH-UBND ngày 05/06/2024 của UBND …", of what is known; '' where nothing is. */
export function formatReferenceLine({ number, date, issuer }: Edition): string {
  const parts = [
    number && fillTemplate(words.document, { number }),
    date && fillTemplate(words.issued, { date: formatDate(date) }),
    issuer && fillTemplate(words.by, { issuer }),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${words.attachedTo} ${parts.join(' ')}`;
}
