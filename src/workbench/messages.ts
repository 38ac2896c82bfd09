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
