import { formatCoordinatingCell } from '../../src/reports/coordinating-cell';
import { createSampleTasks } from '../support/builders/create-sample-annex';

const WORDING = 'không thực hiện nội dung này';
const UNIT = { name: 'Trường Mầm non Hoa Cúc', aliases: ['Trường Hoa Cúc cơ sở 2'] };
function cell(coordinatingUnit: string, applicability: 'performed' | 'notPerformed' = 'notPerformed') {
  return formatCoordinatingCell(
    { ...createSampleTasks()[0]!, coordinatingUnit, applicability },
    UNIT,
    WORDING,
  );
}

describe('the coordinating cell on paper', () => {
  it.each([
    ['', `${UNIT.name} ${WORDING}`],
    ['Trường Mầm non Hoa Cúc', `${UNIT.name} ${WORDING}`],
    ['MN Hoa Cúc', `MN Hoa Cúc ${WORDING}`],
    ['Trường Mầm non', `Trường Mầm non ${WORDING}`],
    ['Trường Hoa Cúc cơ sở 2.', `Trường Hoa Cúc cơ sở 2 ${WORDING}`],
    ['Trạm Y tế; Trường Mầm non Hoa Cúc', `Trạm Y tế; Trường Mầm non Hoa Cúc ${WORDING}`],
    ['Trạm Y tế', `Trạm Y tế; ${UNIT.name} ${WORDING}`],
    ['Trường Mầm non Hoa Cúc 2', `Trường Mầm non Hoa Cúc 2; ${UNIT.name} ${WORDING}`],
    [`Trạm Y tế ${WORDING}.`, `Trạm Y tế ${WORDING}.`],
  ])('“%s” → “%s”', (printed, expected) => expect(cell(printed)).toBe(expected));

  it('loses the marker where the UNIT performs the task after all', () => {
    expect(cell(`${UNIT.name} ${WORDING}`, 'performed')).toBe(UNIT.name);
  });
});
