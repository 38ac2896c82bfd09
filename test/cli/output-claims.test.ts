import { type Claim, isLive, type System } from '../../src/cli/output-claims';

const MINUTE = 60_000;
const ago = (minutes: number): number => Date.now() - minutes * MINUTE;

/** Windows and macOS: a process can be seen, but not when it began. */
const WINDOWS: System = {
  hasProcess: () => true,
  readProcessStart: () => '',
  readWritten: async () => ago(1),
  getBootTime: () => ago(600),
};
const LINUX: System = { ...WINDOWS, readProcessStart: () => '5mz' };
const CLAIM: Claim = { path: '.so.xlsx.1f3a.tmp', pid: 0x1f3a, start: '', machine: '' };

describe('isLive', () => {
  it.each<[expected: boolean, name: string, claim: Partial<Claim>, system: System]>([
    [true, 'its process goes on', {}, WINDOWS],
    [false, 'its process has ended', {}, { ...WINDOWS, hasProcess: () => false }],
    [true, 'it is not two hours old', {}, { ...WINDOWS, readWritten: async () => ago(119) }],
    [
      false,
      'it is older, so that its number is another process',
      {},
      { ...WINDOWS, readWritten: async () => ago(121) },
    ],
    [false, 'the machine was started after it', {}, { ...WINDOWS, getBootTime: () => ago(0.5) }],
    [false, 'its file is gone', {}, { ...WINDOWS, readWritten: async () => 0 }],
    [
      true,
      'the process began when it says, however long ago',
      { start: '5mz' },
      { ...LINUX, readWritten: async () => ago(9_999) },
    ],
    [false, 'the process of its number began at another time', { start: '4aa' }, LINUX],
    [
      false,
      'the process has ended and waits to be removed',
      { start: '5mz' },
      { ...LINUX, readProcessStart: () => null },
    ],
    [
      true,
      'another machine made it a minute ago',
      { machine: 'ffffff' },
      { ...WINDOWS, hasProcess: () => false },
    ],
    [
      false,
      'another machine made it hours ago',
      { machine: 'ffffff' },
      { ...WINDOWS, readWritten: async () => ago(121) },
    ],
  ])('is %s where %s', async (expected, _, claim, system) => {
    expect(await isLive({ ...CLAIM, ...claim }, system)).toBe(expected);
  });
});
