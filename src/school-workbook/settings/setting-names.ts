import type { CellValue } from '../../sheets/cell-value';

/** Names of the areas of *Cấu hình*, by which formulas and the add-in find them wherever they stand. */
export const SETTING_NAMES = {
  today: 'HomNay',
  year: 'CH_Nam',
  from: 'CH_TuNgay',
  beforeMeans: 'CH_TruocNgay',
  shift: 'CH_DoiHan',
  soonDays: 'CH_SapDen',
  vague: 'CH_TuMoHo',
  reports: 'CH_KyBaoCao',
  events: 'CH_SuKien',
  daysOff: 'CH_NgayNghi',
  dayOffNames: 'CH_TenNgayNghi',
  worked: 'CH_NgayLamBu',
  phrases: 'CH_CachHieu',
  products: 'CH_LoaiSanPham',
  superiors: 'CH_CapTren',
  recipients: 'CH_NoiNhan',
  wording: 'CH_CauKhongThucHien',
} as const;

export type SettingId = keyof typeof SETTING_NAMES;
export const SETTING_IDS = Object.keys(SETTING_NAMES) as SettingId[];

/** Those that papers ask for. */
export const OFFICE_SETTING_IDS = ['superiors', 'recipients', 'wording'] as const satisfies SettingId[];
/** Values of the named areas of *Cấu hình*; an area whose name is gone is absent. */

export type SettingValues = Partial<Record<SettingId, CellValue[][]>>;
