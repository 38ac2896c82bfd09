import { formatPlanLabel } from '../../../src/import/plan-document/format-plan-label';

describe('formatPlanLabel', () => {
  it.each([
    ['III.2.*1', 'III.2.a'],
    ['III.2.*2+1', 'III.2.b+1'],
    ['II.*27.1', 'II.27.1'],
    ['II.1.2', 'II.1.2'],
    ['', ''],
  ])('%j is shown as %j', (label, shown) => expect(formatPlanLabel(label)).toBe(shown));
});
