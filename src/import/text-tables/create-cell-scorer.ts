import type { ColumnRole } from '../../annex/header-vocabulary';
import { UNIT_TERMS } from '../../annex/not-performed-words';
import { findMarker } from '../../annex/read-applicability';
import { DEFAULT_PRODUCT_VOCABULARY } from '../../progress/product-vocabulary';
import { cleanText, toIdentityKey, toMatchKey } from '../../shared/text';
import { parseTiming } from '../../timing/parse-timing';

/** What the other rows of the same table hold in a column, by key: how often. */
export type ColumnFrequencies = ReadonlyMap<ColumnRole, ReadonlyMap<string, number>>;

/** How well some words would do as a cell of a column: about the logarithm of a likelihood. */
export type CellScorer = (role: ColumnRole, text: string) => number;

/** Returns the key for comparing cells: a coordinating unit without its "không thực hiện nội dung này". */
export function getCellKey(role: ColumnRole, text: string): string {
  const marker = role === 'coordinatingUnit' ? findMarker(text) : null;
  return toIdentityKey(marker ? marker.before : text);
}

/** First words of those who lead or take part; keys. */
const UNIT_HEADS = [
  ...UNIT_TERMS,
  'van phong',
  'so',
  'bo',
  'cuc',
  'chi cuc',
  'vien',
  'cong an',
  'quan su',
  'thu truong',
  'chu tich',
  'hieu truong',
  'pho hieu truong',
  'ban giam hieu',
  'bo phan',
  'to',
  'giao vien',
  'nhan vien',
  'ke toan',
  'van thu',
  'hoi',
  'hoi dong',
  'doan',
  'cong doan',
  'lien doan',
  'mat tran',
  'kho bac',
  'bao hiem',
  'tram',
  'benh vien',
  'dang uy',
  'thuong truc',
  'cac',
  'tat ca',
  'toan',
];
const UNIT_START = new RegExp(`^(?:${UNIT_HEADS.join('|')})(?: |$)`);

/** First words of a time; keys. */
const TIMING_START =
  /^(?:quy|thang|nam|tuan|ngay|truoc|sau|trong|thuong|hang|dinh|khi|theo|cuoi|dau|giua|cham|tu|den|moi|hoc ky|ca nam|xong|hoan thanh|thuc hien|\d|[ivx]+ )/;

const hasCapitalStart = (text: string): boolean => /^["“(]?[\p{Lu}\d]/u.test(text);
const countTokens = (text: string): number => text.split(' ').length;
/** Returns true for text that no cell ends with. */
function isUnfinished(text: string): boolean {
  return /(?:,|;|–|-|\s(?:và|của|các|cho|với|theo|về|tại|để|do|từ|là))$/u.test(text);
}

/** By first words only: almost any sentence holds the name of some document. */
const PRODUCT_START = new RegExp(
  `^(?:${DEFAULT_PRODUCT_VOCABULARY.flatMap(({ words }) => words.map(toMatchKey)).join('|')})(?: |$)`,
);

/** Two units side by side without a comma are two cells. */
const SECOND_UNIT = /[^,;:(–-]\s(?<!của\s)(?:Trường|Phòng|Văn phòng|Trung tâm|Sở|Công an|Ban)\s/u;

function scoreUnit(text: string): number {
  let score = /^\p{Lu}/u.test(text) && UNIT_START.test(toMatchKey(text)) ? 0.9 : -3;
  score -= 0.12 * Math.max(0, countTokens(text) - 6);
  if (/[.?!]\s/.test(text)) score -= 1.5;
  if (SECOND_UNIT.test(text)) score -= 0.7;
  return isUnfinished(text) ? score - 2 : score;
}

function scoreProduct(text: string): number {
  const items = text.split(/[,;]/).map((item) => toMatchKey(item));
  const typed = items.filter((item) => PRODUCT_START.test(item)).length;
  let score = typed === items.length ? 1.2 : PRODUCT_START.test(items[0]!) ? 0.6 : -0.9;
  if (!hasCapitalStart(text)) score -= 2.5;
  score -= 0.15 * Math.max(0, countTokens(text) - 6);
  if (/[.?!]\s|[.]$/.test(text)) score -= 0.8;
  return isUnfinished(text) ? score - 2 : score;
}

function scoreTiming(text: string): number {
  if (countTokens(text) > 16 || !TIMING_START.test(toMatchKey(text))) return -3;
  const known = parseTiming(text, { year: null }).kind !== 'unknown';
  let score = known ? 1.4 : -2.5;
  if (!hasCapitalStart(text)) score -= 1.5;
  if (/\.$/.test(text)) score -= 1;
  return isUnfinished(text) ? score - 2 : score;
}

function scoreContent(text: string): number {
  let score = /\.["”]?$/.test(text) ? 1.2 : /[;:!?]["”]?$/.test(text) ? 0.2 : 0;
  if (text.endsWith(',')) score -= 0.3;
  if (isUnfinished(text) && !text.endsWith(',')) score -= 1;
  return hasCapitalStart(text) ? score + 0.3 : score;
}

const BLANK_SCORES: Partial<Record<ColumnRole, number>> = {
  leadUnit: -1.3,
  coordinatingUnit: -1.1,
  content: -6,
};

const ROLE_SCORERS: Record<ColumnRole, (text: string) => number> = {
  tt: () => -6,
  section: () => -1,
  content: scoreContent,
  leadUnit: scoreUnit,
  coordinatingUnit: (text) => {
    const marker = findMarker(text);
    if (!marker) return scoreUnit(text);
    return 1 + (marker.before === '' ? -0.8 : scoreUnit(marker.before));
  },
  product: scoreProduct,
  timing: scoreTiming,
  note: (text) => -0.5 - 0.1 * countTokens(text),
};

function scoreCell(role: ColumnRole, text: string): number {
  return text === '' ? (BLANK_SCORES[role] ?? 0) : ROLE_SCORERS[role](text);
}

/** Creates a scorer of cells by what a column holds in general; it caches its scores. */
export function createCellScorer(): CellScorer {
  const seen = new Map<string, number>();
  return (role, printed) => {
    const key = `${role} ${printed}`;
    const known = seen.get(key) ?? scoreCell(role, cleanText(printed));
    seen.set(key, known);
    return known;
  };
}

/** Creates a scorer that also counts what the column holds in this table's other rows. */
export function createFrequencyScorer(general: CellScorer, usual: ColumnFrequencies): CellScorer {
  const keys = new Map<string, string>();
  return (role, printed) => {
    const score = general(role, printed);
    if (role === 'content' || printed === '' || score < -2.6) return score;
    const key = keys.get(`${role} ${printed}`) ?? getCellKey(role, cleanText(printed));
    keys.set(`${role} ${printed}`, key);
    const often = usual.get(role)?.get(key) ?? 0;
    return often < 2 ? score : Math.max(score, 0.6) + 0.6 + Math.min(2.2, Math.log2(often) / 2);
  };
}
