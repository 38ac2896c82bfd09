import fc from 'fast-check';
import { buildOccurrences } from '../../src/progress/build-occurrences';
import { renewLog, renumberLog } from '../../src/progress/renew-log';
import { EMPTY_TYPED_VALUES, hasTypedValues, type LogRow, type TypedValues } from '../../src/progress/types';
import { createTask } from './create-log-row';

function next(timing: string, product = 'Báo cáo', id = 'I.1') {
  return buildOccurrences(createTask({ id, timing, product }), { year: 2024 });
}
function log(timing: string, typed: Record<number, Partial<TypedValues>> = {}): LogRow[] {
  return next(timing).map((each, i) => ({ ...each, typed: { ...EMPTY_TYPED_VALUES, ...typed[i] } }));
}
const done: Partial<TypedValues> = { state: 'done', doneOn: '2024-06-10', number: '05/BC-MN' };

function changes(before: LogRow[], after: ReturnType<typeof next>) {
  return renewLog(before, after).rows.map(({ row, change }) => [
    row.deadline.kind === 'dated' ? row.deadline.due : row.deadline.kind,
    change,
    row.typed.number,
  ]);
}

describe('renewing the log', () => {
  it('makes a row for each occurrence', () => {
    expect(changes([], next('Quý II, quý III'))).toEqual([
      ['2024-06-30', 'added', ''],
      ['2024-09-30', 'added', ''],
    ]);
  });

  it('keeps what was typed', () => {
    expect(changes(log('Quý II, quý III', { 0: done }), next('Quý II, quý III, quý IV'))).toEqual([
      ['2024-06-30', 'kept', '05/BC-MN'],
      ['2024-09-30', 'kept', ''],
      ['2024-12-31', 'added', ''],
    ]);
  });

  it('takes over words of the annex that changed', () => {
    expect(changes(log('Tháng 6', { 0: done }), next('Tháng 6', 'Báo cáo quý'))).toEqual([
      ['2024-06-30', 'updated', '05/BC-MN'],
    ]);
  });

  it('lets the record follow a deadline that moved, within its month first', () => {
    expect(changes(log('15/6/2024', { 0: done }), next('20/6/2024'))).toEqual([
      ['2024-06-20', 'moved', '05/BC-MN'],
    ]);
    expect(changes(log('Tháng 6', { 0: done }), next('Tháng 9'))).toEqual([
      ['2024-09-30', 'moved', '05/BC-MN'],
    ]);
    expect(changes(log('15/6, 15/9/2024', { 1: done }), next('20/6, 20/9/2024'))).toEqual([
      ['2024-06-20', 'added', ''],
      ['2024-09-20', 'moved', '05/BC-MN'],
    ]);
  });

  it('does not guess between several places, and loses nothing', () => {
    expect(changes(log('Tháng 6', { 0: done }), next('Quý III, quý IV'))).toEqual([
      ['2024-09-30', 'added', ''],
      ['2024-12-31', 'added', ''],
      ['2024-06-30', 'orphan', '05/BC-MN'],
    ]);
    expect(changes(log('Tháng 6', { 0: done }), [])).toEqual([['2024-06-30', 'orphan', '05/BC-MN']]);
  });

  it('takes out rows that nobody wrote in', () => {
    const { rows, removed } = renewLog(log('Tháng 6'), next('Tháng 9'));
    expect(rows.map(({ change }) => change)).toEqual(['added']);
    expect(removed.map(({ deadline }) => deadline)).toEqual([{ kind: 'dated', due: '2024-06-30' }]);
  });

  it('follows tasks to new numbers', () => {
    const renumbered = renumberLog(log('Tháng 6', { 0: done }), new Map([['I.1', 'II.4']]));
    expect(renewLog(renumbered, next('Tháng 6', 'Báo cáo', 'II.4')).rows.map(({ change }) => change)).toEqual(
      ['kept'],
    );
  });

  const timings = fc.constantFrom(
    'Tháng 6',
    'Quý II, quý III',
    'Hàng quý',
    'Hàng tháng',
    '15/6/2024',
    '20/6/2024',
    'Khi có yêu cầu',
    '',
    'Tháng 6 và khi có yêu cầu',
  );
  const records = fc.array(
    fc.record({ at: fc.nat(12), number: fc.constantFrom('', '01/A', '02/B', '03/C') }),
    { maxLength: 5 },
  );

  it('loses nothing typed, and the second time changes nothing', () => {
    fc.assert(
      fc.property(timings, records, timings, (one, numbers, other) => {
        const typed = Object.fromEntries(numbers.map(({ at, number }) => [at, { number }]));
        const before = log(one, typed);
        const first = renewLog(before, next(other)).rows.map(({ row }) => row);
        const count = (rows: LogRow[]) =>
          rows
            .filter((row) => hasTypedValues(row.typed))
            .map((row) => row.typed.number)
            .sort();
        expect(count(first)).toEqual(count(before));
        const second = renewLog(first, next(other));
        expect(second.rows.map(({ row }) => row)).toEqual(first);
        expect(second.rows.every(({ change }) => change === 'kept' || change === 'orphan')).toBe(true);
      }),
    );
  });
});
