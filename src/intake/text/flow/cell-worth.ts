import { findMarker } from '../../../annex/applicability';
import { UNIT_WORDS } from '../../../annex/not-performed-words';
import { DEFAULT_PRODUCTS } from '../../../annex/products/vocabulary';
import { cleanText, identityKey, matchKey } from '../../../annex/text';
import { readTiming } from '../../../annex/timing/read-timing';
import type { ColumnRole } from '../../assemble/header-words';

/** What the other rows of the same table hold in a column, by key: how often. */
export type Usual = ReadonlyMap<ColumnRole, ReadonlyMap<string, number>>;

/** How well some words would do as a cell of a column: about the logarithm of a likelihood. */
export type CellWorth = (role: ColumnRole, text: string) => number;

/** What cells are compared by: a coordinating unit without its "không thực hiện nội dung này". */
export function cellKey(role: ColumnRole, text: string): string {
  const marker = role === 'coordinatingUnit' ? findMarker(text) : null;
  return identityKey(marker ? marker.before : text);
}

/** First words of those who lead or take part; keys. */
const unitHeads = [
  ...UNIT_WORDS,
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
const beginsWithUnit = new RegExp(`^(?:${unitHeads.join('|')})(?: |$)`);

/** First words of a time; keys. */
const timingHeads =
  /^(?:quy|thang|nam|tuan|ngay|truoc|sau|trong|thuong|hang|dinh|khi|theo|cuoi|dau|giua|cham|tu|den|moi|hoc ky|ca nam|xong|hoan thanh|thuc hien|\d|[ivx]+ )/;

const beginsCapital = (text: string): boolean => /^["“(]?[\p{Lu}\d]/u.test(text);
const wordCount = (text: string): number => text.split(' ').length;
/** A cell does not break off after these. */
function breaksOff(text: string): boolean {
  return /(?:,|;|–|-|\s(?:và|của|các|cho|với|theo|về|tại|để|do|từ|là))$/u.test(text);
}

/** By first words only: almost any sentence holds the name of some document. */
const beginsWithProduct = new RegExp(
  `^(?:${DEFAULT_PRODUCTS.flatMap(({ words }) => words.map(matchKey)).join('|')})(?: |$)`,
);

/** Two units side by side without a comma are two cells. */
const anotherUnit = /[^,;:(–-]\s(?<!của\s)(?:Trường|Phòng|Văn phòng|Trung tâm|Sở|Công an|Ban)\s/u;

function unitWorth(text: string): number {
  let worth = /^\p{Lu}/u.test(text) && beginsWithUnit.test(matchKey(text)) ? 0.9 : -3;
  worth -= 0.12 * Math.max(0, wordCount(text) - 6);
  if (/[.?!]\s/.test(text)) worth -= 1.5;
  if (anotherUnit.test(text)) worth -= 0.7;
  return breaksOff(text) ? worth - 2 : worth;
}

function productWorth(text: string): number {
  const items = text.split(/[,;]/).map((item) => matchKey(item));
  const typed = items.filter((item) => beginsWithProduct.test(item)).length;
  let worth = typed === items.length ? 1.2 : beginsWithProduct.test(items[0]!) ? 0.6 : -0.9;
  if (!beginsCapital(text)) worth -= 2.5;
  worth -= 0.15 * Math.max(0, wordCount(text) - 6);
  if (/[.?!]\s|[.]$/.test(text)) worth -= 0.8;
  return breaksOff(text) ? worth - 2 : worth;
}

function timingWorth(text: string): number {
  if (wordCount(text) > 16 || !timingHeads.test(matchKey(text))) return -3;
  const known = readTiming(text, { year: null }).kind !== 'unknown';
  let worth = known ? 1.4 : -2.5;
  if (!beginsCapital(text)) worth -= 1.5;
  if (/\.$/.test(text)) worth -= 1;
  return breaksOff(text) ? worth - 2 : worth;
}

function contentWorth(text: string): number {
  let worth = /\.["”]?$/.test(text) ? 1.2 : /[;:!?]["”]?$/.test(text) ? 0.2 : 0;
  if (text.endsWith(',')) worth -= 0.3;
  if (breaksOff(text) && !text.endsWith(',')) worth -= 1;
  return beginsCapital(text) ? worth + 0.3 : worth;
}

const blank: Partial<Record<ColumnRole, number>> = { leadUnit: -1.3, coordinatingUnit: -1.1, content: -6 };

const freshWorth: Record<ColumnRole, (text: string) => number> = {
  tt: () => -6,
  section: () => -1,
  content: contentWorth,
  leadUnit: unitWorth,
  coordinatingUnit: (text) => {
    const marker = findMarker(text);
    if (!marker) return unitWorth(text);
    return 1 + (marker.before === '' ? -0.8 : unitWorth(marker.before));
  },
  product: productWorth,
  timing: timingWorth,
  note: (text) => -0.5 - 0.1 * wordCount(text),
};

function fresh(role: ColumnRole, text: string): number {
  return text === '' ? (blank[role] ?? 0) : freshWorth[role](text);
}

/** Judges cells by what a column holds in general; remembers what it has judged. */
export function freshCellWorth(): CellWorth {
  const seen = new Map<string, number>();
  return (role, printed) => {
    const key = `${role} ${printed}`;
    const known = seen.get(key) ?? fresh(role, cleanText(printed));
    seen.set(key, known);
    return known;
  };
}

/** The same, and by what the column holds in this table's other rows. */
export function usualCellWorth(general: CellWorth, usual: Usual): CellWorth {
  const keys = new Map<string, string>();
  return (role, printed) => {
    const worth = general(role, printed);
    if (role === 'content' || printed === '' || worth < -2.6) return worth;
    const key = keys.get(`${role} ${printed}`) ?? cellKey(role, cleanText(printed));
    keys.set(`${role} ${printed}`, key);
    const often = usual.get(role)?.get(key) ?? 0;
    return often < 2 ? worth : Math.max(worth, 0.6) + 0.6 + Math.min(2.2, Math.log2(often) / 2);
  };
}
