import { parseStatus } from '../../../src/progress/status/parse-status';

const isDone = (text: string): boolean => parseStatus(text).state === 'done';

/** Plain claims of many forms. */
const CLAIMS = [
  'Đã hoàn thành',
  'Hoàn thành',
  'Đã xong',
  'Xong rồi',
  'HT 100%',
  '100%',
  'Đã nộp báo cáo',
  'Đã ban hành Quyết định số 12/QĐ-MN',
  'Đã tổ chức ngày 20/11/2025',
  'Đã thực hiện',
  'Đã gửi Phòng GDĐT',
  '5/5 nội dung',
  'Đã triển khai xong',
  'da hoan thanh',
  'Đã khắc phục xong các tồn tại',
  'Đã được tổ chức',
  'Nhà trường đã thực hiện xong',
  'Hoàn thành đúng hạn',
  'Đã rà soát và gửi',
  'Đã tập huấn cho 100% giáo viên',
  'Kết quả: đã hoàn thành',
  'Đạt 100%',
  'Đã HT',
];

/** What takes a claim back or limits it: negation, part, plan, request, condition, doubt. */
const LIMITS = [
  'chưa xong phần còn lại',
  'chưa nghiệm thu',
  'còn lớp 4B',
  'còn thiếu chữ ký',
  'trừ điểm trường 2',
  'chỉ mới được một nửa',
  'thiếu phụ lục 2',
  'đang chờ phường duyệt',
  'chờ ký',
  'sẽ làm tiếp',
  'dự kiến tháng 12',
  'phấn đấu xong trong tuần',
  'cần bổ sung',
  'phải làm lại',
  'bị trả lại',
  'phường trả về',
  'phường yêu cầu bổ sung',
  'xin gia hạn',
  'xin lùi đến 15/6',
  'đề nghị hỗ trợ kinh phí',
  'không đầy đủ',
  'không được duyệt',
  'phường không duyệt',
  'tổ Văn chưa',
  'mới được 60%',
  '2 lớp chưa nộp',
  'còn nợ minh chứng của 3 lớp',
  'một số nội dung đang làm',
  'được 3/5',
  'đạt 80%',
  'gần xong',
  'sắp xong',
  'tuần sau làm nốt',
  'mai nộp tiếp',
  'nếu có kinh phí',
  'khi nào có tiền thì làm',
  'ngoại trừ khối 5',
  'hầu hết',
  'cơ bản',
  'tạm thời',
  'dự thảo',
  'bản nháp',
  'có lẽ vậy',
  'không chắc',
  'hình như thế',
  'hay chưa',
  'chưa',
  'không',
  'riêng tổ 3 chưa',
  'nhưng chưa đạt',
  'nhưng còn sai sót',
  'nhưng lỗi',
  'song phải sửa',
  'tuy nhiên chưa ký',
  'nhưng phường chưa nhận',
  'mà chưa gửi',
  'đang thực hiện',
  'vẫn đang làm',
  'chưa có biên bản nghiệm thu',
  'còn vướng mắc',
  'gặp khó khăn',
  'bỏ sót 2 em',
  'sai mẫu',
  'chưa đủ',
  'chua xong',
  'con thieu',
  'dang lam',
  'se bo sung',
  'chưa hết',
  'giai đoạn 1',
  'bước 1',
  'đợt 1',
  'phần 1',
  '❌',
];

/** What says when, where or by what the work was done. */
const NEUTRALS = [
  'ngày 20/11/2025',
  'ngày 3/4',
  'tháng 10/2025',
  'số 34/BC-MN',
  'có biên bản',
  'có hình ảnh kèm theo',
  'minh chứng kèm theo',
  'cảm ơn phòng',
  'xin cảm ơn',
  'trân trọng',
  'không có vướng mắc',
  'không phát sinh khó khăn',
  'không có sai sót',
  'đúng hạn',
  'trễ hạn 2 ngày',
  'trước hạn',
  'theo kế hoạch',
  'theo quy định',
  'lưu hồ sơ tại trường',
  'văn thư lưu',
  'phường đã nhận',
  'Phòng đã xác nhận',
  'ạ',
  'nhé',
  'link: https://drive.google.com/abc',
  'xem minh chứng',
  'kết quả tốt',
  'đạt yêu cầu',
  'nhưng trễ 2 ngày',
  'lúc 16h30',
];

/** Ways to put a second clause behind a claim. */
const JOINTS: readonly ((claim: string, clause: string) => string)[] = [
  (claim, clause) => `${claim}, ${clause}`,
  (claim, clause) => `${claim}. ${clause.charAt(0).toUpperCase()}${clause.slice(1)}`,
  (claim, clause) => `${claim} (${clause})`,
  (claim, clause) => `${claim}; ${clause}`,
  (claim, clause) => `${claim} - ${clause}`,
  (claim, clause) => `${claim} ${clause}`,
];
/** Words that need a claim before them. */
const NEEDS_CLAIM = /^(?:nhưng|song|tuy|mà|hay|chưa$|không$|❌|có lẽ)/u;

const combine = (clauses: readonly string[]): string[] =>
  CLAIMS.flatMap((claim) => clauses.flatMap((clause) => JOINTS.map((join) => join(claim, clause))));

describe('parseStatus on claims with a second clause', () => {
  it('reads each claim as done by itself', () => {
    expect(CLAIMS.filter((claim) => !isDone(claim))).toEqual([]);
  });

  it('never reads a claim as done that a second clause limits', () => {
    expect(combine(LIMITS).filter(isDone)).toEqual([]);
  });

  it('never reads a claim as done behind a clause that limits it', () => {
    const limits = LIMITS.filter((limit) => !NEEDS_CLAIM.test(limit));
    const texts = CLAIMS.flatMap((claim) => limits.map((limit) => `${limit}, ${claim}`));
    expect(texts.filter(isDone)).toEqual([]);
  });

  it('reads a claim as done with a neutral second clause', () => {
    expect(combine(NEUTRALS).filter((text) => !isDone(text))).toEqual([]);
  });
});
