import { chooseSheet } from '../../../src/consolidation/reader/choose-sheet';
import type { SheetReading } from '../../../src/consolidation/reader/sheet-reading';
import type { SchoolRow } from '../../../src/consolidation/types';

type Mark = SchoolRow['recorded']['applicability'];
type State = SchoolRow['recorded']['state'];

function createRow(id: string, applicability: Mark, state: State): SchoolRow {
  return {
    row: 5,
    hidden: false,
    cells: {
      id: { value: id, cell: 'A5' },
      content: { value: `Nhiệm vụ ${id}`, cell: 'C5' },
      leadUnit: { value: 'Phòng A', cell: 'D5' },
      timing: { value: 'Quý I', cell: 'G5' },
      ...(state && { status: { value: state, cell: 'L5' } }),
    },
    recorded: {
      applicability,
      reason: '',
      state,
      due: '',
      doneOn: '',
      product: '',
      evidence: '',
      note: '',
    },
  };
}

type RowSpec = readonly [id: string, applicability: Mark, state: State];

function createReading(sheet: string, rows: readonly RowSpec[], hidden = false): SheetReading {
  return {
    sheet,
    hidden,
    rows: rows.map((row) => createRow(...row)),
    warnings: [],
    periods: new Map(),
    periodWarnings: [],
  };
}

function choose(...readings: [SheetReading, ...SheetReading[]]) {
  const { chosen, candidates } = chooseSheet(readings, 'so.xlsx');
  return {
    sheet: chosen.reading.sheet,
    candidates: candidates.map(({ reading }) => reading.sheet),
    codes: chosen.warnings.map(({ code }) => code),
    warnings: chosen.warnings,
  };
}

const BLANK: RowSpec[] = [
  ['I.1', 'undecided', null],
  ['I.2', 'undecided', null],
];
const FILLED: RowSpec[] = [
  ['I.1', 'performed', 'done'],
  ['I.2', 'performed', 'notStarted'],
];

describe('chooseSheet', () => {
  it('takes the only sheet that is filled in, whatever its place', () => {
    const { sheet, candidates } = choose(createReading('Phụ lục', BLANK), createReading('Bản điền', FILLED));
    expect([sheet, candidates]).toEqual(['Bản điền', []]);
  });

  it('asks between sheets that are filled in differently, and names the tasks that differ', () => {
    const other: RowSpec[] = [
      ['I.1', 'performed', 'inProgress'],
      ['I.2', 'notPerformed', null],
    ];
    const { candidates, warnings } = choose(
      createReading('Phụ lục', FILLED),
      createReading('Lần 2 sửa', other),
    );
    expect(candidates).toEqual(['Phụ lục', 'Lần 2 sửa']);
    expect(warnings).toMatchObject([
      {
        code: 'other-sheet-differs',
        place: { sheet: 'Lần 2 sửa' },
        details: { tasks: 'I.1, I.2', count: 3 },
      },
    ]);
  });

  it('asks between marks that contradict each other where nothing else is filled in', () => {
    const [one, other] = (['performed', 'notPerformed'] as const).map((mark): RowSpec[] => [
      ['I.1', mark, null],
    ]);
    expect(choose(createReading('A', one!), createReading('B', other!)).candidates).toEqual(['A', 'B']);
  });

  it('asks where only a hidden sheet is filled in', () => {
    const { sheet, candidates, codes } = choose(
      createReading('Phụ lục', BLANK),
      createReading('Nháp', FILLED, true),
    );
    expect([sheet, candidates]).toEqual(['Nháp', ['Nháp', 'Phụ lục']]);
    expect(codes).toContain('sheet-hidden');
  });

  it('asks where a hidden sheet is filled in otherwise than the one in sight', () => {
    const hidden: RowSpec[] = [['I.1', 'performed', 'inProgress']];
    const { candidates } = choose(createReading('Phụ lục', FILLED), createReading('Nháp', hidden, true));
    expect(candidates).toEqual(['Phụ lục', 'Nháp']);
  });

  it('asks where another filled sheet has a task that the first one lacks', () => {
    const more: RowSpec[] = [...FILLED, ['I.3', 'performed', 'done']];
    expect(choose(createReading('A', FILLED), createReading('B', more)).candidates).toEqual(['A', 'B']);
  });

  it('asks nothing where two sheets say the same', () => {
    expect(choose(createReading('A', FILLED), createReading('B', FILLED))).toMatchObject({
      candidates: [],
      codes: [],
    });
  });

  it('joins sheets that each hold a part of the tasks', () => {
    const readings = [
      createReading('I', FILLED),
      createReading('II', [['II.1', 'performed', 'done']]),
    ] as const;
    const { chosen, candidates } = chooseSheet(readings, 'so.xlsx');
    expect(chosen.rows.map(({ cells, sheet }) => [cells.id?.value, sheet])).toEqual([
      ['I.1', undefined],
      ['I.2', undefined],
      ['II.1', 'II'],
    ]);
    expect(candidates).toEqual([]);
    expect(chosen.warnings.map(({ code }) => code)).toEqual(['sheets-joined']);
  });
});
