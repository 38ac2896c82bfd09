/** Names of the lists behind the drop-downs. */
export const LIST_NAMES = {
  applicability: 'DM_ApDung',
  status: 'DM_TrangThai',
  reason: 'DM_LyDo',
  person: 'DM_NguoiPhuTrach',
} as const;

/** Rows for reasons, those that the office adds among them. */
export const REASON_ROW_COUNT = 20;

/** From the list of applicabilities to that of reasons: columns across, and rows more than it has. */
export const REASONS_OFFSET = { columns: 2, rows: REASON_ROW_COUNT - 2 } as const;
