import { readEdition } from '../../annex/edition';
import type { Result } from '../../annex/problem';
import { cleanText } from '../../annex/text';
import { ok, err } from '../../annex/outcome';
import type { RawDocument } from '../raw-document';
import { readItems } from './items';
import { readLegalBases } from './legal-bases';
import { planText } from './paragraphs';
import { readTargets } from './targets';
import type { Plan } from './types';

/** "…, Trường Mầm non Hoa Mai xây dựng Kế hoạch …": who issues, where the letterhead does not say. */
function issuerInProse(paragraphs: readonly string[]): string {
  for (const text of paragraphs) {
    const match =
      /(?:^|[,;.]\s+)(\p{Lu}[^,;.]{3,80}?)\s+(?:xây dựng|ban hành|lập)\s+(?:và\s+\S+\s+)?Kế hoạch/u.exec(
        text,
      );
    if (match) return cleanText(match[1]!);
  }
  return '';
}

/**
 * Reads a plan in prose: its head, legal bases, items with their sections, and the targets with figures.
 * Problems: no-plan (no section with a Roman number and something in it).
 */
export function readPlan(document: RawDocument): Result<Plan> {
  const { head, paragraphs } = planText(document);
  const { sections, items } = readItems(paragraphs);
  if (items.length === 0) return err('no-plan', { file: document.file });
  const firstSection = paragraphs.findIndex((text) => /^[IVX]+[.)]\s/.test(text));
  const preamble = firstSection < 0 ? paragraphs : paragraphs.slice(0, firstSection);
  const edition = readEdition(head);
  return ok(
    {
      kind: 'plan',
      edition: { ...edition, issuer: edition.issuer || issuerInProse(preamble) },
      legalBases: readLegalBases(preamble),
      sections,
      items,
      targets: items.flatMap(({ text }, index) => readTargets(text, index)),
    },
    document.warnings,
  );
}
