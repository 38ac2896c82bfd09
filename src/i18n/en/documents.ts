import type { VI_DOCUMENTS } from '../vi/documents';

export const EN_DOCUMENTS: Record<keyof typeof VI_DOCUMENTS, string> = {
  'document.decision.new': 'A new document of the workbook: {code}.',
  'document.decision.same-edition': 'Imported into a document that is there: {code}.',
  'document.decision.reissue': 'A new edition of a document that is there: {code}.',
  'document.decision.older-edition':
    'An old edition of a document that is there: {code}; no task is changed.',
  'document.because': 'Because: {reasons}.',
  'document.reason.first-document': 'the workbook has no document yet',
  'document.reason.same-number': 'same number {number}',
  'document.reason.says-amends': 'it says that it adjusts or replaces {number}',
  'document.reason.amended-by': '{number} adjusts or replaces it',
  'document.reason.equal-tasks': '{equal} of {total} tasks are the same',
  'document.reason.same-issuer': 'same issuer ({issuer})',
  'document.reason.same-title': 'same title',
  'document.reason.other-number': 'the number {after} is not {before}',
  'document.reason.other-issuer': 'another issuer[[ ({after}, not {before})]]',
  'document.reason.other-year': 'for {after}, not {before}',
  'document.reason.other-title': 'another title',
  'document.reason.few-equal-tasks': '{equal} of {total} tasks are those of the closest document',
  'document.reason.earlier-date': 'issued on {after}, before the edition that is followed ({before})',
  'document.reason.chosen': 'you chose it',
  'document.choice': 'Document',
  'document.choice.auto': 'By what the file says (suggested)',
  'document.choice.new': 'A new document with tasks of its own',
  'document.choice.existing': 'Document {code}[[: {title}]]',
  'document.all': 'All documents',
  'document.to-print': 'Document to print',
  'document.of-report': 'Document of the report',
  'cli.option.one-document': 'only one document of a workbook of several: its number and sign',
  'cli.option.document':
    'the document of the workbook that the annex belongs to: its number and sign, or new for a new one',
};
