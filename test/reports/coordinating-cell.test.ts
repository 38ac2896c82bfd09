import { formatCoordinatingCell } from '../../src/reports/coordinating-cell';
import { createSampleTasks } from '../support/builders/create-sample-annex';

const words = 'không thực hiện nội dung này';
const unit = { name: 'Trường Mầm non Hoa Cúc', aliases: ['Trường Hoa Cúc cơ sở 2'] };
function cell(coordinatingUnit: string, applicability: 'performed' | 'notPerformed' = 'notPerformed') {
  return formatCoordinatingCell({ ...createSampleTasks()[0]!, coordinatingUnit, applicability }, unit, words);
}

describe('the coordinating cell on paper', () => {
  it.each([
    ['', `${unit.name} ${words}`],
    ['Trường Mầm non Hoa Cúc', `${unit.name} ${words}`],
    ['MN Hoa Cúc', `MN Hoa Cúc ${words}`],
    ['Trường Mầm non', `Trường Mầm non ${words}`],
    ['Trường Hoa Cúc cơ sở 2.', `Trường Hoa Cúc cơ sở 2 ${words}`],
    ['Trạm Y tế; Trường Mầm non Hoa Cúc', `Trạm Y tế; Trường Mầm non Hoa Cúc ${words}`],
    ['Trạm Y tế', `Trạm Y tế; ${unit.name} ${words}`],
    ['Trường Mầm non Hoa Cúc 2', `Trường Mầm non Hoa Cúc 2; ${unit.name} ${words}`],
    [`Trạm Y tế ${words}.`, `Trạm Y tế ${words}.`],
  ])('“%s” → “%s”', (printed, expected) => expect(cell(printed)).toBe(expected));

  it('loses the marker where the unit performs the task after all', () => {
    expect(cell(`${unit.name} ${words}`, 'performed')).toBe(unit.name);
  });
});
