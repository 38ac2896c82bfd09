import type { IsoDate } from '../shared/dates';
import { toMatchKey } from '../shared/text';
import type { Bound, TimingPart, TimingReading } from '../timing/types';
import { DEFAULT_PRODUCT_VOCABULARY, type ProductVocabulary } from './product-vocabulary';
import { classifyProduct, type Product } from './read-products';

/** What is handed in together: one product, or all of a task, with its own deadlines. */
export type Deliverable = { products: Product[]; due: IsoDate[]; bound?: Bound };

function createDeliverable(
  products: Product[],
  { due, bound }: Pick<TimingReading, 'due' | 'bound'>,
): Deliverable {
  return {
    products,
    due: [...new Set(due)].sort(),
    ...(bound !== undefined ? { bound } : {}),
  };
}

function isPartForProduct(part: TimingPart, product: Product, vocabulary: ProductVocabulary): boolean {
  const label = toMatchKey(part.label);
  if (label === '') return false;
  const key = toMatchKey(product.text);
  if (label === key || label.includes(key) || key.includes(label)) return true;
  return product.type !== null && classifyProduct(part.label, vocabulary) === product.type;
}

/** Lines of the printed cell, where it was read with its line breaks. */
const hasLineBreaks = (reading: TimingReading): boolean => /[\n\r]/.test(reading.text.trim());

function combineParts(products: Product[], parts: readonly TimingPart[]): Deliverable {
  const bounds = new Set(parts.map((part) => part.bound));
  const bound = bounds.size === 1 ? parts[0]?.bound : undefined;
  return createDeliverable(products, {
    due: parts.flatMap((part) => part.due),
    ...(bound !== undefined ? { bound } : {}),
  });
}

/**
 * Which product has which deadlines. Each has its own where the timing says so, by naming products ("Kế hoạch: tháng 1;
 * báo cáo: tháng 11") or line by line against as many products; else all are handed in together, each time. Deadlines
 * that name none of the products are those of all the others.
 */
export function pairDeadlines(
  products: readonly Product[],
  reading: TimingReading,
  vocabulary: ProductVocabulary = DEFAULT_PRODUCT_VOCABULARY,
): Deliverable[] {
  const { parts } = reading;
  const all = [...products];
  if (products.length < 2 || parts.length < 2) return [createDeliverable(all, reading)];
  if (
    hasLineBreaks(reading) &&
    parts.length === products.length &&
    parts.every((part) => part.label === '')
  ) {
    return all.map((product, i) => combineParts([product], parts.slice(i, i + 1)));
  }
  const named = all.map((product) => ({
    product,
    parts: parts.filter((part) => isPartForProduct(part, product, vocabulary)),
  }));
  if (named.every((each) => each.parts.length === 0)) return [createDeliverable(all, reading)];
  const claimed = new Set(named.flatMap((each) => each.parts));
  const free = parts.filter((part) => !claimed.has(part));
  const rest = named.filter((each) => each.parts.length === 0).map(({ product }) => product);
  const own = named
    .filter((each) => each.parts.length > 0)
    .map((each) => combineParts([each.product], each.parts));
  if (rest.length === 0) return free.length === 0 ? own : [...own, combineParts(all, free)];
  return [...own, combineParts(rest, free.length > 0 ? free : parts)];
}
