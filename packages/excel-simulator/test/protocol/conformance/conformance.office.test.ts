import { CLASSES } from '@phuluc/excel-simulator/classes/class-registry';
import { getRequirement } from '@phuluc/excel-simulator/protocol/requirement-sets';
import { runInExcel } from './case-context';
import { CHART_CASES } from './chart.cases';
import type { ConformanceCase } from './create-case';
import { EVENT_CASES } from './event.cases';
import { FORMAT_CASES } from './format.cases';
import { RANGE_CASES } from './range.cases';
import { SHEET_CASES } from './sheet.cases';
import { TABLE_CASES } from './table.cases';
import { WORKBOOK_CASES } from './workbook.cases';

const CASES: ConformanceCase[] = [
  ...WORKBOOK_CASES,
  ...SHEET_CASES,
  ...RANGE_CASES,
  ...FORMAT_CASES,
  ...TABLE_CASES,
  ...CHART_CASES,
  ...EVENT_CASES,
];

/** Members that no add-in calls: office.js itself calls them in every run. */
const INTERNAL_MEMBERS = [
  'AddinInternalService.notifyActionHandlerReady',
  'Workbook._RemoveReference',
  'Workbook._Runtime',
];

const served = Object.values(CLASSES).flatMap(({ name, members }) =>
  Object.keys(members).map((member) => `${name}.${member}`),
);

/** Returns how a member is written in a request's body; events go by the names of their registration. */
function wireNames(member: string): string[] {
  const [className = '', name = ''] = member.split('.');
  const found = CLASSES[className as keyof typeof CLASSES].members[name];
  if (found?.kind === 'event') return [`"_Register${found.wire}Event"`, `"_RegisterEvent${found.wire}"`];
  const pascal = name.charAt(0).toUpperCase() + name.slice(1);
  // A load names it in camelCase; the indexer is a path of its own type and has no name.
  return name === 'getItem'
    ? [`"${pascal}"`, '"ObjectPathType":5']
    : [`"${pascal}"`, `"${name}"`, `/${name}"`];
}

it('has a case for every served member, and none for others', () => {
  const covered = new Set(CASES.map(({ member }) => member));
  expect(served.filter((member) => !covered.has(member) && !INTERNAL_MEMBERS.includes(member))).toEqual([]);
  expect([...covered].filter((member) => !served.includes(member))).toEqual([]);
});

it('knows the requirement set of every served member', () => {
  const isInternal = (member: string): boolean => INTERNAL_MEMBERS.includes(member) || member.includes('._');
  expect(served.filter((member) => getRequirement(member) === null && !isInternal(member))).toEqual([]);
});

describe.each(Object.keys(CLASSES).map((name) => [name]))('%s', (className) => {
  const own = CASES.filter(({ member }) => member.startsWith(`${className}.`));
  if (own.length === 0) {
    it('is only plumbing', () => {
      expect(INTERNAL_MEMBERS.some((member) => member.startsWith(`${className}.`))).toBe(true);
    });
    return;
  }
  it.each(own.map((one) => [one.member.slice(className.length + 1), one] as const))(
    '%s',
    async (_name, one) => {
      const { traffic } = await runInExcel(one.run);
      const sent = (traffic.log ?? []).map(({ request }) => request).join('\n');
      expect(wireNames(one.member).some((name) => sent.includes(name))).toBe(true);
    },
  );
});
