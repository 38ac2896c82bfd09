import type { TaskCellField } from '../../annex/task-cells';
import { toMatchKey } from '../../shared/text';
import { getHeaderRoles, type TableHeader } from './find-header';
import type { ParsedRow } from './parse-table-rows';

/** What a table is for. Only tables of tasks become an annex without a question. */
export const TABLE_KINDS = ['tasks', 'criteria', 'indicators', 'budget', 'staff', 'other'] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

type ForeignKind = Exclude<TableKind, 'tasks' | 'other'>;

/** Headers that tell of another kind of table; keys. `strong` ones count twice: no task table has them at its head. */
const SIGNS: Record<ForeignKind, { strong: RegExp; weak: RegExp; title: RegExp }> = {
  criteria: {
    strong:
      /^(?:cac |ten |noi dung )?(?:tieu chi|tieu chuan|chi so thanh phan)(?! (?:so|danh so|nhiem vu))(?: |$)|^(?:noi dung )?(?:danh gia|cham diem)(?: |$)/,
    weak: /^(?:tong |so |thang |muc |khung )*diem(?: |$)|^(?:cach|phuong phap|huong dan|can cu) (?:cham|tinh|danh gia|cho)(?: |$)|^muc (?:dat|danh gia)(?: |$)/,
    title: /(?:^| )(?:bo|bang|phieu|thang|khung) (?:tieu chi|tieu chuan|diem|cham diem|danh gia)(?: |$)/,
  },
  indicators: {
    strong: /^(?:ten |cac )?(?:chi tieu|chi so)(?: |$)/,
    weak: /^(?:don vi tinh|dvt|don vi|ty le|so sanh|ke hoach|chi tieu giao|muc tieu|thuc hien|uoc thuc hien|uoc dat|ket qua|dat ty le|tang giam)(?: (?:nam|quy|6 thang|9 thang|giao|dat|ky).*| \d{4}.*)?$|^nam \d{4}$|^%$/,
    title: /(?:^| )(?:he thong|bang|bieu|danh muc|cac) (?:chi tieu|chi so)(?: |$)/,
  },
  budget: {
    strong:
      /^(?:thanh tien|don gia|so tien|tong (?:so tien|kinh phi|muc dau tu)|noi dung (?:chi|thu))(?: |$)/,
    weak: /^(?:kinh phi|du toan|nguon|so luong|don vi tinh|dvt|muc chi|muc thu|ngan sach|tong cong|dinh muc)(?: |$)/,
    title: /(?:^| )(?:du toan|kinh phi|quyet toan|thu chi)(?: |$)/,
  },
  staff: {
    strong: /^(?:ho (?:va )?ten|ho ten|ten (?:can bo|giao vien|nhan vien|hoc sinh))(?: |$)/,
    weak: /^(?:chuc vu|chuc danh|ngay sinh|nam sinh|gioi tinh|trinh do|dien thoai|so dien thoai|sdt|email|dan toc|que quan|don vi cong tac|lop|chuyen mon|ngach|he so)(?: |$)/,
    title: /(?:^| )danh sach(?: |$)/,
  },
};

const MIN_EVIDENCE = 3;
/** Part of the rows that must have a time, or a unit, for a table to be one of tasks whatever else it has. */
const MIN_FILLED_SHARE = 0.3;

function scoreKind(kind: ForeignKind, headers: readonly string[], title: string): number {
  const { strong, weak, title: named } = SIGNS[kind];
  const main = headers.some((key) => strong.test(key)) ? 2 : 0;
  const others = headers.filter((key) => weak.test(key) && !strong.test(key)).length;
  return main + others + (named.test(title) ? 1 : 0);
}

const TASK_HEADER = /(?:^| )(?:nhiem vu|cong viec|dau viec|viec|hoat dong|giai phap)(?: |$)/;

/** Returns true if the rows say what is done when, or by whom: then points, money or names beside it change nothing. */
function hasTaskRows(header: TableHeader, rows: readonly ParsedRow[]): boolean {
  const tasks = rows.filter(({ heading }) => heading === null);
  const isFilled = (field: TaskCellField): boolean =>
    tasks.filter(({ texts }) => texts[field] !== '').length >= tasks.length * MIN_FILLED_SHARE;
  const roles = getHeaderRoles(header);
  if (!roles.has('content')) return false;
  if (roles.has('timing') && isFilled('timing')) return true;
  const namesTasks = header.columns.some(
    ({ role, tiers }) => role === 'content' && TASK_HEADER.test(toMatchKey(tiers.join(' '))),
  );
  return namesTasks && roles.has('leadUnit') && isFilled('leadUnit');
}

/** Returns true for a list of people that says what each is for, and not when or with what result. */
function isRoster(header: TableHeader, headers: readonly string[], title: string): boolean {
  const roles = getHeaderRoles(header);
  if (roles.has('timing') || roles.has('product')) return false;
  const namesPeople = headers.some((key) => SIGNS.staff.strong.test(key));
  return namesPeople && (SIGNS.staff.title.test(title) || headers.some((key) => CONTACT.test(key)));
}

const CONTACT = /^(?:so )?(?:dien thoai|dt|sdt|di dong|email|ngay sinh|nam sinh)(?: |$)/;

/**
 * Detects what a table is for by its headers and the title above it. One whose rows have times, or tasks with
 * units, is a table of tasks, also with points, money or names in further columns.
 */
export function detectTableKind(header: TableHeader, rows: readonly ParsedRow[], title: string): TableKind {
  const headers = header.columns
    .flatMap(({ tiers }) => [tiers.join(' '), ...tiers.slice(-1)])
    .map(toMatchKey);
  const distinct = [...new Set(headers.filter((key) => key !== ''))];
  const titleKey = toMatchKey(title);
  if (!header.guessed && isRoster(header, distinct, titleKey)) return 'staff';
  if (header.guessed || hasTaskRows(header, rows)) return 'tasks';
  const scored = (Object.keys(SIGNS) as ForeignKind[]).map((kind) => ({
    kind,
    score: scoreKind(kind, distinct, titleKey),
  }));
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  if (best.score >= MIN_EVIDENCE) return best.kind;
  return getHeaderRoles(header).has('content') ? 'tasks' : 'other';
}
