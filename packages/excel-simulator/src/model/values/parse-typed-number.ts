import type { Locale } from './format-display-text';
import { toSerialDay } from './serial-date';

/** A typed text read as a number, and the format that Excel then gives to a General cell. */
type TypedNumber = { value: number; numberFormat?: string };

type NumberSymbols = { decimal: string; group: string; dayFirst: boolean; shortDate: string };
const NUMBER_SYMBOLS: Record<Locale, NumberSymbols> = {
  'vi-VN': { decimal: ',', group: '.', dayFirst: true, shortDate: 'dd/mm/yyyy' },
  'en-US': { decimal: '.', group: ',', dayFirst: false, shortDate: 'm/d/yyyy' },
};

/** Parses "1.234.567,5", "(12)", "5%", "1E3", "150.000 ₫"; groups must be of three digits. */
function parsePlainNumber(text: string, { decimal, group }: NumberSymbols): TypedNumber | null {
  const d = `\\${decimal}`;
  const g = `\\${group}`;
  const pattern = new RegExp(
    `^([+-]?)(\\()?([$₫]?)\\s?(\\d{1,3}(?:${g}\\d{3})+|\\d+)?(${d}\\d*)?(e[+-]?\\d{1,3})?\\s?([%₫]?)(\\))?$`,
    'i',
  );
  const [all, sign, open, before, integer = '', fraction = '', power = '', after, close] =
    pattern.exec(text) ?? [];
  if (all === undefined || (open === undefined) !== (close === undefined)) return null;
  if (integer === '' && fraction.length < 2) return null;
  const digits = integer.replaceAll(group, '');
  const size = Number(`${digits || '0'}${fraction.replace(decimal, '.')}${power}`);
  if (!Number.isFinite(size)) return null;
  const isNegative = (sign === '-') !== (open !== undefined);
  // Excel keeps 15 digits of a typed number.
  const value = Number((isNegative ? -size : size).toPrecision(15));
  if (after === '%') {
    return {
      value: Number((value / 100).toPrecision(15)),
      numberFormat: fraction.length > 1 ? '0.00%' : '0%',
    };
  }
  const decimals = fraction.length > 1 ? '#,##0.00' : '#,##0';
  if (before === '$') return { value, numberFormat: `$${decimals}` };
  if (before === '₫' || after === '₫') return { value, numberFormat: `${decimals} "₫"` };
  if (power !== '') return { value, numberFormat: '0.00E+00' };
  return digits === integer ? { value } : { value, numberFormat: decimals };
}

/** Two-digit years are 1930 to 2029 (Excel's default window). */
function toFullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year + (year < 30 ? 2000 : 1900);
}

function createDateNumber(
  year: number,
  month: number,
  day: number,
  numberFormat: string,
): TypedNumber | null {
  const value = toSerialDay(year, month, day);
  return value === null ? null : { value, numberFormat };
}

/**
 * Parses full dates in the order of the locale or as year-month-day, day and month of this year, month and
 * year.
 */
function parseTypedDate(text: string, signs: NumberSymbols, now: Date): TypedNumber | null {
  const iso = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso) return createDateNumber(Number(iso[1]), Number(iso[3]), Number(iso[4]), signs.shortDate);
  const integer = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (integer) {
    const [day, month] = signs.dayFirst ? [integer[1], integer[3]] : [integer[3], integer[1]];
    return createDateNumber(toFullYear(integer[4]!), Number(month), Number(day), signs.shortDate);
  }
  const monthYear = /^(\d{1,2})[-/](\d{4})$/.exec(text);
  if (monthYear) return createDateNumber(Number(monthYear[2]), Number(monthYear[1]), 1, 'mmm-yy');
  const short = /^(\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (!short) return null;
  const [day, month] = signs.dayFirst ? [short[1], short[2]] : [short[2], short[1]];
  return (
    createDateNumber(now.getFullYear(), Number(month), Number(day), 'd-mmm') ??
    // "5/32" is no day: Excel then reads month and year.
    createDateNumber(toFullYear(short[2]!), Number(short[1]), 1, 'mmm-yy')
  );
}

/** Parses a time as a fraction of a day: "7:30", "19:05:10", "7:30 CH". */
function parseTypedTime(text: string): TypedNumber | null {
  const [all, hours, minutes, seconds = '0', half] =
    /^(\d{1,4}):(\d{1,2})(?::(\d{1,2}))?(?:\s?(AM|PM|SA|CH))?$/i.exec(text) ?? [];
  if (all === undefined || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const isAfternoon = half !== undefined && /^(PM|CH)$/i.test(half);
  if (half !== undefined && (Number(hours) < 1 || Number(hours) > 12)) return null;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (isAfternoon ? 12 : 0);
  const value = (hour * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  const numberFormat = half ? 'h:mm AM/PM' : hour >= 24 ? '[h]:mm:ss' : seconds === '0' ? 'h:mm' : 'h:mm:ss';
  return { value, numberFormat };
}

/**
 * Parses the number, per cent, amount, date or time that a typed text means in a locale.
 * @returns null when it is a text.
 */
export function parseTypedNumber(text: string, locale: Locale, now = new Date()): TypedNumber | null {
  const signs = NUMBER_SYMBOLS[locale];
  const number = parsePlainNumber(text, signs) ?? parseTypedDate(text, signs, now) ?? parseTypedTime(text);
  if (number) return number;
  const both = /^(\S+) (\S+)$/.exec(text);
  if (!both) return null;
  const date = parseTypedDate(both[1]!, signs, now);
  const time = date && parseTypedTime(both[2]!);
  return date && time ? { value: date.value + time.value, numberFormat: `${signs.shortDate} h:mm` } : null;
}
