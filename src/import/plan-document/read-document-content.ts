import type { Annex } from '../../annex/types';
import type { RawBlock, RawDocument } from '../../readers/raw-document';
import { type Result, warning } from '../../shared/result';
import { cleanText } from '../../shared/text';
import { setEditionYear } from '../assemble/annex-year';
import { assembleAnnex } from '../assemble/assemble-annex';
import type { AssembleOptions } from '../assemble/choose-tables';
import { nameTablesLeftOut } from '../assemble/list-tables';
import { isPlanTitle } from './extract-plan-text';
import { readPlanDocument } from './read-plan-document';
import type { PlanDocument } from './types';

/** An annex has a table of tasks; a plan has its tasks in prose. A plan with its annex attached is an annex. */
type DocumentKind = 'annex' | 'plan' | 'unknown';

export type DocumentContent = { kind: 'annex'; annex: Annex } | { kind: 'plan'; plan: PlanDocument };

/** Prose with fewer items is a plan only if its head says so. */
const MIN_PLAN_ITEMS = 3;

function isPlan({ items }: PlanDocument, document: RawDocument): boolean {
  return (
    items.length >= MIN_PLAN_ITEMS ||
    document.blocks.some(
      (block) => block.kind === 'text' && block.text.split('\n').some((line) => isPlanTitle(cleanText(line))),
    )
  );
}

/** Letterheads and signatures stand in tables of two columns. */
const MAX_LETTERHEAD_COLUMNS = 2;

/** Returns a document without its tables: rows of criteria or money are no items of a plan. */
function getProse(document: RawDocument): RawDocument {
  const isProse = (block: RawBlock): boolean =>
    block.kind === 'text' || block.columnCount <= MAX_LETTERHEAD_COLUMNS;
  return { ...document, blocks: document.blocks.filter(isProse) };
}

/**
 * Reads the tasks of a document's table or, if it has none, those of its prose. Problems: those of
 * `assembleAnnex` if it has neither.
 */
export function readDocumentContent(
  document: RawDocument,
  options: AssembleOptions = {},
): Result<DocumentContent> {
  const annex = assembleAnnex(document, options);
  if (annex.ok) return { ...annex, value: { kind: 'annex', annex: annex.value } };
  // Who names a table wants that table.
  if (options.tables !== undefined || options.columns || options.asTasks) return annex;
  const prose = annex.problems.some(({ code }) => code === 'other-table') ? getProse(document) : document;
  const plan = readPlanDocument(prose);
  if (!plan.ok || !isPlan(plan.value, document)) return annex;
  const { edition } = plan.value;
  const named = options.year ? setEditionYear(edition, options.year) : edition;
  const warnings = [
    ...plan.warnings,
    ...nameTablesLeftOut(document),
    ...(named.year === null ? [warning('year-unknown', { file: document.file })] : []),
  ];
  return { ...plan, value: { kind: 'plan', plan: { ...plan.value, edition: named } }, warnings };
}

export function detectDocumentKind(document: RawDocument): DocumentKind {
  const content = readDocumentContent(document);
  return content.ok ? content.value.kind : 'unknown';
}
