import { readSchoolFile } from '../../../src/school-workbook/read-school-file';
import { COLUMN_HEADERS } from '../../../src/sheets/labels/school-labels';
import { buildTextRow, buildXlsx } from '../../support/documents/build-xlsx';

const HEADERS = [
  'id',
  'tt',
  'content',
  'leadUnit',
  'coordinatingUnit',
  'applicability',
  'status',
  'doneOn',
] as const;

type SheetOptions = { doneOn?: string; column?: readonly [header: string, ...periods: string[]] };

/**
 * A sheet with a task for each state; '-' leaves the task out. All were done on one day, where it is given; `column` has
 * the period of each state: of several, the states of each are of the same tasks.
 */
function createSheet(name: string, states: readonly string[], { doneOn = '', column }: SheetOptions = {}) {
  const [header = '', ...periods] = column ?? [];
  const tasks = Math.ceil(states.length / (new Set(periods).size || 1));
  const rows = states.flatMap((state, index) =>
    state === '-'
      ? []
      : [
          buildTextRow([
            `I.${(index % tasks) + 1}`,
            `${(index % tasks) + 1}`,
            `Nhiệm vụ thứ ${(index % tasks) + 1}`,
            'A',
            'B',
            'Thực hiện',
            state,
            doneOn,
            periods[index] ?? '',
          ]),
        ],
  );
  return { name, data: buildTextRow([...HEADERS.map((id) => COLUMN_HEADERS[id]), header]) + rows.join('') };
}

async function readSheets(...sheets: ReturnType<typeof createSheet>[]) {
  const read = await readSchoolFile({ file: 'so.xlsx', bytes: buildXlsx(sheets), sha256: 'ab' });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { sheet, rows, warnings } = read.value;
  const codes = warnings.map(({ code }) => code).filter((code) => code !== 'record-missing');
  return {
    states: rows.map((row) => [row.recorded.state, row.sheet ?? sheet]),
    days: rows.map((row) => row.recorded.doneOn),
    codes,
  };
}

describe('sheets of single periods', () => {
  it('are merged: of a task the last period counts in which something is recorded', async () => {
    expect(
      await readSheets(
        createSheet('Quý II', ['', 'Hoàn thành', 'Đang thực hiện', '-']),
        createSheet('Quý I', ['Hoàn thành', 'Đang thực hiện', '', 'Hoàn thành']),
      ),
    ).toMatchObject({
      states: [
        ['done', 'Quý I'],
        ['done', 'Quý II'],
        ['inProgress', 'Quý II'],
        ['done', 'Quý I'],
      ],
      codes: ['sheets-merged'],
    });
  });

  it('leave a task not begun where a later period is blank', async () => {
    const { states } = await readSheets(
      createSheet('Quý I', ['Chưa thực hiện']),
      createSheet('Quý II', ['']),
      createSheet('Quý III', ['']),
    );
    expect(states.map(([state]) => state)).toEqual(['notStarted']);
  });

  it('keep the day of completion of an earlier period where a later one repeats the state only', async () => {
    const { states, days } = await readSheets(
      createSheet('Quý I', ['Hoàn thành', 'Hoàn thành'], { doneOn: '07/02/2026' }),
      createSheet('Quý II', ['Hoàn thành', 'Đang thực hiện']),
    );
    expect(states.map(([state]) => state)).toEqual(['done', 'inProgress']);
    expect(days).toEqual(['2026-02-07', '']);
  });

  it('are asked about where a later period takes back what an earlier one says is done', async () => {
    const { states, codes } = await readSheets(
      createSheet('T1', ['Hoàn thành']),
      createSheet('Tháng 2', ['Đang thực hiện']),
    );
    expect(states).toEqual([['inProgress', 'Tháng 2']]);
    expect(codes).toEqual(['sheets-merged', 'period-differs']);
  });

  it.each([
    ['Kỳ báo cáo', 'Quý I', 'Quý II'],
    ['Quý', 'I', 'II'],
    ['Thời điểm báo cáo', '31/3/2026', '30/6/2026'],
    ['Kỳ', '6 tháng đầu năm', '9 tháng'],
    ['Đợt báo cáo', '1', '2'],
    ['Học kỳ', 'Học kỳ I', 'HKII'],
    ['Tháng', '3', '11'],
  ])('are merged by a column %s, on sheets of any name', async (header, before, after) => {
    expect(
      await readSheets(
        createSheet('Phụ lục (2)', ['', 'Hoàn thành'], { column: [header, after, after] }),
        createSheet('Phụ lục', ['Hoàn thành', 'Đang thực hiện'], { column: [header, before, before] }),
      ),
    ).toMatchObject({
      states: [
        ['done', 'Phụ lục'],
        ['done', 'Phụ lục (2)'],
      ],
      codes: ['sheets-merged'],
    });
  });

  it('are merged where the rows of all periods stand below each other', async () => {
    expect(
      await readSheets(
        createSheet('Phụ lục', ['Đang thực hiện', 'Hoàn thành', 'Hoàn thành', ''], {
          column: ['Quý', 'I', 'I', 'II', 'II'],
        }),
      ),
    ).toMatchObject({
      states: [
        ['done', 'Phụ lục'],
        ['done', 'Phụ lục'],
      ],
      codes: ['periods-merged'],
    });
  });

  it('are asked about where the name of a sheet and its column contradict each other, or their years', async () => {
    for (const period of ['Quý I', 'Quý II/2025']) {
      const { codes } = await readSheets(
        createSheet('Quý I', ['Hoàn thành'], { column: ['Kỳ', 'Quý I/2026'] }),
        createSheet('Quý II', ['Đang thực hiện'], { column: ['Kỳ', period] }),
      );
      expect(codes).toContain('other-sheet-differs');
    }
  });

  it('leave a column of periods unread that decides nothing', async () => {
    const { codes } = await readSheets(
      createSheet('Phụ lục', ['Hoàn thành', 'Hoàn thành'], { column: ['Quý', 'I', 'I'] }),
    );
    expect(codes).toEqual(['column-unread']);
  });

  it('are not merged where one sheet is of no period, or two are of the same', async () => {
    for (const name of ['Bản điền', 'Q1']) {
      const { codes } = await readSheets(
        createSheet('Quý I', ['Hoàn thành']),
        createSheet(name, ['Đang thực hiện']),
      );
      expect(codes).toEqual(['other-sheet-differs']);
    }
  });
});
