import type { Locale } from '../../i18n/locale';
import { DECREE_30, isWithin } from '../../reports/decree-30';
import type { PrintSettings } from '../../reports/print-settings';
import { ok, type Result } from '../../shared/result';
import { createUsageFailure } from '../create-usage-failure';

type GivenPrintOptions = {
  superior?: string;
  'national-title'?: boolean;
  label?: string;
  title?: string;
  reference?: string;
  wording?: string;
  'font-size'?: string;
  margins?: string;
};

const SIDES = ['top', 'bottom', 'left', 'right'] as const;

/** "20,20,30,15" in millimetres; null where a figure is not one the Decree allows. */
function parseMargins(text: string): PrintSettings['margins'] | null {
  const params = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  const [top = NaN, bottom = NaN, left = NaN, right = NaN] = params;
  const margins = { top, bottom, left, right };
  const isAllowed = SIDES.every((side) => isWithin(DECREE_30.margins[side], margins[side]));
  return params.length === SIDES.length && isAllowed ? margins : null;
}

function formatAllowedMargins(): string {
  return SIDES.map((side) => `${DECREE_30.margins[side].min}–${DECREE_30.margins[side].max}`).join(', ');
}

/** Only what was said: the rest is as the workbook keeps it. */
export function parsePrintOptions(given: GivenPrintOptions, locale: Locale): Result<Partial<PrintSettings>> {
  const { superior, label, title, reference, wording } = given;
  const texts = Object.fromEntries(
    Object.entries({ superior, label, title, reference, wording }).filter(([, text]) => text !== undefined),
  ) as Partial<PrintSettings>;
  const margins = given.margins === undefined ? undefined : parseMargins(given.margins);
  if (margins === null) {
    return createUsageFailure(locale, 'cli.usage.margins', {
      value: given.margins ?? '',
      allowed: formatAllowedMargins(),
    });
  }
  const value: Partial<PrintSettings> = {
    ...texts,
    ...(given['national-title'] !== undefined && { nationalTitle: given['national-title'] }),
    ...(given['font-size'] !== undefined && { fontSize: Number(given['font-size']) }),
    ...(margins && { margins }),
  };
  return ok(value);
}
