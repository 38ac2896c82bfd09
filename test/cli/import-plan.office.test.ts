import { writeFileSync } from 'node:fs';
import { PRINTED_PLAN } from '../support/documents/printed-plan';
import { runPhuluc, useTemporaryFolder } from '../support/run-cli';
import { describeShared, findSharedFolder, getSharedPath, readSharedJson } from '../support/shared-data';

const folder = useTemporaryFolder();

type Printed = {
  kind: string;
  edition: { number: string; date: string; title: string };
  legalBases: Record<string, string>[];
  items: Record<string, string>[];
  targets: { comparator: string; value: number }[];
};

describe('phuluc import of a plan', () => {
  const write = (): string => {
    const file = folder.path('ke-hoach.txt');
    writeFileSync(file, PRINTED_PLAN);
    return file;
  };

  it('prints one JSON object with these fields and no others', async () => {
    const answer = await runPhuluc('import', write(), '--json');
    expect(answer).toMatchObject({ code: 0, errors: '' });
    const printed = answer.json<Printed>();
    expect(Object.keys(printed)).toEqual(['kind', 'edition', 'legalBases', 'items', 'targets']);
    expect(printed.kind).toBe('plan');
    expect(printed.edition).toMatchObject({ number: '07/KH-THSL', date: '2025-02-05', year: 2025 });
    expect(printed.legalBases[1]).toEqual({
      type: 'Quyết định',
      number: '12/QĐ-UBND',
      date: '2025-01-03',
      agency: 'Ủy ban nhân dân phường',
      subject: 'giao chỉ tiêu năm học',
    });
    expect(printed.items).toHaveLength(9);
    expect(printed.items[7]).toEqual({
      section: 'III.1',
      number: '1.10',
      text: 'Mở cửa thư viện hằng tuần theo lịch.\nPhân công giáo viên trực.',
      leadUnit: '',
      coordinatingUnit: '',
      product: '',
      timing: ['hằng tuần'],
    });
    expect(printed.targets[2]).toEqual({
      text: 'riêng khối 1 đạt từ 98,5% trở lên',
      comparator: '>=',
      value: 98.5,
      unit: '%',
    });
  });

  it('says for people what the plan is, item by item', async () => {
    const { code, out } = await runPhuluc('import', write());
    expect(code).toBe(0);
    expect(out).toContain('9 nội dung, 2 căn cứ, 3 chỉ tiêu');
    expect(out).toContain('số 07/KH-THSL, ngày 05/02/2025');
    expect(out).toContain(
      'III.1 – 1.10: Mở cửa thư viện hằng tuần theo lịch. Phân công giáo viên trực. (thời gian: hằng tuần)',
    );
    expect(out).toContain('Chỉ tiêu ≥ 98,5 %: riêng khối 1');
  });

  it('makes no workbook of annex tasks from prose, and says what to do', async () => {
    const answer = await runPhuluc('import', write(), '-o', folder.path('a.xlsx'));
    expect(answer).toMatchObject({ code: 1, out: '' });
    expect(answer.errors).toContain('[plan-not-annex]');
    expect(answer.errors).toContain('ke-hoach.txt');
    expect(folder.names()).toEqual(['ke-hoach.txt']);
  });
});

describeShared('the real plans on the command line', () => {
  type Gold = {
    header: { number: string | null; symbol: string; date: string | null; docType: string; title: string };
    legalBases: object[];
    items: { targets: { value: number; op?: string }[] }[];
  };
  const gold = findSharedFolder() ? readSharedJson<Record<string, Gold>>('corpus', 'plans.gold.json') : {};

  it.each([
    ['000', 'plan-nguyen-thai-binh-2023.txt'],
    ['002', 'plan-20-10-2024.txt'],
    ['003', 'plan-nha-be-2024.txt'],
    ['004', 'plan-huong-sen-2024.txt'],
  ])('%s %s', async (id, name) => {
    const { header, legalBases, items } = gold[id]!;
    const answer = await runPhuluc('import', getSharedPath('seeds', name), '--json');
    expect(answer.code).toBe(0);
    const printed = answer.json<Printed>();
    expect(printed.kind).toBe('plan');
    expect(printed.edition).toMatchObject({
      number: `${header.number ?? ''}/${header.symbol}`,
      date: header.date ?? '',
      title: `${header.docType} ${header.title}`,
    });
    expect(printed.legalBases).toHaveLength(legalBases.length);
    expect(printed.items.length).toBeGreaterThanOrEqual(0.95 * items.length);
    expect(printed.targets.map(({ comparator, value }) => [comparator, value])).toEqual(
      items.flatMap(({ targets }) => targets.map(({ op = '=', value }) => [op, value])),
    );
  });

  it('the real annex stays an annex', async () => {
    const answer = await runPhuluc('import', getSharedPath('seeds', 'annex-ben-thanh-2024.txt'), '--json');
    expect(answer.json()).toMatchObject({ kind: 'annex' });
  });
});
