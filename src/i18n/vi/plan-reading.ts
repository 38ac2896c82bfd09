/** Words of what is read from documents on the command line. */
export const VI_PLAN_READING = {
  'plan.read': 'Đã đọc kế hoạch từ {file}: {items} nội dung, {bases} căn cứ, {targets} chỉ tiêu.',
  'plan.head': 'Kế hoạch[[: {title}]][[, số {number}]][[, ngày {date}]][[, của {issuer}]].',
  'plan.item': '{section}[[ – {number}]]: {text}[[ (thời gian: {timing})]]',
  'plan.target': 'Chỉ tiêu {comparator} {value}[[ {unit}]]: {text}',
} as const;
