import { assembleAnnex } from '../assemble/assemble-annex';
import type { RawDocument } from '../raw-document';
import { readPlan } from './read-plan';

/** An annex has a table of tasks; a plan has its tasks in prose. A plan with its annex attached is an annex. */
export type DocumentKind = 'annex' | 'plan' | 'unknown';

const fewestItems = 3;

export const documentKind = (document: RawDocument): DocumentKind => {
  if (assembleAnnex(document).ok) return 'annex';
  const plan = readPlan(document);
  return plan.ok && plan.value.items.length >= fewestItems ? 'plan' : 'unknown';
};
