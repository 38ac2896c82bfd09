export { getWholeSummary } from '../school-workbook/summary/count-tasks';
export { readTaskTable } from '../school-workbook/tasks/read-tasks';
