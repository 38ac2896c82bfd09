import { removeMarks, toMatchKey } from '../shared/text';
import { DEFAULT_PRODUCT_VOCABULARY, type ProductVocabulary } from './product-vocabulary';

/** What may be amiss with a number and sign; `suggestion` shows the form that Decree 30/2020/NĐ-CP asks for. */
export type DocumentNumberIssue =
  | 'not-a-number'
  | 'leading-zero'
  | 'spaces'
  | 'capitals'
  | 'dash'
  | 'no-sign'
  /** The abbreviation of the type is that of another product. */
  | 'other-type';

type DocumentNumberCheck = {
  /** As it should be written: "05/KH-MNBT"; '' where nothing can be made of it. */
  suggestion: string;
  faults: DocumentNumberIssue[];
  /** Type of product its abbreviation stands for; null where it has none (an official letter) or an unknown one. */
  type: string | null;
};

const NUMBER_FORM = /^(?:so\s*:?\s*)?(\d{1,5})\s*([a-z])?\s*\/\s*(?:(\d{4})\s*\/\s*)?(.*)$/;

/** Signs keep Đ and the small r of TTr and CTr; everything else is capital. */
function normalizeSign(raw: string): string {
  return raw
    .replace(/\s*-\s*/g, '-')
    .replace(/\s+/g, '')
    .split('-')
    .map((part) => {
      const upper = part.toUpperCase();
      return upper === 'TTR' ? 'TTr' : upper === 'CTR' ? 'CTr' : upper === 'QYĐ' ? 'QyĐ' : upper;
    })
    .join('-');
}

function findTypeBySign(sign: string, vocabulary: ProductVocabulary): string | null {
  const first = toMatchKey(sign.split('-')[0] ?? '');
  return vocabulary.find((type) => type.sign !== undefined && toMatchKey(type.sign) === first)?.id ?? null;
}

/**
 * Checks the number and sign of a document by its form: number, "/", abbreviation of the type, "-", abbreviation of the
 * office, without spaces; numbers below 10 with a leading zero. An official letter has no type ("442/UBND-NV"), a law
 * has its year ("74/2022/QH15"). `types`: the products it should be one of; a number that fits none is reported.
 */
export function checkDocumentNumber(
  text: string,
  types: readonly string[] = [],
  vocabulary: ProductVocabulary = DEFAULT_PRODUCT_VOCABULARY,
): DocumentNumberCheck {
  const raw = text.normalize('NFC').replace(/[–—−]/g, '-').trim();
  const plain = removeMarks(raw).toLowerCase();
  const match = NUMBER_FORM.exec(plain);
  if (!match) {
    const bare = /^(?:so\s*:?\s*)?(\d{1,5})$/.exec(plain);
    return { suggestion: '', faults: [bare ? 'no-sign' : 'not-a-number'], type: null };
  }
  const [, digits = '', letter = '', year, sign = ''] = match;
  // The sign as typed, with its Đ: marks do not change the number of letters before it.
  const typed = raw.slice(raw.length - sign.length).trim();
  if (!/^[\p{L}\d&.]+(?:\s*-\s*[\p{L}\d&.]+)*$/u.test(typed)) {
    return { suggestion: '', faults: [typed === '' ? 'no-sign' : 'not-a-number'], type: null };
  }
  const number = `${digits.replace(/^0+(?=\d)/, '').padStart(2, '0')}${letter}`;
  const proper = normalizeSign(typed);
  const suggestion = [number, ...(year ? [year] : []), proper].join('/');
  const body = raw.replace(/^[sS]ố\s*:?\s*/u, '');
  const faults: DocumentNumberIssue[] = [];
  if (digits.length === 1) faults.push('leading-zero');
  if (/\s/.test(body)) faults.push('spaces');
  if (/[–—−]/.test(text)) faults.push('dash');
  if (typed.replace(/\s/g, '') !== proper) faults.push('capitals');
  const type = findTypeBySign(proper, vocabulary);
  const signed = types.filter((id) => vocabulary.some((each) => each.id === id && each.sign !== undefined));
  if (type !== null && signed.length > 0 && signed.length === types.length && !types.includes(type)) {
    faults.push('other-type');
  }
  return { suggestion, faults, type };
}
