import { formatSectionLabel } from '../../annex/section-label';
import type { Consolidation } from '../../consolidation/ledger/consolidation';
import { formatQuarterLabel } from '../../consolidation/ledger/format-quarter-label';
import { getEffectiveMarks } from '../../consolidation/ledger/ledger-entry';
import { createDocumentFinder } from '../../consolidation/match/master-annex';
import { formatReferenceLine } from '../../reports/format-reference-line';
import { foldCase } from '../../shared/text';
import { TOTALS_LABELS as labels } from '../../sheets/labels/consolidation-labels';

/** The lines of the sheet, which is written again only when they change. */
export type TotalsLines = {
  /** By document, where there are several. */
  areas: { section: string; title: string; document?: string }[];
  /** Their codes, where there are several; the tasks of the first have plain numbers. */
  documents?: string[];
  leadUnits: string[];
  quarters: string[];
  /** The year whose months have lines: that of the annex, else that of the day counted. */
  year: number;
  /** "Kèm theo văn bản số …"; '' where nothing is known. */
  reference: string;
};

const MAX_LEAD_UNITS = 60;

function removeDuplicateTexts(texts: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const text of texts) {
    const key = foldCase(text);
    if (!seen.has(key)) seen.set(key, text);
  }
  return [...seen.values()];
}

/** Compares quarters by their dates; the quarter without a date comes last. */
function compareQuarters(a: string, b: string): number {
  const rank = (label: string): string => {
    const [, quarter = '9', year = '9999'] = /^Quý (\d)\/(\d{4})$/.exec(label) ?? [];
    return `${year}${quarter}`;
  };
  return rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0;
}

export function buildTotalsLines({
  annex,
  entries,
  asOf,
}: Pick<Consolidation, 'annex' | 'entries' | 'asOf'>): TotalsLines {
  const areas = new Map<string, TotalsLines['areas'][number]>();
  const documents = annex.documents?.map(({ code }) => code);
  const findDocument = createDocumentFinder(annex);
  const tasks = annex.tasks.length > 0 ? annex.tasks : entries.map(({ task }) => task);
  for (const { id, section, sectionTitle } of tasks) {
    const document = documents && { document: findDocument(id).code };
    const label = `${document?.document ?? ''}\n${formatSectionLabel(section, sectionTitle)}`;
    if (!areas.has(label)) areas.set(label, { section, title: sectionTitle, ...document });
  }
  return {
    areas: [...areas.values()],
    ...(documents && { documents }),
    leadUnits: removeDuplicateTexts(
      tasks.map(({ leadUnit }) => leadUnit).filter((unit) => unit !== ''),
    ).slice(0, MAX_LEAD_UNITS),
    quarters: [
      ...new Set(
        entries
          .filter(({ occurrence }) => occurrence === '')
          .map((entry) => formatQuarterLabel(getEffectiveMarks(entry).due) || labels.noQuarter),
      ),
    ].sort(compareQuarters),
    year: annex.edition.year ?? Number(asOf.slice(0, 4)),
    reference: (annex.documents ?? [annex])
      .map(({ edition }) => formatReferenceLine(edition))
      .filter((line) => line !== '')
      .join('; '),
  };
}
