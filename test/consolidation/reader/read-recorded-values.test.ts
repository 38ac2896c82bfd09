import { readRecordedValues } from '../../../src/consolidation/reader/read-recorded-values';
import { parseStatus } from '../../../src/progress/status/parse-status';
import { STATUS_LABELS } from '../../../src/sheets/labels/school-labels';

const CONTEXT = { date1904: false, year: 2026 };

function readReason(applicability: string, reason: string): string {
  const cells = {
    applicability: { value: applicability, cell: 'F7' },
    reason: { value: reason, cell: 'G7' },
  };
  return readRecordedValues(cells, CONTEXT, null).recorded.reason;
}

describe('readRecordedValues', () => {
  it.each(['không thực hiện nội dung này', 'Trường không thực hiện nội dung này.', 'Ko thực hiện'])(
    'reads no reason from %j where the task is not performed',
    (reason) => {
      expect(readReason('Không thực hiện', reason)).toBe('');
    },
  );

  it('keeps a reason, and the words that contradict the mark', () => {
    expect(readReason('Không thực hiện', 'Không có tổ chức Đoàn')).toBe('Không có tổ chức Đoàn');
    expect(readReason('Thực hiện', 'không thực hiện nội dung này')).toBe('không thực hiện nội dung này');
  });

  it.each(Object.entries(STATUS_LABELS))(
    'reads %s from its word in the list, as from free words',
    (state, word) => {
      const { recorded, warnings } = readRecordedValues(
        { status: { value: word, cell: 'H7' } },
        CONTEXT,
        null,
      );
      expect(recorded.state).toBe(state);
      expect(parseStatus(word)).toEqual({ state });
      expect(warnings).toEqual([]);
    },
  );
});
