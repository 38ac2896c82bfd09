import type { Locale } from './locale';

/** What a file held that could not be kept, by the code that the reader of workbooks gives. */
export const LOST_CONTENT_LABELS = {
  'array-formula-area': { vi: 'vùng công thức mảng', en: 'areas of array formulas' },
  'conditional-format-kind': { vi: 'một kiểu định dạng có điều kiện', en: 'a kind of conditional format' },
  'data-table-formula': { vi: 'bảng dữ liệu giả định (What-If)', en: 'what-if data tables' },
  'digital-signature': { vi: 'chữ ký số của tệp', en: 'the digital signature' },
  'filter-kind': { vi: 'một kiểu lọc', en: 'a kind of filter' },
  'font-effects': { vi: 'hiệu ứng chữ', en: 'font effects' },
  'gradient-fill': { vi: 'nền chuyển màu', en: 'gradient fills' },
  'macro-name': { vi: 'tên gắn với macro', en: 'names that run macros' },
  'named-cell-styles': { vi: 'kiểu ô đặt tên', en: 'named cell styles' },
  'pattern-fill': { vi: 'nền hoa văn', en: 'pattern fills' },
  'reading-order': { vi: 'chiều đọc của ô', en: 'the reading order of cells' },
  'missing-text': {
    vi: 'chữ không có trong tệp (ô để trống)',
    en: 'texts that the file does not have (blank cells)',
  },
  'rich-values': { vi: 'giá trị kiểu dữ liệu liên kết', en: 'linked data types' },
  'split-panes': { vi: 'cách chia đôi cửa sổ', en: 'split windows' },
} as const satisfies Record<string, Record<Locale, string>>;

/** "code: sheet" or "code" in the user's words; an unknown code stays as it is. */
export function describeLostContent(locale: Locale, loss: string): string {
  const colon = loss.indexOf(': ');
  const code = colon < 0 ? loss : loss.slice(0, colon);
  const words = Object.entries(LOST_CONTENT_LABELS).find(([known]) => known === code)?.[1][locale];
  if (!words) return loss;
  return colon < 0 ? words : `${words} (${loss.slice(colon + 2)})`;
}
