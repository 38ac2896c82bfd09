/**
 * The words of printed papers. They are Vietnamese whatever the language of the pane, and those of Decree
 * 30/2020/NĐ-CP where it sets them.
 */
export const DOCUMENT_LABELS = {
  nationalTitle: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  annexLabel: 'PHỤ LỤC',
  untitled: 'PHÂN CÔNG NHIỆM VỤ',
  /** In place of what is not known: to be filled in by hand. */
  gap: '…',
  agencyGap: '[TÊN ĐƠN VỊ, CƠ QUAN LẬP VĂN BẢN]',
  reference: '(Ban hành kèm theo {type} số {number} {date} của {issuer})',
  documentType: 'văn bản',
  date: 'ngày {day} tháng {month} năm {year}',
  openDate: 'ngày … tháng … năm {year}',
  notPerformed: 'không thực hiện nội dung này',
  recipients: 'Nơi nhận:',
  annexFile: 'Phụ lục',
  reportFile: 'Báo cáo',
  authorityFile: 'Báo cáo tổng hợp',
  noSection: '(chưa ghi lĩnh vực)',
} as const;

/** Headers of the printed table, in its order. */
export const DOCUMENT_HEADERS = {
  tt: 'TT',
  content: 'Nội dung công việc',
  leadUnit: 'Đơn vị chủ trì',
  coordinatingUnit: 'Đơn vị phối hợp',
  product: 'Sản phẩm',
  timing: 'Thời gian thực hiện',
  note: 'Ghi chú',
} as const;

export type PrintColumnId = keyof typeof DOCUMENT_HEADERS;
export const PRINT_COLUMNS = Object.keys(DOCUMENT_HEADERS) as PrintColumnId[];
