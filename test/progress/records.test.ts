import fc from 'fast-check';
import { checkDocumentNumber, type DocumentNumberIssue } from '../../src/progress/check-document-number';
import { checkLogRow } from '../../src/progress/check-log-row';
import { parseStatus, type StatusReading } from '../../src/progress/status/parse-status';
import type { TypedValues } from '../../src/progress/types';
import { describeShared, readSharedJson } from '../support/shared-data';
import { createLogRow } from './create-log-row';

describe('a status in free words', () => {
  it.each<[string, StatusReading]>([
    ['Đã hoàn thành', { state: 'done' }],
    ['da hoan thanh', { state: 'done' }],
    ['ĐÃ NỘP ngày 5/6', { state: 'done' }],
    ['100%', { state: 'done' }],
    ['Hoàn thành trễ hạn', { state: 'done', claim: 'late' }],
    ['Hoàn thành 80%', { state: 'inProgress' }],
    ['đang hoàn thành', { state: 'inProgress' }],
    ['Chưa hoàn thành, quá hạn', { state: 'inProgress', claim: 'late' }],
    ['Đã thực hiện nhưng chưa báo cáo', { state: 'inProgress' }],
    ['Chưa nộp', { state: 'notStarted' }],
    ['Chưa đến hạn', { state: 'notStarted', claim: 'notDueYet' }],
    ['Không phát sinh', { state: 'nothingArisen' }],
    ['Không thực hiện', { state: null, instead: 'notPerformed' }],
    ['Tạm dừng', { state: null, instead: 'paused' }],
    ['Quá hạn', { state: null, claim: 'late' }],
    ['Không hoàn thành', { state: null }],
    ['Đang chăm sóc trẻ', { state: 'inProgress' }],
    ['Không', { state: null }],
    ['x', { state: null }],
    ['', { state: null }],
  ])('%j', (text, reading) => expect(parseStatus(text)).toEqual(reading));
});

describeShared('statuses of the corpus', () => {
  type Statuses = Record<'done' | 'doing' | 'notStarted' | 'late' | 'other', string[]>;
  const { status } = readSharedJson<{ status: Statuses }>('corpus', 'wordings.json');
  const states = (words: string[]) => [...new Set(words.map((text) => parseStatus(text).state))];

  it('are read as their group says', () => {
    expect(states(status.done)).toEqual(['done']);
    expect(states(status.doing)).toEqual(['inProgress']);
    expect(states(status.notStarted)).toEqual(['notStarted']);
    expect(status.late.filter((text) => !parseStatus(text).claim && !parseStatus(text).instead)).toEqual([]);
    expect(status.late.filter((text) => parseStatus(text).state === 'done')).toEqual([]);
    const other = status.other.map(parseStatus);
    expect(other.filter(({ state, instead }) => state !== 'nothingArisen' && !instead)).toEqual([]);
  });
});

describe('numbers of documents', () => {
  it.each<[string, DocumentNumberIssue[], string]>([
    ['05/KH-MNBT', [], '05/KH-MNBT'],
    ['Số: 12/BC-THCS', [], '12/BC-THCS'],
    ['5/KH-MNBT', ['leading-zero'], '05/KH-MNBT'],
    ['12 / TTr - MN', ['spaces'], '12/TTr-MN'],
    ['12/qđ-mn', ['capitals'], '12/QĐ-MN'],
    ['12/KH–MN', ['dash'], '12/KH-MN'],
    ['442/UBND-NV', [], '442/UBND-NV'],
    ['12a/BC-UBND', [], '12a/BC-UBND'],
    ['74/2022/QH15', [], '74/2022/QH15'],
    ['2231/SNV-CCHC&PC', [], '2231/SNV-CCHC&PC'],
    ['05', ['no-sign'], ''],
    ['05/', ['no-sign'], ''],
    ['KH-MNBT', ['not-a-number'], ''],
    ['05/KH-MN ngày 5/6', ['not-a-number'], ''],
  ])('%j', (text, faults, suggestion) => {
    expect(checkDocumentNumber(text)).toMatchObject({ faults, suggestion });
    expect(checkDocumentNumber(text.normalize('NFD'))).toMatchObject({ faults, suggestion });
  });

  it('tell the product they are of', () => {
    expect(checkDocumentNumber('05/BC-MN', ['plan']).faults).toEqual(['other-type']);
    expect(checkDocumentNumber('05/BC-MN', ['plan', 'report']).faults).toEqual([]);
    expect(checkDocumentNumber('05/BC-MN', ['plan', 'clip']).faults).toEqual([]);
    expect(checkDocumentNumber('05/UBND-NV', ['plan']).faults).toEqual([]);
  });

  it('are in form once put right, and nothing throws', () => {
    const part = fc.constantFrom(
      '5',
      '05',
      '123',
      '/',
      '-',
      '–',
      'kh',
      'KH',
      'qđ',
      'TTr',
      'MN',
      ' ',
      'số: ',
      '2024',
      '&',
      'ß',
      '.',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
          fc.string(),
        ),
        (text) => {
          const { suggestion } = checkDocumentNumber(text);
          if (suggestion !== '')
            expect(checkDocumentNumber(suggestion)).toMatchObject({ faults: [], suggestion });
        },
      ),
    );
  });
});

describe('what was recorded', () => {
  const check = (typed: Partial<TypedValues>) =>
    checkLogRow(
      createLogRow({ kind: 'dated', due: '2024-06-15' }, typed, {
        products: 'Kế hoạch',
        productTypes: ['plan'],
      }),
      {
        today: '2024-06-20',
      },
    ).map(({ code }) => code);

  it.each<[Partial<TypedValues>, string[]]>([
    [{}, []],
    [{ state: 'done', doneOn: '2024-06-10', number: '05/KH-MN' }, []],
    [{ state: 'done', doneOn: '2024-06-10', evidence: 'https://truong.example/a' }, []],
    [{ state: 'done', doneOn: '2024-06-10', explanation: 'Lồng ghép vào kế hoạch tháng' }, []],
    [{ state: 'done', doneOn: '2024-06-10' }, ['no-evidence']],
    [{ state: 'done', doneOn: '2024-06-10', note: 'Đã báo qua điện thoại' }, ['no-evidence']],
    [{ state: 'done', explanation: 'x' }, ['done-without-date']],
    [{ state: 'done', doneOn: '2024-06-21', explanation: 'x' }, ['done-in-future']],
    [{ state: 'done', doneOn: '31/6', explanation: 'x' }, ['not-a-date']],
    [{ doneOn: '2024-06-10' }, ['date-without-done']],
    [{ dueByHand: 'mai' }, ['not-a-date']],
    [{ number: '5/KH-MN' }, ['document-number']],
    [{ number: '05/BC-MN' }, ['document-type']],
  ])('%j', (typed, codes) => expect(check(typed)).toEqual(codes));
});
