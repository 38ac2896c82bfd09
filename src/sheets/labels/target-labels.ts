/** Words of the sheet *Chỉ tiêu*; Vietnamese whatever the language of the pane, as its formulas compare with them. */
export const TARGET_SHEET_NAME = 'Chỉ tiêu';

/** Headers of the table of targets, in the order of a new sheet. */
export const TARGET_HEADERS = {
  item: 'Mục',
  target: 'Chỉ tiêu',
  comparator: 'So sánh',
  figure: 'Mức phải đạt',
  unit: 'Đơn vị tính',
  actual: 'Kết quả thực hiện',
  met: 'Đánh giá',
  note: 'Ghi chú',
} as const;

export const COMPARATOR_LABELS = { '>=': '≥', '<=': '≤', '>': '>', '<': '<', '=': '=' } as const;

export const TARGET_RESULT_LABELS = {
  met: 'đạt',
  notMet: 'chưa đạt',
  /** Nothing to judge: the actual figure is blank, or one of the figures is no number. */
  open: '–',
} as const;

export const TARGET_SHEET_LABELS = {
  title: 'Chỉ tiêu của kế hoạch',
  advice:
    'Nhập số vào cột “Kết quả thực hiện”; cột “Đánh giá” tự tính. Chỉ tiêu % nhập theo phần trăm, ví dụ 98,5%.',
  comparatorTitle: 'Chọn dấu so sánh',
  comparator: 'Chọn ≥, ≤, >, < hoặc =.',
  figureTitle: 'Nhập một số',
  figure: 'Nhập một số từ 0 trở lên, hoặc để trống khi chưa có kết quả.',
} as const;
