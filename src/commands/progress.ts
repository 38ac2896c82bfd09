export * from './progress-types';
export { carryOverProgress } from './carry-over-progress';
export { exportCalendar } from './export-calendar';
export { readProgressView } from './look-at-progress';
export { recordProgress } from './record-progress';
export { renewProgress, resolveTiming } from './renew-progress';
export { showEvents } from './show-events';
