import { cleanText, toMatchKey } from '../shared/text';
import { DEFAULT_PRODUCT_VOCABULARY, type ProductType, type ProductVocabulary } from './product-vocabulary';

/** One product of a cell: its words as printed, and its type where the vocabulary knows it. */
export type Product = { text: string; type: string | null };

/** Words of a vocabulary by key, and how many words the longest has. */
type VocabularyIndex = { types: ReadonlyMap<string, string>; longest: number };

const indexCache = new WeakMap<ProductVocabulary, VocabularyIndex>();

function getVocabularyIndex(vocabulary: ProductVocabulary): VocabularyIndex {
  const known = indexCache.get(vocabulary);
  if (known) return known;
  const types = new Map<string, string>();
  for (const { id, name, words: tokens } of vocabulary) {
    for (const word of [name, ...tokens]) {
      const key = toMatchKey(word);
      if (key !== '' && !types.has(key)) types.set(key, id);
    }
  }
  const longest = Math.max(1, ...[...types.keys()].map((key) => key.split(' ').length));
  const index = { types, longest };
  indexCache.set(vocabulary, index);
  return index;
}

/** The type of the longest phrase that starts at a word. */
function findTypeAt(
  tokens: readonly string[],
  at: number,
  { types, longest }: VocabularyIndex,
): string | null {
  for (let length = Math.min(longest, tokens.length - at); length > 0; length -= 1) {
    const type = types.get(tokens.slice(at, at + length).join(' '));
    if (type !== undefined) return type;
  }
  return null;
}

/** Words before the noun: "các báo cáo", "02 tin bài", "ban hành kế hoạch". */
const LEAD_IN = new Set([
  'cac',
  'nhung',
  'mot',
  'so',
  'ban',
  'hanh',
  'xay',
  'dung',
  'lap',
  'thuc',
  'hien',
  'to',
  'chuc',
  'noi',
  'dung',
]);

function dropLeadIn(tokens: readonly string[]): string[] {
  const from = tokens.findIndex((word) => !LEAD_IN.has(word) && !/^\d+$/.test(word));
  return from < 0 ? [] : tokens.slice(from);
}

/** A share of something is a result to reach, whatever it is a share of: "100% học sinh có học bạ số". */
const PERCENTAGE = /^\D{0,12}\d+(?:[.,]\d+)?\s*%/u;

/**
 * Classifies a product by its first words, else by the first known words in it.
 *
 * @returns the id of its type, or null where no words are known
 */
export function classifyProduct(
  text: string,
  vocabulary: ProductVocabulary = DEFAULT_PRODUCT_VOCABULARY,
): string | null {
  const index = getVocabularyIndex(vocabulary);
  if (PERCENTAGE.test(text) && vocabulary.some(({ id }) => id === 'result')) return 'result';
  const tokens = toMatchKey(text).split(' ');
  const head = findTypeAt(tokens, 0, index) ?? findTypeAt(dropLeadIn(tokens), 0, index);
  if (head !== null) return head;
  for (let at = 1; at < tokens.length; at += 1) {
    const type = findTypeAt(tokens, at, index);
    if (type !== null) return type;
  }
  return null;
}

function isProductStart(text: string, index: VocabularyIndex): boolean {
  const tokens = toMatchKey(text).split(' ');
  return findTypeAt(tokens, 0, index) !== null || findTypeAt(dropLeadIn(tokens), 0, index) !== null;
}

/** Words between two separators; `separator` is what stands before them, its spaces included. */
type ProductSegment = { text: string; separator: string };

const SEPARATOR = /(\s*[;\n,/+&]\s*|\s+(?:và|-|–)\s+)/iu;

function splitSegments(cell: string): ProductSegment[] {
  const parts = cell.split(SEPARATOR);
  const segments: ProductSegment[] = [{ text: parts[0] ?? '', separator: '' }];
  for (let i = 1; i < parts.length; i += 2) {
    segments.push({ text: parts[i + 1] ?? '', separator: parts[i] ?? '' });
  }
  return segments;
}

const BULLET = /^[\s\-–—•*+.]+(?=\S)|^\(?\d{1,2}[.)]\s+/u;
const NO_PRODUCT = /^(?:|-|–|—|…|\.+|x|0|khong|khong co)$/;

/**
 * The products of a cell, in order. A separator parts two products only where the next words begin one ("Kế hoạch của
 * các bộ, ngành" is one, "Kế hoạch, báo cáo" two); a semicolon always does. A blank cell, "-" or "Không" has none.
 */
export function readProducts(
  cell: string,
  vocabulary: ProductVocabulary = DEFAULT_PRODUCT_VOCABULARY,
): Product[] {
  const index = getVocabularyIndex(vocabulary);
  const lines = cell
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => cleanText(line).replace(BULLET, ''));
  const texts: string[] = [];
  for (const { text, separator } of splitSegments(lines.filter((line) => line !== '').join('\n'))) {
    const last = texts.length - 1;
    const begins = last < 0 || separator.trim() === ';' || isProductStart(text, index);
    if (begins && text !== '') texts.push(text);
    else if (text !== '') texts[last] = `${texts[last] ?? ''}${separator.replace(/\s*\n\s*/g, ' ')}${text}`;
  }
  return texts
    .map((text) => text.replace(/[\s.;,]+$/u, ''))
    .filter((text) => !NO_PRODUCT.test(toMatchKey(text)) && !/^[\s\-–—…./]*$/u.test(text))
    .map((text) => ({ text, type: classifyProduct(text, vocabulary) }));
}

/** Name of a type, or '' where the office has no such type (any more). */
export function getProductTypeName(
  id: string | null,
  vocabulary: ProductVocabulary = DEFAULT_PRODUCT_VOCABULARY,
): string {
  return vocabulary.find((type: ProductType) => type.id === id)?.name ?? '';
}
