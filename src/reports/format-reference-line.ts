import type { Edition } from '../annex/types';
import { fillTemplate } from '../i18n/fill-template';
import { formatDate } from '../shared/dates';
import { ANNEX_SHEET_LABELS as labels } from '../sheets/labels/school-labels';

/** Formats "Kèm theo văn bản số 05/KH-UBND ngày 05/06/2024 của UBND …" from the known parts; '' without any. */
export function formatReferenceLine({ number, date, issuer }: Edition): string {
  const parts = [
    number && fillTemplate(labels.document, { number }),
    date && fillTemplate(labels.issued, { date: formatDate(date) }),
    issuer && fillTemplate(labels.by, { issuer }),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${labels.attachedTo} ${parts.join(' ')}`;
}
