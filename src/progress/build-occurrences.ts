import type { Task } from '../annex/types';
import type { IsoDate } from '../shared/dates';
import { toMatchKey } from '../shared/text';
import { parseTiming } from '../timing/parse-timing';
import type { TimingOptions, TimingReading } from '../timing/types';
import { type Deliverable, pairDeadlines } from './pair-deadlines';
import { DEFAULT_PRODUCT_VOCABULARY, type ProductVocabulary } from './product-vocabulary';
import { readProducts } from './read-products';
import type { Deadline, Occurrence } from './types';

type OccurrenceOptions = TimingOptions & { products?: ProductVocabulary };

const UNDATED_KINDS = ['onRequest', 'continuous', 'perPlan', 'relative'];

/** Deadlines of a reading of low confidence wait for the clerk, whatever dates it proposes. */
function isReviewNeeded({ kind, confidence, due }: TimingReading): boolean {
  return confidence === 'low' || (due.length === 0 && !UNDATED_KINDS.includes(kind) && kind !== 'recurring');
}

/** "Tháng 6 và khi có yêu cầu": beside its dates the task may be asked for at any time. */
function isAlsoOnRequest({ due, recurrence }: TimingReading): boolean {
  return (
    due.length > 0 &&
    (recurrence?.onRequest === true || recurrence?.freq === 'onRequest' || recurrence?.freq === 'continuous')
  );
}

function createOccurrence(
  task: Task,
  key: string,
  { products }: Deliverable,
  period: string,
  deadline: Deadline,
): Occurrence {
  return {
    key: [task.id, key, period].join('|'),
    task: task.id,
    products: products.map(({ text }) => text).join('; '),
    productTypes: [...new Set(products.flatMap(({ type }) => (type === null ? [] : [type])))],
    deadline,
  };
}

function createDatedDeadline(due: IsoDate, { bound }: Deliverable): Deadline {
  return {
    kind: 'dated',
    due,
    ...(bound !== undefined ? { bound } : {}),
  };
}

/**
 * The occurrences of a task that is performed, in order of their dates: one for each deadline and deliverable; one
 * without a date for a task on request, continuous or per another plan, and for one whose timing cannot be read.
 * Keys do not depend on order, so that a renewed log finds its rows again.
 */
export function buildOccurrences(task: Task, options: OccurrenceOptions): Occurrence[] {
  if (task.applicability !== 'performed') return [];
  const vocabulary = options.products ?? DEFAULT_PRODUCT_VOCABULARY;
  const reading = parseTiming(task.timing, options);
  const products = readProducts(task.product, vocabulary);
  const deliverables = pairDeadlines(products, reading, vocabulary);
  const all: Deliverable = { products, due: [] };
  if (isReviewNeeded(reading)) return [createOccurrence(task, '', all, '', { kind: 'unread' })];
  const getProductKey = (deliverable: Deliverable): string =>
    deliverables.length < 2 ? '' : deliverable.products.map(({ text }) => toMatchKey(text)).join('+');
  const found = deliverables.flatMap((deliverable) =>
    deliverable.due.map((due) =>
      createOccurrence(
        task,
        getProductKey(deliverable),
        deliverable,
        due,
        createDatedDeadline(due, deliverable),
      ),
    ),
  );
  if (found.length === 0) return [createOccurrence(task, '', all, '', { kind: 'none' })];
  found.sort((a, b) => (getDueDate(a) < getDueDate(b) ? -1 : getDueDate(a) > getDueDate(b) ? 1 : 0));
  return isAlsoOnRequest(reading) ? [...found, createOccurrence(task, '', all, '', { kind: 'none' })] : found;
}

const getDueDate = ({ deadline }: Occurrence): IsoDate => (deadline.kind === 'dated' ? deadline.due : '');
