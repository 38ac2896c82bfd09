import { cleanText, matchKey } from '../text';
import { DEFAULT_PRODUCTS, type ProductType, type ProductVocabulary } from './vocabulary';

/** One product of a cell: its words as printed, and its type where the vocabulary knows it. */
export type Product = { text: string; type: string | null };

/** Words of a vocabulary by key, and how many words the longest has. */
type Index = { types: ReadonlyMap<string, string>; longest: number };

const indexes = new WeakMap<ProductVocabulary, Index>();

function indexOf(vocabulary: ProductVocabulary): Index {
  const known = indexes.get(vocabulary);
  if (known) return known;
  const types = new Map<string, string>();
  for (const { id, name, words } of vocabulary) {
    for (const word of [name, ...words]) {
      const key = matchKey(word);
      if (key !== '' && !types.has(key)) types.set(key, id);
    }
  }
  const longest = Math.max(1, ...[...types.keys()].map((key) => key.split(' ').length));
  const index = { types, longest };
  indexes.set(vocabulary, index);
  return index;
}

/** The type of the longest phrase that starts at a word. */
function typeAt(words: readonly string[], at: number, { types, longest }: Index): string | null {
  for (let length = Math.min(longest, words.length - at); length > 0; length -= 1) {
    const type = types.get(words.slice(at, at + length).join(' '));
    if (type !== undefined) return type;
  }
  return null;
}

/** Words before the noun: "các báo cáo", "02 tin bài", "ban hành kế hoạch". */
const LEADING = new Set([
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

function withoutLeading(words: readonly string[]): string[] {
  const from = words.findIndex((word) => !LEADING.has(word) && !/^\d+$/.test(word));
  return from < 0 ? [] : words.slice(from);
}

/** A share of something is a result to reach, whatever it is a share of: "100% học sinh có học bạ số". */
const SHARE = /^\D{0,12}\d+(?:[.,]\d+)?\s*%/u;

/** The type of a product: by its first words, else by the first known words in it; null where none are known. */
export function productType(text: string, vocabulary: ProductVocabulary = DEFAULT_PRODUCTS): string | null {
  const index = indexOf(vocabulary);
  if (SHARE.test(text) && vocabulary.some(({ id }) => id === 'result')) return 'result';
  const words = matchKey(text).split(' ');
  const head = typeAt(words, 0, index) ?? typeAt(withoutLeading(words), 0, index);
  if (head !== null) return head;
  for (let at = 1; at < words.length; at += 1) {
    const type = typeAt(words, at, index);
    if (type !== null) return type;
  }
  return null;
}

function startsProduct(text: string, index: Index): boolean {
  const words = matchKey(text).split(' ');
  return typeAt(words, 0, index) !== null || typeAt(withoutLeading(words), 0, index) !== null;
}

/** Words between two separators; `separator` is what stands before them, its spaces included. */
type Segment = { text: string; separator: string };

const SEPARATOR = /(\s*[;\n,/+&]\s*|\s+(?:và|-|–)\s+)/iu;

function segmentsOf(cell: string): Segment[] {
  const parts = cell.split(SEPARATOR);
  const segments: Segment[] = [{ text: parts[0] ?? '', separator: '' }];
  for (let i = 1; i < parts.length; i += 2) {
    segments.push({ text: parts[i + 1] ?? '', separator: parts[i] ?? '' });
  }
  return segments;
}

const BULLET = /^[\s\-–—•*+.]+(?=\S)|^\(?\d{1,2}[.)]\s+/u;
const NOTHING = /^(?:|-|–|—|…|\.+|x|0|khong|khong co)$/;

/**
 * The products of a cell, in order. A separator parts two products only where the next words begin one ("Kế hoạch của
 * các bộ, ngành" is one, "Kế hoạch, báo cáo" two); a semicolon always does. A blank cell, "-" or "Không" has none.
 */
export function readProducts(cell: string, vocabulary: ProductVocabulary = DEFAULT_PRODUCTS): Product[] {
  const index = indexOf(vocabulary);
  const lines = cell
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => cleanText(line).replace(BULLET, ''));
  const texts: string[] = [];
  for (const { text, separator } of segmentsOf(lines.filter((line) => line !== '').join('\n'))) {
    const last = texts.length - 1;
    const begins = last < 0 || separator.trim() === ';' || startsProduct(text, index);
    if (begins && text !== '') texts.push(text);
    else if (text !== '') texts[last] = `${texts[last] ?? ''}${separator.replace(/\s*\n\s*/g, ' ')}${text}`;
  }
  return texts
    .map((text) => text.replace(/[\s.;,]+$/u, ''))
    .filter((text) => !NOTHING.test(matchKey(text)) && !/^[\s\-–—…./]*$/u.test(text))
    .map((text) => ({ text, type: productType(text, vocabulary) }));
}

/** Name of a type, or '' where the office has no such type (any more). */
export function productTypeName(id: string | null, vocabulary: ProductVocabulary = DEFAULT_PRODUCTS): string {
  return vocabulary.find((type: ProductType) => type.id === id)?.name ?? '';
}
