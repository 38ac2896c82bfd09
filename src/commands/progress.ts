export * from './progress-types';
export { carryOverProgress } from './carry-over-progress';
export { exportCalendar } from './export-calendar';
export { lookAtProgress } from './look-at-progress';
export { recordProgress } from './record-progress';
export { renewProgress, settleTiming } from './renew-progress';
export { showEvents } from './show-events';
