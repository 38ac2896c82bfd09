import { detectHeaderRole } from '../../src/annex/detect-header-role';
import type { ColumnRole } from '../../src/annex/header-vocabulary';
import { describeShared, readSharedJson } from '../support/shared-data';

describe('headerRole', () => {
  it.each<[string, ColumnRole | null]>([
    ['S\nT\nT', 'tt'],
    ['Số thứ tự', 'tt'],
    ['NỘI DUNG CÔNG VIỆC', 'content'],
    ['Nội dung phân công', 'content'],
    ['Nội dung thực hiện', 'content'],
    ['Đơn vị\nchủ trì', 'leadUnit'],
    ['Đơn vị chủ trì thực hiện', 'leadUnit'],
    ['Cán bộ phụ trách', 'leadUnit'],
    ['Đơn vị phối hợp (nếu có)', 'coordinatingUnit'],
    ['Trách nhiệm phối hợp', 'coordinatingUnit'],
    ['Ghi chú, đơn vị phối hợp', 'coordinatingUnit'],
    ['Kết quả thực hiện', 'product'],
    ['Sản phẩm hoàn thành', 'product'],
    ['Thời gian thực hiện trong năm 2031', 'timing'],
    ['Hạn nộp', 'timing'],
    ['Quý III', 'timing'],
    ['Tháng 9', 'timing'],
    ['Lĩnh vực', 'section'],
    ['Kinh phí thực hiện', 'note'],
    ['Lý do không thực hiện', 'note'],
    ['Địa điểm thực hiện', null],
    ['Đơn vị tính', null],
    ['Họ và tên', null],
    ['', null],
  ])('%j: %s', (header, role) => {
    expect(detectHeaderRole(header)?.role ?? null).toBe(role);
  });

  it('knows "thực hiện" alone as a weak word', () => {
    expect(detectHeaderRole('Đơn vị thực hiện')).toMatchObject({ role: 'leadUnit', weak: true });
    expect(detectHeaderRole('Đơn vị chủ trì')).toMatchObject({ role: 'leadUnit', weak: false });
  });

  it('distinguishes headers from sentences by how many of their words are a header’s', () => {
    expect(detectHeaderRole('Thời gian trình/ thực hiện trong năm 2031')?.coverage).toBe(1);
    expect(
      detectHeaderRole('xây dựng đội ngũ viên chức của phường ngang tầm nhiệm vụ')?.coverage,
    ).toBeLessThan(0.5);
  });
});

describeShared('the collected headers', () => {
  const ROLES = {
    tt: 'tt',
    content: 'content',
    lead: 'leadUnit',
    coop: 'coordinatingUnit',
    product: 'product',
    timing: 'timing',
    note: 'note',
  } as const satisfies Record<string, ColumnRole>;
  const { headers } = readSharedJson<{ headers: Record<keyof typeof ROLES, { text: string }[]> }>(
    'corpus',
    'wordings.json',
  );
  const all = (Object.keys(ROLES) as (keyof typeof ROLES)[]).flatMap((kind) =>
    headers[kind].map(({ text }) => ({ text, role: ROLES[kind] })),
  );

  it('are all detected', () => {
    expect(all.length).toBeGreaterThanOrEqual(278);
    expect(all.filter(({ text, role }) => detectHeaderRole(text)?.role !== role)).toEqual([]);
  });
});
