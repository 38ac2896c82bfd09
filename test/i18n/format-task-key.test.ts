import { formatTaskKey } from '../../src/i18n/format-task-key';

describe('the key of a task as a person reads it', () => {
  it.each([
    ['I.3', 'I.3'],
    ['45/KH-UBND:I.3', '45/KH-UBND:I.3'],
    ['I.3#2', 'I.3 (dòng thứ 2)'],
  ])('says "%s" as "%s"', (key, said) => {
    expect(formatTaskKey('vi', key)).toBe(said);
  });

  it('shows nothing of a key that was made from the words of a row', () => {
    for (const key of ['~nhiem vu chua co ma', '~nhiem vu chua co ma#2', ''])
      expect(formatTaskKey('vi', key)).not.toMatch(/~|#|nhiem vu/);
  });
});
