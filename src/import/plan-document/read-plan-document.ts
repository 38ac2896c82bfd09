import { readEdition } from '../../annex/read-edition';
import type { RawDocument } from '../../readers/raw-document';
import { err, ok, type Result } from '../../shared/result';
import { cleanText } from '../../shared/text';
import { extractPlanText } from './extract-plan-text';
import { parseLegalBases } from './parse-legal-bases';
import { parsePlanItems } from './parse-plan-items';
import { parseTargets } from './parse-targets';
import type { PlanDocument } from './types';

/** Finds the issuer that the letterhead does not name: "…, Trường Mầm non Hoa Mai xây dựng Kế hoạch …". */
function findIssuerInProse(paragraphs: readonly string[]): string {
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
export function readPlanDocument(document: RawDocument): Result<PlanDocument> {
  const { head, paragraphs } = extractPlanText(document);
  const { sections, items } = parsePlanItems(paragraphs);
  if (items.length === 0) return err('no-plan', { file: document.file });
  const firstSection = paragraphs.findIndex((text) => /^[IVX]+[.)]\s/.test(text));
  const preamble = firstSection < 0 ? paragraphs : paragraphs.slice(0, firstSection);
  const edition = readEdition(head);
  return ok(
    {
      kind: 'plan',
      edition: { ...edition, issuer: edition.issuer || findIssuerInProse(preamble) },
      legalBases: parseLegalBases(preamble),
      sections,
      items,
      targets: items.flatMap(({ text }, index) => parseTargets(text, index)),
    },
    document.warnings,
  );
}
