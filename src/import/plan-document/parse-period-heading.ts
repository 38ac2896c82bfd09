import { cleanText } from '../../shared/text';

/** A heading that says when all below it is due, for a code and in words: "T9", "Tháng 9/2026". */
type PeriodHeading = { label: string; timing: string };

const NUMBER = String.raw`(?:\d{1,2}|[IVX]{1,4})`;
const YEAR = String.raw`(?:\s*(?:năm\s*|[/.-]\s*)\d{4})?`;
const PERIOD = new RegExp(
  String.raw`^(?<unit>tháng|quý|học kỳ|học kì|tuần)\s*(?<first>${NUMBER})${YEAR}(?<others>(?:\s*(?:,|và|đến|[-–+&])\s*(?:tháng|quý|học kỳ|học kì|tuần)?\s*${NUMBER}${YEAR})*)(?:\s*\((?:từ|ngày|tuần)?[\d\s/.,–-]*(?:đến)?[\d\s/.,–-]*\))?$`,
  'iu',
);
const LABELS: Readonly<Record<string, string>> = {
  tháng: 'T',
  quý: 'Q',
  'học kỳ': 'HK',
  'học kì': 'HK',
  tuần: 'Tuần',
};

/** "THÁNG 9" → "Tháng 9"; Roman numbers stay as they are. */
const toSentenceCase = (text: string): string =>
  text.replace(/\p{L}+/gu, (word, at: number) =>
    /^[IVX]+$/u.test(word)
      ? word
      : at === 0
        ? word[0]!.toUpperCase() + word.slice(1).toLowerCase()
        : word.toLowerCase(),
  );

/**
 * Parses a line that is a period and nothing else: "THÁNG 9", "Quý I/2026:", "Tháng 6 + 7". School plans print their
 * tasks below such headings.
 *
 * @returns null for any other line
 */
export function parsePeriodHeading(line: string): PeriodHeading | null {
  const text = cleanText(line).replace(/\s*[:.]$/, '');
  const match = /^\p{Lu}/u.test(text) ? PERIOD.exec(text) : null;
  if (!match?.groups) return null;
  const { unit = '', first = '', others = '' } = match.groups;
  const numbers = [
    first,
    ...[...others.matchAll(new RegExp(String.raw`(?<![/.\d-])${NUMBER}(?!\d)`, 'gu'))].map(String),
  ];
  return { label: `${LABELS[unit.toLowerCase()]}${numbers.join('+')}`, timing: toSentenceCase(text) };
}
