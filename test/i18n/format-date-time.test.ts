import { formatDateTime } from '../../src/i18n/format-date-time';

describe('formatDateTime', () => {
  it('writes days as dd/mm/yyyy, with the local time', () => {
    expect(formatDateTime(new Date(2026, 10, 5, 7, 9).toISOString())).toBe('05/11/2026 07:09');
  });
});
