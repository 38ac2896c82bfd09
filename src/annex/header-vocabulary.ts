import { TASK_CELL_FIELDS, type TaskCellField } from './task-cells';

/** What a column of an annex holds. `section` is a column that names the area on every row. */
export type ColumnRole = 'tt' | 'section' | TaskCellField;

export const COLUMN_ROLES = ['tt', 'section', ...TASK_CELL_FIELDS] as const satisfies readonly ColumnRole[];

/** The header by which each column is known in print; named to the clerk when a column is missing. */
export const PRINTED_HEADERS = {
  tt: 'TT',
  section: 'Lĩnh vực',
  content: 'Nội dung công việc',
  leadUnit: 'Đơn vị chủ trì',
  coordinatingUnit: 'Đơn vị phối hợp',
  product: 'Sản phẩm',
  timing: 'Thời gian',
  note: 'Ghi chú',
} as const satisfies Record<ColumnRole, string>;

/** Splits a list of keys separated by commas. */
const parseKeys = ([list = '']: readonly string[]): string[] => list.split(',').map((key) => key.trim());

/** Headers that are compared whole: too short, or too irregular, to be looked for inside others. Keys. */
export const FULL_HEADERS = {
  tt: parseKeys`1, a, so, ma, no, muc, diem muc, thu tu, ky hieu, so hieu, tieu chi so, stt ma`,
  section: parseKeys`linh vuc, nhom, nhom nhiem vu, nhom linh vuc, mang cong tac, mang cong viec, phan, chuong trinh`,
  content: parseKeys`
    viec, ten, noi dung, dien giai, mo ta, lam gi, viec lam, cac viec, trong tam, viec phai lam, viec can thuc hien,
    viec gi, lam viec gi, nhung viec, dau muc, nv, cv, nd, nd cv, nv cv`,
  leadUnit: parseKeys`
    chinh, lam chinh, nguoi chinh, don vi chinh, bo phan chinh, ct, pt, ai lam, ai chinh, ai phu trach, ai chu tri,
    ai chiu trach nhiem, nguoi lam, nguoi lam chinh, giao ai, cq ct, dv ct, bp ct, nguoi ct, dvct, cqct`,
  coordinatingUnit: parseKeys`
    thanh phan, thanh phan tham du, nguoi tham du, luc luong, phu, lam phu, nguoi phu, don vi phu, bo phan phu, ph,
    ai giup, ai cung lam, ai phu, ai phoi hop, ai ho tro, nguoi giup, nguoi phu giup, giup viec, phu giup, cung lam,
    lam cung, voi ai, cung ai, cq ph, dv ph, bp ph, dvph, cqph`,
  product: parseKeys`
    chi tieu, sp, kq, sp kq, kq sp, co gi, phai co gi, can co gi, duoc gi, ra gi, nop gi, phai nop, phai nop gi,
    can nop, phai co`,
  timing: parseKeys`ngay, thang, tuan, quy, nam, thang tuan, tuan thang, ngay thang, han, hoan thanh, lich, thoi gian,
    han chot, du kien hoan thanh, ngay truc, tuan ngay, ngay tuan, thu ngay, thu ngay thang, ngay gio, buoi, gio,
    khi nao, bao gio, bao gio xong, xong truoc, lam xong truoc, khi nao xong, xong khi nao, den khi nao, tg,
    tght, tgth, tg ht, tg th, xong, han xong, ngay xong, hoan thanh truoc, nop truoc`,
  note: parseKeys`ngay hoan thanh thuc te, so van ban, khac, ly do, diem chuan, lop, khoi, khoi lop, lop truc, gc`,
} satisfies Record<ColumnRole, readonly string[]>;

/**
 * Words that say what a column holds, as keys. The head of a Vietnamese phrase stands first ("nội dung phân công" is
 * contents), so the earliest decides, then the longest.
 */
export const HEADER_TERMS = {
  tt: parseKeys`
    tt, stt, s tt, s t t, t t, so tt, so thu tu, so muc, de muc, chi muc, ma so, ma nv, id, ma nhiem vu,
    ma cong viec, ma tieu chi, ma viec, ma dinh danh`,
  section: [],
  content: parseKeys`
    noi dung, nhiem vu, cong viec, dau viec, hoat dong, tieu chi, giai phap, cong tac, du an, de an,
    ten nv, ten viec, viec can lam, nd cong viec, nd nhiem vu, nd thuc hien, nv cu the, hang muc, chuyen de, phan viec, bien phap`,
  leadUnit: parseKeys`
    chu tri, c tri, chu chi, chu quan, dau moi, phu trach, tham muu, chiu trach nhiem, trach nhiem,
    p trach, phan cong, duoc phan cong, duoc giao, giao cho, soan thao, bien soan, xay dung, dam nhan, cdtt`,
  coordinatingUnit: parseKeys`
    phoi hop, p hop, ph hop, p h, phan cong phu, cung lam, nguoi giup, phu giup, lien quan, cung thuc hien, tham gia, ho tro, ap dung, thuc hien tai co so,
    truong hoc thuc hien, nha truong thuc hien, truong thuc hien, truc thuoc thuc hien, co so thuc hien`,
  product: parseKeys`
    san pham, s pham, sp, ket qua, k qua, dau ra, thanh pham, minh chung, kiem chung, ho so, tai lieu, van ban, hinh thuc,
    muc tieu can dat, yeu cau can dat, can dat`,
  timing: parseKeys`
    thoi gian, t gian, tgian, tg hoan thanh, tg thuc hien, tght, thoi han, thoi diem, thoi ky, tien do, han hoan thanh, han xu ly, han bao cao, han trinh,
    han nop, han gui, han thuc hien, han cuoi, ky bao cao, ky han, dinh ky, tan suat, chu ky, lo trinh,
    moc, ngay hoan thanh, ngay thuc hien, ngay bat dau, ngay ket thuc, ngay den han, ngay trinh,
    ngay nop, ngay bao cao, thang thuc hien, quy thuc hien, nam thuc hien, thang hoan thanh,
    quy hoan thanh, bat dau, ket thuc, tu ngay, den ngay, thang quy, lich trinh, deadline`,
  note: parseKeys`
    ghi chu, luu y, kho khan, vuong mac, de xuat, kien nghi, ly do, tinh trang, trang thai, muc do,
    kinh phi, nguon von, du toan, diem chuan, diem tu cham, diem tham dinh, diem toi da, diem, can cu,
    co so phap ly, gia han, nhan xet, y kien, danh gia, giai trinh, thong tin them`,
} satisfies Record<ColumnRole, readonly string[]>;

/** Words that say it only where no column says it better: "Thực hiện", "Đơn vị", "Người thực hiện". */
export const WEAK_LEAD_TERMS = parseKeys`
    thuc hien, don vi, co quan, bo phan, ca nhan, nguoi, lanh dao, phong ban, giao vien, gv, gvcn, nhan vien, can bo,
    to truong, ban giam hieu, bgh, ai`;

/**
 * Words of a column that says which of the leaders watches over a task ("Lãnh đạo phụ trách", "BGH chỉ đạo"), whatever
 * else it says: the unit in charge is named in another column. They are looked for together.
 */
export const LEADER_TERMS = parseKeys`
    lanh dao, ld, bgh, ban giam hieu, hieu truong, pho hieu truong, ht, pht, chu tich, pct, pho chu tich, ldvp, cap uy,
    dang uy, dong chi, d c, dc, uy vien, giam doc, pho giam doc`;
export const OVERSIGHT_TERMS = parseKeys`
    phu trach, p trach, chi dao, theo doi, don doc, giam sat, kiem tra, phan cong`;

/** Words that look like one of the above and are not. */
export const MISLEADING_TERMS = parseKeys`thoi diem, han che, quan diem, dac diem, chu diem`;

/** Heads of columns that an annex has no place for, whatever follows them ("Địa điểm thực hiện"). */
export const OTHER_HEADS = parseKeys`
    dia diem, doi tuong, so luong, khoi luong, don vi tinh, dvt, cach thuc, phuong phap, phuong thuc,
    ho ten, ho va ten, chuc vu, chuc danh, dien thoai, so dien thoai, email, nguoi ky, nguoi duyet, nguoi phe duyet,
    nguoi kiem tra, nguoi giam sat, nguoi theo doi, nguoi nhan, lanh dao duyet, lanh dao ky, lanh dao phe duyet,
    don vi nhan, don vi giam sat, don vi kiem tra, don vi theo doi, don vi ban hanh, co quan nhan, co quan ban hanh,
    co quan giam sat, cap nhan, cap ban hanh, noi nhan, noi gui, so giao vien, so nhan vien, so nguoi, si so,
    ngay ban hanh, ngay ky, so tien, thanh tien, don gia`;

/**
 * How the header of a column begins that names what is to be done, where none says it plainly: "Tên báo cáo", "Danh mục
 * văn bản", "Loại hồ sơ". Names of people and units are none.
 */
export const NAME_HEADS = parseKeys`
    ten, danh muc, loai, viec, bao cao, ke hoach, van ban, chu de, chu diem, phong trao, hoi thi, muc tieu, yeu cau`;
export const NAMES_OF_PEOPLE = parseKeys`
    ho ten, ho va ten, ten nguoi, ten giao vien, ten gv, ten can bo, ten nhan vien, ten thanh vien`;
export const OTHER_NAMES = parseKeys`
    ten don vi, ten co quan, ten truong, ten phong, ten bo phan, ten to, ten lop, ten hoc sinh, ten chu tri, ten tep,
    danh muc don vi, danh muc truong, ten san pham, ten minh chung`;

/** Words that go with those above in headers; they decide nothing, but a header is made of such words. */
export const COMPANION_TERMS = parseKeys`
    trinh, trong, nam, thang, quy, va, hoac, cac, cua, cho, tai, den, tu, neu co, can, chinh, chu yeu,
    cu the, trong tam, du kien, yeu cau, hoan thanh, muc tieu, chi tieu, ten, so, dia phuong, so nganh,
    ban nganh, phong, ban, nganh, dv, cq, ldvp, to chuc, danh muc, linh vuc, thanh phan, thuc te,
    hien nay, bao cao, gui, nop, trien khai, chi dao, kiem tra, dat duoc`;
