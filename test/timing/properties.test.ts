import fc from 'fast-check';
import { formatTiming } from '../../src/timing/format-timing';
import { TERMS } from '../../src/timing/lexer/lexicon';
import { parseTiming } from '../../src/timing/parse-timing';
import type { TimingReading } from '../../src/timing/types';
import { createParaphrase } from '../support/builders/create-paraphrase';

const year = fc.integer({ min: 2020, max: 2030 });

/** Words of the reader's own lexicon, figures and marks in any order: nonsense that looks like timings. */
const soup = fc
  .array(
    fc.oneof(
      fc.constantFrom(...Object.values(TERMS).flat()),
      fc.integer({ min: 0, max: 45 }).map(String),
      fc.integer({ min: 1990, max: 2070 }).map(String),
      fc.constantFrom('I', 'II', 'III', 'IV', 'V', 'một', 'tư', 'sáu', 'mười hai'),
      fc.constantFrom(',', ';', '/', '-', '.', '(', ')', ':', '\n', '…', '"'),
      fc.constantFrom('15/6/2024', '31/6', '6/2025', '45458', '3/6/9/12', '12/KH-UBND', '2024-2025'),
    ),
    { maxLength: 12 },
  )
  .chain((tokens) => fc.constantFrom(' ', '').map((gap) => tokens.join(gap)));

const sensible = fc
  .infiniteStream(fc.nat(1_000_000))
  .map((numbers) => createParaphrase((count) => (numbers.next().value ?? 0) % count));

function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
}

function essence({ kind, due, bound, recurrence, start }: TimingReading) {
  return {
    kind,
    due,
    bound,
    recurrence,
    start,
  };
}

describe('any text', () => {
  it('is read without a throw, to real dates in order, outside the window only with low confidence', () => {
    fc.assert(
      fc.property(
        fc.oneof(soup, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })),
        year,
        (text, y) => {
          const reading = parseTiming(text, { year: y });
          expect([...reading.due].sort()).toEqual(reading.due);
          for (const date of reading.due) {
            expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
            expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
          }
          const outside = reading.due.filter(
            (date) => Number(date.slice(0, 4)) < y - 1 || Number(date.slice(0, 4)) > y + 6,
          );
          if (outside.length > 0) {
            expect(reading.confidence).toBe('low');
            expect(reading.warnings.some(({ code }) => code === 'outside-window')).toBe(true);
          }
          if (['onRequest', 'continuous', 'perPlan', 'relative', 'ditto', 'unknown'].includes(reading.kind)) {
            expect(reading.due).toEqual([]);
          }
          if (reading.kind === 'unknown') expect(reading.warnings.length).toBeGreaterThan(0);
          formatTiming(reading);
        },
      ),
      { numRuns: 3000 },
    );
  });

  // A line that begins small goes on with the one above: across lines the case of letters counts.
  it('is read the same in NFC and NFD, in any case of one line and with more spaces', () => {
    fc.assert(
      fc.property(soup, year, (text, y) => {
        const reading = essence(parseTiming(text, { year: y }));
        const variants = [
          text.normalize('NFD'),
          ...(text.includes('\n') ? [] : [text.toUpperCase(), text.toLowerCase()]),
          `\u00a0 ${text.replace(/ /g, ' \u200b ')}  `,
        ];
        for (const variant of variants) expect(essence(parseTiming(variant, { year: y }))).toEqual(reading);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('sensible wordings', () => {
  it('are read as meant', () => {
    fc.assert(
      fc.property(sensible, ({ text, year: y, kind, due }) => {
        const reading = parseTiming(text, { year: y });
        expect({ text, kind: reading.kind, due: reading.due }).toEqual({ text, kind, due });
      }),
      { numRuns: 1500 },
    );
  });

  it('are read the same without diacritics', () => {
    fc.assert(
      fc.property(sensible, ({ text, year: y }) => {
        expect(essence(parseTiming(withoutMarks(text), { year: y }))).toEqual(
          essence(parseTiming(text, { year: y })),
        );
      }),
      { numRuns: 1500 },
    );
  });

  it('are read the same from their printed form', () => {
    fc.assert(
      fc.property(sensible, ({ text, year: y }) => {
        const reading = parseTiming(text, { year: y });
        const printed = formatTiming(reading);
        expect({ printed, ...essence(parseTiming(printed, { year: y })) }).toEqual({
          printed,
          ...essence(reading),
        });
      }),
      { numRuns: 1500 },
    );
  });
});
