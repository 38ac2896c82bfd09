import { PLAN_2026, type SampleEdition, type SampleTask } from './plan-2026';

/** Finds a task by its printed place, so that a change names what it changes. */
function changeTask(
  sections: SampleEdition['sections'],
  section: number,
  tt: number,
  changed: Partial<SampleTask>,
): void {
  const tasks = sections[section - 1]!.tasks;
  tasks[tt - 1] = { ...tasks[tt - 1]!, ...changed };
}

const REISSUED_SECTIONS = PLAN_2026.sections.map((section) => ({ ...section, tasks: [...section.tasks] }));

changeTask(REISSUED_SECTIONS, 3, 4, {
  content:
    'Công bố thời gian cấp từng loại giấy xác nhận của trường, nhiều nhất 02 ngày làm việc; không đòi giấy tờ đã có trong hồ sơ của trẻ.',
});
changeTask(REISSUED_SECTIONS, 7, 5, {
  content: 'Dùng sổ liên lạc điện tử, bảo đảm ít nhất 95% cha mẹ trẻ nhận được thông báo trong ngày.',
});
changeTask(REISSUED_SECTIONS, 5, 4, { timing: 'Trước 30/9/2026' });
REISSUED_SECTIONS[2]!.tasks.push({
  content: 'Cấp bản sao giấy tờ của trẻ dưới dạng điện tử khi cha mẹ trẻ đề nghị.',
  lead: 'Trung tâm Phục vụ hành chính công',
  mark: 'performs',
  product: 'Bản sao điện tử',
  timing: 'Từ Quý III',
});
REISSUED_SECTIONS[7]!.tasks.pop();

/** The same annex issued again in April: two tasks reworded, one timing changed, one task more, one gone. */
export const PLAN_2026_REISSUED: SampleEdition = {
  ...PLAN_2026,
  number: '68/KH-UBND',
  date: '2026-04-20',
  title: [
    'Điều chỉnh phân công nhiệm vụ thực hiện Kế hoạch cải cách hành chính năm 2026',
    PLAN_2026.title[1]!,
  ],
  sections: REISSUED_SECTIONS,
};
