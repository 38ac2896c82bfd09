import { type IsoDate, parseIsoDate } from '../shared/dates';
import type { Problem } from '../shared/problem';
import { checkDocumentNumber } from './check-document-number';
import type { ProductVocabulary } from './product-vocabulary';
import type { LogRow } from './types';

type CheckLogRowOptions = { today: IsoDate; products?: ProductVocabulary };

const DATE_FIELDS = ['doneOn', 'dueByHand'] as const;

/**
 * What is amiss with a recorded occurrence. PAR scoring asks for evidence or an explanation: a document's number, a
 * link or file, or else an explanation. Nothing here stops the clerk; every finding is a warning beside the row.
 */
export function checkLogRow(row: LogRow, { today, products }: CheckLogRowOptions): Problem[] {
  const { typed } = row;
  const found: Problem[] = [];
  const report = (code: Problem['code'], details?: Problem['details']): void => {
    found.push({ code, severity: 'warning', place: { task: row.task }, ...(details ? { details } : {}) });
  };
  for (const field of DATE_FIELDS) {
    if (typed[field] !== '' && !parseIsoDate(typed[field])) report('not-a-date', { value: typed[field] });
  }
  if (typed.state === 'done') {
    if (typed.doneOn === '') report('done-without-date');
    const proven = [typed.number, typed.evidence, typed.explanation].some((text) => text.trim() !== '');
    if (!proven) report('no-evidence');
  } else if (typed.doneOn !== '') report('date-without-done', { value: typed.doneOn });
  if (parseIsoDate(typed.doneOn) && typed.doneOn > today) report('done-in-future', { value: typed.doneOn });
  if (typed.number.trim() !== '') {
    const { faults, suggestion } = checkDocumentNumber(typed.number, row.productTypes, products);
    const other = faults.includes('other-type');
    if (faults.some((fault) => fault !== 'other-type')) {
      report('document-number', {
        value: typed.number,
        suggestion: suggestion === typed.number ? '' : suggestion,
      });
    }
    if (other) report('document-type', { value: typed.number, products: row.products });
  }
  return found;
}
