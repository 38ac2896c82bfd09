import type { Edition } from '../annex/types';
import { fillTemplate } from '../i18n/fill-template';
import { DEFAULT_PRODUCT_VOCABULARY } from '../progress/product-vocabulary';
import { parseIsoDate } from '../shared/dates';
import { toMatchKey } from '../shared/text';
import { DOCUMENT_LABELS as labels } from './labels/document-labels';

/** Days below 10, and January and February, are written with a leading zero (Decree 30/2020/NĐ-CP, Appendix I). */
const formatDayNumber = (day: number): string => String(day).padStart(2, '0');
const formatMonthNumber = (month: number): string => (month < 3 ? `0${month}` : String(month));

/** Formats "ngày 05 tháng 6 năm 2024"; an unknown day or year is a gap. */
export function formatLongDate(iso: string, year: number | null = null): string {
  const parts = parseIsoDate(iso);
  if (!parts) return fillTemplate(labels.openDate, { year: year ?? labels.gap });
  return fillTemplate(labels.date, {
    day: formatDayNumber(parts.day),
    month: formatMonthNumber(parts.month),
    year: parts.year,
  });
}

/** Returns the document's type by the abbreviation in its number: "05/KH-UBND" is a "Kế hoạch". */
export function getDocumentType(number: string): string {
  const sign = toMatchKey(number.split('/').at(-1)?.split('-')[0] ?? '');
  return (
    DEFAULT_PRODUCT_VOCABULARY.find((type) => type.sign !== undefined && toMatchKey(type.sign) === sign)
      ?.name ?? labels.documentType
  );
}

/** Formats "(Ban hành kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 6 năm 2024 của …)"; unknown parts are gaps. */
export function formatAnnexReference({ number, date, issuer, year }: Edition): string {
  return fillTemplate(labels.reference, {
    type: getDocumentType(number),
    number: number || labels.gap,
    date: formatLongDate(date, year),
    issuer: issuer || labels.gap,
  });
}
