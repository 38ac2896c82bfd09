/**
 * Words with which a unit says that a task of the annex is not its own. All are keys (see `matchKey`): lower case,
 * no diacritics. "Chưa thực hiện" (a state of progress) and "không phát sinh" (its own, but nothing arose) are
 * deliberately not among them.
 */

export const DENIAL_NEGATIONS = ['khong', 'ko', 'khg', 'k'] as const;

/** What is denied. */
export const DENIAL_PREDICATES = [
  'thuc hien',
  'phai thuc hien',
  'phoi hop thuc hien',
  'to chuc thuc hien',
  'trien khai thuc hien',
  'dang ky thuc hien',
  'duoc giao thuc hien',
  'trien khai',
  'to chuc',
  'ap dung',
  'tham gia',
  'phoi hop',
  'phu trach',
  'dam nhan',
  'lien quan',
  'lien quan den',
  'th',
  'ad',
  'duoc phan cong',
  'duoc giao',
  'phai nhiem vu',
  'thuoc nhiem vu',
  'thuoc chuc nang',
  'thuoc chuc nang nhiem vu',
  'thuoc tham quyen',
  'thuoc pham vi',
  'thuoc trach nhiem',
  'thuoc linh vuc',
  'thuoc doi tuong',
  'thuoc dien',
  'co chuc nang',
  'co nhiem vu',
  'co tham quyen',
  'co noi dung',
] as const;

/** What the predicate is about; may be left out. "này", "trên" may follow. */
export const DENIAL_OBJECTS = [
  'noi dung',
  'nhiem vu',
  'noi dung nhiem vu',
  'noi dung cong viec',
  'cong viec',
  'viec',
  'cong tac',
  'muc',
  'chi tieu',
  'tieu chi',
  'hoat dong',
  'hang muc',
  'phan viec',
  'phan',
  'dau viec',
  'thu tuc',
  'thuc hien',
  'ap dung',
  'quan ly',
] as const;

export const DENIAL_DEMONSTRATIVES = ['nay', 'tren', 'do', 'neu tren', 'noi tren', 'tuong ung'] as const;

/** Words that begin a closing phrase of place, time or reason: "tại đơn vị", "trong năm 2024", "do …". */
export const CLOSING_PREPOSITIONS = [
  'tai',
  'o',
  'cua',
  'doi voi',
  'voi',
  'trong',
  'nam',
  'do',
  'vi',
  'theo',
] as const;

/** Predicates whose denial only says "not performed" once more; the others say why. */
export const BARE_PREDICATES = [
  'thuc hien',
  'phai thuc hien',
  'phoi hop thuc hien',
  'to chuc thuc hien',
  'trien khai thuc hien',
  'trien khai',
  'to chuc',
  'ap dung',
  'tham gia',
  'phoi hop',
  'th',
  'ad',
] as const satisfies readonly (typeof DENIAL_PREDICATES)[number][];

/** Before a denial they make it a proposal, or a state for a time: "Đề nghị không thực hiện". The clerk is asked. */
export const TENTATIVE_TERMS = [
  'de nghi',
  'de nghi cho',
  'de xuat',
  'kien nghi',
  'xin',
  'xin phep',
  'xin duoc',
  'du kien',
  'tam thoi',
  'tam',
  'truoc mat',
  'hien',
  'hien tai',
  'hien nay',
  'co the',
  'co the se',
  'xem xet',
  'can nhac',
  'dang xem xet',
] as const;

/** Words of a pause: it is neither performed nor refused. */
export const PAUSE_TERMS = [
  'tam dung',
  'tam ngung',
  'tam hoan',
  'tam dung thuc hien',
  'tam hoan thuc hien',
] as const;

/** Abbreviations and single words that say it as a whole cell or after the unit's name. */
export const STANDALONE_MARKERS = [
  'kad',
  'k ad',
  'kth',
  'k th',
  'n a',
  'mien',
  'mien thuc hien',
  'duoc mien',
] as const;

/** Standalone markers that say no more than "not performed". */
export const BARE_MARKERS = [
  'kad',
  'k ad',
  'kth',
  'k th',
  'n a',
] as const satisfies readonly (typeof STANDALONE_MARKERS)[number][];

/** Cells that may mean "no", "none" or merely a tick: the clerk is asked. Compared with the whole cell. */
export const AMBIGUOUS_CELLS = ['k', '0', 'x', 'v', 'co'] as const;
/** As above, also after the unit's name. */
export const AMBIGUOUS_ENDINGS = ['khong', 'ko', 'khong co', 'ko co'] as const;
export const AMBIGUOUS_SIGNS = ['/', '\\', '✓', '✔', '√', '✗', '✘', '×'] as const;

/** First words of a unit's name or of a word that stands for the unit itself. */
export const UNIT_TERMS = [
  'truong',
  'nha truong',
  'don vi',
  'co so',
  'mn',
  'mam non',
  'mau giao',
  'th',
  'tieu hoc',
  'thcs',
  'thpt',
  'trung hoc',
  'trung tam',
  'phong',
  'ban',
  'uy ban',
  'ubnd',
  'phuong',
  'xa',
  'dia phuong',
  'co quan',
  'chung toi',
] as const;
