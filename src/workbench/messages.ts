import { describeLostContent } from '../i18n/describe-lost-content';

/** Words of the workbench itself. They are few and belong to this page alone. */
export type WorkbenchMessages = {
  hint: string;
  help: string;
  open: string;
  save: string;
  undo: string;
  redo: string;
  zoom: string;
  showPane: string;
  hidePane: string;
  resizePane: string;
  ribbon: string;
  sheets: string;
  pane: string;
  formula: string;
  nameBox: string;
  cellEditor: string;
  openList: string;
  cellMenu: string;
  hiddenSheets: (count: number) => string;
  gridLabel: (sheet: string) => string;
  saved: (file: string) => string;
  losses: (list: string) => string;
  lostContent: (loss: string) => string;
  saveAnyway: string;
  unsaved: string;
  discardQuestion: (file: string) => string;
  saveAndOpen: string;
  discardAndOpen: string;
  changedOnDisk: (file: string) => string;
  overwrite: string;
  downloadCopy: string;
  savedAsDownload: (file: string) => string;
  cannotRead: string;
  openElsewhere: (file: string) => string;
  noCopies: string;
  recovery: string;
  unsavedCopy: (file: string, savedAt: number) => string;
  recover: string;
  deleteCopy: string;
  cancel: string;
  cannotOpen: (file: string) => string;
  working: string;
  ready: string;
  notices: { protected: string; notWellFormed: string; notInList: string; refused: string };
};

const VI_MESSAGES: WorkbenchMessages = {
  hint: 'Trong ngăn bên phải: bấm “Dùng phụ lục mẫu” → xem các dòng → “Ghi vào sổ”. Sổ ở đây chạy không cần Excel.',
  help: 'Gợi ý',
  open: 'Mở tệp…',
  save: 'Lưu .xlsx',
  undo: 'Hoàn tác (Ctrl+Z)',
  redo: 'Làm lại (Ctrl+Y)',
  zoom: 'Thu phóng',
  showPane: 'Hiện ngăn Phụ lục',
  hidePane: 'Ẩn ngăn Phụ lục',
  resizePane: 'Đổi độ rộng ngăn Phụ lục',
  ribbon: 'Dải lệnh',
  sheets: 'Các trang tính',
  pane: 'Ngăn Phụ lục',
  formula: 'Thanh công thức',
  nameBox: 'Ô đang chọn',
  cellEditor: 'Nội dung ô',
  openList: 'Mở danh sách chọn',
  cellMenu: 'Lệnh cho các ô đang chọn',
  hiddenSheets: (count) => `${count} trang ẩn`,
  gridLabel: (sheet) => `Trang tính ${sheet}`,
  saved: (file) => `Đã lưu ${file}`,
  losses: (list) => `Tệp này có nội dung mà bàn thử không giữ được khi lưu: ${list}.`,
  lostContent: (loss) => describeLostContent('vi', loss),
  saveAnyway: 'Vẫn lưu bản sao',
  unsaved: 'Chưa lưu',
  discardQuestion: (file) => `${file} có thay đổi chưa lưu. Lưu trước khi mở tệp khác?`,
  saveAndOpen: 'Lưu rồi mở',
  discardAndOpen: 'Bỏ thay đổi và mở',
  changedOnDisk: (file) =>
    `${file} đã bị chương trình khác sửa sau khi mở ở đây. Ghi đè sẽ mất những sửa đổi đó; có thể tải về một bản riêng rồi so lại.`,
  overwrite: 'Ghi đè',
  downloadCopy: 'Tải về bản riêng',
  savedAsDownload: (file) =>
    `Không ghi được vào chính tệp ${file} (đang mở trong Excel, hoặc trình duyệt chưa được phép). Bản mới đã được tải về thư mục Tải xuống.`,
  cannotRead:
    'Không đọc được tệp vừa chọn: tệp đã bị chuyển đi hoặc đang bị khóa. Hãy kiểm tra rồi chọn lại.',
  openElsewhere: (file) =>
    `Một thẻ khác của trình duyệt cũng đang mở tệp tên ${file}. Chỉ sửa ở một thẻ, nếu không bản lưu sau đè bản lưu trước.`,
  noCopies:
    'Trình duyệt không cho giữ bản dự phòng (hết chỗ, hoặc đang ở chế độ ẩn danh). Hãy bấm “Lưu .xlsx” thường xuyên.',
  recovery: 'Sổ chưa lưu của lần trước',
  unsavedCopy: (file, savedAt) =>
    `Lần trước ${file} chưa được lưu; còn bản giữ lúc ${formatTime('vi-VN', savedAt)}.`,
  recover: 'Mở bản này',
  deleteCopy: 'Xóa bản này',
  cancel: 'Thôi',
  cannotOpen: (file) =>
    `Không mở được ${file}: tệp hỏng hoặc không phải sổ Excel (.xlsx). Hãy mở bằng Excel rồi lưu lại thành .xlsx.`,
  working: 'Đang tính…',
  ready: 'Sẵn sàng',
  notices: {
    protected: 'Trang tính đang được bảo vệ: ô này không sửa được. Bỏ bảo vệ trang trước khi sửa.',
    notWellFormed: "Công thức chưa đúng. Muốn ghi thành chữ, hãy đặt dấu nháy đơn (') ở đầu.",
    notInList: 'Giá trị không có trong danh sách chọn của ô này.',
    refused: 'Không làm được ở đây: thao tác sẽ cắt ngang một bảng hoặc ô gộp.',
  },
};

const EN_MESSAGES: WorkbenchMessages = {
  hint: 'In the pane on the right: “Use the sample annex” → look at the rows → “Write to the workbook”. No Excel is needed here.',
  help: 'Hint',
  open: 'Open a file…',
  save: 'Save .xlsx',
  undo: 'Undo (Ctrl+Z)',
  redo: 'Redo (Ctrl+Y)',
  zoom: 'Zoom',
  showPane: 'Show the Phụ lục pane',
  hidePane: 'Hide the Phụ lục pane',
  resizePane: 'Resize the Phụ lục pane',
  ribbon: 'Ribbon',
  sheets: 'Sheets',
  pane: 'Phụ lục pane',
  formula: 'Formula bar',
  nameBox: 'Selected cell',
  cellEditor: 'Cell content',
  openList: 'Open the list of choices',
  cellMenu: 'Commands for the selected cells',
  hiddenSheets: (count) => `${count} hidden`,
  gridLabel: (sheet) => `Sheet ${sheet}`,
  saved: (file) => `Saved ${file}`,
  losses: (list) => `This file holds things that the workbench cannot keep when it saves: ${list}.`,
  lostContent: (loss) => describeLostContent('en', loss),
  saveAnyway: 'Save a copy anyway',
  unsaved: 'Not saved',
  discardQuestion: (file) => `${file} has changes that are not saved. Save before another file is opened?`,
  saveAndOpen: 'Save, then open',
  discardAndOpen: 'Discard changes and open',
  changedOnDisk: (file) =>
    `Another program has changed ${file} since it was opened here. Overwriting loses those changes; a separate copy can be downloaded and compared.`,
  overwrite: 'Overwrite',
  downloadCopy: 'Download a copy',
  savedAsDownload: (file) =>
    `${file} itself could not be written (it is open in Excel, or the browser has no permission). The new version is in the Downloads folder.`,
  cannotRead: 'The chosen file cannot be read: it was moved or is locked. Check it and choose it again.',
  openElsewhere: (file) =>
    `Another tab of the browser has a file named ${file} open too. Change it in one tab only, or the later save replaces the earlier.`,
  noCopies:
    'The browser keeps no recovery copy (no space left, or a private window). Press “Save .xlsx” often.',
  recovery: 'Workbooks not saved last time',
  unsavedCopy: (file, savedAt) =>
    `${file} was not saved last time; a copy of ${formatTime('en-GB', savedAt)} is here.`,
  recover: 'Open this copy',
  deleteCopy: 'Delete this copy',
  cancel: 'Cancel',
  cannotOpen: (file) =>
    `${file} cannot be opened: it is damaged or no Excel workbook (.xlsx). Open it in Excel and save it as .xlsx.`,
  working: 'Calculating…',
  ready: 'Ready',
  notices: {
    protected: 'The sheet is protected: this cell cannot be changed. Unprotect the sheet first.',
    notWellFormed: "The formula is not right. To enter it as text, begin with an apostrophe (').",
    notInList: 'The value is not among this cell’s choices.',
    refused: 'This cannot be done here: it would cut a table or a merged area.',
  },
};

export const getWorkbenchMessages = (locale: string): WorkbenchMessages =>
  locale.toLowerCase().startsWith('en') ? EN_MESSAGES : VI_MESSAGES;

function formatTime(locale: string, time: number): string {
  return new Date(time).toLocaleString(locale, { dateStyle: 'short', timeStyle: 'short' });
}
