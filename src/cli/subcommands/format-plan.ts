import { type Locale, t } from '../../i18n/locale';
import { formatPlanLabel } from '../../import/plan-document/format-plan-label';
import type { Comparator, PlanDocument } from '../../import/plan-document/types';
import { formatOptionalDate } from '../../shared/dates';
import { cleanText } from '../../shared/text';

/** The plan as other programs take it. */
export function toPlanJson({ kind, edition, legalBases, items, targets }: PlanDocument) {
  return {
    kind,
    edition,
    legalBases: legalBases.map(({ type, number, date, agency, subject }) => ({
      type,
      number,
      date,
      agency,
      subject,
    })),
    items: items.map(({ section, number, text, leadUnit, coordinatingUnit, product, timing }) => ({
      section,
      number,
      text,
      leadUnit,
      coordinatingUnit,
      product,
      timing,
    })),
    targets: targets.map(({ text, comparator, value, unit }) => ({ text, comparator, value, unit })),
  };
}

const COMPARATOR_SIGNS = { '=': '=', '>=': '≥', '<=': '≤', '>': '>', '<': '<' } as const satisfies Record<
  Comparator,
  string
>;

/** What a plan says, for people: its head, its items, its targets. */
export function formatPlan(
  file: string,
  { edition, legalBases, items, targets }: PlanDocument,
  locale: Locale,
  printed = (value: number): string => new Intl.NumberFormat(locale).format(value),
): string[] {
  return [
    t(locale, 'plan.read', {
      file,
      items: items.length,
      bases: legalBases.length,
      targets: targets.length,
    }),
    t(locale, 'plan.head', {
      // The sentence says what it is before the title.
      title: edition.title.replace(/^kế hoạch\s+/iu, ''),
      number: edition.number,
      date: formatOptionalDate(edition.date),
      issuer: edition.issuer,
    }),
    ...items.map(
      ({ section, number, text, timing }) =>
        `  ${t(locale, 'plan.item', { section: formatPlanLabel(section), number, text: cleanText(text), timing: timing.join('; ') })}`,
    ),
    ...targets.map(
      ({ comparator, value, unit, text }) =>
        `  ${t(locale, 'plan.target', { comparator: COMPARATOR_SIGNS[comparator], value: printed(value), unit, text })}`,
    ),
  ];
}
