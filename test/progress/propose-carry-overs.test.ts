import {
  type DecidedTask,
  proposeCarryOvers,
  type TaskDecision,
} from '../../src/progress/propose-carry-overs';
import { createTask } from './create-log-row';

const no: TaskDecision = {
  applicability: 'notPerformed',
  reason: 'Trường không có bếp ăn',
  note: '',
  resolvedTiming: '',
};
const yes: TaskDecision = {
  applicability: 'performed',
  reason: '',
  note: 'Gửi bản giấy',
  resolvedTiming: '',
};
function last(id: string, content: string, decision: TaskDecision): DecidedTask {
  return {
    task: createTask({ id, tt: id.slice(2), content }),
    decision,
  };
}
function now(id: string, content: string, more = {}) {
  return createTask({ id, tt: id.slice(2), content, applicability: 'undecided', ...more });
}

function shown(lastYear: DecidedTask[], thisYear: ReturnType<typeof now>[]) {
  return proposeCarryOvers(lastYear, thisYear).map(({ task: to, from, match, decision }) => [
    to,
    from,
    match,
    decision.applicability,
  ]);
}

const MENU = 'Công khai thực đơn bán trú hằng tuần trên bảng tin của trường năm 2023';
const MENU_NEXT = MENU.replace('2023', '2024');
const MENU_REWORDED =
  'Công khai thực đơn bán trú hằng tuần trên bảng tin và trang thông tin của trường năm 2024';
const BOOKS = 'Rà soát danh mục sách giáo khoa theo Công văn số 12/PGD-TH ngày 05/9/2023';
const BOOKS_NEXT = 'Rà soát danh mục sách giáo khoa theo Công văn số 48/PGD-TH ngày 02/9/2024';

describe("last year's decisions", () => {
  it('are offered for the same words, years and document numbers aside, whatever the number', () => {
    expect(
      shown(
        [last('I.1', MENU, no), last('I.2', BOOKS, yes)],
        [now('I.4', BOOKS_NEXT), now('I.5', MENU_NEXT)],
      ),
    ).toEqual([
      ['I.4', 'I.2', 'exact', 'performed'],
      ['I.5', 'I.1', 'exact', 'notPerformed'],
    ]);
  });

  it('are offered for reworded tasks as such', () => {
    expect(shown([last('I.1', MENU, no)], [now('I.9', MENU_REWORDED)])).toEqual([
      ['I.9', 'I.1', 'reworded', 'notPerformed'],
    ]);
  });

  it('go to the exact match where a reworded one wants them too', () => {
    expect(shown([last('I.1', MENU, no)], [now('I.1', MENU_REWORDED), now('I.9', MENU_NEXT)])).toEqual([
      ['I.9', 'I.1', 'exact', 'notPerformed'],
    ]);
  });

  it('are not offered for other tasks, undecided ones, or where this year says the same', () => {
    const none: TaskDecision = { ...no, applicability: 'undecided', reason: '' };
    expect(
      shown([last('I.1', MENU, no)], [now('I.1', 'Tổ chức hội thi vẽ tranh cho học sinh khối năm')]),
    ).toEqual([]);
    expect(shown([last('I.1', MENU, none)], [now('I.1', MENU_NEXT)])).toEqual([]);
    expect(
      shown(
        [last('I.1', MENU, no)],
        [now('I.1', MENU_NEXT, { applicability: 'notPerformed', reason: no.reason })],
      ),
    ).toEqual([]);
  });

  it('hold the words by which an unclear timing was settled', () => {
    const settled = { ...yes, note: '', resolvedTiming: '15/10' };
    const [offer] = proposeCarryOvers(
      [last('I.1', MENU, settled)],
      [now('I.1', MENU_NEXT, { applicability: 'performed' })],
    );
    expect(offer?.decision.resolvedTiming).toBe('15/10');
  });

  it('are matched by any matcher', () => {
    expect(proposeCarryOvers([last('I.1', MENU, no)], [now('I.1', MENU_NEXT)], () => [])).toEqual([]);
  });
});
