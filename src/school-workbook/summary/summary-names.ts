/** Names of the tables of *Tiến độ* on *Tổng hợp*. */
export const PROGRESS_SUMMARY_NAMES = {
  progress: 'TH_TienDo',
  byQuarter: 'TH_Quy',
  byProduct: 'TH_LoaiSanPham',
  byReport: 'TH_KyBaoCao',
  byMonth: 'TH_Thang',
} as const;

/** The cell in which the clerk chooses a document, and what its list offers. */
export const CHOICE_NAMES = { choice: 'TH_ChonVanBan', list: 'TH_DanhSachVanBan' } as const;

/** Names under which the figures are found again, wherever the sheet is moved or rows are inserted. */
export const SUMMARY_NAMES = {
  ...CHOICE_NAMES,
  whole: 'TH_ToanPhuLuc',
  byArea: 'TH_LinhVuc',
  byLeadUnit: 'TH_ChuTri',
  ...PROGRESS_SUMMARY_NAMES,
} as const;
