import { formatCoordinatingCell } from '../../src/reports/coordinating-cell';
import { createSampleTasks } from '../support/builders/create-sample-annex';

const labels = 'không thực hiện nội dung này';
const unit = { name: 'Trường Mầm non Hoa Cúc', aliases: ['Trường Hoa Cúc cơ sở 2'] };
function cell(coordinatingUnit: string, applicability: 'performed' | 'notPerformed' = 'notPerformed') {
  return formatCoordinatingCell(
    { ...createSampleTasks()[0]!, coordinatingUnit, applicability },
    unit,
    labels,
  );
}

describe('the coordinating cell on paper', () => {
  it.each([
    ['', `${unit.name} ${labels}`],
    ['Trường Mầm non Hoa Cúc', `${unit.name} ${labels}`],
    ['MN Hoa Cúc', `MN Hoa Cúc ${labels}`],
    ['Trường Mầm non', `Trường Mầm non ${labels}`],
    ['Trường Hoa Cúc cơ sở 2.', `Trường Hoa Cúc cơ sở 2 ${labels}`],
    ['Trạm Y tế; Trường Mầm non Hoa Cúc', `Trạm Y tế; Trường Mầm non Hoa Cúc ${labels}`],
    ['Trạm Y tế', `Trạm Y tế; ${unit.name} ${labels}`],
    ['Trường Mầm non Hoa Cúc 2', `Trường Mầm non Hoa Cúc 2; ${unit.name} ${labels}`],
    [`Trạm Y tế ${labels}.`, `Trạm Y tế ${labels}.`],
  ])('“%s” → “%s”', (printed, expected) => expect(cell(printed)).toBe(expected));

  it('loses the marker where the unit performs the task after all', () => {
    expect(cell(`${unit.name} ${labels}`, 'performed')).toBe(unit.name);
  });
});
