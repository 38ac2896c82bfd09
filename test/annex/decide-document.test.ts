import fc from 'fast-check';
import { decideDocument } from '../../src/annex/decide-document';
import {
  createDocumentCode,
  detectDocumentKind,
  formatDocumentTaskId,
  splitDocumentTaskId,
  type TrackedDocument,
} from '../../src/annex/tracked-document';
import type { Annex, Edition, Task } from '../../src/annex/types';

const EDITION: Edition = {
  issuer: 'Ủy ban nhân dân phường Hoa Cúc',
  number: '27/KH-UBND',
  date: '2026-01-16',
  title: 'Phân công nhiệm vụ cải cách hành chính năm 2026',
  year: 2026,
};

const REFORM = [
  'Xây dựng kế hoạch kiểm tra công tác văn thư, lưu trữ của nhà trường',
  'Tổ chức khảo sát mức độ hài lòng của cha mẹ trẻ về dịch vụ giáo dục',
  'Cử viên chức tham gia lớp bồi dưỡng kỹ năng số',
  'Công khai dự toán thu chi ngân sách',
];
const DIGITAL = [
  'Số hóa hồ sơ trẻ và cập nhật lên phần mềm dùng chung của ngành',
  'Lập sổ theo dõi thiết bị mạng, thay mật khẩu mặc định',
  'Đăng tin hoạt động lên cổng thông tin hai lần mỗi tuần',
];

function createTasks(contents: readonly string[]): Task[] {
  return contents.map((content, index) => ({
    id: `I.${index + 1}`,
    section: 'I',
    sectionTitle: 'Lĩnh vực',
    tt: String(index + 1),
    content,
    leadUnit: '',
    coordinatingUnit: '',
    applicability: 'undecided',
    reason: '',
    product: '',
    timing: '',
    note: '',
  }));
}

function createAnnex(edition: Partial<Edition>, contents: readonly string[]): Annex {
  return { edition: { ...EDITION, ...edition }, sections: [], tasks: createTasks(contents) };
}

function toDocument(annex: Annex, earlier: readonly Edition[] = []) {
  const document: TrackedDocument = {
    code: annex.edition.number || 'VB',
    kind: 'annex',
    status: 'active',
    editions: [...earlier, annex.edition],
    fingerprint: '',
  };
  return { document, tasks: annex.tasks };
}

const REFORM_PLAN = createAnnex({}, REFORM);
const DIGITAL_PLAN = createAnnex(
  { number: '45/KH-UBND', date: '2026-02-20', title: 'Chuyển đổi số năm 2026' },
  DIGITAL,
);
const BOTH = [toDocument(REFORM_PLAN), toDocument(DIGITAL_PLAN)];

function decide(documents: Parameters<typeof decideDocument>[0], annex: Annex): string {
  const decision = decideDocument(documents, annex);
  return decision.kind === 'new' ? 'new' : `${decision.kind} ${decision.code}`;
}

const getReasons = (annex: Annex): string[] => decideDocument(BOTH, annex).reasons.map(({ kind }) => kind);

describe('decideDocument', () => {
  it('takes the first annex of a workbook for a new document', () => {
    expect(decideDocument([], REFORM_PLAN)).toEqual({ kind: 'new', reasons: [{ kind: 'first-document' }] });
  });

  it('takes the same number for the same edition, however it is written', () => {
    expect(decide(BOTH, createAnnex({ number: 'Số 27 / kh-ubnd'.replace('Số ', '') }, REFORM))).toBe(
      'same-edition 27/KH-UBND',
    );
    expect(getReasons(REFORM_PLAN)).toEqual(['same-number', 'same-issuer', 'equal-tasks']);
  });

  it('takes an annex of another number with other tasks for a new document', () => {
    const thrift = createAnnex({ number: '61/KH-UBND', title: 'Tiết kiệm, chống lãng phí' }, [
      'Rà soát tiêu chuẩn, định mức sử dụng điện nước',
    ]);
    expect(decide(BOTH, thrift)).toBe('new');
    expect(getReasons(thrift)).toEqual(['other-number', 'other-title', 'few-equal-tasks']);
  });

  it('takes the same number of another year or agency for a new document', () => {
    expect(decide(BOTH, createAnnex({ date: '2027-01-16', year: 2027 }, REFORM))).toBe('new');
    expect(decide(BOTH, createAnnex({ issuer: 'Ủy ban nhân dân phường Sen Hồng' }, DIGITAL))).toBe('new');
  });

  it('takes the same number over another title and other tasks for a new document', () => {
    const unlike = createAnnex({ issuer: '', title: 'Bảo đảm an toàn thực phẩm' }, [
      'Kiểm tra bếp ăn hằng ngày',
    ]);
    expect(decide(BOTH, unlike)).toBe('new');
  });

  it('recognises a reissue by what it says, even where it brings other tasks', () => {
    const added = createAnnex({ number: '90/KH-UBND', date: '2026-05-01', amends: '27/KH-UBND' }, [
      'Kiểm tra bếp ăn hằng ngày',
    ]);
    expect(decide(BOTH, added)).toBe('reissue 27/KH-UBND');
  });

  it('recognises a reissue by agency, year and most of the tasks', () => {
    const next = createAnnex({ number: '68/KH-UBND', date: '2026-04-20' }, [...REFORM.slice(1), 'Việc mới']);
    expect(decide(BOTH, next)).toBe('reissue 27/KH-UBND');
    expect(getReasons(next)).toEqual(['same-issuer', 'equal-tasks']);
  });

  it('takes the plan of the next year for a new document, however many tasks are the same', () => {
    const next = createAnnex({ number: '19/KH-UBND', date: '2027-01-10', year: 2027 }, REFORM);
    expect(decide(BOTH, next)).toBe('new');
    expect(getReasons(next)).toContain('other-year');
  });

  it('knows an issue that a newer one has replaced, whether the workbook had it or not', () => {
    const reissue = createAnnex({ number: '68/KH-UBND', date: '2026-04-20' }, REFORM);
    expect(decide([toDocument(reissue, [EDITION])], REFORM_PLAN)).toBe('older-edition 68/KH-UBND');
    expect(decide([toDocument(reissue)], REFORM_PLAN)).toBe('older-edition 68/KH-UBND');
    const partial = createAnnex({ number: '68/KH-UBND', date: '', amends: '27/KH-UBND' }, DIGITAL);
    expect(decide([toDocument(partial)], REFORM_PLAN)).toBe('older-edition 68/KH-UBND');
  });

  it.each([
    ['most tasks', { number: '', title: '' }, REFORM.slice(0, 3), 'same-edition 27/KH-UBND'],
    [
      'the same title and some tasks',
      { number: '' },
      [REFORM[0]!, 'a b c', 'd e f'],
      'same-edition 27/KH-UBND',
    ],
    ['neither', { number: '', title: '' }, [REFORM[0]!, 'a b c', 'd e f'], 'new'],
    ['another agency', { number: '', issuer: 'Phòng Giáo dục' }, REFORM, 'new'],
  ])('decides on an annex without a number by its tasks: %s', (_, edition, contents, expected) => {
    expect(decide(BOTH, createAnnex(edition, contents))).toBe(expected);
  });

  it('takes the agency for the same where one name is cut short', () => {
    const short = createAnnex(
      { issuer: 'UBND phường Hoa Cúc', number: '68/KH-UBND', date: '2026-04-20' },
      REFORM,
    );
    expect(decide(BOTH, short)).toBe('reissue 27/KH-UBND');
  });

  it('never takes a document for another one of another number and other tasks', () => {
    const words = [
      'kiểm tra',
      'báo cáo',
      'rà soát',
      'công khai',
      'tập huấn',
      'sửa chữa',
      'mua sắm',
      'khảo sát',
    ];
    const subject = fc.constantFrom(
      'văn thư',
      'bếp ăn',
      'thiết bị',
      'tài chính',
      'nhân sự',
      'an toàn',
      'môi trường',
    );
    const content = fc
      .tuple(fc.constantFrom(...words), subject, fc.integer({ min: 1, max: 9999 }), subject)
      .map(([action, one, number, other]) => `${action} ${one} mã ${number} tại bộ phận ${other}`);
    const contents = fc.uniqueArray(content, { minLength: 1, maxLength: 12 });
    const edition = fc.record({
      number: fc.integer({ min: 1, max: 40 }).map((number) => `${number}/KH-UBND`),
      issuer: fc.constantFrom('UBND phường Hoa Cúc', 'Sở Giáo dục và Đào tạo', ''),
      year: fc.constantFrom(2025, 2026, null),
      title: fc.constantFrom('Cải cách hành chính', 'Chuyển đổi số', ''),
      date: fc.constant(''),
    });
    fc.assert(
      fc.property(edition, contents, edition, contents, (one, before, other, after) => {
        fc.pre(one.number !== other.number);
        const known = new Set(before);
        const distinct = after.filter((text) => !known.has(text));
        fc.pre(distinct.length > 0);
        const [first, second] = [createAnnex(one, before), createAnnex(other, distinct)];
        const decision = decideDocument([toDocument(first)], second);
        // Almost equal wordings may make a reissue of it; then the agency and the year must not speak against it.
        if (decision.kind !== 'new') {
          expect(one.year === null || other.year === null || one.year === other.year).toBe(true);
          expect(decision.reasons.map(({ kind }) => kind)).toContain('equal-tasks');
        }
        expect(decideDocument([toDocument(first), toDocument(second)], first)).toMatchObject({
          kind: 'same-edition',
          code: one.number,
        });
      }),
    );
  });
});

describe('createDocumentCode', () => {
  it.each([
    [{}, [], '27/KH-UBND'],
    [{}, ['27/KH-UBND'], '27/KH-UBND (2026)'],
    [{ year: null, date: '' }, ['27/kh-ubnd'], '27/KH-UBND (Ủy ban nhân dân phường Hoa Cúc)'],
    [
      { number: '/KH-GDĐT', title: 'Kế hoạch: thực hành tiết kiệm, chống lãng phí' },
      [],
      'Kế hoạch thực hành tiết kiệm,',
    ],
    [{ number: '', title: '', issuer: '', year: null, date: '' }, ['VB', 'VB (2)'], 'VB (3)'],
  ])('names %j where %j are taken', (edition, taken, code) => {
    expect(createDocumentCode({ ...EDITION, ...edition }, taken)).toBe(code);
  });
});

describe('splitDocumentTaskId', () => {
  it('gives back what was put together, and leaves other numbers alone', () => {
    const id = formatDocumentTaskId('27/KH-UBND', 'IV.8');
    expect(splitDocumentTaskId(id, ['7/KH-UBND', '27/KH-UBND'])).toEqual({ code: '27/KH-UBND', id: 'IV.8' });
    expect(splitDocumentTaskId('IV.8', ['27/KH-UBND'])).toEqual({ code: null, id: 'IV.8' });
  });
});

describe('detectDocumentKind', () => {
  it.each([
    ['27/KH-UBND', true, 'annex'],
    ['27/KH-UBND', false, 'plan'],
    ['442/UBND-VX', false, 'letter'],
    ['15/QĐ-UBND', false, 'other'],
    ['', false, 'other'],
  ] as const)('takes %s with tasks %s for %s', (number, hasTasks, kind) => {
    expect(detectDocumentKind({ ...EDITION, number }, hasTasks)).toBe(kind);
  });
});
