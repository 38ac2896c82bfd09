import { cleanText } from '../../src/shared/text';
import { readSharedJson } from '../../test/support/shared-data';
import { type ExpectedContent, toExpectedRows } from './expected';

type GoldTask = Record<
  'section' | 'sectionTitle' | 'tt' | 'content' | 'lead' | 'coop' | 'product' | 'timing',
  string
>;

/** The real annex, typed out by hand. */
export function readGoldAnnex(): ExpectedContent & { kind: 'annex' } {
  return {
    kind: 'annex',
    rows: toExpectedRows(
      readSharedJson<GoldTask[]>('corpus', 'annex-ben-thanh-2024.gold.json').map(
        ({ lead, coop, ...task }) => ({
          ...task,
          leadUnit: lead,
          coordinatingUnit: coop,
        }),
      ),
    ),
  };
}

type GoldPlan = {
  header: {
    number: string | null;
    symbol: string;
    date: string | null;
    docType: string;
    title: string;
    planYear: number | null;
  };
  legalBases: Record<'type' | 'number' | 'date' | 'agency' | 'subject', string | null>[];
  items: { section: string; text: string; targets?: { op?: string; value: number }[] }[];
};

/** A real plan, taken apart by hand; `id` as in the corpus. */
export function readGoldPlan(id: string): ExpectedContent & { kind: 'plan' } {
  const { header, legalBases, items } = readSharedJson<Record<string, GoldPlan>>('corpus', 'plans.gold.json')[
    id
  ]!;
  return {
    kind: 'plan',
    head: [
      `${header.number ?? ''}/${header.symbol}`,
      header.date ?? '',
      `${header.docType} ${header.title}`,
      String(header.planYear ?? ''),
    ],
    rows: [
      ...legalBases.map(({ type, number, date, agency, subject }) => ({
        part: 'basis' as const,
        cells: [type, number, date, agency, subject].map((cell) => cell ?? ''),
      })),
      ...items.map(({ section, text }) => ({ part: 'item' as const, cells: [section, cleanText(text)] })),
      ...items.flatMap(({ targets = [] }) =>
        targets.map(({ op = '=', value }) => ({ part: 'target' as const, cells: [op, String(value)] })),
      ),
    ],
  };
}
