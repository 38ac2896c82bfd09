import type { SettingsView } from '../../src/commands/settings';
import { createDefaultProgressSettings } from '../../src/progress/progress-settings';
import {
  createSettingsDraft,
  type SettingsDraft,
  toSettingsEdit,
  validateDraft,
} from '../../src/taskpane/settings/settings-draft';

const view: SettingsView = {
  unit: { name: 'Trường Mầm non Hoa Cúc', code: 'MN-07', aliases: ['MN Hoa Cúc'] },
  settings: createDefaultProgressSettings(2026, '2026-06-05'),
  sheet: 'Cấu hình',
  hasLog: true,
  unread: [],
};
const { reports } = createSettingsDraft(view, {});
function halfYear(days: Partial<SettingsDraft['reports']['halfYear']>): Partial<SettingsDraft> {
  return {
    reports: { ...reports, halfYear: { ...reports.halfYear, ...days } },
  };
}

describe('the fields of the settings', () => {
  it('show what the workbook holds, in days of the plan’s year', () => {
    expect(createSettingsDraft(view, {})).toMatchObject({
      aliases: 'MN Hoa Cúc',
      year: '2026',
      soon: '7',
      middle: '15',
    });
    expect(reports.quarter1).toEqual({ from: '2025-12-15', to: '2026-03-14', send: '2026-03-20' });
    expect(createSettingsDraft(view, { year: '2027' }).reports.quarter1.send).toBe('2027-03-20');
  });

  it.each<[string, Partial<SettingsDraft>, string[]]>([
    ['nothing typed', {}, []],
    ['no name', { name: ' ' }, ['name']],
    ['a code with a bracket', { code: 'MN(07)' }, ['code']],
    ['a day without a name', { recipients: [{ from: '2026-01-01', name: '' }] }, ['recipients']],
    [
      'two authorities of a day',
      { superiors: ['A', 'B'].map((name) => ({ from: '2026-01-01', name })) },
      ['superiors'],
    ],
    ['two recipients of a day', { recipients: ['A', 'B'].map((name) => ({ from: '2026-01-01', name })) }, []],
    ['a report with a blank day', halfYear({ send: '' }), ['reports.halfYear']],
    ['no report at all', halfYear({ from: '', to: '', send: '' }), []],
    ['a report that ends first', halfYear({ to: '2025-12-01' }), ['reports.halfYear']],
    ['a report of another year', halfYear({ send: '2029-06-20' }), ['reports.halfYear']],
    ['days ahead that are none', { soon: 'x' }, ['soon']],
    ['a day that no month has', { start: '32', middle: '0' }, ['start', 'middle']],
    ['no year', { year: '' }, []],
    ['a year of long ago', { year: '1026' }, ['year']],
  ])('%s', (_, typed, wrong) => {
    expect(Object.keys(validateDraft(createSettingsDraft(view, typed), view))).toEqual(wrong);
  });

  it('send only what was typed, so that a hand may change the sheet meanwhile', () => {
    expect(toSettingsEdit(view, {})).toEqual({});
    expect(toSettingsEdit(view, { soon: '10' })).toEqual({
      settings: { calendar: { ...view.settings.calendar, soonDays: 10 } },
    });
    expect(
      toSettingsEdit(view, {
        superiors: [
          { from: '', name: ' Ủy ban nhân dân xã A ' },
          { from: '', name: '' },
        ],
      }),
    ).toEqual({
      settings: {
        office: { ...view.settings.office, superiors: [{ from: '', name: 'Ủy ban nhân dân xã A' }] },
      },
    });
    expect(toSettingsEdit(view, { aliases: 'A\nB' })).toEqual({
      unit: { name: view.unit.name, code: 'MN-07', aliases: ['A', 'B'] },
    });
  });

  it('keep the other reports as they were when one is changed', () => {
    const edit = toSettingsEdit(view, halfYear({ to: '2026-05-31' }));
    const [q1, half] = edit.settings!.calendar!.reportPeriods;
    expect(q1).toEqual(view.settings.calendar.reportPeriods[0]);
    expect(half).toMatchObject({
      from: { year: -1, month: 12, day: 15 },
      to: { year: 0, month: 5, day: 31 },
    });
  });

  it('leave a month that ends with its last day so, unless another day is typed', () => {
    const last = { ...view.settings.calendar.vague, monthStart: 'last' as const };
    const other = {
      ...view,
      settings: { ...view.settings, calendar: { ...view.settings.calendar, vague: last } },
    };
    expect(createSettingsDraft(other, {}).start).toBe('31');
    expect(toSettingsEdit(other, { soon: '9' }).settings!.calendar!.vague.monthStart).toBe('last');
  });
});
