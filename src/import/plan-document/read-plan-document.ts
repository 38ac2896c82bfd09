import { readEdition } from '../../annex/read-edition';
import type { RawDocument } from '../../readers/raw-document';
import type { Problem } from '../../shared/problem';
import { err, ok, type Result, warning } from '../../shared/result';
import { cleanText } from '../../shared/text';
import { isPlaceAndDate } from '../assemble/row-kinds';
import { extractPlanText } from './extract-plan-text';
import { parseLegalBases } from './parse-legal-bases';
import { LEGAL_BASIS_START, parseParagraphMark } from './parse-paragraph-mark';
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

const SUMMONS = /(?:như sau|sau đây|dưới đây)[\s:;.]*$/iu;

/** Returns true for a paragraph before the first section that says nothing of its own: a basis, or "… như sau:". */
const isOpeningWords = (text: string): boolean =>
  LEGAL_BASIS_START.test(text) || /:$/.test(text) || SUMMONS.test(text);

const isNumbered = (text: string): boolean =>
  ['part', 'capital', 'roman', 'number', 'nested'].includes(parseParagraphMark(text)?.kind ?? '');

/** Names what stands in a plan and was taken neither as its head nor as one of its items. */
function createSkippedWarnings(
  file: string,
  preamble: readonly string[],
  closing: readonly string[],
): Problem[] {
  const skipped = [...preamble.filter((text) => !isOpeningWords(text)), ...closing.filter(isNumbered)];
  return skipped.map((text) => warning('plan-text-skipped', { file }, { text }));
}

/**
 * Reads a plan in prose: its head, legal bases, items with their sections, and the targets with figures.
 * Problems: no-plan (no numbered or marked paragraph with anything in it). Warnings: plan-text-skipped,
 * plan-paragraph-joined.
 */
export function readPlanDocument(document: RawDocument): Result<PlanDocument> {
  const { head, paragraphs } = extractPlanText(document);
  const { preamble, sections, items, joined, closing } = parsePlanItems(paragraphs);
  if (items.length === 0) return err('no-plan', { file: document.file });
  // Some offices print place and date only above the signature.
  const edition = readEdition([...head, ...closing.filter(isPlaceAndDate)]);
  return ok(
    {
      kind: 'plan',
      edition: { ...edition, issuer: edition.issuer || findIssuerInProse(preamble) },
      legalBases: parseLegalBases(preamble),
      sections,
      items,
      targets: items.flatMap(({ text }, index) => parseTargets(text, index)),
    },
    [
      ...document.warnings,
      ...createSkippedWarnings(document.file, preamble, closing),
      ...joined.map((one) => warning('plan-paragraph-joined', { file: document.file }, one)),
    ],
  );
}
