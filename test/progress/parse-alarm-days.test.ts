import { parseAlarmDays } from '../../src/progress/parse-alarm-days';

describe('parseAlarmDays', () => {
  it.each([
    ['7, 1', [7, 1]],
    ['1;7 7', [7, 1]],
    ['0', [0]],
    ['', []],
  ])('reads %j', (text, days) => {
    expect(parseAlarmDays(text)).toEqual(days);
  });

  it.each(['bảy', '-1', '1.5', '366', '1,2,3,4,5,6'])('refuses %j', (text) => {
    expect(parseAlarmDays(text)).toBeNull();
  });
});
