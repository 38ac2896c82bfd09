import type { DocumentDecision, DocumentReason } from '../annex/decide-document';
import { formatDate } from '../shared/dates';
import { type Locale, t } from './locale';

function describeReason(locale: Locale, reason: DocumentReason): string {
  const { kind, ...details } = reason;
  const dated =
    reason.kind === 'earlier-date'
      ? { before: formatDate(reason.before), after: formatDate(reason.after) }
      : details;
  return t(locale, `document.reason.${kind}`, dated);
}

/** Says which document an annex was taken for, and why: two sentences. */
export function describeDocumentDecision(locale: Locale, code: string, decision: DocumentDecision): string[] {
  const reasons = decision.reasons.map((reason) => describeReason(locale, reason)).join('; ');
  return [
    t(locale, `document.decision.${decision.kind}`, { code }),
    t(locale, 'document.because', { reasons }),
  ];
}
