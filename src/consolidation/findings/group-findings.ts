import { type Finding, getFindingKey } from './finding';

/** Findings of one kind in the workbook of one unit: one line, which opens. */
export type FindingGroup = { key: string; unit: string; isRenumbering: boolean; findings: Finding[] };

/** Printed columns that change where somebody numbers the rows again. */
const NUMBER_FIELDS: readonly unknown[] = ['id', 'tt'];

const isRenumbered = ({ code, args }: Finding): boolean =>
  code === 'cell-changed' && NUMBER_FIELDS.includes(args['field']);

function getGroupKey(finding: Finding): string {
  const { code, unit, place, args } = finding;
  // What concerns no single unit stands by itself.
  if (unit === '') return `${getFindingKey(finding)}|${place.file ?? ''}`;
  const kind = isRenumbered(finding) ? 'number' : String(args['field'] ?? args['problem'] ?? '');
  return [unit, code, kind].join('|');
}

/** Groups findings by unit and kind, in the order in which each kind was first found. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const finding of findings) {
    const key = getGroupKey(finding);
    const group = groups.get(key);
    if (group) group.findings.push(finding);
    else
      groups.set(key, {
        key,
        unit: finding.unit,
        isRenumbering: isRenumbered(finding),
        findings: [finding],
      });
  }
  return [...groups.values()];
}

/** Counts the tasks that findings are about; of one task several cells may differ. */
export function countTasks(findings: readonly Finding[]): number {
  return new Set(findings.map(({ task }) => task)).size;
}
