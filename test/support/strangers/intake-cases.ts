import { readdirSync } from 'node:fs';
import type { Task } from '../../../src/annex/types';
import { getSharedPath, readSharedBytes, readSharedJson } from '../shared-data';
import type { ExpectedReading } from './expected-reading';

/** A file of the collected cases with what is right. */
type IntakeCase = { name: string; bytes: Uint8Array; expected: ExpectedReading };

type Fields = 'content' | 'leadUnit' | 'coordinatingUnit' | 'product' | 'timing';

/** One task in a line: content | lead unit | coordinating unit | product | timing. */
function parseTasks(...lines: string[]): Partial<Task>[] {
  return lines.map((line): Record<Fields, string> => {
    const [content = '', leadUnit = '', coordinatingUnit = '', product = '', timing = ''] = line
      .split('|')
      .map((cell) => cell.trim());
    return { content, leadUnit, coordinatingUnit, product, timing };
  });
}

const TWO_TASKS = parseTasks(
  'Ban hành kế hoạch | Văn phòng | Trường A | Kế hoạch | Quý I',
  'Báo cáo kết quả | Văn phòng | Trường A | Báo cáo | Tháng 6',
);
const splitUnits = (coordinating: string, second: string): Partial<Task>[] =>
  parseTasks(
    `Ban hành kế hoạch | Văn phòng | ${coordinating} | Kế hoạch | Quý I`,
    `Báo cáo | Kế toán | ${second} | Báo cáo | Quý II`,
  );
const THREE_ROWS = (own: string): Partial<Task>[] =>
  parseTasks(
    'Ban hành quy chế năm 2026 | Văn phòng | Kế toán | Quy chế | Tháng 01',
    own,
    'Báo cáo | Văn phòng | Kế toán | Báo cáo | Quý IV',
  );

/** As expected.md says; the plans named q and v are of a real one and are compared by their lines instead. */
const EXPECTED: Readonly<Record<string, ExpectedReading>> = {
  'y1.txt': { edition: { year: 2026 }, tasks: TWO_TASKS },
  'y2.txt': { edition: { year: 2026 }, tasks: TWO_TASKS },
  'y3.txt': { edition: { year: 2026 }, tasks: TWO_TASKS },
  'y4.txt': { edition: { year: 2024 }, tasks: TWO_TASKS },
  'c1.txt': { edition: { year: 2026 }, tasks: splitUnits('các tổ chuyên môn', 'Văn phòng') },
  'c2.txt': { tasks: splitUnits('các tổ chuyên môn', 'Văn phòng') },
  'k1.txt': { tasks: splitUnits('các tổ', 'Văn phòng') },
  'k2.txt': { tasks: splitUnits('Tổ 1 Tổ 2', 'Văn phòng') },
  'k3.txt': { tasks: splitUnits('Các tổ chuyên môn', '') },
  'k4.txt': { tasks: splitUnits('các tổ', '') },
  'g1.txt': {
    sections: ['I Chỉ đạo, điều hành', 'II Tuyên truyền'],
    tasks: [
      { id: 'I.1', content: 'Ban hành kế hoạch' },
      { id: 'I.2', content: 'Báo cáo' },
      { id: 'II.3', content: 'Viết tin bài', timing: 'Thường xuyên' },
    ],
  },
  'i1.txt': {
    edition: {
      number: '130/KH-THDS',
      date: '2026-01-22',
      issuer: '',
      title: 'KẾ HOẠCH CHI TIẾT Chuẩn bị đánh giá ngoài năm 2026',
      year: 2026,
    },
    tasks: TWO_TASKS,
  },
  'i2.txt': {
    edition: { issuer: '', title: 'DANH MỤC CÔNG VIỆC - NHÂN VIÊN KẾ TOÁN Năm học 2026 - 2027' },
    tasks: TWO_TASKS,
  },
  'm1.txt': {
    tasks: parseTasks(
      'Khai giảng, ổn định nền nếp | BGH | | | Tháng 9, Tuần 1 (07/9-12/9)',
      'Họp cha mẹ học sinh | GVCN | | | Tháng 9, Tuần 2 (14/9-19/9)',
      'Hội nghị viên chức | Công đoàn | | | Tháng 10, Tuần 1 (05/10-10/10)',
    ),
  },
  'r1.txt': {
    tasks: parseTasks(
      'Báo cáo cải cách hành chính quý | Văn phòng | | | Trước ngày 10 của tháng cuối quý',
      'Báo cáo y tế trường học | Y tế | | | Trước ngày 15/6',
    ),
  },
  'r2.txt': {
    edition: { issuer: '' },
    tasks: parseTasks('Sửa nhà vệ sinh | Kế toán | | | Quý III', 'Lắp mạng | Tổ Tin | | | Quý IV'),
  },
  'r3.txt': {
    tasks: parseTasks(
      'Quy chế chi tiêu nội bộ | Kế toán | Công đoàn | | Tháng 01',
      'Quy chế thi đua | Văn phòng | Công đoàn | | Tháng 9',
    ),
  },
  's1.txt': { sections: ['I Thể chế'], tasks: TWO_TASKS },
  's2.txt': {
    tasks: [...TWO_TASKS, ...parseTasks('Công khai kế hoạch | Văn phòng | Trường A | Ảnh chụp | Tháng 7')],
  },
  's3.txt': {
    tasks: [
      ...TWO_TASKS,
      ...parseTasks('Công khai kế hoạch trên bảng tin | Văn thư | Trường A | Ảnh chụp | Tháng 7'),
    ],
  },
  'dash1.docx': { tasks: THREE_ROWS('Công khai quy chế | Văn phòng | Kế toán | Ảnh chụp | Tháng 02') },
  'dash2.docx': { tasks: THREE_ROWS('Công khai quy chế | Văn phòng | Kế toán | Ảnh chụp | Tháng 02') },
  'dash3.docx': {
    tasks: THREE_ROWS('Công khai quy chế trên bảng tin | Văn thư | Các tổ | Ảnh chụp | Tháng 02'),
  },
  't1.txt': {
    tasks: [
      { content: 'Cắt cỏ khu vực vườn', leadUnit: 'Cô Lan', note: 'Lớp 9A' },
      { content: 'Dọn rác sau phòng học', leadUnit: 'Cô Hoa', note: 'Lớp 9B' },
      { content: 'Quét sân', leadUnit: 'Cô Mai', note: 'Lớp 8A' },
    ],
  },
  't2.txt': {
    tasks: parseTasks('Cắt cỏ khu vực vườn | Cô Lan', 'Dọn rác sau phòng học | Cô Hoa', 'Quét sân | Cô Mai'),
  },
  't3.txt': {
    tasks: parseTasks(
      'Cắt cỏ khu vực vườn | Cô Lan | | | 28/9',
      'Dọn rác sau phòng học | Cô Hoa | | | 28/9',
      'Quét sân | Cô Mai | | | 29/9',
    ),
  },
  'p1.txt': {
    edition: {
      number: '35/KH-THCS&THPTĐS',
      issuer: 'TRƯỜNG THCS VÀ THPT ĐỒNG SEN',
      date: '2026-09-08',
      year: 2026,
    },
    sections: ['I MỤC ĐÍCH', 'II NHIỆM VỤ'],
    items: [
      'Nâng cao chất lượng phục vụ.',
      'Ban hành kế hoạch trước ngày 15/9/2026.',
      'Báo cáo kết quả trước ngày 15/12/2026.',
    ],
  },
  'p2.txt': {
    edition: { number: '35/KH-THCSĐS', year: 2026 },
    items: [
      'Ban hành kế hoạch trước ngày 15/9/2026.',
      'Tổ chức khai giảng ngày 05/9/2026.',
      'Báo cáo kết quả trước ngày 15/12/2026.',
    ],
  },
  'p3.txt': {
    sections: ['I MỤC ĐÍCH', 'II NHIỆM VỤ', 'II.1 Đối với Ban Giám hiệu', 'II.2 Đối với giáo viên'],
    items: [
      'Cụ thể hóa các nhiệm vụ được giao.',
      'Phân công rõ người, rõ việc.',
      'Chịu trách nhiệm toàn diện về công tác an toàn.',
      'Duy trì chế độ giao ban định kỳ.',
      'Tăng cường giáo dục kỹ năng sống.',
    ],
  },
  'p4.txt': {
    sections: ['A HOẠT ĐỘNG CHUYÊN MÔN', 'A.I GIÁO DỤC PHỔ THÔNG', 'A.II PHỔ CẬP', 'B CÔNG TÁC KHÁC'],
    items: ['Ổn định nền nếp.', 'Cập nhật hồ sơ.', 'Tổ chức hội nghị.'],
  },
};

/** The items of the plans q and v: each line below the first section that is neither a heading nor the closing. */
function collectPlanLines(text: string): string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const start = lines.findIndex((line) => line.startsWith('I. '));
  const end = lines.findIndex((line, i) => i > start && /, ngày \d+ tháng \d+ năm \d{4}$/.test(line));
  return lines
    .slice(start, end < 0 ? undefined : end)
    .filter((line) => !/^(?:[IVX]+\.|\d+\. Đối với) /.test(line));
}

/** Files of wordings, a line each: they belong to the reading of times. */
const WORDING_FILES = ['he.txt', 'friends.txt'];

/** Reads all documents of cases-intake with what is right in them. */
export function readIntakeCases(): IntakeCase[] {
  return readdirSync(getSharedPath('cases-intake'))
    .filter((name) => /\.(?:txt|docx)$/.test(name) && !WORDING_FILES.includes(name))
    .map((name) => {
      const bytes = readSharedBytes('cases-intake', name);
      const lines = /^[qv]/.test(name)
        ? { items: collectPlanLines(new TextDecoder().decode(bytes)) }
        : undefined;
      const expected = lines ?? EXPECTED[name];
      if (!expected) throw new Error(`What is right in ${name} is not written down.`);
      return { name, bytes, expected };
    });
}

type CaseExpectation = { command: string; expected: { rows?: Partial<Task>[] } };

/** Reads the cases of documents to import, each a folder with its file and the rows that are right. */
export function readImportCases(): IntakeCase[] {
  return readdirSync(getSharedPath('cases'))
    .filter((folder) => /^\d/.test(folder))
    .filter((folder) => readdirSync(getSharedPath('cases', folder)).includes('expected.json'))
    .flatMap((folder): IntakeCase[] => {
      const { command, expected } = readSharedJson<CaseExpectation>('cases', folder, 'expected.json');
      if (!command.startsWith('phuluc import') || !Array.isArray(expected.rows)) return [];
      return readdirSync(getSharedPath('cases', folder, 'files')).map((file) => ({
        name: `${folder}/${file}`,
        bytes: readSharedBytes('cases', folder, 'files', file),
        expected: { tasks: expected.rows ?? [] },
      }));
    });
}
